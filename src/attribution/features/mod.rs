//! What the weights are asked: features of a site, of an anchor, of a border, of a source.
//!
//! A feature is the number of its question and the answer, hashed into the weight table. The
//! questions of one decision are numbered in the order they are asked, those to the net from 64 on where
//! others are asked only of some; their words are for those who want to know why. [`cue`] asks whether a
//! site is a cue and where the cue begins and ends, [`anchor`] where its content lies, [`border`] where
//! that begins, ends and goes on, [`source`] who the source is, [`accept`] whether the whole is an
//! attribution; [`net`] asks each time what the net says of
//! tokens, [`link`] what it ties to the cue, and [`answers`] holds what they share.

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

/// Hashed features of one choice.
#[derive(Debug, Clone, Default)]
pub(crate) struct Features {
    pub(crate) hashes: Vec<u32>,
    decision: Decision,
    question: u32,
    /// What each feature asks, for those who ask why; else none is kept.
    questions: Option<Vec<&'static str>>,
}

impl Features {
    /// Features that know their questions.
    pub(crate) fn with_questions() -> Self {
        Self { questions: Some(Vec::new()), ..Self::default() }
    }

    /// The features with their questions, where they are kept.
    pub(crate) fn asked(&self) -> impl Iterator<Item = (u32, &'static str)> {
        self.hashes.iter().copied().zip(self.questions.iter().flatten().copied())
    }

    /// The decision that they are for.
    pub(crate) fn decision(&self) -> Decision {
        self.decision
    }

    /// Begins a new list for a decision.
    fn begin(&mut self, decision: Decision) {
        self.hashes.clear();
        if let Some(questions) = &mut self.questions {
            questions.clear();
        }
        self.decision = decision;
        self.question = (decision as u32) << 8;
        self.push("in general", hash(self.question, 0));
    }

    /// Numbers the next questions from `number` on: those before may be more or fewer.
    fn skip_to(&mut self, number: u32) {
        self.question = (self.decision as u32) << 8 | number;
    }

    fn push(&mut self, question: &'static str, hash: u32) {
        self.hashes.push(hash);
        if let Some(questions) = &mut self.questions {
            questions.push(question);
        }
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
