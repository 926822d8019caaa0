//! Rule `orphan-embed`: a post is cited and its words are gone.
#![doc = include_str!("orphan-embed.md")]

use crate::lint::account::poster;
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
    for embed in context.review.embeds.iter().filter(|e| e.orphan && !e.is_player()) {
        let who = poster(embed).map_or("a post".to_owned(), |who| format!("a post by {who}"));
        findings.report(
            embed.span,
            format!("{who} is cited and its words are gone"),
            "put the post’s own words back, or take the line out",
        );
    }
}
