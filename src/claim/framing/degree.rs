//! Degrees that judge: superlatives of blame and praise, comparisons that sneer.

use super::Rule;
use super::grammar::{Pattern, adverbs, object, one_of, verb};
use crate::claim::words;
use crate::grammar::input::{Parsed, Tokens, token, word};
use crate::tagger::Tag;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::many0_count;

/// `degree = utmost | sneer | no_paragon`
pub(super) fn degree(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    alt((utmost, sneer, no_paragon)).parse(input)
}

/// `utmost = ("worst" | "greatest" …) (noun | adjective)* ("ever" | "in" "recent"? ("history" | "memory") | "of" "all" "time")`
fn utmost(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let nouns = many0_count(token(|l| l.tag().is_noun() || l.tag().is_adjective()));
    let in_history = (
        word("in"),
        opt(token(|l| l.tag().is_adjective() || l.tag().is_proper() || l.tag() == Tag::Vbg)),
        one_of(words::HISTORY),
    );
    let ever = alt((
        word("ever").map(|_| ()),
        in_history.map(|_| ()),
        (word("of"), word("all"), word("time")).map(|_| ()),
    ));
    (one_of(words::UTMOST), nouns, ever).map(|_| Pattern::new(Rule::Intensifier, 0.45)).parse(input)
}

/// `sneer = ("less" | "more") ("of" | "like") noun_phrase ","? "than" noun_phrase`
fn sneer(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let of = alt((word("of"), word("like")));
    (one_of(words::MORE_OR_LESS), of, object, opt(word(",")), word("than"), object)
        .map(|_| Pattern::new(Rule::LoadedLanguage, 0.45))
        .parse(input)
}

/// `no_paragon = "be" adverb* "no" ("saint" | "genius" …)`
fn no_paragon(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    (verb(words::BE), adverbs, word("no"), one_of(words::PARAGON))
        .map(|_| Pattern::new(Rule::LoadedLanguage, 0.45))
        .parse(input)
}
