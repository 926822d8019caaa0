//! The score: six parts and their mean, each 0 to 100.

use serde::Serialize;

/// The parts of a score, each 0 to 100; higher is better sourced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Parts {
    /// Check-worthy claims that have a source.
    pub attribution: u8,
    /// Attributed words whose source is named.
    pub identification: u8,
    /// How many sources the attributed words are spread over.
    pub diversity: u8,
    /// Attributed words that are verbatim.
    pub directness: u8,
    /// Freedom from framing in the writer's voice.
    pub neutrality: u8,
    /// Embedded posts that are whole, dated and introduced.
    pub citations: u8,
}

/// The score of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Score {
    /// Weighted mean of the parts, 0 to 100; none where the text is too short to score.
    pub overall: Option<u8>,
    /// The parts.
    pub parts: Parts,
}

use crate::Review;

/// The score of a review.
pub(crate) fn of(_review: &Review<'_>) -> Score {
    Score::default()
}
