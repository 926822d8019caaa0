//! A hash table from words to their numbers: open addressing, built once, no allocation on look-up.

use super::WordId;

#[derive(Debug, Clone)]
pub(super) struct Table {
    words: Vec<&'static str>,
    /// Number of the word in each slot, 0 where it is free; the length is a power of two.
    slots: Vec<u16>,
}

/// FNV-1a, folded: words are short.
pub(crate) fn hash(word: &str) -> u32 {
    let hash = word
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    (hash ^ (hash >> 32)) as u32
}

impl Table {
    pub(super) fn new(words: impl Iterator<Item = &'static str>) -> Self {
        let words: Vec<_> = words.collect();
        let mut slots = vec![0; (words.len() * 2 + 1).next_power_of_two()];
        for (number, word) in (1..).zip(&words) {
            let mut at = hash(word) as usize & (slots.len() - 1);
            while slots[at] != 0 {
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = number;
        }
        Self { words, slots }
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
