//! Rule `uncredited-outlet`: a fact comes from another outlet, which is not named.
#![doc = include_str!("uncredited-outlet.md")]

use crate::Act;
use crate::document::{BlockKind, TokenSpan};
use crate::lexicon::Facts;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::source::head;
use crate::tagger::Tag;
use std::cell::LazyCell;

/// The rule.
pub const RULE: Rule = Rule {
    name: "uncredited-outlet",
    code: "SRC106",
    group: Group::Sources,
    severity: Severity::Warning,
    summary: "A fact comes from another outlet, which is not named",
    page: include_str!("uncredited-outlet.md"),
    check,
};

/// Nouns for those who publish news.
const OUTLETS: &[&str] = &[
    "broadcaster",
    "broadcasters",
    "magazine",
    "magazines",
    "media",
    "newspaper",
    "newspapers",
    "outlet",
    "outlets",
    "tabloid",
    "tabloids",
];

/// Words that make a report one of the press.
const OF_THE_PRESS: &[&str] = &[
    "local",
    "media",
    "multiple",
    "news",
    "newspaper",
    "press",
    "published",
    "several",
    "television",
];

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let named = LazyCell::new(|| names_outlet(context));
    for attribution in &context.review.attributions {
        let Some(source) = attribution.source else { continue };
        let tokens = context.document().tokens_in(source.span);
        let known = context.review.entity_of(attribution).is_some_and(|e| e.name.is_some());
        let in_text =
            context.block_at(source.span.start).is_some_and(|b| b.kind == BlockKind::Paragraph);
        let says = matches!(attribution.act, Act::Statement | Act::Evidence);
        if known
            || !in_text
            || !says
            || context.is_quoted(source.span)
            || !is_press(context, tokens, &named)
        {
            continue;
        }
        let message = format!("{} does not say which outlet", context.quote(source.span));
        findings.report(source.span, message, "name the outlet, and link to what it published");
    }
}

/// `"a newspaper"`, `"local media"`, `"news reports"`: no name in it, and none that "the" takes up.
fn is_press(
    context: &Context<'_, '_>,
    tokens: TokenSpan,
    named: &LazyCell<bool, impl FnOnce() -> bool>,
) -> bool {
    if tokens.is_empty() {
        return false;
    }
    let article = &context.review.article;
    let head = head(article, tokens);
    let word = context.lower(head);
    let capital = |t: u32| {
        context.document().word(t).starts_with(char::is_uppercase)
            && !article.lexeme(t).facts.any(Facts::DEMONYM)
    };
    let proper = (tokens.start + 1..tokens.end).any(capital);
    let apposed = tokens.start.checked_sub(1).is_some_and(|t| article.tag(t) == Tag::Comma)
        && tokens.start.checked_sub(2).is_some_and(|t| article.tag(t).is_proper());
    let definite = matches!(&*context.lower(tokens.start), "the" | "both" | "his" | "her" | "its");
    let bare = tokens.len() == 1;
    let modified = || (tokens.start..head).any(|t| OF_THE_PRESS.contains(&&*context.lower(t)));
    let reports = word == "reports" && (bare || modified());
    let outlet = OUTLETS.contains(&&*word);
    let press = !proper && !apposed && (reports || outlet);
    press && !(definite && (word == "media" || **named))
}

/// Whether the article names an outlet anywhere.
fn names_outlet(context: &Context<'_, '_>) -> bool {
    let article = &context.review.article;
    let tokens = 0..context.document().tokens.len() as u32;
    tokens
        .into_iter()
        .any(|t| article.tag(t).is_proper() && article.lexeme(t).facts.any(Facts::MASTHEAD))
}
