//! A review as others see it: JSON for programs, text for a terminal, and the schema of the JSON.

mod failure;
mod json;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "cli")]
pub mod text;

pub use failure::{Failure, FailureJson, FailureKind};
pub use json::{
    AnonymityJson, AttributionJson, ClaimJson, CueJson, DiagnosticJson, DifferenceJson, EmbedJson,
    EntityJson, FramingJson, GroundJson, PassageJson, RelatedJson, ReviewJson, SCHEMA,
    ScoreGroundJson, ScoreJson, SourceJson, SpanJson, SummaryLineJson,
};
#[cfg(feature = "schema")]
pub use schema::schema;
