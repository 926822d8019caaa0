//! What a rule is, and where it puts what it finds.

use super::{Context, Diagnostic, Related, Severity};
use crate::Span;
use serde::Serialize;

/// What a rule looks at; the first three letters of its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[non_exhaustive]
pub enum Group {
    /// Who is named for what is said.
    #[serde(rename = "ATR")]
    Attribution,
    /// The sources in the round.
    #[serde(rename = "SRC")]
    Sources,
    /// The verbs that hand words to their source.
    #[serde(rename = "CUE")]
    Cue,
    /// The writer's framing.
    #[serde(rename = "FRM")]
    Framing,
    /// Embedded posts.
    #[serde(rename = "EMB")]
    Embed,
    /// Quotation marks.
    #[serde(rename = "QUO")]
    Quotation,
}

impl Group {
    /// The three letters that begin its codes.
    ///
    /// ```
    /// assert_eq!(onrecord::lint::Group::Sources.as_str(), "SRC");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Attribution => "ATR",
            Self::Sources => "SRC",
            Self::Cue => "CUE",
            Self::Framing => "FRM",
            Self::Embed => "EMB",
            Self::Quotation => "QUO",
        }
    }

    /// What it is called in lists.
    ///
    /// ```
    /// assert_eq!(onrecord::lint::Group::Cue.title(), "Cue verbs");
    /// ```
    pub fn title(self) -> &'static str {
        match self {
            Self::Attribution => "Attribution",
            Self::Sources => "Sources in the round",
            Self::Cue => "Cue verbs",
            Self::Framing => "Framing",
            Self::Embed => "Embedded posts",
            Self::Quotation => "Quotation marks",
        }
    }
}

/// Looks through a review for one thing.
pub(super) type Check = fn(&Context<'_, '_>, &mut Findings);

/// One rule.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rule {
    /// Its name, in kebab case.
    pub name: &'static str,
    /// Its code: its group's letters and a number; it never changes.
    pub code: &'static str,
    /// What it looks at.
    pub group: Group,
    /// How much its findings matter.
    pub severity: Severity,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// Its page, in Markdown: what, why, whose rule, and examples that run as tests.
    pub page: &'static str,
    pub(super) check: Check,
}

/// Collects what one rule finds.
pub(super) struct Findings {
    rule: &'static Rule,
    found: Vec<Diagnostic>,
}

impl Findings {
    pub(super) fn new(rule: &'static Rule) -> Self {
        Self { rule, found: Vec::new() }
    }

    /// The name of the rule that is running.
    pub(super) fn rule_name(&self) -> &'static str {
        self.rule.name
    }

    /// Adds a finding; its message names what was found, its help what would mend it.
    pub(super) fn report(
        &mut self,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.found.push(Diagnostic {
            rule: self.rule.name,
            code: self.rule.code,
            severity: self.rule.severity,
            span,
            message: message.into(),
            help: help.into(),
            related: Vec::new(),
        });
    }

    /// Adds a place to the last finding.
    pub(super) fn relate(&mut self, span: Span, message: impl Into<String>) {
        if let Some(last) = self.found.last_mut() {
            last.related.push(Related { span, message: message.into() });
        }
    }

    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found
    }
}
