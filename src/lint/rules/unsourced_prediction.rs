//! Rule `unsourced-prediction`: the future is foretold in the writer’s voice.
#![doc = include_str!("unsourced-prediction.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "unsourced-prediction",
    code: "FRM103",
    group: Group::Framing,
    severity: Severity::Warning,
    summary: "The future is foretold in the writer’s voice",
    page: include_str!("unsourced-prediction.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} foretells in the writer’s voice"),
        "name who expects it and on what grounds, or take it out",
    );
}
