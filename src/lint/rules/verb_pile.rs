//! Rule `verb-pile`: one speaker has many verbs where “said” would do.
#![doc = include_str!("verb-pile.md")]

use crate::lint::words::count;
use crate::lint::{Group, Parameter, Rule, Severity, context::Context, rule::Findings};
use crate::{Act, Attribution, EntityId, Production, Span};
use std::collections::BTreeMap;

/// The rule.
pub const RULE: Rule = Rule {
    name: "verb-pile",
    code: "CUE105",
    group: Group::Cue,
    severity: Severity::Note,
    summary: "One speaker has many verbs where “said” would do",
    page: include_str!("verb-pile.md"),
    check,
};

/// Fewer may be chance.
pub(super) const VERBS: Parameter =
    Parameter::count("verbs", 4.0, "how many different verbs of one speaker are a pile");

/// Verbs that tell no more than “said” does, whatever they add.
const SAID: &[&str] = &[
    "add",
    "affirm",
    "assert",
    "aver",
    "avow",
    "comment",
    "conclude",
    "continue",
    "contend",
    "declare",
    "elaborate",
    "emphasise",
    "emphasize",
    "enthuse",
    "exclaim",
    "explain",
    "express",
    "interject",
    "lament",
    "maintain",
    "mention",
    "muse",
    "note",
    "observe",
    "opine",
    "point out",
    "posit",
    "proclaim",
    "quip",
    "reaffirm",
    "recount",
    "reflect",
    "reiterate",
    "relate",
    "remark",
    "retort",
    "state",
    "stress",
    "underline",
    "underscore",
    "voice",
];

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let most = findings.count(&VERBS);
    let mut piles: BTreeMap<EntityId, Pile<'_>> = BTreeMap::new();
    for attribution in context.review.attributions.iter().filter(|a| is_told(context, a)) {
        let entity = attribution.source.and_then(|s| s.entity);
        let (Some(entity), Some(cue)) = (entity, &attribution.cue) else { continue };
        let pile = piles.entry(entity).or_default();
        match SAID.contains(&cue.lemma.as_str()) {
            true => _ = pile.verbs.entry(&cue.lemma).or_insert(cue.span),
            false => pile.plain += 1,
        }
    }
    for (entity, pile) in piles {
        if pile.verbs.len() < most || pile.plain > pile.verbs.len() {
            continue;
        }
        let mut verbs: Vec<Span> = pile.verbs.into_values().collect();
        verbs.sort();
        report(context, findings, entity, &verbs);
    }
}

/// The verbs of a speaker.
#[derive(Default)]
struct Pile<'r> {
    /// By lemma, each where it first stands.
    verbs: BTreeMap<&'r str, Span>,
    /// How often “said” and verbs that tell more than it stand.
    plain: usize,
}

fn report(
    context: &Context<'_, '_>,
    findings: &mut Findings<'_>,
    entity: EntityId,
    verbs: &[Span],
) {
    let Some((first, others)) = verbs.split_first() else { return };
    let name = context.review.entities.get(entity.0 as usize).map(|e| context.name_of(e));
    let message = format!(
        "{} of {}, where “said” would do",
        count(verbs.len(), "different verb"),
        name.unwrap_or_default()
    );
    findings.report(*first, message, "write “said” and let the words speak");
    for verb in others {
        findings.relate(*verb, "and here");
    }
}

/// The writer tells, by a verb, what somebody said.
fn is_told(context: &Context<'_, '_>, attribution: &Attribution) -> bool {
    attribution.act == Act::Statement
        && attribution.parent.is_none()
        && !matches!(
            attribution.production,
            Production::NounCue | Production::Phrase | Production::AdjectiveCue
        )
        && attribution.cue.as_ref().is_some_and(|c| !context.is_quoted(c.span))
}
