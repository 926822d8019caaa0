//! The JSON Schema of a review, made from the types that are written.

use super::{FailureJson, ReviewJson};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

/// A line of output: a review, or what stands in its place.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(title = "onrecord.review/1")]
#[expect(dead_code, reason = "only its shape is used")]
enum Record<'r> {
    Review(Box<ReviewJson<'r>>),
    Failure(FailureJson<'r>),
}

/// The JSON Schema (draft 2020-12) of a record: a review or a failure.
///
/// ```
/// let schema = onrecord::report::schema();
/// assert!(schema.get("$defs").is_some());
/// ```
pub fn schema() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Record>()
}
