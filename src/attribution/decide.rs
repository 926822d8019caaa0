//! Chooses, for a cue site, content and source among what the grammar proposes.

use super::features::{self, Features};
use super::weights::Weights;
use crate::document::TokenSpan;
use crate::grammar::chunk::ChunkKind;
use crate::grammar::propose::{self, Anchor, SourceKind, SourceProposal};
use crate::grammar::row::Row;
use crate::grammar::site::Site;

/// A cue next to a quotation that it makes direct speech needs only this share of the threshold: somebody
/// said those words.
const DIRECT: f32 = 0.5;

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

/// Memory that is used again from site to site.
#[derive(Default)]
pub(crate) struct Buffers {
    features: Features,
    pub(crate) anchors: Vec<Anchor>,
    pub(crate) places: Vec<usize>,
    pub(crate) sources: Vec<SourceProposal>,
    pub(crate) tokens: Vec<u32>,
    scores: Vec<f32>,
}

/// Reads one site; none where its confidence is below `threshold`.
pub(crate) fn decide(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    threshold: f32,
    b: &mut Buffers,
) -> Option<Choice> {
    features::cue(&mut b.features, row, site);
    let cue = logistic(weights.score(&b.features));
    // The confidence is never more than this.
    if cue < if has_quotation(row) { threshold * DIRECT } else { threshold } {
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
    let confidence = cue * (content_sure * source_sure).sqrt();
    if confidence < if is_direct(row, &content) { threshold * DIRECT } else { threshold } {
        return None;
    }
    let mut choice =
        Choice { site: *site, anchor, content, beyond, source, cue: site.tokens, confidence };
    choice.cue = choose_cue(weights, row, &choice, b);
    Some(choice)
}

/// Whether there is a quotation in the sentence or next to it.
fn has_quotation(row: &Row<'_>) -> bool {
    row.quotations(0, row.len()) > 0
        || propose::next_quotation(row).is_some()
        || propose::previous_quotation(row).is_some()
}

/// Whether a content is quotations and nothing else; what lies beyond the sentence is one.
fn is_direct(row: &Row<'_>, content: &[(usize, usize)]) -> bool {
    let mut chunks = content.iter().flat_map(|&(from, to)| &row.chunks[from..to]);
    chunks.all(|c| matches!(c.kind, ChunkKind::Quotation | ChunkKind::Comma))
}

fn choose_anchor(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    b: &mut Buffers,
) -> Option<(Anchor, f32)> {
    b.anchors.clear();
    propose::anchors(row, site, &mut b.anchors);
    b.scores.clear();
    for (ordinal, &anchor) in b.anchors.iter().enumerate() {
        features::anchor(&mut b.features, row, site, anchor, ordinal);
        b.scores.push(weights.score(&b.features));
    }
    let (best, sure) = softmax_best(&b.scores)?;
    Some((b.anchors[best], sure))
}

fn choose_end(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    start: usize,
    b: &mut Buffers,
) -> usize {
    b.places.clear();
    propose::ends(row, start, &mut b.places);
    b.scores.clear();
    let limit = row.end();
    for &end in &b.places {
        features::end(&mut b.features, row, site, start, end, limit);
        b.scores.push(weights.score(&b.features));
    }
    softmax_best(&b.scores).map_or(limit.max(start + 1), |(best, _)| b.places[best])
}

fn choose_start(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    end: usize,
    b: &mut Buffers,
) -> usize {
    b.places.clear();
    propose::starts(row, end, &mut b.places);
    b.scores.clear();
    for &start in &b.places {
        features::start(&mut b.features, row, site, start, end);
        b.scores.push(weights.score(&b.features));
    }
    softmax_best(&b.scores).map_or(0, |(best, _)| b.places[best])
}

fn choose_source(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    anchor: Anchor,
    content: Option<(usize, usize)>,
    b: &mut Buffers,
) -> Option<(SourceProposal, f32)> {
    b.sources.clear();
    propose::sources(row, site, &mut b.sources);
    if let Some((from, to)) = content {
        let taken = row.tokens(from, to);
        b.sources.retain(|s| !s.tokens.overlaps(taken));
    }
    b.scores.clear();
    for (ordinal, source) in b.sources.iter().enumerate() {
        features::source(&mut b.features, row, site, anchor, source, ordinal);
        b.scores.push(weights.score(&b.features));
    }
    let (best, sure) = softmax_best(&b.scores)?;
    Some((b.sources[best], sure))
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
    b.scores.clear();
    features::tail(&mut b.features, row, site, anchor, source, None);
    b.scores.push(weights.score(&b.features));
    for &start in &starts {
        features::tail(&mut b.features, row, site, anchor, source, Some(start));
        b.scores.push(weights.score(&b.features));
    }
    let (best, _) = softmax_best(&b.scores)?;
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
    let (floor, limit) = cue_room(row, &choice.site, &choice.content, &choice.source);
    b.tokens.clear();
    propose::cue_starts(row, &choice.site, floor, &mut b.tokens);
    b.scores.clear();
    for &start in &b.tokens {
        features::cue_start(&mut b.features, row, &choice.site, start);
        b.scores.push(weights.score(&b.features));
    }
    let start = softmax_best(&b.scores).map_or(choice.site.tokens.start, |(i, _)| b.tokens[i]);
    b.tokens.clear();
    propose::cue_ends(row, &choice.site, limit, &mut b.tokens);
    b.scores.clear();
    for &end in &b.tokens {
        features::cue_end(&mut b.features, row, &choice.site, end, limit, choice.anchor);
        b.scores.push(weights.score(&b.features));
    }
    let end = softmax_best(&b.scores).map_or(choice.site.tokens.end, |(i, _)| b.tokens[i]);
    TokenSpan { start, end }
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
