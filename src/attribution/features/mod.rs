//! What the weights are asked: features of a site, of an anchor, of a border, of a source.
//!
//! A feature is the number of its question and the answer, hashed into the weight table. The
//! questions of one decision are numbered in the order they are asked, those to the net from 64 on where
//! others are asked only of some; their words are for those who want to know why. [`cue`] asks whether a
//! site is a cue and where the cue begins and ends, [`anchor`] where its content lies, [`border`] where
//! that begins, ends and goes on, [`source`] who the source is, [`accept`] whether the whole is an
//! attribution; [`net`] asks each time what the net says of tokens, [`link`] what it ties to the cue, and
//! [`answers`] holds what they share.

mod accept;
mod anchor;
mod answers;
mod border;
mod cue;
mod link;
mod net;
mod source;

pub(crate) use accept::accept;
pub(crate) use anchor::anchor;
pub(crate) use border::{end, start, tail};
pub(crate) use cue::{cue, cue_end, cue_start};
pub(crate) use source::source;

use super::explain::Decision;

/// The most features that a choice has.
pub(super) const MOST: usize = 96;

/// Hashed features of one choice.
///
/// Lists of a fixed size: where the compiler sees one question after the other it knows their places and numbers.
#[derive(Debug, Clone)]
pub(crate) struct Features {
    hashes: [u32; MOST],
    /// What each feature asks.
    questions: [&'static str; MOST],
    count: usize,
    decision: Decision,
    question: u32,
}

impl Default for Features {
    fn default() -> Self {
        let decision = Decision::default();
        Self { hashes: [0; MOST], questions: [""; MOST], count: 0, decision, question: 0 }
    }
}

impl Features {
    pub(crate) fn hashes(&self) -> &[u32] {
        &self.hashes[..self.count]
    }

    /// The features with their questions.
    pub(crate) fn asked(&self) -> impl Iterator<Item = (u32, &'static str)> {
        self.hashes().iter().copied().zip(self.questions)
    }

    /// The decision that they are for.
    pub(crate) fn decision(&self) -> Decision {
        self.decision
    }

    /// Begins a new list for a decision.
    fn begin(&mut self, decision: Decision) {
        self.count = 0;
        self.decision = decision;
        self.question = (decision as u32) << 8;
        self.push("in general", hash(self.question, 0));
    }

    /// Numbers the next questions from `number` on: those before may be more or fewer.
    fn skip_to(&mut self, number: u32) {
        self.question = (self.decision as u32) << 8 | number;
    }

    fn push(&mut self, question: &'static str, hash: u32) {
        self.hashes[self.count] = hash;
        self.questions[self.count] = question;
        self.count += 1;
    }

    /// Answers the next question, which asks for one thing.
    fn add(&mut self, question: &'static str, answer: u32) {
        self.question += 1;
        self.push(question, hash(self.question, answer));
    }

    /// Answers a question that asks for two things together.
    fn add2(&mut self, question: &'static str, a: u32, b: u32) {
        self.add(question, a.wrapping_mul(0x9E37_79B1).rotate_left(7) ^ b);
    }

    /// Answers a question that asks for three.
    fn add3(&mut self, question: &'static str, a: u32, b: u32, c: u32) {
        self.add2(question, a.wrapping_mul(0x85EB_CA6B).rotate_left(11) ^ b, c);
    }
}

fn hash(question: u32, answer: u32) -> u32 {
    let mut h = (u64::from(question) << 32 | u64::from(answer)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    h ^= h >> 29;
    h = h.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (h >> 32) as u32
}
