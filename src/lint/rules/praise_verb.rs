//! Rule `praise-verb`: praise is told as a report.
#![doc = include_str!("praise-verb.md")]

use crate::Stance;
use crate::lint::{Group, Rule, Severity, context::Context, cue, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "praise-verb",
    code: "CUE106",
    group: Group::Cue,
    severity: Severity::Note,
    summary: "Praise is told as a report",
    page: include_str!("praise-verb.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    cue::report(
        context,
        findings,
        Stance::Praise,
        |cue, source| format!("{cue} makes {source} praise in the writer’s words"),
        "quote the praise itself, or say “said” and what was said",
    );
}
