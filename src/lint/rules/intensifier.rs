//! Rule `intensifier`: a word only makes another stronger.
#![doc = include_str!("intensifier.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "intensifier",
    code: "FRM107",
    group: Group::Framing,
    severity: Severity::Note,
    summary: "A word only makes another stronger",
    page: include_str!("intensifier.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} only adds force"),
        "take it out, or give the number",
    );
}
