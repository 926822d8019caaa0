//! Phrases that tell when, where, on what occasion and to whom something was said.
//!
//! ```text
//! occasion  = place_word noun_phrase {link noun_phrase}     during his testimony before the panel
//! when      = ["earlier" | "early" | "late" | "later"] (day | month | year | relative)
//! day       = ["on"] ["last" | "this" | "next"] weekday [day_part]
//! month     = ["in" | "on"] month [number] [[","] year]
//! year      = ("in" | "since") year
//! relative  = "yesterday" | "today" | "tonight"
//!           | ("last" | "this") (unit | day_part) | (number | "a" | "several") unit ("ago" | "earlier" | "later")
//! recipient = ["to"] person {([","] "and") person}
//! person    = noun_phrase ["of" noun_phrase]              hundreds of supporters
//! ```

use super::{Channel, words};
use crate::article::Article;
use crate::document::{TokenKind, TokenSpan};
use crate::grammar::chunk::{Chunk, ChunkKind};
use crate::grammar::input::{Lex, Parsed, Tokens, between, token, word};
use crate::grammar::noun_phrase::noun_phrase;
use crate::lexicon::Facts;
use crate::lower::lower;
use crate::tagger::Tag;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, verify};
use nom::multi::many_m_n;

/// Where and on what occasion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Occasion {
    /// From the preposition on.
    pub(super) tokens: TokenSpan,
    /// What its noun tells of the channel; none for a mere place.
    pub(super) channel: Option<Channel>,
    /// With whom an interview was: "in an interview with the Post".
    pub(super) partner: Option<TokenSpan>,
}

/// An occasion goes on over so many phrases: "in a speech at a rally in Ohio".
const LINKS: usize = 3;

/// Whether a phrase can begin with the next token: most tokens need no parser.
pub(super) fn opens(input: Tokens<'_>) -> bool {
    const WORDS: &[&str] = &[
        "a",
        "earlier",
        "early",
        "last",
        "late",
        "later",
        "next",
        "several",
        "this",
        "today",
        "tonight",
        "yesterday",
    ];
    input.first().is_some_and(|lex| match lex.tag() {
        Tag::In | Tag::To | Tag::Rp | Tag::Vbg | Tag::Cd => true,
        tag if tag.is_proper() => has(lex, Facts::WEEKDAY.or(Facts::MONTH)),
        Tag::Dt | Tag::Jj | Tag::Jjr | Tag::Nn | Tag::Rb | Tag::Rbr => is_one(lex, WORDS),
        _ => false,
    })
}

/// `occasion`, as above.
pub(super) fn occasion<'a>(article: &Article<'_>, input: Tokens<'a>) -> Parsed<'a, Occasion> {
    let (rest, preposition) = token(|l| is_one(l, PLACE_WORDS)).parse(input)?;
    not(when).parse(rest)?;
    let (rest, first) = noun(rest)?;
    let channel = channel_of(article, first.tokens);
    let network = preposition.is("on") && is_network(article, first);
    let channel = channel.or(network.then_some(Channel::Interview));
    let place = article.tag(first.head).is_proper() && is_one(preposition, SITES);
    if channel.is_none() && !place {
        return Err(nom::Err::Error(()));
    }
    let (rest, links) = many_m_n(0, LINKS, link).parse(rest)?;
    let with = links.iter().find(|(preposition, _)| preposition.is("with"));
    let partner = with.map(|(_, phrase)| phrase.tokens).or(network.then_some(first.tokens));
    Ok((rest, Occasion { tokens: between(input, rest), channel, partner }))
}

/// Prepositions of places and occasions.
const PLACE_WORDS: &[&str] = &[
    "at",
    "before",
    "by",
    "during",
    "following",
    "from",
    "in",
    "inside",
    "into",
    "on",
    "outside",
    "over",
    "through",
    "via",
];

/// Those of them that a mere place follows.
const SITES: &[&str] = &["at", "in", "inside", "outside"];

/// `link = preposition noun_phrase`, but no date
fn link(input: Tokens<'_>) -> Parsed<'_, (Lex<'_>, Chunk)> {
    let words = &["with", "before", "to", "for", "of", "in", "at", "from", "on", "about", "near"];
    not(when).parse(input)?;
    (token(move |l| is_one(l, words)), noun).parse(input)
}

/// A base noun phrase with its possessives: `noun_phrase = possessive* noun`.
fn noun(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    let (rest, phrase) = verify(noun_phrase, |c| c.kind != ChunkKind::Pronoun).parse(input)?;
    if phrase.kind == ChunkKind::Possessive
        && let Ok((rest, owned)) = noun_phrase(rest)
    {
        return Ok((rest, Chunk { tokens: between(input, rest), ..owned }));
    }
    Ok((rest, phrase))
}

/// The channel that the last words of a noun phrase name.
pub(super) fn channel_of(article: &Article<'_>, phrase: TokenSpan) -> Option<Channel> {
    let last = phrase.end.checked_sub(1).filter(|_| !phrase.is_empty())?;
    let word = lower(article.word(last));
    let before = last.checked_sub(1).filter(|&t| t >= phrase.start);
    let two = before.map(|t| format!("{} {word}", lower(article.word(t))));
    two.and_then(|two| words::noun(&two)).or_else(|| words::noun(&word))
}

/// A newspaper or broadcaster by the last word of its name.
fn is_network(article: &Article<'_>, phrase: Chunk) -> bool {
    let mut words = phrase.tokens.start..phrase.tokens.end;
    article.tag(phrase.head).is_proper()
        && words.any(|t| article.lexeme(t).facts.any(Facts::MASTHEAD))
}

/// `when`, as above.
pub(super) fn when(input: Tokens<'_>) -> Parsed<'_, TokenSpan> {
    let mut early = opt(token(|l| is_one(l, &["earlier", "early", "late", "later"])));
    let (rest, _) = early.parse(input)?;
    let (rest, ()) = alt((day, month, year, relative)).parse(rest)?;
    Ok((rest, between(input, rest)))
}

/// `day = ["on"] ["last" | "this" | "next"] weekday [day_part]`
fn day(input: Tokens<'_>) -> Parsed<'_, ()> {
    let weekday = token(|l| has(l, Facts::WEEKDAY));
    let near = opt(token(|l| is_one(l, &["last", "this", "next"])));
    (opt(word("on")), near, weekday, opt(token(is_day_part))).map(|_| ()).parse(input)
}

/// `month = ["in" | "on"] month [number] [[","] year]`
fn month(input: Tokens<'_>) -> Parsed<'_, ()> {
    let name = token(|l| has(l, Facts::MONTH) && l.tag().is_proper());
    let number = opt(token(|l| l.kind() == TokenKind::Number));
    let in_year = opt((opt(word(",")), token(is_year)));
    (opt(alt((word("in"), word("on")))), name, number, in_year).map(|_| ()).parse(input)
}

/// `year = ("in" | "since") year`
fn year(input: Tokens<'_>) -> Parsed<'_, ()> {
    (alt((word("in"), word("since"))), token(is_year)).map(|_| ()).parse(input)
}

/// `relative`, as above.
fn relative(input: Tokens<'_>) -> Parsed<'_, ()> {
    let single = token(|l| is_one(l, &["yesterday", "today", "tonight"])).map(|_| ());
    let near = token(|l| is_one(l, &["last", "this"]));
    let span = (near, token(|l| is_unit(l) || is_day_part(l))).map(|_| ());
    let number = token(|l| l.tag() == Tag::Cd || is_one(l, &["a", "several"]));
    let away = token(|l| is_one(l, &["ago", "earlier", "later"]));
    alt((single, span, (number, token(is_unit), away).map(|_| ()))).parse(input)
}

/// `recipient = ["to"] person {([","] "and") person}`: told reporters, said to the Post and the BBC
pub(super) fn recipient(input: Tokens<'_>, to: bool) -> Parsed<'_, TokenSpan> {
    let (start, _) = if to { word("to").map(|_| ()).parse(input)? } else { (input, ()) };
    let person = |i| {
        let whole = verify(noun_phrase, |c| c.kind != ChunkKind::Possessive);
        (whole, opt((word("of"), noun))).parse(i)
    };
    let (rest, _) = person(start)?;
    let and = alt((word("and").map(|_| ()), (word(","), word("and")).map(|_| ())));
    let more = (and, person);
    let (rest, _) = many_m_n(0, LINKS, more).parse(rest)?;
    Ok((rest, between(start, rest)))
}

fn is_one(lex: Lex<'_>, words: &[&str]) -> bool {
    words.iter().any(|w| lex.is(w))
}

fn has(lex: Lex<'_>, facts: Facts) -> bool {
    lex.facts().any(facts)
}

fn is_day_part(lex: Lex<'_>) -> bool {
    is_one(lex, &["afternoon", "evening", "morning", "night"])
}

fn is_unit(lex: Lex<'_>) -> bool {
    is_one(
        lex,
        &[
            "day", "days", "week", "weeks", "month", "months", "year", "years", "fall", "spring",
            "summer", "autumn", "winter", "weekend", "hour", "hours", "minutes",
        ],
    )
}

fn is_year(lex: Lex<'_>) -> bool {
    lex.kind() == TokenKind::Number
        && lex.word().len() == 4
        && lex.word().parse::<u16>().is_ok_and(|y| (1500..2200).contains(&y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::lexicon::Lexicon;
    use crate::tagger::Tagger;

    fn article(text: &str) -> Article<'_> {
        let tagger = Tagger::new().expect("the weights that are compiled in are whole");
        Article::new(Document::read(text, &[]), &tagger, &Lexicon::new())
    }

    /// The words that a production takes from some token on.
    fn taken(text: &str, first: &str, parse: fn(Tokens<'_>) -> Option<TokenSpan>) -> String {
        let article = article(text);
        let all = 0..article.document.tokens.len() as u32;
        let start = all.clone().find(|&t| article.word(t) == first).unwrap_or_default();
        let input = Tokens::new(&article, TokenSpan { start, end: all.end });
        parse(input).map_or_else(String::new, |t| article.document.span(t).of(text).to_owned())
    }

    #[test]
    fn reads_times() {
        let when = |text, first| taken(text, first, |i| when(i).ok().map(|(_, t)| t));
        assert_eq!(when("She said on Monday night that it rained.", "on"), "on Monday night");
        assert_eq!(when("She said last week that it rained.", "last"), "last week");
        assert_eq!(when("She said in March 2019 that it rained.", "in"), "in March 2019");
        assert_eq!(when("She said two days ago that it rained.", "two"), "two days ago");
        assert_eq!(
            when("She said earlier on Friday that it rained.", "earlier"),
            "earlier on Friday"
        );
        assert_eq!(when("She said in anger that it rained.", "in"), "");
    }

    #[test]
    fn reads_recipients() {
        let to = |text, first| taken(text, first, |i| recipient(i, false).ok().map(|(_, t)| t));
        assert_eq!(
            to("She told the Post and the Times that it rained.", "the"),
            "the Post and the Times"
        );
        assert_eq!(
            to("She told hundreds of supporters that it rained.", "hundreds"),
            "hundreds of supporters"
        );
    }

    #[test]
    fn reads_occasions() {
        let at = |text: &str, first: &str| {
            let article = article(text);
            let end = article.document.tokens.len() as u32;
            let start = (0..end).find(|&t| article.word(t) == first).unwrap_or_default();
            let (_, found) =
                occasion(&article, Tokens::new(&article, TokenSpan { start, end })).ok()?;
            Some((article.document.span(found.tokens).of(text).to_owned(), found.channel))
        };
        let told = |words: &str, channel| Some((words.to_owned(), channel));
        let interview = Some(Channel::Interview);
        assert_eq!(
            at("She said in an interview with the Post on Monday that it rained.", "in"),
            told("in an interview with the Post", interview)
        );
        assert_eq!(at("She said in Ohio that it rained.", "in"), told("in Ohio", None));
        assert_eq!(at("She said in the rain that it was cold.", "in"), None);
    }
}
