//! The record that stands in a review's place where an input cannot be reviewed.

use super::json::SCHEMA;
use crate::Error;
use serde::Serialize;

/// What kind of thing went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FailureKind {
    /// The file is missing, a directory, or cannot be read.
    Unreadable,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text is longer than the settings allow.
    TooLong,
    /// A line is not a JSON record with an `id` and a `text`.
    Malformed,
    /// A defect of onrecord itself; the rest of a run goes on.
    Internal,
}

/// Why an input could not be reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Failure {
    /// What kind of thing went wrong.
    pub kind: FailureKind,
    /// What went wrong, for a reader.
    pub message: String,
    /// The line of the input, from 1, where one is to blame.
    pub line: Option<usize>,
}

impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        let (kind, line) = match error {
            Error::TooLong { .. } => (FailureKind::TooLong, None),
            Error::NotUtf8 { line, .. } => (FailureKind::NotUtf8, Some(*line)),
        };
        Self { kind, message: error.to_string(), line }
    }
}

/// The JSON form of a [`Failure`].
///
/// ```
/// use onrecord::report::{Failure, FailureJson};
/// let failure = Failure::from(&onrecord::Error::NotUtf8 { offset: 3, line: 1 });
/// let json = serde_json::to_string(&FailureJson::new(Some("a"), &failure)).unwrap();
/// assert!(json.contains(r#""error":{"kind":"not-utf8""#));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FailureJson<'r> {
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    schema: &'static str,
    id: Option<&'r str>,
    error: &'r Failure,
}

impl<'r> FailureJson<'r> {
    /// The record of a failure; `id` is what the input calls the article, where that can be told.
    pub fn new(id: Option<&'r str>, failure: &'r Failure) -> Self {
        Self { schema: SCHEMA, id, error: failure }
    }
}
