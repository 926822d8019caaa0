//! Rule `embed-author-unknown`: a post is cited and neither a name nor an account says whose it is.
#![doc = include_str!("embed-author-unknown.md")]

use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "embed-author-unknown",
    code: "EMB102",
    group: Group::Embed,
    severity: Severity::Warning,
    summary: "A post is cited without saying whose it is",
    page: include_str!("embed-author-unknown.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for embed in &context.review.embeds {
        if embed.name.is_none() && embed.handle.is_none() && !embed.orphan {
            findings.report(
                embed.span,
                format!(
                    "a post on {} is cited, and nothing says whose it is",
                    embed.platform.title()
                ),
                "name the account, and who runs it",
            );
        }
    }
}
