//! Rule `impossible-verb`: the verb is no verb of speech.
#![doc = include_str!("impossible-verb.md")]

use crate::Stance;
use crate::lint::{Group, Rule, Severity, context::Context, cue, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "impossible-verb",
    code: "CUE104",
    group: Group::Cue,
    severity: Severity::Note,
    summary: "The verb is no verb of speech",
    page: include_str!("impossible-verb.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    cue::report(
        context,
        findings,
        Stance::Manner,
        |cue, source| format!("{cue} is no way to speak; {source} says it"),
        "write “said” and give the gesture a sentence of its own",
    );
}
