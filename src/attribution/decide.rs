//! Chooses, for a cue site, content and source among what the grammar proposes.

use super::explain::Step;
use super::features::{self, Features};
use super::weights::Weights;
use crate::document::TokenSpan;
use crate::grammar::chunk::ChunkKind;
use crate::grammar::propose::{self, Anchor};
use crate::grammar::row::Row;
use crate::grammar::site::Site;
use crate::grammar::source::{self, SourceKind, SourceProposal};

/// A cue next to a quotation that it makes direct speech needs only this share of the threshold: somebody
/// said those words.
const DIRECT: f32 = 0.5;

/// And a content with some quoted words this share, where nothing surer has them.
const QUOTED: f32 = 0.7;

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
    /// Whether that is enough by itself; else the content has quoted words that somebody must have said.
    pub(crate) sure: bool,
}

/// Memory that is used again from site to site.
#[derive(Default)]
pub(crate) struct Buffers {
    scales: Scales,
    pub(crate) anchors: Vec<Anchor>,
    pub(crate) places: Vec<usize>,
    pub(crate) sources: Vec<SourceProposal>,
    pub(crate) tokens: Vec<u32>,
}

impl Buffers {
    /// Buffers that keep what each decision weighed.
    pub(crate) fn explaining() -> Self {
        let features = Features::with_questions();
        let scales = Scales { features, scores: Vec::new(), steps: Some(Vec::new()) };
        Self { scales, ..Self::default() }
    }

    /// What the decisions weighed since the last call, in their order.
    pub(crate) fn take_steps(&mut self) -> Vec<Step> {
        self.scales.steps.as_mut().map(std::mem::take).unwrap_or_default()
    }
}

/// Weighs the choices of a decision.
#[derive(Default)]
struct Scales {
    features: Features,
    scores: Vec<f32>,
    /// What was weighed, where somebody wants to know.
    steps: Option<Vec<Step>>,
}

impl Scales {
    /// The best of `count` choices and how sure that is, 0 to 1; of equals the first.
    fn best(
        &mut self,
        weights: &Weights,
        count: usize,
        ask: impl Fn(&mut Features, usize),
    ) -> Option<(usize, f32)> {
        self.scores.clear();
        for i in 0..count {
            ask(&mut self.features, i);
            self.scores.push(weights.score(&self.features));
        }
        let (best, sure) = softmax_best(&self.scores)?;
        if self.steps.is_some() {
            ask(&mut self.features, best);
            self.note(weights, sure);
        }
        Some((best, sure))
    }

    /// How likely the answer to a question is yes, 0 to 1.
    fn likely(&mut self, weights: &Weights, ask: impl Fn(&mut Features)) -> f32 {
        ask(&mut self.features);
        let likely = logistic(weights.score(&self.features));
        self.note(weights, likely);
        likely
    }

    fn note(&mut self, weights: &Weights, sure: f32) {
        if let Some(steps) = &mut self.steps {
            let features = weights.contributions(&self.features);
            steps.push(Step { decision: self.features.decision(), sure, features });
        }
    }
}

/// A site that is less likely a cue than this, 0 to 1, is not looked at further.
const GATE: f32 = 0.15;

/// How sure the decisions on a site were, 0 to 1 each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sure {
    pub(crate) cue: f32,
    pub(crate) content: f32,
    pub(crate) source: f32,
}

/// Reads one site; none where its confidence is below what its content asks for of `threshold`.
pub(crate) fn decide(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    threshold: f32,
    b: &mut Buffers,
) -> Option<Choice> {
    let (mut choice, sure) = choose(weights, row, site, b)?;
    choice.confidence = b.scales.likely(weights, |f| features::accept(f, row, &choice, sure));
    choice.sure = choice.confidence >= threshold * share(row, &choice.content);
    let unsure = || has_quotation(row, &choice.content) && choice.confidence >= threshold * QUOTED;
    if !(choice.sure || unsure()) {
        return None;
    }
    choice.cue = choose_cue(weights, row, &choice, b);
    Some(choice)
}

/// What a site ties to what, if it is a cue at all, and how sure that is; its confidence is still to come.
pub(crate) fn choose(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    b: &mut Buffers,
) -> Option<(Choice, Sure)> {
    let cue = b.scales.likely(weights, |f| features::cue(f, row, site));
    if cue < GATE {
        return None;
    }
    let (anchor, content_sure) = choose_anchor(weights, row, site, b)?;
    let (mut content, beyond) = match anchor {
        Anchor::Right(start) => (vec![(start, choose_end(weights, row, site, start, b))], None),
        Anchor::Left(end) => (vec![(choose_start(weights, row, site, end, b), end)], None),
        Anchor::Subject(from, to) => (vec![(from, to)], None),
        Anchor::Next(token) | Anchor::Previous(token) => (Vec::new(), Some(token)),
    };
    let first = content.first().copied();
    let (source, source_sure) = choose_source(weights, row, site, anchor, first, b)?;
    if matches!(anchor, Anchor::Left(_) | Anchor::Subject(..)) {
        content.extend(choose_tail(weights, row, site, anchor, &source, b));
    }
    let sure = Sure { cue, content: content_sure, source: source_sure };
    let (cue, confidence) = (site.tokens, 0.0);
    let choice =
        Choice { site: *site, anchor, content, beyond, source, cue, confidence, sure: false };
    Some((choice, sure))
}

/// The share of the threshold that is enough: less where a content is quotations and nothing else. What lies
/// beyond the sentence is one.
fn share(row: &Row<'_>, content: &[(usize, usize)]) -> f32 {
    let mut chunks = content.iter().flat_map(|&(from, to)| &row.chunks[from..to]);
    let direct = chunks.all(|c| matches!(c.kind, ChunkKind::Quotation | ChunkKind::Comma));
    if direct { DIRECT } else { 1.0 }
}

/// Whether a content holds a quotation.
fn has_quotation(row: &Row<'_>, content: &[(usize, usize)]) -> bool {
    let mut chunks = content.iter().flat_map(|&(from, to)| &row.chunks[from..to]);
    chunks.any(|c| c.kind == ChunkKind::Quotation)
}

fn choose_anchor(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    b: &mut Buffers,
) -> Option<(Anchor, f32)> {
    let Buffers { scales, anchors, .. } = b;
    anchors.clear();
    propose::anchors(row, site, anchors);
    let ask = |f: &mut Features, i: usize| features::anchor(f, row, site, anchors[i], i);
    let (best, sure) = scales.best(weights, anchors.len(), ask)?;
    Some((anchors[best], sure))
}

fn choose_end(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    start: usize,
    b: &mut Buffers,
) -> usize {
    let Buffers { scales, places, .. } = b;
    places.clear();
    propose::ends(row, start, places);
    let limit = row.end();
    let ask = |f: &mut Features, i: usize| features::end(f, row, site, start, places[i], limit);
    let best = scales.best(weights, places.len(), ask);
    best.map_or(limit.max(start + 1), |(best, _)| places[best])
}

fn choose_start(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    end: usize,
    b: &mut Buffers,
) -> usize {
    let Buffers { scales, places, .. } = b;
    places.clear();
    propose::starts(row, end, places);
    let ask = |f: &mut Features, i: usize| features::start(f, row, site, places[i], end);
    scales.best(weights, places.len(), ask).map_or(0, |(best, _)| places[best])
}

fn choose_source(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    anchor: Anchor,
    content: Option<(usize, usize)>,
    b: &mut Buffers,
) -> Option<(SourceProposal, f32)> {
    let Buffers { scales, sources, .. } = b;
    sources.clear();
    source::proposals(row, site, sources);
    if let Some((from, to)) = content {
        let taken = row.tokens(from, to);
        sources.retain(|s| !s.tokens.overlaps(taken));
    }
    let ask = |f: &mut Features, i: usize| features::source(f, row, site, anchor, &sources[i], i);
    let (best, sure) = scales.best(weights, sources.len(), ask)?;
    Some((sources[best], sure))
}

fn choose_tail(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    anchor: Anchor,
    source: &SourceProposal,
    b: &mut Buffers,
) -> Option<(usize, usize)> {
    let starts = tail_starts(row, site, source, b);
    let ask = |f: &mut Features, i: usize| {
        let start = i.checked_sub(1).map(|i| starts[i]);
        features::tail(f, row, site, anchor, source, start);
    };
    let (best, _) = b.scales.best(weights, starts.len() + 1, ask)?;
    let start = starts[best.checked_sub(1)?];
    Some((start, choose_end(weights, row, site, start, b)))
}

/// Where a content may go on behind the cue and its source.
pub(crate) fn tail_starts(
    row: &Row<'_>,
    site: &Site,
    source: &SourceProposal,
    b: &mut Buffers,
) -> Vec<usize> {
    let behind = matches!(source.kind, SourceKind::After | SourceKind::Agent);
    let from = if behind { source.last } else { site.last };
    b.anchors.clear();
    propose::right_anchors(row, &Site { last: from.max(site.last), ..*site }, &mut b.anchors);
    b.anchors
        .iter()
        .filter_map(|a| if let Anchor::Right(at) = a { Some(*at) } else { None })
        .collect()
}

/// The tokens of the cue: its site's, with what belongs to it on either side.
fn choose_cue(weights: &Weights, row: &Row<'_>, choice: &Choice, b: &mut Buffers) -> TokenSpan {
    let site = &choice.site;
    let (floor, limit) = cue_room(row, site, &choice.content, &choice.source);
    let Buffers { scales, tokens, .. } = b;
    tokens.clear();
    propose::cue_starts(row, site, floor, tokens);
    let ask = |f: &mut Features, i: usize| features::cue_start(f, row, site, tokens[i]);
    let start = scales.best(weights, tokens.len(), ask);
    let start = start.map_or(site.tokens.start, |(i, _)| tokens[i]);
    tokens.clear();
    propose::cue_ends(row, site, limit, tokens);
    let ask = |f: &mut Features, i: usize| {
        features::cue_end(f, row, site, tokens[i], limit, choice.anchor);
    };
    let end = scales.best(weights, tokens.len(), ask);
    TokenSpan { start, end: end.map_or(site.tokens.end, |(i, _)| tokens[i]) }
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

pub(crate) fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// The best of some scores and its share under softmax; of equals the first.
fn softmax_best(scores: &[f32]) -> Option<(usize, f32)> {
    let mut best = 0;
    for (i, &score) in scores.iter().enumerate() {
        if score > scores[best] {
            best = i;
        }
    }
    let top = *scores.get(best)?;
    let sum: f32 = scores.iter().map(|s| (s - top).exp()).sum();
    Some((best, 1.0 / sum))
}
