//! Learning the weights again from marked corpora, and measuring them.

mod accept;
pub mod attribution;
mod conll;
mod lesson;
mod linear;
mod lottery;
mod measure;
mod net;
mod perceptron;
mod recase;
mod syntax;
pub mod tagger;

pub use attribution::Measured;
pub use syntax::Parses;

use crate::eval::{self, GoldArticle};
use crate::tagger::Tagger;
use crate::weights::Parts;
use net::PARTS;
use std::collections::HashSet;
use std::path::PathBuf;

use thiserror::Error;

/// Why nothing could be learned or measured.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum TrainError {
    /// A file of the corpus cannot be read.
    #[error("{}: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A line of the corpus is not what its format says.
    #[error("{}: line {line}: {what}", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        what: &'static str,
    },
    /// Marked articles cannot be read.
    #[error(transparent)]
    Gold(#[from] crate::eval::EvalError),
    /// The weights cannot be used.
    #[error(transparent)]
    Weights(#[from] crate::WeightsError),
}

/// What weights are learned from.
#[derive(Debug, Clone, Default)]
pub struct Corpora {
    /// The folder that holds `polnear/train` and `ud`.
    pub folder: PathBuf,
    /// More marked articles, as [`eval::read`] takes them: JSON Lines with `text/` beside them, folders in
    /// brat's standoff form, or short texts in TOML. The tagger does not learn from them.
    pub more: Vec<PathBuf>,
    /// Whether to tell, too, how well articles are read that were not learned from: the articles are dealt into four
    /// parts, and each is read by weights that were learned from the others.
    pub measure: bool,
}

/// What was learned.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Learned {
    /// The file of weights.
    pub weights: Vec<u8>,
    /// How well other articles are read, where [`Corpora::measure`] asked for it.
    pub measured: Option<Measured>,
}

/// Learns every weight that the library uses; the same file from the same corpora, on the same kind of
/// machine. `progress` hears what is being done.
///
/// # Errors
/// A file that cannot be read, or a line that is not what its format says.
pub fn train(corpora: &Corpora, progress: &mut dyn FnMut(&str)) -> Result<Learned, TrainError> {
    let mut articles = eval::read(&corpora.folder.join("polnear/train/gold.jsonl"), None)?;
    for path in &corpora.more {
        articles.extend(eval::read(path, None)?);
    }
    progress("the tagger");
    let corpus = tagger::Corpus::read(&corpora.folder)?;
    let tagger = corpus.learn(&HashSet::new(), &mut |p: tagger::Progress| {
        let right = 100.0 - 100.0 * p.mistakes as f64 / p.words.max(1) as f64;
        progress(&format!("  epoch {} of {}: {right:.2} % right", p.epoch, p.epochs));
    });
    progress("taggers that leave articles out");
    let strangers = strangers(&corpus, &articles)?;
    progress("attributions");
    let parses = Parses::read(&corpora.folder.join("polnear/train"))?;
    let mut tell = |p: &str| progress(&format!("  {p}"));
    let learned = attribution::train(&articles, &parses, &strangers, corpora.measure, &mut tell);
    let parts =
        Parts { tagger: &tagger, fast: &learned.fast, net: &learned.net, full: &learned.full };
    Ok(Learned { weights: parts.join(), measured: learned.measured })
}

/// Taggers that know all but a part of the articles each: number n did not learn from those whose number leaves n
/// when it is divided by [`PARTS`]. A tagger errs less on what it learned from, and what learns from its tags should
/// see the errors that there will be (jackknifing).
fn strangers(corpus: &tagger::Corpus, articles: &[GoldArticle]) -> Result<Vec<Tagger>, TrainError> {
    let learn = |part: usize| {
        let left_out = articles.iter().skip(part).step_by(PARTS).map(|a| a.id.as_str()).collect();
        corpus.learn(&left_out, &mut |_| ())
    };
    let files: Vec<Vec<u8>> = std::thread::scope(|scope| {
        let learn = &learn;
        let all: Vec<_> = (0..PARTS).map(|part| scope.spawn(move || learn(part))).collect();
        all.into_iter().map(|one| one.join().expect("learning does not panic")).collect()
    });
    files.iter().map(|file| Ok(Tagger::from_weights(file)?)).collect()
}
