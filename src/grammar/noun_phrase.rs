//! Base noun phrases: from the determiner to the head noun, titles and possessives within.
//!
//! ```text
//! noun_phrase = pronoun
//!             | possessor* premodifier* noun+
//!             | determiner number | number
//! possessor   = "his" | premodifier* noun+ "'s"
//! premodifier = predeterminer | determiner | number | currency | adjective | participle | adverb adjective
//! ```

use super::chunk::{Chunk, ChunkKind};
use super::input::{Lex, Parsed, Tokens, between, token};
use crate::document::TokenKind;
use crate::tagger::Tag;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::{many0_count, many1_count};

/// `noun_phrase`, as above.
pub(crate) fn noun_phrase(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    alt((pronoun, full, bare)).parse(input)
}

/// `pronoun = he | she | it | they | … | this | those`
fn pronoun(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    let (rest, lex) = token(|l| matches!(l.tag(), Tag::Prp | Tag::Ex)).parse(input)?;
    Ok((rest, Chunk { kind: ChunkKind::Pronoun, tokens: between(input, rest), head: lex.index }))
}

/// `full = possessor* premodifier* noun+`
fn full(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    let mut rest = input;
    loop {
        let (after, _) = many0_count(premodifier).parse(rest)?;
        let (after, head) = nouns(after)?;
        rest = after;
        match possessive_mark(rest) {
            // What is owned follows; else the possessive stands alone: "Orr's".
            Ok((owned, _)) if owned_follows(owned) => rest = owned,
            Ok((owned, _)) => {
                return Ok((
                    owned,
                    Chunk { kind: ChunkKind::Possessive, tokens: between(input, owned), head },
                ));
            }
            Err(_) => {
                return Ok((
                    rest,
                    Chunk { kind: ChunkKind::Noun, tokens: between(input, rest), head },
                ));
            }
        }
    }
}

/// `nouns = noun+`; the head is the last one.
fn nouns(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, _) = many1_count(token(is_noun)).parse(input)?;
    let last = between(input, rest).end - 1;
    Ok((rest, last))
}

/// `bare = determiner* number | demonstrative`: some, many, this, 12
fn bare(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    let alone =
        |l: Lex<'_>| matches!(l.tag(), Tag::Dt | Tag::Pdt) && !is_article(l) && !l.is("that");
    let (rest, _) = alt((
        many1_count(token(|l| matches!(l.tag(), Tag::Cd | Tag::Dollar))),
        token(alone).map(|_| 1),
    ))
    .parse(input)?;
    let tokens = between(input, rest);
    let kind = if input.first().is_some_and(|l| l.tag() == Tag::PrpS) {
        ChunkKind::Possessive
    } else {
        ChunkKind::Noun
    };
    Ok((rest, Chunk { kind, tokens, head: tokens.end - 1 }))
}

fn premodifier(input: Tokens<'_>) -> Parsed<'_, Lex<'_>> {
    // An adverb belongs only before an adjective: "the most likely winner".
    let (rest, _) =
        opt(token(|l| l.tag().is_adverb()).and(token_ahead(is_premodifier))).parse(input)?;
    token(is_premodifier).parse(rest)
}

/// Looks at the next token without taking it.
fn token_ahead<'a>(
    predicate: impl Fn(Lex<'a>) -> bool,
) -> impl Parser<Tokens<'a>, Output = (), Error = ()> {
    move |input: Tokens<'a>| match input.first() {
        Some(lex) if predicate(lex) => Ok((input, ())),
        _ => Err(nom::Err::Error(())),
    }
}

fn is_premodifier(lex: Lex<'_>) -> bool {
    match lex.tag() {
        Tag::Dt | Tag::Pdt | Tag::PrpS | Tag::WpS | Tag::Cd | Tag::Dollar => {
            !lex.is("that") || !lex.tag().is_wh()
        }
        Tag::Jj | Tag::Jjr | Tag::Jjs | Tag::Vbn | Tag::Vbg => true,
        _ => false,
    }
}

fn is_noun(lex: Lex<'_>) -> bool {
    lex.tag().is_noun() || matches!(lex.kind(), TokenKind::Handle | TokenKind::Hashtag)
}

fn is_article(lex: Lex<'_>) -> bool {
    lex.is("the") || lex.is("a") || lex.is("an") || lex.is("every") || lex.is("no")
}

/// `'s`, or the apostrophe alone after a plural.
fn possessive_mark(input: Tokens<'_>) -> Parsed<'_, Lex<'_>> {
    token(|l| l.tag() == Tag::Pos).parse(input)
}

/// Whether a noun phrase goes on after a possessive.
fn owned_follows(input: Tokens<'_>) -> bool {
    (many0_count(premodifier), nouns).parse(input).is_ok()
}
