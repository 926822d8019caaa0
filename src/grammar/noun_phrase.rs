//! Base noun phrases: from the determiner to the head noun, titles and possessives within.
//!
//! ```text
//! noun_phrase = day | pronoun | full | bare
//! day         = (weekday part? | month number) &name        right behind a preposition
//! part        = morning | afternoon | evening | night
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
use crate::lexicon::Facts;
use crate::tagger::Tag;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::{many0_count, many1_count};

/// `noun_phrase`, as above.
pub(crate) fn noun_phrase(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    alt((day, pronoun, full, bare)).parse(input)
}

const PARTS_OF_DAY: &[&str] = &["morning", "afternoon", "evening", "night"];

/// `day = (weekday part? | month number) &name`, right behind a preposition: on Friday night Orr said
fn day(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    let date = |fact| token(move |l: Lex<'_>| l.facts().any(fact) && l.tag().is_proper());
    let month = (date(Facts::MONTH), token(|l| l.tag() == Tag::Cd)).map(|_| ());
    let part = token(|l| PARTS_OF_DAY.iter().any(|part| l.is(part)));
    let weekday = (date(Facts::WEEKDAY), opt(part)).map(|_| ());
    let (rest, ()) = alt((month, weekday)).parse(input)?;
    let name = |l: Lex<'_>| l.tag().is_proper() && !l.facts().any(Facts::MONTH.or(Facts::WEEKDAY));
    let behind_preposition = input.before().is_some_and(|l| l.tag() == Tag::In);
    if !(behind_preposition && rest.first().is_some_and(name)) {
        return Err(nom::Err::Error(()));
    }
    let tokens = between(input, rest);
    Ok((rest, Chunk { kind: ChunkKind::Noun, tokens, head: tokens.end - 1 }))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Checker;
    use crate::document::TokenSpan;

    /// The noun phrase that begins with a token of a text.
    fn phrase(text: &str, start: u32) -> String {
        let article = Checker::default().review(text).article;
        let end = article.document.tokens.len() as u32;
        let parsed = noun_phrase(Tokens::new(&article, TokenSpan { start, end }));
        let (_, chunk) = parsed.expect("it is a noun phrase");
        article.document.span(chunk.tokens).of(text).to_owned()
    }

    #[test]
    fn a_day_is_no_part_of_the_name_behind_it() {
        for (text, expected) in [
            ("On Friday Orr said it leaks.", "Friday"),
            ("On Feb. 28 Orr said it leaks.", "Feb. 28"),
            ("On Friday morning Orr said it leaks.", "Friday morning"),
            ("In the Sunday Herald she said it leaks.", "the Sunday Herald"),
        ] {
            assert_eq!(phrase(text, 1), expected, "{text}");
        }
    }
}
