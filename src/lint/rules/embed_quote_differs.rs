//! Rule `embed-quote-differs`: the text quotes a post in other words than the post’s.
#![doc = include_str!("embed-quote-differs.md")]

use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "embed-quote-differs",
    code: "EMB105",
    group: Group::Embed,
    severity: Severity::Warning,
    summary: "A quotation has other words than the post that it quotes",
    page: include_str!("embed-quote-differs.md"),
    check,
};

/// So many places of one quotation are reported.
const MOST: usize = 4;

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for echo in &context.review.echoes {
        for place in echo.differences.iter().take(MOST) {
            let (post, words) = (context.quote(place.post), context.quote(place.quotation));
            findings.report(
                place.quotation,
                format!("the quotation differs from the post: post: {post}; text: {words}"),
                "quote the post as it stands; mark what is left out with an ellipsis",
            );
            findings.relate(place.post, "the post’s own words");
        }
    }
}
