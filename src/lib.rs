//! Reads a news article as a careful editor does.

#![forbid(unsafe_code)]
pub mod document;
mod error;
mod grammar;
mod span;
pub mod tagger;
#[cfg(feature = "train")]
pub mod train;

pub use error::Error;
pub use span::{LineColumn, OffsetMap, Offsets, Span};
