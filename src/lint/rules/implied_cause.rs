//! Rule `implied-cause`: order in time stands in for a cause.
#![doc = include_str!("implied-cause.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "implied-cause",
    code: "FRM113",
    group: Group::Framing,
    severity: Severity::Note,
    summary: "Order in time stands in for a cause",
    page: include_str!("implied-cause.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} suggests a cause that nobody is cited for"),
        "say who links the two, or tell them apart",
    );
}
