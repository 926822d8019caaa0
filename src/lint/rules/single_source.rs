//! Rule `single-source`: the whole story rests on one source.
#![doc = include_str!("single-source.md")]

use crate::lint::words::count;
use crate::lint::{Group, Parameter, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "single-source",
    code: "SRC101",
    group: Group::Sources,
    severity: Severity::Warning,
    summary: "The whole story rests on one source",
    page: include_str!("single-source.md"),
    check,
};

/// Fewer are too few to tell.
pub(super) const ATTRIBUTIONS: Parameter =
    Parameter::count("attributions", 3.0, "the fewest attributions of a source that can be all");
/// More is all that matters.
pub(super) const SHARE: Parameter =
    Parameter::share("share", 0.9, "the share of the attributed words above which a source is all");

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let review = context.review;
    let Some(most) = context.basis.ledger.dominant(review) else { return };
    if most.attributions < findings.count(&ATTRIBUTIONS) || most.share <= findings.number(&SHARE) {
        return;
    }
    let Some(entity) = review.entities.get(most.entity.0 as usize) else { return };
    let mut sources = review.attributions.iter().filter_map(|a| a.source);
    let Some(first) = sources.find(|s| s.entity == Some(most.entity)) else { return };
    let message = format!(
        "the story rests on one source: {} is behind {} of {}, {:.0} % of their words",
        context.name_of(entity),
        most.attributions,
        count(most.of, "attribution"),
        most.share * 100.0,
    );
    findings.report(
        first.span,
        message,
        "add a source that does not depend on this one: another party, an expert, a document",
    );
}

#[cfg(test)]
mod tests {
    use crate::SourceClass;
    use crate::lint::testing::Draft;

    const TEXT: &str = "Ann Orr said the bridge is old. She said it will close in May. She said no ferry is planned. A person said it leaks.";

    fn orr() -> Draft {
        Draft::new(TEXT)
            .person("Ann Orr")
            .entity(None, SourceClass::UnnamedPerson)
            .says(0, "Ann Orr", "said", "the bridge is old")
            .says(0, "She", "said", "it will close in May")
            .says(0, "She", "said", "no ferry is planned")
    }

    #[test]
    fn an_unnamed_source_is_no_second_one() {
        let found = orr().says(1, "A person", "said", "it leaks").findings("single-source");
        assert_eq!(found[0].span.of(TEXT), "Ann Orr");
        assert_eq!(
            found[0].message,
            "the story rests on one source: Ann Orr is behind 3 of 3 attributions, 100 % of their words"
        );
    }

    #[test]
    fn a_document_is_a_second_one() {
        let draft = orr().entity(None, SourceClass::Document);
        assert!(draft.says(2, "A person", "said", "it leaks").findings("single-source").is_empty());
    }
}
