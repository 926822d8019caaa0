//! What every rule may ask of a review, computed once.

use super::event::{self, Event};
use super::marks::{self, Fault};
use super::named::Places;
use super::sentences::Sourced;
use super::suppress::Ignores;
use super::word_set::WordSet;
use super::{Basis, words};
use crate::claim::HouseTerms;
use crate::document::{Block, BlockKind, Document, Sentence};
use crate::lower::lower;
use crate::tagger::Tag;
use crate::{Attribution, Entity, Framing, Review, Span, claim, embed};
use std::borrow::Cow;
use std::cell::OnceCell;

/// A review and what follows from it at once.
pub(super) struct Context<'r, 't> {
    pub(super) review: &'r Review<'t>,
    pub(super) basis: Cow<'r, Basis>,
    /// What the text asks to leave out; known once the other rules have run.
    pub(super) ignores: Ignores,
    /// The newsroom's own terms that frame.
    pub(super) house: Option<&'r HouseTerms>,
    events: OnceCell<Vec<Event>>,
    quoted_framing: OnceCell<Vec<Framing>>,
    /// The words of posts, in order.
    posts: Vec<Span>,
    sourced: OnceCell<Sourced>,
    places: OnceCell<Places<'t>>,
    faults: OnceCell<Vec<(Fault, Span)>>,
}

impl<'r, 't> Context<'r, 't> {
    /// With a basis of its own.
    #[cfg(test)]
    pub(super) fn new(review: &'r Review<'t>) -> Self {
        Self::on(review, Cow::Owned(Basis::of(review)))
    }

    pub(super) fn on(review: &'r Review<'t>, basis: Cow<'r, Basis>) -> Self {
        Self {
            review,
            basis,
            events: OnceCell::new(),
            ignores: Ignores::default(),
            house: None,
            quoted_framing: OnceCell::new(),
            posts: embed::bodies(&review.embeds),
            sourced: OnceCell::new(),
            places: OnceCell::new(),
            faults: OnceCell::new(),
        }
    }

    /// Where each capitalised word stands.
    pub(super) fn places(&self) -> &Places<'t> {
        self.places.get_or_init(|| Places::of(self.document()))
    }

    /// The occasions that the writer names, looked for when they are first asked for.
    pub(super) fn events(&self) -> &[Event] {
        self.events.get_or_init(|| event::events(self))
    }

    /// The faults of quotation marks, looked for when they are first asked for.
    pub(super) fn faults(&self) -> &[(Fault, Span)] {
        self.faults.get_or_init(|| marks::faults(self.document()))
    }

    pub(super) fn document(&self) -> &'r Document<'t> {
        &self.review.article.document
    }

    /// The words of a span, as messages quote them.
    pub(super) fn quote(&self, span: Span) -> String {
        words::quote(span.of(self.review.text()))
    }

    /// Whether a span begins between quotation marks.
    pub(super) fn is_quoted(&self, span: Span) -> bool {
        let tokens = self.document().tokens_in(span);
        self.document().tokens.get(tokens.start as usize).is_some_and(|t| t.quoted)
    }

    /// Where somebody is a source, read when it is first asked for.
    pub(super) fn sourced(&self) -> &Sourced {
        self.sourced.get_or_init(|| Sourced::read(self))
    }

    /// Whether a token is one of some words, in any case.
    pub(super) fn is_any(&self, token: u32, words: &WordSet) -> bool {
        words.holds(self.document().word(token))
    }

    /// Framing in quotations, looked for when it is first asked for.
    pub(super) fn quoted_framing(&self) -> &[Framing] {
        let find = || claim::quoted_framing(&self.review.article, self.house);
        self.quoted_framing.get_or_init(find)
    }

    /// Whether a cue tells what was done: no modal, infinitive or negation, as in `could reveal`,
    /// `to admit`, `did not confirm`.
    pub(super) fn is_done(&self, cue: Span) -> bool {
        let tokens = self.document().tokens_in(cue);
        let open = |t| matches!(self.review.article.tag(t), Tag::Md | Tag::To);
        let denied = |t| matches!(self.document().word(t), "not" | "n't" | "n’t" | "never");
        !(tokens.start..tokens.end).any(|t| open(t) || denied(t))
    }

    /// The block that holds a byte position.
    pub(super) fn block_at(&self, at: u32) -> Option<&'r Block> {
        self.document().blocks.get(self.block_index(at)?)
    }

    /// The number of the block that holds a byte position.
    pub(super) fn block_index(&self, at: u32) -> Option<usize> {
        let blocks = &self.document().blocks;
        let next = blocks.partition_point(|b| b.span.start <= at);
        next.checked_sub(1).filter(|&i| at < blocks[i].span.end)
    }

    /// Whether a byte position lies in the words of an embedded post.
    pub(super) fn is_post(&self, at: u32) -> bool {
        embed::holder(&self.posts, at).is_some()
    }

    /// The sentences of paragraphs, in order.
    pub(super) fn body_sentences(&self) -> impl Iterator<Item = &'r Sentence> {
        let document = self.document();
        document
            .sentences
            .iter()
            .filter(|s| matches!(document.blocks[s.block as usize].kind, BlockKind::Paragraph))
    }

    /// Tokens of running text and lists that are the writer's own words, in order.
    pub(super) fn own_tokens(&self) -> impl Iterator<Item = u32> + use<'r, 't> {
        let document: &'r Document<'t> = &self.review.article.document;
        document
            .blocks
            .iter()
            .filter(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::Bullet))
            .flat_map(|b| b.tokens.start..b.tokens.end)
            .filter(|&t| !document.tokens[t as usize].quoted)
    }

    /// A token's words in lower case.
    pub(super) fn lower(&self, token: u32) -> Cow<'t, str> {
        lower(self.document().word(token))
    }

    /// How messages call an entity: its name, or the words that first name it.
    pub(super) fn name_of(&self, entity: &Entity) -> String {
        match (&entity.name, entity.mentions.first()) {
            (Some(name), _) => name.clone(),
            (None, Some(&mention)) => self.quote(mention),
            (None, None) => "one source".to_owned(),
        }
    }

    /// How messages call the source of an attribution.
    pub(super) fn source_name(&self, attribution: &Attribution) -> String {
        if let Some(name) = self.review.entity_of(attribution).and_then(|e| e.name.clone()) {
            return name;
        }
        match attribution.source {
            Some(source) => self.quote(source.span),
            None => "the source".to_owned(),
        }
    }
}
