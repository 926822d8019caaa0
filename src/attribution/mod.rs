//! Attributions: who says, believes, wants or shows what, by which words.
//!
//! The [grammar](crate::Production) proposes; a small net reads the paragraph, unless the [`Mode`] is fast; weights
//! learned from marked news decide and give the confidence; an attribution says which production made it.
//!
//! `candidate` reads what a cue site may tie to what, `scales` weighs the proposals of each step, `decide` chooses
//! among whole candidates, and `settle` among those that lay claim to the same words.

pub(crate) mod candidate;
pub(crate) mod channel;
pub(crate) mod decide;
pub(crate) mod explain;
pub(crate) mod features;
pub(crate) mod find;
mod floor;
mod merge;
pub(crate) mod outer;
mod post;
mod reader;
mod repost;
mod scales;
mod settle;
mod signature;
mod title;
mod turn;
mod weights;
#[cfg(feature = "train")]
pub(crate) use weights::write as write_weights;

use crate::{EntityId, Span};
use serde::{Deserialize, Serialize};

/// The number of an attribution in its review, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct AttributionId(pub u32);

/// In whose words the content stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// All words of the content stand between quotation marks.
    Direct,
    /// Some do.
    Mixed,
    /// None does.
    Indirect,
}

/// What the source does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Act {
    /// Says or writes: said, announced, according to.
    Statement,
    /// Holds true: believes, fears, doubts.
    Belief,
    /// Means to do: plans, vows, refuses.
    Intention,
    /// Judges: praised, supports, criticized.
    Evaluation,
    /// Orders or decides: ruled, ordered, approved.
    Decree,
    /// Takes in: saw, heard, learned.
    Perception,
    /// Shows, as a poll or a document does: shows, suggests, indicates.
    Evidence,
}

/// The editorial colour of a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Stance {
    /// said, told, announced
    Neutral,
    /// claimed, insisted: the writer doubts it
    Doubting,
    /// admitted, confessed: the source is guilty
    Guilt,
    /// revealed, pointed out: the writer vouches for it
    Factive,
    /// praised, hailed
    Praise,
    /// slammed, blasted
    Attack,
    /// smiled, laughed: no verb of speech
    Manner,
}

/// The shape in which the grammar found an attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Production {
    /// `source cue content`: She said that it was old.
    SourceCueContent,
    /// `content cue source`: “It is old,” said Orr.
    ContentCueSource,
    /// `content source cue`: “It is old,” Orr said.
    ContentSourceCue,
    /// `content source cue content`: “It is,” Orr said, “old.”
    Split,
    /// `cue source content`: According to Orr, it is old. Said Orr: “It is old.”
    CueSourceContent,
    /// `according to`: a fixed phrase is the cue.
    Phrase,
    /// A noun is the cue: his view that it is old.
    NounCue,
    /// An adjective is the cue: she is confident that it is old.
    AdjectiveCue,
    /// `content cue [by source]`: It was called old by Orr.
    Passive,
    /// The cue is a participle that shares the main clause's source: …, adding that it was old.
    Participle,
    /// The cue shares the source of the cue before it: He said … and added …
    SharedSource,
    /// `source ":" content` and `content "―" source`.
    Mark,
    /// An embedded post: its account is the source.
    Post,
}

impl Production {
    /// What stands in which order, as the grammar writes it.
    ///
    /// ```
    /// assert_eq!(onrecord::Production::Split.pattern(), "content source cue content");
    /// ```
    pub fn pattern(self) -> &'static str {
        match self {
            Self::SourceCueContent => "source cue content",
            Self::ContentCueSource => "content cue source",
            Self::ContentSourceCue => "content source cue",
            Self::Split => "content source cue content",
            Self::CueSourceContent => "cue source content",
            Self::Phrase => "phrase source, content",
            Self::NounCue => "source noun content",
            Self::AdjectiveCue => "source \"be\" adjective content",
            Self::Passive => "content cue [\"by\" source]",
            Self::Participle => "clause, cue content",
            Self::SharedSource => "source cue content and cue content",
            Self::Mark => "source mark content",
            Self::Post => "post author",
        }
    }
}

/// The words that name a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// With determiners, titles and identifying appositions.
    pub span: Span,
    /// Whose words they are, as far as the article tells.
    pub entity: Option<EntityId>,
}

/// The words that tie a source to its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// One unbroken verb group, noun or phrase.
    pub span: Span,
    /// The lemma of its head, or the phrase: `say`, `view`, `according to`.
    pub lemma: String,
    /// Its editorial colour.
    pub stance: Stance,
}

/// One attribution.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Its number.
    pub id: AttributionId,
    /// In whose words.
    pub kind: Kind,
    /// What the source does.
    pub act: Act,
    /// The attribution whose content holds this one.
    pub parent: Option<AttributionId>,
    /// 0 to 1: how sure the weights are; less where two readings remain of whose words they are.
    pub confidence: f32,
    /// The shape in which it was found.
    pub production: Production,
    /// Who; none where the text has none (passives, headings).
    pub source: Option<Source>,
    /// By which words; none for posts and for quotations that no cue introduces.
    pub cue: Option<Cue>,
    /// What; several spans where it is broken, in order.
    pub content: Vec<Span>,
    /// How, when, where and to whom it was said.
    pub setting: Setting,
}

/// Attributions less sure than this are left out. Between 0.3 and 0.4 the F1 of relations on marked news hardly moves;
/// nearer to 0.3 more is found in news of other kinds.
pub const THRESHOLD: f32 = 0.33;

pub use channel::{Channel, Setting};
#[cfg(feature = "train")]
pub(crate) use reader::Knowledge;
pub use reader::Mode;
pub(crate) use reader::Reader;
#[cfg(feature = "train")]
pub(crate) use weights::Weights;

pub(crate) use find::find;
