//! Rule `undated-event`: testimony, a speech, a vote or a filing is cited without its date.
#![doc = include_str!("undated-event.md")]

use crate::lint::event::{Dates, Event};
use crate::lint::word_set::WordSet;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::tagger::Tag;
use std::collections::BTreeSet;

/// The rule.
pub const RULE: Rule = Rule {
    name: "undated-event",
    code: "SRC105",
    group: Group::Sources,
    severity: Severity::Note,
    summary: "Testimony, a speech, a vote or a filing is cited without its date",
    page: include_str!("undated-event.md"),
    check,
};

/// Given to the writer, mostly for the article itself: its day is the article's.
const OWN: &str = "interview";

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let events = context.events();
    if events.is_empty() {
        return;
    }
    let dates = Dates::of(context);
    let is_dated = |e: &&Event| is_dated(context, &dates, e);
    let mut known: BTreeSet<&str> = events.iter().filter(is_dated).map(|e| e.noun).collect();
    for event in events.iter().filter(|e| e.cited && e.noun != OWN && !is_known(context, e)) {
        if !known.insert(event.noun) {
            continue;
        }
        let message = format!(
            "{} is cited without a date, and no record of it is named",
            context.quote(event.span)
        );
        findings.report(event.span, message, "give the day, or name the transcript or document");
    }
}

/// An occasion that recurs, that the whole country knew of, or that the text spoke of before: "his stump
/// speech", "her victory speech", "her speech".
fn is_known(context: &Context<'_, '_>, event: &Event) -> bool {
    let tokens = context.document().tokens_in(event.span);
    let known = (tokens.start..tokens.end).any(|t| context.is_any(t, &KNOWN));
    let own = context.review.article.tag(tokens.start) == Tag::PrpS;
    known || own && matches!(event.noun, "speech" | "remarks") || tokens.len() == 1
}

const KNOWN: WordSet = WordSet::of(&[
    "acceptance",
    "annual",
    "campaign",
    "concession",
    "convention",
    "farewell",
    "inaugural",
    "keynote",
    "so-called",
    "stump",
    "traditional",
    "union",
    "usual",
    "victory",
    "vote",
    "weekly",
]);

/// Whether its paragraph holds a date.
fn is_dated(context: &Context<'_, '_>, dates: &Dates, event: &Event) -> bool {
    context.block_index(event.span.start).is_none_or(|block| dates.holds(context, block))
}
