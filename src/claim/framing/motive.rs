//! Imputed motive: a state of mind stated as fact.

use super::Rule;
use super::grammar::{Pattern, adverbs, object, object_of, one_of, verb};
use crate::claim::words;
use crate::grammar::input::{Parsed, Tokens, word};
use crate::tagger::Tag;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// `motive = attitude | portrait | aim | bent`
pub(super) fn motive(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    alt((attitude, portrait, aim, bent)).parse(input)
}

fn pattern(weight: f32) -> Pattern {
    Pattern::new(Rule::ImputedMotive, weight)
}

/// `attitude = ("demonstrate" | "signal" | "align" "with" …) noun_phrase`, the noun a state of mind
fn attitude(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let shows = words::SHOW.or(words::EMPHASIS);
    (verb(shows), opt(word("with")), object_of(words::ATTITUDE)).map(|_| pattern(0.5)).parse(input)
}

/// `portrait = ("reveal" | "show" …) noun_phrase ("who" | "eager" | "willing" …)`, the noun a person or body
fn portrait(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let mind = alt((word("who"), one_of(words::BENT)));
    (verb(words::SHOW), object_of(words::LEADER), mind).map(|_| pattern(0.45)).parse(input)
}

/// `aim = ("aim" | "seek" | "strive") "to" verb noun_phrase`, the verb one of remedy or harm
fn aim(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    (verb(words::AIM), word("to"), adverbs, one_of(words::REMEDY), object)
        .map(|_| pattern(0.45))
        .parse(input)
}

/// `bent = ("be" | "seem") adverb* ("determined" | "eager" | "desperate" …) ("to" verb)?`
fn bent(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let infinitive = (word("to"), crate::grammar::input::token(|l| l.tag() == Tag::Vb));
    (verb(words::BE), adverbs, one_of(words::BENT), opt(infinitive))
        .map(|_| pattern(0.45))
        .parse(input)
}
