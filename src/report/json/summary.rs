//! The JSON form of the lines that sum an article up.

use super::{SpanJson, View};
use crate::claim::{Difference, SummaryKind, SummaryLine, Verdict};
use serde::Serialize;

/// A line that sums the article up, held against the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SummaryLineJson {
    /// The line.
    pub span: SpanJson,
    /// What it is.
    pub kind: SummaryKind,
    /// Whether the body bears it out.
    pub verdict: Verdict,
    /// In what they differ, where they do.
    pub difference: Option<DifferenceJson>,
    /// The claims that come nearest, as places in `claims`.
    pub claims: Vec<usize>,
}

/// In what a line and the body differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DifferenceJson {
    /// What differs.
    pub what: Difference,
    /// The words of the line.
    pub span: SpanJson,
}

impl View<'_> {
    pub(super) fn summary_line(&self, line: &SummaryLine) -> SummaryLineJson {
        let difference = |(what, span)| DifferenceJson { what, span: self.span(span) };
        SummaryLineJson {
            span: self.span(line.span),
            kind: line.kind,
            verdict: line.verdict,
            difference: line.difference.map(difference),
            claims: line.claims.clone(),
        }
    }
}
