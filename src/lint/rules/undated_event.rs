//! Rule `undated-event`: testimony, a speech, a vote or a filing is cited without its date.
#![doc = include_str!("undated-event.md")]

use crate::lint::event::{self, Dates, Event};
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use std::collections::BTreeSet;

/// The rule.
pub const RULE: Rule = Rule {
    name: "undated-event",
    code: "SRC105",
    group: Group::Sources,
    severity: Severity::Warning,
    summary: "Testimony, a speech, a vote or a filing is cited without its date",
    page: include_str!("undated-event.md"),
    check,
};

/// Given to the writer, mostly for the article itself: its day is the article's.
const OWN: &str = "interview";

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let events = event::events(context);
    if events.is_empty() {
        return;
    }
    let dates = Dates::of(context);
    let is_dated = |e: &&Event| is_dated(context, &dates, e);
    let mut known: BTreeSet<&str> = events.iter().filter(is_dated).map(|e| e.noun).collect();
    for event in events.iter().filter(|e| e.cited && e.noun != OWN) {
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

/// Whether its sentence or one beside it, in the same paragraph, holds a date.
fn is_dated(context: &Context<'_, '_>, dates: &Dates, event: &Event) -> bool {
    let document = context.document();
    let Some(at) = document.sentence_of(event.token) else { return true };
    let block = document.sentences[at].block;
    let near = at.saturating_sub(1)..document.sentences.len().min(at + 2);
    near.into_iter().any(|s| document.sentences[s].block == block && dates.holds(context, s))
}
