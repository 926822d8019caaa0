//! Rule `guilt-verb`: the verb makes a statement a confession.
#![doc = include_str!("guilt-verb.md")]

use crate::Stance;
use crate::lint::{Group, Rule, Severity, context::Context, cue, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "guilt-verb",
    code: "CUE102",
    group: Group::Cue,
    severity: Severity::Note,
    summary: "The verb makes a statement a confession",
    page: include_str!("guilt-verb.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    cue::report(
        context,
        findings,
        Stance::Guilt,
        |cue, source| format!("{cue} makes what {source} says a confession"),
        "write “said”, unless there was something to own up to and the text says what",
    );
}
