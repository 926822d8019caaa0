//! Who the sources are: the entities behind the words that name them.
//!
//! [`cast`] collects the names of an article and tells people from organizations; [`phrase`] takes
//! the words of one source apart; [`resolve`] goes through the attributions in the order of the text
//! and ties each source to an entity. Nothing is known but what the article itself says; no list of
//! famous people, and no gender guessed from a name.

mod cast;
mod phrase;
mod resolve;

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

pub(crate) use resolve::resolve;
