//! Who holds a role: "the mayor" after "Ann Orr, the mayor".

use super::cast::{Cast, MemberId};
use super::role::{self, Role};
use super::view::{Meant, Who};
use crate::article::Article;
use crate::document::TokenSpan;
use crate::lexicon::{self, Facts};
use crate::lower::lower;
use crate::tagger::Tag;
use std::collections::HashMap;

/// So many words of a role are compared.
const LONGEST: u32 = 20;
/// Of the holders of one role, so many are compared.
const HOLDERS: usize = 32;

/// The members of a cast by their roles.
pub(super) struct Holders<'a> {
    article: &'a Article<'a>,
    cast: &'a Cast,
    by_role: HashMap<u32, Vec<MemberId>>,
    /// The token of each member's last mention.
    last: Vec<Option<u32>>,
}

impl<'a> Holders<'a> {
    pub(super) fn new(article: &'a Article<'a>, cast: &'a Cast) -> Self {
        let mut by_role: HashMap<u32, Vec<MemberId>> = HashMap::new();
        for (number, member) in (0..).zip(&cast.members) {
            for role in &member.roles {
                let held = by_role.entry(role.head).or_default();
                if held.len() < HOLDERS && held.last() != Some(&MemberId(number)) {
                    held.push(MemberId(number));
                }
            }
        }
        Self { article, cast, by_role, last: vec![None; cast.members.len()] }
    }

    /// Notes that a member was mentioned.
    pub(super) fn mention(&mut self, member: MemberId, token: u32) {
        self.last[member.0 as usize] = Some(token);
    }

    /// Who has the role that a phrase ends with: best the words that qualify it, then whoever was
    /// named last.
    pub(super) fn find(&self, head: u32, phrase: TokenSpan) -> Option<Meant> {
        let holders = self.by_role.get(&head)?;
        let scored = holders.iter().filter(|id| self.cast.is_person(**id)).filter_map(|&id| {
            let roles = self.cast.member(id).roles.iter().filter(|r| r.head == head);
            let fit = roles.filter_map(|r| self.fit(r, phrase)).max()?;
            Some((fit, self.last[id.0 as usize]?, id))
        });
        let earlier: Vec<_> = scored.collect();
        let &(fit, last, member) = earlier.iter().max_by_key(|(fit, last, _)| (*fit, *last))?;
        let sentence = |t: u32| self.article.document.sentence_of(t);
        let rival = |&(f, l, id): &(i32, u32, MemberId)| {
            id != member && f == fit && sentence(l) == sentence(last)
        };
        Some(Meant { who: Who::Member(member), doubtful: earlier.iter().any(rival) })
    }

    /// How well a role's qualifiers agree; none where its capitalised ones contradict.
    fn fit(&self, role: &Role, phrase: TokenSpan) -> Option<i32> {
        let inner = phrase.start..phrase.end - 1;
        let same = inner.clone().filter(|&t| self.holds(role, t)).count() as i32;
        let theirs = (role.span.start..role.span.end.saturating_sub(1)).any(|t| self.is_capital(t));
        let ours = inner.clone().find(|&t| self.is_capital(t));
        let clash = theirs && ours.is_some_and(|t| !self.holds(role, t))
            || inner.clone().any(|t| self.nation(t).is_some() && !self.holds(role, t));
        if clash { None } else { Some(same) }
    }

    fn holds(&self, role: &Role, token: u32) -> bool {
        let hash = self.article.lexeme(token).hash;
        let nation = self.nation(token);
        (role.span.start..role.span.end.min(role.span.start + LONGEST)).any(|o| {
            self.article.lexeme(o).hash == hash || nation.is_some() && self.nation(o) == nation
        })
    }

    /// The country that a word names, or its people: Kenya, Kenyan.
    fn nation(&self, token: u32) -> Option<&'static str> {
        let facts = self.article.lexeme(token).facts;
        let named = facts.any(Facts::COUNTRY.or(Facts::DEMONYM));
        named.then(|| lexicon::nation(&lower(self.article.word(token))))?
    }

    /// Whether a phrase says of which country the holder is.
    pub(super) fn is_national(&self, phrase: TokenSpan) -> bool {
        (phrase.start..phrase.end - 1).any(|t| self.nation(t).is_some())
    }

    fn is_capital(&self, token: u32) -> bool {
        self.article.word(token).starts_with(char::is_uppercase)
            && self.article.tag(token) != Tag::Dt
    }

    /// "the Kenyan leader" after "the Kenyan president": a word for any office, and a capitalised one
    /// that some role of the member holds too.
    pub(super) fn is_alike(&self, member: MemberId, phrase: TokenSpan) -> bool {
        let any_office = role::is_any_office(self.article.word(phrase.end - 1));
        let mut qualifiers =
            (phrase.start..phrase.end - 1).filter(|&t| self.is_capital(t)).peekable();
        let roles = &self.cast.member(member).roles;
        any_office
            && qualifiers.peek().is_some()
            && qualifiers.all(|t| roles.iter().any(|r| self.holds(r, t)))
    }
}
