//! A hash table from words to their numbers: open addressing, built once, no allocation on look-up.

use super::WordId;
use std::borrow::Cow;

#[derive(Debug, Clone)]
pub(super) struct Table {
    words: Vec<Cow<'static, str>>,
    /// Number of the word in each slot, 0 where it is free; the length is a power of two.
    slots: Vec<u16>,
}

/// FNV-1a, folded: words are short.
pub(crate) fn hash(word: &str) -> u32 {
    hash_bytes(word.as_bytes())
}

/// The same of bytes.
pub(crate) fn hash_bytes(word: &[u8]) -> u32 {
    let hash = word
        .iter()
        .fold(0xcbf2_9ce4_8422_2325u64, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    (hash ^ (hash >> 32)) as u32
}

impl Table {
    /// A table of the words that there are, with room for `more`.
    pub(super) fn new(words: impl ExactSizeIterator<Item = &'static str>, more: usize) -> Self {
        let room = words.len() + more.min(MOST);
        let slots = vec![0; (room * 2 + 1).next_power_of_two()];
        let mut table = Self { words: Vec::with_capacity(words.len()), slots };
        for word in words {
            table.insert(Cow::Borrowed(word));
        }
        table
    }

    /// How many words it holds.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The number of a word, which is added where the table does not hold it; none where it is full.
    pub(super) fn intern(&mut self, word: &str) -> Option<WordId> {
        match self.get(word) {
            WordId::NONE if self.words.len() < MOST => {
                Some(self.insert(Cow::Owned(word.to_owned())))
            }
            WordId::NONE => None,
            known => Some(known),
        }
    }

    fn insert(&mut self, word: Cow<'static, str>) -> WordId {
        let mut at = hash(&word) as usize & (self.slots.len() - 1);
        while self.slots[at] != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.words.push(word);
        self.slots[at] = self.words.len() as u16;
        WordId(self.slots[at])
    }

    pub(super) fn get(&self, word: &str) -> WordId {
        let mut at = hash(word) as usize & (self.slots.len() - 1);
        while let Some(i) = self.slots[at].checked_sub(1) {
            if self.words[i as usize] == word {
                return WordId(i + 1);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        WordId::NONE
    }
}

/// Words are numbered in 16 bits, from 1.
const MOST: usize = u16::MAX as usize;
