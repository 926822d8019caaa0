//! Rule `orphan-embed`: a post is cited and its words are gone.
#![doc = include_str!("orphan-embed.md")]

use crate::lint::words::quote;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "orphan-embed",
    code: "EMB101",
    group: Group::Embed,
    severity: Severity::Warning,
    summary: "A post is cited and its words are gone",
    page: include_str!("orphan-embed.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for embed in context.review.embeds.iter().filter(|e| e.orphan) {
        let who = match (&embed.name, &embed.handle) {
            (Some(name), _) => format!("a post by {}", quote(name)),
            (None, Some(handle)) => format!("a post by @{handle}"),
            (None, None) => "a post".to_owned(),
        };
        findings.report(
            embed.span,
            format!("{who} is cited and its words are gone"),
            "put the post’s own words back, or take the line out",
        );
    }
}
