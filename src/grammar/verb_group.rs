//! Verb groups: auxiliaries, negation, adverbs and the main verb.
//!
//! ```text
//! verb_group = "to"? (modal | auxiliary | adverb | negation)* verb particle?
//! ```

use super::chunk::{Chunk, ChunkKind};
use super::input::{Lex, Parsed, Tokens, between, token};
use crate::tagger::Tag;
use nom::Parser;
use nom::combinator::opt;

/// `verb_group`, as above; its kind is that of its first verb.
pub(crate) fn verb_group(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    let (mut rest, to) = opt(token(|l| l.tag() == Tag::To)).parse(input)?;
    let mut first = None;
    let mut head = None;
    let mut end = rest;
    while let Some(lex) = rest.first() {
        let verb = lex.tag().is_verb() || lex.tag() == Tag::Md;
        let fits = match head {
            _ if !verb => lex.tag().is_adverb(),
            None => true,
            // After a main verb no new group begins within this one.
            Some(last) => continues(last, lex),
        };
        if !fits {
            break;
        }
        rest = nom::Input::take_from(&rest, 1);
        if verb {
            first = first.or(Some(lex));
            head = Some(lex);
            end = rest;
        }
    }
    let (Some(first), Some(head)) = (first, head) else { return Err(nom::Err::Error(())) };
    let kind = match (to, first.tag()) {
        (Some(_), _) => ChunkKind::Infinitive,
        (_, Tag::Vbg) => ChunkKind::Gerund,
        (_, Tag::Vbn) => ChunkKind::Participle,
        (_, Tag::Vb) => ChunkKind::Infinitive,
        _ => ChunkKind::Finite,
    };
    if before_noun(first, end)
        && kind != ChunkKind::Finite
        && to.is_none()
        && first.index == head.index
    {
        return Err(nom::Err::Error(()));
    }
    Ok((end, Chunk { kind, tokens: between(input, end), head: head.index }))
}

/// Whether `next` belongs to the group whose last verb is `last`.
fn continues(last: Lex<'_>, next: Lex<'_>) -> bool {
    if last.tag() == Tag::Md {
        return next.tag() == Tag::Vb;
    }
    let auxiliary = [
        "be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m",
        "’m",
    ]
    .iter()
    .any(|w| last.is(w));
    let have =
        ["have", "has", "had", "having", "'ve", "’ve", "'d", "’d"].iter().any(|w| last.is(w));
    let do_ = ["do", "does", "did"].iter().any(|w| last.is(w));
    match next.tag() {
        Tag::Vbg => auxiliary,
        Tag::Vbn => auxiliary || have || last.is("get") || last.is("got"),
        Tag::Vbd => have || auxiliary,
        Tag::Vb => do_,
        _ => false,
    }
}

/// A lone participle right before a noun is its modifier: "rising prices".
fn before_noun(first: Lex<'_>, rest: Tokens<'_>) -> bool {
    matches!(first.tag(), Tag::Vbg | Tag::Vbn)
        && rest.first().is_some_and(|l| l.tag().is_noun() && !l.tag().is_proper())
}
