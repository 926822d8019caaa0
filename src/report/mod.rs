//! A review as others see it: JSON for programs, text for a terminal, and the schema of the JSON.

mod failure;
mod json;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "cli")]
pub mod text;

pub use failure::{Failure, FailureJson, FailureKind};
pub use json::{
    AnonymityJson, AttributionJson, ClaimJson, CueJson, DiagnosticJson, EmbedJson, EntityJson,
    FramingJson, MetaJson, PassageJson, RelatedJson, ReviewJson, SCHEMA, SourceJson, SpanJson,
};
#[cfg(feature = "schema")]
pub use schema::schema;
