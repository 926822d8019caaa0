//! The rules of the newsroom, and what they find.

use crate::Span;
use serde::Serialize;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Look at it before it runs.
    Warning,
    /// Must not run so.
    Error,
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// Why it belongs.
    pub message: String,
}

/// Something that an editor should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name, in kebab case.
    pub rule: &'static str,
    /// The rule's code: a group of three letters and a number.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The words it is about.
    pub span: Span,
    /// What was found.
    pub message: String,
    /// What would mend it.
    pub help: String,
    /// Other places that belong to it.
    pub related: Vec<Related>,
}

use crate::Review;

/// Runs the rules over a review; findings come in the order of the text.
pub(crate) fn run(_review: &Review<'_>) -> Vec<Diagnostic> {
    Vec::new()
}
