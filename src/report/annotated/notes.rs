//! Notes below the lines of an article: who speaks, and what was found.

use super::Label;
use crate::report::{class_name, kind_name};
use crate::{Act, Attribution, Production, Review};
use std::iter::Peekable;
use std::vec::IntoIter;

/// Notes by kind, each kind in the order of the text: attributions, findings, what the text asks to leave out.
pub(super) struct Notes {
    kinds: [Peekable<IntoIter<Note>>; 3],
    /// Findings about the article as a whole.
    last: Vec<String>,
}

struct Note {
    at: u32,
    text: String,
}

impl Notes {
    pub(super) fn of(review: &Review<'_>, labels: &[Label]) -> Self {
        let labelled = review.attributions.iter().zip(labels);
        let attributions =
            labelled.map(|(a, l)| Note { at: l.at, text: attributed(review, a, l.number) });
        let (mut findings, mut last) = (Vec::new(), Vec::new());
        for found in &review.diagnostics {
            let text = format!("!{} {}: {}", found.rule, found.severity.as_str(), found.message);
            match found.is_about_article() {
                true => last.push(text),
                false => findings.push(Note { at: found.span.start, text }),
            }
        }
        let left_out = review.suppressed.iter().map(|s| Note {
            at: s.diagnostic.span.start,
            text: format!("!{} left out: {}", s.diagnostic.rule, s.reason),
        });
        let kinds = [attributions.collect(), findings, left_out.collect()];
        let sorted = |mut notes: Vec<Note>| {
            notes.sort_by_key(|n| n.at);
            notes.into_iter().peekable()
        };
        Self { kinds: kinds.map(sorted), last }
    }

    /// Writes the notes of what begins before `end`.
    pub(super) fn write_until(&mut self, end: u32, out: &mut String) {
        for notes in &mut self.kinds {
            while let Some(note) = notes.next_if(|n| n.at < end) {
                write(&note.text, out);
            }
        }
    }

    /// Writes the notes that are left, and those about the article as a whole.
    pub(super) fn write_rest(mut self, out: &mut String) {
        self.write_until(u32::MAX, out);
        if !self.last.is_empty() {
            out.push('\n');
            self.last.iter().for_each(|text| write(text, out));
        }
    }
}

fn write(text: &str, out: &mut String) {
    out.extend(["| ", text, "\n"]);
}

/// `1 direct statement: Ann Orr (person)`
fn attributed(review: &Review<'_>, attribution: &Attribution, number: usize) -> String {
    let (kind, act) = (kind_name(attribution.kind), act(attribution.act));
    let post = if attribution.production == Production::Post { " in a post" } else { "" };
    let who = match (review.entity_of(attribution), attribution.source) {
        (Some(entity), source) => {
            let words = source.map(|s| s.span.of(review.text())).unwrap_or_default();
            let name = entity.name.as_deref().unwrap_or(words);
            format!("{} ({})", one_line(name), class_name(entity.class))
        }
        (None, Some(source)) => one_line(source.span.of(review.text())),
        (None, None) => "nobody named".to_owned(),
    };
    format!("{number} {kind} {act}{post}: {who}")
}

/// Words without line ends.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn act(act: Act) -> &'static str {
    match act {
        Act::Statement => "statement",
        Act::Belief => "belief",
        Act::Intention => "intention",
        Act::Evaluation => "evaluation",
        Act::Decree => "decree",
        Act::Perception => "perception",
        Act::Evidence => "evidence",
    }
}
