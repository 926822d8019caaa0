//! A sentence as a row of chunks: base noun phrases, verb groups, prepositions, marks.
//!
//! ```text
//! sentence   = chunk*
//! chunk      = quotation | mark | verb_group | noun_phrase | that | wh | preposition
//!            | conjunction | adverb | adjective | other
//! ```
//!
//! Chunks never overlap and leave no token out, so that what stands between two of them can be told
//! by walking the row. A quotation is one chunk: what a source says is not parsed for attributions.

use super::input::{Lex, Parsed, Tokens, between, token};
use super::noun_phrase::noun_phrase;
use super::verb_group::verb_group;
use crate::article::Article;
use crate::document::{Sentence, TokenKind, TokenSpan};
use crate::tagger::Tag;
use nom::Parser;
use nom::branch::alt;

/// What a chunk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum ChunkKind {
    /// A base noun phrase: determiner to head, possessives within.
    Noun,
    /// A personal or demonstrative pronoun that stands alone.
    Pronoun,
    /// A possessive that owns the next noun phrase: his, Orr's.
    Possessive,
    /// A verb group with a tense.
    Finite,
    /// An infinitive with its "to".
    Infinitive,
    /// A verb group that begins with an -ing form.
    Gerund,
    /// A verb group that begins with a past participle.
    Participle,
    /// An adjective phrase that stands alone.
    Adjective,
    /// An adverb that stands alone.
    Adverb,
    /// `that` before a clause.
    That,
    /// A relative or question word.
    Wh,
    /// A preposition.
    Preposition,
    /// A subordinating conjunction: if, because, while, as.
    Subordinator,
    /// A coordinating conjunction.
    Conjunction,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A dash, semicolon or ellipsis.
    Dash,
    /// A bracket.
    Bracket,
    /// All of a quotation that lies in this sentence, marks included.
    Quotation,
    /// The mark that ends the sentence.
    Stop,
    /// Anything else.
    Other,
}

impl ChunkKind {
    /// A noun phrase or what stands for one.
    pub(crate) fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Pronoun)
    }

    /// A verb group of any form.
    pub(crate) fn is_verbal(self) -> bool {
        matches!(self, Self::Finite | Self::Infinitive | Self::Gerund | Self::Participle)
    }
}

/// A chunk of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Chunk {
    pub(crate) kind: ChunkKind,
    pub(crate) tokens: TokenSpan,
    /// The token that carries the meaning: the head noun, the main verb.
    pub(crate) head: u32,
}

/// Appends the chunks of a sentence to `out`.
pub(crate) fn chunks(article: &Article<'_>, sentence: &Sentence, out: &mut Vec<Chunk>) {
    let mut input = Tokens::new(article, sentence.tokens);
    while let Ok((rest, chunk)) = chunk(input) {
        out.push(chunk);
        input = rest;
    }
}

fn chunk(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    alt((quotation, mark, verb_group, noun_phrase, function_word)).parse(input)
}

/// `quotation = open_mark (quoted token)*`
fn quotation(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    let (mut rest, first) = token(Lex::is_quoted).parse(input)?;
    // Two quotations that touch are two chunks.
    let mut last = first;
    while let Some(lex) = rest.first().filter(|l| l.is_quoted()) {
        if lex.kind() == TokenKind::OpenQuote
            && last.kind() == TokenKind::CloseQuote
            && lex.outer_mark()
            && last.outer_mark()
        {
            break;
        }
        last = lex;
        rest = nom::Input::take_from(&rest, 1);
    }
    Ok((
        rest,
        Chunk { kind: ChunkKind::Quotation, tokens: between(input, rest), head: first.index },
    ))
}

impl Lex<'_> {
    fn outer_mark(self) -> bool {
        matches!(self.word(), "“" | "”" | "\"" | "''" | "``")
    }
}

/// `mark = "," | ":" | ";" | dash | bracket | stop`
fn mark(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    let (rest, lex) = token(|l| {
        matches!(
            l.kind(),
            TokenKind::Punct | TokenKind::Symbol | TokenKind::OpenQuote | TokenKind::CloseQuote
        )
    })
    .parse(input)?;
    let kind = match (lex.word(), lex.kind()) {
        (",", _) => ChunkKind::Comma,
        (":", _) => ChunkKind::Colon,
        (";" | "—" | "–" | "--" | "―" | "-" | "...", _) => ChunkKind::Dash,
        ("(" | ")" | "[" | "]", _) => ChunkKind::Bracket,
        ("." | "?" | "!", _) => ChunkKind::Stop,
        (_, TokenKind::Symbol) | (_, TokenKind::Punct) => ChunkKind::Other,
        _ => ChunkKind::Other,
    };
    Ok((rest, Chunk { kind, tokens: between(input, rest), head: lex.index }))
}

/// `function_word = "that" | wh | preposition | subordinator | conjunction | adverb | adjective | other`
fn function_word(input: Tokens<'_>) -> Parsed<'_, Chunk> {
    let (rest, lex) = token(|_| true).parse(input)?;
    let kind = match lex.tag() {
        Tag::In | Tag::Wdt | Tag::Dt if lex.is("that") => ChunkKind::That,
        Tag::Wdt | Tag::Wp | Tag::WpS | Tag::Wrb => ChunkKind::Wh,
        Tag::In if is_subordinator(lex) => ChunkKind::Subordinator,
        Tag::In | Tag::To | Tag::Rp => ChunkKind::Preposition,
        Tag::Cc => ChunkKind::Conjunction,
        Tag::Rb | Tag::Rbr | Tag::Rbs => ChunkKind::Adverb,
        Tag::Jj | Tag::Jjr | Tag::Jjs => ChunkKind::Adjective,
        _ => ChunkKind::Other,
    };
    Ok((rest, Chunk { kind, tokens: between(input, rest), head: lex.index }))
}

/// Words tagged as prepositions that open a clause.
fn is_subordinator(lex: Lex<'_>) -> bool {
    const WORDS: &[&str] = &[
        "if", "whether", "because", "while", "although", "though", "unless", "until", "since",
        "as", "before", "after", "once", "whereas", "so", "lest",
    ];
    WORDS.iter().any(|w| lex.is(w))
}
