//! Rule `anonymous-without-position`: an unnamed source, and no word on how they know.
#![doc = include_str!("anonymous-without-position.md")]

use crate::Act;
use crate::lint::veiled::{self, Veiled};
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "anonymous-without-position",
    code: "ATR104",
    group: Group::Attribution,
    severity: Severity::Warning,
    summary: "An unnamed source, and no word on how they know",
    page: include_str!("anonymous-without-position.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let all = veiled::veiled(context);
    let document = context.document();
    for veiled in veiled::first_of_each(&all) {
        let tokens = document.tokens_in(veiled.source.span);
        let placed = |v: &&Veiled<'_>| {
            v.entity.id == veiled.entity.id
                && veiled::is_placed(context, document.tokens_in(v.source.span))
        };
        let counted = !context
            .review
            .article
            .tag(crate::source::head(&context.review.article, tokens))
            .is_plural()
            || veiled.entity.anonymity.count.is_some();
        let states =
            veiled.attribution.act == Act::Statement && veiled::introduces(context, tokens.start);
        if counted
            && states
            && !all.iter().any(|v| placed(&v))
            && veiled.entity.anonymity.position.is_none()
        {
            let message = format!("nothing says how {} knows", context.quote(veiled.source.span));
            findings.report(
                veiled.source.span,
                message,
                "say what puts them in a position to know: whom they work for, what they saw or read",
            );
        }
    }
}
