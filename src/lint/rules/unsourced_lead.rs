//! Rule `unsourced-lead`: a contentious first paragraph has no source.
#![doc = include_str!("unsourced-lead.md")]

use crate::document::{BlockKind, TokenSpan};
use crate::lint::opinion::is_opinion;
use crate::lint::word_set::WordSet;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::{Framing, FramingCategory, Span, Voice};

/// The rule.
pub const RULE: Rule = Rule {
    name: "unsourced-lead",
    code: "ATR114",
    group: Group::Attribution,
    severity: Severity::Warning,
    summary: "A contentious first paragraph has no source",
    page: include_str!("unsourced-lead.md"),
    check,
};

/// A shorter paragraph is a kicker or a standfirst.
const SHORTEST: usize = 15;
/// The writer takes a side by words of at least this weight, 0 to 1 …
const STRONG: f32 = 0.5;
/// … and by at least so many of them.
const SIDES: usize = 2;

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let is_lead = |b: &crate::document::Block| {
        b.kind == BlockKind::Paragraph && document.count_words(b.tokens) >= SHORTEST
    };
    if is_opinion(context) {
        return;
    }
    let Some(index) = document.blocks.iter().position(is_lead) else { return };
    let lead = &document.blocks[index];
    if context.sourced().blocks[index] || is_on_record(context, lead.tokens) {
        return;
    }
    let Some(words) = contentious(context, lead.span, lead.tokens) else { return };
    findings.report(
        words,
        format!("the first paragraph says {} and names no source", context.quote(words)),
        "name in the first paragraph who says so",
    );
}

/// What is contentious in a paragraph: a charge against somebody, or words that take a side again and again.
fn contentious(context: &Context<'_, '_>, lead: Span, tokens: TokenSpan) -> Option<Span> {
    let document = context.document();
    let own = |t: &u32| !document.tokens[*t as usize].quoted;
    let charge = |t: &u32| {
        let verb = context.review.article.tag(*t).is_verb();
        let charges = if verb { &WRONGED } else { &WRONGS };
        context.is_any(*t, charges)
    };
    let charge = (tokens.start..tokens.end).filter(own).find(charge);
    let charge = charge.map(|t| document.tokens[t as usize].span);
    let claims = context.review.claims.iter().filter(|c| lead.contains(c.span));
    let editorial = claims.filter(|c| c.voice == Voice::Editorial).flat_map(|c| &c.framing);
    let strong: Vec<Span> = editorial.filter(|f| takes_side(f)).map(|f| f.span).collect();
    charge.or(if strong.len() >= SIDES { strong.first().copied() } else { None })
}

fn takes_side(framing: &Framing) -> bool {
    let sided = matches!(framing.category, FramingCategory::Label | FramingCategory::Loaded);
    sided && framing.weight >= STRONG
}

/// A court, the police or a record stands behind it.
fn is_on_record(context: &Context<'_, '_>, tokens: TokenSpan) -> bool {
    (tokens.start..tokens.end).any(|t| context.is_any(t, &RECORDS))
}

/// Nouns and adjectives that charge somebody with a wrong.
const WRONGS: WordSet = WordSet::of(&[
    "bribe",
    "bribery",
    "bribes",
    "collusion",
    "cronyism",
    "embezzlement",
    "fraud",
    "kickbacks",
    "nepotism",
]);

/// Verbs that do.
const WRONGED: WordSet = WordSet::of(&[
    "bribed",
    "cheated",
    "defrauded",
    "embezzled",
    "falsified",
    "laundered",
    "lied",
    "looted",
    "misled",
    "misused",
    "plagiarised",
    "plagiarized",
    "rigged",
    "smuggled",
    "stole",
]);

const RECORDS: WordSet = WordSet::of(&[
    "accused",
    "acquitted",
    "arrested",
    "case",
    "charge",
    "charged",
    "charges",
    "convicted",
    "conviction",
    "court",
    "fined",
    "guilty",
    "hearing",
    "indicted",
    "inquiry",
    "investigating",
    "investigation",
    "investigators",
    "jailed",
    "judge",
    "jury",
    "lawsuit",
    "pleaded",
    "police",
    "probe",
    "prosecutors",
    "resigned",
    "sentenced",
    "settlement",
    "sued",
    "trial",
    "verdict",
]);
