//! Runs of capitalised words: where a name begins and ends, and which words before it are titles.

use super::name_word::{is_camel, is_courtesy, is_given_name, is_party, is_suffix, singular};
use super::role;
use crate::article::Article;
use crate::document::{BlockKind, TokenKind, TokenSpan};
use crate::lexicon::{self, Facts};
use crate::tagger::Tag;

/// Dates, which are capitalised and no names.
const DATE: Facts = Facts::WEEKDAY.or(Facts::MONTH);
/// Words that only names of bodies hold.
const BODY: Facts = Facts::ORGANIZATION.or(Facts::MASTHEAD).or(Facts::TRADE);
/// Nations and what belongs to them.
const NATION: Facts = Facts::COUNTRY.or(Facts::DEMONYM).or(Facts::PLACE);

/// Words for several people.
const PEOPLE: Facts = Facts::GROUP.or(Facts::POPULATION).or(Facts::DEMONYM).or(Facts::ROLE);

/// A person's name and last title have so many words together.
const NAME: u32 = 10;

/// A run of capitalised words, before it is known whose it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// Titles included.
    pub(super) tokens: TokenSpan,
    /// Without titles, and for people without "of New York".
    pub(super) name: TokenSpan,
    /// Stands in a title or a sentence that capitalises every word.
    pub(super) title_case: bool,
    /// Has a person's title.
    pub(super) titled: bool,
    /// Nothing but a title, which may be a surname: King, Dean.
    pub(super) office: bool,
    /// How much speaks for a person; below zero for an organization.
    pub(super) person: i32,
    /// The words after a newspaper's name, which may be a person's: "the Washington Post Orr".
    pub(super) glued: Option<u32>,
}

/// The runs of an article, in the order of the text.
pub(super) fn runs(article: &Article<'_>) -> Vec<Run> {
    let mut found = Vec::new();
    for sentence in &article.document.sentences {
        let block = article.document.blocks[sentence.block as usize].kind;
        let title = matches!(block, BlockKind::Headline | BlockKind::Heading);
        let title_case = is_title_case(article, sentence.tokens, title);
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if is_lower(article, at) {
                at += 1;
                continue;
            }
            let end = run_end(article, at, sentence.tokens.end, title_case);
            if end > at {
                found.extend(Reader { article, title_case }.run(TokenSpan { start: at, end }));
            }
            at = end.max(at + 1);
        }
    }
    found
}

/// Whether a token begins with a small letter, and so no name: most do.
pub(super) fn is_lower(article: &Article<'_>, token: u32) -> bool {
    let start = article.document.tokens.get(token as usize).map(|t| t.span.start as usize);
    let byte = start.and_then(|at| article.document.text.as_bytes().get(at));
    byte.is_some_and(u8::is_ascii_lowercase)
}

/// More than four words, and nearly all of the longer ones capitalised; in a title, most of them.
fn is_title_case(article: &Article<'_>, tokens: TokenSpan, title: bool) -> bool {
    let long = tokens
        .range()
        .map(|t| article.word(t as u32))
        .filter(|w| w.len() > 3 && w.starts_with(char::is_alphabetic));
    let (capitals, all) =
        long.fold((0, 0), |(c, n), w| (c + u32::from(w.starts_with(char::is_uppercase)), n + 1));
    if title { capitals * 10 >= all * 6 } else { all > 4 && capitals * 10 >= all * 9 }
}

/// `run = proper+ (("of" | "for" | "de" | nickname …) proper+)*`
fn run_end(article: &Article<'_>, start: u32, limit: u32, title_case: bool) -> u32 {
    // Behind a name's first word, a capital tells more than the part of speech.
    let later = |t: u32| t > start && !title_case && is_capital_noun(article, t);
    // A sentence begins with a capital anyhow: a noun that a name follows may be part of it.
    let opens = |t: u32| t == start && !title_case && is_opener(article, t);
    let proper = |t: u32| t < limit && (is_name_word(article, t) || later(t) || opens(t));
    let mut at = start;
    while proper(at) {
        at += 1;
    }
    while at > start && joins(article, start, at, &proper) {
        at += 1;
        while at < limit
            && (proper(at)
                || (article.tag(at).is_adjective() || article.tag(at).is_noun())
                    && article.word(at).starts_with(char::is_uppercase)
                || matches!(article.word(at), "the" | "a")
                || article.document.tokens[at as usize].kind.is_quote())
        {
            at += 1;
        }
    }
    at
}

/// Whether the small word at `at` holds a name together.
fn joins(article: &Article<'_>, start: u32, at: u32, proper: &dyn Fn(u32) -> bool) -> bool {
    let is_body = || (start..at).any(|t| article.lexeme(t).facts.any(Facts::ORGANIZATION));
    let capital = |t: u32| article.word(t).starts_with(char::is_uppercase);
    let after_article = || {
        matches!(article.word(at + 1), "the" | "a" | "an")
            && article.word(at + 2).starts_with(char::is_uppercase)
            && is_body()
    };
    match article.word(at) {
        "of" => {
            (capital(at + 1) || article.word(at + 1) == "the" && proper(at + 2))
                && joins_of(article, start, at)
        }
        "for" | "on" => {
            is_body() && proper(at + 1) && !article.lexeme(at + 1).facts.any(DATE)
                || after_article()
        }
        "&" | "/" => proper(at + 1),
        // the Traders’ Association, the Women's Institute
        "’" | "'" | "’s" | "'s" => {
            let several = article.tag(at - 1).is_plural() || article.word(at - 1).ends_with('s');
            let body = (at + 1..at + 3).any(|t| article.lexeme(t).facts.any(BODY));
            several && capital(at + 1) && body && article.tag(at) == Tag::Pos
        }
        "de" | "van" | "von" | "der" | "bin" | "al" | "la" | "del" | "di" => {
            proper(at + 1) || article.word(at + 1) == "der"
        }
        // Robert C. "Bobby" Orr
        _ => {
            let opens = article.document.tokens.get(at as usize);
            opens.is_some_and(|t| t.kind == TokenKind::OpenQuote)
                && proper(at + 1)
                && proper(at + 3)
        }
    }
}

/// "of" goes on after a title or the head of an organization: Secretary of State, Department of Justice.
fn joins_of(article: &Article<'_>, start: u32, of: u32) -> bool {
    let head = Facts::ORGANIZATION.or(Facts::TITLE);
    (start..of).any(|t| article.lexeme(t).facts.any(head))
        || matches!(article.word(of - 1), "Courts" | "City" | "Bank")
}

fn is_name_word(article: &Article<'_>, token: u32) -> bool {
    let kind = article.document.tokens[token as usize].kind;
    let word = article.word(token);
    kind == TokenKind::Handle
        || kind == TokenKind::Word
            && word.starts_with(char::is_uppercase)
            && word.as_bytes().get(1) != Some(&b'-')
            && (article.tag(token).is_proper()
                || article.tag(token).is_noun() && article.lexeme(token).facts.any(Facts::TITLE))
}

/// `&sentence_start noun &proper`, no noun that tells who somebody is: "Alder Gate", not "Lawyer Orr".
fn is_opener(article: &Article<'_>, token: u32) -> bool {
    let plain = article.tag(token) == Tag::Nn
        && article.tag(token + 1).is_proper()
        && article.word(token).starts_with(char::is_uppercase)
        && article.lexeme(token).facts == Facts(0);
    let first = || {
        let sentence = article.document.sentence_of(token);
        sentence.is_some_and(|s| article.document.sentences[s].tokens.start == token)
    };
    plain && first()
}

fn is_capital_noun(article: &Article<'_>, token: u32) -> bool {
    let tag = article.tag(token);
    let word = article.word(token);
    article.document.tokens[token as usize].kind == TokenKind::Word
        && word.len() > 1
        && word.starts_with(char::is_uppercase)
        && (tag.is_noun() || tag.is_adjective() || tag == Tag::Vbg)
        && !article.lexeme(token).facts.any(DATE.or(Facts::DEMONYM))
}

struct Reader<'a> {
    article: &'a Article<'a>,
    title_case: bool,
}

impl Reader<'_> {
    fn any(&self, tokens: TokenSpan, facts: Facts) -> bool {
        (tokens.start..tokens.end).any(|t| self.article.lexeme(t).facts.any(facts))
    }

    fn fact(&self, token: u32, facts: Facts) -> bool {
        self.article.lexeme(token).facts.any(facts)
    }

    /// Takes titles off a run and tells what it names; none where nothing is left.
    fn run(&self, tokens: TokenSpan) -> Option<Run> {
        let mut start = tokens.start;
        while start < tokens.end && self.fact(start, DATE) {
            start += 1;
        }
        let mut end = tokens.end;
        while end > start + 1 && self.fact(end - 1, DATE) {
            end -= 1;
        }
        let tokens = TokenSpan { start, end };
        if tokens.is_empty() || self.is_people(tokens) {
            return None;
        }
        let courtesy = tokens.len() > 1 && is_courtesy(self.article.word(start));
        let only_titles = !courtesy
            && (start..tokens.end).all(|t| {
                self.fact(t, Facts::TITLE) || matches!(self.article.word(t), "of" | "the")
            });
        let office = only_titles && tokens.len() == 1 && !self.after_the(start);
        if only_titles && !office || office && self.article.word(start).ends_with('.') {
            return None;
        }
        let first = self.after_titles(tokens);
        let titled = first > start
            && self.any(TokenSpan { start, end: first }, Facts::TITLE.or(Facts::ROLE));
        let rest = TokenSpan { start: first, end: tokens.end };
        let person = self.person(tokens, rest, titled);
        let name = if person >= 0 { self.without_place(rest, titled) } else { tokens };
        let title_case = self.title_case;
        Some(Run { tokens, name, title_case, titled, office, person, glued: self.glued(tokens) })
    }

    /// Republicans, the Ohio Democrat, Europeans: people without a name.
    fn is_people(&self, tokens: TokenSpan) -> bool {
        let last = tokens.end - 1;
        role::is_member_of_party(self.article, last)
            || tokens.len() == 1 && is_party(self.article.word(last))
            || tokens.len() <= 2
                && self.article.tag(last) == Tag::Nnps
                && (tokens.len() == 1
                    || self.fact(last, PEOPLE)
                    || is_party(singular(self.article.word(last))))
                && !self.fact(last, BODY)
                && !self.is_nation(tokens)
    }

    /// A country, or one word for its people.
    fn is_nation(&self, tokens: TokenSpan) -> bool {
        if tokens.len() == 1 {
            return self.fact(tokens.start, NATION);
        }
        let name = self.article.document.span(tokens).of(self.article.document.text);
        tokens.len() <= 4 && lexicon::nation(&name.to_lowercase()).is_some()
    }

    fn after_the(&self, start: u32) -> bool {
        start > 0 && self.article.word(start - 1).eq_ignore_ascii_case("the")
    }

    /// Where the name begins behind `(nation | party | body | title)* title`.
    fn after_titles(&self, tokens: TokenSpan) -> u32 {
        if let Some(cut) = self.after_office(tokens).or_else(|| self.after_role(tokens)) {
            return cut;
        }
        let mut cut = tokens.start;
        // A name has few words: what ends further off is no title of it.
        for t in tokens.start.max(tokens.end.saturating_sub(NAME))..tokens.end.saturating_sub(1) {
            let rest = TokenSpan { start: t + 1, end: tokens.end };
            let given = rest.len() == 1 && is_given_name(self.article.word(t));
            if self.fact(t, Facts::TITLE) && !given && self.is_titled(rest) {
                let sure = t == cut
                    || rest.len() > 1
                    || self.article.word(t).ends_with('.')
                    || self.fact(t - 1, BODY.or(Facts::TITLE).or(NATION))
                    || self.article.word(t - 1) == "of";
                cut = if sure { t + 1 } else { cut };
            }
        }
        let place = self.fact(cut, Facts::PLACE) && is_party(self.article.word(cut + 1));
        let cut = cut + u32::from(place);
        let party = is_party(self.article.word(cut));
        let rest = TokenSpan { start: cut + 1, end: tokens.end };
        let affiliated = party || self.fact(cut, Facts::DEMONYM);
        if affiliated && rest.len() == 2 && !self.any(rest, BODY) { cut + 1 } else { cut }
    }

    /// `sentence_start role name name`, `… "-born" name name`: Spokeswoman Ann Orr, Kenyan-born Ann Orr.
    fn after_role(&self, tokens: TokenSpan) -> Option<u32> {
        let kept = tokens.end.saturating_sub(2);
        let born = |t: &u32| {
            let word = self.article.word(*t);
            word.ends_with("-born") || word.ends_with("-based") || word.ends_with("-elect")
        };
        if let Some(born) = (tokens.start..kept).rev().take(NAME as usize).find(born) {
            return Some(born + 1);
        }
        let role = self.fact(tokens.start, Facts::ROLE) && !self.fact(tokens.start, Facts::TITLE);
        let name = TokenSpan { start: tokens.start + 1, ..tokens };
        if !role || !matches!(name.len(), 2 | 3) || self.any(name, BODY) {
            return None;
        }
        let sentence = self.article.document.sentence_of(tokens.start)?;
        let opens = self.article.document.sentences[sentence].tokens.start == tokens.start;
        opens.then_some(name.start)
    }

    /// `courtesy name`, `title "of" body name name`: Speaker of the House Ann Orr.
    fn after_office(&self, tokens: TokenSpan) -> Option<u32> {
        if is_courtesy(self.article.word(tokens.start)) && tokens.len() == 2 {
            return Some(tokens.start + 1);
        }
        let of = (tokens.start + 1..tokens.end).find(|&t| self.article.word(t) == "of")?;
        let name = TokenSpan { start: tokens.end.saturating_sub(2), end: tokens.end };
        let plain = !self.any(name, BODY.or(Facts::TITLE).or(NATION));
        (self.fact(of - 1, Facts::TITLE) && name.start >= of + 2 && plain).then_some(name.start)
    }

    /// Whether the words behind a title can be a person's name.
    fn is_titled(&self, rest: TokenSpan) -> bool {
        let word = |t: u32| self.article.word(t);
        let name = (rest.start..rest.end).find(|&t| word(t) == "of").unwrap_or(rest.end);
        name > rest.start
            && name - rest.start <= 6
            && !self.any(TokenSpan { end: name, ..rest }, BODY)
            && !(rest.start..name).all(|t| self.fact(t, Facts::TITLE) || is_suffix(word(t)))
    }

    /// A person's name ends before "of": Charles B. Orr of New York.
    fn without_place(&self, name: TokenSpan, titled: bool) -> TokenSpan {
        let of = (name.start + 1..name.end).find(|&t| self.article.word(t) == "of");
        TokenSpan { end: of.filter(|_| titled).unwrap_or(name.end), ..name }
    }

    /// How much speaks for a person.
    fn person(&self, tokens: TokenSpan, rest: TokenSpan, titled: bool) -> i32 {
        let word = |t: u32| self.article.word(t);
        let last = word(tokens.end - 1);
        if titled {
            return 6;
        }
        let of = (rest.start..rest.end).any(|t| word(t) == "of");
        let traded = tokens.start.checked_sub(2).is_some_and(|t| {
            matches!(word(t), "Shares" | "shares" | "stock" | "stake")
                && matches!(word(t + 1), "of" | "in")
        });
        if of || traded || self.any(rest, BODY.or(Facts::PLACE)) || self.is_nation(tokens) {
            return -20;
        }
        let initials = last.len() > 1 && last.chars().all(|c| c.is_uppercase() || c == '.');
        if self.title_case {
            return 0;
        }
        if initials && !is_suffix(last)
            || rest.len() == 1 && is_camel(last)
            || self.article.tag(tokens.end - 1) == Tag::Nnps
        {
            return -6;
        }
        // "the Orr campaign": the article belongs to the campaign.
        let modifies = matches!(self.article.tag(tokens.end), Tag::Nn | Tag::Nns);
        let before = tokens.start.checked_sub(1).map_or("", word);
        if self.after_the(tokens.start) && !modifies {
            return -3;
        }
        let place = matches!(before, "in" | "In" | "at" | "near" | "across" | "outside");
        if place && !modifies && self.article.tag(tokens.end) != Tag::Pos {
            return -2;
        }
        i32::from(self.article.tag(tokens.end).is_finite_verb() || rest.len() > 1)
    }

    /// Where a second name may begin behind the masthead within a run.
    fn glued(&self, tokens: TokenSpan) -> Option<u32> {
        let inner = tokens.start + 1..tokens.end.saturating_sub(1);
        let masthead = inner.rev().find(|&t| self.fact(t, Facts::MASTHEAD))?;
        (!self.any(TokenSpan { start: masthead + 1, end: tokens.end }, BODY))
            .then_some(masthead + 1)
    }
}
