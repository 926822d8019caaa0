//! Rule `peacock`: a word praises without saying why.
#![doc = include_str!("peacock.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "peacock",
    code: "FRM104",
    group: Group::Framing,
    severity: Severity::Note,
    summary: "A word praises without saying why",
    page: include_str!("peacock.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} praises and gives no fact"),
        "put the fact in its place: a number, a date, a comparison",
    );
}
