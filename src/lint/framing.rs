//! Framing spans, reported by the rule that they name.

use super::{Context, rule::Findings};

/// Reports the framing that carries the running rule's name, of quotations too where the rule is asked to
/// look into them; `tell` makes a message of the quoted words.
pub(super) fn report(
    context: &Context<'_, '_>,
    findings: &mut Findings<'_>,
    tell: fn(&str) -> String,
    help: &str,
) {
    let rule = findings.rule_name();
    let spans = context.review.claims.iter().flat_map(|c| &c.framing);
    let quoted = if findings.in_quotations() { context.quoted_framing() } else { &[] };
    for framing in spans.chain(quoted).filter(|f| f.rule == rule) {
        findings.report(framing.span, tell(&context.quote(framing.span)), help);
    }
}

#[cfg(test)]
mod tests {
    use crate::Voice;
    use crate::lint::testing::Draft;

    #[test]
    fn each_rule_reports_its_own_spans() {
        let draft = || {
            let draft = Draft::new("It is a landmark pier. It is old.");
            let framing = Some(("landmark", "peacock"));
            draft.claim("It is a landmark pier.", Voice::Editorial, framing)
        };
        let found = draft().findings("peacock");
        assert_eq!(found[0].message, "“landmark” praises and gives no fact");
        assert!(draft().findings("weasel").is_empty());
    }
}
