//! Parties: countries and bodies that a story is about, and that could have been asked.

use super::Context;
use super::ledger::speaks;
use super::word_set::WordSet;
use crate::lexicon::nation;
use crate::lower::lower;
use crate::tagger::Tag;
use crate::{EntityId, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A country, or a body by the noun that names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Party {
    Nation(&'static str),
    Body(&'static str),
}

/// How often, where and how a party is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mentions {
    /// How often.
    pub(super) count: usize,
    /// Where first.
    pub(super) first: Span,
    /// Whether it is named as a counterpart: `with X`, `between X and Y`, or by the one who speaks.
    pub(super) counterpart: bool,
}

/// Bodies that answer when they are asked, by the last word of their names.
const BODIES: &[&str] = &[
    "administration",
    "agency",
    "assembly",
    "association",
    "authority",
    "board",
    "cabinet",
    "coalition",
    "commission",
    "committee",
    "company",
    "congress",
    "consortium",
    "contractor",
    "corporation",
    "council",
    "department",
    "developer",
    "federation",
    "firm",
    "foundation",
    "government",
    "guild",
    "inspectorate",
    "insurer",
    "landlord",
    "legislature",
    "ministry",
    "operator",
    "opposition",
    "parliament",
    "regulator",
    "senate",
    "subsidiary",
    "supplier",
    "union",
    "university",
    "utility",
];

/// Words before a name that set it against somebody.
const COUNTERPART: WordSet = WordSet::of(&["against", "between", "with"]);

/// The parties that the writer names, but for those that speak.
pub(super) fn silent(context: &Context<'_, '_>, speaker: EntityId) -> BTreeMap<Party, Mentions> {
    let spoken = spoken_for(context, speaker);
    let mut found = BTreeMap::new();
    for token in context.own_tokens() {
        let Some((party, tokens)) = party_at(context, token) else { continue };
        if spoken.contains(&party) {
            continue;
        }
        let span = context
            .document()
            .span(crate::document::TokenSpan { start: token, end: token + tokens });
        let mentions =
            found.entry(party).or_insert(Mentions { count: 0, first: span, counterpart: false });
        mentions.count += 1;
        mentions.counterpart |=
            context.basis.ledger.attributed[token as usize] || follows_counterpart(context, token);
    }
    found
}

/// Words of deals and disputes: a story whose opening holds none has no sides.
const DEALINGS: WordSet = WordSet::of(&[
    "accord",
    "accused",
    "accuses",
    "agreement",
    "arbitration",
    "bilateral",
    "boycott",
    "ceasefire",
    "conflict",
    "contract",
    "cooperation",
    "deal",
    "delegation",
    "diplomatic",
    "dispute",
    "feud",
    "lawsuit",
    "negotiations",
    "offer",
    "pact",
    "partnership",
    "sale",
    "sanctions",
    "sell",
    "settlement",
    "strike",
    "sued",
    "sues",
    "summit",
    "talks",
    "tariffs",
    "treaty",
    "truce",
    "war",
]);

/// So many blocks open a story.
const OPENING: usize = 4;

/// The headline and first paragraphs, where they tell of a deal or a dispute.
pub(super) fn opening(context: &Context<'_, '_>) -> Option<Span> {
    let blocks = context.document().blocks.get(..OPENING.min(context.document().blocks.len()))?;
    let (first, last) = (blocks.first()?, blocks.last()?);
    let deals = (first.tokens.start..last.tokens.end).any(|t| context.is_any(t, &DEALINGS));
    deals.then(|| first.span.join(last.span))
}

/// The parties in the words that name sources and their offices.
fn spoken_for(context: &Context<'_, '_>, speaker: EntityId) -> BTreeSet<Party> {
    let review = context.review;
    let sources = review.attributions.iter().filter(|a| speaks(a.act));
    let roles = review.entities.iter().filter(|e| e.id == speaker).filter_map(|e| e.role);
    let spans = sources.filter_map(|a| a.source).map(|s| s.span).chain(roles);
    let document = context.document();
    spans
        .map(|span| document.tokens_in(span))
        .flat_map(|tokens| tokens.start..tokens.end)
        .filter_map(|t| party_at(context, t))
        .map(|(party, _)| party)
        .collect()
}

/// The party that a token names, with how many tokens.
fn party_at(context: &Context<'_, '_>, token: u32) -> Option<(Party, u32)> {
    let tag = context.review.article.tag(token);
    let word = context.document().word(token);
    if word.starts_with(char::is_uppercase)
        && let Some(found) = nation_at(context, token)
    {
        return Some(found);
    }
    if !matches!(tag, Tag::Nn | Tag::Nnp) {
        return None;
    }
    let at = BODIES.binary_search(&&*lower(word)).ok()?;
    let held = tag == Tag::Nnp || is_definite(context, token);
    held.then_some((Party::Body(BODIES[at]), 1))
}

fn nation_at(context: &Context<'_, '_>, token: u32) -> Option<(Party, u32)> {
    let mut name = context.lower(token).into_owned();
    if matches!(name.as_str(), "u.s." | "u.s" | "us" | "america") {
        let country = context.document().word(token) != "Us";
        return country.then_some((Party::Nation("United States"), 1));
    }
    if let Some(country) = nation(&name) {
        return Some((Party::Nation(country), 1));
    }
    name.push(' ');
    name.push_str(&context.lower(token + 1));
    nation(&name).map(|country| (Party::Nation(country), 2))
}

/// `the council`, `the town's water board`, `its union`.
fn is_definite(context: &Context<'_, '_>, token: u32) -> bool {
    let before = (token.saturating_sub(4)..token).rev();
    for t in before {
        match context.review.article.tag(t) {
            Tag::PrpS | Tag::Pos => return true,
            Tag::Dt => return matches!(&*context.lower(t), "the" | "this" | "that"),
            tag if tag.is_noun() || tag.is_adjective() => {}
            _ => return false,
        }
    }
    false
}

/// `with`, `with the`, `between Orland and`.
fn follows_counterpart(context: &Context<'_, '_>, token: u32) -> bool {
    (token.saturating_sub(4)..token).rev().any(|t| context.is_any(t, &COUNTERPART))
}

/// Words that tell that somebody was asked, or did not answer.
const REPLYING: WordSet = WordSet::of(&[
    "comment",
    "declined",
    "n't",
    "not",
    "n’t",
    "reached",
    "refused",
    "replied",
    "reply",
    "request",
    "requested",
    "requests",
    "respond",
    "responded",
]);

/// Whether somebody was asked and the article says what became of it.
pub(super) fn was_asked(context: &Context<'_, '_>) -> bool {
    context.document().sentences.iter().any(|sentence| {
        let (mut asked, mut silent, mut reply) = (false, false, false);
        for t in sentence.tokens.start..sentence.tokens.end {
            if !context.is_any(t, &REPLYING) {
                continue;
            }
            match &*context.lower(t) {
                "declined" | "refused" | "request" | "requests" | "requested" => asked = true,
                "not" | "n't" | "n’t" => silent = true,
                "comment" => reply = true,
                "respond" | "responded" | "reply" | "replied" | "reached" if silent => return true,
                _ => {}
            }
        }
        reply && (asked || silent)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::testing::Draft;

    #[test]
    fn bodies_are_sorted() {
        assert!(BODIES.is_sorted());
    }

    #[test]
    fn counts_a_country_with_its_people() {
        let review = Draft::new(
            "Before it rains.\n\nTalks with Norway went on. Norwegian envoys met the union.",
        )
        .review();
        let found = silent(&Context::new(&review), EntityId(0));
        let norway = found[&Party::Nation("Norway")];
        assert_eq!((norway.count, norway.counterpart), (2, true));
        assert_eq!(found[&Party::Body("union")].count, 1);
    }

    #[test]
    fn knows_that_somebody_was_asked() {
        let asked = |text| was_asked(&Context::new(&Draft::new(text).review()));
        assert!(asked("The firm declined to comment."));
        assert!(asked("The firm did not respond to questions."));
        assert!(asked("The firm could not be reached on Monday."));
        assert!(!asked("The firm commented on its plans at length."));
    }
}
