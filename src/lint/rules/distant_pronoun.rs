//! Rule `distant-pronoun`: a source is “he” or “she”, and the name is far back or could be another’s.
#![doc = include_str!("distant-pronoun.md")]

use crate::document::{BlockKind, TokenSpan};
use crate::lint::named::{Places, first_person, surname};
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::tagger::Tag;
use crate::{Entity, Source, SourceClass};

/// The rule.
pub const RULE: Rule = Rule {
    name: "distant-pronoun",
    code: "ATR110",
    group: Group::Attribution,
    severity: Severity::Note,
    summary: "A source is “he” or “she”, and the name is far back",
    page: include_str!("distant-pronoun.md"),
    check,
};

/// The name may stand so many paragraphs back.
const PARAGRAPHS: usize = 3;
/// So many of its mentions are looked at.
const NEAR: usize = 24;
/// And so many words.
const WORDS: usize = 90;

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let places = context.places();
    let mut reported = 0;
    for source in context.review.attributions.iter().filter_map(|a| a.source) {
        let Some((entity, token)) = pronoun(context, source) else { continue };
        let last = last_named(context, places, entity, token);
        let Some(last) = last.filter(|&t| t >= reported) else { continue };
        let (Some(from), Some(to)) = (block(context, last), block(context, token)) else {
            continue;
        };
        let words = context.document().count_words(TokenSpan { start: last, end: token });
        if to - from < PARAGRAPHS || words < WORDS || names_another(context, entity, last, token) {
            continue;
        }
        reported = last + 1;
        let message = format!(
            "{} was last named {words} words and {} paragraphs back",
            context.name_of(entity),
            to - from
        );
        findings.report(source.span, message, "name the speaker again");
        findings
            .relate(context.document().span(TokenSpan { start: last, end: last + 1 }), "the name");
    }
}

/// Whether the writer names somebody else in between: then the pronoun may well be theirs, and nothing is
/// sure about how far back the name stands.
fn names_another(context: &Context<'_, '_>, entity: &Entity, last: u32, token: u32) -> bool {
    let document = context.document();
    let own = entity.name.as_deref().unwrap_or_default();
    let mut at = last + 1;
    while let Some(name) = first_person(context, TokenSpan { start: at, end: token }) {
        let quoted = document.tokens[name.start as usize].quoted;
        let other = (name.start..name.end).all(|t| !own.contains(document.word(t)));
        if other && !quoted {
            return true;
        }
        at = name.end;
    }
    false
}

/// A source that is "he" or "she" in a paragraph, and the person it stands for.
fn pronoun<'c>(context: &'c Context<'_, '_>, source: Source) -> Option<(&'c Entity, u32)> {
    let tokens = context.document().tokens_in(source.span);
    let subject = tokens.len() == 1
        && context.review.article.tag(tokens.start) == Tag::Prp
        && matches!(&*context.lower(tokens.start), "he" | "she");
    let paragraph = context.block_at(source.span.start)?.kind == BlockKind::Paragraph;
    let entity = context.review.entities.get(source.entity?.0 as usize)?;
    let person = entity.class == SourceClass::Person;
    (subject && paragraph && person && !context.is_quoted(source.span))
        .then_some((entity, tokens.start))
}

/// Where a word of the name last stood, or a description of who it is.
fn last_named(
    context: &Context<'_, '_>,
    places: &Places<'_>,
    entity: &Entity,
    before: u32,
) -> Option<u32> {
    let name = entity.name.as_deref()?;
    let first = name.split(' ').next().unwrap_or(name);
    let at = |word: &str| places.last_before(word, before);
    let document = context.document();
    let next = entity.mentions.partition_point(|m| document.tokens_in(*m).start < before);
    let mut described = entity.mentions[..next].iter().rev().map(|m| document.tokens_in(*m));
    let described = described.by_ref().take(NEAR).find(|m| {
        !m.is_empty() && !matches!(context.review.article.tag(m.start), Tag::Prp | Tag::PrpS)
    });
    at(surname(name)).max(at(first)).max(described.map(|m| m.start))
}

fn block(context: &Context<'_, '_>, token: u32) -> Option<usize> {
    context.block_index(context.document().tokens.get(token as usize)?.span.start)
}
