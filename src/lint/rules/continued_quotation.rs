//! Rule `continued-quotation`: a quotation runs on into a paragraph that does not begin with a mark.
#![doc = include_str!("continued-quotation.md")]

use crate::lint::marks::Fault;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "continued-quotation",
    code: "QUO102",
    group: Group::Quotation,
    severity: Severity::Warning,
    summary: "A quotation runs on into a paragraph that does not begin with a mark",
    page: include_str!("continued-quotation.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for &(fault, span) in context.faults() {
        if fault == Fault::NotTakenUp {
            let message = format!(
                "the quotation runs on into {}, and the paragraph has no opening mark",
                context.quote(span)
            );
            findings.report(
                span,
                message,
                "begin every paragraph of a quotation with an opening mark",
            );
        }
    }
}
