//! Rule `scare-quotes`: quotation marks cast doubt on words that nobody is quoted for.
#![doc = include_str!("scare-quotes.md")]

use crate::lint::{Group, Rule, Severity, context::Context, framing, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "scare-quotes",
    code: "FRM111",
    group: Group::Framing,
    severity: Severity::Note,
    summary: "Quotation marks cast doubt on words that nobody is quoted for",
    page: include_str!("scare-quotes.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    framing::report(
        context,
        findings,
        |words| format!("{words} is held at arm’s length, and no source is quoted"),
        "take the marks off, or say whose words they are",
    );
}
