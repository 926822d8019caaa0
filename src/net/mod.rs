//! A small recurrent net that reads paragraphs: how likely is each token part of a source, a cue, a content?
//!
//! [`input`] says what the net is told of a token, [`hint`] what of it comes from the grammar, [`batch`] lays
//! paragraphs side by side, [`lstm`] is one direction of a layer, [`model`] the whole, [`vector`] the
//! arithmetic, and [`roles`] what comes out. The decisions on attributions ask for its answers beside the
//! grammar's.

pub(crate) mod batch;
mod file;
pub(crate) mod hint;
pub(crate) mod input;
pub(crate) mod lstm;
pub(crate) mod model;
mod roles;
pub(crate) mod vector;

use crate::WeightsError;
use crate::article::Article;
use batch::Batch;
use fearless_simd::{Level, dispatch};
use hint::Hints;
use input::Sequence;
use model::{Model, OUTPUTS, Run, shares};
pub(crate) use roles::Roles;
use std::cmp::Reverse;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A net, ready to read.
#[derive(Debug)]
pub(crate) struct Net {
    model: Model,
    level: Level,
    /// Memory of runs that have ended: to get it from the system again takes longer than to read a paragraph.
    spare: Mutex<Vec<Run>>,
}

/// Batches hold about so many tokens: what they need stays in the cache.
const BATCH: usize = 768;

impl Net {
    /// Makes a model ready.
    pub(crate) fn new(model: Model) -> Self {
        Self { model, level: Level::new(), spare: Mutex::default() }
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

    /// Reads the paragraphs of an article; what it says of each token.
    pub(crate) fn read(&self, article: &Article<'_>, hints: &Hints) -> Vec<Roles> {
        let mut roles = vec![Roles::default(); article.document.tokens.len()];
        let mut sequences = input::sequences(&article.document);
        sequences.sort_by_key(|s| Reverse(s.tokens.len()));
        let mut run = self.spare().pop().unwrap_or_default();
        let mut left = &sequences[..];
        while let Some(longest) = left.first() {
            let room = (BATCH / longest.tokens.len().max(1)).clamp(1, left.len());
            let some = left.split_off(..room).unwrap_or_default();
            self.read_some((article, hints), some, &mut run, &mut roles);
        }
        self.spare().push(run);
        roles
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
        roles: &mut [Roles],
    ) {
        let batch = Batch::new(sequences.iter().map(|s| s.tokens.clone()));
        let (model, mut rows) = (&self.model, Vec::new());
        let signal = run.input();
        for step in batch.steps() {
            for (&token, sequence) in batch.places[step].iter().zip(sequences) {
                let block = article.document.blocks[sequence.block as usize].kind;
                rows.clear();
                input::rows(article, hints, block, token, &model.words, &mut rows);
                model.add_rows(&rows, signal);
            }
        }
        dispatch!(self.level, simd => model.read(simd, &batch, run, |_| ()));
        for (&token, scores) in batch.places.iter().zip(run.scores.chunks_exact(OUTPUTS)) {
            roles[token as usize] = Roles::of(shares(scores));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
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
        let roles = shipped(Level::new()).read(&article, &hints);
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
    fn a_paragraph_reads_the_same_beside_others_and_alone() {
        let text = text();
        let ((article, hints), net) = (article(&text), shipped(Level::new()));
        let together = net.read(&article, &hints);
        let mut alone = vec![Roles::default(); together.len()];
        for sequence in input::sequences(&article.document) {
            net.read_some((&article, &hints), &[sequence], &mut Run::default(), &mut alone);
        }
        assert_eq!(alone, together);
    }

    #[test]
    fn machines_without_wide_vectors_read_almost_the_same() {
        let text = text();
        let (article, hints) = article(&text);
        let best = shipped(Level::new()).read(&article, &hints);
        let plain = shipped(Level::baseline()).read(&article, &hints);
        for (a, b) in best.iter().zip(&plain) {
            let pairs = [(a.source, b.source), (a.cue, b.cue), (a.content, b.content)];
            assert!(pairs.iter().all(|(a, b)| a.abs_diff(*b) <= 1), "{a:?} {b:?}");
        }
    }
}
