//! Rule `unused-ignore`: a suppression under which nothing was found.
#![doc = include_str!("unused-ignore.md")]

use crate::lint::{Group, Rule, Selector, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "unused-ignore",
    code: "IGN101",
    group: Group::Ignore,
    severity: Severity::Warning,
    summary: "A suppression under which nothing is found",
    page: include_str!("unused-ignore.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for ignore in &context.ignores.all {
        for rules in &ignore.unused {
            let name = match rules {
                Selector::All => "any rule",
                Selector::Group(group) => group.as_str(),
                Selector::Rule(rule) => rule.name,
            };
            findings.report(
                ignore.span,
                format!("{name} finds nothing here that could be left out"),
                "take the suppression out",
            );
        }
    }
}
