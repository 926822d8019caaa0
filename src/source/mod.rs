//! Who the sources are: the entities behind the words that name them.
//!
//! `run` finds the names of an article, with the help of `name_word`, and `role` what is said around
//! them; `cast` merges them into people and organizations, `namesake`s kept apart and `leftover`s
//! added; `discourse` tells whom pronouns, roles (`holder`) and plurals (`plural`) mean by who is in
//! `view`, by their `salience`; `phrase` takes the words of one source apart; `resolve` ties each
//! source to an entity, with the help of `named`, `reference`, `antecedent`, `body` and `anonymity`;
//! `account` tells whose accounts posts come from.
//! Nothing is known but what the article itself says; no list of famous people, and no gender guessed
//! from a name.

mod account;
mod anonymity;
mod antecedent;
mod body;
mod cast;
mod discourse;
mod holder;
mod leftover;
mod name_word;
mod named;
mod namesake;
mod phrase;
mod plural;
mod reference;
mod registry;
mod resolve;
mod role;
mod run;
mod salience;
mod view;

use crate::Span;
use serde::Serialize;

pub use anonymity::Anonymity;

/// The number of an entity in its review, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize)]
#[serde(transparent)]
pub struct EntityId(pub u32);

/// What kind of source an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
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
    #[default]
    Unclear,
}

/// A source, as far as the article itself tells who it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
    /// What the article tells of it where it is anonymous.
    pub anonymity: Anonymity,
    /// The office or affiliation that the article gives, in its words.
    pub role: Option<Span>,
    /// Where the article first names it, as a source or not.
    pub first_mention: Option<Span>,
    /// Whose account it is: the person or organization, among the sources, that has its name.
    pub owner: Option<EntityId>,
    /// Where the sources of attributions name it, in order.
    pub mentions: Vec<Span>,
    /// Those of the mentions that may as well mean somebody else.
    pub doubtful: Vec<Span>,
}

pub(crate) use phrase::head;
pub(crate) use resolve::resolve;
