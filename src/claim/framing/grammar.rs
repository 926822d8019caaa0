//! What the productions of framing share: words by class, noun phrases by their heads.

use super::Rule;
use crate::claim::words::{self, Class};
use crate::grammar::chunk::{Chunk, ChunkKind};
use crate::grammar::input::{Lex, Parsed, Tokens, token};
use crate::grammar::noun_phrase::noun_phrase;
use crate::tagger::Tag;
use nom::combinator::{opt, verify};
use nom::multi::many0_count;
use nom::{Input, Parser};

/// What a production found: the words it took are the span.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pattern {
    pub(super) rule: Rule,
    pub(super) weight: f32,
}

impl Pattern {
    pub(super) fn new(rule: Rule, weight: f32) -> Self {
        Self { rule, weight }
    }
}

/// Whether a token's word is in a class.
pub(super) fn is(lex: Lex<'_>, class: Class) -> bool {
    words::classes(lex.form()).any(class)
}

/// A token of a class.
pub(super) fn one_of<'a>(class: Class) -> impl Parser<Tokens<'a>, Output = Lex<'a>, Error = ()> {
    token(move |lex| is(lex, class))
}

/// A verb of a class, in any form; the tagger takes some in -s for plurals.
pub(super) fn verb<'a>(class: Class) -> impl Parser<Tokens<'a>, Output = Lex<'a>, Error = ()> {
    token(move |lex| (lex.tag().is_verb() || lex.tag() == Tag::Nns) && is(lex, class))
}

/// `object = noun_phrase`, a base one.
pub(super) fn object(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    verify(noun_phrase, |chunk: &Chunk| chunk.kind == ChunkKind::Noun).parse(input)
}

/// `nominal = noun_phrase | pronoun`
pub(super) fn nominal(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    verify(noun_phrase, |chunk: &Chunk| chunk.kind.is_nominal()).parse(input)
}

/// A base noun phrase whose head is of a class.
pub(super) fn object_of<'a>(class: Class) -> impl Parser<Tokens<'a>, Output = Lex<'a>, Error = ()> {
    move |input: Tokens<'a>| {
        let (rest, chunk) = object(input)?;
        let head = input.at(chunk.head - Tokens::position(&input));
        match head {
            Some(head) if is(head, class) => Ok((rest, head)),
            _ => Err(nom::Err::Error(())),
        }
    }
}

/// As above, with an adjective in it: "a notable shift".
pub(super) fn described<'a>(class: Class) -> impl Parser<Tokens<'a>, Output = Lex<'a>, Error = ()> {
    let mut object = object_of(class);
    move |input: Tokens<'a>| {
        let (rest, head) = object.parse(input)?;
        let words = input.iter_elements().take_while(|lex| lex.index < head.index);
        let adjective = words.into_iter().any(|lex| lex.tag().is_adjective());
        if adjective { Ok((rest, head)) } else { Err(nom::Err::Error(())) }
    }
}

/// `tail = ("of" | "in" | "to" | "for" …) noun_phrase`, where there is one.
pub(super) fn tail(input: Tokens<'_>) -> Parsed<'_, ()> {
    opt((one_of(words::LINK), object)).map(|_| ()).parse(input)
}

/// Adverbs, any number.
pub(super) fn adverbs(input: Tokens<'_>) -> Parsed<'_, ()> {
    many0_count(token(|lex: Lex<'_>| lex.tag().is_adverb())).map(|_| ()).parse(input)
}
