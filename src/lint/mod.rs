//! The rules of the newsroom, and what they find.
//!
//! A rule is a pair of files in `rules/`: `NAME.rs` with its check and `NAME.md`, its page. The page
//! says what the rule finds, why, and whose rule it is; its examples are tests. [`rules()`] lists the
//! rules, [`run`] puts them to a review. [`Settings`] say which of them run, how grave their findings are,
//! and with which limits and words; a [`Plan`] is settings compiled.
//!
//! ```
//! use onrecord::{Checker, lint};
//! let rule = lint::rule("doubting-verb").unwrap();
//! assert_eq!(rule.code, "CUE101");
//! let review = Checker::default().review("The bridge is closed.");
//! assert_eq!(lint::run(&review), review.diagnostics);
//! ```

mod account;
mod basis;
mod context;
mod cue;
mod event;
mod framing;
mod ledger;
mod level;
mod marks;
mod named;
mod opinion;
mod parameter;
mod party;
mod plan;
mod profile;
mod rule;
pub mod rules;
mod sentences;
mod settings;
mod suppress;
#[cfg(test)]
mod testing;
mod veiled;
mod word_set;
mod words;

pub(crate) use basis::Basis;
pub(crate) use ledger::Ledger;
pub use level::{Level, Selector, UnknownLevel, UnknownRule};
pub use parameter::{Parameter, ParameterKind, Value};
pub use plan::{Outcome, Plan};
pub use profile::{Profile, UnknownProfile};
pub use rule::{Group, Rule};
pub use settings::{BadValue, InForce, Origin, Settings};
pub use suppress::{Malformed, Suppressed, Suppression};

use crate::{Review, Span};
use context::Context;
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

impl Severity {
    /// Its name, as JSON and the command line write it.
    ///
    /// ```
    /// assert_eq!(onrecord::Severity::Warning.as_str(), "warning");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
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

impl Diagnostic {
    /// Whether it is about the article as a whole, and stands at some words only because it must stand
    /// somewhere.
    pub fn is_about_article(&self) -> bool {
        self.code.starts_with(Group::Sources.as_str())
            || self.rule == rules::opinion_as_report::RULE.name
    }
}

/// All rules, in the order of their codes.
///
/// ```
/// let rules = onrecord::lint::rules();
/// assert!(rules.iter().any(|r| r.name == "single-source"));
/// assert!(rules.is_sorted_by_key(|r| r.code));
/// ```
pub fn rules() -> &'static [Rule] {
    rules::RULES
}

/// The rule of a name (`single-source`) or code (`SRC101`).
///
/// ```
/// use onrecord::lint::{self, Group};
/// assert_eq!(lint::rule("src101").unwrap().group, Group::Sources);
/// assert!(lint::rule("no-such-rule").is_none());
/// ```
pub fn rule(name: &str) -> Option<&'static Rule> {
    let called = |r: &&Rule| r.name.eq_ignore_ascii_case(name) || r.code.eq_ignore_ascii_case(name);
    rules().iter().find(called)
}

/// Runs all rules over a review as they come; findings are in the order of the text, then of their codes.
/// [`Plan`] runs them with settings.
pub fn run(review: &Review<'_>) -> Vec<Diagnostic> {
    Plan::default().run(review).diagnostics
}
