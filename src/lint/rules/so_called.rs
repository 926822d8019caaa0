//! Rule `so-called`: “So-called” or “supposed” casts doubt.
#![doc = include_str!("so-called.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "so-called",
    code: "FRM112",
    group: Group::Framing,
    severity: Severity::Note,
    summary: "“So-called” or “supposed” casts doubt",
    page: include_str!("so-called.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} casts doubt and does not say why"),
        "take it out, or say who doubts it and on what grounds",
    );
}
