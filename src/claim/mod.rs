//! Claims: the stretches of an article that can be checked, each with the voice that makes it.

mod clause;
mod framing;
mod furniture;
mod house;
pub(crate) use framing::cue::is_plain as is_plain_verb;
pub(crate) use framing::idiom::is_idiom;
pub(crate) use framing::inference::is_inference;
pub(crate) use house::HouseTerms;
mod ground;
mod summary;
mod voice;
mod words;
mod worth;

pub use ground::{Ground, Grounds};
pub use summary::{Difference, SummaryKind, SummaryLine, Verdict, compare};

use crate::article::Article;
use crate::embed::Embed;
use crate::{Attribution, AttributionId, Entity, Span};
use clause::{Piece, Splitter};
use framing::Trace;
use furniture::is_furniture;
use serde::Serialize;
use voice::{Owner, Owners};

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
    /// Asks the reader: why would anyone …?
    Question,
    /// Speaks as I or we, or tells the reader what to do.
    Person,
    /// Colours what a source says by its verb: claimed, admitted, slammed.
    Cue,
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
    /// 0 to 1: how much it asks to be checked, by its grounds.
    pub check_worthiness: f32,
    /// Why it does: figures, comparisons, causes, dates, laws and deeds; and why it does not: opinion,
    /// forecasts, questions and experience.
    pub grounds: Grounds,
    /// Framing in the writer's voice within it, in order and without overlap.
    pub framing: Vec<Framing>,
    /// 0 to 1: how strongly the writer frames, `1 − Π (1 − weight)` over its framing. Words too faint to be
    /// reported and the tone of the sentence (adverbs, absolutes, words to the reader …) add to it, and reach
    /// no more than 0.38 by themselves: from 0.39 on, there is a finding to show for it.
    pub framing_score: f32,
}

/// The writer's words are editorial where their framing is at least this strong.
const EDITORIAL: f32 = 0.3;

/// Splits an article into claims, in order and without overlap: all words of all its sentences, but for
/// bylines, captions, rows of tables and credits, of which only what a source says is one.
///
/// ```
/// use onrecord::{Checker, Voice};
/// let text = "The gate opened in May. Clearly, the mayor’s reckless plan failed.";
/// let review = Checker::default().review(text);
/// let voices: Vec<Voice> = review.claims.iter().map(|c| c.voice).collect();
/// assert_eq!(voices, [Voice::Unsourced, Voice::Editorial]);
/// assert_eq!(review.claims[1].framing[1].span.of(text), "reckless");
/// ```
pub fn split(
    article: &Article<'_>,
    attributions: &[Attribution],
    entities: &[Entity],
    embeds: &[Embed<'_>],
) -> Vec<Claim> {
    split_with(article, attributions, entities, embeds, None)
}

/// As [`split`], with a newsroom's own terms that frame.
pub(crate) fn split_with(
    article: &Article<'_>,
    attributions: &[Attribution],
    entities: &[Entity],
    embeds: &[Embed<'_>],
    house: Option<&HouseTerms>,
) -> Vec<Claim> {
    let owners = Owners::read(article, attributions, entities, embeds);
    let mut splitter = Splitter::new(article, &owners);
    let framing = framing::find(article, &owners, attributions, house);
    let mut framing = framing.as_slice();
    let mut claims = Vec::with_capacity(article.document.sentences.len() * 2);
    for sentence in &article.document.sentences {
        let block = article.document.blocks.get(sentence.block as usize);
        let furniture = block.is_some_and(|b| is_furniture(article.document.text, b));
        for piece in splitter.split(sentence) {
            let span = article.document.span(piece.tokens);
            let count = framing.iter().take_while(|t| t.starts_before(span.end)).count();
            let (here, rest) = framing.split_at(count);
            framing = rest;
            if !(furniture && piece.owner == Owner::Writer) {
                claims.push(claim(article, &owners, *piece, here));
            }
        }
    }
    claims
}

/// The names of the rules that report framing found by its words.
pub(crate) fn framing_rules() -> impl Iterator<Item = &'static str> + Clone {
    framing::NAMES.iter().copied()
}

/// The framing in quotations, by the newsroom's own terms too, for rules that are asked to look into them.
pub(crate) fn quoted_framing(article: &Article<'_>, house: Option<&HouseTerms>) -> Vec<Framing> {
    let document = &article.document;
    let is_quoted = |f: &Framing| {
        let tokens = document.tokens_in(f.span);
        document.tokens.get(tokens.start as usize).is_some_and(|t| t.quoted)
    };
    let found = framing::find(article, &Owners::nobodys(article), &[], house);
    found.into_iter().filter_map(framing::Trace::finding).filter(is_quoted).collect()
}

fn claim(article: &Article<'_>, owners: &Owners<'_>, piece: Piece, traces: &[Trace]) -> Claim {
    let span = article.document.span(piece.tokens);
    let (framing, framing_score) = framing::report(article, owners, traces, piece.tokens);
    let (voice, attribution) = match piece.owner {
        Owner::Attribution(id) => (Voice::Sourced, Some(id)),
        Owner::Post => (Voice::Sourced, None),
        Owner::Writer if judges(&framing) => (Voice::Editorial, None),
        Owner::Writer => (Voice::Unsourced, None),
    };
    let grounds = worth::grounds(article, piece, &framing);
    let check_worthiness = grounds.worth();
    Claim { span, voice, attribution, check_worthiness, grounds, framing, framing_score }
}

/// Whether the writer judges, infers, predicts or imputes.
fn judges(framing: &[Framing]) -> bool {
    let doubt: f32 =
        framing.iter().filter(|f| f.category.judges()).map(|f| 1.0 - f.weight).product();
    1.0 - doubt >= EDITORIAL
}

#[cfg(test)]
mod tests;
