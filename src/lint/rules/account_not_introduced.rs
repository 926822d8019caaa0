//! Rule `account-not-introduced`: a post is cited and the text never says whose account it is.
#![doc = include_str!("account-not-introduced.md")]

use crate::lint::account::poster;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "account-not-introduced",
    code: "EMB106",
    group: Group::Embed,
    severity: Severity::Warning,
    summary: "A post is cited and the text never says whose account it is",
    page: include_str!("account-not-introduced.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (embed, introduced) in context.review.embeds.iter().zip(&context.basis.introduced) {
        if let Some(who) = poster(embed).filter(|_| !introduced && !embed.is_player()) {
            findings.report(
                embed.span,
                format!("the text never says whose account {who} is"),
                "say before the post who runs the account, and why it is cited",
            );
        }
    }
}
