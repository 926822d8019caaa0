//! Framing in the writer's voice: words that tell the reader what to think of what is reported.
//!
//! Two ways lead to it, both over tagged tokens and the words of `seeds/framing.toml`. *Terms* frame by
//! themselves ("of course", "extremist"), where part of speech and the words around do not make them plain
//! ones. *Productions* need a shape: a verb that shows and an abstract noun that is shown, a modal and a verb of
//! great outcome. What a source says or a quotation holds is never looked at.

mod contrast;
mod doubt;
mod grammar;
mod motive;
mod prediction;
mod rule;
mod significance;
mod terms;
mod weasel;

pub(super) use rule::Rule;

use super::voice::Owners;
use super::words::{self, Class};
use super::{Framing, FramingCategory};
use crate::article::Article;
use crate::document::{Sentence, TokenSpan};
use crate::grammar::input::{Parsed, Tokens};
use grammar::Pattern;
use nom::Parser;
use nom::branch::alt;

/// Finds framing sentence by sentence; keeps its buffers.
pub(super) struct Finder<'a> {
    article: &'a Article<'a>,
    owners: &'a Owners<'a>,
    found: Vec<Found>,
    kept: Vec<Framing>,
}

/// Framing as it is found, overlaps and all.
#[derive(Debug, Clone, Copy)]
struct Found {
    tokens: TokenSpan,
    rule: Rule,
    weight: f32,
}

/// Framing of a sentence that is fainter than this is none: one coloured word is only a word.
const FAINTEST: f32 = 0.38;

/// Words that a production may begin with.
const ANCHOR: Class = Class::union(&[
    words::AIM,
    words::AMID,
    words::BE,
    words::BUILD,
    words::COME,
    words::EMPHASIS,
    words::GROWING,
    words::JUST,
    words::LAY,
    words::MANY,
    words::MARK,
    words::MEANS,
    words::MODAL,
    words::MOVE,
    words::OFFER,
    words::PERHAPS,
    words::PLAY,
    words::SEND,
    words::SHOW,
    words::WIDELY,
]);

impl<'a> Finder<'a> {
    pub(super) fn new(article: &'a Article<'a>, owners: &'a Owners<'a>) -> Self {
        Self { article, owners, found: Vec::new(), kept: Vec::new() }
    }

    /// The framing of a sentence, in order and without overlap.
    pub(super) fn find(&mut self, sentence: &Sentence) -> &[Framing] {
        self.found.clear();
        self.kept.clear();
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let run = self.run_from(at, sentence.tokens.end);
            for i in run.range() {
                self.find_at(i as u32, run, sentence);
            }
            at = run.end.max(at + 1);
        }
        doubt::scare_quotes(self.article, self.owners, sentence, &mut self.found);
        self.keep();
        &self.kept
    }

    /// The writer's own words from token `at` up to those of somebody else.
    fn run_from(&self, at: u32, end: u32) -> TokenSpan {
        let stop = (at..end).find(|&i| self.owners.is_cited(i)).unwrap_or(end);
        TokenSpan { start: at, end: stop }
    }

    fn find_at(&mut self, i: u32, run: TokenSpan, sentence: &Sentence) {
        let Some(entry) = words::entry(self.article.lexeme(i).form) else { return };
        if let Some(found) = terms::find(self.article, entry, i, run, sentence) {
            self.found.push(found);
        }
        // A cue verb belongs to its attribution: rules on cues judge it.
        if entry.classes.any(ANCHOR) && !self.owners.is_frame(i) {
            let input = Tokens::new(self.article, TokenSpan { start: i, end: run.end });
            if let Ok((rest, pattern)) = production(input) {
                let tokens = TokenSpan { start: i, end: Tokens::position(&rest) };
                self.found.push(Found { tokens, rule: pattern.rule, weight: pattern.weight });
            }
        }
    }

    /// Keeps the first and longest of those that overlap, with the greatest of their weights; nothing of a
    /// sentence whose framing is fainter than [`FAINTEST`].
    fn keep(&mut self) {
        self.found.sort_by_key(|f| (f.tokens.start, std::cmp::Reverse(f.tokens.end)));
        let mut end = 0;
        for found in &self.found {
            match self.kept.last_mut() {
                Some(last) if found.tokens.start < end => last.weight = last.weight.max(found.weight),
                _ => {
                    end = found.tokens.end;
                    self.kept.push(Framing {
                        span: self.article.document.span(found.tokens),
                        category: found.rule.category(),
                        rule: found.rule.name(),
                        weight: found.weight,
                    });
                }
            }
        }
        if score(&self.kept) < FAINTEST {
            self.kept.clear();
        }
    }
}

/// `production = significance | motive | prediction | contrast | weasel | cause`
fn production(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    alt((
        significance::significance,
        motive::motive,
        prediction::prediction,
        contrast::contrast,
        weasel::weasel,
        weasel::implied_cause,
    ))
    .parse(input)
}

/// The strength of some framing, 0 to 1: `1 − Π (1 − weight)`, so that each span adds and none outweighs all.
pub(super) fn score(framing: &[Framing]) -> f32 {
    1.0 - framing.iter().map(|f| 1.0 - f.weight.clamp(0.0, 1.0)).product::<f32>()
}

impl FramingCategory {
    /// Whether it is a judgement of the writer's: evaluation, inference, prediction or imputed motive.
    pub(super) fn judges(self) -> bool {
        !matches!(self, Self::Cause | Self::Doubt | Self::Intensifier)
    }
}

#[cfg(test)]
mod tests;
