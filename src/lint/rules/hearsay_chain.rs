//! Rule `hearsay-chain`: somebody says what somebody else has said.
#![doc = include_str!("hearsay-chain.md")]

use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::tagger::Tag;
use crate::{Act, Attribution, SourceClass, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "hearsay-chain",
    code: "ATR112",
    group: Group::Attribution,
    severity: Severity::Note,
    summary: "Somebody says what somebody else has said",
    page: include_str!("hearsay-chain.md"),
    check,
};

/// So many words may lead up to it: "that", "that in May".
const LEAD: usize = 3;

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let review = context.review;
    for attribution in &review.attributions {
        let parent = attribution.parent.and_then(|p| review.attributions.get(p.0 as usize));
        let Some(parent) = parent.filter(|p| is_second_hand(context, p, attribution)) else {
            continue;
        };
        let (Some(source), Some(teller)) = (attribution.source, parent.source) else { continue };
        let names = (review.entity_of(attribution), review.entity_of(parent));
        let (Some(speaker), Some(told)) = names else { continue };
        let message = format!(
            "what {} said is known from {} only",
            context.name_of(speaker),
            context.name_of(told)
        );
        findings.report(
            source.span,
            message,
            "ask the first speaker, or say that they could not be asked",
        );
        findings.relate(teller.span, "who tells it");
    }
}

/// One person or group tells what another one said, who says nothing directly.
fn is_second_hand(context: &Context<'_, '_>, parent: &Attribution, inner: &Attribution) -> bool {
    let review = context.review;
    let (Some(teller), Some(speaker)) = (review.entity_of(parent), review.entity_of(inner)) else {
        return false;
    };
    let tells = |class| matches!(class, SourceClass::Person | SourceClass::UnnamedPerson);
    let told = |class| tells(class) || class == SourceClass::Organization;
    let relative = |s: crate::Source| {
        let tokens = context.document().tokens_in(s.span);
        tokens.len() == 1 && !context.review.article.tag(tokens.start).is_noun()
    };
    let directly = |a: &Attribution| {
        a.parent.is_none()
            && a.act == Act::Statement
            && a.source.and_then(|s| s.entity) == Some(speaker.id)
    };
    parent.act == Act::Statement
        && inner.act == Act::Statement
        && teller.id != speaker.id
        && tells(teller.class)
        && told(speaker.class)
        && !inner.source.is_some_and(relative)
        && !is_outlet(context, parent)
        && opens(context, parent, inner)
        && inner.cue.as_ref().is_some_and(|c| context.is_done(c.span))
        && !review.attributions.iter().any(directly)
}

/// The second-hand statement is what is told, not when or why: it opens the content.
fn opens(context: &Context<'_, '_>, parent: &Attribution, inner: &Attribution) -> bool {
    let (Some(content), Some(source)) = (parent.content.first(), inner.source) else {
        return false;
    };
    let between =
        context.document().tokens_in(Span { start: content.start, end: source.span.start });
    let clause = |t: u32| {
        matches!(context.review.article.tag(t), Tag::Wrb | Tag::In) && context.lower(t) != "that"
    };
    source.span.start >= content.start
        && context.document().count_words(between) <= LEAD
        && !(between.start..between.end).any(clause)
}

/// What an outlet reports that somebody said is credited already.
fn is_outlet(context: &Context<'_, '_>, parent: &Attribution) -> bool {
    parent.setting.channel == crate::Channel::PressReport
        || parent.source.is_some_and(|s| context.is_quoted(s.span))
}
