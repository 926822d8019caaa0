//! The JSON form of a review, `onrecord.review/1`.

mod attribution;
mod claim;
mod diagnostic;
mod embed;
mod entity;
mod meta;
mod score;
mod summary;

pub use attribution::{AttributionJson, CueJson, SourceJson};
pub use claim::{ClaimJson, FramingJson, GroundJson};
pub use diagnostic::{DiagnosticJson, RelatedJson};
pub use embed::EmbedJson;
pub use entity::{AnonymityJson, EntityJson};
pub use meta::MetaJson;
pub use score::{ScoreGroundJson, ScoreJson};
pub use summary::{DifferenceJson, SummaryLineJson};

use crate::{OffsetMap, Offsets, Review, Span, Stats};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// The name and version of the form.
pub const SCHEMA: &str = "onrecord.review/1";

/// A half-open span in the review's unit, counted from the start of the text as it was given.
pub type SpanJson = [u32; 2];

/// A review as JSON; made by [`Review::json`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ReviewJson<'r> {
    /// The name and version of this form.
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    pub schema: &'static str,
    /// What the input calls the article.
    pub id: &'r str,
    /// The unit of every span.
    pub offsets: Offsets,
    /// What the page says of the article beside its text; left out where it says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meta: Option<MetaJson<'r>>,
    /// Who said what, in the order of the text.
    pub attributions: Vec<AttributionJson<'r>>,
    /// Who the sources are.
    pub entities: Vec<EntityJson<'r>>,
    /// Posts from social media.
    pub embeds: Vec<EmbedJson<'r>>,
    /// The smallest stretches that can be checked, in order.
    pub claims: Vec<ClaimJson>,
    /// Headline, standfirst and bullets, held against the body.
    pub summary: Vec<SummaryLineJson>,
    /// What the rules found, in the order of the text.
    pub diagnostics: Vec<DiagnosticJson<'r>>,
    /// The score.
    pub score: ScoreJson<'r>,
    /// Counts.
    pub stats: Stats,
}

/// A passage, in several spans where it is broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PassageJson<'r> {
    /// Where it stands.
    pub spans: Vec<SpanJson>,
    /// The words of the spans, joined by " … ".
    pub text: Cow<'r, str>,
}

impl Review<'_> {
    /// The review as JSON: `id` is what the input calls the article, `offsets` the unit of spans.
    ///
    /// ```
    /// use onrecord::{Checker, Offsets};
    /// let review = Checker::default().review("It is old.");
    /// let json = serde_json::to_value(review.json("bridge", Offsets::Utf16)).unwrap();
    /// assert_eq!(json["id"], "bridge");
    /// assert_eq!(json["offsets"], "utf16");
    /// assert_eq!(json["stats"]["words"], 3);
    /// ```
    pub fn json<'r>(&'r self, id: &'r str, offsets: Offsets) -> ReviewJson<'r> {
        let map = OffsetMap::new(self.source(), offsets);
        let view = View { review: self, text: self.text(), map };
        ReviewJson {
            schema: SCHEMA,
            id,
            offsets,
            meta: self.page.and_then(|page| MetaJson::new(page.meta())),
            attributions: self.attributions.iter().map(|a| view.attribution(a)).collect(),
            entities: self.entities.iter().map(|e| view.entity(e)).collect(),
            embeds: self.embeds.iter().map(|e| view.embed(e)).collect(),
            claims: self.claims.iter().map(|c| view.claim(c)).collect(),
            summary: self.summary.iter().map(|l| view.summary_line(l)).collect(),
            diagnostics: self.diagnostics.iter().map(|d| view.diagnostic(d)).collect(),
            score: view.score(&self.score),
            stats: self.stats,
        }
    }
}

/// As [`Review::json`] with the id `article` and spans in code points.
impl Serialize for Review<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json("article", Offsets::Chars).serialize(serializer)
    }
}

/// Turns the parts of a review into their JSON forms.
struct View<'r> {
    review: &'r Review<'r>,
    text: &'r str,
    /// Offsets of the source in the unit asked for.
    map: OffsetMap<'r>,
}

impl<'r> View<'r> {
    fn passage(&self, spans: &[Span]) -> Option<PassageJson<'r>> {
        let text = match spans {
            [] => return None,
            [span] => Cow::Borrowed(span.of(self.text)),
            spans => {
                let pieces: Vec<_> = spans.iter().map(|s| s.of(self.text)).collect();
                Cow::Owned(pieces.join(" … "))
            }
        };
        Some(PassageJson { spans: self.spans(spans), text })
    }

    /// A span of the text, in the source.
    fn span(&self, span: Span) -> SpanJson {
        self.map.span(self.review.in_source(span))
    }

    fn spans(&self, spans: &[Span]) -> Vec<SpanJson> {
        spans.iter().map(|s| self.span(*s)).collect()
    }
}

/// Three decimals: more would tell nothing and cost bytes.
fn thousandths(x: f32) -> f32 {
    (x * 1000.0).round() / 1000.0
}
