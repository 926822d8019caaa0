//! Rule `attack-verb`: criticism is told as an assault.
#![doc = include_str!("attack-verb.md")]

use crate::Stance;
use crate::lint::{Group, Rule, Severity, context::Context, cue, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "attack-verb",
    code: "CUE107",
    group: Group::Cue,
    severity: Severity::Note,
    summary: "Criticism is told as an assault",
    page: include_str!("attack-verb.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    cue::report(
        context,
        findings,
        Stance::Attack,
        |cue, source| format!("{cue} makes {source} strike rather than speak"),
        "write “criticized” or “said”, and quote the words",
    );
}
