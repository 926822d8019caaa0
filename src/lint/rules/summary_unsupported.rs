//! Rule `summary-unsupported`: a headline, standfirst or bullet states what the body does not.
#![doc = include_str!("summary-unsupported.md")]

use crate::claim::{Difference, SummaryKind, SummaryLine};
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "summary-unsupported",
    code: "SRC107",
    group: Group::Sources,
    severity: Severity::Warning,
    summary: "A headline, standfirst or bullet states what the body does not",
    page: include_str!("summary-unsupported.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for line in &context.review.summary {
        let Some((difference, span)) = line.difference else { continue };
        let kind = match line.kind {
            SummaryKind::Headline => "headline",
            SummaryKind::Standfirst => "standfirst",
            SummaryKind::Bullet => "bullet",
        };
        let quoted = context.quote(span);
        let (message, help) = match difference {
            Difference::Number => (
                format!("the {kind} says {quoted}, and the body gives another figure"),
                "make the two agree",
            ),
            Difference::Name => (
                format!("the {kind} names {quoted}, and the body does not"),
                "tell in the body who that is and what they did, or take the name out",
            ),
            Difference::Certainty => (
                format!("the {kind} states what the body says with less certainty: {quoted}"),
                "carry the “may” or “could” over",
            ),
            Difference::Words => (
                format!("the body says hardly a word of what the {kind} says: {quoted}"),
                "report it in the body, or take it out",
            ),
            // Seldom so: headlines deny by wit and by habit.
            Difference::Negation => continue,
        };
        findings.report(span, message, help);
        nearest(context, line, findings);
    }
}

/// Points at what the body says instead.
fn nearest(context: &Context<'_, '_>, line: &SummaryLine, findings: &mut Findings<'_>) {
    let same = matches!(line.difference, Some((Difference::Number | Difference::Certainty, _)));
    let claim = line.claims.first().filter(|_| same).and_then(|&i| context.review.claims.get(i));
    if let Some(claim) = claim {
        findings.relate(claim.span, "the body says this");
    }
}
