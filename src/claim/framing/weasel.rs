//! Weasel words, and causes suggested by order in time.

use super::Rule;
use super::grammar::{Pattern, object_of, one_of, verb};
use crate::claim::words;
use crate::grammar::input::{Lex, Parsed, Tokens, token, word};
use crate::tagger::Tag;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// `weasel = concern | many | widely | reflecting`: nobody is named who thinks so
pub(super) fn weasel(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    alt((concern, many, widely, reflecting))
        .map(|weight| Pattern::new(Rule::Weasel, weight))
        .parse(input)
}

/// `concern = ("growing" | "mounting" | "widespread") adjective* ("concern" | "fear" | "unease" …)`
fn concern(input: Tokens<'_>) -> Parsed<'_, f32> {
    let adjective = |l: Lex<'_>| l.tag().is_adjective() || l.tag() == Tag::Nn;
    let worry = one_of(words::WORRY);
    (
        one_of(words::GROWING),
        opt(token(move |l| adjective(l) && !super::grammar::is(l, words::WORRY))),
        worry,
    )
        .map(|_| 0.45)
        .parse(input)
}

/// `reflecting = ("reflect" …) concern`
fn reflecting(input: Tokens<'_>) -> Parsed<'_, f32> {
    (verb(words::SHOW), concern).map(|(_, weight)| weight).parse(input)
}

/// `many = ("many" | "some" | "most") people? ("believe" | "feel" …)`
fn many(input: Tokens<'_>) -> Parsed<'_, f32> {
    (
        one_of(words::MANY),
        opt(one_of(words::PEOPLE)),
        opt(token(|l| l.tag().is_adverb())),
        verb(words::BELIEVE),
    )
        .map(|_| 0.45)
        .parse(input)
}

/// `widely = ("widely" | "generally" …) ("seen" | "regarded" …)`
fn widely(input: Tokens<'_>) -> Parsed<'_, f32> {
    (one_of(words::WIDELY), one_of(words::SEEN)).map(|_| 0.45).parse(input)
}

/// `implied_cause = ("just" | "only" | "mere") number? "days" "after" | "amid" noun_phrase`: what comes before is
/// no effect
pub(super) fn implied_cause(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    alt((just_after, amid)).map(|weight| Pattern::new(Rule::ImpliedCause, weight)).parse(input)
}

fn just_after(input: Tokens<'_>) -> Parsed<'_, f32> {
    let number = token(|l| matches!(l.tag(), Tag::Cd | Tag::Dt | Tag::Jj));
    (one_of(words::JUST), opt(number), one_of(words::DAYS), word("after"))
        .map(|_| 0.45)
        .parse(input)
}

/// Only what accuses or alarms: "amid heavy rain" suggests nothing.
fn amid(input: Tokens<'_>) -> Parsed<'_, f32> {
    (alt((word("amid"), word("amidst"))), object_of(words::STORM)).map(|_| 0.45).parse(input)
}
