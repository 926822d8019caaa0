//! Rule `no-response-sought`: somebody named is accused, and the text has no answer from them.
#![doc = include_str!("no-response-sought.md")]

use crate::document::{BlockKind, TokenSpan};
use crate::lint::named::{self, surname};
use crate::lint::party;
use crate::lint::word_set::WordSet;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::tagger::Tag;
use crate::{Act, Attribution, Span};
use std::collections::HashSet;

/// The rule.
pub const RULE: Rule = Rule {
    name: "no-response-sought",
    code: "SRC103",
    group: Group::Sources,
    severity: Severity::Warning,
    summary: "Somebody named is accused, and the text has no answer from them",
    page: include_str!("no-response-sought.md"),
    check,
};

/// Verbs that accuse whoever follows, by the first word of their lemmas.
const ACCUSING: &[&str] = &["accuse", "sue"];

/// What somebody says or stands for is on record, and asks for no answer as a deed would.
const SAYING: WordSet = WordSet::of(&[
    "implying",
    "insulting",
    "leading",
    "mocking",
    "pandering",
    "saying",
    "suggesting",
    "using",
]);

/// Titles and name have so many words.
const LONGEST: u32 = 8;
/// So many places of a surname are looked at.
const NAMED: usize = 24;

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if party::was_asked(context) {
        return;
    }
    let heard = heard(context);
    let mut reported: HashSet<String> = HashSet::new();
    for attribution in &context.review.attributions {
        let Some(name) = accused(context, attribution) else { continue };
        let words = context.document().span(name).of(context.review.text());
        let last = surname(words);
        if heard.contains(last) || !reported.insert(last.to_owned()) {
            continue;
        }
        let message = format!("{words} is accused, and the text has no answer");
        let help = "ask them, and report the answer or that there was none";
        findings.report(context.document().span(name), message, help);
        if let Some(source) = attribution.source {
            findings.relate(source.span, "the accusation");
        }
    }
}

/// The person whom an accusation in the writer's own words names.
fn accused(context: &Context<'_, '_>, attribution: &Attribution) -> Option<TokenSpan> {
    let cue = attribution
        .cue
        .as_ref()
        .filter(|c| context.is_done(c.span) && !context.is_quoted(c.span))?;
    let paragraph = context.block_at(cue.span.start)?.kind == BlockKind::Paragraph;
    let verb = cue.lemma.split(' ').next().unwrap_or_default();
    let content = attribution.content.iter().map(|s| context.document().tokens_in(*s));
    let mut content: Vec<TokenSpan> = content.collect();
    let accuses = ACCUSING.contains(&verb);
    if !paragraph || !accuses || attribution.source.is_none() {
        return None;
    }
    content.sort_unstable();
    let first = *content.first()?;
    let after = context.document().tokens_in(cue.span).end;
    // "accused Pell of …": whom it is about stands first.
    let start = first.start.min(after);
    let name = named::first_person(context, TokenSpan { start, end: start + LONGEST })?;
    if (name.end..name.end + 3).any(|t| context.is_any(t, &SAYING)) {
        return None;
    }
    let titled = (start..name.start).all(|t| context.review.article.tag(t).is_noun());
    (titled && (name.len() > 1 || is_full_elsewhere(context, name.start))).then_some(name)
}

/// Whether a single word is the last of a longer name anywhere.
fn is_full_elsewhere(context: &Context<'_, '_>, surname: u32) -> bool {
    let article = &context.review.article;
    context
        .places()
        .all(article.word(surname))
        .iter()
        .take(NAMED)
        .filter_map(|(_, t)| t.checked_sub(1))
        .any(|t| {
            article.tag(t) == Tag::Nnp
                && named::first_person(context, TokenSpan { start: t, end: t + 2 })
                    .is_some_and(|n| n.len() > 1)
        })
}

/// The words of all sources, and of those who answer by the act of denying: who is heard.
fn heard<'c>(context: &'c Context<'_, '_>) -> HashSet<&'c str> {
    let mut heard = HashSet::new();
    let says = |a: &&Attribution| matches!(a.act, Act::Statement | Act::Evaluation | Act::Belief);
    for attribution in context.review.attributions.iter().filter(says) {
        let spans: Option<Span> = attribution.source.map(|s| s.span);
        for token in
            spans.map(|s| context.document().tokens_in(s)).iter().flat_map(|t| t.start..t.end)
        {
            heard.insert(context.document().word(token));
        }
        let name = context.review.entity_of(attribution).and_then(|e| e.name.as_deref());
        heard.extend(name.into_iter().flat_map(|n| n.split([' ', ';'])));
    }
    heard
}
