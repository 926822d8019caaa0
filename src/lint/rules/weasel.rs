//! Rule `weasel`: a view is reported and nobody is named who holds it.
#![doc = include_str!("weasel.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "weasel",
    code: "FRM110",
    group: Group::Framing,
    severity: Severity::Warning,
    summary: "A view is reported and nobody is named who holds it",
    page: include_str!("weasel.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} names nobody who thinks so"),
        "name who, or how many, and how that is known",
    );
}
