//! Learns the weights that decide on attributions from marked articles.

use super::accept;
use super::lesson::{Lesson, Mark, Marked, trim};
use super::linear::{Example, learn};
use super::measure::HeldOut;
use super::net;
use super::syntax::Parses;
use crate::attribution::candidate::tail_starts;
use crate::attribution::decide::{Buffers, cue_room};
use crate::attribution::features::{self, Features};
use crate::attribution::write_weights;
use crate::document::TokenSpan;
use crate::eval::{Figures, GoldArticle};
use crate::grammar::propose::{self, Anchor};
use crate::grammar::row::{Row, Rows};
use crate::grammar::site::Site;
use crate::grammar::source::{self, SourceProposal};
use crate::lexicon::Lexicon;
use crate::tagger::Tagger;

/// How much of the gold the grammar proposes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Coverage {
    /// Marked attributions.
    gold: usize,
    /// Their cue is a site.
    sites: usize,
    /// And their content begins or ends at an anchor.
    anchors: usize,
    /// And its other border is proposed.
    borders: usize,
    /// And their source is proposed.
    sources: usize,
}

/// Weights learned from marked articles, as files.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Learned {
    /// Those of the decisions where no net reads.
    pub fast: Vec<u8>,
    /// The net.
    pub net: Vec<u8>,
    /// Those of the decisions that know what the net says.
    pub full: Vec<u8>,
    /// How well articles are read that were not learned from, where that was asked for.
    pub measured: Option<Measured>,
}

/// How well articles are read by weights that were learned from other ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Measured {
    /// Without the net.
    pub fast: Figures,
    /// With it.
    pub full: Figures,
}

/// Learns weights from marked articles, and from the parses that there are of them; the same from the same. The
/// articles are dealt to the `taggers` in turn. Where `measure` is set, the articles are also dealt into four parts,
/// and each is read by weights that were learned from the others.
pub fn train(
    articles: &[GoldArticle],
    parses: &Parses,
    taggers: &[Tagger],
    measure: bool,
    progress: &mut dyn FnMut(&str),
) -> Learned {
    let lexicon = Lexicon::new();
    let dealt = articles.iter().zip(taggers.iter().cycle());
    let mut lessons: Vec<_> =
        dealt.map(|(a, tagger)| Lesson::prepare(a, parses, tagger, &lexicon)).collect();
    let fast = decisions(&lessons.iter().collect::<Vec<_>>(), &lexicon, progress);
    let held_out = measure.then(|| {
        let weights = HeldOut::learn(&lessons, &lexicon, progress);
        let figures = weights.measure(articles, &lessons, &lexicon, None);
        (weights, figures)
    });
    let net = net::train(&mut lessons, progress);
    let full = decisions(&lessons.iter().collect::<Vec<_>>(), &lexicon, progress);
    let measured = held_out.map(|(nested, fast)| {
        let weights = HeldOut::learn(&lessons, &lexicon, progress);
        let full = weights.measure(articles, &lessons, &lexicon, Some(&nested));
        Measured { fast, full }
    });
    Learned { fast, net, full, measured }
}

/// Learns the weights of the decisions.
pub(super) fn decisions(
    lessons: &[&Lesson<'_>],
    lexicon: &Lexicon,
    progress: &mut dyn FnMut(&str),
) -> Vec<u8> {
    let mut teacher = Teacher::default();
    let mut bounds = Vec::with_capacity(lessons.len());
    for lesson in lessons {
        let first = teacher.examples.len();
        teacher.read(lesson, lexicon);
        bounds.push(first..teacher.examples.len());
    }
    progress(&format!(
        "{} decisions from {} articles: {:?}",
        teacher.examples.len(),
        lessons.len(),
        teacher.coverage
    ));
    let accept = accept::examples(lessons, lexicon, &teacher.examples, &bounds, progress);
    let mut tell = |epoch, loss| progress(&format!("epoch {epoch}: loss {loss:.4}"));
    let mut learned = learn(teacher.examples, RUNS, &mut tell);
    learned.extend(learn(accept, RUNS, &mut tell));
    progress(&format!("{} features", learned.len()));
    write_weights(learned)
}

/// So many runs with orders of their own are averaged: which example comes last matters less.
const RUNS: u64 = 8;

/// Turns gold into decisions with known answers.
#[derive(Default)]
struct Teacher {
    examples: Vec<Example>,
    coverage: Coverage,
    features: Features,
    buffers: Buffers,
}

impl Teacher {
    fn read(&mut self, lesson: &Lesson<'_>, lexicon: &Lexicon) {
        self.coverage.gold += lesson.gold;
        let rows = Rows::read(&lesson.article, lexicon).knowing(lesson.reading.as_ref());
        for index in 0..rows.len() {
            self.read_row(&rows.row(index), rows.sites(index), lesson);
        }
    }

    fn read_row(&mut self, row: &Row<'_>, sites: &[Site], lesson: &Lesson<'_>) {
        for (site, mark) in sites.iter().zip(lesson.marks(row, sites)) {
            if mark.is_judged() {
                features::cue(&mut self.features, row, site);
                let choices = vec![self.features.hashes().to_vec()];
                let right = u32::from(!matches!(mark, Mark::Cue(_)));
                self.examples.push(Example { choices, right });
            }
            if let Mark::Cue(marked) = mark {
                self.coverage.sites += 1;
                self.read_site(row, site, marked);
            }
        }
    }

    fn read_site(&mut self, row: &Row<'_>, site: &Site, marked: &Marked) {
        self.buffers.anchors.clear();
        propose::anchors(row, site, &mut self.buffers.anchors);
        let anchors = self.buffers.anchors.clone();
        let left = marked
            .content
            .iter()
            .rev()
            .find(|c| c.end <= marked.cue.start && row.sentence.tokens.holds(c.end - 1));
        let right = marked
            .content
            .iter()
            .find(|c| c.start >= marked.cue.end && row.sentence.tokens.holds(c.start));
        let inside = gold_anchor(row, &anchors, left, right);
        let Some(right_anchor) = inside.or_else(|| beyond(&anchors, &marked.content)) else {
            return;
        };
        self.coverage.anchors += 1;
        self.choice(anchors.len(), right_anchor, |f, i| {
            features::anchor(f, row, site, anchors[i], i)
        });
        let anchor = anchors[right_anchor];
        let content = match anchor {
            Anchor::Right(start) => {
                right.and_then(|r| self.read_end(row, site, start, *r)).map(|end| (start, end))
            }
            Anchor::Left(end) => {
                left.and_then(|l| self.read_start(row, site, end, *l)).map(|start| (start, end))
            }
            Anchor::Subject(from, to) => Some((from, to)),
            Anchor::Next(_) | Anchor::Previous(_) => None,
        };
        self.coverage.borders += usize::from(content.is_some());
        let Some(source) = self.read_source(row, site, anchor, content, marked) else { return };
        self.coverage.sources += usize::from(content.is_some());
        if let Some(content) = content {
            self.read_cue(row, site, anchor, content, &source, marked.cue);
        }
        if matches!(anchor, Anchor::Left(_) | Anchor::Subject(..)) {
            self.read_tail(row, site, anchor, &source, right.copied());
        }
    }

    fn read_end(
        &mut self,
        row: &Row<'_>,
        site: &Site,
        start: usize,
        gold: TokenSpan,
    ) -> Option<usize> {
        let mut places = Vec::new();
        propose::ends(row, start, &mut places);
        let limit = row.end();
        let target = trim(row, gold).end.min(row.chunks[limit.checked_sub(1)?].tokens.end);
        let right = places.iter().position(|&e| row.chunks[e - 1].tokens.end == target)?;
        let places_ref = &places;
        self.choice(places.len(), right, |f, i| {
            features::end(f, row, site, start, places_ref[i], limit)
        });
        Some(places[right])
    }

    fn read_start(
        &mut self,
        row: &Row<'_>,
        site: &Site,
        end: usize,
        gold: TokenSpan,
    ) -> Option<usize> {
        let mut places = Vec::new();
        propose::starts(row, end, &mut places);
        let target = trim(row, gold).start.max(row.sentence.tokens.start);
        let right = places.iter().position(|&s| row.chunks[s].tokens.start == target)?;
        let places_ref = &places;
        self.choice(places.len(), right, |f, i| features::start(f, row, site, places_ref[i], end));
        Some(places[right])
    }

    fn read_source(
        &mut self,
        row: &Row<'_>,
        site: &Site,
        anchor: Anchor,
        content: Option<(usize, usize)>,
        marked: &Marked,
    ) -> Option<SourceProposal> {
        self.buffers.sources.clear();
        source::proposals(row, site, &mut self.buffers.sources);
        let mut sources = self.buffers.sources.clone();
        if let Some((from, to)) = content {
            let taken = row.tokens(from, to);
            sources.retain(|s| !s.tokens.overlaps(taken));
        }
        let right = match marked.source {
            None => sources.iter().position(|s| s.tokens.is_empty())?,
            Some(gold) => {
                let gold = trim(row, gold);
                let exact = sources.iter().position(|s| trim(row, s.tokens) == gold);
                exact.or_else(|| closest(&sources, gold))?
            }
        };
        let sources_ref = &sources;
        self.choice(sources.len(), right, |f, i| {
            features::source(f, row, site, anchor, &sources_ref[i], i)
        });
        Some(sources[right])
    }

    fn read_tail(
        &mut self,
        row: &Row<'_>,
        site: &Site,
        anchor: Anchor,
        source: &SourceProposal,
        gold: Option<TokenSpan>,
    ) {
        let starts = tail_starts(row, site, source, &mut self.buffers);
        let right = match gold {
            None => 0,
            Some(gold) => {
                match starts.iter().position(|&s| row.chunks[s].tokens.start == gold.start) {
                    Some(at) => at + 1,
                    None => return,
                }
            }
        };
        let starts_ref = &starts;
        self.choice(starts.len() + 1, right, |f, i| {
            features::tail(f, row, site, anchor, source, i.checked_sub(1).map(|i| starts_ref[i]));
        });
        if let (Some(gold), Some(at)) = (gold, right.checked_sub(1)) {
            self.read_end(row, site, starts[at], gold);
        }
    }

    fn read_cue(
        &mut self,
        row: &Row<'_>,
        site: &Site,
        anchor: Anchor,
        content: (usize, usize),
        source: &SourceProposal,
        gold: TokenSpan,
    ) {
        let (floor, limit) = cue_room(row, site, &[content], source);
        let gold = trim(row, gold);
        let mut places = Vec::new();
        propose::cue_starts(row, site, floor, &mut places);
        if let Some(right) = places.iter().position(|&p| p == gold.start) {
            let places = &places;
            self.choice(places.len(), right, |f, i| features::cue_start(f, row, site, places[i]));
        }
        places.clear();
        propose::cue_ends(row, site, limit, &mut places);
        if let Some(right) = places.iter().position(|&p| p == gold.end) {
            let places = &places;
            self.choice(places.len(), right, |f, i| {
                features::cue_end(f, row, site, places[i], limit, anchor)
            });
        }
    }

    fn choice(&mut self, count: usize, right: usize, ask: impl Fn(&mut Features, usize)) {
        if count < 2 {
            return;
        }
        let mut choices = Vec::with_capacity(count);
        for i in 0..count {
            ask(&mut self.features, i);
            choices.push(self.features.hashes().to_vec());
        }
        self.examples.push(Example { choices, right: right as u32 });
    }
}

/// Which anchor the gold content is, if the grammar proposes it.
fn gold_anchor(
    row: &Row<'_>,
    anchors: &[Anchor],
    left: Option<&TokenSpan>,
    right: Option<&TokenSpan>,
) -> Option<usize> {
    if let Some(left) = left {
        let left = trim(row, *left);
        let subject = |a: &Anchor| matches!(a, Anchor::Subject(from, to) if trim(row, row.tokens(*from, *to)) == left);
        let ends = |a: &Anchor| matches!(a, Anchor::Left(at) if trim(row, row.tokens(0, *at)).end == left.end);
        return anchors.iter().position(subject).or_else(|| anchors.iter().position(ends));
    }
    let right = right?;
    anchors
        .iter()
        .position(|a| matches!(a, Anchor::Right(at) if row.chunks[*at].tokens.start == right.start))
}

/// The anchor of a quotation next to the sentence, where the gold has its content there.
fn beyond(anchors: &[Anchor], content: &[TokenSpan]) -> Option<usize> {
    anchors.iter().position(|a| match a {
        Anchor::Next(token) => content.iter().any(|c| c.start == *token),
        Anchor::Previous(token) => content.iter().any(|c| c.end == token + 1),
        _ => false,
    })
}

/// The proposal that shares more than half of its tokens with the gold.
fn closest(sources: &[SourceProposal], gold: TokenSpan) -> Option<usize> {
    let dice = |s: &SourceProposal| {
        let shared = s.tokens.end.min(gold.end).saturating_sub(s.tokens.start.max(gold.start));
        2000 * shared as usize / (s.tokens.len() + gold.len()).max(1)
    };
    (0..sources.len()).filter(|&i| dice(&sources[i]) > 1000).max_by_key(|&i| dice(&sources[i]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Checker;
    use crate::attribution::Weights;
    use crate::eval::{GoldAttribution, Measure};

    #[test]
    fn marked_articles_teach_the_same_twice() {
        let text = "“The bridge is old,” said Ann Orr. The mayor said that it leaks. It rained.";
        let review = Checker::default().review(text);
        let attributions = review.attributions.iter().map(GoldAttribution::from).collect();
        let article = GoldArticle { id: "bridge".to_owned(), text: text.to_owned(), attributions };
        let articles = vec![article; 4];
        let taggers = [Tagger::new().expect("the weights that are compiled in are whole")];
        let mut told = String::new();
        let parses = Parses::default();
        let learned = train(&articles, &parses, &taggers, true, &mut |p| told.push_str(p));
        let expected = Coverage { gold: 8, sites: 8, anchors: 8, borders: 8, sources: 8 };
        // Once without the net and once with it.
        assert_eq!(told.matches(&format!("{expected:?}")).count(), 2, "{told}");
        assert!(Weights::read(&learned.fast).is_ok() && Weights::read(&learned.full).is_ok());
        let again = train(&articles, &parses, &taggers, false, &mut |_| ());
        assert!(
            (&learned.fast, &learned.net, &learned.full) == (&again.fast, &again.net, &again.full),
            "the same bytes again"
        );
        assert!(again.measured.is_none());
        let Measured { fast, full } = learned.measured.expect("it was asked for");
        for figures in [fast, full] {
            let relaxed = figures.of(Measure::Relaxed);
            assert_eq!((relaxed.gold, relaxed.right), (8, 8), "{figures}");
        }
    }
}
