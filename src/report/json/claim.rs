//! The JSON form of claims and their framing.

use super::{SpanJson, View, thousandths};
use crate::claim::{FramingCategory, Ground};
use crate::{Claim, Framing, Voice};
use serde::Serialize;

/// The smallest stretch that can be checked.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ClaimJson {
    /// Its words.
    pub span: SpanJson,
    /// In whose voice it stands.
    pub voice: Voice,
    /// The number of the attribution that sources it.
    pub attribution: Option<u32>,
    /// 0 to 1: how much it asks to be checked.
    pub check_worthiness: f32,
    /// Why it does or does not; the weights and 0.2 add up to the check-worthiness, cut to 0 to 1.
    pub grounds: Vec<GroundJson>,
    /// Framing in the writer's voice within it, in order.
    pub framing: Vec<FramingJson>,
    /// 0 to 1: the strength of that framing.
    pub framing_score: f32,
}

/// A reason why a claim does or does not ask for a check.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct GroundJson {
    /// What it is.
    pub ground: Ground,
    /// −1 to 1: what it adds.
    pub weight: f32,
}

/// Words that frame.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FramingJson {
    /// The words.
    pub span: SpanJson,
    /// What they do.
    pub category: FramingCategory,
    /// The rule that reports them.
    pub rule: &'static str,
    /// 0 to 1: how strongly they frame.
    pub weight: f32,
}

impl View<'_> {
    pub(super) fn claim(&self, c: &Claim) -> ClaimJson {
        ClaimJson {
            span: self.span(c.span),
            voice: c.voice,
            attribution: c.attribution.map(|a| a.0),
            check_worthiness: thousandths(c.check_worthiness),
            grounds: c
                .grounds
                .iter()
                .map(|g| GroundJson { ground: g, weight: g.weight() })
                .collect(),
            framing: c.framing.iter().map(|f| self.framing(f)).collect(),
            framing_score: thousandths(c.framing_score),
        }
    }

    fn framing(&self, f: &Framing) -> FramingJson {
        FramingJson {
            span: self.span(f.span),
            category: f.category,
            rule: f.rule,
            weight: thousandths(f.weight),
        }
    }
}
