//! Rule `factive-verb`: the verb vouches for what a source says.
#![doc = include_str!("factive-verb.md")]

use crate::Stance;
use crate::lint::{Group, Rule, Severity, context::Context, cue, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "factive-verb",
    code: "CUE103",
    group: Group::Cue,
    severity: Severity::Note,
    summary: "The verb vouches for what a source says",
    page: include_str!("factive-verb.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    cue::report(
        context,
        findings,
        Stance::Factive,
        |cue, source| format!("{cue} vouches for what {source} says"),
        "write “said”, or make sure that it is so and say how that is known",
    );
}
