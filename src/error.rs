//! What can go wrong before a text is reviewed.

use thiserror::Error;

/// Why an input cannot be reviewed.
///
/// ```
/// use onrecord::{Checker, Error, Settings};
/// let checker = Checker::new(Settings { max_bytes: 4, ..Settings::default() });
/// assert_eq!(checker.try_review("12345").unwrap_err(), Error::TooLong { bytes: 5, limit: 4 });
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is longer than the settings allow.
    #[error("the text is {bytes} bytes long; at most {limit} are reviewed")]
    TooLong {
        /// Length of the text in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// The bytes are not UTF-8.
    #[error("not UTF-8: byte {offset} (line {line}) cannot be read")]
    NotUtf8 {
        /// Offset of the first bad byte.
        offset: usize,
        /// Its line, from 1.
        line: usize,
    },
}
