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
