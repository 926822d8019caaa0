//! The ledger: how many words each attribution answers for, and who speaks how much.

use crate::document::Document;
use crate::tagger::Tag;
use crate::{Act, Attribution, Entity, EntityId, Review, SourceClass, Span};
use std::collections::HashMap;

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

/// What an entity says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Spoken {
    /// Attributions.
    pub(crate) attributions: usize,
    /// Words of their content.
    pub(crate) words: u32,
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

    /// What each entity says, an entity each: its attributions and their words. What somebody wants
    /// or orders is not counted, because it does not tell who told the writer.
    pub(crate) fn spoken(&self, review: &Review<'_>) -> Vec<Spoken> {
        let speakers = Speakers::new(review);
        let mut spoken = vec![Spoken::default(); review.entities.len()];
        for (i, attribution) in review.attributions.iter().enumerate() {
            let slot = speakers.of(attribution).and_then(|e| spoken.get_mut(e.0 as usize));
            if let Some(slot) = slot {
                slot.attributions += 1;
                slot.words += self.words[i];
            }
        }
        spoken
    }

    /// The source that says most, of those that can stand for a second one: unnamed ones cannot.
    pub(crate) fn dominant(&self, review: &Review<'_>) -> Option<Dominant> {
        let known = |e: &Entity| !e.anonymous && e.class != SourceClass::UnnamedPerson;
        let spoken = review.entities.iter().zip(self.spoken(review)).filter(|(e, _)| known(e));
        let (mut of, mut all, mut most) = (0, 0, None::<(EntityId, Spoken)>);
        for (entity, spoken) in spoken {
            of += spoken.attributions;
            all += spoken.words;
            if most.is_none_or(|(_, most)| spoken.words > most.words) {
                most = Some((entity.id, spoken));
            }
        }
        let (entity, spoken) = most.filter(|(_, spoken)| spoken.words > 0)?;
        let share = f64::from(spoken.words) / f64::from(all);
        Some(Dominant { entity, attributions: spoken.attributions, of, share })
    }
}

/// Whether an act tells what its source says or knows, rather than wants or orders.
pub(crate) fn speaks(act: Act) -> bool {
    !matches!(act, Act::Intention | Act::Decree)
}

/// Tells for which entity an attribution counts.
struct Speakers<'r, 't> {
    review: &'r Review<'t>,
    /// People by the last word of their names.
    people: HashMap<&'r str, EntityId>,
}

impl<'r, 't> Speakers<'r, 't> {
    fn new(review: &'r Review<'t>) -> Self {
        let people = review.entities.iter().filter(|e| e.class == SourceClass::Person);
        let by_name = |e: &'r Entity| Some((e.name.as_deref()?.rsplit(' ').next()?, e.id));
        Self { review, people: people.filter_map(by_name).collect() }
    }

    /// The entity that an attribution counts for, where it says or knows something.
    fn of(&self, attribution: &Attribution) -> Option<EntityId> {
        if attribution.parent.is_some() || !speaks(attribution.act) {
            return None;
        }
        let entity = self.review.entity_of(attribution)?;
        match entity.class {
            SourceClass::Author | SourceClass::Unclear => None,
            // That somebody's deeds show something is the writer's inference.
            class if class != SourceClass::Document && attribution.act == Act::Evidence => None,
            SourceClass::Group | SourceClass::Organization | SourceClass::Document => {
                self.owner(attribution.source?.span, entity.id)
            }
            // An account speaks for whoever owns it.
            _ => Some(entity.owner.unwrap_or(entity.id)),
        }
    }

    /// What is no person is its own source, unless it is a thing of somebody's: Orr's mission counts
    /// for Orr; `her remarks` and `this gesture` count for nobody.
    fn owner(&self, source: Span, id: EntityId) -> Option<EntityId> {
        let document = self.review.document();
        let tokens = document.tokens_in(source);
        let word = |t| document.word(t);
        let own = |t: u32| OWN_WORDS.iter().any(|w| word(t).eq_ignore_ascii_case(w));
        if (tokens.start..tokens.end).any(own) || tokens.is_empty() {
            return None;
        }
        let tag = |t| self.review.article.tag(t);
        let pointed = DEMONSTRATIVES.iter().any(|w| word(tokens.start).eq_ignore_ascii_case(w));
        if tag(tokens.start) == Tag::PrpS || pointed {
            return None;
        }
        let mark = (tokens.start + 1..tokens.end).find(|&t| tag(t) == Tag::Pos);
        Some(mark.and_then(|t| self.people.get(word(t - 1)).copied()).unwrap_or(id))
    }
}

const DEMONSTRATIVES: &[&str] = &["that", "these", "this", "those"];

/// What is only somebody's own words, in the document's clothes.
const OWN_WORDS: &[&str] =
    &["address", "announcement", "comments", "remarks", "speech", "testimony", "words"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::testing::Draft;

    fn orr(text: &'static str) -> Draft {
        Draft::new(text).person("Ann Orr").says(0, "Orr", "said", "it is old")
    }

    #[test]
    fn counts_words_once() {
        let review = orr("Orr said it is old. “It is,” she said.").review();
        let ledger = Ledger::new(&review);
        assert_eq!((ledger.words[0], ledger.verbatim[0]), (3, 0));
        assert_eq!(ledger.attributed.iter().filter(|a| **a).count(), 3);
    }

    #[test]
    fn a_persons_things_are_no_second_source() {
        let attributed = |text, class, source| {
            let draft = orr(text).entity(None, class);
            let review = draft.says(1, source, "shows", "it is long").review();
            Ledger::new(&review).dominant(&review).map(|d| (d.entity.0, d.attributions, d.of))
        };
        let mission = "Orr said it is old. Orr’s mission shows it is long.";
        assert_eq!(
            attributed(mission, SourceClass::Organization, "Orr’s mission"),
            Some((0, 2, 2))
        );
        let remarks = "Orr said it is old. Her remarks shows it is long.";
        assert_eq!(attributed(remarks, SourceClass::Document, "Her remarks"), Some((0, 1, 1)));
        let report = "Orr said it is old. A report shows it is long.";
        assert_eq!(attributed(report, SourceClass::Document, "A report"), Some((0, 1, 2)));
    }

    #[test]
    fn wishes_and_orders_tell_no_source() {
        let text = "Orr said it is old. The council wants it gone.";
        let draft = orr(text).entity(Some("council"), SourceClass::Organization);
        let draft = draft.attribution(Some(1), "The council", "wants", "it gone", Act::Intention);
        let review = draft.review();
        assert_eq!(Ledger::new(&review).spoken(&review)[1], Spoken::default());
    }
}
