//! Tokens: the smallest pieces that the tagger and the grammar see.

use crate::Span;

/// What a token is made of, as far as its letters tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, with inner hyphens, dots (`U.S.`) or apostrophes.
    Word,
    /// A part split off a word: `n't`, `'s`, `'ll`, `’re` …
    Clitic,
    /// Digits with their separators: `1,200`, `3.5`, `10-12`, `1990s`, `20th`.
    Number,
    /// `$`, `€`, `£`, `US$`.
    Currency,
    /// A quotation mark that opens.
    OpenQuote,
    /// A quotation mark that closes.
    CloseQuote,
    /// `@name`.
    Handle,
    /// `#tag`.
    Hashtag,
    /// A web or e-mail address.
    Url,
    /// Any other mark: `,` `.` `—` `…` `(` `%` …
    Punct,
    /// Anything else (emoji, symbols, control characters).
    Symbol,
}

impl TokenKind {
    /// Whether a reader counts it as a word: words, numbers, handles and tags, but no clitics.
    pub fn is_word(self) -> bool {
        matches!(self, Self::Word | Self::Number | Self::Handle | Self::Hashtag)
    }

    /// Whether it is a quotation mark.
    pub fn is_quote(self) -> bool {
        matches!(self, Self::OpenQuote | Self::CloseQuote)
    }
}

/// A token: where it stands and what it is made of. Tokenization follows the Penn
/// Treebank (contractions and possessives are split), with hyphenated words kept whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether it stands inside a quotation (the marks themselves included).
    pub quoted: bool,
}

/// A half-open range of tokens of one document, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct TokenSpan {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
}

impl TokenSpan {
    /// From `start` to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end.max(start) as u32 }
    }

    /// As a range for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many tokens it covers.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether it covers none.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether it holds a token.
    pub fn holds(self, token: u32) -> bool {
        self.start <= token && token < self.end
    }

    /// Whether all of `other` lies within.
    pub fn contains(self, other: TokenSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a token.
    pub fn overlaps(self, other: TokenSpan) -> bool {
        self.start < other.end && other.start < self.end
    }
}
