//! Chance with a fixed seed, and sentences written in other cases.

use std::borrow::Cow;

/// A repeatable sequence of random numbers (SplitMix64; Steele, Lea and Flood 2014).
pub struct Lottery {
    state: u64,
}

impl Lottery {
    /// Starts the sequence of `seed`.
    pub fn new(seed: u64) -> Lottery {
        Lottery { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.state ^ self.state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    /// A number from 0 up to but not including 1.
    pub fn draw(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Puts items in random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let other = (self.next() % (i as u64 + 1)) as usize;
            items.swap(i, other);
        }
    }
}

/// How a sentence is written while learning from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Casing {
    /// As it stands.
    AsIs,
    /// all in lower case
    Lower,
    /// Long Words Capitalised
    Title,
    /// ALL IN CAPITALS
    Upper,
}

impl Casing {
    /// Draws a casing: most sentences stay as they are.
    pub fn draw(lottery: &mut Lottery) -> Casing {
        match lottery.draw() {
            x if x < 0.04 => Casing::Lower,
            x if x < 0.08 => Casing::Title,
            x if x < 0.10 => Casing::Upper,
            _ => Casing::AsIs,
        }
    }
}

/// The form in another case; `first` words are always capitalised in titles.
pub fn recase(form: &str, casing: Casing, first: bool) -> Cow<'_, str> {
    let long = form.chars().filter(|c| c.is_alphabetic()).count() > 3;
    match casing {
        Casing::Lower => Cow::Owned(form.to_lowercase()),
        Casing::Upper => Cow::Owned(form.to_uppercase()),
        Casing::Title if first || long => {
            let mut letters = form.chars();
            let head = letters.next().into_iter().flat_map(char::to_uppercase);
            Cow::Owned(head.chain(letters).collect())
        }
        Casing::AsIs | Casing::Title => Cow::Borrowed(form),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_change_case() {
        assert_eq!(recase("senate", Casing::Title, false), "Senate");
        assert_eq!(recase("of", Casing::Title, false), "of");
        assert_eq!(recase("of", Casing::Title, true), "Of");
        assert_eq!(recase("élan", Casing::Upper, false), "ÉLAN");
    }

    #[test]
    fn a_seed_repeats() {
        let shuffled = |seed| {
            let mut items: Vec<u32> = (0..20).collect();
            Lottery::new(seed).shuffle(&mut items);
            items
        };
        assert_eq!(shuffled(7), shuffled(7));
        assert_ne!(shuffled(7), shuffled(8));
    }
}
