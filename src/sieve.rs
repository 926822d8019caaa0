//! Sorted tables behind a sieve: most words are told from all of a table by their length and three of their letters,
//! before anything is searched.

/// A sorted table of words, each with what it stands for.
#[derive(Debug)]
pub(crate) struct Sieved<T: 'static> {
    table: &'static [(&'static str, T)],
    sieve: Sieve,
}

/// A bit for each way in which the words of a table look.
#[derive(Debug)]
struct Sieve([u64; SIZE / 64]);

/// How many ways there are: a power of two, some times more than the largest table has words.
const SIZE: usize = 2048;

impl<T> Sieved<T> {
    pub(crate) const fn new(table: &'static [(&'static str, T)]) -> Self {
        let mut sieve = Sieve([0; SIZE / 64]);
        let mut i = 0;
        while i < table.len() {
            sieve.add(table[i].0);
            i += 1;
        }
        Self { table, sieve }
    }

    /// What a word stands for.
    pub(crate) fn find(&self, word: &str) -> Option<&'static T> {
        if !self.sieve.may_hold(word) {
            return None;
        }
        let at = self.table.binary_search_by_key(&word, |(known, _)| known).ok()?;
        Some(&self.table[at].1)
    }
}

impl Sieve {
    const fn add(&mut self, word: &str) {
        let at = place(word.as_bytes());
        self.0[at / 64] |= 1 << (at % 64);
    }

    /// Whether the table may hold a word; false only where it does not.
    fn may_hold(&self, word: &str) -> bool {
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
    use super::Sieved;

    #[test]
    fn finds_its_words_and_lets_few_others_through() {
        const WORDS: &[(&str, u8)] = &[("", 0), ("mayor", 1), ("minister", 2), ("é", 3)];
        static TABLE: Sieved<u8> = Sieved::new(WORDS);
        assert!(WORDS.iter().all(|(word, number)| TABLE.find(word) == Some(number)));
        assert!(["mayors", "bridge"].iter().all(|word| !TABLE.sieve.may_hold(word)));
        assert_eq!(TABLE.find("major"), None);
    }
}
