//! The cast of an article: every name in it, merged, as a person or an organization.

use crate::article::Article;
use crate::document::{BlockKind, TokenKind, TokenSpan};
use crate::lexicon::Facts;
use crate::tagger::Tag;
use std::collections::HashMap;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    Person,
    Organization,
}

/// Grammatical gender, as pronouns and titles in the text itself mark it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    She,
    He,
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
    /// Title words and the heads of appositions, as lemma hashes.
    pub(super) roles: Vec<u32>,
    /// The words that give a role, where the text has any.
    pub(super) role: Option<TokenSpan>,
}

/// A name where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    /// Titles included.
    pub(super) tokens: TokenSpan,
    /// Without titles.
    pub(super) name: TokenSpan,
    pub(super) member: MemberId,
}

/// All names of an article.
pub(super) struct Cast {
    pub(super) members: Vec<Member>,
    /// In the order of the text.
    pub(super) mentions: Vec<Mention>,
}

/// A run of capitalised words, before it is known whose it is.
struct Run {
    tokens: TokenSpan,
    name: TokenSpan,
    titled: bool,
    title_case: bool,
    figure: Figure,
}

impl Cast {
    /// Collects the names of an article.
    pub(super) fn of(article: &Article<'_>) -> Self {
        let runs = runs(article);
        let mut builder = Builder {
            article,
            cast: Cast { members: Vec::new(), mentions: Vec::new() },
            by_last: HashMap::new(),
            by_first: HashMap::new(),
        };
        // Full names first, so that a surname in a headline or lead finds its owner further down.
        let full = |r: &&Run| r.name.len() >= 2 && !r.title_case;
        let mut owners: Vec<Option<MemberId>> =
            runs.iter().map(|r| full(&r).then(|| builder.full_name(r))).collect();
        for (run, owner) in runs.iter().zip(&mut owners) {
            *owner = owner.or_else(|| builder.short_name(run));
        }
        for (run, owner) in runs.iter().zip(owners) {
            if let Some(member) = owner {
                builder.note(run, member);
            }
        }
        builder.cast
    }

    /// The mention whose name holds a token.
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

    /// The mentions before a token, nearest first.
    pub(super) fn before(&self, token: u32) -> impl Iterator<Item = &Mention> {
        let next = self.mentions.partition_point(|m| m.tokens.start < token);
        self.mentions[..next].iter().rev()
    }

    pub(super) fn member(&self, id: MemberId) -> &Member {
        &self.members[id.0 as usize]
    }
}

struct Builder<'a> {
    article: &'a Article<'a>,
    cast: Cast,
    /// Members by the last and by the first word of their name, the latest last.
    by_last: HashMap<&'a str, Vec<MemberId>>,
    by_first: HashMap<&'a str, Vec<MemberId>>,
}

impl<'a> Builder<'a> {
    fn word(&self, token: u32) -> &'a str {
        self.article.word(token)
    }

    /// The member with that full name, or a new one.
    fn full_name(&mut self, run: &Run) -> MemberId {
        let last = self.word(run.name.end - 1);
        let same =
            self.by_last.get(last).into_iter().flatten().copied().find(|&id| self.is_same(id, run));
        let id = same.unwrap_or_else(|| self.enter(run));
        let fuller = run.name.len() > self.cast.member(id).name.len();
        if fuller {
            self.cast.members[id.0 as usize].name = run.name;
        }
        id
    }

    /// Same surname, and first names that agree: equal, an initial, or one left out.
    fn is_same(&self, id: MemberId, run: &Run) -> bool {
        let member = self.cast.member(id);
        let (a, b) = (self.word(member.name.start), self.word(run.name.start));
        let initial = |x: &str, y: &str| x.len() == 2 && x.ends_with('.') && y.starts_with(&x[..1]);
        member.name.len() > 1 && (a == b || initial(a, b) || initial(b, a))
    }

    fn enter(&mut self, run: &Run) -> MemberId {
        let id = MemberId(self.cast.members.len() as u32);
        self.cast.members.push(Member {
            figure: run.figure,
            name: run.name,
            gender: None,
            roles: Vec::new(),
            role: None,
        });
        self.by_last.entry(self.word(run.name.end - 1)).or_default().push(id);
        if run.name.len() > 1 {
            self.by_first.entry(self.word(run.name.start)).or_default().push(id);
        }
        id
    }

    /// The owner of a surname, a first name, an acronym; a new member where nobody owns it.
    fn short_name(&mut self, run: &Run) -> Option<MemberId> {
        let word = self.word(run.name.end - 1);
        if run.name.len() > 1 && run.title_case {
            // A headline's capitals prove nothing: only names that the text holds elsewhere count.
            return self.known(word, run).filter(|&id| self.is_same(id, run));
        }
        if let Some(id) = self.known(word, run) {
            return Some(id);
        }
        let fact = Facts(Facts::WEEKDAY.0 | Facts::MONTH.0 | Facts::DEMONYM.0);
        let proper = !run.title_case && !self.article.lexeme(run.name.start).facts.any(fact);
        proper.then(|| self.enter(run))
    }

    /// Whose surname, acronym or first name a word is; of several, whose name was last entered before it.
    fn known(&self, word: &str, run: &Run) -> Option<MemberId> {
        let nearest = |ids: &Vec<MemberId>| {
            let ahead =
                ids.iter().rev().find(|id| self.cast.member(**id).name.start < run.name.start);
            ahead.or(ids.first()).copied()
        };
        let by_last = self.by_last.get(word).and_then(nearest);
        by_last
            .or_else(|| self.acronym(word))
            .or_else(|| self.by_first.get(word).filter(|ids| ids.len() == 1).and_then(nearest))
    }

    /// The organization whose initials a word of capitals is.
    fn acronym(&self, word: &str) -> Option<MemberId> {
        let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
        if letters.len() < 2 || !letters.iter().all(|c| c.is_uppercase()) {
            return None;
        }
        let fits = |m: &Member| {
            let initials = m
                .name
                .range()
                .map(|t| self.word(t as u32))
                .filter(|w| w.starts_with(char::is_uppercase));
            m.name.len() >= letters.len()
                && initials.filter_map(|w| w.chars().next()).eq(letters.iter().copied())
        };
        self.cast
            .members
            .iter()
            .position(|m| m.figure == Figure::Organization && fits(m))
            .map(|i| MemberId(i as u32))
    }

    /// Writes a mention down, with the titles and appositions that say who it is.
    fn note(&mut self, run: &Run, id: MemberId) {
        self.cast.mentions.push(Mention { tokens: run.tokens, name: run.name, member: id });
        let titles = run.tokens.start..run.name.start;
        let apposition = self.apposition(run);
        let member = &mut self.cast.members[id.0 as usize];
        if run.titled {
            member.figure = Figure::Person;
        }
        for token in titles.clone() {
            member.roles.push(self.article.lexeme(token).hash);
            match self.article.word(token).trim_end_matches('.') {
                "Mr" | "Sir" | "Lord" => member.gender = member.gender.or(Some(Gender::He)),
                "Mrs" | "Ms" | "Miss" | "Lady" | "Dame" | "Baroness" => {
                    member.gender = member.gender.or(Some(Gender::She))
                }
                _ => {}
            }
        }
        let courtesy = |t: u32| {
            matches!(
                self.article.word(t).trim_end_matches('.'),
                "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Sir"
            )
        };
        if !titles.is_empty() && !titles.clone().all(courtesy) {
            member.role = member.role.or(Some(TokenSpan { start: titles.start, end: titles.end }));
        }
        if let Some((span, heads)) = apposition {
            member.role = member.role.or(Some(span));
            member.roles.extend(heads);
        }
    }

    /// `name "," ["a" | "the"] … role …`: what follows a name between commas, up to sixteen words.
    fn apposition(&self, run: &Run) -> Option<(TokenSpan, Vec<u32>)> {
        let comma = run.tokens.end;
        if self.word(comma) != "," {
            return None;
        }
        let sentence =
            self.article.document.sentences.get(self.article.document.sentence_of(comma)?)?;
        let limit = sentence.tokens.end.min(comma + 17);
        let end = (comma + 1..limit)
            .find(|&t| matches!(self.word(t), "," | "." | ";" | "—" | "said" | "who" | "("))
            .unwrap_or(limit);
        let roles: Vec<u32> = (comma + 1..end)
            .filter(|&t| {
                self.article
                    .lexeme(t)
                    .facts
                    .any(Facts(Facts::ROLE.0 | Facts::TITLE.0 | Facts::UNNAMED.0))
                    && self.article.tag(t).is_noun()
            })
            .map(|t| self.article.lexeme(t).hash)
            .collect();
        let finite = (comma + 1..end).any(|t| self.article.tag(t).is_finite_verb());
        (!roles.is_empty() && !finite).then_some((TokenSpan { start: comma + 1, end }, roles))
    }
}

/// The runs of capitalised words of an article.
fn runs(article: &Article<'_>) -> Vec<Run> {
    let mut found = Vec::new();
    for sentence in &article.document.sentences {
        let block = article.document.blocks[sentence.block as usize].kind;
        let title_case = matches!(block, BlockKind::Headline | BlockKind::Heading)
            || is_title_case(article, sentence.tokens);
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let end = run_end(article, at, sentence.tokens.end);
            if end > at {
                found.extend(run(article, TokenSpan { start: at, end }, title_case));
            }
            at = end.max(at + 1);
        }
    }
    found
}

/// More than four words, and nearly all of the longer ones capitalised.
fn is_title_case(article: &Article<'_>, tokens: TokenSpan) -> bool {
    let long = tokens
        .range()
        .map(|t| article.word(t as u32))
        .filter(|w| w.len() > 3 && w.starts_with(char::is_alphabetic));
    let (capitals, all) =
        long.fold((0, 0), |(c, n), w| (c + u32::from(w.starts_with(char::is_uppercase)), n + 1));
    all > 4 && capitals * 10 >= all * 9
}

/// `run = proper+ (("of" | "for" | "de" | nickname …) proper+)*`
fn run_end(article: &Article<'_>, start: u32, limit: u32) -> u32 {
    let proper = |t: u32| t < limit && is_name_word(article, t);
    let mut at = start;
    while proper(at) {
        at += 1;
    }
    if at == start {
        return start;
    }
    loop {
        let joins = match article.word(at) {
            "of" => {
                proper(at + 1) && joins_of(article, start, at)
                    || article.word(at + 1) == "the"
                        && proper(at + 2)
                        && joins_of(article, start, at)
            }
            "for" | "and" | "&" => {
                proper(at + 1)
                    && article.lexeme(at - 1).facts.any(Facts::ORGANIZATION)
                    && article.word(at) != "and"
            }
            "de" | "van" | "von" | "der" | "bin" | "al" | "la" | "del" | "di" => {
                proper(at + 1) || article.word(at + 1) == "der"
            }
            // Robert C. "Bobby" Scott
            _ => {
                article
                    .document
                    .tokens
                    .get(at as usize)
                    .is_some_and(|t| t.kind == TokenKind::OpenQuote)
                    && proper(at + 1)
                    && proper(at + 3)
            }
        };
        if !joins || at >= limit {
            return at;
        }
        at += 1;
        while at < limit
            && (proper(at)
                || article.word(at) == "the"
                || article.document.tokens[at as usize].kind.is_quote())
        {
            at += 1;
        }
    }
}

/// "of" goes on after a title or the head of an organization: Secretary of State, Department of Justice.
fn joins_of(article: &Article<'_>, start: u32, of: u32) -> bool {
    (start..of).any(|t| article.lexeme(t).facts.any(Facts(Facts::ORGANIZATION.0 | Facts::TITLE.0)))
        || matches!(
            article.word(of - 1),
            "House" | "Bank" | "Bureau" | "Secretary" | "Board" | "Court" | "City"
        )
}

fn is_name_word(article: &Article<'_>, token: u32) -> bool {
    let kind = article.document.tokens[token as usize].kind;
    let word = article.word(token);
    kind == TokenKind::Handle
        || kind == TokenKind::Word
            && word.starts_with(char::is_uppercase)
            && article.tag(token).is_proper()
}

/// Takes titles off a run and tells what it names; none where nothing is left.
fn run(article: &Article<'_>, tokens: TokenSpan, title_case: bool) -> Option<Run> {
    let fact = |t: u32, f: Facts| article.lexeme(t).facts.any(f);
    let mut start = tokens.start;
    let date = Facts(Facts::WEEKDAY.0 | Facts::MONTH.0);
    while start + 1 < tokens.end
        && (fact(start, Facts::TITLE)
            || fact(start, date)
            || is_title_tail(article, tokens.start, start)
            || is_affiliation(article, start, tokens.end))
    {
        start += 1;
    }
    let only_title = start + 1 == tokens.end
        && (fact(start, Facts::TITLE)
            && start == tokens.start
            && article.word(start).ends_with('.')
            || fact(start, date));
    // Republicans, Europeans: people without a name.
    let people =
        article.tag(tokens.end - 1) == Tag::Nnps && !fact(tokens.end - 1, Facts::ORGANIZATION);
    if only_title || people && tokens.len() <= 2 {
        return None;
    }
    let titled = start > tokens.start && (tokens.start..start).any(|t| fact(t, Facts::TITLE));
    let body = (tokens.start..tokens.end).any(|t| fact(t, Facts::ORGANIZATION))
        || (start..tokens.end).any(|t| article.word(t) == "of");
    let the = tokens.start > 0 && article.word(tokens.start - 1).eq_ignore_ascii_case("the");
    let place = tokens.start > 0
        && matches!(
            article.word(tokens.start - 1),
            "in" | "In" | "at" | "near" | "across" | "outside"
        );
    let last = article.word(tokens.end - 1);
    let capitals = last.len() > 1 && last.chars().all(|c| c.is_uppercase() || c == '.');
    let country = fact(tokens.end - 1, Facts(Facts::COUNTRY.0 | Facts::DEMONYM.0));
    let plural = article.tag(tokens.end - 1) == Tag::Nnps;
    let person = titled || !(body || the || place || capitals || country || plural);
    let name = TokenSpan { start: if person { start } else { tokens.start }, end: tokens.end };
    Some(Run {
        tokens,
        name,
        titled,
        title_case,
        figure: if person { Figure::Person } else { Figure::Organization },
    })
}

/// "of State" behind "Secretary", "General" behind "Attorney".
fn is_title_tail(article: &Article<'_>, first: u32, at: u32) -> bool {
    at > first
        && (article.word(at) == "of" && article.lexeme(at - 1).facts.any(Facts::TITLE)
            || article.word(at - 1) == "of")
}

/// A party, state or demonym before a title and a name: "Republican Senator Ann Orr".
fn is_affiliation(article: &Article<'_>, at: u32, end: u32) -> bool {
    let ahead = article.lexeme(at).facts.any(Facts(Facts::DEMONYM.0 | Facts::COUNTRY.0))
        || matches!(
            article.word(at),
            "Republican"
                | "Democratic"
                | "Labour"
                | "Conservative"
                | "GOP"
                | "House"
                | "Senate"
                | "White"
        );
    ahead && (at + 1..end.saturating_sub(1)).any(|t| article.lexeme(t).facts.any(Facts::TITLE))
}
