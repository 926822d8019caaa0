//! Roles: the titles and common nouns by which an article says who somebody is.

use super::name_word::is_courtesy;
use super::run::Run;
use crate::article::Article;
use crate::document::TokenSpan;
use crate::lexicon::{self, Facts};
use crate::lower::lower;
use crate::tagger::Tag;

/// Grammatical gender, as pronouns, titles and nouns in the text itself mark it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    She,
    He,
}

/// What an article calls somebody besides the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Role {
    /// A hash of its head; roles that mean the same share it.
    pub(super) head: u32,
    /// All its words.
    pub(super) span: TokenSpan,
}

/// Whether a noun can say who somebody is; a court in "High Court Judge" cannot.
pub(super) fn is_personal(article: &Article<'_>, token: u32) -> bool {
    let facts = article.lexeme(token).facts;
    let title = facts.any(Facts::TITLE);
    let several = facts.any(Facts::ORGANIZATION.or(Facts::COLLECTIVE));
    let capital = article.word(token).starts_with(char::is_uppercase);
    title && capital && !several || facts.any(Facts::ROLE.or(Facts::UNNAMED)) && !(several && title)
}

/// "the Ohio Republican": a party's noun stands for one of its people.
pub(super) fn is_member_of_party(article: &Article<'_>, token: u32) -> bool {
    matches!(article.word(token), "Republican" | "Democrat" | "Conservative" | "Liberal" | "Tory")
        && matches!(article.tag(token), Tag::Nn | Tag::Nnp)
}

/// Words for whoever holds some office.
pub(super) fn is_any_office(word: &str) -> bool {
    matches!(word, "leader" | "lawmaker" | "politician" | "chief" | "head" | "boss" | "official")
}

/// The hash that all words for a role share.
pub(super) fn key(article: &Article<'_>, token: u32) -> u32 {
    let lower = lower(article.word(token));
    match lexicon::role(&lower) {
        same if same != lower => lexicon::hash(same),
        _ if article.tag(token).is_proper() => lexicon::hash(&lower),
        _ => article.lexeme(token).hash,
    }
}

/// The gender that a title or noun marks.
pub(super) fn marked(word: &str) -> Option<Gender> {
    Some(match word.trim_end_matches('.') {
        "Mr" | "MR" | "Sir" | "Lord" | "king" | "King" | "Prince" | "prince" => Gender::He,
        "Mrs" | "MRS" | "Ms" | "MS" | "Miss" | "Lady" | "Dame" | "Baroness" | "Queen"
        | "Princess" => Gender::She,
        "husband" | "father" | "son" | "brother" | "man" | "businessman" | "congressman"
        | "Congressman" | "actor" | "grandfather" | "uncle" | "nephew" | "boy" => Gender::He,
        "wife" | "mother" | "daughter" | "sister" | "woman" | "businesswoman" | "congresswoman"
        | "Congresswoman" | "actress" | "grandmother" | "aunt" | "niece" | "widow" | "girl"
        | "lady" | "spokeswoman" | "chairwoman" | "Councilwoman" | "councilwoman" => Gender::She,
        _ => return None,
    })
}

/// All that the words around a name say of its owner.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) roles: Vec<Role>,
    pub(super) gender: Option<Gender>,
    /// A noun for a body stands before the name: "its insurer, Pallas Mutual".
    pub(super) body: bool,
    /// The words to show as the role.
    pub(super) shown: Option<TokenSpan>,
}

/// Reads titles, the nouns before a name, and the apposition or predicate behind it.
pub(super) fn around(article: &Article<'_>, run: &Run) -> Found {
    let mut found = Found::default();
    titles(article, run, &mut found);
    before(article, run, &mut found);
    after(article, run, &mut found);
    found
}

fn titles(article: &Article<'_>, run: &Run, found: &mut Found) {
    let titles = TokenSpan { start: run.tokens.start, end: run.name.start };
    let courtesy = |t: u32| is_courtesy(article.word(t)) || article.word(t) == "Sir";
    for token in titles.start..titles.end {
        found.gender = found.gender.or_else(|| marked(article.word(token)));
        if article.lexeme(token).facts.any(Facts::TITLE.or(Facts::ROLE)) && !courtesy(token) {
            found.roles.push(Role { head: key(article, token), span: titles });
        }
    }
    if !titles.is_empty() && !(titles.start..titles.end).all(courtesy) {
        found.shown = Some(titles);
    }
}

/// `["the" …] noun+ [","] name`: campaign manager Ann Orr; the nominee, Ann Orr.
fn before(article: &Article<'_>, run: &Run, found: &mut Found) {
    let comma = run.tokens.start.checked_sub(1).filter(|&t| article.word(t) == ",");
    let end = comma.unwrap_or(run.tokens.start);
    let closed = matches!(article.word(run.tokens.end), "," | "." | ";" | "—" | ")" | "");
    if comma.is_some() && !closed && !article.tag(run.tokens.end).is_finite_verb() {
        return;
    }
    let part = |t: u32| {
        let tag = article.tag(t);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Dt | Tag::PrpS | Tag::Pos)
    };
    let floor = end.saturating_sub(8);
    let start = (floor..end).rev().take_while(|&t| part(t)).last().unwrap_or(end);
    let start = comma.and_then(|_| before_of(article, start)).unwrap_or(start);
    let Some(head) = (start..end).rev().find(|&t| !part(t) || t + 1 == end) else { return };
    let head = if part(head) { head } else { head.saturating_sub(1) };
    let definite = |t: u32| matches!(article.tag(t), Tag::Dt | Tag::PrpS);
    let common = article.word(head).starts_with(char::is_lowercase);
    found.body = comma.is_some()
        && common
        && (start..end).any(|t| definite(t) || article.tag(t) == Tag::Pos)
        && !article.tag(head).is_plural()
        && start.checked_sub(1).is_none_or(|t| article.tag(t) != Tag::In)
        && article.lexeme(head).facts.any(Facts::ORGANIZATION);
    if head < start || !is_head(article, head) {
        return;
    }
    let definite = matches!(article.tag(start), Tag::Dt | Tag::PrpS)
        || (start..end).any(|t| article.tag(t) == Tag::Pos);
    if comma.is_some() && !definite {
        return;
    }
    let span = TokenSpan { start, end };
    found.gender = found.gender.or_else(|| marked(article.word(head)));
    found.roles.push(Role { head: key(article, head), span });
    found.shown = found.shown.or(Some(span));
}

/// `["the"] role "of"` before a noun phrase: where "the president of Kenya" begins.
fn before_of(article: &Article<'_>, start: u32) -> Option<u32> {
    let of = start.checked_sub(1).filter(|&t| article.word(t) == "of")?;
    let noun = of.checked_sub(1).filter(|&t| is_personal(article, t))?;
    let part = |t: &u32| {
        let tag = article.tag(*t);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Dt | Tag::PrpS)
    };
    (noun.saturating_sub(5)..noun).rev().take_while(part).last().or(Some(noun))
}

fn is_head(article: &Article<'_>, token: u32) -> bool {
    let facts = article.lexeme(token).facts;
    let word = article.word(token);
    // A noun of doing or of a trade before a name says who that is: surveyor, violinist, librarian.
    let doing = ["er", "or", "ist", "ian"].iter().any(|e| word.ends_with(e)) && word.len() > 5;
    let person = is_personal(article, token) || facts.any(Facts::TITLE) || doing;
    person
        && !facts.any(Facts::ORGANIZATION)
        && matches!(article.tag(token), Tag::Nn | Tag::Nnp | Tag::Jj)
        && article.word(token).starts_with(char::is_lowercase)
}

/// `name ("," | "(" | "is" | "was" | "as") … role …`: up to sixteen words.
fn after(article: &Article<'_>, run: &Run, found: &mut Found) {
    let opener = run.tokens.end;
    let copula = matches!(article.word(opener), "is" | "was" | "became" | "becomes" | "as");
    let determined = matches!(article.word(opener + 1), "the" | "a" | "an" | "his" | "her");
    if article.word(opener) != "," && !(copula && determined) {
        return;
    }
    if article.word(opener + 1) == "who" {
        found.shown = found.shown.or_else(|| relative(article, opener + 1));
        return;
    }
    let Some(sentence) = article.document.sentence_of(opener) else { return };
    let limit = article.document.sentences[sentence].tokens.end.min(opener + 17);
    let stops = |t: u32| {
        matches!(article.word(t), "," | "." | ";" | "—" | "said" | "who" | "(" | "whose" | "which")
    };
    let end = (opener + 1..limit).find(|&t| stops(t)).unwrap_or(limit);
    let span = TokenSpan { start: opener + 1, end };
    let named = (span.start..end).any(|t| article.tag(t).is_finite_verb());
    if named || span.is_empty() || article.tag(span.start).is_verb() {
        return;
    }
    // The head stands before the first preposition: "the mayor of the town of the king".
    let phrase = (span.start..end).find(|&t| article.tag(t) == Tag::In).unwrap_or(end);
    let heads = (span.start..phrase).filter(|&t| {
        is_personal(article, t) && article.tag(t).is_noun() && !article.tag(t).is_plural()
    });
    let before = found.roles.len();
    for head in heads {
        found.gender = found.gender.or_else(|| marked(article.word(head)));
        found.roles.push(Role { head: key(article, head), span });
    }
    if found.roles.len() > before && !copula {
        found.shown = found.shown.or(Some(span));
    }
}

/// `"who" verb …`, up to the next comma: Ann Orr, who leads the service, said.
fn relative(article: &Article<'_>, who: u32) -> Option<TokenSpan> {
    let sentence = article.document.sentence_of(who)?;
    let limit = article.document.sentences[sentence].tokens.end.min(who + 13);
    let stops = |t: &u32| matches!(article.word(*t), "," | "." | ";" | "—" | "said" | "told");
    let end = (who + 1..limit).find(stops).filter(|&end| end > who + 2)?;
    (article.tag(who + 1) == Tag::Vbz).then_some(TokenSpan { start: who, end })
}
