//! The rules of the newsroom, and what they find.
//!
//! A rule is a pair of files in `rules/`: `NAME.rs` with its check and `NAME.md`, its page. The page
//! says what the rule finds, why, and whose rule it is; its examples are tests. [`rules()`] lists the
//! rules, [`run`] puts them to a review.
//!
//! ```
//! use onrecord::{Checker, lint};
//! let rule = lint::rule("doubting-verb").unwrap();
//! assert_eq!(rule.code, "CUE101");
//! let review = Checker::default().review("The bridge is closed.");
//! assert_eq!(lint::run(&review), review.diagnostics);
//! ```

mod account;
mod context;
mod cue;
mod event;
mod framing;
mod ledger;
mod marks;
mod named;
mod party;
mod rule;
pub mod rules;
#[cfg(test)]
mod testing;
mod veiled;
mod words;

pub(crate) use account::introduced;
pub(crate) use ledger::Ledger;
pub use rule::{Group, Rule};

use crate::{Review, Span};
use context::Context;
use rule::Findings;
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
/// assert_eq!(lint::rule("SRC101").unwrap().group, Group::Sources);
/// assert!(lint::rule("no-such-rule").is_none());
/// ```
pub fn rule(name: &str) -> Option<&'static Rule> {
    rules().iter().find(|r| r.name == name || r.code == name)
}

/// Runs all rules over a review; findings come in the order of the text, then of their codes.
pub fn run(review: &Review<'_>) -> Vec<Diagnostic> {
    let context = Context::new(review);
    let mut all = Vec::new();
    for rule in rules() {
        let mut findings = Findings::new(rule);
        (rule.check)(&context, &mut findings);
        all.append(&mut findings.into_diagnostics());
    }
    all.sort_by_key(|d| (d.span, d.code));
    without_doubles(all)
}

/// Drops what `weasel` finds in words that `vague-source` names already: one place, one finding.
fn without_doubles(all: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let (vague, weasel) = (rules::vague_source::RULE.code, rules::weasel::RULE.code);
    let named: Vec<Span> = all.iter().filter(|d| d.code == vague).map(|d| d.span).collect();
    let is_double = |d: &Diagnostic| {
        let next = named.partition_point(|n| n.end <= d.span.start);
        d.code == weasel && named.get(next).is_some_and(|n| n.overlaps(d.span))
    };
    all.into_iter().filter(|d| !is_double(d)).collect()
}
