//! Rule `vague-source`: nobody can tell who the source is.
#![doc = include_str!("vague-source.md")]

use crate::document::{BlockKind, TokenSpan};
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::tagger::Tag;
use crate::{Attribution, Entity, Source, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "vague-source",
    code: "ATR102",
    group: Group::Attribution,
    severity: Severity::Warning,
    summary: "Nobody can tell who the source is",
    page: include_str!("vague-source.md"),
    check,
};

/// Words that could be anybody.
const VAGUE: &[&str] = &[
    "activists",
    "advocates",
    "analysts",
    "backers",
    "campaigners",
    "commentators",
    "critics",
    "detractors",
    "experts",
    "insiders",
    "many",
    "most",
    "observers",
    "officials",
    "opponents",
    "others",
    "pundits",
    "scholars",
    "skeptics",
    "sceptics",
    "some",
    "source",
    "sources",
    "specialists",
    "supporters",
];

/// Verbs of belief that the passive leaves without a believer: “it is thought”.
const BELIEVED: &[&str] = &[
    "assume",
    "believe",
    "claim",
    "expect",
    "feel",
    "report",
    "rumor",
    "rumour",
    "say",
    "think",
    "understand",
];

fn check(context: &Context<'_, '_>, findings: &mut Findings) {
    let told = told_elsewhere(context);
    for attribution in &context.review.attributions {
        if let Some(span) = believed(context, attribution) {
            let message = format!("{} and the text does not say by whom", context.quote(span));
            findings.report(span, message, "name who holds this, and how they know");
        } else if let Some(source) = attribution.source.filter(|s| is_vague(context, *s, &told)) {
            findings.report(
                source.span,
                format!("{} could be anybody", context.quote(source.span)),
                "name them, or say how many they are and how they know",
            );
        }
    }
}

/// For every entity, whether the article gives it a number, a name or a position anywhere.
fn told_elsewhere(context: &Context<'_, '_>) -> Vec<bool> {
    let document = context.document();
    let is_told = |entity: &Entity| {
        entity.name.is_some()
            || entity.role.is_some()
            || entity.mentions.iter().any(|m| !is_bare(context, document.tokens_in(*m)))
    };
    context.review.entities.iter().map(is_told).collect()
}

/// A bare plural in running text that the article tells nothing of.
fn is_vague(context: &Context<'_, '_>, source: Source, told: &[bool]) -> bool {
    let in_title = context
        .block_at(source.span.start)
        .is_none_or(|b| matches!(b.kind, BlockKind::Headline | BlockKind::Heading));
    let is_told =
        source.entity.is_some_and(|e| told.get(e.0 as usize).copied().unwrap_or_default());
    !in_title
        && !is_told
        && !context.is_quoted(source.span)
        && is_bare(context, context.document().tokens_in(source.span))
}

/// Nothing but a vague word, with at most “some”, “many” or an adjective before it.
fn is_bare(context: &Context<'_, '_>, tokens: TokenSpan) -> bool {
    let Some(last) = tokens.end.checked_sub(1).filter(|_| !tokens.is_empty()) else { return false };
    let definite = |t| matches!(context.lower(t).as_str(), "the" | "these" | "those" | "both");
    let told = |t| {
        let tag = context.review.article.tag(t);
        tag.is_proper()
            || matches!(tag, Tag::Cd | Tag::PrpS | Tag::Pos | Tag::In | Tag::Wp)
            || context.document().word(t).starts_with(char::is_uppercase) && t > tokens.start
            || tag.is_noun() && t < last
    };
    VAGUE.contains(&context.lower(last).as_str())
        && !(tokens.start..last).any(|t| told(t) || definite(t))
}

/// `It is widely thought`: a passive of belief or speech whose subject is nobody.
fn believed(context: &Context<'_, '_>, attribution: &Attribution) -> Option<Span> {
    let cue = attribution.cue.as_ref().filter(|c| BELIEVED.contains(&c.lemma.as_str()))?;
    let tokens = context.document().tokens_in(cue.span);
    let passive =
        matches!(context.lower(tokens.start).as_str(), "is" | "was" | "has" | "had" | "'s" | "’s");
    let before = tokens.start.checked_sub(1).filter(|&t| context.lower(t) == "it")?;
    let span = context.document().span(TokenSpan { start: before, end: tokens.end });
    (passive && tokens.len() > 1 && !context.is_quoted(span)).then_some(span)
}
