//! Who the sources are: the entities behind the words that name them.

use crate::Span;
use serde::Serialize;

/// The number of an entity in its review, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct EntityId(pub u32);

/// What kind of source an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SourceClass {
    /// A named person.
    Person,
    /// An organization; states, courts and campaigns too.
    Organization,
    /// Several people without names.
    Group,
    /// A poll, a report, a filing.
    Document,
    /// An account on a platform.
    Account,
    /// One person without a name.
    UnnamedPerson,
    /// The writer, generic I or we.
    Author,
    /// None of these can be told.
    Unclear,
}

/// A source, as far as the article itself tells who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Its number.
    pub id: EntityId,
    /// The fullest form of its name in the article, without titles or a leading "the"; several
    /// people are joined with "; "; none for groups, unnamed people and the author.
    pub name: Option<String>,
    /// What kind of source it is.
    pub class: SourceClass,
    /// An unnamed individual or informant: an official, an aide, critics, experts.
    pub anonymous: bool,
    /// The office or affiliation that the article gives, in its words.
    pub role: Option<Span>,
    /// Where the sources of attributions name it, in order.
    pub mentions: Vec<Span>,
}

use crate::Attribution;
use crate::article::Article;
use crate::embed::Embed;

/// Finds out whose words each attribution's source stands for.
pub(crate) fn resolve(
    _article: &Article<'_>,
    _embeds: &[Embed<'_>],
    _attributions: &mut [Attribution],
) -> Vec<Entity> {
    Vec::new()
}
