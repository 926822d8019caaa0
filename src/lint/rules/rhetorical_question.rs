//! Rule `rhetorical-question`: the writer asks the reader instead of telling.
#![doc = include_str!("rhetorical-question.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "rhetorical-question",
    code: "FRM115",
    group: Group::Framing,
    severity: Severity::Note,
    summary: "The writer asks the reader instead of telling",
    page: include_str!("rhetorical-question.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} asks the reader what the report should tell"),
        "say what is known and what is not, or name who asks",
    );
}
