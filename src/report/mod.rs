//! A review as others see it: JSON for programs, text for a terminal, marks in the article for snapshots, and
//! the schema of the JSON.

pub mod annotated;
mod failure;
mod json;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "cli")]
pub mod text;

pub use failure::{Failure, FailureJson, FailureKind};
pub use json::{
    AnonymityJson, AttributionJson, ClaimJson, CueJson, DiagnosticJson, DifferenceJson, EmbedJson,
    EntityJson, FramingJson, GroundJson, MetaJson, PassageJson, RelatedJson, ReviewJson, SCHEMA,
    ScoreGroundJson, ScoreJson, SourceJson, SpanJson, SummaryLineJson,
};
#[cfg(feature = "schema")]
pub use schema::schema;

use crate::{Kind, SourceClass};

/// What readers call a kind of content.
pub(crate) fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "direct",
        Kind::Mixed => "mixed",
        Kind::Indirect => "indirect",
    }
}

/// What readers call a class of sources.
pub(crate) fn class_name(class: SourceClass) -> &'static str {
    match class {
        SourceClass::Person => "person",
        SourceClass::Organization => "organization",
        SourceClass::Group => "group",
        SourceClass::Document => "document",
        SourceClass::Account => "account",
        SourceClass::UnnamedPerson => "unnamed",
        SourceClass::Author => "the writer",
        SourceClass::Unclear => "unclear",
    }
}
