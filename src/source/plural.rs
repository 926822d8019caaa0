//! Several together: "Ann Orr and Ben Pell", "the officials", and the words that mean them again.

use super::antecedent::phrase_start;
use super::cast::Cast;
use crate::article::Article;
use crate::document::TokenSpan;
use crate::lexicon::Facts;
use crate::tagger::Tag;

/// So many people are joined at most.
const JOINED: usize = 8;
/// So many words stand between two of them at most.
const BETWEEN: usize = 8;
/// A phrase has so many words before its noun.
const LONGEST: u32 = 7;

/// `name {"," name} ["," ] "and" name`: where the mention that ends it is the last of several people,
/// the index of the first one and its first token.
pub(super) fn joined(article: &Article<'_>, cast: &Cast, last: usize) -> Option<(usize, u32)> {
    let and = |at: u32| matches!(article.word(at), "and" | "&");
    let mention = cast.mentions.get(last)?;
    let before = mention.tokens.start.checked_sub(1)?;
    let apposed = article.word(before) == ",";
    if !(and(before) || apposed)
        || !cast.is_person(mention.member)
        || continues(article, mention.tokens.end)
    {
        return None;
    }
    let (mut first, mut start) = (last, mention.tokens.start);
    for index in (last.saturating_sub(JOINED)..last).rev() {
        let other = &cast.mentions[index];
        let between = TokenSpan { start: other.tokens.end, end: start };
        if !joins(article, between) || !cast.is_person(other.member) {
            break;
        }
        (first, start) = (index, other.tokens.start);
    }
    let joined = || (start..mention.tokens.start).any(and);
    (first < last && joined()).then_some((first, start))
}

/// `"," | ["," age ","] "and" | "," "and" possessive role ","`: what may stand between two who are joined.
pub(super) fn joins(article: &Article<'_>, between: TokenSpan) -> bool {
    let mut tokens = between.start..between.end;
    let mark = |t: u32| matches!(article.word(t), "and" | "&" | ",");
    let describes = |t: u32| {
        let tag = article.tag(t);
        let noun = tag.is_noun() && article.word(t).starts_with(char::is_lowercase);
        noun || tag.is_adjective() || matches!(tag, Tag::PrpS | Tag::Cd | Tag::Dt)
    };
    let and = tokens.clone().any(|t| matches!(article.word(t), "and" | "&"));
    !between.is_empty()
        && between.len() <= BETWEEN
        && (and || between.len() == 1 && mark(between.start))
        && tokens.all(|t| mark(t) || describes(t))
}

/// The name goes on to own or qualify something: "Orr and Pell’s plan".
fn continues(article: &Article<'_>, at: u32) -> bool {
    matches!(article.tag(at), Tag::Pos | Tag::Nn | Tag::Nns)
}

/// they, their, both: several who are known.
pub(super) fn is_they(article: &Article<'_>, at: u32) -> bool {
    let word = article.word(at);
    let is = |options: &[&str]| options.iter().any(|o| word.eq_ignore_ascii_case(o));
    match article.tag(at) {
        Tag::Prp | Tag::PrpS => is(&["they", "their", "them", "themselves"]),
        Tag::Dt | Tag::Cc | Tag::Pdt => {
            is(&["both", "neither"]) && article.tag(at + 1).is_finite_verb()
        }
        _ => false,
    }
}

/// Whether a plural noun names people.
pub(super) fn is_group(article: &Article<'_>, at: u32) -> bool {
    let people = Facts::GROUP.or(Facts::ROLE).or(Facts::UNNAMED).or(Facts::POPULATION);
    article.tag(at).is_plural()
        && article.lexeme(at).facts.any(people)
        && !article.tag(at + 1).is_noun()
}

/// The noun phrase that a plural noun ends.
pub(super) fn phrase(article: &Article<'_>, start: u32, at: u32) -> TokenSpan {
    let floor = at.saturating_sub(LONGEST).max(start);
    TokenSpan { start: phrase_start(article, floor, at), end: at + 1 }
}

#[cfg(test)]
mod tests {
    use crate::Checker;

    /// Whom the last source of a text stands for.
    fn last(text: &str) -> Option<String> {
        let review = Checker::default().review(text);
        let entity = review.attributions.last().and_then(|a| review.entity_of(a))?;
        entity.name.clone()
    }

    #[test]
    fn several_are_meant_by_they() {
        let they = "They said that it was late.";
        assert_eq!(
            last(&format!("Ann Orr and Ben Pell left. {they}")).as_deref(),
            Some("Ann Orr; Ben Pell")
        );
        assert_eq!(
            last(&format!("Ann Orr and Ben Pell’s crew left. The officials met. {they}")),
            None
        );
    }
}
