//! Rule `loaded-language`: a word carries a side or a sneer.
#![doc = include_str!("loaded-language.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "loaded-language",
    code: "FRM109",
    group: Group::Framing,
    severity: Severity::Note,
    summary: "A word carries a side or a sneer",
    page: include_str!("loaded-language.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} carries a judgement"),
        "use a plain word, or quote whoever chose this one",
    );
}
