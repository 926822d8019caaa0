//! What a relative pronoun stands for: the noun phrase before it.

use super::cast::{Cast, MemberId};
use crate::article::Article;
use crate::document::TokenSpan;
use crate::lexicon::Facts;
use crate::tagger::Tag;

/// What stands before a relative pronoun.
#[derive(Debug, Clone, Copy)]
pub(super) enum Antecedent {
    Member(MemberId),
    /// A noun phrase without a name.
    Words(TokenSpan),
}

/// A relative pronoun reaches so many tokens back.
const REACH: u32 = 24;

/// `name ["," … ] [","] pronoun`, `noun phrase [prepositional phrase] [","] pronoun`.
pub(super) fn find(article: &Article<'_>, cast: &Cast, at: u32, who: bool) -> Option<Antecedent> {
    let sentence = article.document.sentence_of(at)?;
    let floor = article.document.sentences[sentence].tokens.start.max(at.saturating_sub(REACH));
    if at > floor && super::anonymity::is_some(article, at - 1) {
        return Some(Antecedent::Words(TokenSpan { start: at - 1, end: at }));
    }
    let mut end = at;
    loop {
        let noun = (floor..end).rev().take(4).find(|&t| article.tag(t).is_noun())?;
        let mention = cast.at(noun);
        let start = mention.map_or_else(|| phrase_start(article, floor, noun), |m| m.tokens.start);
        let preposition = start.checked_sub(1).filter(|&t| t >= floor && article.tag(t) == Tag::In);
        if let Some(mention) = mention {
            let person = cast.is_person(mention.member);
            let owns = preposition.is_some_and(|p| role_ends_at(article, floor, p));
            let of_record = preposition.is_some_and(|p| !who && is_record(article, floor, p));
            match preposition.filter(|_| who && (!person || owns) || of_record) {
                // "Democrats on Capitol Hill, who", "the mayor of the city of Pell, who": no place speaks.
                Some(preposition) => end = preposition,
                None if !who && person => return None,
                None => return Some(Antecedent::Member(mention.member)),
            }
            continue;
        }
        // "Ann Orr, the mayor, who": the apposition of a name is that name.
        let comma = start.checked_sub(1).filter(|&t| t >= floor && article.word(t) == ",");
        let apposed = comma.and_then(|c| cast.at(c.checked_sub(1)?));
        if let Some(mention) = apposed.filter(|m| cast.is_person(m.member)) {
            return Some(Antecedent::Member(mention.member));
        }
        let personal = article.tag(noun).is_plural() || super::role::is_personal(article, noun);
        match preposition.filter(|_| who && !personal) {
            Some(preposition) if preposition > floor => end = preposition,
            _ => return Some(Antecedent::Words(TokenSpan { start, end: noun + 1 })),
        }
    }
}

/// `role "of" | role "of" "the" ("city" | "town") "of"`: whether the name behind that preposition only
/// says whose or where somebody is.
fn role_ends_at(article: &Article<'_>, floor: u32, preposition: u32) -> bool {
    let mut at = preposition;
    for _ in 0..3 {
        let Some(noun) = at.checked_sub(1).filter(|&t| t >= floor && article.word(at) == "of")
        else {
            return false;
        };
        if super::role::is_personal(article, noun) && article.tag(noun).is_noun() {
            return true;
        }
        let start = phrase_start(article, floor, noun);
        let Some(before) = start.checked_sub(1) else { return false };
        at = before;
    }
    false
}

/// "polls by Pell University that showed": what was published shows it.
fn is_record(article: &Article<'_>, floor: u32, preposition: u32) -> bool {
    let noun = preposition.checked_sub(1).filter(|&t| t >= floor);
    noun.is_some_and(|t| article.lexeme(t).facts.any(Facts::DOCUMENT))
        && matches!(article.word(preposition), "by" | "from" | "of")
}

/// The first word of the noun phrase that ends in a noun.
pub(super) fn phrase_start(article: &Article<'_>, floor: u32, noun: u32) -> u32 {
    let inner = |t: &u32| {
        let tag = article.tag(*t);
        tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::Dt | Tag::PrpS | Tag::Pos | Tag::Cd | Tag::Vbn)
    };
    (floor..noun).rev().take_while(inner).last().unwrap_or(noun)
}

#[cfg(test)]
mod tests {
    use crate::Checker;

    #[test]
    fn a_place_is_no_speaker() {
        let who = |text: &str| {
            let review = Checker::default().review(text);
            let found = review
                .attributions
                .iter()
                .find(|a| a.source.is_some_and(|s| s.span.of(text) == "who"));
            found.and_then(|a| review.entity_of(a)).and_then(|e| e.name.clone())
        };
        assert_eq!(
            who("It was praised by the mayor of the city of Pell, who said that it was cheap."),
            None
        );
        let named =
            "It was praised by Ann Orr, the mayor of the city of Pell, who said that it was cheap.";
        assert_eq!(who(named).as_deref(), Some("Ann Orr"));
    }
}
