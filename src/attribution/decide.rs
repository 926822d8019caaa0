//! Decides, for a cue site, what it ties to what and whether that is an attribution.

use super::candidate::{Candidate, Depth, candidates};
use super::explain::Step;
use super::features::{self, Features};
use super::scales::Scales;
use super::weights::Weights;
use crate::document::TokenSpan;
use crate::exact::logit;
use crate::grammar::chunk::ChunkKind;
use crate::grammar::propose::{self, Anchor};
use crate::grammar::row::Row;
use crate::grammar::site::Site;
use crate::grammar::source::SourceProposal;

/// A cue next to a quotation that it makes direct speech needs only this share of the threshold: somebody
/// said those words.
const DIRECT: f32 = 0.5;

/// What the decisions before thought of a candidate weighs so much against what is thought of the whole.
const BEFORE: f32 = 1.5;

/// A site with its content and source.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) site: Site,
    pub(crate) anchor: Anchor,
    /// The content as runs of chunks, in order.
    pub(crate) content: Vec<(usize, usize)>,
    /// A token of the quotation next to the sentence that is content too.
    pub(crate) beyond: Option<u32>,
    pub(crate) source: SourceProposal,
    /// The cue's tokens.
    pub(crate) cue: TokenSpan,
    /// 0 to 1.
    pub(crate) confidence: f32,
}

/// How sure the decisions on a site were, 0 to 1 each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sure {
    pub(crate) cue: f32,
    pub(crate) content: f32,
    pub(crate) source: f32,
}

/// Memory that is used again from site to site.
#[derive(Default)]
pub(crate) struct Buffers {
    pub(super) scales: Scales,
    pub(crate) anchors: Vec<Anchor>,
    pub(crate) places: Vec<usize>,
    pub(crate) sources: Vec<SourceProposal>,
    pub(crate) tokens: Vec<u32>,
    /// What was weighed for the last choice, where somebody wants to know.
    steps: Vec<Step>,
}

impl Buffers {
    /// Buffers that keep what each decision weighed.
    pub(crate) fn explaining() -> Self {
        Self { scales: Scales::explaining(), ..Self::default() }
    }

    /// What the decisions weighed for the last choice, in their order.
    pub(crate) fn take_steps(&mut self) -> Vec<Step> {
        std::mem::take(&mut self.steps)
    }
}

/// Reads one site; none where its confidence is below what its content asks for of `threshold`.
pub(crate) fn decide(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    threshold: f32,
    b: &mut Buffers,
) -> Option<Choice> {
    let found = candidates(weights, row, site, Depth::for_threshold(threshold), b);
    let mut choice = likeliest(weights, row, found, b)?;
    if choice.confidence < threshold * share(row, &choice.content) {
        return None;
    }
    choice.cue = choose_cue(weights, row, &choice, b);
    Some(choice)
}

/// The candidate that is likeliest an attribution, all decisions together; of equals the first.
fn likeliest(
    weights: &Weights,
    row: &Row<'_>,
    candidates: Vec<Candidate>,
    b: &mut Buffers,
) -> Option<Choice> {
    let mut best: Option<(f32, Choice)> = None;
    for Candidate { mut choice, sure, against, mut steps } in candidates {
        let whole = b.scales.likely(weights, |f| features::accept(f, row, &choice, sure));
        choice.confidence = whole.share;
        let score = logit(whole.share, 1e-6) + BEFORE * against;
        if best.as_ref().is_none_or(|(other, _)| score > *other) {
            steps.extend(whole.step);
            b.steps = steps;
            best = Some((score, choice));
        }
    }
    best.map(|(_, choice)| choice)
}

/// The share of the threshold that is enough: less where a content is quotations and nothing else. What lies
/// beyond the sentence is one.
fn share(row: &Row<'_>, content: &[(usize, usize)]) -> f32 {
    let mut chunks = content.iter().flat_map(|&(from, to)| &row.chunks[from..to]);
    let direct = chunks.all(|c| matches!(c.kind, ChunkKind::Quotation | ChunkKind::Comma));
    if direct { DIRECT } else { 1.0 }
}

/// The tokens of the cue: its site's, with what belongs to it on either side.
fn choose_cue(weights: &Weights, row: &Row<'_>, choice: &Choice, b: &mut Buffers) -> TokenSpan {
    let site = &choice.site;
    let (floor, limit) = cue_room(row, site, &choice.content, &choice.source);
    let Buffers { scales, tokens, steps, .. } = b;
    tokens.clear();
    propose::cue_starts(row, site, floor, tokens);
    let ask = |f: &mut Features, i: usize| features::cue_start(f, row, site, tokens[i]);
    let start = scales.weigh(weights, tokens.len(), ask).map(|picks| picks.best);
    steps.extend(start.as_ref().and_then(|s| s.step.clone()));
    let start = start.map_or(site.tokens.start, |s| tokens[s.what]);
    tokens.clear();
    propose::cue_ends(row, site, limit, tokens);
    let ask = |f: &mut Features, i: usize| {
        features::cue_end(f, row, site, tokens[i], limit, choice.anchor);
    };
    let end = scales.weigh(weights, tokens.len(), ask).map(|picks| picks.best);
    steps.extend(end.as_ref().and_then(|e| e.step.clone()));
    TokenSpan { start, end: end.map_or(site.tokens.end, |e| tokens[e.what]) }
}

/// Between which tokens the cue has room: what lies nearest on either side, content or source.
pub(crate) fn cue_room(
    row: &Row<'_>,
    site: &Site,
    content: &[(usize, usize)],
    source: &SourceProposal,
) -> (u32, u32) {
    let source = (!source.tokens.is_empty()).then_some(source.tokens);
    let parts = content.iter().map(|&(from, to)| row.tokens(from, to)).chain(source);
    let (mut floor, mut limit) = (row.sentence.tokens.start, row.sentence.tokens.end);
    for part in parts {
        if part.end <= site.tokens.start {
            floor = floor.max(part.end);
        } else if part.start >= site.tokens.end {
            limit = limit.min(part.start);
        }
    }
    (floor, limit)
}
