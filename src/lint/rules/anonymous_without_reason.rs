//! Rule `anonymous-without-reason`: a source is not named and the text does not say why.
#![doc = include_str!("anonymous-without-reason.md")]

use crate::Act;
use crate::lint::veiled::{self, Veiled};
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "anonymous-without-reason",
    code: "ATR103",
    group: Group::Attribution,
    severity: Severity::Warning,
    summary: "A source is not named and the text does not say why",
    page: include_str!("anonymous-without-reason.md"),
    check,
};

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let all = veiled::veiled(context);
    // A bare plural has a finding of its own, and one reason goes for all who are called alike.
    let told: Vec<Veiled<'_>> = all.into_iter().filter(|v| is_informing(context, v)).collect();
    let excused = |v: &Veiled<'_>| {
        let head = noun(context, v);
        told.iter().any(|o| o.entity.anonymity.reason.is_some() && noun(context, o) == head)
    };
    for veiled in veiled::first_of_each(&told) {
        if !excused(&veiled) {
            let message = format!(
                "{} is not named, and the text does not say why",
                context.quote(veiled.source.span)
            );
            findings.report(
                veiled.source.span,
                message,
                "say why they may not be named, or name them",
            );
        }
    }
}

/// Somebody who told the writer something: one, or so many, or some who are said to know. Officials and
/// aides in general speak for their office.
fn is_informing(context: &Context<'_, '_>, veiled: &Veiled<'_>) -> bool {
    let tokens = context.document().tokens_in(veiled.source.span);
    let article = &context.review.article;
    let head = crate::source::head(article, tokens);
    veiled.attribution.act == Act::Statement
        && (!article.tag(head).is_plural() && veiled::introduces(context, tokens.start)
            || veiled.entity.anonymity.count.is_some()
            || context.lower(head) == "sources" && veiled::is_placed(context, tokens)
            || veiled::is_informed(context, head, tokens))
}

/// The noun by which a source is called, in the singular.
fn noun(context: &Context<'_, '_>, veiled: &Veiled<'_>) -> u32 {
    let tokens = context.document().tokens_in(veiled.source.span);
    let article = &context.review.article;
    article.lexeme(crate::source::head(article, tokens)).hash
}
