//! Claims: the stretches of an article that can be checked, each with the voice that makes it.

use crate::{AttributionId, Span};
use serde::Serialize;

/// In whose voice a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// Within attributed content, or the attribution itself.
    Sourced,
    /// A statement of fact in the writer's voice.
    Unsourced,
    /// Evaluation, inference, prediction or imputed motive in the writer's voice.
    Editorial,
}

/// What a framing span does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FramingCategory {
    /// Tells the reader what an event means: underscores, marks a significant step.
    Significance,
    /// States a mind or motive as fact: signals its commitment.
    Motive,
    /// Foretells without a source: could establish, is poised to.
    Prediction,
    /// Praises: landmark, world-class.
    Peacock,
    /// Names with a label that takes a side: extremist, regime.
    Label,
    /// Comments by adverb: notably, clearly.
    Adverb,
    /// Strengthens: extremely, massive.
    Intensifier,
    /// Takes for granted: the root cause, the shared responsibility.
    Presupposition,
    /// Loaded words and contrasts.
    Loaded,
    /// Nobody is named who thinks so: growing concerns, many believe.
    Weasel,
    /// Doubts by quotation marks or "so-called".
    Doubt,
    /// Suggests a cause by order in time: just days after, amid.
    Cause,
}

/// Words that frame, in the writer's voice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Framing {
    /// The words.
    pub span: Span,
    /// What they do.
    pub category: FramingCategory,
    /// The name of the rule that reports them.
    pub rule: &'static str,
    /// 0 to 1: how strongly they frame.
    pub weight: f32,
}

/// The smallest stretch that can be checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Its words.
    pub span: Span,
    /// In whose voice.
    pub voice: Voice,
    /// The attribution that sources it.
    pub attribution: Option<AttributionId>,
    /// 0 to 1: how much it asks to be checked.
    pub check_worthiness: f32,
    /// Framing in the writer's voice within it, in order.
    pub framing: Vec<Framing>,
    /// 0 to 1: the strength of that framing.
    pub framing_score: f32,
}

use crate::Attribution;
use crate::article::Article;
use crate::embed::Embed;

/// Splits an article into claims.
pub(crate) fn split(
    _article: &Article<'_>,
    _attributions: &[Attribution],
    _embeds: &[Embed<'_>],
) -> Vec<Claim> {
    Vec::new()
}
