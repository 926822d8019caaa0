//! How much a phrase stands in view: by its place in the sentence, and what pronouns are.

use super::role::Gender;
use crate::article::Article;
use crate::document::{TokenKind, TokenSpan};
use crate::tagger::Tag;

/// How much a phrase is in view by its place in the sentence: a subject 5, a possessive 1, others 2.
pub(super) fn weight(article: &Article<'_>, span: TokenSpan, start: u32) -> i32 {
    let next = article.tag(span.end);
    let before = span.start.checked_sub(1).filter(|&t| t >= start);
    let after_preposition = before.is_some_and(|t| article.tag(t) == Tag::In);
    let verb = next.is_finite_verb()
        || next.is_adverb() && article.tag(span.end + 1).is_finite_verb()
        || article.word(span.end) == "," && before.is_none();
    let inverted =
        matches!(article.word(span.end), "." | "," | "") && is_inverted(article, span, start);
    match next {
        Tag::Pos if before.is_none() => 3,
        Tag::Pos => 1,
        _ if verb && !after_preposition || inverted => 5,
        _ if before.is_none() => 4,
        _ => 2,
    }
}

/// `("," | "”") verb [noun "'s"] name`: the verb of speech stands before its subject.
fn is_inverted(article: &Article<'_>, span: TokenSpan, start: u32) -> bool {
    let part = |t: &u32| {
        let tag = article.tag(*t);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Pos | Tag::Dt)
    };
    let floor = start.max(span.start.saturating_sub(6));
    let first = (floor..span.start).rev().take_while(part).last().unwrap_or(span.start);
    let Some(verb) = first.checked_sub(1).filter(|&t| t >= start) else { return false };
    let after_content = verb > start
        && (article.word(verb - 1) == ","
            || article.document.tokens[verb as usize - 1].kind == TokenKind::CloseQuote);
    after_content && article.tag(verb).is_finite_verb()
}

/// The gender of a third-person pronoun, and whether it is a subject.
pub(super) fn third_person(article: &Article<'_>, at: u32) -> Option<(Gender, bool)> {
    if !matches!(article.tag(at), Tag::Prp | Tag::PrpS) {
        return None;
    }
    let word = article.word(at);
    let is = |options: &[&str]| options.iter().any(|o| word.eq_ignore_ascii_case(o));
    match () {
        () if is(&["he"]) => Some((Gender::He, true)),
        () if is(&["she"]) => Some((Gender::She, true)),
        () if is(&["his", "him", "himself"]) => Some((Gender::He, false)),
        () if is(&["her", "hers", "herself"]) => Some((Gender::She, false)),
        () => None,
    }
}

/// `("I" ("am" | "'m") | "name" "is") name`: a speaker says who they are.
pub(super) fn is_self(article: &Article<'_>, name: TokenSpan) -> bool {
    let Some(verb) = name.start.checked_sub(1) else { return false };
    let Some(subject) = verb.checked_sub(1) else { return false };
    let quoted = article.document.tokens.get(verb as usize).is_some_and(|t| t.quoted);
    let word = |t| article.word(t);
    quoted
        && match word(subject) {
            "I" => matches!(word(verb), "am" | "’m" | "'m"),
            "name" => matches!(word(verb), "is" | "’s" | "'s"),
            _ => false,
        }
}

/// Whether a phrase says who somebody else is: an apposition, a predicate, a comparison.
pub(super) fn describes(article: &Article<'_>, phrase: TokenSpan, start: u32) -> bool {
    let Some(before) = phrase.start.checked_sub(1).filter(|&t| t >= start) else { return false };
    let apposed = article.word(before) == ","
        && before.checked_sub(1).is_some_and(|t| article.tag(t).is_proper());
    apposed || matches!(article.word(before), "as" | "like" | "than") || is_be(article.word(before))
}

fn is_be(word: &str) -> bool {
    matches!(
        word,
        "is" | "was" | "’s" | "'s" | "be" | "been" | "being" | "became" | "become" | "not"
    )
}
