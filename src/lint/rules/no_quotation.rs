//! Rule `no-quotation`: testimony, a speech or statements are cited and never quoted.
#![doc = include_str!("no-quotation.md")]

use crate::document::Closing;
use crate::lint::words::count;
use crate::lint::{Group, Parameter, Rule, Severity, context::Context, rule::Findings};
use crate::{Act, Production, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "no-quotation",
    code: "SRC102",
    group: Group::Sources,
    severity: Severity::Warning,
    summary: "Testimony, a speech or statements are cited and never quoted",
    page: include_str!("no-quotation.md"),
    check,
};

/// As many statements call for a quotation even where no speech is named.
pub(super) const STATEMENTS: Parameter =
    Parameter::count("statements", 3.0, "how many statements call for a quotation");
/// A quotation of fewer words is a phrase.
pub(super) const WORDS: Parameter =
    Parameter::count("words", 3.0, "the fewest words of a quotation that is no mere phrase");

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if quotes_somebody(context, findings.count(&WORDS)) {
        return;
    }
    let help = "quote at least one sentence in the speaker’s own words, marks and all";
    if let Some(event) = context.events().iter().find(|e| e.spoken) {
        let message =
            format!("{} is cited and nobody is quoted anywhere", context.quote(event.span));
        return findings.report(event.span, message, help);
    }
    let statements: Vec<_> = statements(context).collect();
    if let [first, ..] = statements[..]
        && statements.len() >= findings.count(&STATEMENTS)
    {
        let message =
            format!("{} and not one of them verbatim", count(statements.len(), "statement"));
        findings.report(first, message, help);
    }
}

/// The cues of what sources say or said.
fn statements<'c>(context: &'c Context<'_, '_>) -> impl Iterator<Item = Span> + 'c {
    let said = context.review.attributions.iter().filter(|a| {
        a.act == Act::Statement && a.source.is_some() && a.production != Production::NounCue
    });
    said.filter_map(|a| a.cue.as_ref()).map(|c| c.span).filter(|s| context.is_done(*s))
}

/// Whether an attribution or a post gives somebody's own words.
fn quotes_somebody(context: &Context<'_, '_>, shortest: usize) -> bool {
    let document = context.document();
    let attributed = &context.basis.ledger.attributed;
    let posts = context.review.embeds.iter().any(|e| e.body.is_some());
    posts
        || document.quotations.iter().any(|q| {
            q.closing != Closing::NeverOpened
                && document.count_words(q.tokens) >= shortest
                && attributed[q.tokens.range()].contains(&true)
        })
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Draft;

    #[test]
    fn three_statements_call_for_a_quotation() {
        let draft = |text| {
            Draft::new(text).person("Orr").says(0, "Orr", "said", "it is old").says(
                0,
                "She",
                "said",
                "it is long",
            )
        };
        let two = "Orr said it is old. She said it is long.";
        assert!(draft(two).findings("no-quotation").is_empty());
        let three = "Orr said it is old. She said it is long. She said it is shut.";
        let found = draft(three).says(0, "She", "said", "it is shut").findings("no-quotation");
        assert_eq!(found[0].message, "3 statements and not one of them verbatim");
        let quoted = "Orr said it is old. She said it is long. She said “it is shut”.";
        let draft = draft(quoted).says(0, "She", "said", "“it is shut”");
        assert!(draft.findings("no-quotation").is_empty());
    }
}
