//! The features that the tagger weighs: one list for tagging and for learning.

use super::Tag;
use super::word::{Shape, Word};

/// How many features a word has.
pub(crate) const COUNT: usize = 23;

/// Bits of a hashed feature: few enough for short steps between those that are stored.
pub(crate) const KEY_BITS: u32 = 28;

/// How a sentence is written as a whole; headlines capitalise words that are no names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Sentence,
    Title,
    Upper,
    Lower,
}

impl Case {
    /// Decides by majority: of all words for capitals, of the longer ones for titles, which
    /// leave *of* and *the* small.
    pub fn of(words: &[Word]) -> Case {
        let (mut all, mut upper, mut capital, mut long, mut long_capital) = (0, 0, 0, 0, 0);
        for word in words.iter().filter(|w| w.shape.case() != Shape::NO_LETTER) {
            let is_capital = u32::from(word.shape.is_capitalised());
            let is_long = u32::from(word.is_long());
            all += 1;
            upper += u32::from(matches!(word.shape.case(), Shape::UPPER | Shape::INITIAL));
            capital += is_capital;
            long += is_long;
            long_capital += is_long * is_capital;
        }
        match (all, long) {
            (0..=2, _) => Case::Sentence,
            _ if upper * 5 >= all * 4 => Case::Upper,
            _ if capital == 0 => Case::Lower,
            (_, 3..) if long_capital * 4 >= long * 3 => Case::Title,
            _ => Case::Sentence,
        }
    }
}

/// What surrounds the word to be tagged.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'w> {
    /// The word, two words before it and two after.
    pub words: [&'w Word; 5],
    /// The tags of the word before and of the one before that.
    pub tags: [Option<Tag>; 2],
    /// How the sentence is written.
    pub case: Case,
    /// Whether only marks stand before the word.
    pub initial: bool,
}

impl<'w> Context<'w> {
    /// The surroundings of word `i`; `tags` are those before it.
    pub fn new(words: &'w [Word], i: usize, tags: &[Tag], case: Case, initial: bool) -> Self {
        let at = |offset: isize| {
            let i = i.checked_add_signed(offset);
            i.and_then(|i| words.get(i)).unwrap_or(const { &Word::EDGE })
        };
        let mut before = tags.iter().rev().copied();
        Self {
            words: [at(-2), at(-1), at(0), at(1), at(2)],
            tags: [before.next(), before.next()],
            case,
            initial,
        }
    }

    /// The hashed features.
    pub fn features(&self) -> [u32; COUNT] {
        let [_, w1, w, n1, n2] = self.words;
        let number = |tag: Option<Tag>| tag.map_or(63, |tag| tag as u64);
        let (t1, t2) = (number(self.tags[0]), number(self.tags[1]));
        let both = t1 << 6 | t2;
        let form = u64::from(w.form);
        let (class, class_n1) = (u64::from(w.class), u64::from(n1.class));
        let how = u64::from(w.shape.0) | (self.case as u64) << 8 | u64::from(self.initial) << 10;
        let (cap_w1, cap_n1) = (u64::from(w1.shape.0), u64::from(n1.shape.0));
        let values = [
            (how, t1),
            (how, 1 << 20 | class),
            (how, 1 << 21 | w.suffix(3)),
            (how, cap_w1 << 8 | cap_n1),
            (form, 0),
            (form, t1),
            (form, how),
            (form, 1 << 22 | u64::from(n1.form)),
            (form, class_n1),
            (w.suffix(2), class),
            (w.suffix(3), t1),
            (w.suffix(3), class_n1),
            (w.suffix(5), 0),
            (u64::from(w.prefix()), 0),
            (t1, 0),
            (both, class),
            (both, class_n1),
            (t1, class << 16 | class_n1),
            (class_n1, u64::from(n2.class) << 16 | class),
            (u64::from(w1.form), class),
            (u64::from(n1.form), class),
            (u64::from(n1.form), t1),
            (n1.suffix(3), class),
        ];
        let mut keys = [0; COUNT];
        for (template, (key, (a, b))) in keys.iter_mut().zip(values).enumerate() {
            *key = mix(template as u64, a, b);
        }
        keys
    }
}

/// Hashes a template and its two values.
fn mix(template: u64, a: u64, b: u64) -> u32 {
    const A: u64 = 0x9e37_79b9_7f4a_7c15;
    const B: u64 = 0xc2b2_ae3d_27d4_eb4f;
    let a = (a ^ template << 56).wrapping_mul(A);
    let b = b.wrapping_add(template).wrapping_mul(B);
    ((a ^ a >> 29 ^ b.rotate_left(23)).wrapping_mul(A) >> (64 - KEY_BITS)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case_of(text: &str) -> Case {
        Case::of(&text.split(' ').map(Word::of_form).collect::<Vec<_>>())
    }

    #[test]
    fn sentences_show_their_case() {
        assert_eq!(case_of("The mayor of Dunmere resigned on Monday"), Case::Sentence);
        assert_eq!(case_of("Mayor of Dunmere Resigns After Inquiry"), Case::Title);
        assert_eq!(case_of("MAYOR RESIGNS AFTER A 2-YEAR INQUIRY"), Case::Upper);
        assert_eq!(case_of("the mayor has resigned"), Case::Lower);
        assert_eq!(case_of("12 %"), Case::Sentence);
    }

    #[test]
    fn keys_are_repeatable_and_short() {
        let words = ["the", "vote"].map(Word::of_form);
        let keys = Context::new(&words, 1, &[Tag::Dt], Case::Sentence, false).features();
        let again = Context::new(&words, 1, &[Tag::Dt], Case::Sentence, false).features();
        assert_eq!(keys, again);
        assert!(keys.iter().all(|key| key >> KEY_BITS == 0));
        let other = Context::new(&words, 1, &[Tag::Nn], Case::Sentence, false).features();
        assert_ne!(keys, other);
    }
}
