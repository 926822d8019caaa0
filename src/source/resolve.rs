//! Ties every source to an entity, in the order of the text.

use super::cast::{Cast, Figure, Gender, MemberId};
use super::phrase::{Phrase, Pronoun};
use super::{Entity, EntityId, SourceClass};
use crate::article::Article;
use crate::document::TokenSpan;
use crate::embed::Embed;
use crate::lexicon::Facts;
use crate::{Attribution, Production};
use std::collections::HashMap;

/// A pronoun's name stands at most so many tokens before it.
const REACH: u32 = 400;
/// A role's holder is sought among so many mentions before it.
const MENTIONS: usize = 200;

/// Finds out whose words each attribution's source stands for.
pub(crate) fn resolve(
    article: &Article<'_>,
    embeds: &[Embed<'_>],
    attributions: &mut [Attribution],
) -> Vec<Entity> {
    let mut resolver = Resolver {
        article,
        cast: Cast::of(article),
        entities: Vec::new(),
        by_members: HashMap::new(),
        by_name: HashMap::new(),
        last: None,
        last_document: None,
    };
    for attribution in attributions {
        let Some(source) = &mut attribution.source else { continue };
        let post = attribution.production == Production::Post;
        let embed = embeds.iter().find(|e| post && e.span.overlaps(source.span));
        let id = match embed {
            Some(embed) => resolver.account(embed),
            None => resolver.source(article.document.tokens_in(source.span)),
        };
        source.entity = Some(id);
        resolver.entities[id.0 as usize].mentions.push(source.span);
    }
    resolver.entities
}

struct Resolver<'a> {
    article: &'a Article<'a>,
    cast: Cast,
    entities: Vec<Entity>,
    by_members: HashMap<Vec<MemberId>, EntityId>,
    by_name: HashMap<String, EntityId>,
    /// The last person that was a source, and where.
    last: Option<(MemberId, u32)>,
    last_document: Option<EntityId>,
}

impl Resolver<'_> {
    fn source(&mut self, tokens: TokenSpan) -> EntityId {
        if tokens.is_empty() {
            return self.unnamed(SourceClass::Unclear, false, None);
        }
        let phrase = Phrase::of(self.article, tokens);
        if let Some(pronoun) = phrase.pronoun {
            return self.pronoun(pronoun, tokens);
        }
        let members = self.named(tokens, &phrase);
        if !members.is_empty() {
            return self.members(members, tokens.start);
        }
        self.description(&phrase)
    }

    /// The people or bodies that the base noun phrase ends in the names of.
    fn named(&self, tokens: TokenSpan, phrase: &Phrase) -> Vec<MemberId> {
        let head_of = |t: u32| self.cast.at(t).filter(|m| m.name.holds(t));
        let Some(head) = head_of(phrase.head) else { return Vec::new() };
        if head.tokens.end < phrase.head + 1 {
            return Vec::new();
        }
        let mut members = vec![head.member];
        // "Ann Orr and Ben Pell": every name that "and" or a comma joins to the first.
        let joined = self.cast.within(tokens).iter().filter(|m| m.member != head.member);
        for mention in joined {
            let before = self.article.word(mention.tokens.start.saturating_sub(1));
            let after = self.article.word(mention.tokens.end);
            let first_conjunct = mention.tokens.end <= head.tokens.start
                && matches!(after, "and" | "," | "or")
                && mention.tokens.start == phrase.base.start;
            let later_conjunct = mention.tokens.start >= head.tokens.end
                && matches!(before, "and" | "or")
                && self.coordinates(head.tokens.end, mention.tokens.start);
            if (first_conjunct || later_conjunct) && !members.contains(&mention.member) {
                members.push(mention.member);
            }
        }
        members.sort_unstable_by_key(|m| self.cast.member(*m).name.start);
        members
    }

    /// Only names, commas and "and" stand between two places.
    fn coordinates(&self, from: u32, to: u32) -> bool {
        (from..to).all(|t| {
            matches!(self.article.word(t), "and" | "or" | ",") || self.cast.at(t).is_some()
        })
    }

    fn members(&mut self, members: Vec<MemberId>, at: u32) -> EntityId {
        if let [one] = members[..]
            && self.cast.member(one).figure == Figure::Person
        {
            self.last = Some((one, at));
        }
        if let Some(&id) = self.by_members.get(&members) {
            return id;
        }
        let names: Vec<&str> = members.iter().map(|m| self.name(*m)).collect();
        let person = members.iter().all(|m| self.cast.member(*m).figure == Figure::Person);
        let role = self.cast.member(members[0]).role.filter(|_| members.len() == 1);
        let id = self.enter(Entity {
            id: EntityId(0),
            name: Some(names.join("; ")),
            class: if person { SourceClass::Person } else { SourceClass::Organization },
            anonymous: false,
            role: role.map(|r| self.article.document.span(r)),
            mentions: Vec::new(),
        });
        self.by_members.insert(members, id);
        id
    }

    /// The text of a member's fullest name.
    fn name(&self, id: MemberId) -> &str {
        let document = &self.article.document;
        document.span(self.cast.member(id).name).of(document.text)
    }

    fn pronoun(&mut self, pronoun: Pronoun, tokens: TokenSpan) -> EntityId {
        match pronoun {
            Pronoun::He => self.person(tokens.start, Gender::He),
            Pronoun::She => self.person(tokens.start, Gender::She),
            Pronoun::Relative => self.antecedent(tokens.start),
            Pronoun::Speaker => self.unnamed(SourceClass::Author, false, None),
            Pronoun::They => self.they(tokens.start),
            Pronoun::It => self.it(tokens.start),
        }
    }

    /// The last person who was a source or is named, and is not known to be of the other gender.
    fn person(&mut self, at: u32, gender: Gender) -> EntityId {
        let floor = at.saturating_sub(REACH);
        let fits = |id: MemberId| {
            let member = self.cast.member(id);
            member.figure == Figure::Person && member.gender.is_none_or(|g| g == gender)
        };
        let subject = self.subject_before(at).filter(|&id| fits(id));
        let spoke = self.last.filter(|(id, place)| *place >= floor && fits(*id));
        let named = self
            .cast
            .before(at)
            .take_while(|m| m.tokens.start >= floor)
            .find(|m| fits(m.member))
            .map(|m| m.member);
        match spoke.map(|(id, _)| id).or(subject).or(named) {
            Some(id) => {
                let member = &mut self.cast.members[id.0 as usize];
                member.gender = Some(gender);
                self.members(vec![id], at)
            }
            None => self.unnamed(SourceClass::Person, false, Some("a pronoun")),
        }
    }

    /// The person whose name begins this sentence or the one before it.
    fn subject_before(&self, at: u32) -> Option<MemberId> {
        let sentences = &self.article.document.sentences;
        let here = self.article.document.sentence_of(at)?;
        let begins = |index: usize| {
            let tokens = sentences[index].tokens;
            let limit = tokens.end.min(at);
            let near = (tokens.start..limit.min(tokens.start + 7)).find_map(|t| self.cast.at(t));
            near.filter(|m| {
                m.tokens.end <= at && self.cast.member(m.member).figure == Figure::Person
            })
            .map(|m| m.member)
        };
        let same_block = |index: usize| sentences[index].block == sentences[here].block;
        begins(here).or_else(|| here.checked_sub(1).filter(|&i| same_block(i)).and_then(begins))
    }

    /// The noun phrase that a relative pronoun follows.
    fn antecedent(&mut self, at: u32) -> EntityId {
        let before = at.saturating_sub(1);
        let noun =
            (before.saturating_sub(1)..=before).rev().find(|&t| self.article.tag(t).is_noun());
        let Some(head) = noun else { return self.unnamed(SourceClass::Unclear, false, None) };
        if let Some(mention) = self.cast.at(head) {
            let member = mention.member;
            return self.members(vec![member], at);
        }
        // "Ann Orr, the mayor, who": the apposition of a name is that name.
        let start = (head.saturating_sub(12)..head)
            .rev()
            .find(|&t| self.article.word(t) == ",")
            .map_or(head, |c| c + 1);
        if start <= head
            && let Some(mention) = self
                .cast
                .at(start.saturating_sub(2))
                .filter(|_| start < head || self.article.word(start.saturating_sub(1)) == ",")
        {
            let person = self.cast.member(mention.member).figure == Figure::Person;
            let member = mention.member;
            if person {
                return self.members(vec![member], at);
            }
        }
        let phrase = Phrase {
            base: TokenSpan { start: head, end: head + 1 },
            head,
            pronoun: None,
            definite: false,
            plural: self.article.tag(head).is_plural(),
        };
        self.description(&phrase)
    }

    /// The last group or organization that was a source.
    fn they(&mut self, at: u32) -> EntityId {
        let recent = self.entities.iter().filter(|e| {
            matches!(e.class, SourceClass::Group | SourceClass::Organization)
                || e.name.as_ref().is_some_and(|n| n.contains("; "))
        });
        let last = recent.filter_map(|e| e.mentions.last().map(|m| (m.end, e.id))).max();
        let near = self
            .article
            .document
            .tokens
            .get(at as usize)
            .map_or(0, |t| t.span.start)
            .saturating_sub(1500);
        match last.filter(|(end, _)| *end >= near) {
            Some((_, id)) => id,
            None => self.unnamed(SourceClass::Group, true, None),
        }
    }

    /// The last organization that is named, or the last document.
    fn it(&mut self, at: u32) -> EntityId {
        let body = self
            .cast
            .before(at)
            .take(6)
            .find(|m| self.cast.member(m.member).figure == Figure::Organization)
            .map(|m| m.member);
        match (self.last_document, body) {
            (Some(id), _) => id,
            (None, Some(member)) => self.members(vec![member], at),
            (None, None) => self.unnamed(SourceClass::Unclear, false, None),
        }
    }

    /// A common noun: somebody known by that role, or whoever it says.
    fn description(&mut self, phrase: &Phrase) -> EntityId {
        let class = phrase.class(self.article);
        let named = phrase.base.range().any(|t| self.article.tag(t as u32).is_proper());
        match class {
            SourceClass::UnnamedPerson
                if phrase.definite
                    || self.article.lexeme(phrase.head).facts.any(Facts::TITLE)
                        && phrase.base.len() == 1 =>
            {
                if let Some(id) = self.by_role(phrase) {
                    return self.members(vec![id], phrase.base.start);
                }
            }
            SourceClass::Document => return self.document(phrase, named),
            SourceClass::Organization if named => {
                let name = self.bare_text(phrase.base);
                return self.enter_named(name, SourceClass::Organization);
            }
            _ => {}
        }
        let anonymous = phrase.is_anonymous(self.article);
        let key = self.bare_text(phrase.base).to_lowercase();
        self.unnamed(class, anonymous, Some(&key))
    }

    /// The person, last named first, whose title or apposition holds the head noun.
    fn by_role(&self, phrase: &Phrase) -> Option<MemberId> {
        let role = self.article.lexeme(phrase.head).hash;
        let holds = |id: MemberId| self.cast.member(id).roles.contains(&role);
        self.cast.before(phrase.base.start).take(MENTIONS).map(|m| m.member).find(|&id| holds(id))
    }

    /// A poll or report: by its name, or the last one where it has none and is "the".
    fn document(&mut self, phrase: &Phrase, named: bool) -> EntityId {
        let id = match (named, phrase.definite, self.last_document) {
            (true, ..) => {
                let name = self.bare_text(phrase.base);
                self.enter_named(name, SourceClass::Document)
            }
            (false, true, Some(last)) => last,
            _ => {
                let key = self.bare_text(phrase.base).to_lowercase();
                self.unnamed(SourceClass::Document, false, Some(&key))
            }
        };
        self.last_document = Some(id);
        id
    }

    /// The words of a phrase without its determiner.
    fn bare_text(&self, tokens: TokenSpan) -> String {
        let determiner = matches!(
            self.article.word(tokens.start).to_lowercase().as_str(),
            "the" | "a" | "an" | "this" | "that" | "these" | "those"
        );
        let start = tokens.start + u32::from(determiner && tokens.len() > 1);
        let document = &self.article.document;
        document.span(TokenSpan { start, ..tokens }).of(document.text).to_owned()
    }

    fn enter_named(&mut self, name: String, class: SourceClass) -> EntityId {
        if let Some(&id) = self.by_name.get(&name) {
            return id;
        }
        let id = self.enter(Entity {
            id: EntityId(0),
            name: Some(name.clone()),
            class,
            anonymous: false,
            role: None,
            mentions: Vec::new(),
        });
        self.by_name.insert(name, id);
        id
    }

    /// Somebody without a name; the same words are the same entity.
    fn unnamed(&mut self, class: SourceClass, anonymous: bool, key: Option<&str>) -> EntityId {
        let key = format!("\0{class:?} {}", key.unwrap_or_default());
        if let Some(&id) = self.by_name.get(&key) {
            return id;
        }
        let id = self.enter(Entity {
            id: EntityId(0),
            name: None,
            class,
            anonymous,
            role: None,
            mentions: Vec::new(),
        });
        self.by_name.insert(key, id);
        id
    }

    /// The account of a post.
    fn account(&mut self, embed: &Embed<'_>) -> EntityId {
        let name = embed.name.as_deref().or(embed.handle.as_deref()).unwrap_or_default().to_owned();
        self.enter_named(name, SourceClass::Account)
    }

    fn enter(&mut self, entity: Entity) -> EntityId {
        let id = EntityId(self.entities.len() as u32);
        self.entities.push(Entity { id, ..entity });
        id
    }
}
