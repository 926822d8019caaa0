//! Rule `opinion-as-report`: most sentences of an item that is not marked opinion are the writer’s own view.
#![doc = include_str!("opinion-as-report.md")]

use crate::Voice;
use crate::document::Sentence;
use crate::lint::opinion::is_opinion;
use crate::lint::{Group, Parameter, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "opinion-as-report",
    code: "FRM114",
    group: Group::Framing,
    severity: Severity::Warning,
    summary: "Most sentences of an item that is not marked opinion are the writer’s own view",
    page: include_str!("opinion-as-report.md"),
    check,
};

/// Fewer are too few to tell.
pub(super) const SENTENCES: Parameter =
    Parameter::count("sentences", 8.0, "the fewest sentences of an item that can be told");
/// More is most.
pub(super) const SHARE: Parameter =
    Parameter::share("share", 0.5, "the share of sentences above which the writer's view is most");
fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if is_opinion(context) {
        return;
    }
    let mut editorial = Vec::new();
    let mut all = 0;
    let mut claims = context.review.claims.iter().peekable();
    for sentence in context.body_sentences() {
        all += 1;
        while claims.next_if(|c| c.span.end <= sentence.span.start).is_some() {}
        let mut own = false;
        while let Some(claim) = claims.next_if(|c| c.span.start < sentence.span.end) {
            own |= claim.voice == Voice::Editorial;
        }
        if own {
            editorial.push(sentence);
        }
    }
    if let [first, ..] = editorial[..]
        && all >= findings.count(&SENTENCES)
        && editorial.len() as f64 > findings.number(&SHARE) * all as f64
    {
        report(findings, first, editorial.len(), all);
    }
}

fn report(findings: &mut Findings<'_>, first: &Sentence, editorial: usize, all: usize) {
    let message = format!(
        "{editorial} of {all} sentences are the writer’s own evaluation, inference or prediction"
    );
    findings.report(first.span, message, "mark the item as opinion, or source what it asserts");
}

#[cfg(test)]
mod tests {
    use crate::Voice;
    use crate::lint::testing::Draft;

    fn found(head: &str, voice: Voice) -> usize {
        let text = format!("{head}\n\n{}", "It is a bold step for us all. ".repeat(9));
        let mut draft = Draft::new(text.leak());
        for _ in 0..9 {
            draft = draft.claim("It is a bold step for us all.", voice, None);
        }
        draft.findings("opinion-as-report").len()
    }

    #[test]
    fn only_what_is_not_marked() {
        assert_eq!(found("Bridge to close", Voice::Editorial), 1);
        assert_eq!(found("Bridge to close", Voice::Unsourced), 0);
        assert_eq!(found("Opinion | Close the bridge", Voice::Editorial), 0);
        assert_eq!(found("Comment: close the bridge", Voice::Editorial), 0);
        assert_eq!(found("Opinion of judges divided", Voice::Editorial), 1);
    }
}
