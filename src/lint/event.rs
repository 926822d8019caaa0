//! Occasions on which words fall (testimony, speeches, hearings, votes), and dates near them.

use super::Context;
use super::word_set::WordSet;
use crate::Span;
use crate::document::{TokenKind, TokenSpan};
use crate::lexicon::Facts;
use crate::lower::lower;
use crate::tagger::Tag;
use std::cell::OnceCell;

/// An occasion that the text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Event {
    /// Its noun, in the singular: `testimony`, `hearing`.
    pub(super) noun: &'static str,
    /// The phrase that names it: `his congressional testimony`.
    pub(super) span: Span,
    /// Whether words were spoken on it that could be quoted.
    pub(super) spoken: bool,
    /// Whether it is cited as the place of something: `during his testimony`.
    pub(super) cited: bool,
}

/// Nouns as written, in the singular, and whether words are spoken.
const NOUNS: &[(&str, &str, bool)] = &[
    ("briefing", "briefing", true),
    ("conference", "news conference", true),
    ("filing", "filing", false),
    ("hearing", "hearing", false),
    ("interview", "interview", true),
    ("remarks", "remarks", true),
    ("ruling", "ruling", false),
    ("speech", "speech", true),
    ("testimony", "testimony", true),
    ("vote", "vote", false),
];

/// Prepositions that cite an occasion as a place or time.
const PLACING: &[&str] = &["after", "at", "during", "following", "in", "throughout"];

/// A phrase before its noun is no longer than this, in tokens.
const LONGEST_PHRASE: u32 = 6;

/// The occasions that the writer's own words name, in order.
pub(super) fn events(context: &Context<'_, '_>) -> Vec<Event> {
    context.own_tokens().filter_map(|t| event_at(context, t)).collect()
}

fn event_at(context: &Context<'_, '_>, token: u32) -> Option<Event> {
    let article = &context.review.article;
    if !article.tag(token).is_noun() || article.tag(token + 1).is_noun() {
        return None;
    }
    let word = context.document().word(token);
    let &(_, noun, spoken) = NOUNS.iter().find(|(form, ..)| form.eq_ignore_ascii_case(word))?;
    let first = phrase_start(context, token);
    let before = first.checked_sub(1).map_or("", |t| context.document().word(t));
    let held = first < token && is_determined(context, first) || noun == "remarks";
    let meeting = noun != "news conference"
        || matches!(&*context.lower(token.saturating_sub(1)), "news" | "press");
    (held && meeting).then(|| Event {
        noun,
        span: context.document().span(TokenSpan { start: first, end: token + 1 }),
        spoken,
        cited: PLACING.iter().any(|p| p.eq_ignore_ascii_case(before)),
    })
}

/// The first token of the noun phrase that ends with `token`.
fn phrase_start(context: &Context<'_, '_>, token: u32) -> u32 {
    use Tag::*;
    let article = &context.review.article;
    let mut first = token;
    while let Some(t) = first.checked_sub(1).filter(|&t| t + LONGEST_PHRASE > token) {
        let tag = article.tag(t);
        if !(tag.is_noun() || tag.is_adjective() || matches!(tag, Dt | PrpS | Pos | Cd | Vbn | Vbg))
        {
            break;
        }
        first = t;
        if matches!(tag, Dt | PrpS) {
            break;
        }
    }
    first
}

/// A determiner, a possessive or a name before it: an occasion, not a notion such as "free speech".
fn is_determined(context: &Context<'_, '_>, first: u32) -> bool {
    let tag = context.review.article.tag(first);
    matches!(tag, Tag::Dt | Tag::PrpS) || tag.is_proper()
}

/// For every block, whether it holds a date or names a record that does; read when it is first
/// asked for.
pub(super) struct Dates(Vec<OnceCell<bool>>);

impl Dates {
    pub(super) fn of(context: &Context<'_, '_>) -> Self {
        Self(vec![OnceCell::new(); context.document().blocks.len()])
    }

    /// Whether a block is dated.
    pub(super) fn holds(&self, context: &Context<'_, '_>, block: usize) -> bool {
        let tokens = context.document().blocks[block].tokens;
        let dated = |t| is_date(context, t) || is_record(context, t);
        *self.0[block].get_or_init(|| (tokens.start..tokens.end).any(dated))
    }
}

/// Whether a date begins at or runs through a token: a weekday, a month, a year, `yesterday`, `last week`.
fn is_date(context: &Context<'_, '_>, token: u32) -> bool {
    let article = &context.review.article;
    let facts = article.lexeme(token).facts;
    if facts.any(Facts::WEEKDAY) {
        return true;
    }
    if facts.any(Facts::MONTH) {
        return article.tag(token).is_proper();
    }
    let word = article.word(token);
    if context.document().tokens[token as usize].kind == TokenKind::Number {
        return is_year(word);
    }
    match &*lower(word) {
        "yesterday" | "today" | "tonight" | "ago" => true,
        "week" | "month" | "year" | "night" | "morning" | "afternoon" | "evening" => {
            let before = token.checked_sub(1).map(|t| context.lower(t)).unwrap_or_default();
            matches!(&*before, "last" | "this")
        }
        _ => false,
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|y| (1900..2100).contains(&y))
}

fn is_record(context: &Context<'_, '_>, token: u32) -> bool {
    context.is_any(
        token,
        const {
            &WordSet::of(&[
                "transcript",
                "transcripts",
                "minutes",
                "docket",
                "recording",
                "footage",
            ])
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::testing::Draft;

    fn found(text: &'static str) -> Vec<(&'static str, bool)> {
        let review = Draft::new(text).review();
        events(&Context::new(&review)).iter().map(|e| (e.noun, e.cited)).collect()
    }

    #[test]
    fn tells_occasions_from_notions() {
        assert_eq!(
            found("Before it rains.\n\nDuring her testimony she wept."),
            [("testimony", true)]
        );
        assert_eq!(found("Before it rains.\n\nThe hearing was long."), [("hearing", false)]);
        assert_eq!(found("Before it rains.\n\nIt protects free speech in public."), []);
        assert_eq!(found("Before it rains.\n\nThe conference was long."), []);
    }

    #[test]
    fn finds_dates() {
        let dated = |text| {
            let review = Draft::new(text).review();
            let context = Context::new(&review);
            Dates::of(&context).holds(&context, 0)
        };
        assert!(dated("She spoke on Tuesday about the bridge and its bearings."));
        assert!(dated("She spoke in 2019 about the bridge and its old bearings."));
        assert!(dated("She spoke last week about the bridge and its bearings."));
        assert!(!dated("She spoke in the coming weeks about 4,000 new bearings."));
    }
}
