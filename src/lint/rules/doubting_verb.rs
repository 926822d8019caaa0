//! Rule `doubting-verb`: the verb casts doubt on what a source says.
#![doc = include_str!("doubting-verb.md")]

use crate::Stance;
use crate::lint::{Group, Rule, Severity, context::Context, cue, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "doubting-verb",
    code: "CUE101",
    group: Group::Cue,
    severity: Severity::Note,
    summary: "The verb casts doubt on what a source says",
    page: include_str!("doubting-verb.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    cue::report(
        context,
        findings,
        Stance::Doubting,
        |cue, source| format!("{cue} casts doubt on what {source} says"),
        "write “said”; if there is reason to doubt, give it",
    );
}
