//! The JSON form of attributions: who said what, by which words.

use super::{PassageJson, SpanJson, View, thousandths};
use crate::{Act, Attribution, Channel, Cue, Kind, Production, Source, Stance};
use serde::Serialize;

/// Who said what, by which words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AttributionJson<'r> {
    /// Its number in this review, from 0.
    pub id: u32,
    /// In whose words the content stands.
    pub kind: Kind,
    /// What the source does.
    pub act: Act,
    /// The shape in which the grammar found it.
    pub production: Production,
    /// The attribution whose content holds this one.
    pub parent: Option<u32>,
    /// 0 to 1: how sure the weights are.
    pub confidence: f32,
    /// Who; null where the text has none.
    pub source: Option<SourceJson<'r>>,
    /// By which words; null where the text has none.
    pub cue: Option<CueJson<'r>>,
    /// What; null where the text has none.
    pub content: Option<PassageJson<'r>>,
    /// How it came to the writer.
    pub channel: Channel,
    /// When it was said, where the sentence tells: "on Tuesday".
    pub when: Option<SpanJson>,
    /// Where or on what occasion: "at a rally in Ohio".
    pub place: Option<SpanJson>,
    /// To whom: "reporters" of "told reporters".
    pub recipient: Option<SpanJson>,
}

/// The words that name a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SourceJson<'r> {
    /// Where they stand.
    pub spans: Vec<SpanJson>,
    /// The words themselves.
    pub text: &'r str,
    /// The number of the entity that they stand for.
    pub entity: Option<u32>,
}

/// The words that tie a source to its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CueJson<'r> {
    /// Where they stand.
    pub spans: Vec<SpanJson>,
    /// The words themselves.
    pub text: &'r str,
    /// The lemma of their head, or the phrase.
    pub lemma: &'r str,
    /// Their editorial colour.
    pub stance: Stance,
}

impl<'r> View<'r> {
    pub(super) fn attribution(&self, a: &'r Attribution) -> AttributionJson<'r> {
        AttributionJson {
            id: a.id.0,
            kind: a.kind,
            act: a.act,
            production: a.production,
            parent: a.parent.map(|p| p.0),
            confidence: thousandths(a.confidence),
            source: a.source.as_ref().map(|s| self.source(s)),
            cue: a.cue.as_ref().map(|c| self.cue(c)),
            content: self.passage(&a.content),
            channel: a.setting.channel,
            when: a.setting.when.map(|s| self.span(s)),
            place: a.setting.place.map(|s| self.span(s)),
            recipient: a.setting.recipient.map(|s| self.span(s)),
        }
    }

    fn source(&self, source: &Source) -> SourceJson<'r> {
        SourceJson {
            spans: vec![self.span(source.span)],
            text: source.span.of(self.text),
            entity: source.entity.map(|e| e.0),
        }
    }

    fn cue(&self, cue: &'r Cue) -> CueJson<'r> {
        CueJson {
            spans: vec![self.span(cue.span)],
            text: cue.span.of(self.text),
            lemma: &cue.lemma,
            stance: cue.stance,
        }
    }
}
