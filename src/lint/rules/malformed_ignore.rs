//! Rule `malformed-ignore`: a suppression that cannot be followed.
#![doc = include_str!("malformed-ignore.md")]

use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "malformed-ignore",
    code: "IGN102",
    group: Group::Ignore,
    severity: Severity::Warning,
    summary: "A suppression that cannot be followed",
    page: include_str!("malformed-ignore.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for ignore in &context.ignores.all {
        if let Err(why) = &ignore.asks {
            findings.report(
                ignore.span,
                format!("the suppression is not followed: {why}"),
                "write `[onrecord-ignore RULE: reason]`",
            );
        }
    }
}
