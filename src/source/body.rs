//! Bodies and documents by description: "the court", "the campaign", "the poll" after their names.

use super::cast::{Cast, Figure, MemberId, Mention};
use super::phrase::Phrase;
use crate::article::Article;
use crate::document::{BlockKind, TokenSpan};
use crate::lexicon::Facts;
use crate::lower::lower;
use std::collections::HashMap;

/// A description's name is sought among so many mentions before it, and after it in a lead.
const MENTIONS: usize = 60;
/// "The company" reaches so many tokens back.
const NEAR: u32 = 120;
/// So many words of a name or description are compared.
const LONGEST: u32 = 12;
/// A lead: the first so many blocks.
const LEAD: u32 = 5;

/// Phrases of a name and a common noun: the Orr campaign, a Pell University poll.
pub(super) struct Compounds {
    /// By the hash of the common noun, in the order of the text.
    by_head: HashMap<u32, Vec<TokenSpan>>,
}

impl Compounds {
    pub(super) fn of(article: &Article<'_>, cast: &Cast) -> Self {
        let mut by_head: HashMap<u32, Vec<TokenSpan>> = HashMap::new();
        let heads = Facts::ORGANIZATION.or(Facts::DOCUMENT);
        for mention in &cast.mentions {
            let end = mention.tokens.end;
            let head = (end..end + 3).take_while(|&t| article.tag(t).is_noun()).last();
            let Some(head) = head.filter(|&h| article.lexeme(h).facts.any(heads)) else { continue };
            if article.tag(head).is_proper() || in_title(article, head) {
                continue;
            }
            let span = TokenSpan { start: mention.name.start, end: head + 1 };
            by_head.entry(article.lexeme(head).hash).or_default().push(span);
        }
        Self { by_head }
    }

    /// The last one before a token; in a lead, the first one behind it.
    pub(super) fn find(
        &self,
        article: &Article<'_>,
        head: u32,
        definite: bool,
    ) -> Option<TokenSpan> {
        let spans = self.by_head.get(&article.lexeme(head).hash)?;
        let next = spans.partition_point(|s| s.start < head);
        let before = next.checked_sub(1).map(|i| spans[i]).filter(|_| definite);
        before.or_else(|| spans.get(next).copied().filter(|_| in_lead(article, head)))
    }
}

/// Whether a token stands in a headline or heading.
pub(super) fn in_title(article: &Article<'_>, token: u32) -> bool {
    block(article, token).is_some_and(|b| {
        matches!(article.document.blocks[b as usize].kind, BlockKind::Headline | BlockKind::Heading)
    })
}

/// Whether a token stands where an article says in general what it names later.
pub(super) fn in_lead(article: &Article<'_>, token: u32) -> bool {
    block(article, token).is_some_and(|b| b < LEAD)
}

fn block(article: &Article<'_>, token: u32) -> Option<u32> {
    let sentence = article.document.sentence_of(token)?;
    Some(article.document.sentences[sentence].block)
}

/// The organization whose name holds the head of a description, and best its other words: "the
/// bureau", "the appeals court".
pub(super) fn organization(
    article: &Article<'_>,
    cast: &Cast,
    phrase: &Phrase,
    definite: bool,
) -> Option<MemberId> {
    let next = cast.mentions.partition_point(|m| m.tokens.start < phrase.head);
    let fit = |id: MemberId| {
        let member = cast.member(id);
        let holds = |t: u32| {
            let word = article.word(t);
            (member.name.start..member.name.end.min(member.name.start + LONGEST))
                .any(|o| article.word(o).eq_ignore_ascii_case(word))
        };
        let body = member.figure == Figure::Organization && holds(phrase.head);
        body.then(|| {
            (phrase.base.start..phrase.head)
                .rev()
                .take(LONGEST as usize)
                .filter(|&t| holds(t))
                .count()
        })
    };
    let before = cast.mentions[..next].iter().rev().take(MENTIONS).filter(|_| definite);
    let after = cast.mentions[next..].iter().take(MENTIONS);
    let after = after.filter(|_| in_lead(article, phrase.head));
    let mut best: Option<(usize, MemberId)> = None;
    for mention in before.chain(after) {
        if let Some(fit) = fit(mention.member)
            && best.is_none_or(|(top, _)| fit > top)
        {
            best = Some((fit, mention.member));
        }
    }
    best.map(|(_, id)| id)
}

/// "The company" where no name holds the word: the body named last that can be one, and whether two
/// can. A body is named again so within a few sentences.
pub(super) fn company(
    article: &Article<'_>,
    cast: &Cast,
    phrase: &Phrase,
) -> Option<(MemberId, bool)> {
    let word = lower(article.word(phrase.head));
    if !phrase.definite || phrase.owner.is_some() || phrase.base.len() > 2 || !is_company(&word) {
        return None;
    }
    let next = cast.mentions.partition_point(|m| m.tokens.start < phrase.head);
    let no_company = Facts::COUNTRY.or(Facts::DEMONYM).or(Facts::PLACE).or(Facts::MASTHEAD);
    let fits = |m: &&Mention| {
        let name = cast.member(m.member).name;
        !cast.is_person(m.member)
            && !is_locative(article, m)
            && !(name.start..name.end).any(|t| article.lexeme(t).facts.any(no_company))
    };
    let floor = phrase.head.saturating_sub(NEAR);
    let near =
        cast.mentions[..next].iter().rev().take(MENTIONS).take_while(|m| m.tokens.start >= floor);
    let mut fitting = near.filter(fits).map(|m| m.member);
    let first = fitting.next()?;
    Some((first, fitting.any(|other| other != first)))
}

/// `("in" | "at" | …) name`: the name of a place, as far as its surroundings tell.
pub(super) fn is_locative(article: &Article<'_>, mention: &Mention) -> bool {
    let before = mention.tokens.start.checked_sub(1).map_or("", |t| article.word(t));
    matches!(before, "in" | "In" | "at" | "near" | "across" | "outside" | "from")
}

/// Nouns that stand for whatever body was named.
fn is_company(word: &str) -> bool {
    matches!(
        word,
        "airline"
            | "association"
            | "automaker"
            | "bank"
            | "carmaker"
            | "carrier"
            | "chain"
            | "charity"
            | "club"
            | "company"
            | "conglomerate"
            | "corporation"
            | "firm"
            | "foundation"
            | "group"
            | "insurer"
            | "lender"
            | "maker"
            | "manufacturer"
            | "nonprofit"
            | "operator"
            | "organisation"
            | "organization"
            | "retailer"
            | "start-up"
            | "startup"
            | "union"
            | "university"
            | "utility"
    )
}

/// The one person whose role an article's lead tells before the name: "A judge …", then Judge Orr.
pub(super) fn holder_ahead(
    article: &Article<'_>,
    cast: &Cast,
    head: u32,
    role: u32,
) -> Option<MemberId> {
    if !in_lead(article, head) {
        return None;
    }
    let next = cast.mentions.partition_point(|m| m.tokens.start < head);
    let holds = |id: &MemberId| cast.member(*id).roles.iter().any(|r| r.head == role);
    let mut ahead =
        cast.mentions[next..].iter().take(MENTIONS).map(|m| m.member).filter(|id| holds(id));
    let first = ahead.next()?;
    ahead.all(|id| id == first).then_some(first)
}
