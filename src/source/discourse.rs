//! Whom the pronouns and roles of an article mean: one pass over its sentences that keeps the people
//! last spoken of in view, subjects and speakers before others (after centering theory: Grosz, Joshi
//! and Weinstein 1995).

use super::cast::{Cast, Figure, MemberId};
use super::holder::Holders;
use super::plural;
use super::role::{self, Gender};
use super::salience::{self, third_person, weight};
use super::view::{Meant, Place, View, Who};
use crate::article::Article;
use crate::document::TokenSpan;
use crate::lexicon::Facts;
use crate::lower::lower;
use crate::tagger::Tag;
use std::collections::{HashMap, HashSet};

/// A pronoun that nobody before it explains looks so many tokens ahead.
const AHEAD: u32 = 60;
/// What the same gender, told by the text, adds.
const KNOWN: i32 = 1;
/// The weight of whoever says who they are, and of speakers.
const SPEAKER: i32 = 7;

/// What a word was taken to mean, by its token.
pub(super) struct Discourse {
    meant: HashMap<u32, Meant>,
}

impl Discourse {
    /// Reads an article; `sources` are the sources of its attributions, in order.
    pub(super) fn read(article: &Article<'_>, cast: &mut Cast, sources: &[TokenSpan]) -> Self {
        let mut votes = vec![(0, 0); cast.members.len()];
        Reader::new(article, cast, sources).read(&mut votes);
        for (member, (he, she)) in cast.members.iter_mut().zip(votes) {
            let sure = (he + she >= 2 && (he >= 3 * she || she >= 3 * he)).then_some(he > she);
            let voted = sure.map(|he| if he { Gender::He } else { Gender::She });
            member.gender = member.gender.or(voted);
            if member.is_lone() && he + she < 2 {
                member.figure = Figure::Organization;
            }
        }
        let mut votes = vec![(0, 0); cast.members.len()];
        Reader::new(article, cast, sources).read(&mut votes)
    }

    /// Whom a pronoun or the head of a definite role means.
    pub(super) fn at(&self, token: u32) -> Option<Meant> {
        self.meant.get(&token).copied()
    }
}

struct Reader<'a> {
    article: &'a Article<'a>,
    cast: &'a Cast,
    sources: &'a [TokenSpan],
    holders: Holders<'a>,
    /// Single people.
    view: View,
    /// Several: pairs and groups.
    groups: View,
    /// The gender of people without a name, as pronouns told it, by the key of their noun.
    genders: HashMap<u32, Gender>,
    /// Heads that "a" introduced without a name.
    introduced: HashSet<u32>,
    meant: HashMap<u32, Meant>,
    /// The first mention that does not end before the token that is read.
    next: usize,
    place: Place,
}

impl<'a> Reader<'a> {
    fn new(article: &'a Article<'a>, cast: &'a Cast, sources: &'a [TokenSpan]) -> Self {
        Self {
            article,
            cast,
            sources,
            holders: Holders::new(article, cast),
            view: View::default(),
            groups: View::default(),
            genders: HashMap::new(),
            introduced: HashSet::new(),
            meant: HashMap::new(),
            next: 0,
            place: Place::default(),
        }
    }

    fn read(mut self, votes: &mut [(u32, u32)]) -> Discourse {
        let tokens = &self.article.document.tokens;
        for sentence in &self.article.document.sentences {
            let quoted = tokens[sentence.tokens.range()].iter().all(|t| t.quoted);
            self.place.sentence += u32::from(!quoted);
            self.place.block = sentence.block;
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                at = self.step(at, sentence.tokens.start, votes).max(at + 1);
            }
        }
        Discourse { meant: self.meant }
    }

    /// Where a token stands.
    fn place(&self, token: u32) -> Place {
        let quoted = self.article.document.tokens.get(token as usize).is_some_and(|t| t.quoted);
        Place { quoted, ..self.place }
    }

    /// Reads one token, or all of a name; gives where to go on.
    fn step(&mut self, at: u32, start: u32, votes: &mut [(u32, u32)]) -> u32 {
        while self.cast.mentions.get(self.next).is_some_and(|m| m.name.end <= at) {
            self.next += 1;
        }
        if let Some(&mention) = self.cast.mentions.get(self.next).filter(|m| m.name.holds(at)) {
            // "the Orr campaign" speaks of the campaign.
            let modifies = matches!(self.article.tag(mention.tokens.end), Tag::Nn | Tag::Nns);
            if self.cast.is_person(mention.member) && !modifies {
                self.see(mention.member, mention.tokens, start);
            }
            if let Some(first) = plural::joined(self.article, self.cast, self.next) {
                let span = TokenSpan { start: first.1, end: mention.tokens.end };
                let weight = weight(self.article, span, start) + self.spoken(at);
                self.groups.push(Who::Joined(first.0, self.next), self.place(at), weight);
            }
            return mention.tokens.end;
        }
        use Tag::{Cc, Dt, Nn, Nnp, Nnps, Nns, Pdt, Prp, PrpS};
        if !matches!(self.article.tag(at), Cc | Dt | Nn | Nnp | Nnps | Nns | Pdt | Prp | PrpS) {
            return at + 1;
        }
        if let Some((gender, subject)) = third_person(self.article, at) {
            self.third_person(at, start, gender, subject, votes);
        } else if plural::is_they(self.article, at) {
            if let Some(meant) = self.groups.best(self.place(at), &|_| true) {
                self.meant.insert(at, meant);
                let weight = if self.article.tag(at) == Tag::Prp { 4 } else { 1 };
                self.groups.push(meant.who, self.place(at), weight + self.spoken(at));
            }
        } else if plural::is_group(self.article, at) {
            let phrase = plural::phrase(self.article, start, at);
            let weight = weight(self.article, phrase, start) + self.spoken(at);
            let who = Who::Unnamed(phrase, self.article.lexeme(at).hash);
            self.groups.push(who, self.place(at), weight);
        } else if self.is_role(at) {
            self.role(at, start);
        }
        at + 1
    }

    fn third_person(
        &mut self,
        at: u32,
        start: u32,
        gender: Gender,
        subject: bool,
        votes: &mut [(u32, u32)],
    ) {
        let before = self.ahead(at, start, gender).or_else(|| self.pronoun(at, gender));
        let Some(meant) = before.or_else(|| self.cataphor(at, gender, subject)) else { return };
        let place = self.place(at);
        match meant.who {
            Who::Member(member) => {
                let vote = &mut votes[member.0 as usize];
                *(if gender == Gender::He { &mut vote.0 } else { &mut vote.1 }) +=
                    u32::from(!meant.doubtful && !place.quoted);
                self.holders.mention(member, at);
            }
            Who::Unnamed(_, key) => {
                self.genders.entry(key).or_insert(gender);
            }
            Who::Joined(..) => {}
        }
        self.meant.insert(at, meant);
        self.view.push(meant.who, place, if subject { 5 } else { 1 } + self.spoken(at));
    }

    fn see(&mut self, member: MemberId, span: TokenSpan, start: u32) {
        self.holders.mention(member, span.start);
        let mut place = self.place(span.start);
        if salience::is_self(self.article, span) {
            place.quoted = false;
            return self.view.push(Who::Member(member), place, SPEAKER);
        }
        let spoken = self.spoken(span.end - 1);
        let weight = weight(self.article, span, start).max(if spoken > 0 { 5 } else { 0 });
        self.view.push(Who::Member(member), place, weight + spoken);
    }

    /// A bonus for whoever is the source of an attribution.
    fn spoken(&self, token: u32) -> i32 {
        let next = self.sources.partition_point(|s| s.start <= token);
        let source = next.checked_sub(1).map(|i| self.sources[i]);
        i32::from(source.is_some_and(|s| s.holds(token))) * 2
    }

    /// `("When" | "As" | "In" …) … pronoun … "," name verb`: the name stands behind its pronoun.
    fn ahead(&self, at: u32, start: u32, gender: Gender) -> Option<Meant> {
        let opens = matches!(self.article.tag(start), Tag::In | Tag::Wrb | Tag::Vbg);
        if !opens || at - start > 12 || (start..at).any(|t| self.article.word(t) == ",") {
            return None;
        }
        let comma = (at..at + 16).find(|&t| self.article.word(t) == ",")?;
        let mention = self.cast.at(comma + 1).filter(|m| m.tokens.start == comma + 1)?;
        let subject = self.article.tag(mention.tokens.end).is_finite_verb();
        let who = Who::Member(mention.member);
        let same =
            self.article.document.sentence_of(at) == self.article.document.sentence_of(comma);
        (subject && self.is_of(who, gender) && same).then_some(Meant { who, doubtful: false })
    }

    /// Nobody stands before the pronoun: "He lost. But Orr …" means the subject named next.
    fn cataphor(&self, at: u32, gender: Gender, subject: bool) -> Option<Meant> {
        if !subject || self.place(at).quoted {
            return None;
        }
        let ahead = self.cast.mentions[self.next..].iter();
        let near = ahead.take_while(|m| m.tokens.start < at + AHEAD);
        let is_subject = |t: u32| self.article.tag(t).is_finite_verb();
        let who = near
            .filter(|m| is_subject(m.tokens.end) && self.cast.is_person(m.member))
            .map(|m| Who::Member(m.member))
            .find(|&who| self.is_of(who, gender))?;
        Some(Meant { who, doubtful: true })
    }

    /// Whether somebody can be meant by a pronoun of that gender.
    fn is_of(&self, who: Who, gender: Gender) -> bool {
        let known = match who {
            Who::Member(member) => {
                if !self.cast.is_person(member) {
                    return false;
                }
                self.cast.member(member).gender
            }
            Who::Unnamed(span, key) => role::marked(self.article.word(span.end - 1))
                .or_else(|| self.genders.get(&key).copied()),
            Who::Joined(..) => return false,
        };
        known.is_none_or(|g| g == gender)
    }

    /// The person in view who fits best.
    fn pronoun(&self, at: u32, gender: Gender) -> Option<Meant> {
        let known =
            |who: Who| matches!(who, Who::Member(m) if self.cast.member(m).gender == Some(gender));
        let fit = |who: Who| self.is_of(who, gender).then(|| i32::from(known(who)) * KNOWN);
        self.view.best_by(self.place(at), &fit)
    }

    /// A noun that can say who somebody is, in the singular, and no part of a longer phrase.
    fn is_role(&self, at: u32) -> bool {
        let noun = matches!(self.article.tag(at), Tag::Nn | Tag::Nnp);
        let next = self.article.tag(at + 1);
        noun && (role::is_personal(self.article, at) || role::is_member_of_party(self.article, at))
            && !next.is_noun()
            && (next != Tag::In
                || self.article.word(at + 1) != "of"
                || self.article.tag(at + 2) != Tag::Nnp)
    }

    /// `("the" | possessive) … role`: whoever has that role; "a" introduces somebody new.
    fn role(&mut self, at: u32, start: u32) {
        let floor = at.saturating_sub(7).max(start);
        let inner = |t: &u32| {
            let tag = self.article.tag(*t);
            tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Pos | Tag::Vbn | Tag::Cd)
        };
        let first = (floor..at).rev().take_while(inner).last().unwrap_or(at);
        let opener = first.checked_sub(1).filter(|&t| t >= start);
        let word = lower(opener.map_or("", |t| self.article.word(t)));
        let bare_title = self.article.tag(at).is_proper() && first == at;
        let head = role::key(self.article, at);
        let whole = TokenSpan { start: opener.unwrap_or(first), end: at + 1 };
        if matches!(&*word, "a" | "an" | "another" | "one") {
            if self.cast.at(at + 1).is_none_or(|m| m.name.start != at + 1)
                && self.article.word(at + 1) != ","
            {
                self.introduced.insert(head);
            }
            return self.unnamed(whole, head, start);
        }
        let owned = (first..at).any(|t| self.article.tag(t) == Tag::Pos);
        let possessive = opener.is_some_and(|t| self.article.tag(t) == Tag::PrpS);
        let definite = matches!(&*word, "the" | "this" | "that") || possessive || owned;
        if !(definite || bare_title) || self.names_someone(at) {
            return;
        }
        let phrase = TokenSpan { start: first, end: at + 1 };
        let held = self.holders.find(head, phrase);
        let fallback =
            || (definite && !possessive && !owned).then(|| self.spoken_of(phrase, head))?;
        let Some(meant) = held.or_else(fallback) else {
            return self.unnamed(whole, head, start);
        };
        self.meant.insert(at, meant);
        if let Who::Member(member) = meant.who {
            self.holders.mention(member, at);
        }
        let weight = weight(self.article, whole, start) + self.spoken(at);
        self.view.push(meant.who, self.place(at), weight);
    }

    /// Puts somebody without a name in view, unless the words say who somebody else is.
    fn unnamed(&mut self, phrase: TokenSpan, key: u32, start: u32) {
        let at = phrase.end - 1;
        if self.names_someone(at) || salience::describes(self.article, phrase, start) {
            return;
        }
        let spoken = self.spoken(at);
        if spoken > 0 || self.article.tag(phrase.end) == Tag::Vbd {
            let weight = weight(self.article, phrase, start) + spoken;
            self.view.push(Who::Unnamed(phrase, key), self.place(at), weight);
        }
    }

    /// "the nominee, Ann Orr", "the mayor Ann Orr": the name itself follows.
    fn names_someone(&self, at: u32) -> bool {
        let next = at + 1 + u32::from(self.article.word(at + 1) == ",");
        self.cast.at(next).is_some_and(|m| m.tokens.start == next && self.cast.is_person(m.member))
    }

    /// Nobody is said to have that role and none was introduced: the person spoken of.
    fn spoken_of(&self, phrase: TokenSpan, head: u32) -> Option<Meant> {
        let at = phrase.end - 1;
        let facts = self.article.lexeme(at).facts;
        let source = self.spoken(at) > 0 || self.article.tag(at + 1).is_finite_verb();
        let kind = |t: u32| self.article.tag(t) == Tag::Nn;
        let narrowed = at.checked_sub(1).is_some_and(kind);
        if facts.any(Facts::UNNAMED) || self.introduced.contains(&head) || !source || narrowed {
            return None;
        }
        let gender = role::marked(self.article.word(at));
        let fits = |who: Who| {
            let Who::Member(id) = who else { return false };
            let member = self.cast.member(id);
            gender.is_none_or(|g| member.gender.is_none_or(|m| m == g))
        };
        // "the woman" after "a cashier": somebody who has no name is spoken of.
        let unnamed =
            |who: Who| matches!(who, Who::Unnamed(..)) && gender.is_none_or(|g| self.is_of(who, g));
        let nearest = self.view.best(self.place(at), &|who| fits(who) || unnamed(who));
        if gender.is_some() && nearest.is_some_and(|m| unnamed(m.who)) {
            return None;
        }
        let alike = |who: Who| matches!(who, Who::Member(m) if self.holders.is_alike(m, phrase));
        // Best one of whom more is told than two capitalised words.
        let told = |who: Who| {
            let Who::Member(id) = who else { return false };
            let member = self.cast.member(id);
            fits(who) && (member.gender.is_some() || !member.roles.is_empty())
        };
        let place = self.place(at);
        if self.holders.is_national(phrase) {
            return self.view.best(place, &alike);
        }
        self.view
            .best(place, &alike)
            .or_else(|| self.view.best(place, &told).map(|m| Meant { doubtful: true, ..m }))
            .or_else(|| self.view.best(place, &fits).map(|m| Meant { doubtful: true, ..m }))
    }
}
