//! Whom the pronouns and roles of an article mean: one pass over its sentences that keeps the people
//! last spoken of in view, subjects and speakers before others (after centering theory: Grosz, Joshi
//! and Weinstein 1995).

use super::cast::{Cast, Figure, MemberId};
use super::role::{self, Gender};
use crate::article::Article;
use crate::document::{TokenKind, TokenSpan};
use crate::lexicon::Facts;
use crate::tagger::Tag;
use std::collections::{HashMap, HashSet};

/// So many mentions are kept in view.
const VIEW: usize = 24;
/// A pronoun reaches so many sentences back.
const REACH: u32 = 6;
/// So many words of a role are compared.
const LONGEST: u32 = 20;
/// Of the holders of one role, so many are compared.
const HOLDERS: usize = 32;

/// Whom a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meant {
    pub(super) member: MemberId,
    /// Somebody else fits nearly as well.
    pub(super) doubtful: bool,
}

/// What a word was taken to mean, by its token.
pub(super) struct Discourse {
    meant: HashMap<u32, Meant>,
}

/// Somebody in view.
#[derive(Debug, Clone, Copy)]
struct Seen {
    member: MemberId,
    /// Counted in sentences that are not all quotation.
    sentence: u32,
    block: u32,
    weight: i32,
    quoted: bool,
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
    holders: HashMap<u32, Vec<MemberId>>,
    /// The token of each member's last mention.
    last: Vec<Option<u32>>,
    view: Vec<Seen>,
    /// Heads that "a" introduced without a name.
    introduced: HashSet<u32>,
    meant: HashMap<u32, Meant>,
    /// The first mention that does not end before the token that is read.
    next: usize,
    sentence: u32,
    block: u32,
}

impl<'a> Reader<'a> {
    fn new(article: &'a Article<'a>, cast: &'a Cast, sources: &'a [TokenSpan]) -> Self {
        let mut holders: HashMap<u32, Vec<MemberId>> = HashMap::new();
        for (number, member) in (0..).zip(&cast.members) {
            for role in &member.roles {
                let held = holders.entry(role.head).or_default();
                if held.len() < HOLDERS && held.last() != Some(&MemberId(number)) {
                    held.push(MemberId(number));
                }
            }
        }
        Self {
            article,
            cast,
            sources,
            holders,
            last: vec![None; cast.members.len()],
            view: Vec::with_capacity(VIEW * 2),
            introduced: HashSet::new(),
            meant: HashMap::new(),
            next: 0,
            sentence: 0,
            block: 0,
        }
    }

    fn read(mut self, votes: &mut [(u32, u32)]) -> Discourse {
        let tokens = &self.article.document.tokens;
        for sentence in &self.article.document.sentences {
            self.sentence += u32::from(!tokens[sentence.tokens.range()].iter().all(|t| t.quoted));
            self.block = sentence.block;
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                at = self.step(at, sentence.tokens.start, votes).max(at + 1);
            }
        }
        Discourse { meant: self.meant }
    }

    /// Reads one token, or all of a name; gives where to go on.
    fn step(&mut self, at: u32, start: u32, votes: &mut [(u32, u32)]) -> u32 {
        while self.cast.mentions.get(self.next).is_some_and(|m| m.name.end <= at) {
            self.next += 1;
        }
        let here = self.cast.mentions.get(self.next).filter(|m| m.name.holds(at));
        if let Some(mention) = here {
            let (member, span) = (mention.member, mention.tokens);
            // "the Orr campaign" speaks of the campaign.
            let modifies = matches!(self.article.tag(span.end), Tag::Nn | Tag::Nns);
            if self.cast.is_person(member) && !modifies {
                self.see(member, span, start);
            }
            return mention.tokens.end;
        }
        if let Some((gender, subject)) = third_person(self.article, at) {
            if let Some(meant) = self.ahead(at, start, gender).or_else(|| self.pronoun(at, gender))
            {
                let vote = &mut votes[meant.member.0 as usize];
                *(if gender == Gender::He { &mut vote.0 } else { &mut vote.1 }) +=
                    u32::from(!meant.doubtful && !self.article.document.tokens[at as usize].quoted);
                self.meant.insert(at, meant);
                let weight = if subject { 5 } else { 1 };
                self.push(meant.member, at, weight + self.spoken(at));
            }
        } else if self.is_role(at) {
            self.role(at, start);
        }
        at + 1
    }

    fn see(&mut self, member: MemberId, span: TokenSpan, start: u32) {
        let spoken = self.spoken(span.end - 1);
        let weight = weight(self.article, span, start).max(if spoken > 0 { 5 } else { 0 });
        self.push(member, span.start, weight + spoken);
    }

    /// A bonus for whoever is the source of an attribution.
    fn spoken(&self, token: u32) -> i32 {
        let next = self.sources.partition_point(|s| s.start <= token);
        let source = next.checked_sub(1).map(|i| self.sources[i]);
        i32::from(source.is_some_and(|s| s.holds(token))) * 2
    }

    fn push(&mut self, member: MemberId, token: u32, weight: i32) {
        self.last[member.0 as usize] = Some(token);
        if self.view.len() >= VIEW * 2 {
            self.view.drain(..VIEW);
        }
        let quoted = self.article.document.tokens[token as usize].quoted;
        let (sentence, block) = (self.sentence, self.block);
        self.view.push(Seen { member, sentence, block, weight, quoted });
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
        let member = self.cast.member(mention.member);
        let fits = self.cast.is_person(mention.member) && member.gender.is_none_or(|g| g == gender);
        let same =
            self.article.document.sentence_of(at) == self.article.document.sentence_of(comma);
        (subject && fits && same).then_some(Meant { member: mention.member, doubtful: false })
    }

    /// The person in view who fits best.
    fn pronoun(&self, at: u32, gender: Gender) -> Option<Meant> {
        let fits = |member: MemberId| self.cast.member(member).gender.is_none_or(|g| g == gender);
        self.best(at, &fits)
    }

    fn best(&self, at: u32, fits: &dyn Fn(MemberId) -> bool) -> Option<Meant> {
        let quoted = self.article.document.tokens[at as usize].quoted;
        let recent = self.view.iter().rev().take(VIEW);
        let seen = recent
            .take_while(|s| self.sentence - s.sentence <= REACH)
            .filter(|s| (quoted || !s.quoted) && fits(s.member));
        let mut best: Option<(i32, MemberId)> = None;
        let mut second = i32::MIN;
        for s in seen {
            let away = (self.sentence - s.sentence) as i32;
            let score = s.weight - 2 * away - i32::from(s.block != self.block);
            match best {
                Some((top, member)) if member == s.member => best = Some((top.max(score), member)),
                Some((top, _)) if score <= top => second = second.max(score),
                Some((top, _)) => {
                    second = second.max(top);
                    best = Some((score, s.member));
                }
                None => best = Some((score, s.member)),
            }
        }
        best.map(|(top, member)| Meant { member, doubtful: second == top })
    }

    /// A noun that can say who somebody is, in the singular, and no part of a longer phrase.
    fn is_role(&self, at: u32) -> bool {
        let noun = matches!(self.article.tag(at), Tag::Nn | Tag::Nnp);
        let next = self.article.tag(at + 1);
        noun && role::is_personal(self.article.lexeme(at).facts)
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
        let word = opener.map_or("", |t| self.article.word(t)).to_lowercase();
        let bare_title = self.article.tag(at).is_proper() && first == at;
        let head = role::key(self.article, at);
        if matches!(word.as_str(), "a" | "an" | "another" | "one") {
            if self.cast.at(at + 1).is_none_or(|m| m.name.start != at + 1)
                && self.article.word(at + 1) != ","
            {
                self.introduced.insert(head);
            }
            return;
        }
        let owned = (first..at).any(|t| self.article.tag(t) == Tag::Pos);
        let possessive = opener.is_some_and(|t| self.article.tag(t) == Tag::PrpS);
        let definite = matches!(word.as_str(), "the" | "this" | "that") || possessive || owned;
        if !(definite || bare_title) || self.names_someone(at) {
            return;
        }
        let phrase = TokenSpan { start: first, end: at + 1 };
        let held = self.holder(head, phrase, at);
        let fallback = || (definite && !possessive && !owned).then(|| self.spoken_of(at, head))?;
        if let Some(meant) = held.or_else(fallback) {
            self.meant.insert(at, meant);
            let whole = TokenSpan { start: opener.unwrap_or(first), end: at + 1 };
            let weight = weight(self.article, whole, start) + self.spoken(at);
            self.push(meant.member, at, weight);
        }
    }

    /// "the nominee, Ann Orr", "the mayor Ann Orr": the name itself follows.
    fn names_someone(&self, at: u32) -> bool {
        let next = at + 1 + u32::from(self.article.word(at + 1) == ",");
        self.cast.at(next).is_some_and(|m| m.tokens.start == next && self.cast.is_person(m.member))
    }

    /// Who has that role: best the words that qualify it, then whoever was named last.
    fn holder(&self, head: u32, phrase: TokenSpan, at: u32) -> Option<Meant> {
        let holders = self.holders.get(&head)?;
        let scored = holders.iter().filter(|id| self.cast.is_person(**id)).filter_map(|&id| {
            let fit = self.fit(id, head, phrase)?;
            Some((fit, self.last[id.0 as usize], id))
        });
        let earlier: Vec<_> = scored.filter(|(_, last, _)| last.is_some()).collect();
        let &(fit, last, member) = earlier.iter().max_by_key(|(fit, last, _)| (*fit, *last))?;
        let near = |other: Option<u32>| {
            self.article.document.sentence_of(other.unwrap_or(at))
                == self.article.document.sentence_of(last.unwrap_or(at))
        };
        let rival =
            |&(f, l, id): &(i32, Option<u32>, MemberId)| id != member && f == fit && near(l);
        Some(Meant { member, doubtful: earlier.iter().any(rival) })
    }

    /// How well a role's qualifiers agree; none where its capitalised ones contradict.
    fn fit(&self, id: MemberId, head: u32, phrase: TokenSpan) -> Option<i32> {
        let roles = self.cast.member(id).roles.iter().filter(|r| r.head == head);
        let agreement = |r: &role::Role| {
            let holds = |t: u32| {
                let hash = self.article.lexeme(t).hash;
                (r.span.start..r.span.end.min(r.span.start + LONGEST))
                    .any(|o| self.article.lexeme(o).hash == hash)
            };
            let capital = |t: &u32| {
                self.article.word(*t).starts_with(char::is_uppercase)
                    && self.article.tag(*t) != Tag::Dt
            };
            let inner = TokenSpan { end: phrase.end - 1, ..phrase };
            let same = (inner.start..inner.end).filter(|&t| holds(t)).count() as i32;
            let theirs = (r.span.start..r.span.end.saturating_sub(1)).any(|t| capital(&t));
            let ours = (inner.start..inner.end).find(capital);
            let clash = theirs && ours.is_some_and(|t| !holds(t));
            if clash { None } else { Some(same) }
        };
        roles.filter_map(agreement).max()
    }

    /// Nobody is said to have that role and none was introduced: the person spoken of.
    fn spoken_of(&self, at: u32, head: u32) -> Option<Meant> {
        let facts = self.article.lexeme(at).facts;
        let source = self.spoken(at) > 0 || self.article.tag(at + 1).is_finite_verb();
        let kind = |t: u32| self.article.tag(t) == Tag::Nn;
        let narrowed = at.checked_sub(1).is_some_and(kind);
        if facts.any(Facts::UNNAMED) || self.introduced.contains(&head) || !source || narrowed {
            return None;
        }
        let gender = role::marked(self.article.word(at));
        let fits = |member: MemberId| {
            let member = self.cast.member(member);
            gender.is_none_or(|g| member.gender.is_none_or(|m| m == g))
        };
        self.best(at, &fits).map(|meant| Meant { doubtful: true, ..meant })
    }
}

/// How much a phrase is in view by its place in the sentence: a subject 5, a possessive 1, others 2.
fn weight(article: &Article<'_>, span: TokenSpan, start: u32) -> i32 {
    let next = article.tag(span.end);
    let before = span.start.checked_sub(1).filter(|&t| t >= start);
    let after_preposition = before.is_some_and(|t| article.tag(t) == Tag::In);
    let verb = next.is_finite_verb()
        || next.is_adverb() && article.tag(span.end + 1).is_finite_verb()
        || article.word(span.end) == "," && before.is_none();
    let inverted =
        matches!(article.word(span.end), "." | "," | "") && is_inverted(article, span, start);
    match next {
        Tag::Pos if before.is_none() => 3,
        Tag::Pos => 1,
        _ if verb && !after_preposition || inverted => 5,
        _ if before.is_none() => 4,
        _ => 2,
    }
}

/// `("," | "”") verb [noun "'s"] name`: the verb of speech stands before its subject.
fn is_inverted(article: &Article<'_>, span: TokenSpan, start: u32) -> bool {
    let part = |t: &u32| {
        let tag = article.tag(*t);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Pos | Tag::Dt)
    };
    let floor = start.max(span.start.saturating_sub(6));
    let first = (floor..span.start).rev().take_while(part).last().unwrap_or(span.start);
    let Some(verb) = first.checked_sub(1).filter(|&t| t >= start) else { return false };
    let after_content = verb > start
        && (article.word(verb - 1) == ","
            || article.document.tokens[verb as usize - 1].kind == TokenKind::CloseQuote);
    after_content && article.tag(verb).is_finite_verb()
}

/// The gender of a third-person pronoun, and whether it is a subject.
pub(super) fn third_person(article: &Article<'_>, at: u32) -> Option<(Gender, bool)> {
    if !matches!(article.tag(at), Tag::Prp | Tag::PrpS) {
        return None;
    }
    let word = article.word(at);
    let is = |options: &[&str]| options.iter().any(|o| word.eq_ignore_ascii_case(o));
    match () {
        () if is(&["he"]) => Some((Gender::He, true)),
        () if is(&["she"]) => Some((Gender::She, true)),
        () if is(&["his", "him", "himself"]) => Some((Gender::He, false)),
        () if is(&["her", "hers", "herself"]) => Some((Gender::She, false)),
        () => None,
    }
}
