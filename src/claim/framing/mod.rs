//! Framing in the writer's voice: words that tell the reader what to think of what is reported.
//!
//! Two ways lead to it, both over tagged tokens and the words of `seeds/framing.toml`. *Terms* frame by
//! themselves ("of course", "extremist"), where part of speech and the words around do not make them plain
//! ones. *Productions* need a shape: a verb that shows and an abstract noun that is shown, a modal and a verb of
//! great outcome. What a source says or a quotation holds is never looked at.

mod address;
mod contrast;
pub(in crate::claim) mod cue;
mod degree;
mod doubt;
mod grammar;
pub(crate) mod idiom;
pub(crate) mod inference;
mod motive;
mod prediction;
mod rule;
mod significance;
mod terms;
mod tone;
mod weasel;

pub(super) use inference::{infers, is_shown};
pub(super) use rule::{NAMES, Rule};

use super::voice::Owners;
use super::words::{self, Class};
use super::{Framing, FramingCategory, HouseTerms};
use crate::article::Article;
use crate::document::{Sentence, TokenSpan};
use crate::grammar::input::{Parsed, Tokens};
use crate::{Attribution, Span};
use grammar::Pattern;
use nom::Parser;
use nom::branch::alt;
use std::cmp::Reverse;

/// Finds framing sentence by sentence; keeps its buffers.
struct Finder<'a> {
    article: &'a Article<'a>,
    owners: &'a Owners<'a>,
    house: Option<&'a HouseTerms>,
    /// Of one sentence.
    found: Vec<Found>,
    /// The cues that colour what they introduce, in order.
    cues: std::iter::Peekable<std::vec::IntoIter<Found>>,
    /// Of all sentences so far, faint and unsure ones too.
    kept: Vec<Trace>,
}

/// Framing as it is found, overlaps and all.
#[derive(Debug, Clone, Copy)]
struct Found {
    tokens: TokenSpan,
    rule: Rule,
    weight: f32,
    /// Whether a production found it: the terms in it then strengthen it.
    composed: bool,
}

/// Framing of a sentence, and whether it is a finding or only colours what stands beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trace {
    framing: Framing,
    reported: bool,
}

impl Trace {
    /// Whether it begins before a byte position.
    pub(super) fn starts_before(&self, at: u32) -> bool {
        self.framing.span.start < at
    }

    /// The framing, where it is strong enough by itself to be a finding.
    pub(super) fn finding(self) -> Option<Framing> {
        (!self.is_faint()).then_some(self.framing)
    }

    fn is_faint(&self) -> bool {
        self.framing.weight < FAINT
    }
}

/// Words fainter than this colour what stands beside them, and are no finding themselves.
const FAINT: f32 = 0.25;
/// The framing of a sentence stands by itself if it is at least this strong.
const STANDS: f32 = 0.39;
/// An article leans if framing stands by itself in at least this many of its sentences …
const LEANING_SENTENCES: usize = 3;
/// … and in one of so many.
const LEANING_SHARE: usize = 8;
/// How much of the strength of what is not reported counts: less than any finding, whatever it sums up to.
const UNREPORTED: f32 = 0.38;

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
    words::MORE_OR_LESS,
    words::MOVE,
    words::OFFER,
    words::PERHAPS,
    words::PLAY,
    words::SEND,
    words::SHOW,
    words::UTMOST,
    words::WIDELY,
]);

/// The framing of an article, in order and without overlap.
///
/// One coloured word is only a word: what is weak by itself is reported in a sentence, or an article, that leans.
pub(super) fn find(
    article: &Article<'_>,
    owners: &Owners<'_>,
    attributions: &[Attribution],
    house: Option<&HouseTerms>,
) -> Vec<Trace> {
    let cues = cue::coloured(article, attributions).into_iter().peekable();
    let mut finder = Finder { article, owners, house, found: Vec::new(), cues, kept: Vec::new() };
    let sentences = &article.document.sentences;
    let mut standing = 0;
    for sentence in sentences {
        let start = finder.kept.len();
        finder.read(sentence);
        let here = &mut finder.kept[start..];
        if stands(here) {
            standing += 1;
            here.iter_mut().for_each(|t| t.reported = !t.is_faint());
        }
    }
    if standing >= LEANING_SENTENCES && standing * LEANING_SHARE >= sentences.len() {
        finder.kept.iter_mut().for_each(|t| t.reported = !t.is_faint());
    }
    finder.kept
}

/// Whether the framing of a sentence needs no company.
fn stands(traces: &[Trace]) -> bool {
    let weights = traces.iter().map(|t| t.framing.weight);
    combined(weights.filter(|w| *w >= FAINT)) >= STANDS
}

impl Finder<'_> {
    /// Adds the framing of a sentence.
    fn read(&mut self, sentence: &Sentence) {
        self.found.clear();
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let run = self.run_from(at, sentence.tokens.end);
            for i in run.range() {
                self.find_at(i as u32, run, sentence);
            }
            at = run.end.max(at + 1);
        }
        doubt::scare_quotes(self.article, self.owners, sentence, &mut self.found);
        address::address(self.article, self.owners, sentence, &mut self.found);
        let end = sentence.tokens.end;
        while let Some(cue) = self.cues.next_if(|c| c.tokens.start < end) {
            self.found.push(cue);
        }
        self.keep();
    }

    /// The writer's own words from token `at` up to those of somebody else.
    fn run_from(&self, at: u32, end: u32) -> TokenSpan {
        let stop = (at..end).find(|&i| self.owners.is_cited(i)).unwrap_or(end);
        TokenSpan { start: at, end: stop }
    }

    fn find_at(&mut self, i: u32, run: TokenSpan, sentence: &Sentence) {
        let form = self.article.lexeme(i).form;
        let house = self.house.map_or(&[][..], |h| h.of(form));
        self.found.extend(terms::find(self.article, house, i, run, sentence));
        let Some(entry) = words::entry(form) else {
            self.found.extend(terms::compound(self.article, i));
            return;
        };
        self.found.extend(terms::find(self.article, entry.terms(), i, run, sentence));
        if entry.classes.any(ANCHOR) {
            let input = Tokens::new(self.article, TokenSpan { start: i, end: run.end });
            if let Ok((rest, pattern)) = production(input) {
                let tokens = TokenSpan { start: i, end: Tokens::position(&rest) };
                self.found.push(Found {
                    tokens,
                    rule: pattern.rule,
                    weight: pattern.weight,
                    composed: true,
                });
            }
        }
    }

    /// Keeps the first and longest of those that overlap, and makes one of terms that touch and do the same:
    /// "vile, crooked". A production takes up the strength of terms within.
    fn keep(&mut self) {
        let first = self.kept.len();
        self.found.sort_by_key(|f| (f.tokens.start, Reverse(f.tokens.end), !f.composed));
        let (mut end, mut composed) = (0, false);
        for found in &self.found {
            if found.tokens.start < end {
                if let Some(last) = self.kept.last_mut().filter(|_| composed) {
                    last.framing.weight = combined([last.framing.weight, found.weight]);
                }
                continue;
            }
            let touches = found.tokens.start == end && !found.composed && !composed;
            end = found.tokens.end;
            if let Some(last) = self.kept[first..].last_mut().filter(|_| touches)
                && last.framing.rule == found.rule.name()
                && last.is_faint() == (found.weight < FAINT)
            {
                last.framing.span.end = self.article.document.span(found.tokens).end;
                last.framing.weight = combined([last.framing.weight, found.weight]);
                continue;
            }
            composed = found.composed;
            let framing = Framing {
                span: self.article.document.span(found.tokens),
                category: found.rule.category(),
                rule: found.rule.name(),
                weight: found.weight,
            };
            self.kept.push(Trace { framing, reported: false });
        }
    }
}

/// `production = significance | motive | prediction | contrast | degree | weasel | cause`
fn production(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    alt((
        significance::significance,
        motive::motive,
        prediction::prediction,
        contrast::contrast,
        degree::degree,
        weasel::weasel,
        weasel::implied_cause,
    ))
    .parse(input)
}

/// Whether a production begins here by which the writer infers, imputes or foretells.
fn writers_production(input: Tokens<'_>) -> bool {
    let anchored = input.first().is_some_and(|lex| grammar::is(lex, ANCHOR));
    anchored
        && alt((significance::significance, motive::motive, prediction::prediction))
            .parse(input)
            .is_ok()
}

/// Strengths in one, 0 to 1: `1 − Π (1 − weight)`, so that each adds and none outweighs all.
fn combined(weights: impl IntoIterator<Item = f32>) -> f32 {
    1.0 - weights.into_iter().map(|w| 1.0 - w.clamp(0.0, 1.0)).product::<f32>()
}

/// What a claim reports of the traces in it, and how strongly it is framed:
/// `1 − Π (1 − weight of findings) × (1 − 0.38 × strength of traces and tone that are not reported)`.
///
/// It grows with every finding, trace and clue, and without a finding it stays below 0.38.
pub(super) fn report(
    article: &Article<'_>,
    owners: &Owners<'_>,
    traces: &[Trace],
    claim: TokenSpan,
) -> (Vec<Framing>, f32) {
    let end = article.document.span(claim).end;
    let within = |f: Framing| Framing { span: Span { end: f.span.end.min(end), ..f.span }, ..f };
    let reported: Vec<Framing> =
        traces.iter().filter(|t| t.reported).map(|t| within(t.framing)).collect();
    let tone = tone::strength(article, owners, claim);
    let traces = traces.iter().filter(|t| !t.reported).map(|t| t.framing.weight);
    let unreported = UNREPORTED * combined(traces.chain([tone]));
    let score = combined(reported.iter().map(|f| f.weight).chain([unreported]));
    (reported, score)
}

impl FramingCategory {
    /// Whether it is a judgement of the writer's: evaluation, inference, prediction or imputed motive.
    pub(super) fn judges(self) -> bool {
        !matches!(
            self,
            Self::Cause
                | Self::Cue
                | Self::Doubt
                | Self::Intensifier
                | Self::Person
                | Self::Question
        )
    }
}

#[cfg(test)]
mod tests;
