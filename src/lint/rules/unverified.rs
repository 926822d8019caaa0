//! Rule `unverified`: a source says that material is not verified, and the text uses it as if it were.
#![doc = include_str!("unverified.md")]

use crate::document::{BlockKind, TokenSpan};
use crate::lint::word_set::WordSet;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::{Span, tagger::Tag};
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub const RULE: Rule = Rule {
    name: "unverified",
    code: "ATR115",
    group: Group::Attribution,
    severity: Severity::Warning,
    summary: "A source says that material is not verified, and the text nowhere does",
    page: include_str!("unverified.md"),
    check,
};

/// Material that somebody can verify, in the singular.
const MATERIAL: &[&str] = &[
    "audio",
    "claim",
    "clip",
    "document",
    "dossier",
    "footage",
    "image",
    "memo",
    "photo",
    "photograph",
    "picture",
    "recording",
    "report",
    "rumor",
    "rumour",
    "screenshot",
    "tape",
    "video",
];

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let (mut told, mut own) = (BTreeMap::new(), BTreeSet::new());
    for doubt in doubts(context) {
        match doubt.by_source {
            true => _ = told.entry(doubt.material).or_insert(doubt.span),
            false => _ = own.insert(doubt.material),
        }
    }
    for (material, said) in told.into_iter().filter(|(m, _)| !own.contains(m)) {
        let Some(used) = first_use(context, material) else { continue };
        let message = format!(
            "{} is used as if it were verified, and its source says that it is not",
            context.quote(used)
        );
        findings.report(used, message, "say in the text that it is not verified, and by whom");
        findings.relate(said, "the source says so here");
    }
}

/// Words that say that some material is not verified.
struct Doubt {
    material: &'static str,
    span: Span,
    /// A source says so, not the writer.
    by_source: bool,
}

/// Words that may say so.
const DOUBTS: WordSet = WordSet::of(&[
    "authenticate",
    "authenticated",
    "confirm",
    "confirmed",
    "unauthenticated",
    "unconfirmed",
    "unverified",
    "verified",
    "verify",
]);

fn doubts(context: &Context<'_, '_>) -> Vec<Doubt> {
    let document = context.document();
    let tokens = document.sentences.iter().flat_map(|s| {
        (s.tokens.start..s.tokens.end).filter_map(|t| Some((t, doubted(context, s.tokens, t)?)))
    });
    tokens
        .map(|(t, material)| {
            let span = document.tokens[t as usize].span;
            let by_source = context.basis.ledger.attributed[t as usize] || context.is_quoted(span);
            Doubt { material, span, by_source }
        })
        .collect()
}

/// The material that the word at a token says is not verified.
///
/// ```text
/// doubted = "unverified" material
///         | material … ("not" | "never") … ("verified" | "confirmed" | "authenticated")
///         | ("not" | "unable" …) … ("verify" | "confirm" | "authenticate" | "verified") material
/// ```
fn doubted(context: &Context<'_, '_>, within: TokenSpan, t: u32) -> Option<&'static str> {
    if !context.is_any(t, &DOUBTS) {
        return None;
    }
    let behind =
        |reach: u32| (t + 1..(t + 1 + reach).min(within.end)).find_map(|t| material(context, t));
    let before =
        || (t.saturating_sub(8).max(within.start)..t).rev().find_map(|t| noun(context, t))?;
    match &*context.lower(t) {
        "unverified" | "unconfirmed" | "unauthenticated" => behind(2),
        "verified" | "confirmed" | "authenticated" if is_denied(context, within.start, t) => {
            behind(3).or_else(before)
        }
        "verify" | "confirm" | "authenticate" if is_denied(context, within.start, t) => behind(3),
        _ => None,
    }
}

/// A noun: the material that it names, if it does.
fn noun(context: &Context<'_, '_>, token: u32) -> Option<Option<&'static str>> {
    let named = context.review.article.tag(token).is_noun() && context.lower(token) != "nobody";
    named.then(|| material(context, token))
}

/// `has not been verified`, `was unable to verify`
fn is_denied(context: &Context<'_, '_>, first: u32, verb: u32) -> bool {
    (verb.saturating_sub(5).max(first)..verb).any(|t| {
        matches!(&*context.lower(t), "not" | "n't" | "n’t" | "never" | "nobody" | "unable")
    })
}

/// The material that a noun names.
fn material(context: &Context<'_, '_>, token: u32) -> Option<&'static str> {
    let noun = matches!(context.review.article.tag(token), Tag::Nn | Tag::Nns);
    let word = context.lower(token);
    let singular = word.strip_suffix('s').unwrap_or(&word);
    noun.then(|| MATERIAL.iter().find(|m| **m == word || **m == singular).copied()).flatten()
}

/// Where the writer first uses the material, and does not hedge it in that sentence.
fn first_use(context: &Context<'_, '_>, wanted: &str) -> Option<Span> {
    let document = context.document();
    let used = context.own_tokens().find(|&t| {
        !context.basis.ledger.attributed[t as usize]
            && material(context, t) == Some(wanted)
            && !hedged(context, t)
    })?;
    let block = context.block_at(document.tokens[used as usize].span.start)?;
    (block.kind == BlockKind::Paragraph).then_some(document.tokens[used as usize].span)
}

/// `a purported video`, `the alleged memo`
fn hedged(context: &Context<'_, '_>, token: u32) -> bool {
    (token.saturating_sub(3)..token).any(|t| {
        matches!(
            &*context.lower(t),
            "alleged" | "apparent" | "purported" | "supposed" | "unconfirmed" | "unverified"
        )
    })
}
