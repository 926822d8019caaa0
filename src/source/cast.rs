//! The cast of an article: every name in it, merged, as a person or an organization.

use super::name_word::is_suffix;
use super::namesake;
use super::role::{self, Gender, Role};
use super::run::{self, Run};
use crate::Span;
use crate::article::Article;
use crate::document::{TokenKind, TokenSpan};
use crate::lexicon::Facts;
use std::collections::HashMap;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    Person,
    Organization,
}

/// The number of a member of the cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct MemberId(pub(super) u32);

/// Somebody or something with a name.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) figure: Figure,
    /// The fullest form of the name, without titles.
    pub(super) name: TokenSpan,
    pub(super) gender: Option<Gender>,
    pub(super) roles: Vec<Role>,
    /// The words that give a role, where the text has any.
    pub(super) role: Option<TokenSpan>,
    /// The first token of its first mention.
    pub(super) first: u32,
    /// What speaks for a person, summed up.
    pub(super) person: i32,
    /// Has a title or a role, or a first name.
    pub(super) introduced: bool,
}

impl Member {
    /// One word that the text never introduces as a person's name: only pronouns can tell.
    pub(super) fn is_lone(&self) -> bool {
        self.figure == Figure::Person && !self.introduced
    }
}

/// A name where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    /// Titles included.
    pub(super) tokens: TokenSpan,
    /// Without titles.
    pub(super) name: TokenSpan,
    pub(super) member: MemberId,
    /// Another member of that name is as near.
    pub(super) doubtful: bool,
}

/// All names of an article.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub(super) members: Vec<Member>,
    /// In the order of the text.
    pub(super) mentions: Vec<Mention>,
}

/// Of members of one name, so many are compared; more share a name in no article.
pub(super) const NAMESAKES: usize = 32;
/// So many roles of a member are kept.
const ROLES: usize = 16;

impl Cast {
    /// Collects the names of an article.
    pub(super) fn of(article: &Article<'_>) -> Self {
        let runs = run::runs(article);
        let mut builder = Builder {
            article,
            cast: Cast::default(),
            by_last: HashMap::new(),
            by_first: HashMap::new(),
            by_initials: HashMap::new(),
        };
        // Full names first, so that a surname in a headline or lead finds its owner further down.
        let full = |r: &&Run| r.name.len() >= 2 && !r.title_case && r.glued.is_none();
        let mut owners: Vec<Option<MemberId>> =
            runs.iter().map(|r| full(&r).then(|| builder.full_name(r))).collect();
        for (run, owner) in runs.iter().zip(&owners) {
            if let Some(id) = owner {
                builder.describe(run, *id);
            }
        }
        for run in runs.iter().filter(|r| r.titled && r.name.len() == 1 && !r.title_case) {
            builder.part_couples(run);
        }
        for (run, owner) in runs.iter().zip(&mut owners) {
            match owner {
                Some(member) => builder.mention(run.tokens, run.name, *member, false),
                None => *owner = builder.short_name(run),
            }
        }
        builder.lengthen_from_titles(&runs, &owners);
        builder.cast.mentions.sort_unstable_by_key(|m| m.tokens.start);
        builder.unread();
        builder.cast.mentions.sort_unstable_by_key(|m| m.tokens.start);
        for member in &mut builder.cast.members {
            member.figure = if member.person >= 0 { Figure::Person } else { Figure::Organization };
        }
        builder.cast
    }

    /// The mention whose name or titles hold a token.
    pub(super) fn at(&self, token: u32) -> Option<&Mention> {
        let next = self.mentions.partition_point(|m| m.tokens.start <= token);
        next.checked_sub(1).map(|i| &self.mentions[i]).filter(|m| m.tokens.holds(token))
    }

    /// The mentions that lie within some tokens.
    pub(super) fn within(&self, tokens: TokenSpan) -> &[Mention] {
        let first = self.mentions.partition_point(|m| m.tokens.start < tokens.start);
        let last = self.mentions.partition_point(|m| m.tokens.end <= tokens.end);
        &self.mentions[first..last.max(first)]
    }

    pub(super) fn member(&self, id: MemberId) -> &Member {
        &self.members[id.0 as usize]
    }

    /// Where the article first names a member.
    pub(super) fn first_mention(&self, article: &Article<'_>, id: MemberId) -> Option<Span> {
        let mention = self.at(self.member(id).first)?;
        Some(article.document.span(mention.tokens))
    }

    pub(super) fn is_person(&self, id: MemberId) -> bool {
        self.member(id).figure == Figure::Person
    }
}

/// Members of one key, in the order in which they were entered.
pub(super) type Index<'a> = HashMap<&'a str, Vec<MemberId>>;

pub(super) struct Builder<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) cast: Cast,
    /// Members by the last and by the first word of their name.
    pub(super) by_last: Index<'a>,
    pub(super) by_first: Index<'a>,
    by_initials: HashMap<String, MemberId>,
}

impl<'a> Builder<'a> {
    pub(super) fn word(&self, token: u32) -> &'a str {
        self.article.word(token)
    }

    /// The last word of a name that is no suffix.
    fn surname(&self, name: TokenSpan) -> &'a str {
        let mut words = (name.start..name.end).rev().map(|t| self.word(t));
        words.find(|w| !is_suffix(w)).unwrap_or(self.word(name.start))
    }

    /// The member with that full name, or a new one.
    fn full_name(&mut self, run: &Run) -> MemberId {
        let namesakes = self.by_last.get(self.surname(run.name)).into_iter().flatten();
        let same = namesakes.rev().take(NAMESAKES).copied().find(|&id| self.is_same(id, run.name));
        let id = same.unwrap_or_else(|| self.enter(run));
        if run.name.len() > self.cast.member(id).name.len() {
            self.cast.members[id.0 as usize].name = run.name;
        }
        id
    }

    /// Same surname, and first names that agree: equal, an initial, or among the other's names.
    pub(super) fn is_same(&self, id: MemberId, name: TokenSpan) -> bool {
        let own = self.cast.member(id).name;
        let (a, b) = (self.word(own.start), self.word(name.start));
        let initial = |x: &str, y: &str| x.len() == 2 && x.ends_with('.') && y.starts_with(&x[..1]);
        let holds = |tokens: TokenSpan, word: &str| {
            (tokens.start..tokens.end.saturating_sub(1).min(tokens.start + 6))
                .any(|t| self.word(t) == word)
        };
        own.len() > 1 && (initial(a, b) || initial(b, a) || holds(own, b) || holds(name, a))
    }

    fn enter(&mut self, run: &Run) -> MemberId {
        let id = MemberId(self.cast.members.len() as u32);
        self.cast.members.push(Member {
            figure: Figure::Person,
            name: run.name,
            gender: None,
            roles: Vec::new(),
            role: None,
            first: run.tokens.start,
            person: 0,
            introduced: false,
        });
        self.by_last.entry(self.surname(run.name)).or_default().push(id);
        let joint = (run.name.start..run.name.end).any(|t| self.word(t) == "/");
        if run.name.len() > 1 && !joint {
            self.by_first.entry(self.word(run.name.start)).or_default().push(id);
            if let Some(nickname) = self.nickname(run.name) {
                self.by_first.entry(nickname).or_default().push(id);
            }
            // Democracy for Orland is DFO or DO.
            let words = || (run.name.start..run.name.end).map(|t| self.word(t));
            let first = |w: &str| w.chars().next().filter(|c| c.is_alphabetic());
            let capital = |w: &&str| w.starts_with(char::is_uppercase);
            let short: String = words().filter(capital).filter_map(first).collect();
            let long: String = words().filter_map(first).flat_map(char::to_uppercase).collect();
            self.by_initials.entry(short).or_insert(id);
            self.by_initials.entry(long).or_insert(id);
        }
        id
    }

    /// Robert C. "Bobby" Orr: Bobby.
    fn nickname(&self, name: TokenSpan) -> Option<&'a str> {
        let opens = |t: &u32| {
            let token = self.article.document.tokens.get(*t as usize);
            token.is_some_and(|t| t.kind == TokenKind::OpenQuote)
        };
        let mark = (name.start..name.end).find(opens)?;
        Some(self.word(mark + 1))
    }

    /// "Mr. Orr" beside Mary Orr, the first lady: somebody else of that surname.
    fn part_couples(&mut self, run: &Run) {
        let gendered =
            (run.tokens.start..run.name.start).any(|t| role::marked(self.word(t)).is_some());
        let owned = self.by_last.contains_key(self.surname(run.name));
        if gendered && owned && self.known(run).is_none() {
            let id = self.enter(run);
            self.describe(run, id);
        }
    }

    /// Writes down the owner of a surname, a first name, an acronym; a new member where nobody owns it.
    fn short_name(&mut self, run: &Run) -> Option<MemberId> {
        if let Some(start) = run.glued {
            return Some(self.glued(run, start));
        }
        let (id, doubtful) = match self.known(run) {
            Some(known) => known,
            None if run.title_case || run.office || run.name.len() > 1 => return None,
            None if self.is_common(run) => return None,
            None => (self.enter(run), false),
        };
        self.describe(run, id);
        self.mention(run.tokens, run.name, id, doubtful);
        Some(id)
    }

    /// "the Washington Post Orr": two names where "Orr" is known, else one.
    fn glued(&mut self, run: &Run, start: u32) -> MemberId {
        let rest = Run {
            tokens: TokenSpan { start, ..run.tokens },
            name: TokenSpan { start, ..run.tokens },
            glued: None,
            person: 0,
            ..*run
        };
        let known = self.known(&rest).filter(|_| !run.title_case);
        let (run, id) = match known {
            Some((id, _)) => (rest, id),
            None => (*run, self.full_name(run)),
        };
        self.describe(&run, id);
        self.mention(run.tokens, run.name, id, false);
        id
    }

    fn is_common(&self, run: &Run) -> bool {
        let date = Facts::WEEKDAY.or(Facts::MONTH).or(Facts::DEMONYM);
        self.article.lexeme(run.name.start).facts.any(date)
    }

    /// Whose surname, acronym or first name it is, and whether that is in doubt.
    fn known(&self, run: &Run) -> Option<(MemberId, bool)> {
        let word = self.surname(run.name);
        let spelt = titled_case(word);
        let ids = self.by_last.get(word).or_else(|| self.by_last.get(spelt.as_deref()?));
        if let Some(ids) = ids {
            if run.name.len() > 1 {
                let same = ids.iter().rev().take(NAMESAKES).find(|id| self.is_same(**id, run.name));
                return same.map(|id| (*id, false));
            }
            return namesake::choose(self.article, &self.cast, ids, run);
        }
        if run.name.len() > 1 {
            return None;
        }
        let first = || self.by_first.get(word).filter(|_| !run.titled);
        self.acronym(word).or_else(|| first().map(|ids| ids[0])).map(|id| (id, false))
    }

    /// The organization whose initials a word of capitals is.
    fn acronym(&self, word: &str) -> Option<MemberId> {
        let letters: String = word.chars().filter(|c| *c != '.').collect();
        let capitals = letters.len() >= 2 && letters.chars().all(char::is_uppercase);
        if !capitals { None } else { self.by_initials.get(&letters).copied() }
    }

    /// Adds what the words around a name say of its owner.
    fn describe(&mut self, run: &Run, id: MemberId) {
        let found = role::around(self.article, run);
        let person = i32::from(!found.roles.is_empty()) * 2 + run.person;
        let person = person - i32::from(found.body && !run.titled) * 6;
        let member = &mut self.cast.members[id.0 as usize];
        // "Marle" for Ann Orr Marle tells nothing against the full name.
        let person = if run.name.len() < member.name.len() { person.max(0) } else { person };
        member.introduced |= run.titled || !found.roles.is_empty() || member.name.len() > 1;
        member.first = member.first.min(run.tokens.start);
        member.person = (member.person + person).clamp(-1000, 1000);
        member.gender = member.gender.or(found.gender);
        member.role = member.role.or(found.shown);
        let room = ROLES.saturating_sub(member.roles.len());
        member.roles.extend(found.roles.into_iter().take(room));
    }

    /// Writes a mention down.
    pub(super) fn mention(
        &mut self,
        tokens: TokenSpan,
        name: TokenSpan,
        member: MemberId,
        doubtful: bool,
    ) {
        self.cast.mentions.push(Mention { tokens, name, member, doubtful });
    }
}

/// "HALVORSEN" as "Halvorsen", as transcripts write the names of those who speak.
fn titled_case(word: &str) -> Option<String> {
    let mut chars = word.chars();
    let first = chars.next()?;
    let capitals = word.chars().count() > 2 && word.chars().all(char::is_uppercase);
    capitals.then(|| first.to_string() + &chars.as_str().to_lowercase())
}
