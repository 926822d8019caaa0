//! A hash table from words to their numbers: open addressing, built once, no allocation on look-up.

use super::WordId;

#[derive(Debug, Clone)]
pub(super) struct Table {
    /// All words, one behind the other.
    text: Vec<u8>,
    /// Where each word begins, and where the last one ends.
    starts: Vec<u32>,
    /// In each slot the number of a word, and above it the high half of its hash: other words are seldom looked at.
    /// 0 where it is free; the length is a power of two.
    slots: Vec<u32>,
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
        let mut table = Self { text: Vec::new(), starts: vec![0], slots };
        for word in words {
            table.insert(word);
        }
        table
    }

    /// How many words it holds.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The number of a word, which is added where the table does not hold it; none where it is full.
    pub(super) fn intern(&mut self, word: &str) -> Option<WordId> {
        match self.get(word) {
            WordId::NONE if self.len() < MOST => Some(self.insert(word)),
            WordId::NONE => None,
            known => Some(known),
        }
    }

    fn insert(&mut self, word: &str) -> WordId {
        let hash = hash(word);
        let mut at = hash as usize & (self.slots.len() - 1);
        while self.slots[at] != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.text.extend(word.as_bytes());
        self.starts.push(self.text.len() as u32);
        let id = self.len() as u16;
        self.slots[at] = hash & HIGH | u32::from(id);
        WordId(id)
    }

    pub(super) fn get(&self, word: &str) -> WordId {
        self.get_hashed(word, hash(word))
    }

    /// The number of a word whose hash is known.
    pub(super) fn get_hashed(&self, word: &str, hash: u32) -> WordId {
        let mut at = hash as usize & (self.slots.len() - 1);
        loop {
            let slot = self.slots[at];
            let id = slot as u16;
            if id == 0 {
                return WordId::NONE;
            }
            if (slot ^ hash) & HIGH == 0 && self.word(id) == word.as_bytes() {
                return WordId(id);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    fn word(&self, id: u16) -> &[u8] {
        let id = usize::from(id);
        &self.text[self.starts[id - 1] as usize..self.starts[id] as usize]
    }
}

/// The high half of a hash.
const HIGH: u32 = 0xFFFF_0000;

/// Words are numbered in 16 bits, from 1.
const MOST: usize = u16::MAX as usize;
