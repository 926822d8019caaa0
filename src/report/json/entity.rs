//! The JSON form of entities: who the sources are.

use super::{SpanJson, View};
use crate::{Anonymity, Entity, SourceClass};
use serde::Serialize;

/// Who a source is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EntityJson<'r> {
    /// Its number in this review, from 0.
    pub id: u32,
    /// The fullest form of its name in the article, without titles.
    pub name: Option<&'r str>,
    /// What kind of source it is.
    pub class: SourceClass,
    /// An unnamed individual or informant.
    pub anonymous: bool,
    /// The office or affiliation, in the article's words.
    pub role: Option<&'r str>,
    /// Where the article first names it, as a source or not.
    pub first_mention: Option<SpanJson>,
    /// The number of the person or organization whose account it is; left out where none is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub owner: Option<u32>,
    /// Where the sources of attributions name it, in order.
    pub mentions: Vec<SpanJson>,
    /// Those of the mentions that may as well mean somebody else; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub doubtful: Vec<SpanJson>,
    /// What the article tells of an anonymous source; left out where it tells nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anonymity: Option<AnonymityJson>,
}

/// What an article tells of a source that it does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AnonymityJson {
    /// What places the source, such as "familiar with the plan".
    pub position: Option<SpanJson>,
    /// Why no name is given.
    pub reason: Option<SpanJson>,
    /// How many there are said to be.
    pub count: Option<u32>,
}

impl<'r> View<'r> {
    pub(super) fn entity(&self, e: &'r Entity) -> EntityJson<'r> {
        EntityJson {
            id: e.id.0,
            name: e.name.as_deref(),
            class: e.class,
            anonymous: e.anonymous,
            role: e.role.map(|r| r.of(self.text)),
            first_mention: e.first_mention.map(|s| self.span(s)),
            owner: e.owner.map(|o| o.0),
            mentions: self.spans(&e.mentions),
            doubtful: self.spans(&e.doubtful),
            anonymity: (e.anonymity != Anonymity::default()).then(|| self.anonymity(e.anonymity)),
        }
    }

    fn anonymity(&self, a: Anonymity) -> AnonymityJson {
        AnonymityJson {
            position: a.position.map(|s| self.span(s)),
            reason: a.reason.map(|s| self.span(s)),
            count: a.count,
        }
    }
}
