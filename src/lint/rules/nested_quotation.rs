//! Rule `nested-quotation`: inner quotation marks are of the outer kind.
#![doc = include_str!("nested-quotation.md")]

use crate::lint::marks::Fault;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "nested-quotation",
    code: "QUO103",
    group: Group::Quotation,
    severity: Severity::Note,
    summary: "Inner quotation marks are of the outer kind",
    page: include_str!("nested-quotation.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for &(fault, span) in context.faults() {
        if fault == Fault::Nested {
            let message =
                format!("{} stands within a quotation and has the same marks", context.quote(span));
            findings.report(
                span,
                message,
                "use single marks within double ones, and the other way round",
            );
        }
    }
}
