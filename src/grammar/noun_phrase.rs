//! Base noun phrases: from the determiner to the head noun, titles and possessives within.
//!
//! ```text
//! noun_phrase = pronoun | full | bare
//! full        = possessor* determined
//! possessor   = determined "'s"
//! determined  = predeterminer? determiner? modifier* (noun+ | &determiner nominal | &capital adjective)
//! modifier    = (adverb &modifier)? (number | currency | adjective | participle)
//! nominal     = adjective | number            the poor, the 1990s, about four in 10
//! bare        = quantifier | number+          some, many, 12
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

/// `pronoun = he | she | it | they | … | "her" that owns nothing`
fn pronoun(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    let (rest, lex) = token(|l| matches!(l.tag(), Tag::Prp | Tag::Ex | Tag::PrpS)).parse(input)?;
    if lex.tag() == Tag::PrpS && determined(input).is_ok() {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Chunk { kind: ChunkKind::Pronoun, tokens: between(input, rest), head: lex.index }))
}

/// `full = possessor* determined`
fn full(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    let mut rest = input;
    loop {
        let (after, head) = determined(rest)?;
        rest = after;
        match possessive_mark(rest) {
            // What is owned follows; else the possessive stands alone: "Orr's".
            Ok((owned, _)) if determined(owned).is_ok() => rest = owned,
            Ok((owned, _)) => {
                let tokens = between(input, owned);
                return Ok((owned, Chunk { kind: ChunkKind::Possessive, tokens, head }));
            }
            Err(_) => {
                let tokens = between(input, rest);
                return Ok((rest, Chunk { kind: ChunkKind::Noun, tokens, head }));
            }
        }
    }
}

/// `determined = predeterminer? determiner? modifier* (noun+ | &determiner nominal)`; gives the head
fn determined(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, predeterminer) = opt(token(|l| l.tag() == Tag::Pdt)).parse(input)?;
    let (rest, determiner) = opt(token(is_determiner)).parse(rest)?;
    let (modified, modifiers) = many0_count(modifier).parse(rest)?;
    if let Ok((rest, _)) = many1_count(token(is_noun)).parse(modified) {
        return Ok((rest, between(input, rest).end - 1));
    }
    let head = between(input, modified).end.saturating_sub(1);
    // A capital within a sentence makes a name of what was taken for an adjective: said Devine.
    let nominal = determiner.is_some() || predeterminer.is_some() || input.is_name(head);
    if modifiers > 0 && nominal {
        return Ok((modified, head));
    }
    Err(nom::Err::Error(()))
}

/// `bare = quantifier | number+`: some, many, this, 12
fn bare(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    let number = many1_count(token(|l| matches!(l.tag(), Tag::Cd | Tag::Dollar)));
    let (rest, _) = alt((number, token(is_quantifier).map(|_| 1))).parse(input)?;
    let tokens = between(input, rest);
    Ok((rest, Chunk { kind: ChunkKind::Noun, tokens, head: tokens.end - 1 }))
}

/// A determiner or adjective of number that stands for what it counts.
fn is_quantifier(lex: Lex<'_>) -> bool {
    const WORDS: &[&str] = &["many", "few", "most", "several", "more", "others"];
    match lex.tag() {
        Tag::Dt | Tag::Pdt => !is_article(lex) && !lex.is("that"),
        Tag::Jj | Tag::Jjr | Tag::Jjs => WORDS.iter().any(|w| lex.is(w)),
        _ => false,
    }
}

/// `modifier = (adverb &modifier)? (number | currency | adjective | participle)`
fn modifier(input: Tokens<'_>) -> Parsed<'_, Lex<'_>> {
    let (rest, _) = opt(token(|l| l.tag().is_adverb()).and(ahead(is_modifier))).parse(input)?;
    token(is_modifier).parse(rest)
}

/// Looks at the next token without taking it.
fn ahead<'a>(
    predicate: impl Fn(Lex<'a>) -> bool,
) -> impl Parser<Tokens<'a>, Output = (), Error = ()> {
    move |input: Tokens<'a>| match input.first() {
        Some(lex) if predicate(lex) => Ok((input, ())),
        _ => Err(nom::Err::Error(())),
    }
}

fn is_determiner(lex: Lex<'_>) -> bool {
    matches!(lex.tag(), Tag::Dt | Tag::PrpS | Tag::WpS)
}

fn is_modifier(lex: Lex<'_>) -> bool {
    matches!(lex.tag(), Tag::Jj | Tag::Jjr | Tag::Jjs | Tag::Vbn | Tag::Vbg | Tag::Cd | Tag::Dollar)
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
