//! The ledger: how many words each attribution answers for, and who speaks how much.

use crate::document::{Document, TokenKind};
use crate::{Act, Attribution, EntityId, Review, SourceClass};

/// For every attribution and token, who answers for which words.
///
/// A word that several attributions hold belongs to the first of them; attributions within the
/// content of another add nothing of their own.
#[derive(Debug, Clone)]
pub(crate) struct Ledger {
    /// Words of content, an attribution each.
    pub(crate) words: Vec<u32>,
    /// Those of them that stand between quotation marks.
    pub(crate) verbatim: Vec<u32>,
    /// Whether attributed content holds a token, a token each.
    pub(crate) attributed: Vec<bool>,
}

/// The source that says most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Dominant {
    /// Who.
    pub(crate) entity: EntityId,
    /// Attributions that are theirs.
    pub(crate) attributions: usize,
    /// Attributions of all sources that count.
    pub(crate) of: usize,
    /// Their share of the words of these, 0 to 1.
    pub(crate) share: f64,
}

impl Ledger {
    /// Reads the attributions of a review once.
    pub(crate) fn new(review: &Review<'_>) -> Self {
        let document = review.document();
        let count = review.attributions.len();
        let mut ledger = Self {
            words: vec![0; count],
            verbatim: vec![0; count],
            attributed: vec![false; document.tokens.len()],
        };
        for (i, attribution) in review.attributions.iter().enumerate() {
            if attribution.parent.is_none() {
                ledger.enter(document, i, attribution);
            }
        }
        ledger
    }

    fn enter(&mut self, document: &Document<'_>, i: usize, attribution: &Attribution) {
        for span in &attribution.content {
            for t in document.tokens_in(*span).range() {
                if std::mem::replace(&mut self.attributed[t], true) {
                    continue;
                }
                let token = &document.tokens[t];
                if token.kind.is_word() {
                    self.words[i] += 1;
                    self.verbatim[i] += u32::from(token.quoted);
                }
            }
        }
    }

    /// The source that says most, of those that can stand for a second one: people, bodies, groups
    /// and documents. What somebody wants or orders is not counted: it does not tell who told the
    /// writer.
    pub(crate) fn dominant(&self, review: &Review<'_>) -> Option<Dominant> {
        let mut spoken = vec![(0usize, 0u32); review.entities.len()];
        for (i, attribution) in review.attributions.iter().enumerate() {
            let slot = speaker(review, attribution).and_then(|e| spoken.get_mut(e.0 as usize));
            if let Some((attributions, words)) = slot {
                *attributions += 1;
                *words += self.words[i];
            }
        }
        let of = spoken.iter().map(|s| s.0).sum();
        let all: u32 = spoken.iter().map(|s| s.1).sum();
        let (entity, &(attributions, words)) =
            spoken.iter().enumerate().rev().max_by_key(|(_, s)| s.1)?;
        (words > 0).then(|| Dominant {
            entity: EntityId(entity as u32),
            attributions,
            of,
            share: f64::from(words) / f64::from(all),
        })
    }
}

/// Whether an act tells what its source says or knows, rather than wants or orders.
pub(crate) fn speaks(act: Act) -> bool {
    !matches!(act, Act::Intention | Act::Decree)
}

/// The entity that an attribution counts for, where it can stand as a source of its own.
pub(super) fn speaker(review: &Review<'_>, attribution: &Attribution) -> Option<EntityId> {
    if attribution.parent.is_some() || !speaks(attribution.act) {
        return None;
    }
    let entity = review.entity_of(attribution)?;
    let stands = match entity.class {
        SourceClass::Person | SourceClass::Organization | SourceClass::Account => true,
        SourceClass::Group => !entity.anonymous,
        SourceClass::Document => !is_own_words(review, attribution),
        _ => false,
    };
    stands.then_some(entity.id)
}

/// `Her remarks`, `Orr's testimony`: a document that is only somebody's own words.
fn is_own_words(review: &Review<'_>, attribution: &Attribution) -> bool {
    const WORDS: &[&str] = &[
        "address",
        "announcement",
        "approach",
        "comments",
        "remarks",
        "speech",
        "statement",
        "statements",
        "testimony",
        "words",
    ];
    let document = review.document();
    attribution.source.is_some_and(|source| {
        document.tokens_in(source.span).range().any(|t| {
            document.tokens[t].kind == TokenKind::Word
                && WORDS.iter().any(|w| document.word(t as u32).eq_ignore_ascii_case(w))
        })
    })
}
