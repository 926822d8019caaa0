//! What can go wrong before anything is measured.

use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why marked articles or reviews cannot be read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum EvalError {
    /// A file or folder cannot be read.
    #[error("{}: {source}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A line is not what its format says.
    #[error("{}: line {line}: {what}", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        what: String,
    },
}

impl EvalError {
    pub(super) fn read(path: &Path, source: io::Error) -> Self {
        Self::Read { path: path.to_owned(), source }
    }

    /// `number` counts from 0.
    pub(super) fn malformed(path: &Path, number: usize, what: impl Into<String>) -> Self {
        Self::Malformed { path: path.to_owned(), line: number + 1, what: what.into() }
    }
}
