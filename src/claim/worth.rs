//! Check-worthiness: how much a claim asks to be checked.
//!
//! After Hassan et al., *Toward Automated Fact-Checking* (ClaimBuster, 2017), and Konstantinovskiy et al. (2021): numbers,
//! comparisons, causes, laws and deeds ask for a check; opinion, forecasts, questions and experience do not.

use super::clause::Piece;
use super::words::{self, Class};
use super::{Framing, FramingCategory};
use crate::article::Article;
use crate::document::TokenKind;
use crate::lexicon::Facts;
use crate::tagger::Tag;

/// What a claim has before any ground is counted.
const BASE: f32 = 0.2;

/// A reason why a claim does or does not ask for a check; its number is its place in [`WEIGHTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    Number,
    Money,
    Comparison,
    First,
    Cause,
    Date,
    Law,
    NamedAct,
    Fact,
    Opinion,
    Future,
    Question,
    Experience,
    NoVerb,
}

/// How much each ground adds, once however often it is met; the sum is cut to 0 … 1.
const WEIGHTS: [(Ground, f32); 14] = [
    // A figure that can be looked up.
    (Ground::Number, 0.22),
    // A sum of money, beyond the figure.
    (Ground::Money, 0.08),
    // More, less, rose, fell.
    (Ground::Comparison, 0.15),
    // First, only, most: wrong if there is one other.
    (Ground::First, 0.12),
    // Because, led to, caused.
    (Ground::Cause, 0.12),
    // A month, a day, a year: it happened or it did not.
    (Ground::Date, 0.1),
    // Laws, votes, rulings: there is a record.
    (Ground::Law, 0.12),
    // A name before a verb in the past.
    (Ground::NamedAct, 0.12),
    // A verb in the past or present.
    (Ground::Fact, 0.1),
    // I think, should; the writer's judgement.
    (Ground::Opinion, -0.2),
    // Will, could: nothing to look up yet.
    (Ground::Future, -0.15),
    (Ground::Question, -0.3),
    // I, we, my: only the speaker knows.
    (Ground::Experience, -0.15),
    // Headings and fragments say little by themselves.
    (Ground::NoVerb, -0.1),
];

/// Grounds as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Grounds(u16);

impl Grounds {
    fn add(&mut self, ground: Ground, holds: bool) {
        self.0 |= u16::from(holds) << ground as u16;
    }

    fn holds(self, ground: Ground) -> bool {
        self.0 & 1 << ground as u16 != 0
    }

    fn sum(self) -> f32 {
        WEIGHTS.iter().filter(|(g, _)| self.holds(*g)).map(|(_, weight)| weight).sum()
    }
}

/// How much a claim asks to be checked, 0 to 1.
pub(super) fn check_worthiness(article: &Article<'_>, piece: Piece, framing: &[Framing]) -> f32 {
    (BASE + grounds(article, piece, framing).sum()).clamp(0.0, 1.0)
}

fn grounds(article: &Article<'_>, piece: Piece, framing: &[Framing]) -> Grounds {
    let mut grounds = Grounds::default();
    let mut named = false;
    let mut verb = false;
    for i in piece.tokens.range().map(|i| i as u32) {
        let (tag, lexeme) = (article.tag(i), article.lexeme(i));
        let class = words::classes(lexeme.form);
        let is = |c: Class| class.any(c);
        let kind = article.document.tokens[i as usize].kind;
        let past = matches!(tag, Tag::Vbd | Tag::Vbn);
        grounds.add(Ground::Number, kind == TokenKind::Number || tag == Tag::Cd);
        grounds.add(Ground::Money, kind == TokenKind::Currency || is(words::MONEY));
        grounds.add(Ground::Comparison, matches!(tag, Tag::Jjr | Tag::Rbr) || is(words::CHANGE));
        grounds.add(Ground::First, matches!(tag, Tag::Jjs | Tag::Rbs) || is(words::FIRST));
        grounds.add(Ground::Cause, is(words::CAUSE));
        grounds.add(
            Ground::Date,
            lexeme.facts.any(Facts::MONTH.or(Facts::WEEKDAY)) && tag.is_proper(),
        );
        grounds.add(Ground::Law, is(words::LAW));
        grounds.add(Ground::NamedAct, named && past);
        grounds.add(Ground::Fact, matches!(tag, Tag::Vbd | Tag::Vbz | Tag::Vbp));
        grounds.add(Ground::Opinion, is(words::OPINION));
        grounds.add(Ground::Future, tag == Tag::Md);
        grounds.add(Ground::Experience, is(words::SELF));
        named |= tag.is_proper();
        verb |= tag.is_verb();
    }
    let last = piece.tokens.end.saturating_sub(1);
    grounds.add(Ground::Question, (last.saturating_sub(1)..=last).any(|i| article.word(i) == "?"));
    grounds.add(Ground::NoVerb, !verb);
    grounds.add(Ground::Opinion, framing.iter().any(|f| is_view(f.category)));
    grounds
}

/// Framing that leaves nothing to check.
fn is_view(category: FramingCategory) -> bool {
    matches!(
        category,
        FramingCategory::Significance | FramingCategory::Motive | FramingCategory::Prediction
    )
}
