//! A small recurrent net that reads paragraphs: how likely is each token part of a source, a cue, a content, and
//! of which cue's?
//!
//! [`input`] says what the net is told of a token, [`hint`] what of it comes from the grammar, [`batch`] lays
//! paragraphs side by side, [`lstm`] is one direction of a layer, [`link`] ties tokens to cue sites, [`model`] is
//! the whole, and [`reading`] what comes out. The decisions on attributions ask for its answers beside the
//! grammar's.
//!
//! Nearly all time goes into products of matrices. [`matrix`] takes them in whole numbers, which come out the same
//! on every machine, [`tiles`] keeps their sums in registers, [`pairs`] is the step that it comes down to, and
//! [`vector`] holds the curves; the numbers that the net learns with are multiplied in `product`.

pub(crate) mod batch;
mod file;
pub(crate) mod hint;
pub(crate) mod input;
pub(crate) mod link;
pub(crate) mod lstm;
pub(crate) mod matrix;
pub(crate) mod model;
mod pairs;
#[cfg(any(feature = "train", test))]
pub(crate) mod product;
mod reading;
mod tiles;
pub(crate) mod vector;

use crate::WeightsError;
use crate::article::Article;
use batch::Batch;
use fearless_simd::{Level, Simd, dispatch};
use hint::Hints;
use input::Sequence;
use matrix::ByteMatrix;
use model::{Model, Run, shares};
pub(crate) use reading::{Link, Links, Reading, Roles, Window};
use std::cmp::Reverse;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A net, ready to read.
#[derive(Debug)]
pub(crate) struct Net {
    model: Model<ByteMatrix>,
    level: Level,
    /// Memory of runs that have ended: to get it from the system again takes longer than to read a paragraph.
    spare: Mutex<Vec<Run>>,
}

/// Batches hold about so many tokens: what they need stays in the cache.
const BATCH: usize = 768;

impl Net {
    /// Makes a model ready.
    pub(crate) fn new(model: Model) -> Self {
        Self { model: model.in_bytes(), level: Level::new(), spare: Mutex::default() }
    }

    /// The same net on a machine that can do no more than this.
    #[cfg(test)]
    pub(crate) fn on(self, level: Level) -> Self {
        Self { level, ..self }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn decode(file: &[u8]) -> Result<Self, WeightsError> {
        Model::decode(file).map(Self::new)
    }

    /// Reads the paragraphs of an article.
    pub(crate) fn read(&self, article: &Article<'_>, hints: &Hints) -> Reading {
        let mut sequences = input::sequences(&article.document);
        let mut reading = Reading::blank(hints, &sequences, article.document.tokens.len());
        sequences.sort_by_key(|s| Reverse(s.tokens.len()));
        let mut run = self.spare().pop().unwrap_or_default();
        let mut left = &sequences[..];
        while !left.is_empty() {
            let some = left.split_off(..room(left)).unwrap_or_default();
            self.read_some((article, hints), some, &mut run, &mut reading);
        }
        self.spare().push(run);
        reading
    }

    fn spare(&self) -> MutexGuard<'_, Vec<Run>> {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads sequences side by side.
    fn read_some(
        &self,
        (article, hints): (&Article<'_>, &Hints),
        sequences: &[Sequence],
        run: &mut Run,
        reading: &mut Reading,
    ) {
        let batch = Batch::new(sequences.iter().map(|s| s.tokens.clone()));
        let model = &self.model;
        run.told.clear();
        for step in batch.steps() {
            for (&token, sequence) in batch.places[step].iter().zip(sequences) {
                let block = article.document.blocks[sequence.block as usize].kind;
                let tell = |rows: &mut _| {
                    input::rows(article, hints, block, token, &model.words, rows);
                };
                run.told.token(tell);
            }
        }
        let sites = placed(reading, sequences);
        let heads = sites.iter().map(|site| site.row(&batch, site.window.head));
        dispatch!(self.level, simd => model.read(simd, &batch, run, heads, |_| ()));
        for (&token, scores) in batch.places.iter().zip(run.scores.as_chunks().0) {
            reading.roles[token as usize] = Roles::of(shares(scores));
        }
        dispatch!(self.level, simd => self.link(simd, &batch, &sites, run, reading));
    }

    /// Ties the tokens around each cue site to it.
    #[inline(always)]
    fn link<S: Simd>(
        &self,
        simd: S,
        batch: &Batch,
        sites: &[Placed],
        run: &Run,
        reading: &mut Reading,
    ) {
        let linker = &self.model.linker;
        for (number, site) in sites.iter().enumerate() {
            let Window { head, tokens, .. } = site.window;
            for (token, link) in (tokens.start..).zip(reading.links_mut(site.window)) {
                let place = (site.row(batch, token), token as isize - head as isize);
                *link = Link::of(linker.shares(simd, &run.asked, number, place));
            }
        }
    }
}

/// How many of some sequences a batch takes, one at least.
fn room(sequences: &[Sequence]) -> usize {
    let mut tokens = 0;
    let fits = |sequence: &&Sequence| {
        tokens += sequence.tokens.len();
        tokens <= BATCH
    };
    sequences.iter().take_while(fits).count().max(1)
}

/// A window among the sequences of a batch.
struct Placed {
    window: Window,
    sequence: usize,
    /// The first token of the sequence.
    start: u32,
}

impl Placed {
    /// The row of a token.
    fn row(&self, batch: &Batch, token: u32) -> usize {
        batch.row(self.sequence, (token - self.start) as usize)
    }
}

/// The windows of all sequences of a batch.
fn placed(reading: &Reading, sequences: &[Sequence]) -> Vec<Placed> {
    let mut sites = Vec::new();
    for (sequence, Sequence { tokens, .. }) in sequences.iter().enumerate() {
        let place = |&window: &Window| Placed { window, sequence, start: tokens.start };
        sites.extend(reading.windows_in(tokens).iter().map(place));
    }
    sites
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, TokenSpan};
    use crate::grammar::row::Rows;
    use crate::lexicon::Lexicon;
    use crate::tagger::Tagger;
    use crate::weights::Parts;

    fn shipped(level: Level) -> Net {
        let parts = Parts::shipped().expect("the weights that are compiled in are whole");
        Net::decode(parts.net).expect("the net is whole").on(level)
    }

    fn article(text: &str) -> (Article<'_>, Hints) {
        let tagger = Tagger::new().expect("the weights that are compiled in are whole");
        let lexicon = Lexicon::new();
        let article = Article::new(Document::read(text, &[]), &tagger, &lexicon);
        let hints = Hints::of(&Rows::read(&article, &lexicon));
        (article, hints)
    }

    /// Paragraphs of all lengths.
    fn text() -> String {
        let words = "Ann Orr , the mayor said on Friday that “ the bridge is old ” and would close";
        let words: Vec<_> = words.split(' ').collect();
        (1..40)
            .map(|n| words.iter().cycle().take(n).copied().collect::<Vec<_>>().join(" ") + ".\n\n")
            .collect()
    }

    #[test]
    fn sources_cues_and_contents_are_told_apart() {
        let (article, hints) = article("The bridge is old, Ann Orr said on Friday. It rained.");
        let roles = shipped(Level::new()).read(&article, &hints).roles;
        let likely: Vec<_> = (0..article.document.tokens.len() as u32)
            .filter_map(|t| {
                let r = roles[t as usize];
                let role = [(r.source, 's'), (r.cue, 'c'), (r.content, 'k')].into_iter().max()?;
                (role.0 > 127).then(|| (article.word(t), role.1))
            })
            .collect();
        let content = ["The", "bridge", "is", "old"].map(|word| (word, 'k'));
        assert_eq!(likely, [&content[..], &[("Ann", 's'), ("Orr", 's'), ("said", 'c')]].concat());
    }

    #[test]
    fn tokens_are_tied_to_their_own_cue() {
        let text = "Ann Orr said the bridge is old, and Nils Lunt warned that the road is closed.";
        let (article, hints) = article(text);
        let reading = shipped(Level::new()).read(&article, &hints);
        let tied = |cue: &str, of: fn(&Link) -> u8| {
            let all = TokenSpan { start: 0, end: article.document.tokens.len() as u32 };
            let head = (0..all.end).find(|&t| article.word(t) == cue).expect("it is a token");
            let links = reading.links(head).of(all);
            assert_eq!(links.len(), all.len(), "the whole sentence was asked about");
            let tied = (0..).zip(links).filter(|(_, link)| of(link) > 127);
            tied.map(|(t, _)| article.word(t)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(tied("said", |l| l.source), "Ann Orr");
        assert_eq!(tied("said", |l| l.content), "the bridge is old");
        assert_eq!(tied("warned", |l| l.source), "Nils Lunt");
        assert_eq!(tied("warned", |l| l.content), "that the road is closed");
    }

    #[test]
    fn a_paragraph_reads_the_same_beside_others_and_alone() {
        let text = text();
        let ((article, hints), net) = (article(&text), shipped(Level::new()));
        let together = net.read(&article, &hints);
        let sequences = input::sequences(&article.document);
        let mut alone = Reading::blank(&hints, &sequences, together.roles.len());
        for sequence in sequences {
            net.read_some((&article, &hints), &[sequence], &mut Run::default(), &mut alone);
        }
        assert_eq!(alone, together);
    }

    #[test]
    fn machines_without_wide_vectors_read_the_same() {
        let text = text();
        let (article, hints) = article(&text);
        let best = shipped(Level::new()).read(&article, &hints);
        assert_eq!(best, shipped(Level::baseline()).read(&article, &hints));
    }
}
