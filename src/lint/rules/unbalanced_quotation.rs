//! Rule `unbalanced-quotation`: a quotation mark has no partner
#![doc = include_str!("unbalanced-quotation.md")]

use crate::lint::marks::{self, Fault};
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "unbalanced-quotation",
    code: "QUO101",
    group: Group::Quotation,
    severity: Severity::Warning,
    summary: "A quotation mark has no partner",
    page: include_str!("unbalanced-quotation.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings) {
    for (fault, span) in marks::faults(context.document()) {
        let words = context.document().tokens_in(span);
        let shown = span.of(context.review.text());
        match fault {
            Fault::NotClosed => findings.report(
                span,
                format!("the quotation that begins {shown} is never closed"),
                "add the closing mark where the speaker’s words end",
            ),
            Fault::NotOpened if !words.is_empty() => findings.report(
                span,
                format!("the quotation that ends {shown} is never opened"),
                "add the opening mark where the speaker’s words begin",
            ),
            _ => {}
        }
    }
}
