//! Tone: clues too faint to report that still tell comment from report.
//!
//! After Biber, *Variation across Speech and Writing* (1988), Wiebe et al., *Learning Subjective Language* (2004),
//! and Recasens et al. (2013): opinion is denser than report in adverbs, degrees, absolutes, negation, the present
//! tense, duties, and words to the reader. One clue says nothing; a sentence full of them reads as comment.

use crate::article::Article;
use crate::claim::voice::Owners;
use crate::claim::words::{self, Class};
use crate::document::TokenSpan;
use crate::tagger::Tag;

/// What colours a sentence; its number is its place in [`WEIGHTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clue {
    Adverb,
    Present,
    Degree,
    Absolute,
    Negation,
    Duty,
    Writer,
    Reader,
    Question,
    Exclamation,
}

/// How strongly each clue colours, 0 to 1, each time it is met.
const WEIGHTS: [(Clue, f32); 10] = [
    (Clue::Adverb, 0.04),
    // Comment tells what is, report what was.
    (Clue::Present, 0.03),
    // so, such, too, even
    (Clue::Degree, 0.08),
    // always, every, nobody
    (Clue::Absolute, 0.08),
    (Clue::Negation, 0.05),
    // should, must
    (Clue::Duty, 0.1),
    // I, we, our
    (Clue::Writer, 0.15),
    (Clue::Reader, 0.2),
    (Clue::Question, 0.15),
    (Clue::Exclamation, 0.25),
];

/// A clue counts so often at most: length is no tone.
const MOST: i32 = 3;

/// The strength of the clues in a stretch that nobody else's words are, 0 to 1: `1 − Π (1 − weight)`.
pub(super) fn strength(article: &Article<'_>, owners: &Owners<'_>, tokens: TokenSpan) -> f32 {
    let mut counts = [0; WEIGHTS.len()];
    for i in tokens.range().map(|i| i as u32).filter(|&i| !owners.is_cited(i)) {
        let (tag, class) = (article.tag(i), words::classes(article.lexeme(i).form));
        let mut count = |clue: Clue, holds: bool| counts[clue as usize] += i32::from(holds);
        let is = |c: Class| class.any(c);
        let pronoun = matches!(tag, Tag::Prp | Tag::PrpS);
        count(Clue::Adverb, tag.is_adverb());
        count(Clue::Present, matches!(tag, Tag::Vbz | Tag::Vbp));
        count(Clue::Degree, is(words::DEGREE));
        count(Clue::Absolute, is(words::ABSOLUTE));
        count(Clue::Negation, is(words::NEGATION));
        count(Clue::Duty, is(words::DUTY));
        count(Clue::Writer, pronoun && is(words::OURS.or(words::MINE)));
        count(Clue::Reader, pronoun && is(words::YOURS));
        count(Clue::Question, tag == Tag::Period && article.word(i) == "?");
        count(Clue::Exclamation, tag == Tag::Period && article.word(i) == "!");
    }
    // Not `powi`, which is not as precise on every machine.
    let power = |base: f32, n: i32| (0..n.min(MOST)).fold(1.0, |power, _| power * base);
    let plain: f32 = WEIGHTS.iter().zip(counts).map(|((_, w), n)| power(1.0 - w, n)).product();
    1.0 - plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::tests::article;

    fn tone(text: &str) -> f32 {
        let article = article(text);
        let owners = Owners::read(&article, &[], &[], &[]);
        strength(&article, &owners, TokenSpan::new(0, article.document.tokens.len()))
    }

    #[test]
    fn the_table_is_in_the_order_of_its_clues() {
        assert!(WEIGHTS.iter().enumerate().all(|(i, (clue, _))| *clue as usize == i));
    }

    #[test]
    fn comment_has_more_of_it_than_report() {
        assert_eq!(tone("The council met in Dover on Monday."), 0.0);
        let order = [
            "The council met in Dover.",
            "The council rarely met in Dover.",
            "Why do we always put up with so much?",
        ];
        assert!(order.map(tone).is_sorted_by(|a, b| a < b));
        // What is quoted has no tone of the writer's.
        assert_eq!(tone("“We must never do so!”"), 0.0);
    }
}
