//! The JSON form of claims and their framing.

use super::{SpanJson, View, thousandths};
use crate::claim::FramingCategory;
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
    /// Framing in the writer's voice within it, in order.
    pub framing: Vec<FramingJson>,
    /// 0 to 1: the strength of that framing.
    pub framing_score: f32,
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
}

impl View<'_> {
    pub(super) fn claim(&self, c: &Claim) -> ClaimJson {
        ClaimJson {
            span: self.span(c.span),
            voice: c.voice,
            attribution: c.attribution.map(|a| a.0),
            check_worthiness: thousandths(c.check_worthiness),
            framing: c.framing.iter().map(|f| self.framing(f)).collect(),
            framing_score: thousandths(c.framing_score),
        }
    }

    fn framing(&self, f: &Framing) -> FramingJson {
        FramingJson { span: self.span(f.span), category: f.category, rule: f.rule }
    }
}
