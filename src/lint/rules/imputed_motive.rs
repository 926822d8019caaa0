//! Rule `imputed-motive`: a state of mind or a motive is stated as fact.
#![doc = include_str!("imputed-motive.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "imputed-motive",
    code: "FRM102",
    group: Group::Framing,
    severity: Severity::Warning,
    summary: "A state of mind or a motive is stated as fact",
    page: include_str!("imputed-motive.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} states as fact what somebody thinks or means"),
        "say what they did or said, and let them name their reasons",
    );
}
