//! Unsourced prediction and speculation: what will or could come of it, and nobody is named who says so.

use super::Rule;
use super::grammar::{Pattern, adverbs, object, object_of, one_of, tail, verb};
use crate::claim::words;
use crate::grammar::input::{Parsed, Tokens, token, word};
use crate::tagger::Tag;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek};

/// `prediction = sure | outcome | beginning | potential | opportunity`
pub(super) fn prediction(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    alt((sure, outcome, beginning, potential, opportunity)).parse(input)
}

fn pattern(weight: f32) -> Pattern {
    Pattern::new(Rule::UnsourcedPrediction, weight)
}

/// `sure = modal "almost"? "very"? ("likely" | "certainly" | "inevitably" …) verb`
fn sure(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    (modal, opt(word("almost")), opt(word("very")), one_of(words::SURE), infinitive)
        .map(|_| pattern(0.45))
        .parse(input)
}

/// `outcome = modal adverb* verb noun_phrase?`, the verb one of great outcome
fn outcome(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    (modal, adverbs, one_of(words::OUTCOME), opt(object)).map(|_| pattern(0.45)).parse(input)
}

/// `beginning = modal adverb* ("establish" | "create" …) noun_phrase tail`, the noun something to build on
fn beginning(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    (modal, adverbs, one_of(words::FOUND), object_of(words::PROMISE), tail)
        .map(|_| pattern(0.45))
        .parse(input)
}

/// `potential = ("potentially" | "possibly" …) gerund noun_phrase`
fn potential(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let gerund = token(|l| l.tag() == Tag::Vbg);
    (one_of(words::PERHAPS), gerund, object).map(|_| pattern(0.45)).parse(input)
}

/// `opportunity = ("present" | "offer" | "have" …) noun_phrase "to" (verb noun_phrase?)?`, the noun a chance; its
/// words end before a "to" that no verb follows
fn opportunity(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    (
        verb(words::OFFER),
        object_of(words::CHANCE),
        peek(word("to")),
        opt((word("to"), infinitive, opt(object))),
    )
        .map(|_| pattern(0.45))
        .parse(input)
}

fn modal(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|l| l.tag() == Tag::Md).map(|_| ()).parse(input)
}

/// The verb after a modal or "to"; the tagger takes some for nouns.
fn infinitive(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|l| matches!(l.tag(), Tag::Vb | Tag::Vbp | Tag::Nn)).map(|_| ()).parse(input)
}
