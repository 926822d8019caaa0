//! Learning the weights again from marked corpora, and measuring them.

pub mod attribution;
mod conll;
mod linear;
mod perceptron;
mod recase;
pub mod tagger;

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
    Weights(#[from] crate::tagger::WeightsError),
}
