//! A slice of tagged tokens as nom's input, and the smallest parsers over it.

use crate::article::Article;
use crate::document::{BlockKind, TokenKind, TokenSpan};
use crate::lexicon::{Facts, WordId};
use crate::tagger::Tag;
use nom::{IResult, Input, Needed, Parser};
use std::iter::Enumerate;

/// A run of an article's tokens.
#[derive(Clone, Copy)]
pub(crate) struct Tokens<'a> {
    article: &'a Article<'a>,
    start: u32,
    end: u32,
}

/// What a parser gives; a failure says nothing but that the production does not apply.
pub(crate) type Parsed<'a, T> = IResult<Tokens<'a>, T, ()>;

/// One token of the input.
#[derive(Clone, Copy)]
pub(crate) struct Lex<'a> {
    article: &'a Article<'a>,
    /// Its index in the document.
    pub(crate) index: u32,
}

impl<'a> Lex<'a> {
    pub(crate) fn tag(self) -> Tag {
        self.article.tag(self.index)
    }

    pub(crate) fn kind(self) -> TokenKind {
        self.article.document.tokens[self.index as usize].kind
    }

    pub(crate) fn is_quoted(self) -> bool {
        self.article.document.tokens[self.index as usize].quoted
    }

    pub(crate) fn word(self) -> &'a str {
        self.article.word(self.index)
    }

    pub(crate) fn is(self, word: &str) -> bool {
        self.word().eq_ignore_ascii_case(word)
    }

    pub(crate) fn facts(self) -> Facts {
        self.article.lexeme(self.index).facts
    }

    pub(crate) fn form(self) -> WordId {
        self.article.lexeme(self.index).form
    }
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(article: &'a Article<'a>, span: TokenSpan) -> Self {
        Self { article, start: span.start, end: span.end }
    }

    /// Where the input begins, as an index of the document.
    pub(crate) fn position(&self) -> u32 {
        self.start
    }

    pub(crate) fn at(&self, offset: u32) -> Option<Lex<'a>> {
        let index = self.start + offset;
        (index < self.end).then_some(Lex { article: self.article, index })
    }

    /// Whether a token has a capital that its place does not explain: not first in its sentence, nor in
    /// a title, and no demonym.
    pub(crate) fn is_name(&self, token: u32) -> bool {
        let document = &self.article.document;
        let Some(sentence) = document.sentence_of(token).map(|i| &document.sentences[i]) else {
            return false;
        };
        let kind = document.blocks[sentence.block as usize].kind;
        self.article.word(token).starts_with(char::is_uppercase)
            && token > sentence.tokens.start
            && !document.tokens[token as usize - 1].kind.is_quote()
            && matches!(kind, BlockKind::Paragraph | BlockKind::Bullet | BlockKind::BlockQuote)
            && !self.article.lexeme(token).facts.any(Facts::DEMONYM)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.start >= self.end
    }

    /// The token ahead of the input.
    pub(crate) fn before(&self) -> Option<Lex<'a>> {
        Some(Lex { article: self.article, index: self.start.checked_sub(1)? })
    }

    pub(crate) fn first(&self) -> Option<Lex<'a>> {
        (!self.is_empty()).then_some(Lex { article: self.article, index: self.start })
    }
}

/// The tokens of an input, one by one.
pub(crate) struct Iter<'a>(Tokens<'a>);

impl<'a> Iterator for Iter<'a> {
    type Item = Lex<'a>;

    fn next(&mut self) -> Option<Lex<'a>> {
        let lex = self.0.first()?;
        self.0.start += 1;
        Some(lex)
    }
}

impl<'a> Input for Tokens<'a> {
    type Item = Lex<'a>;
    type Iter = Iter<'a>;
    type IterIndices = Enumerate<Iter<'a>>;

    fn input_len(&self) -> usize {
        (self.end - self.start) as usize
    }

    fn take(&self, index: usize) -> Self {
        Self { end: (self.start + index as u32).min(self.end), ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        Self { start: (self.start + index as u32).min(self.end), ..*self }
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_elements().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        Iter(*self)
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.input_len() {
            Ok(count)
        } else {
            Err(Needed::new(count - self.input_len()))
        }
    }
}

/// `token = any token for which the predicate holds`
pub(crate) fn token<'a>(
    predicate: impl Fn(Lex<'a>) -> bool,
) -> impl Parser<Tokens<'a>, Output = Lex<'a>, Error = ()> {
    move |input: Tokens<'a>| match input.first() {
        Some(lex) if predicate(lex) => Ok((input.take_from(1), lex)),
        _ => Err(nom::Err::Error(())),
    }
}

/// `word = a token of that form, in any case`
pub(crate) fn word<'a>(
    form: &'static str,
) -> impl Parser<Tokens<'a>, Output = Lex<'a>, Error = ()> {
    token(move |lex| lex.is(form))
}

/// The tokens between two states of the input.
pub(crate) fn between(before: Tokens<'_>, after: Tokens<'_>) -> TokenSpan {
    TokenSpan { start: before.start, end: after.start }
}
