//! Rule `one-side-only`: of two parties to a story, one is never a source.
#![doc = include_str!("one-side-only.md")]

use crate::lint::party::{self, Party};
use crate::lint::words::times;
use crate::lint::{Group, Parameter, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "one-side-only",
    code: "SRC104",
    group: Group::Sources,
    severity: Severity::Warning,
    summary: "Of two parties to a story, one is never a source",
    page: include_str!("one-side-only.md"),
    check,
};

/// A party named less often is no side.
pub(super) const NAMED: Parameter =
    Parameter::count("named", 3.0, "how often a party is named before it should be a source");
/// One source speaks alone with this share.
pub(super) const SHARE: Parameter = Parameter::share(
    "share",
    0.75,
    "the share of the attributed words with which a source speaks alone",
);
/// Fewer attributions are too few to tell.
const FEWEST: usize = 3;
/// Where most English copy is written: there it is the place of a story far oftener than a party to it.
const HOME: Party = Party::Nation("United States");

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let review = context.review;
    let Some(most) = context.basis.ledger.dominant(review) else { return };
    if most.attributions < FEWEST
        || most.share < findings.number(&SHARE)
        || party::was_asked(context)
    {
        return;
    }
    let Some(entity) = review.entities.get(most.entity.0 as usize) else { return };
    let silent = party::silent(context, most.entity);
    let fewest = findings.count(&NAMED);
    let Some(opening) = party::opening(context) else { return };
    let named = silent.iter().filter(|(party, m)| {
        **party != HOME && m.count >= fewest && m.counterpart && opening.overlaps(m.first)
    });
    let Some((party, mentions)) = named.max_by_key(|(_, m)| (m.count, u32::MAX - m.first.start))
    else {
        return;
    };
    let party = match party {
        Party::Nation(name) => (*name).to_owned(),
        Party::Body(noun) => format!("the {noun}"),
    };
    let message = format!(
        "{party} is named {} and is never a source; {} speaks alone",
        times(mentions.count),
        context.name_of(entity),
    );
    findings.report(
        mentions.first,
        message,
        "ask the other side and report its answer, or that it gave none",
    );
    if let Some(first) = entity.mentions.first() {
        findings.relate(*first, "the one who speaks");
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Draft;

    fn orr(text: &'static str) -> Draft {
        Draft::new(text)
            .person("Ann Orr")
            .says(0, "Orr", "said", "the talks with Norway are old")
            .says(0, "She", "said", "the Norwegian fleet is large")
            .says(0, "She", "said", "Norway should pay")
    }

    #[test]
    fn names_the_silent_side() {
        let text = "Orr said the talks with Norway are old. She said the Norwegian fleet is large. She said Norway should pay.";
        let found = orr(text).findings("one-side-only");
        assert_eq!(
            found[0].message,
            "Norway is named 3 times and is never a source; Ann Orr speaks alone"
        );
        assert_eq!(found[0].span.of(text), "Norway");
    }

    #[test]
    fn the_other_side_was_asked_or_speaks() {
        let asked = "Orr said the talks with Norway are old. She said the Norwegian fleet is large. She said Norway should pay. The embassy declined to comment.";
        assert!(orr(asked).findings("one-side-only").is_empty());
        let speaks = "Orr said the talks with Norway are old. She said the Norwegian fleet is large. She said Norway should pay. Norwegian envoys said no.";
        let draft = orr(speaks).entity(None, crate::SourceClass::Group);
        assert!(
            draft.says(1, "Norwegian envoys", "said", "no").findings("one-side-only").is_empty()
        );
    }
}
