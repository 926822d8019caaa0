//! Rule `unbalanced-quotation`: a quotation mark has no partner.
#![doc = include_str!("unbalanced-quotation.md")]

use crate::lint::marks::Fault;
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

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for &(fault, span) in context.faults() {
        let at = match context.quote(span) {
            words if words == "“”" => "here".to_owned(),
            words => format!("at {words}"),
        };
        match fault {
            Fault::NotClosed => findings.report(
                span,
                format!("the opening mark {at} has no closing one"),
                "add the closing mark where the speaker’s words end",
            ),
            Fault::NotOpened => findings.report(
                span,
                format!("the closing mark {at} has no opening one"),
                "add the opening mark where the speaker’s words begin",
            ),
            _ => {}
        }
    }
}
