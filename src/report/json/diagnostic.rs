//! The JSON form of what the rules found.

use super::{SpanJson, View};
use crate::{Diagnostic, Severity};
use serde::Serialize;

/// Something that an editor should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DiagnosticJson<'r> {
    /// The rule's name.
    pub rule: &'static str,
    /// The rule's code.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The words it is about.
    pub span: SpanJson,
    /// What was found.
    pub message: &'r str,
    /// What would mend it.
    pub help: &'r str,
    /// Other places that belong to it.
    pub related: Vec<RelatedJson<'r>>,
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RelatedJson<'r> {
    /// Where.
    pub span: SpanJson,
    /// Why it belongs.
    pub message: &'r str,
}

impl<'r> View<'r> {
    pub(super) fn diagnostic(&self, d: &'r Diagnostic) -> DiagnosticJson<'r> {
        let related =
            |r: &'r crate::Related| RelatedJson { span: self.span(r.span), message: &r.message };
        DiagnosticJson {
            rule: d.rule,
            code: d.code,
            severity: d.severity,
            span: self.span(d.span),
            message: &d.message,
            help: &d.help,
            related: d.related.iter().map(related).collect(),
        }
    }
}
