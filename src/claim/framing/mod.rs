//! Framing in the writer's voice: words that tell the reader what to think of what is reported.
//!
//! Two ways lead to it, both over tagged tokens and the words of `seeds/framing.toml`. *Terms* frame by
//! themselves ("of course", "extremist"), where part of speech and the words around do not make them plain
//! ones. *Productions* need a shape: a verb that shows and an abstract noun that is shown, a modal and a verb of
//! great outcome. What a source says or a quotation holds is never looked at.

mod contrast;
mod doubt;
mod grammar;
pub(crate) mod inference;
mod motive;
mod prediction;
mod rule;
mod significance;
mod terms;
mod weasel;

pub(super) use rule::{NAMES, Rule};

use super::voice::Owners;
use super::words::{self, Class};
use super::{Framing, FramingCategory, HouseTerms};
use crate::Span;
use crate::article::Article;
use crate::document::{Sentence, TokenSpan};
use crate::grammar::input::{Parsed, Tokens};
use grammar::Pattern;
use nom::Parser;
use nom::branch::alt;

/// Finds framing sentence by sentence; keeps its buffers.
struct Finder<'a> {
    article: &'a Article<'a>,
    owners: &'a Owners<'a>,
    house: Option<&'a HouseTerms>,
    /// Of one sentence.
    found: Vec<Found>,
    /// Of all sentences so far, faint and unsure ones too.
    kept: Vec<Framing>,
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

/// Words fainter than this colour what stands beside them, and are no finding themselves.
const FAINT: f32 = 0.25;
/// The framing of a sentence stands by itself if it is at least this strong.
const STANDS: f32 = 0.39;
/// An article leans if framing stands by itself in at least this many of its sentences …
const LEANING_SENTENCES: usize = 3;
/// … and in one of so many.
const LEANING_SHARE: usize = 8;

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

/// The framing of an article, in order and without overlap.
///
/// One coloured word is only a word: what is weak by itself counts in a sentence, or an article, that leans.
pub(super) fn find(
    article: &Article<'_>,
    owners: &Owners<'_>,
    house: Option<&HouseTerms>,
) -> Vec<Framing> {
    let mut finder = Finder { article, owners, house, found: Vec::new(), kept: Vec::new() };
    let sentences = &article.document.sentences;
    let mut ends = Vec::with_capacity(sentences.len());
    let mut standing = 0;
    for sentence in sentences {
        let start = finder.kept.len();
        finder.read(sentence);
        standing += usize::from(stands(&finder.kept[start..]));
        ends.push(finder.kept.len());
    }
    let leans = standing >= LEANING_SENTENCES && standing * LEANING_SHARE >= sentences.len();
    if !leans {
        drop_weak(&mut finder.kept, &ends);
    }
    finder.kept
}

/// Whether framing is strong enough to be reported.
pub(super) fn is_reported(framing: &Framing) -> bool {
    framing.weight >= FAINT
}

/// Whether the framing of a sentence needs no company.
fn stands(framing: &[Framing]) -> bool {
    let strength: f32 = framing.iter().filter(|f| is_reported(f)).map(|f| 1.0 - f.weight).product();
    1.0 - strength >= STANDS
}

/// Drops the framing of sentences in which it does not stand by itself; `ends` tells where each sentence's ends.
fn drop_weak(kept: &mut Vec<Framing>, ends: &[usize]) {
    let (mut start, mut write) = (0, 0);
    for &end in ends {
        if stands(&kept[start..end]) {
            kept.copy_within(start..end, write);
            write += end - start;
        }
        start = end;
    }
    kept.truncate(write);
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

    /// Keeps the first and longest of those that overlap; a production takes up the strength of terms within.
    fn keep(&mut self) {
        self.found.sort_by_key(|f| (f.tokens.start, std::cmp::Reverse(f.tokens.end)));
        let (mut end, mut composed) = (0, false);
        for found in &self.found {
            if found.tokens.start < end {
                if let Some(last) = self.kept.last_mut().filter(|_| composed) {
                    last.weight = 1.0 - (1.0 - last.weight) * (1.0 - found.weight);
                }
                continue;
            }
            (end, composed) = (found.tokens.end, found.composed);
            self.kept.push(Framing {
                span: self.article.document.span(found.tokens),
                category: found.rule.category(),
                rule: found.rule.name(),
                weight: found.weight,
            });
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

/// Whether a production begins here by which the writer infers, imputes or foretells.
fn writers_production(input: Tokens<'_>) -> bool {
    let anchored = input.first().is_some_and(|lex| grammar::is(lex, ANCHOR));
    anchored
        && alt((significance::significance, motive::motive, prediction::prediction))
            .parse(input)
            .is_ok()
}

/// The strength of some framing, 0 to 1: `1 − Π (1 − weight)`, so that each span adds and none outweighs all.
fn score(framing: &[Framing]) -> f32 {
    1.0 - framing.iter().map(|f| 1.0 - f.weight.clamp(0.0, 1.0)).product::<f32>()
}

/// What a claim reports of the framing in it, and how strong it is: faint words strengthen others only.
pub(super) fn report(framing: &[Framing], claim: Span) -> (Vec<Framing>, f32) {
    let within = |f: &Framing| Framing {
        span: Span { start: f.span.start, end: f.span.end.min(claim.end) },
        ..*f
    };
    let reported: Vec<Framing> = framing.iter().filter(|f| is_reported(f)).map(within).collect();
    let strength = if reported.is_empty() { 0.0 } else { score(framing) };
    (reported, strength)
}

impl FramingCategory {
    /// Whether it is a judgement of the writer's: evaluation, inference, prediction or imputed motive.
    pub(super) fn judges(self) -> bool {
        !matches!(self, Self::Cause | Self::Doubt | Self::Intensifier)
    }
}

#[cfg(test)]
mod tests;
