//! What a cue site may tie to what: the likeliest anchor, content and source among what the grammar proposes,
//! and, where a decision was not sure, the next likeliest.

use super::decide::{Buffers, Choice, Sure};
use super::explain::Step;
use super::features::{self, Features};
use super::scales::{Picks, Weighed};
use super::weights::Weights;
use crate::exact::ln;
use crate::grammar::propose::{self, Anchor};
use crate::grammar::row::Row;
use crate::grammar::site::Site;
use crate::grammar::source::{self, SourceKind, SourceProposal};

/// How far a site is looked into.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Depth {
    /// A site that is less likely a cue than this, 0 to 1, is not looked at further.
    gate: f32,
    /// Of the proposals of a decision, the second is looked at too where it is this likely, 0 to 1.
    other: f32,
}

impl Depth {
    /// While what is thought of the whole is learned: what is seldom right teaches too.
    #[cfg(feature = "train")]
    pub(crate) const LEARNING: Self = Self { gate: 0.15, other: 0.1 };

    /// For attributions that are at least so sure, 0 to 1. On train articles that were not learned from, to look
    /// at less was right more often, and as much was found.
    pub(crate) fn for_threshold(threshold: f32) -> Self {
        Self { gate: threshold.min(0.3), other: 0.2 }
    }
}

/// A reading of a site, before anybody asked whether it is an attribution.
pub(crate) struct Candidate {
    pub(crate) choice: Choice,
    /// How sure the decisions on it were.
    pub(crate) sure: Sure,
    /// How much likelier, as a logarithm, the best proposals were than those that were taken; 0 at most.
    pub(super) against: f32,
    /// What was weighed on the way, where somebody wants to know.
    pub(super) steps: Vec<Step>,
}

/// What was decided on the way to a candidate.
#[derive(Clone, Default)]
struct Path {
    against: f32,
    steps: Vec<Step>,
}

impl Path {
    /// The path on by a proposal whose best rival was this likely.
    fn on<T>(&self, taken: &Weighed<T>, best: f32) -> Self {
        let mut path = self.clone();
        path.against += ln(taken.share / best);
        path.steps.extend(taken.step.clone());
        path
    }

    /// Whether it took the best proposal each time.
    fn is_best(&self) -> bool {
        self.against == 0.0
    }
}

/// What a site may tie to what, if it is a cue at all, the best of each decision first. Each of the others
/// departs from the best in one decision, and takes the best of those after it.
pub(crate) fn candidates(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    depth: Depth,
    b: &mut Buffers,
) -> Vec<Candidate> {
    let cue = b.scales.likely(weights, |f| features::cue(f, row, site));
    let mut found = Finder { weights, row, site, depth, cue: cue.share, found: Vec::new() };
    if cue.share >= depth.gate {
        found.anchors(&Path::default().on(&cue, cue.share), b);
    }
    found.found
}

/// Goes through the decisions on a site.
struct Finder<'f> {
    weights: &'f Weights,
    row: &'f Row<'f>,
    site: &'f Site,
    depth: Depth,
    /// How likely it is a cue.
    cue: f32,
    found: Vec<Candidate>,
}

impl Finder<'_> {
    fn anchors(&mut self, path: &Path, b: &mut Buffers) {
        let Some(anchors) = self.choose_anchor(b) else { return };
        for anchor in anchors.some(self.depth.other) {
            let path = path.on(anchor, anchors.best.share);
            let borders = match anchor.what {
                Anchor::Right(start) => choose_end(self.weights, self.row, self.site, start, b)
                    .map(|end| Some((start, end))),
                Anchor::Left(end) => self.choose_start(end, b).map(|start| Some((start, end))),
                Anchor::Subject(from, to) => Picks::only(Some((from, to))),
                Anchor::Next(_) | Anchor::Previous(_) => Picks::only(None),
            };
            for content in borders.some(self.least(&path)) {
                let path = path.on(content, borders.best.share);
                self.sources(anchor, content.what, &path, b);
            }
        }
    }

    /// How likely another proposal is that is looked at too.
    fn least(&self, path: &Path) -> f32 {
        if path.is_best() { self.depth.other } else { f32::INFINITY }
    }

    fn sources(
        &mut self,
        anchor: &Weighed<Anchor>,
        content: Option<(usize, usize)>,
        path: &Path,
        b: &mut Buffers,
    ) {
        let Some(sources) = self.choose_source(anchor.what, content, b) else { return };
        for source in sources.some(self.least(path)) {
            let path = path.on(source, sources.best.share);
            self.keep(anchor, content, source, path, b);
        }
    }

    fn keep(
        &mut self,
        anchor: &Weighed<Anchor>,
        content: Option<(usize, usize)>,
        source: &Weighed<SourceProposal>,
        mut path: Path,
        b: &mut Buffers,
    ) {
        let mut content: Vec<(usize, usize)> = content.into_iter().collect();
        let beyond = match anchor.what {
            Anchor::Next(token) | Anchor::Previous(token) => Some(token),
            _ => None,
        };
        if matches!(anchor.what, Anchor::Left(_) | Anchor::Subject(..)) {
            content.extend(self.choose_tail(anchor.what, &source.what, &mut path.steps, b));
        }
        let choice = Choice {
            site: *self.site,
            anchor: anchor.what,
            content,
            beyond,
            source: source.what,
            cue: self.site.tokens,
            confidence: 0.0,
        };
        let sure = Sure { cue: self.cue, content: anchor.share, source: source.share };
        let Path { against, steps } = path;
        self.found.push(Candidate { choice, sure, against, steps });
    }

    fn choose_anchor(&self, b: &mut Buffers) -> Option<Picks<Anchor>> {
        let Self { weights, row, site, .. } = *self;
        let Buffers { scales, anchors, .. } = b;
        anchors.clear();
        propose::anchors(row, site, anchors);
        let ask = |f: &mut Features, i: usize| features::anchor(f, row, site, anchors[i], i);
        scales.weigh(weights, anchors.len(), ask).map(|picks| picks.map(|i| anchors[i]))
    }

    fn choose_start(&self, end: usize, b: &mut Buffers) -> Picks<usize> {
        let Self { weights, row, site, .. } = *self;
        let Buffers { scales, places, .. } = b;
        places.clear();
        propose::starts(row, end, places);
        let ask = |f: &mut Features, i: usize| features::start(f, row, site, places[i], end);
        let picks = scales.weigh(weights, places.len(), ask);
        picks.map_or_else(|| Picks::only(0), |picks| picks.map(|i| places[i]))
    }

    fn choose_source(
        &self,
        anchor: Anchor,
        content: Option<(usize, usize)>,
        b: &mut Buffers,
    ) -> Option<Picks<SourceProposal>> {
        let Self { weights, row, site, .. } = *self;
        let Buffers { scales, sources, .. } = b;
        sources.clear();
        source::proposals(row, site, sources);
        if let Some((from, to)) = content {
            let taken = row.tokens(from, to);
            sources.retain(|s| !s.tokens.overlaps(taken));
        }
        let ask =
            |f: &mut Features, i: usize| features::source(f, row, site, anchor, &sources[i], i);
        scales.weigh(weights, sources.len(), ask).map(|picks| picks.map(|i| sources[i]))
    }

    /// Where the content goes on behind the cue and its source, if it does.
    fn choose_tail(
        &self,
        anchor: Anchor,
        source: &SourceProposal,
        steps: &mut Vec<Step>,
        b: &mut Buffers,
    ) -> Option<(usize, usize)> {
        let Self { weights, row, site, .. } = *self;
        let starts = tail_starts(row, site, source, b);
        let ask = |f: &mut Features, i: usize| {
            let start = i.checked_sub(1).map(|i| starts[i]);
            features::tail(f, row, site, anchor, source, start);
        };
        let tail = b.scales.weigh(weights, starts.len() + 1, ask)?.best;
        steps.extend(tail.step);
        let start = starts[tail.what.checked_sub(1)?];
        let end = choose_end(weights, row, site, start, b).best;
        steps.extend(end.step);
        Some((start, end.what))
    }
}

fn choose_end(
    weights: &Weights,
    row: &Row<'_>,
    site: &Site,
    start: usize,
    b: &mut Buffers,
) -> Picks<usize> {
    let Buffers { scales, places, .. } = b;
    places.clear();
    propose::ends(row, start, places);
    let limit = row.end();
    let ask = |f: &mut Features, i: usize| features::end(f, row, site, start, places[i], limit);
    let picks = scales.weigh(weights, places.len(), ask);
    picks.map_or_else(|| Picks::only(limit.max(start + 1)), |picks| picks.map(|i| places[i]))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::attribution::{Mode, Reader};
    use crate::document::Document;
    use crate::grammar::row::Rows;
    use crate::lexicon::Lexicon;
    use crate::tagger::Tagger;

    /// Tells of the candidates of each site of a text whose cue is likely.
    fn each(text: &str, tell: impl Fn(&[Candidate])) {
        let tagger = Tagger::new().expect("the weights that are compiled in are whole");
        let reader = Reader::shipped().expect("the weights that are compiled in are whole");
        let lexicon = Lexicon::new();
        let article = Article::new(Document::read(text, &[]), &tagger, &lexicon);
        let reading = reader.reading(Mode::Full, &Rows::read(&article, &lexicon));
        let rows = Rows::read(&article, &lexicon).knowing(reading.as_ref());
        let mut b = Buffers::default();
        for sentence in 0..rows.len() {
            for site in rows.sites(sentence) {
                let knowledge = reader.knowledge(reading.as_ref());
                let (row, depth) = (rows.row(sentence), Depth::for_threshold(0.3));
                tell(&candidates(knowledge.weights, &row, site, depth, &mut b));
            }
        }
    }

    #[test]
    fn the_best_comes_first_and_the_others_depart_once() {
        let wire = include_str!("../../fixtures/wire.txt");
        let several = std::cell::Cell::new(0);
        each(wire, |all| {
            let Some((first, others)) = all.split_first() else { return };
            assert_eq!(first.against, 0.0);
            assert!(others.len() <= 3, "one for the anchor, the border and the source each");
            for other in others {
                assert!(other.against < 0.0 && other.against > -1.4, "{}", other.against);
                let (a, b) = (&other.choice, &first.choice);
                let same = a.anchor == b.anchor
                    && a.content == b.content
                    && a.source.tokens == b.source.tokens;
                assert!(!same, "{a:?}");
            }
            several.set(several.get() + usize::from(!others.is_empty()));
        });
        assert!(several.get() > 0);
    }

    #[test]
    fn what_is_no_cue_has_no_candidates() {
        each("The mill burned.", |all| assert!(all.is_empty()));
    }
}
