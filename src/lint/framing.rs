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
    use crate::lexicon::{House, HouseTerm, Part};
    use crate::lint::testing::Draft;
    use crate::lint::{self, Value};
    use crate::{Checker, Settings};

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
    #[test]
    fn the_newsrooms_terms_are_found_in_quotations_too() {
        let term = HouseTerm {
            words: vec!["gold-plated".into()],
            part: Part::Adjective,
            rule: "loaded-language".into(),
            weight: 0.6,
            unless: Vec::new(),
        };
        let house = House { terms: vec![term], ..House::default() };
        let text =
            "The council met in May. “Our gold-plated hall is old,” said Ann Orr, the mayor.";
        let found = |quotations| {
            let rules = lint::Settings::default()
                .value("loaded-language".parse().unwrap(), "quotations", Value::Switch(quotations))
                .unwrap();
            let checker =
                Checker::new(Settings { house: house.clone(), rules, ..Settings::default() });
            let found = checker.review(text).diagnostics;
            found
                .iter()
                .filter(|d| d.rule == "loaded-language")
                .map(|d| d.span.of(text))
                .collect::<Vec<_>>()
        };
        assert!(found(false).is_empty());
        assert_eq!(found(true), ["gold-plated"]);
    }
}
