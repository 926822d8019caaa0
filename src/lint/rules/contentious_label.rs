//! Rule `contentious-label`: a label takes a side.
#![doc = include_str!("contentious-label.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "contentious-label",
    code: "FRM105",
    group: Group::Framing,
    severity: Severity::Note,
    summary: "A label takes a side",
    page: include_str!("contentious-label.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} is a label that those it names would not accept"),
        "say what they do or did, or who calls them so",
    );
}
