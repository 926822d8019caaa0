//! Teaches when what the decisions make of a site is an attribution.
//!
//! The decisions are surer of articles that they were learned from than of others. So the articles are
//! dealt into parts, and each part is decided on by weights that were learned from the other parts
//! (stacking, after Wolpert 1992).

use super::lesson::{Lesson, Mark, Marked};
use super::linear::{Example, learn};
use crate::attribution::candidate::{Candidate, Depth, candidates};
use crate::attribution::decide::Buffers;
use crate::attribution::features::{self, Features};
use crate::attribution::find::content;
use crate::attribution::outer::OuterQuotations;
use crate::attribution::{Weights, write_weights};
use crate::document::TokenSpan;
use crate::grammar::row::{Row, Rows};
use crate::lexicon::Lexicon;
use std::ops::Range;

/// Into so many parts the articles are dealt.
const PARTS: usize = 5;

/// Yes-or-no examples from all lessons; `bounds` says which of the `decisions` come from which lesson.
pub(super) fn examples(
    lessons: &[&Lesson<'_>],
    lexicon: &Lexicon,
    decisions: &[Example],
    bounds: &[Range<usize>],
    progress: &mut dyn FnMut(&str),
) -> Vec<Example> {
    let mut all = Vec::new();
    for part in 0..PARTS {
        let others = bounds.iter().enumerate().filter(|(i, _)| i % PARTS != part);
        let known: Vec<Example> =
            others.flat_map(|(_, range)| decisions[range.clone()].iter().cloned()).collect();
        let file = write_weights(learn(known, 1, &mut |_, _| ()));
        let Ok(weights) = Weights::read(&file) else { continue };
        for lesson in lessons.iter().skip(part).step_by(PARTS) {
            read(lesson, lexicon, &weights, &mut all);
        }
        progress(&format!("part {} of {PARTS}: {} answers", part + 1, all.len()));
    }
    all
}

fn read(lesson: &Lesson<'_>, lexicon: &Lexicon, weights: &Weights, out: &mut Vec<Example>) {
    let rows = Rows::read(&lesson.article, lexicon).knowing(lesson.reading.as_ref());
    let outer = OuterQuotations::of(&lesson.article);
    let (mut buffers, mut features) = (Buffers::default(), Features::default());
    for index in 0..rows.len() {
        let row = rows.row(index);
        let found = rows.sites(index);
        for (site, mark) in found.iter().zip(lesson.marks(&row, found)) {
            if !mark.is_judged() {
                continue;
            }
            let found = candidates(weights, &row, site, Depth::LEARNING, &mut buffers);
            for Candidate { choice, sure, .. } in found {
                let right = match mark {
                    Mark::Cue(marked) => {
                        let content = content(&row, &outer, &choice);
                        is_right(&row, marked, choice.source.tokens, &content)
                    }
                    Mark::None | Mark::Unjudged => false,
                };
                features::accept(&mut features, &row, &choice, sure);
                let choices = vec![features.hashes().to_vec()];
                out.push(Example { choices, right: u32::from(!right) });
            }
        }
    }
}

/// Whether half of the content and of the shorter source agree, as the evaluation's relaxed relations ask.
fn is_right(row: &Row<'_>, gold: &Marked, source: TokenSpan, content: &[TokenSpan]) -> bool {
    let same_source = match gold.source {
        None => source.is_empty(),
        Some(gold) => {
            2 * shared(row, &[gold], &[source])
                >= size(row, &[gold]).min(size(row, &[source])).max(1)
        }
    };
    let both = size(row, &gold.content) + size(row, content);
    same_source && 4 * shared(row, &gold.content, content) >= both.max(1)
}

fn size(row: &Row<'_>, spans: &[TokenSpan]) -> usize {
    spans.iter().map(|s| row.article.document.count_words(*s)).sum()
}

/// Words in both of two lists of spans; the spans of a list do not overlap.
fn shared(row: &Row<'_>, a: &[TokenSpan], b: &[TokenSpan]) -> usize {
    let common = |x: &TokenSpan, y: &TokenSpan| {
        let start = x.start.max(y.start);
        TokenSpan { start, end: x.end.min(y.end).max(start) }
    };
    let pairs = a.iter().flat_map(|x| b.iter().map(move |y| common(x, y)));
    pairs.map(|s| row.article.document.count_words(s)).sum()
}
