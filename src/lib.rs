//! Reads a news article as a careful editor does.

#![forbid(unsafe_code)]
pub mod document;
pub mod embed;
mod error;
mod span;

pub use error::Error;
pub use span::{LineColumn, OffsetMap, Offsets, Span};
