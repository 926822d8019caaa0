//! The JSON form of the score.

use super::{SpanJson, View};
use crate::score::{Ground, Part, Parts, Score};
use serde::Serialize;
use std::borrow::Cow;

/// The score of an article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ScoreJson<'r> {
    /// Weighted mean of the parts, 0 to 100; null where the text is too short to score.
    pub overall: Option<u8>,
    /// The parts; null where the text is too short to score.
    pub parts: Option<Parts>,
    /// What keeps the overall score from 100, the gravest first.
    pub grounds: Vec<ScoreGroundJson<'r>>,
}

/// Why points are missing.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ScoreGroundJson<'r> {
    /// The part that it lowers.
    pub part: Part,
    /// Points of the overall score that it costs, below 0, to a tenth.
    pub points: f32,
    /// What it is.
    pub message: Cow<'r, str>,
    /// The words that it is about, in order; none where the article as a whole is meant.
    pub spans: Vec<SpanJson>,
}

impl<'r> View<'r> {
    pub(super) fn score(&self, score: &'r Score) -> ScoreJson<'r> {
        let ground = |ground: &'r Ground| ScoreGroundJson {
            part: ground.part,
            points: (ground.points * 10.0).round() / 10.0,
            message: Cow::Borrowed(&ground.message),
            spans: self.spans(&ground.spans),
        };
        ScoreJson {
            overall: score.overall,
            parts: score.parts,
            grounds: score.grounds.iter().map(ground).collect(),
        }
    }
}
