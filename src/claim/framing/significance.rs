//! Significance inflation: the writer tells the reader what an event shows.

use super::Rule;
use super::grammar::{Pattern, adverbs, described, object, object_of, one_of, tail, verb};
use crate::claim::words;
use crate::grammar::input::{Parsed, Tokens, token, word};
use crate::tagger::Tag;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// `significance = emphasis | showing | turning | component | role | moment | message`
pub(super) fn significance(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    alt((emphasis, showing, turning, component, role, moment, message)).parse(input)
}

fn pattern(weight: f32) -> Pattern {
    Pattern::new(Rule::SignificanceInflation, weight)
}

/// `emphasis = ("underscore" | "highlight" | "lay" "bare" …) ("how" | noun_phrase)`
fn emphasis(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let lay_bare = (verb(words::LAY), word("bare")).map(|_| ());
    let how = one_of(words::HOW).map(|_| ());
    (alt((verb(words::EMPHASIS).map(|_| ()), lay_bare)), alt((how, object.map(|_| ()))))
        .map(|_| pattern(0.5))
        .parse(input)
}

/// `showing = ("reflect" | "signal" | "suggest" …) noun_phrase tail`, the noun a sign of something greater
fn showing(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    (verb(words::SHOW), object_of(words::SIGN), tail).map(|_| pattern(0.5)).parse(input)
}

/// `turning = ("mark" | "represent" …) noun_phrase tail | "be" adverb* noun_phrase tail`, the noun a step with an
/// adjective, or a milestone
fn turning(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let step = alt((object_of(words::MILESTONE), described(words::TURN)));
    let marks = (verb(words::MARK), step, tail).map(|_| pattern(0.5));
    let is = (verb(words::BE), adverbs, object_of(words::MILESTONE), tail).map(|_| pattern(0.5));
    alt((marks, is)).parse(input)
}

/// `component = ("remain" | "be" | "become") determiner? ("critical" | "key" …) ("component" | "pillar" …)`
fn component(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    (verb(words::BE), opt(determiner), one_of(words::KEY), one_of(words::PART))
        .map(|_| pattern(0.5))
        .parse(input)
}

/// `role = "play" determiner? ("key" | "vital" …) "role"`
fn role(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    (verb(words::PLAY), opt(determiner), one_of(words::KEY), word("role"))
        .map(|_| pattern(0.45))
        .parse(input)
}

/// `moment = "come" "at" noun_phrase ("when" | "of")`, the noun a time or moment
fn moment(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    (verb(words::COME), word("at"), object_of(words::TIME), alt((word("when"), word("of"))))
        .map(|_| pattern(0.5))
        .parse(input)
}

/// `message = ("send" | "deliver") noun_phrase`, the noun a message or signal
fn message(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    (verb(words::SEND), object_of(words::MESSAGE)).map(|_| pattern(0.5)).parse(input)
}

/// `determiner = "a" | "the" | "its" …`
fn determiner(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|l| matches!(l.tag(), Tag::Dt | Tag::PrpS)).map(|_| ()).parse(input)
}
