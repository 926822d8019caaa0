//! Names within the words of a source: the head's, an apposition's, and those that "and" joins to it.

use super::cast::{Cast, MemberId, Mention};
use super::phrase::Phrase;
use super::plural;
use super::{SourceClass, role};
use crate::article::Article;
use crate::document::TokenSpan;
use crate::lexicon::Facts;
use crate::tagger::Tag;

/// Of the names in one source, so many are looked at.
const JOINED: usize = 32;

/// The people or bodies that a source names, in the order of the text, and whether one is in doubt.
pub(super) fn members(
    article: &Article<'_>,
    cast: &Cast,
    tokens: TokenSpan,
    phrase: &Phrase,
) -> (Vec<MemberId>, bool) {
    let is_head = |m: &&Mention| m.name.holds(phrase.head) || ends_in_place(m, phrase);
    let some_of = phrase.mass || phrase.one_of;
    let head = cast.at(phrase.head).filter(is_head).filter(|_| !some_of);
    let head = head.or_else(|| apposed(article, cast, tokens, phrase));
    let head = head.or_else(|| first_named(article, cast, phrase));
    let Some(head) = head.or_else(|| last_named(article, cast, tokens, phrase)) else {
        return (Vec::new(), false);
    };
    let mut members = vec![*head];
    let rest = cast.within(tokens).iter().filter(|m| m.member != head.member).take(JOINED);
    for mention in rest {
        let joined = leads(article, cast, mention, head, phrase)
            || follows(article, cast, mention, head, tokens);
        if joined && !members.iter().any(|m| m.member == mention.member) {
            members.push(*mention);
        }
    }
    members.sort_unstable_by_key(|m| m.tokens.start);
    (members.iter().map(|m| m.member).collect(), members.iter().any(|m| m.doubtful))
}

/// `name ("and" | ",") … head`: Ann Orr before "and Ben Pell".
fn leads(
    article: &Article<'_>,
    cast: &Cast,
    mention: &Mention,
    head: &Mention,
    phrase: &Phrase,
) -> bool {
    let before = |m: &Mention| article.word(m.tokens.start.saturating_sub(1));
    let the = |m: &Mention| before(m).eq_ignore_ascii_case("the");
    mention.tokens.end <= head.tokens.start
        && matches!(article.word(mention.tokens.end), "and" | "," | "or" | "&")
        && coordinates(article, cast, mention.tokens.end, head.tokens.start)
        && (mention.tokens.start == phrase.base.start
            || the(mention) && the(head)
            || before(mention).eq_ignore_ascii_case("both"))
}

/// `head … "and" name`: Ben Pell behind "Ann Orr and", "Ann Orr and her deputy,".
fn follows(
    article: &Article<'_>,
    cast: &Cast,
    mention: &Mention,
    head: &Mention,
    tokens: TokenSpan,
) -> bool {
    let between = TokenSpan { start: head.tokens.end, end: mention.tokens.start };
    if mention.tokens.start < between.start {
        return false;
    }
    let alike = cast.is_person(mention.member) == cast.is_person(head.member);
    let modifies = matches!(article.tag(mention.tokens.end), Tag::Nn | Tag::Nns);
    let and = |t: u32| matches!(article.word(t), "and" | "or" | "&");
    let listed = (alike || article.word(between.start) != ",")
        && !modifies
        && (between.start..between.end).any(and)
        && coordinates(article, cast, between.start, between.end);
    let described = alike && mention.tokens.end == tokens.end && plural::joins(article, between);
    listed || described
}

/// "Charles Orr of New York": the head noun stands behind the name but in its mention.
fn ends_in_place(mention: &Mention, phrase: &Phrase) -> bool {
    mention.tokens.holds(phrase.head) && phrase.head >= mention.name.end
}

/// `…, name [","]`: Another critic, Ann Orr; the port's operator, Alder Gate Holdings.
fn apposed<'c>(
    article: &Article<'_>,
    cast: &'c Cast,
    tokens: TokenSpan,
    phrase: &Phrase,
) -> Option<&'c Mention> {
    let body = article.lexeme(phrase.head).facts.any(Facts::ORGANIZATION) && phrase.definite;
    let follows = |m: &&Mention| {
        m.tokens.start > tokens.start
            && article.word(role_start(article, tokens.start, m.tokens.start) - 1) == ","
            && (m.tokens.end >= tokens.end
                || matches!(article.word(m.tokens.end), "," | "(" | "of"))
            && (cast.is_person(m.member) || body && m.tokens.start == phrase.base.end + 1)
    };
    cast.within(tokens).iter().find(follows)
}

/// `name "and" …`: Ann Orr and her aides.
fn first_named<'c>(article: &Article<'_>, cast: &'c Cast, phrase: &Phrase) -> Option<&'c Mention> {
    let first = cast.at(phrase.base.start).filter(|m| m.tokens.start == phrase.base.start)?;
    let joined = article.word(first.tokens.end) == "and" && phrase.head > first.tokens.end;
    (joined
        && phrase.owner.is_none_or(|o| o.start > first.tokens.end)
        && cast.is_person(first.member))
    .then_some(first)
}

/// Where the common nouns before a name begin: "forklift driver" before "Ann Orr".
fn role_start(article: &Article<'_>, floor: u32, name: u32) -> u32 {
    let part = |t: &u32| {
        let tag = article.tag(*t);
        (tag.is_noun() || tag.is_adjective()) && article.word(*t).starts_with(char::is_lowercase)
    };
    (floor + 1..name).rev().take(4).take_while(part).last().unwrap_or(name)
}

/// The person whose name ends what first says who that is: "the council's head of repairs, Ann Orr".
pub(super) fn apposed_person(
    article: &Article<'_>,
    cast: &Cast,
    tokens: TokenSpan,
    phrase: &Phrase,
) -> Option<MemberId> {
    let mention = apposed(article, cast, tokens, phrase)?;
    // "Ann Orr and her deputy, Karl Moss" are two.
    if cast
        .at(tokens.start)
        .is_some_and(|m| cast.is_person(m.member) && m.tokens.end <= mention.tokens.start)
        && phrase.owner.is_none()
    {
        return None;
    }
    let whole = mention.tokens.end == tokens.end && cast.is_person(mention.member);
    (whole && !mention.tokens.holds(phrase.head)).then_some(mention.member)
}

/// `… role name`: Fight for Wages organizing director Ann Orr; the name ends what names a body and
/// a role.
fn last_named<'c>(
    article: &Article<'_>,
    cast: &'c Cast,
    tokens: TokenSpan,
    phrase: &Phrase,
) -> Option<&'c Mention> {
    let last = cast.at(tokens.end.checked_sub(1)?)?;
    let role = last.tokens.start.checked_sub(1).filter(|&t| t > phrase.base.start)?;
    let role = role::is_personal(article, role) && article.tag(role).is_noun();
    let unclear = phrase.class(article) == SourceClass::Unclear;
    (role && unclear && cast.is_person(last.member)).then_some(last)
}

/// Only names, commas, titles and "and" stand between two places.
fn coordinates(article: &Article<'_>, cast: &Cast, from: u32, to: u32) -> bool {
    (from..to).all(|t| {
        matches!(article.word(t), "and" | "or" | "," | "&" | "the") || cast.at(t).is_some()
    })
}
