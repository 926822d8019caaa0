//! Rule `editorial-adverb`: an adverb comments on the fact.
#![doc = include_str!("editorial-adverb.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "editorial-adverb",
    code: "FRM106",
    group: Group::Framing,
    severity: Severity::Note,
    summary: "An adverb comments on the fact",
    page: include_str!("editorial-adverb.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} comments on the fact that it stands beside"),
        "take it out; the sentence says the same without it",
    );
}
