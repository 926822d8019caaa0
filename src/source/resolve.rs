//! Ties every source to an entity, in the order of the text.

use super::anonymity::{self, Anonymity};
use super::body::{self, Compounds};
use super::cast::{Cast, Figure, MemberId};
use super::discourse::Discourse;
use super::phrase::{Phrase, Pronoun};
use super::registry::Registry;
use super::view::{Meant, Who};
use super::{Entity, EntityId, SourceClass, account, named, role};
use crate::article::Article;
use crate::document::TokenSpan;
use crate::embed::{self, Embed};
use crate::lexicon::Facts;
use crate::tagger::Tag;
use crate::{Attribution, Production, Span};
use std::collections::HashMap;

/// Where two readings remain, an attribution is only so sure of what it was, 0 to 1.
const DOUBT: f32 = 0.8;

/// Finds out whose words each attribution's source stands for.
pub(crate) fn resolve(
    article: &Article<'_>,
    embeds: &[Embed<'_>],
    attributions: &mut [Attribution],
) -> Vec<Entity> {
    let spoken = |a: &Attribution| Some(article.document.tokens_in(a.source.as_ref()?.span));
    let mut sources: Vec<TokenSpan> = attributions.iter().filter_map(spoken).collect();
    sources.sort_unstable();
    let mut cast = Cast::of(article);
    let discourse = Discourse::read(article, &mut cast, &sources);
    let compounds = Compounds::of(article, &cast);
    let mut resolver = Resolver {
        article,
        cast,
        discourse,
        compounds,
        registry: Registry::default(),
        documents: HashMap::new(),
        unnamed: HashMap::new(),
        last: None,
        accounts: account::display_names(embeds),
    };
    resolver.all(embeds, attributions);
    resolver.speakers(attributions);
    resolver.conditions(attributions);
    account::give_owners(article, &resolver.cast, &mut resolver.registry, embeds);
    let mut entities = resolver.registry.entities;
    for entity in &mut entities {
        entity.mentions.sort_unstable();
        entity.doubtful.sort_unstable();
        entity.first_mention = entity.first_mention.or(entity.mentions.first().copied());
    }
    entities
}

/// Whom a source stands for, and whether somebody else fits nearly as well.
pub(super) type Found = (EntityId, bool);

pub(super) struct Resolver<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) cast: Cast,
    pub(super) discourse: Discourse,
    compounds: Compounds,
    pub(super) registry: Registry,
    /// The last document of each kind, by the hash of its noun.
    documents: HashMap<u32, EntityId>,
    /// The last people without a name that were called by a noun, by its hash.
    unnamed: HashMap<(SourceClass, u32), EntityId>,
    /// The last group, body or document that was a source, and where.
    pub(super) last: Option<(EntityId, u32)>,
    /// Display names by handles in lower case.
    accounts: HashMap<String, &'a str>,
}

impl Resolver<'_> {
    /// All sources but the pronouns of those who speak.
    fn all(&mut self, embeds: &[Embed<'_>], attributions: &mut [Attribution]) {
        for attribution in attributions {
            let Some(source) = &mut attribution.source else { continue };
            let span = source.span;
            let tokens = self.article.document.tokens_in(span);
            let post = attribution.production == Production::Post;
            let at = embeds.partition_point(|e| e.span.end <= span.start);
            let embed = embeds.get(at).filter(|e| post && e.span.overlaps(span));
            let found = match embed {
                Some(embed) => (self.account(embed), false),
                None if post => (self.reposted(span), false),
                None if self.speaks(tokens) => continue,
                None => self.source(tokens),
            };
            source.entity = Some(found.0);
            if found.1 {
                attribution.confidence *= DOUBT;
            }
            self.note(found, span);
        }
    }

    fn note(&mut self, (id, doubtful): Found, span: Span) {
        let entity = &mut self.registry.entities[id.0 as usize];
        entity.mentions.push(span);
        if doubtful {
            entity.doubtful.push(span);
        }
        let group = matches!(
            entity.class,
            SourceClass::Group | SourceClass::Organization | SourceClass::Document
        ) || entity.name.as_ref().is_some_and(|n| n.contains("; "));
        if group {
            self.last = Some((id, span.end));
        }
    }

    fn speaks(&self, tokens: TokenSpan) -> bool {
        !tokens.is_empty() && Phrase::of(self.article, tokens).pronoun == Some(Pronoun::Speaker)
    }

    /// I and we: whoever is quoted, else the writer.
    fn speakers(&mut self, attributions: &mut [Attribution]) {
        for index in 0..attributions.len() {
            let Some(source) = attributions[index].source.filter(|s| s.entity.is_none()) else {
                continue;
            };
            let parent = attributions[index].parent.and_then(|p| attributions.get(p.0 as usize));
            let speaker = parent.and_then(|p| p.source).and_then(|s| s.entity);
            let first = self.article.document.tokens_in(source.span).start as usize;
            let quoted = self.article.document.tokens.get(first).is_some_and(|t| t.quoted);
            let id = match speaker.filter(|_| quoted) {
                Some(id) => id,
                None if quoted => self.nameless(SourceClass::Unclear, "I"),
                None => self.nameless(SourceClass::Author, ""),
            };
            if let Some(source) = &mut attributions[index].source {
                source.entity = Some(id);
            }
            self.note((id, false), source.span);
        }
    }

    /// Gives the reasons for not naming somebody to the source before them.
    fn conditions(&mut self, attributions: &[Attribution]) {
        let mut spans: Vec<_> =
            attributions.iter().filter_map(|a| a.source).map(|s| (s.span, s.entity)).collect();
        spans.sort_unstable();
        for condition in anonymity::conditions(self.article) {
            let at = self.article.document.tokens[condition.token as usize].span.start;
            let next = spans.partition_point(|(s, _)| s.start <= at);
            let near = |s: &&(Span, Option<EntityId>)| at.saturating_sub(s.0.end) < 400;
            let before = spans[..next].iter().rev().take(4).take_while(near);
            let unnamed = before.filter_map(|(_, e)| *e).find(|e| {
                let entity = self.registry.get(*e);
                entity.name.is_none() && entity.class != SourceClass::Author
            });
            if let Some(id) = unnamed {
                let entity = &mut self.registry.entities[id.0 as usize];
                entity.anonymous = true;
                entity.anonymity.reason = entity.anonymity.reason.or(condition.reason);
            }
        }
    }

    pub(super) fn source(&mut self, tokens: TokenSpan) -> Found {
        if tokens.is_empty() {
            return (self.nameless(SourceClass::Unclear, ""), false);
        }
        let phrase = Phrase::of(self.article, tokens);
        if let Some(pronoun) = phrase.pronoun {
            return self.pronoun(pronoun, tokens);
        }
        if let Some(member) = named::apposed_person(self.article, &self.cast, tokens, &phrase) {
            return (self.members(vec![member]), false);
        }
        if let Some(found) = self.utterance(&phrase) {
            return found;
        }
        let (members, doubtful) = named::members(self.article, &self.cast, tokens, &phrase);
        if !members.is_empty() {
            return (self.members(members), doubtful);
        }
        self.description(&phrase, tokens)
    }

    /// "Orr's remarks", "his claim": the person or body that utters it.
    fn utterance(&mut self, phrase: &Phrase) -> Option<Found> {
        let owner = phrase.owner?;
        let facts = self.article.lexeme(phrase.head).facts;
        let record = Facts::DOCUMENT.or(Facts::RECORD);
        let other =
            Facts::ORGANIZATION.or(Facts::GROUP).or(Facts::POPULATION).or(Facts::COLLECTIVE);
        let common = !self.article.tag(phrase.head).is_proper();
        let thing = !facts.any(other.or(record)) && !role::is_personal(self.article, phrase.head);
        (common && (facts.any(Facts::SPEECH) || thing) && !phrase.one_of)
            .then(|| self.source(owner))
    }

    pub(super) fn members(&mut self, members: Vec<MemberId>) -> EntityId {
        let (article, cast) = (self.article, &self.cast);
        self.registry.members(members, |members| {
            let name = |id: &MemberId| article.document.span(cast.member(*id).name);
            let names: Vec<&str> =
                members.iter().map(|m| name(m).of(article.document.text)).collect();
            let person = members.iter().all(|m| cast.member(*m).figure == Figure::Person);
            let role = members.first().and_then(|m| cast.member(*m).role);
            Entity {
                name: Some(names.join("; ")),
                class: if person { SourceClass::Person } else { SourceClass::Organization },
                role: role.filter(|_| members.len() == 1).map(|r| article.document.span(r)),
                first_mention: members.iter().filter_map(|m| cast.first_mention(article, *m)).min(),
                ..Entity::default()
            }
        })
    }

    pub(super) fn meant(&mut self, meant: Meant) -> Found {
        match meant.who {
            Who::Member(member) => (self.members(vec![member]), meant.doubtful),
            Who::Unnamed(words, _) => {
                let phrase = Phrase::of(self.article, words);
                (self.unknown(&phrase, words), meant.doubtful)
            }
            Who::Joined(first, last) => {
                let mut members: Vec<MemberId> = Vec::new();
                for mention in &self.cast.mentions[first..=last] {
                    if !members.contains(&mention.member) {
                        members.push(mention.member);
                    }
                }
                (self.members(members), meant.doubtful)
            }
        }
    }

    /// A common noun: somebody known by that role, or whoever it says.
    pub(super) fn description(&mut self, phrase: &Phrase, tokens: TokenSpan) -> Found {
        if let Some(found) = self.known(phrase, tokens) {
            return found;
        }
        (self.unknown(phrase, tokens), false)
    }

    /// Whoever the words say, without a name; "the official" is the last one who was called so.
    pub(super) fn unknown(&mut self, phrase: &Phrase, tokens: TokenSpan) -> EntityId {
        let class = phrase.class(self.article);
        let key = (class, self.article.lexeme(phrase.head).hash);
        let again = phrase.definite && phrase.owner.is_none() && phrase.base.len() <= 2;
        let people = matches!(class, SourceClass::Group | SourceClass::UnnamedPerson);
        if let Some(&id) = self.unnamed.get(&key).filter(|_| again && people && !phrase.mass) {
            return id;
        }
        let id = self.described(phrase, tokens, class);
        self.unnamed.insert(key, id);
        id
    }

    fn described(&mut self, phrase: &Phrase, tokens: TokenSpan, class: SourceClass) -> EntityId {
        let anonymous = (matches!(class, SourceClass::Group | SourceClass::UnnamedPerson))
            && !phrase.mass
            && anonymity::is_anonymous(self.article, phrase);
        let told = match anonymous {
            true => anonymity::told(self.article, phrase, tokens),
            false => Anonymity::default(),
        };
        let words = self.bare_text(phrase.base).to_lowercase();
        self.registry.unnamed(class, anonymous, &words, told)
    }

    /// What the article names elsewhere, by its kind.
    pub(super) fn known(&mut self, phrase: &Phrase, tokens: TokenSpan) -> Option<Found> {
        let class = phrase.class(self.article);
        let proper = self.proper_start(phrase);
        if !phrase.plural
            && let Some(meant) = self.by_role(phrase)
        {
            return Some(self.meant(meant));
        }
        match class {
            SourceClass::Document => Some((self.document(phrase, proper), false)),
            SourceClass::Organization => self.organization(phrase, proper),
            SourceClass::UnnamedPerson if !phrase.one_of && phrase.owner.is_none() => {
                // "the retailer" may be a person or a company: the one that was named.
                let both = self.article.lexeme(phrase.head).facts.any(Facts::ORGANIZATION);
                let company = both.then(|| body::company(self.article, &self.cast, phrase));
                if let Some((member, doubtful)) = company.flatten() {
                    return Some((self.members(vec![member]), doubtful));
                }
                let role = role::key(self.article, phrase.head);
                let generic = self.article.lexeme(phrase.head).facts.any(Facts::UNNAMED);
                let quantified = tokens.len() > phrase.base.len() && !phrase.definite;
                let ahead = body::holder_ahead(self.article, &self.cast, phrase.head, role)?;
                (!generic && !quantified).then(|| (self.members(vec![ahead]), false))
            }
            _ => None,
        }
    }

    /// The head's role, or that of the phrase before "and": "the nominee and his aides".
    fn by_role(&self, phrase: &Phrase) -> Option<Meant> {
        let and = (phrase.base.start..phrase.head).find(|&t| self.article.tag(t) == Tag::Cc);
        let first = and.and_then(|t| self.discourse.at(t.checked_sub(1)?));
        first.or_else(|| self.discourse.at(phrase.head))
    }

    /// Where a name within the base begins, if it holds one outside a headline.
    fn proper_start(&self, phrase: &Phrase) -> Option<u32> {
        let proper = |t: &u32| self.article.tag(*t).is_proper();
        let found = (phrase.base.start..phrase.head).find(proper);
        found.filter(|_| !body::in_title(self.article, phrase.head))
    }

    fn organization(&mut self, phrase: &Phrase, proper: Option<u32>) -> Option<Found> {
        let head = phrase.head;
        if let Some(start) = proper {
            let name = self.text(TokenSpan { start, end: head + 1 });
            return Some((self.registry.named(name, SourceClass::Organization), false));
        }
        if phrase.plural {
            return None;
        }
        let definite = phrase.definite && phrase.owner.is_none();
        if let Some(span) = self.compounds.find(self.article, head, definite) {
            let name = self.text(span);
            return Some((self.registry.named(name, SourceClass::Organization), false));
        }
        if let Some(member) = body::organization(self.article, &self.cast, phrase, definite) {
            return Some((self.members(vec![member]), false));
        }
        let (member, doubtful) = body::company(self.article, &self.cast, phrase)?;
        Some((self.members(vec![member]), doubtful))
    }

    /// A poll or report: by its name, or the last of its kind where it has none and is "the".
    fn document(&mut self, phrase: &Phrase, proper: Option<u32>) -> EntityId {
        let kind = self.article.lexeme(phrase.head).hash;
        let last = self.documents.get(&kind).copied().filter(|_| phrase.definite);
        let named = || self.compounds.find(self.article, phrase.head, phrase.definite);
        let id = match (proper, last) {
            (Some(start), _) if phrase.owner.is_none() => {
                let name = self.text(TokenSpan { start, end: phrase.head + 1 });
                self.registry.named(name, SourceClass::Document)
            }
            (_, Some(last)) if phrase.owner.is_none() => last,
            _ => match named().filter(|_| phrase.owner.is_none() && !phrase.plural) {
                Some(span) => {
                    let name = self.text(span);
                    self.registry.named(name, SourceClass::Document)
                }
                None => {
                    let words = self.bare_text(phrase.base).to_lowercase();
                    self.nameless(SourceClass::Document, &words)
                }
            },
        };
        self.documents.insert(kind, id);
        id
    }

    fn text(&self, tokens: TokenSpan) -> String {
        self.article.document.span(tokens).of(self.article.document.text).to_owned()
    }

    /// The words of a phrase without its determiner.
    fn bare_text(&self, tokens: TokenSpan) -> String {
        let determined = self.article.tag(tokens.start) == Tag::Dt && tokens.len() > 1;
        self.text(TokenSpan { start: tokens.start + u32::from(determined), ..tokens })
    }

    pub(super) fn nameless(&mut self, class: SourceClass, words: &str) -> EntityId {
        self.registry.unnamed(class, false, words, Anonymity::default())
    }

    /// The account of a post.
    fn account(&mut self, embed: &Embed<'_>) -> EntityId {
        let name = embed.name.as_deref().or(embed.handle.as_deref()).unwrap_or_default();
        let key = embed.handle.as_deref().unwrap_or(name);
        let name = self.accounts.get(&key.to_lowercase()).copied().unwrap_or(name);
        self.registry.account(key, name)
    }

    /// The account whose words a post hands on.
    fn reposted(&mut self, source: Span) -> EntityId {
        let words = source.of(self.article.document.text);
        let handle = embed::account(words).map_or(words, |(_, handle)| handle);
        let name = self.accounts.get(&handle.to_lowercase()).copied().unwrap_or(handle);
        self.registry.account(handle, name)
    }
}
