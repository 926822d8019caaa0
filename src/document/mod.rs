//! Text in: blocks, sentences, tokens and quotations.
mod token;
pub use token::{Token, TokenKind};
