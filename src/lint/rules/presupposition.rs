//! Rule `presupposition`: something in dispute is taken for granted.
#![doc = include_str!("presupposition.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "presupposition",
    code: "FRM108",
    group: Group::Framing,
    severity: Severity::Note,
    summary: "Something in dispute is taken for granted",
    page: include_str!("presupposition.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} takes for granted what has not been shown"),
        "state it as a claim of its own and source it",
    );
}
