//! Reads a news article as a careful editor does: who said this, in whose words, how do we know, and
//! what is only the writer's own framing?
//!
//! ```
//! use onrecord::{Checker, Kind};
//!
//! let checker = Checker::default();
//! let review = checker.review("“It is old,” said Ann Orr, the mayor.");
//! let said = &review.attributions[0];
//! assert_eq!(said.kind, Kind::Direct);
//! assert_eq!(said.source.unwrap().span.of(review.text()), "Ann Orr, the mayor");
//! ```
#![forbid(unsafe_code)]

pub mod article;
pub mod attribution;
mod checker;
pub mod claim;
#[cfg(feature = "config")]
pub mod config;
mod dated;
pub mod document;
mod echo;
pub mod embed;
mod error;
#[cfg(feature = "eval")]
pub mod eval;
mod exact;
mod grammar;
pub mod lexicon;
pub mod lint;
mod lower;
mod near;
mod net;
pub mod page;
pub mod report;
mod review;
pub mod score;
mod sieve;
pub mod source;
mod span;
pub mod tagger;
#[cfg(feature = "train")]
pub mod train;

mod weights;

pub use attribution::explain::{Decision, Explanation, FeatureWeight, Step};
pub use attribution::{
    Act, Attribution, AttributionId, Channel, Cue, Kind, Mode, Production, Setting, Source, Stance,
};
pub use checker::{Checker, Settings};
pub use claim::{Claim, Framing, FramingCategory, Voice};
pub use error::Error;
pub use lint::{Diagnostic, Related, Severity};
pub use review::{Review, Stats};
pub use score::{Parts, Score};
pub use source::{Anonymity, Entity, EntityId, SourceClass};
pub use span::{LineColumn, OffsetMap, Offsets, Span};
pub use weights::WeightsError;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
