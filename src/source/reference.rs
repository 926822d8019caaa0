//! Whom a source that is a pronoun stands for: he, they, it, who, which.

use super::SourceClass;
use super::anonymity::Anonymity;
use super::antecedent::{self, Antecedent};
use super::body::is_locative;
use super::phrase::{Phrase, Pronoun};
use super::resolve::{Found, Resolver};
use super::view::Who;
use crate::document::TokenSpan;

/// "They" and "it" reach so many bytes back.
const REACH: u32 = 1500;
/// "It" passes over so many names.
const NAMES: usize = 6;

impl Resolver<'_> {
    pub(super) fn pronoun(&mut self, pronoun: Pronoun, tokens: TokenSpan) -> Found {
        match pronoun {
            Pronoun::Person => match self.discourse.at(tokens.start) {
                Some(meant) => self.meant(meant),
                None => (self.nameless(SourceClass::Person, "a pronoun"), false),
            },
            Pronoun::Who => self.relative(tokens.start, true),
            Pronoun::Which => self.relative(tokens.start, false),
            Pronoun::Speaker => (self.nameless(SourceClass::Author, ""), false),
            Pronoun::They => self.they(tokens.start),
            Pronoun::It => self.it(tokens.start),
        }
    }

    /// The group or the several people in view, or what was a source since.
    fn they(&mut self, at: u32) -> Found {
        let last = self.last.filter(|last| self.is_near(at, last.1));
        let seen = self.discourse.at(at).map(|meant| {
            let end = match meant.who {
                Who::Member(_) => 0,
                Who::Unnamed(words, _) => words.end,
                Who::Joined(_, last) => self.cast.mentions[last].tokens.end,
            };
            (meant, self.byte(end))
        });
        match (seen, last) {
            (Some((meant, end)), Some((_, since))) if end >= since => self.meant(meant),
            (_, Some((id, _))) => (id, false),
            (Some((meant, _)), None) => self.meant(meant),
            (None, None) => {
                let none = Anonymity::default();
                (self.registry.unnamed(SourceClass::Group, true, "they", none), true)
            }
        }
    }

    fn byte(&self, token: u32) -> u32 {
        self.article.document.tokens.get(token as usize).map_or(u32::MAX, |t| t.span.start)
    }

    fn is_near(&self, token: u32, byte: u32) -> bool {
        self.byte(token).saturating_sub(byte) < REACH
    }

    /// The noun phrase that a relative pronoun follows.
    fn relative(&mut self, at: u32, who: bool) -> Found {
        match antecedent::find(self.article, &self.cast, at, who) {
            Some(Antecedent::Member(member)) => (self.members(vec![member]), false),
            Some(Antecedent::Words(tokens)) => {
                let phrase = Phrase::of(self.article, tokens);
                if phrase.class(self.article) == SourceClass::Unclear && who {
                    let none = Anonymity::default();
                    let class = SourceClass::UnnamedPerson;
                    return (self.registry.unnamed(class, true, "who", none), false);
                }
                // A clause follows, so that "a judge who" is not the judge named further down.
                let followed = TokenSpan { end: tokens.end + 1, ..tokens };
                let known = self.known(&phrase, followed);
                known.unwrap_or_else(|| (self.unknown(&phrase, tokens), false))
            }
            None => (self.nameless(SourceClass::Unclear, "which"), false),
        }
    }

    /// The last organization that is named, or the last group or document that was a source.
    fn it(&mut self, at: u32) -> Found {
        let next = self.cast.mentions.partition_point(|m| m.tokens.start < at);
        let recent = self.cast.mentions[..next].iter().rev().take(NAMES);
        let body = recent
            .filter(|m| !self.cast.is_person(m.member) && !is_locative(self.article, m))
            .map(|m| (m.member, m.tokens))
            .next();
        let place = |t: TokenSpan| self.article.document.tokens[t.start as usize].span.start;
        let last = self.last.filter(|last| self.is_near(at, last.1));
        match (last, body) {
            (Some((id, end)), Some((_, tokens))) if end + 200 > place(tokens) => (id, false),
            (_, Some((member, _))) => (self.members(vec![member]), false),
            (Some((id, _)), None) => (id, false),
            (None, None) => (self.nameless(SourceClass::Unclear, "it"), false),
        }
    }
}
