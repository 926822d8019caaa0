//! What a rule is, and where it puts what it finds.

use super::plan::Active;
use super::{Context, Diagnostic, Parameter, Related, Severity};
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
    /// Suppressions in the text.
    #[serde(rename = "IGN")]
    Ignore,
    /// Quotation marks.
    #[serde(rename = "QUO")]
    Quotation,
}

impl Group {
    /// All of them, in the order of their letters.
    pub const ALL: [Self; 7] = [
        Self::Attribution,
        Self::Cue,
        Self::Embed,
        Self::Framing,
        Self::Ignore,
        Self::Quotation,
        Self::Sources,
    ];

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
            Self::Ignore => "IGN",
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
            Self::Ignore => "Suppressions",
            Self::Quotation => "Quotation marks",
        }
    }
}

/// Looks through a review for one thing.
pub(super) type Check = fn(&Context<'_, '_>, &mut Findings<'_>);

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

impl PartialEq for Rule {
    /// Codes are unique.
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

/// Collects what one rule finds, and tells it what it is asked for.
pub(super) struct Findings<'p> {
    active: &'p Active,
    found: Vec<Diagnostic>,
}

impl<'p> Findings<'p> {
    pub(super) fn new(active: &'p Active) -> Self {
        Self { active, found: Vec::new() }
    }

    /// The name of the rule that is running.
    pub(super) fn rule_name(&self) -> &'static str {
        self.active.rule.name
    }

    /// A share or another number that the rule declares.
    pub(super) fn number(&self, parameter: &Parameter) -> f64 {
        self.active.number(parameter)
    }

    /// A count that the rule declares.
    pub(super) fn count(&self, parameter: &Parameter) -> usize {
        self.number(parameter) as usize
    }

    /// More words that the rule is asked to look for, in lower case.
    pub(super) fn terms(&self) -> &'p [String] {
        &self.active.terms
    }

    /// Whether the rule is asked to look into quotations.
    pub(super) fn in_quotations(&self) -> bool {
        self.active.quotations
    }

    /// Adds a finding; its message names what was found, its help what would mend it.
    pub(super) fn report(
        &mut self,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.found.push(Diagnostic {
            rule: self.active.rule.name,
            code: self.active.rule.code,
            severity: self.active.severity,
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
