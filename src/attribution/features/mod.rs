//! What the weights are asked: features of a site, of an anchor, of a border, of a source.
//!
//! A feature is the number of its question and the answer, hashed into the weight table. The
//! questions of one decision are numbered in the order they are asked. [`cue`] asks whether a site is
//! a cue and where the cue begins and ends, [`anchor`] where its content lies, [`border`] where that
//! begins, ends and goes on, [`source`] who the source is; [`answers`] holds what they share.

mod anchor;
mod answers;
mod border;
mod cue;
mod source;

pub(crate) use anchor::anchor;
pub(crate) use border::{end, start, tail};
pub(crate) use cue::{cue, cue_end, cue_start};
pub(crate) use source::source;

/// The decisions that weights make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub(crate) enum Decision {
    /// Is this a cue?
    Cue = 1,
    /// Where does its content lie?
    Anchor,
    /// Where does a content that follows its cue end?
    End,
    /// Where does a content that precedes its cue begin?
    Start,
    /// Does the content go on behind the cue, and where?
    Tail,
    /// Who is the source?
    Source,
    /// At which token does the cue begin?
    CueStart,
    /// At which token does it end?
    CueEnd,
}

/// Hashed features of one choice.
#[derive(Debug, Clone, Default)]
pub(crate) struct Features {
    pub(crate) hashes: Vec<u32>,
    question: u32,
}

impl Features {
    /// Begins a new list for a decision.
    fn begin(&mut self, decision: Decision) {
        self.hashes.clear();
        self.question = (decision as u32) << 8;
        self.hashes.push(hash(self.question, 0));
    }

    /// Answers the next question.
    fn add(&mut self, answer: u32) {
        self.question += 1;
        self.hashes.push(hash(self.question, answer));
    }

    /// Answers the next question with two answers together.
    fn add2(&mut self, a: u32, b: u32) {
        self.add(a.wrapping_mul(0x9E37_79B1).rotate_left(7) ^ b);
    }

    fn add3(&mut self, a: u32, b: u32, c: u32) {
        self.add2(a.wrapping_mul(0x85EB_CA6B).rotate_left(11) ^ b, c);
    }
}

fn hash(question: u32, answer: u32) -> u32 {
    let mut h = (u64::from(question) << 32 | u64::from(answer)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    h ^= h >> 29;
    h = h.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (h >> 32) as u32
}
