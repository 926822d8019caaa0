//! Loaded contrasts: what somebody is praised for is set against a straw man.

use super::Rule;
use super::grammar::{Pattern, nominal, object, one_of, verb};
use crate::claim::words;
use crate::grammar::input::{Parsed, Tokens, token, word};
use crate::tagger::Tag;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// `contrast = beyond | rather_than | instead_of`
pub(super) fn contrast(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    alt((beyond, rather_than, instead_of)).parse(input)
}

fn pattern(weight: f32) -> Pattern {
    Pattern::new(Rule::LoadedLanguage, weight)
}

/// `beyond = ("move" | "go" …) ("beyond" | "past") noun_phrase ("to" | "toward") noun_phrase`
fn beyond(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let to = alt((word("to"), word("toward"), word("towards"), word("into")));
    (verb(words::MOVE), alt((word("beyond"), word("past"))), object, to, object)
        .map(|_| pattern(0.45))
        .parse(input)
}

/// `rather_than = ("through" | "by" | "with") noun_phrase "rather" "than" noun_phrase`
fn rather_than(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    (one_of(words::MEANS), object, word("rather"), word("than"), object)
        .map(|_| pattern(0.45))
        .parse(input)
}

/// `instead_of = ("build" …) noun_phrase ("instead" "of" | "rather" "than") gerund nominal?`, the verb one of virtue
fn instead_of(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let gerund = token(|l| l.tag() == Tag::Vbg);
    let or = alt(((word("instead"), word("of")), (word("rather"), word("than"))));
    (verb(words::BUILD), object, or, gerund, opt(nominal)).map(|_| pattern(0.45)).parse(input)
}
