//! Ties every source to an entity, in the order of the text.

use super::anonymity::{self, Anonymity};
use super::antecedent::{self, Antecedent};
use super::body::{self, Compounds};
use super::cast::{Cast, Figure, MemberId};
use super::discourse::{Discourse, Meant};
use super::phrase::{Phrase, Pronoun};
use super::registry::Registry;
use super::{Entity, EntityId, SourceClass, account, named, role};
use crate::article::Article;
use crate::document::TokenSpan;
use crate::embed::Embed;
use crate::lexicon::Facts;
use crate::tagger::Tag;
use crate::{Attribution, Production, Span};
use std::collections::HashMap;

/// "They" and "it" reach so many bytes back.
const REACH: u32 = 1500;
/// "It" passes over so many names.
const NAMES: usize = 6;

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
    }
    entities
}

/// Whom a source stands for, and whether somebody else fits nearly as well.
type Found = (EntityId, bool);

struct Resolver<'a> {
    article: &'a Article<'a>,
    cast: Cast,
    discourse: Discourse,
    compounds: Compounds,
    registry: Registry,
    /// The last document of each kind, by the hash of its noun.
    documents: HashMap<u32, EntityId>,
    /// The last group, body or document that was a source, and where.
    last: Option<(EntityId, u32)>,
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
                None if quoted => self.unnamed(SourceClass::Unclear, "I"),
                None => self.unnamed(SourceClass::Author, ""),
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

    fn source(&mut self, tokens: TokenSpan) -> Found {
        if tokens.is_empty() {
            return (self.unnamed(SourceClass::Unclear, ""), false);
        }
        let phrase = Phrase::of(self.article, tokens);
        if let Some(pronoun) = phrase.pronoun {
            return self.pronoun(pronoun, tokens);
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

    fn members(&mut self, members: Vec<MemberId>) -> EntityId {
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
                ..Entity::default()
            }
        })
    }

    fn meant(&mut self, meant: Meant) -> Found {
        (self.members(vec![meant.member]), meant.doubtful)
    }

    fn pronoun(&mut self, pronoun: Pronoun, tokens: TokenSpan) -> Found {
        match pronoun {
            Pronoun::Person => match self.discourse.at(tokens.start) {
                Some(meant) => self.meant(meant),
                None => (self.unnamed(SourceClass::Person, "a pronoun"), false),
            },
            Pronoun::Who => self.relative(tokens.start, true),
            Pronoun::Which => self.relative(tokens.start, false),
            Pronoun::Speaker => (self.unnamed(SourceClass::Author, ""), false),
            Pronoun::They => match self.last.filter(|last| self.is_near(tokens.start, last.1)) {
                Some((id, _)) => (id, false),
                None => {
                    let none = Anonymity::default();
                    (self.registry.unnamed(SourceClass::Group, true, "they", none), true)
                }
            },
            Pronoun::It => self.it(tokens.start),
        }
    }

    fn is_near(&self, token: u32, byte: u32) -> bool {
        let at = self.article.document.tokens.get(token as usize).map_or(0, |t| t.span.start);
        at.saturating_sub(byte) < REACH
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
                self.description(&phrase, TokenSpan { end: tokens.end + 1, ..tokens })
            }
            None => (self.unnamed(SourceClass::Unclear, "which"), false),
        }
    }

    /// The last organization that is named, or the last group or document that was a source.
    fn it(&mut self, at: u32) -> Found {
        let next = self.cast.mentions.partition_point(|m| m.tokens.start < at);
        let recent = self.cast.mentions[..next].iter().rev().take(NAMES);
        let body =
            recent.filter(|m| !self.cast.is_person(m.member)).map(|m| (m.member, m.tokens)).next();
        let place = |t: TokenSpan| self.article.document.tokens[t.start as usize].span.start;
        let last = self.last.filter(|last| self.is_near(at, last.1));
        match (last, body) {
            (Some((id, end)), Some((_, tokens))) if end + 200 > place(tokens) => (id, false),
            (_, Some((member, _))) => (self.members(vec![member]), false),
            (Some((id, _)), None) => (id, false),
            (None, None) => (self.unnamed(SourceClass::Unclear, "it"), false),
        }
    }

    /// A common noun: somebody known by that role, or whoever it says.
    fn description(&mut self, phrase: &Phrase, tokens: TokenSpan) -> Found {
        if let Some(found) = self.known(phrase, tokens) {
            return found;
        }
        let class = phrase.class(self.article);
        let anonymous = (matches!(class, SourceClass::Group | SourceClass::UnnamedPerson))
            && !phrase.mass
            && anonymity::is_anonymous(self.article, phrase);
        let told = match anonymous {
            true => anonymity::told(self.article, phrase, tokens),
            false => Anonymity::default(),
        };
        let words = self.bare_text(phrase.base).to_lowercase();
        (self.registry.unnamed(class, anonymous, &words, told), false)
    }

    /// What the article names elsewhere, by its kind.
    fn known(&mut self, phrase: &Phrase, tokens: TokenSpan) -> Option<Found> {
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
        let member = body::organization(self.article, &self.cast, phrase, definite)?;
        Some((self.members(vec![member]), false))
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
                    self.unnamed(SourceClass::Document, &words)
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

    fn unnamed(&mut self, class: SourceClass, words: &str) -> EntityId {
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
        let handle = source.of(self.article.document.text).trim_start_matches(['@', '＠']);
        let name = self.accounts.get(&handle.to_lowercase()).copied().unwrap_or(handle);
        self.registry.account(handle, name)
    }
}
