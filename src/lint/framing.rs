//! Framing spans, reported by the rule that they name.

use super::{Context, rule::Findings};

/// Reports the framing that carries the running rule's name; `tell` makes a message of the quoted words.
pub(super) fn report(
    context: &Context<'_, '_>,
    findings: &mut Findings,
    tell: fn(&str) -> String,
    help: &str,
) {
    let rule = findings.rule_name();
    let spans = context.review.claims.iter().flat_map(|c| &c.framing);
    for framing in spans.filter(|f| f.rule == rule) {
        findings.report(framing.span, tell(&context.quote(framing.span)), help);
    }
}
