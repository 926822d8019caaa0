//! The writer steps out of the report: asks the reader, orders the reader about, speaks as "I" or "we".

use super::{Found, Rule};
use crate::article::Article;
use crate::claim::voice::Owners;
use crate::claim::words::{self, Class};
use crate::document::{BlockKind, Sentence, TokenSpan};
use crate::grammar::input::{Parsed, Tokens, token, word};
use crate::grammar::noun_phrase::noun_phrase;
use crate::tagger::Tag;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::many0_count;

/// How strongly a question or an order to the reader frames.
const STEPS_OUT: f32 = 0.4;
/// How strongly the writer's own person frames: with other framing only.
const PERSON: f32 = 0.3;

/// A question without the shape of one is shown by so many tokens.
const SHOWN: u32 = 3;

/// Adds the places of a sentence where the writer steps out; titles ask and order by custom.
pub(super) fn address(
    article: &Article<'_>,
    owners: &Owners<'_>,
    sentence: &Sentence,
    found: &mut Vec<Found>,
) {
    let kind = article.document.blocks.get(sentence.block as usize).map(|b| b.kind);
    if !matches!(kind, Some(BlockKind::Paragraph | BlockKind::Bullet)) {
        return;
    }
    let mut add = |tokens: Option<TokenSpan>, rule: Rule, weight: f32| {
        found.extend(tokens.map(|tokens| Found { tokens, rule, weight, composed: true }));
    };
    // Few sentences ask; only for those is their paragraph read.
    let asked = question(article, owners, sentence.tokens);
    let asked = asked.filter(|_| !is_for_an_answer(article, sentence));
    add(asked, Rule::RhetoricalQuestion, STEPS_OUT);
    add(order(article, owners, sentence.tokens), Rule::FirstPerson, STEPS_OUT);
    add(person(article, owners, sentence.tokens), Rule::FirstPerson, PERSON);
}

/// A question that is no figure of speech: an interviewer's (`Q: Why now?`, `JONES: Why now?`, or a line of its
/// own that an answer follows), or a word to visitors of the site (`Do you like Orr? Share this page`).
fn is_for_an_answer(article: &Article<'_>, sentence: &Sentence) -> bool {
    let document = &article.document;
    let index = sentence.block as usize;
    let Some(block) = document.blocks.get(index) else { return false };
    let line = |i: usize| document.blocks.get(i).map_or("", |b| b.span.of(document.text));
    let text = line(index);
    let visitors = || {
        let lower = text.to_lowercase();
        VISITORS.iter().any(|v| lower.contains(v))
    };
    let answered = || is_labelled(line(index + 1)) || line(index + 1).starts_with(['“', '"']);
    let alone = || block.sentences.len() == 1 && answered();
    let short =
        || text.len() <= BOILERPLATE_BYTES && document.count_words(block.tokens) <= BOILERPLATE;
    is_labelled(text) || alone() || short() && visitors()
}

/// A word to visitors has no more words than this.
const BOILERPLATE: usize = 40;
/// Nor more bytes, addresses included: so the work stays in proportion to the text.
const BOILERPLATE_BYTES: usize = 2000;

/// What sites ask of those who read.
const VISITORS: &[&str] = &[
    "click here",
    "comment below",
    "find out",
    "follow us",
    "http",
    "in the comments",
    "let us know",
    "like the page",
    "like this",
    "share this",
    "share your",
    "sign up",
    "subscribe",
    "weigh in",
];

/// `Q:`, `QWhy`, `A:`, `JONES:`: a transcript names who speaks.
fn is_labelled(line: &str) -> bool {
    let colon = line.bytes().take(LONGEST_LABEL + 1).position(|b| b == b':');
    let name = colon.and_then(|at| line.get(..at)).unwrap_or("");
    let capitals = name.contains(char::is_alphabetic) && !name.contains(char::is_lowercase);
    let glued = line.strip_prefix('Q').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    capitals || glued
}

/// Labels are no longer, in bytes.
const LONGEST_LABEL: usize = 24;

/// How a question that the writer asks begins: "Why would the mayor hide the report", or its first words.
fn question(article: &Article<'_>, owners: &Owners<'_>, tokens: TokenSpan) -> Option<TokenSpan> {
    let mark = (tokens.start..tokens.end).rev().find(|&i| article.tag(i) == Tag::Period)?;
    if article.word(mark) != "?" || owners.is_cited(mark) || mark == tokens.start {
        return None;
    }
    // A question that a source's words run into is theirs.
    if (tokens.start..mark).any(|i| owners.is_cited(i)) {
        return None;
    }
    let begins = |i: u32| {
        let input = Tokens::new(article, TokenSpan { start: i, end: mark });
        asked(input).ok().map(|(rest, _)| TokenSpan { start: i, end: Tokens::position(&rest) })
    };
    // After a comma a wh-word may be a relative one.
    let clause = |i: &u32| match article.tag(*i - 1) {
        Tag::Colon | Tag::Cc => true,
        Tag::Comma => !article.tag(*i).is_wh(),
        _ => *i == tokens.start + 1 && article.tag(tokens.start).is_adverb(),
    };
    let opening = TokenSpan { start: tokens.start, end: mark.min(tokens.start + SHOWN) };
    let asked = begins(tokens.start);
    asked.or_else(|| (tokens.start + 1..mark).filter(clause).find_map(begins)).or(Some(opening))
}

/// `asked = (wh wide)? auxiliary "n't"? noun_phrase adverb* verb? noun_phrase? | wh wide adverb* verb? noun_phrase?`,
/// where `wide = (adverb | adjective)* noun_phrase?`
fn asked(input: Tokens<'_>) -> Parsed<'_, ()> {
    let adverbs = || many0_count(token(|l| l.tag().is_adverb()));
    let many = many0_count(token(|l| l.tag().is_adverb() || l.tag().is_adjective()));
    let wh = (token(|l| l.tag().is_wh()), many, opt(noun_phrase)).map(|_| ());
    let inverted = (auxiliary, opt(word("n't")), noun_phrase).map(|_| ());
    let (rest, wh) = opt(wh).parse(input)?;
    let (rest, inverted) = opt(inverted).parse(rest)?;
    if wh.is_none() && inverted.is_none() {
        return Err(nom::Err::Error(()));
    }
    let verb = token(|l| l.tag().is_verb());
    (adverbs(), opt(verb), opt(noun_phrase)).map(|_| ()).parse(rest)
}

/// `auxiliary = modal | "be" | "do" | "have"`, in any form
fn auxiliary(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(|l| l.tag() == Tag::Md || words::classes(l.form()).any(words::AUXILIARY))
        .map(|_| ())
        .parse(input)
}

/// `order = ("imagine" | "remember" | "let" "'s" …) …` at the start of a sentence: a word to the reader.
fn order(article: &Article<'_>, owners: &Owners<'_>, tokens: TokenSpan) -> Option<TokenSpan> {
    let (first, next) = (tokens.start, tokens.start + 1);
    if owners.is_cited(first) || owners.is_frame(first) || next >= tokens.end {
        return None;
    }
    let is = |i: u32, class: Class| words::classes(article.lexeme(i).form).any(class);
    let lets = article.word(first).eq_ignore_ascii_case("let")
        && matches!(article.word(next), "'s" | "’s" | "us");
    // A subject before a verb gives no order: "Look left early."
    let orders = is(first, words::ORDER)
        && !matches!(article.tag(first), Tag::Vbd | Tag::Vbn | Tag::Vbg)
        && !article.tag(next).is_finite_verb()
        && !article.word(next).starts_with(char::is_uppercase)
        && article.tag(next) != Tag::Md;
    (lets || orders).then(|| TokenSpan { start: first, end: next + u32::from(lets) })
}

/// The first place where the writer thinks, wants or must: "I suspect", "we should", "in my view".
fn person(article: &Article<'_>, owners: &Owners<'_>, tokens: TokenSpan) -> Option<TokenSpan> {
    (tokens.start..tokens.end).find_map(|i| {
        let class = words::classes(article.lexeme(i).form);
        let own = class.any(words::OURS.or(words::MINE))
            && matches!(article.tag(i), Tag::Prp | Tag::PrpS)
            && !owners.is_cited(i)
            && is_pronoun(article, tokens, i);
        if !own {
            return None;
        }
        let input = Tokens::new(article, TokenSpan { start: i, end: tokens.end });
        let (rest, ()) = opines(input).ok()?;
        Some(TokenSpan { start: i, end: Tokens::position(&rest) })
    })
}

/// `opines = pronoun (modal | adverb | "all")* verb | ("my" | "our") ("view" | "opinion" …)`, the verb one of opinion or duty
fn opines(input: Tokens<'_>) -> Parsed<'_, ()> {
    let pronoun = || token(|l| matches!(l.tag(), Tag::Prp | Tag::PrpS));
    let adverbs = || {
        many0_count(token(|l| {
            l.tag().is_adverb() || matches!(l.tag(), Tag::Md | Tag::Dt | Tag::Pdt)
        }))
    };
    let opinion = words::OPINION.or(words::BELIEVE);
    let verb = token(move |l| l.tag().is_verb() && words::classes(l.form()).any(opinion));
    let duty = token(|l| words::classes(l.form()).any(words::DUTY));
    let view = token(|l| words::classes(l.form()).any(words::VIEW));
    let thinks = (pronoun(), adverbs(), verb).map(|_| ());
    let must = (pronoun(), duty, opt(token(|l| l.tag() == Tag::Vb))).map(|_| ());
    alt((thinks, must, (pronoun(), view).map(|_| ()))).parse(input)
}

/// Capitals make numbers and countries: World War I, the US.
fn is_pronoun(article: &Article<'_>, tokens: TokenSpan, i: u32) -> bool {
    match article.word(i) {
        "I" => i == tokens.start || !article.tag(i - 1).is_noun(),
        word => word.chars().skip(1).all(char::is_lowercase),
    }
}

#[cfg(test)]
mod tests {
    use super::is_labelled;

    #[test]
    fn labels_tell_who_speaks() {
        for line in ["Q: Why now?", "QWhy now?", "A: It is old.", "JONES: Why?", "ÉLODIE ORR: Why?"]
        {
            assert!(is_labelled(line), "{line}");
        }
        let long = "É".repeat(13) + ": Why?";
        for line in ["", ":", "12: Why?", "Jones: Why?", "WHY NOW?", "Quite so.", long.as_str()] {
            assert!(!is_labelled(line), "{line}");
        }
    }
}
