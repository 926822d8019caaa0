//! A sieve before a search: most words are told from all of a table by their length and three of their letters.

/// A bit for each way in which the words of a table look.
#[derive(Debug)]
pub(crate) struct Sieve([u64; SIZE / 64]);

/// How many ways there are: a power of two, some times more than the largest table has words.
const SIZE: usize = 2048;

impl Sieve {
    pub(crate) const fn of(words: &[&str]) -> Sieve {
        let mut sieve = Sieve([0; SIZE / 64]);
        let mut i = 0;
        while i < words.len() {
            sieve.add(words[i]);
            i += 1;
        }
        sieve
    }

    /// Of the first halves of pairs.
    pub(crate) const fn of_firsts<T>(pairs: &[(&str, T)]) -> Sieve {
        let mut sieve = Sieve([0; SIZE / 64]);
        let mut i = 0;
        while i < pairs.len() {
            sieve.add(pairs[i].0);
            i += 1;
        }
        sieve
    }

    const fn add(&mut self, word: &str) {
        let at = place(word.as_bytes());
        self.0[at / 64] |= 1 << (at % 64);
    }

    /// Whether the table may hold a word; false only where it does not.
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        let at = place(word.as_bytes());
        self.0[at / 64] >> (at % 64) & 1 != 0
    }
}

const fn place(word: &[u8]) -> usize {
    if word.is_empty() {
        return 0;
    }
    let length = word.len();
    let key = [length as u8, word[0], word[length / 2], word[length - 1]];
    let hash = u32::from_le_bytes(key).wrapping_mul(0x9E37_79B1);
    (hash >> (u32::BITS - SIZE.trailing_zeros())) as usize
}

#[cfg(test)]
mod tests {
    use super::Sieve;

    #[test]
    fn lets_its_words_through_and_few_others() {
        const WORDS: &[&str] = &["", "é", "mayor", "minister"];
        static SIEVE: Sieve = Sieve::of(WORDS);
        assert!(WORDS.iter().all(|word| SIEVE.may_hold(word)));
        assert!(!SIEVE.may_hold("mayors") && !SIEVE.may_hold("bridge"));
        assert!(Sieve::of_firsts(&[("mayor", 1)]).may_hold("mayor"));
    }
}
