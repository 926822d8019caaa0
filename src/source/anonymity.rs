//! Anonymity: whether a source hides individuals, and what the article says of why and how many.

use super::phrase::Phrase;
use super::role;
use crate::Span;
use crate::article::Article;
use crate::document::TokenSpan;
use crate::lexicon::{self, Facts};
use crate::lower::lower;
use crate::tagger::Tag;

/// What an article tells of a source that it does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Anonymity {
    /// What places the source: "senior", "familiar with the plan".
    pub position: Option<Span>,
    /// Why no name is given: "because they feared for their jobs".
    pub reason: Option<Span>,
    /// How many there are said to be.
    pub count: Option<u32>,
}

/// Whether the words hide individuals or informants, rather than name a whole population.
pub(super) fn is_anonymous(article: &Article<'_>, phrase: &Phrase) -> bool {
    let facts = article.lexeme(phrase.head).facts;
    let counted = (phrase.base.start..phrase.head).any(|t| picks_out(article, t));
    if facts.any(Facts::POPULATION) || is_office(article, phrase) {
        return false;
    }
    if is_party(article, phrase.head) {
        let described = |t: u32| {
            article.tag(t).is_adjective() && article.word(t).starts_with(char::is_lowercase)
        };
        return counted || !phrase.definite && (phrase.base.start..phrase.head).any(described);
    }
    phrase.plural && counted
        || role::is_personal(article, phrase.head)
        || facts.any(Facts::GROUP) && phrase.plural
        || is_some(article, phrase.head)
}

/// "the state's inspector general": an office that one person holds, so that anybody can look up whom.
fn is_office(article: &Article<'_>, phrase: &Phrase) -> bool {
    let word = lower(article.word(phrase.head));
    let before = phrase.head.checked_sub(1).filter(|&t| t >= phrase.base.start);
    let two = || Some(format!("{} {word}", lower(article.word(before?))));
    !phrase.plural
        && !phrase.one_of
        && phrase.definite
        && (lexicon::is_office(&word) || two().is_some_and(|two| lexicon::is_office(&two)))
}

/// "some", "several", "two": picks individuals out.
fn picks_out(article: &Article<'_>, token: u32) -> bool {
    article.tag(token) == Tag::Cd
        || matches!(
            &*lower(article.word(token)),
            "some" | "several" | "many" | "few" | "other" | "various" | "certain"
        )
}

/// Some, others: individuals without a noun.
pub(super) fn is_some(article: &Article<'_>, token: u32) -> bool {
    matches!(
        &*lower(article.word(token)),
        "some" | "many" | "others" | "several" | "few" | "one" | "those" | "both" | "two" | "three"
    )
}

/// Democrats, conservatives: a whole party unless some of it are picked out.
fn is_party(article: &Article<'_>, token: u32) -> bool {
    article.lexeme(token).facts.any(Facts::DEMONYM)
        || article.tag(token) == Tag::Nnps
        || matches!(
            &*lower(article.word(token)),
            "democrats" | "republicans" | "conservatives" | "liberals" | "progressives"
        )
}

/// What the words of an anonymous source tell.
pub(super) fn told(article: &Article<'_>, phrase: &Phrase, tokens: TokenSpan) -> Anonymity {
    let bare =
        |t: u32| matches!(article.tag(t), Tag::Dt | Tag::Cd | Tag::PrpS) || picks_out(article, t);
    let start = (phrase.base.start..phrase.head).find(|&t| !bare(t)).unwrap_or(phrase.head);
    let words = TokenSpan { start, end: tokens.end.max(phrase.head + 1) };
    let position = (words.len() > 1).then(|| article.document.span(words));
    let count = (phrase.base.start..phrase.head).find_map(|t| number(article.word(t)));
    Anonymity { position, count, reason: None }
}

fn number(word: &str) -> Option<u32> {
    const NUMBERS: [&str; 11] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    let word = lower(word);
    let spelt = NUMBERS.iter().position(|n| *n == word).map(|i| i as u32 + 2);
    spelt.or_else(|| word.parse().ok())
}

/// A place where the article says that somebody is not to be named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Condition {
    pub(super) token: u32,
    pub(super) reason: Option<Span>,
}

/// `"anonymity" | "not" … ("named" | "identified" | "authorized") [reason]`, in the order of the text.
pub(super) fn conditions(article: &Article<'_>) -> Vec<Condition> {
    let mut found = Vec::new();
    for sentence in &article.document.sentences {
        let tokens = sentence.tokens;
        let Some(token) = (tokens.start..tokens.end).find(|&t| is_condition(article, tokens, t))
        else {
            continue;
        };
        found.push(Condition {
            token,
            reason: reason(article, TokenSpan { start: token, ..tokens }),
        });
    }
    found
}

fn is_condition(article: &Article<'_>, sentence: TokenSpan, token: u32) -> bool {
    use Tag::{Jj, Nn, Rb, Vb, Vbd, Vbn};
    if !matches!(article.tag(token), Nn | Rb | Vb | Vbd | Vbn | Jj) {
        return false;
    }
    let refused = || {
        let floor = token.saturating_sub(6).max(sentence.start);
        (floor..token).any(|t| matches!(article.word(t), "not" | "n't" | "declined" | "refused"))
    };
    match article.word(token) {
        "anonymity" | "anonymously" => true,
        "named" | "identified" | "authorized" | "authorised" | "quoted" => refused(),
        _ => false,
    }
}

/// `("because" | "since" | "citing" | "for fear" | "to" verb) …`, up to the end of the clause.
fn reason(article: &Article<'_>, rest: TokenSpan) -> Option<Span> {
    let opens = |t: u32| match article.word(t) {
        "because" | "since" | "citing" | "lest" => true,
        "for" => matches!(article.word(t + 1), "fear" | "security" | "safety"),
        "to" => {
            matches!(article.word(t + 1), "discuss" | "speak" | "describe" | "avoid" | "protect")
        }
        _ => false,
    };
    let authorized = matches!(article.word(rest.start), "authorized" | "authorised");
    let start = if authorized { rest.start } else { (rest.start..rest.end).find(|&t| opens(t))? };
    let ends =
        |t: u32| matches!(article.tag(t), Tag::Period | Tag::OpenQuote) || article.word(t) == ";";
    let end = (start..rest.end).find(|&t| ends(t)).unwrap_or(rest.end);
    let end = end - u32::from(end > start && article.word(end - 1) == ",");
    Some(article.document.span(TokenSpan { start, end }))
}

#[cfg(test)]
mod tests {
    use crate::Checker;

    #[test]
    fn an_office_of_one_holder_hides_nobody() {
        let anonymous = |source: &str| {
            let text = format!("{source} said that the money was gone.");
            let review = Checker::default().review(&text);
            review.entities.first().map(|e| e.anonymous)
        };
        assert_eq!(anonymous("The city’s inspector general"), Some(false));
        assert_eq!(anonymous("The governor"), Some(false));
        assert_eq!(anonymous("A governor"), Some(true));
        assert_eq!(anonymous("The official"), Some(true));
    }

    #[test]
    fn a_doubtful_pronoun_makes_less_sure() {
        let confidence = |text: &str| {
            let review = Checker::default().review(text);
            let doubtful = review.entities.iter().any(|e| !e.doubtful.is_empty());
            (doubtful, review.attributions.last().map_or(0.0, |a| a.confidence))
        };
        let (clear, sure) = confidence("Ann Orr left. She said that it was old.");
        let (doubt, less) =
            confidence("The band met Ann Orr and Ben Pell at noon. She said that it was old.");
        assert!(!clear && doubt && less < sure, "{sure} {less}");
    }
}
