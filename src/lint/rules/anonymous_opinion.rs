//! Rule `anonymous-opinion`: an unnamed source gives an opinion.
#![doc = include_str!("anonymous-opinion.md")]

use crate::lint::word_set::WordSet;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::lint::{named, veiled};
use crate::{Act, Kind, Production, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "anonymous-opinion",
    code: "ATR105",
    group: Group::Attribution,
    severity: Severity::Note,
    summary: "An unnamed source gives an opinion",
    page: include_str!("anonymous-opinion.md"),
    check,
};

/// Verbs that foretell, judge or guess, by their lemmas.
const OPINING: &[&str] = &[
    "argue",
    "believe",
    "complain",
    "contend",
    "disagree",
    "doubt",
    "expect",
    "fear",
    "feel",
    "foresee",
    "guess",
    "hope",
    "lament",
    "muse",
    "predict",
    "speculate",
    "suggest",
    "suspect",
    "think",
    "worry",
];

/// Those by which an office gives what it holds to be fact: "officials believe that he fled".
const ASSESSING: &[&str] = &["believe", "expect", "suggest", "suspect"];

fn is_office(context: &Context<'_, '_>, source: Span) -> bool {
    let tokens = context.document().tokens_in(source);
    (tokens.start..tokens.end)
        .any(|t| context.is_any(t, const { &WordSet::of(&["official", "officials"]) }))
}

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for veiled in veiled::veiled(context) {
        let attribution = veiled.attribution;
        let lemma = attribution.cue.as_ref().map_or("", |c| c.lemma.as_str());
        let verb = attribution.production != Production::NounCue;
        let judges = attribution.act == Act::Evaluation && attribution.kind != Kind::Indirect;
        let assessed = ASSESSING.contains(&lemma) && is_office(context, veiled.source.span);
        let opinion = verb && (judges || OPINING.contains(&lemma)) && !assessed;
        let done = attribution.cue.as_ref().is_some_and(|c| context.is_done(c.span));
        let tokens = context.document().tokens_in(veiled.source.span);
        let named = named::first_person(context, tokens).is_some()
            && (tokens.start..tokens.end).any(|t| context.lower(t) == "including");
        if opinion && done && !named {
            let message =
                format!("{} gives an opinion without a name", context.quote(veiled.source.span));
            findings.report(
                veiled.source.span,
                message,
                "let unnamed sources tell facts; take opinions from people who stand by them",
            );
        }
    }
}
