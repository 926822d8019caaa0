//! Names in the text, as rules ask for them: whom a passage names, and where a name stands.

use super::Context;
use crate::document::{Document, TokenSpan};
use crate::lexicon::{Facts, nation};
use crate::tagger::Tag;

/// A name is no longer than this, in tokens.
const LONGEST: u32 = 6;

/// The first name in some tokens that can be a person's: proper nouns of which none names a place, a
/// time or a body.
pub(super) fn first_person(context: &Context<'_, '_>, tokens: TokenSpan) -> Option<TokenSpan> {
    let article = &context.review.article;
    let proper = |t: u32| t < tokens.end && article.tag(t) == Tag::Nnp;
    let mut at = tokens.start;
    while at < tokens.end {
        let end = (at..at + LONGEST).take_while(|&t| proper(t)).last().map_or(at, |t| t + 1);
        let name = TokenSpan { start: at, end };
        if !name.is_empty() && is_person(context, name) {
            return Some(name);
        }
        at = end.max(at + 1);
    }
    None
}

fn is_person(context: &Context<'_, '_>, name: TokenSpan) -> bool {
    let article = &context.review.article;
    let word = |t: u32| article.word(t);
    let short = |w: &str| w.chars().all(|c| c.is_uppercase() || c == '.') || w.chars().count() < 3;
    let the = name.start.checked_sub(1).is_some_and(|t| context.lower(t) == "the");
    let titled = article.lexeme(name.start).facts.any(Facts::TITLE) && name.len() > 1;
    (!the || titled)
        && !article.tag(name.end).is_noun()
        && !(name.start..name.end).any(|t| article.lexeme(t).facts.any(Facts::NO_PERSON))
        && !short(word(name.end - 1))
        && nation(&word(name.end - 1).to_lowercase()).is_none()
}

/// Where each capitalised word stands, in order.
pub(super) struct Places<'t>(Vec<(&'t str, u32)>);

impl<'t> Places<'t> {
    pub(super) fn of(document: &Document<'t>) -> Self {
        let words = (0..document.tokens.len() as u32).map(|t| (document.word(t), t));
        let mut places: Vec<_> =
            words.filter(|(word, _)| word.starts_with(char::is_uppercase)).collect();
        places.sort_unstable();
        Self(places)
    }

    /// All places of a word, in order.
    pub(super) fn all(&self, word: &str) -> &[(&'t str, u32)] {
        let first = self.0.partition_point(|(w, _)| *w < word);
        let count = self.0[first..].partition_point(|(w, _)| *w == word);
        &self.0[first..first + count]
    }

    /// How often a word stands with a capital.
    pub(super) fn count(&self, word: &str) -> usize {
        self.all(word).len()
    }

    /// The last place of a word before a token.
    pub(super) fn last_before(&self, word: &str, token: u32) -> Option<u32> {
        let places = self.all(word);
        places.partition_point(|p| p.1 < token).checked_sub(1).map(|i| places[i].1)
    }

    /// The first place of a word.
    pub(super) fn first(&self, word: &str) -> Option<u32> {
        self.all(word).first().map(|p| p.1)
    }
}

/// The last word of a name that is no "Jr.": the word by which newsrooms name somebody again.
pub(super) fn surname(name: &str) -> &str {
    let suffix = |w: &&str| {
        matches!(w.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV" | "MP" | "QC")
    };
    name.rsplit(' ').find(|w| !suffix(w)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::testing::Draft;

    #[test]
    fn finds_people_and_no_places() {
        let found = |text: &'static str| {
            let review = Draft::new(text).review();
            let context = Context::new(&review);
            let all = TokenSpan { start: 0, end: review.document().tokens.len() as u32 };
            first_person(&context, all).map(|n| context.document().span(n).of(text).to_owned())
        };
        assert_eq!(found("it blames Ann Orr for the fire.").as_deref(), Some("Ann Orr"));
        assert_eq!(found("on Monday it went to Norway."), None);
    }

    #[test]
    fn knows_surnames() {
        assert_eq!(surname("Joseph R. Bidwell Jr."), "Bidwell");
        assert_eq!(surname("Orr"), "Orr");
    }
}
