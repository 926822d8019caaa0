//! Sets of words, asked of a token without an allocation.

/// A few words in lower case. Most words of a text are told from all of them by their first letter and length.
#[derive(Debug)]
pub(super) struct WordSet {
    words: &'static [&'static str],
    /// A bit for every first letter.
    firsts: u32,
    /// A bit for every length in bytes.
    lengths: u32,
}

impl WordSet {
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let mut set = Self { words, firsts: 0, lengths: 0 };
        let mut i = 0;
        while i < words.len() {
            let word = words[i].as_bytes();
            set.firsts |= first(word);
            set.lengths |= length(word);
            i += 1;
        }
        set
    }

    /// Whether a word is one of them, in any case.
    pub(super) fn holds(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        self.lengths & length(bytes) != 0
            && self.firsts & first(bytes) != 0
            && self.words.iter().any(|w| w.eq_ignore_ascii_case(word))
    }
}

/// The bit of a word's first letter, the same in either case.
const fn first(word: &[u8]) -> u32 {
    if word.is_empty() { 0 } else { 1 << (word[0] & 31) }
}

const fn length(word: &[u8]) -> u32 {
    1 << if word.len() < 31 { word.len() } else { 31 }
}

#[cfg(test)]
mod tests {
    use super::WordSet;

    #[test]
    fn holds_its_words_in_any_case() {
        const SET: WordSet = WordSet::of(&["is", "are", "o'clock"]);
        for word in ["is", "Are", "O'CLOCK"] {
            assert!(SET.holds(word), "{word}");
        }
        for word in ["", "it", "iss", "ire", "éé", "I"] {
            assert!(!SET.holds(word), "{word}");
        }
    }
}
