//! Cue words by their editorial colour.

use super::{Context, rule::Findings};
use crate::Stance;

/// Reports cues of a stance that stand outside quotations; `tell` makes a message of the quoted cue
/// and its source.
pub(super) fn report(
    context: &Context<'_, '_>,
    findings: &mut Findings,
    stance: Stance,
    tell: fn(&str, &str) -> String,
    help: &str,
) {
    for attribution in &context.review.attributions {
        let Some(cue) = attribution.cue.as_ref().filter(|c| c.stance == stance) else { continue };
        if !context.is_quoted(cue.span) {
            let message = tell(&context.quote(cue.span), &context.source_name(attribution));
            findings.report(cue.span, message, help);
        }
    }
}
