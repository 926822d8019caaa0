//! Rule `significance-inflation`: the writer tells the reader what an event means.
#![doc = include_str!("significance-inflation.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "significance-inflation",
    code: "FRM101",
    group: Group::Framing,
    severity: Severity::Warning,
    summary: "The writer tells the reader what an event means",
    page: include_str!("significance-inflation.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} tells the reader what the event means"),
        "say what happened; leave what it means to a source with a name",
    );
}
