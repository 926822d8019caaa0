//! The words of `seeds/framing.toml` and `seeds/worth.toml`, looked up by their numbers.

use super::framing::Rule;
use crate::lexicon::{Part, WordId};
use crate::tagger::Tag;
use std::borrow::Cow;

/// Classes that a word is in, as a set; each class of the seeds is a constant here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Class(u128);

impl Class {
    pub(super) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    pub(super) const fn union(classes: &[Class]) -> Class {
        let (mut union, mut i) = (0, 0);
        while i < classes.len() {
            union |= classes[i].0;
            i += 1;
        }
        Class(union)
    }

    pub(super) fn any(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
}

impl Part {
    /// Whether a tag allows it; participles are adjectives too, nouns stand before others like adjectives.
    pub(super) fn fits(self, tag: Tag) -> bool {
        match self {
            Part::Noun => matches!(tag, Tag::Nn | Tag::Nns | Tag::Jj),
            Part::Verb => tag.is_verb(),
            Part::Adjective => tag.is_adjective() || matches!(tag, Tag::Vbn | Tag::Vbg),
            Part::Adverb => tag.is_adverb(),
            Part::Any => !tag.is_proper(),
        }
    }
}

/// A term that frames by itself, in one of its forms.
#[derive(Debug, Clone)]
pub(super) struct Term {
    /// The words after the first.
    pub(super) rest: Cow<'static, [u16]>,
    pub(super) part: Part,
    pub(super) rule: Rule,
    pub(super) weight: f32,
    /// Words that make it a plain one where they stand near.
    pub(super) unless: Cow<'static, [u16]>,
}

/// What the seeds say of a word.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) classes: Class,
    first: u16,
    count: u16,
}

impl Entry {
    /// The terms that begin with the word, the longest first.
    pub(super) fn terms(&self) -> &'static [Term] {
        let first = usize::from(self.first);
        &TERMS[first..first + usize::from(self.count)]
    }
}

/// What a compound ends in, hyphen included.
#[derive(Debug)]
pub(super) struct Ending {
    end: &'static str,
    pub(super) rule: Rule,
    pub(super) weight: f32,
}

include!(concat!(env!("OUT_DIR"), "/framing.rs"));

/// What the seeds say of a word, if they hold it.
pub(super) fn entry(word: WordId) -> Option<&'static Entry> {
    let number = INDEX.get(usize::from(word.0)).copied().unwrap_or(0);
    usize::from(number).checked_sub(1).map(|i| &ENTRIES[i])
}

/// The classes of a word.
pub(super) fn classes(word: WordId) -> Class {
    entry(word).map_or(Class::default(), |e| e.classes)
}

/// The ending of a compound that frames, whatever stands before it.
pub(super) fn ending(word: &str) -> Option<&'static Ending> {
    let hyphen = word.rfind('-').filter(|at| *at > 0)?;
    ENDINGS.iter().find(|e| word[hyphen..].eq_ignore_ascii_case(e.end))
}
