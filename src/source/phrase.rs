//! The words of a source, taken apart: its base noun phrase, its head, what they tell.

use super::SourceClass;
use crate::article::Article;
use crate::document::TokenSpan;
use crate::lexicon::Facts;
use crate::tagger::Tag;

/// The person and number of a pronoun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pronoun {
    He,
    She,
    They,
    It,
    /// I, we, you: the writer, or whoever is speaking.
    Speaker,
    /// who, which, that, whose
    Relative,
}

/// A source's words up to what only describes them further.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase {
    /// The base noun phrase: up to the first comma, preposition, verb or relative pronoun.
    pub(super) base: TokenSpan,
    /// Its last noun.
    pub(super) head: u32,
    pub(super) pronoun: Option<Pronoun>,
    /// Begins with "the", "this", a possessive or a name's genitive.
    pub(super) definite: bool,
    pub(super) plural: bool,
}

impl Phrase {
    /// Takes the tokens of a source apart.
    pub(super) fn of(article: &Article<'_>, tokens: TokenSpan) -> Self {
        let base = base(article, tokens);
        let head = (base.start..base.end)
            .rev()
            .find(|&t| article.tag(t).is_noun())
            .unwrap_or(base.end.saturating_sub(1).max(base.start));
        let first = base.start;
        let pronoun = (base.len() <= 2).then(|| pronoun(article, first)).flatten();
        let word = article.word(first).to_lowercase();
        let definite =
            matches!(word.as_str(), "the" | "this" | "that" | "these" | "those" | "both")
                || article.tag(first) == Tag::PrpS;
        Self { base, head, pronoun, definite, plural: article.tag(head).is_plural() }
    }

    /// What the head noun says it is, where it is no name.
    pub(super) fn class(&self, article: &Article<'_>) -> SourceClass {
        let facts = article.lexeme(self.head).facts;
        let person = Facts(Facts::ROLE.0 | Facts::UNNAMED.0 | Facts::TITLE.0);
        let people = Facts(person.0 | Facts::GROUP.0);
        match self.plural {
            true if facts.any(people) => SourceClass::Group,
            _ if facts.any(Facts::DOCUMENT) => SourceClass::Document,
            false if facts.any(person) => SourceClass::UnnamedPerson,
            false if facts.any(Facts(Facts::ORGANIZATION.0 | Facts::COUNTRY.0)) => {
                SourceClass::Organization
            }
            true if facts.any(Facts::ORGANIZATION) => SourceClass::Organization,
            true => SourceClass::Group,
            false if is_quantifier(article, self.head) => SourceClass::Group,
            false if facts.any(Facts::GROUP) => SourceClass::Group,
            false => SourceClass::Unclear,
        }
    }

    /// Whether it hides individuals or informants, rather than naming a whole population.
    pub(super) fn is_anonymous(&self, article: &Article<'_>) -> bool {
        let facts = article.lexeme(self.head).facts;
        let hidden = facts.any(Facts(Facts::UNNAMED.0 | Facts::ROLE.0 | Facts::GROUP.0))
            || is_quantifier(article, self.head);
        let population =
            POPULATIONS.binary_search(&article.word(self.head).to_lowercase().as_str()).is_ok();
        hidden && !population && !facts.any(Facts::DEMONYM)
    }
}

/// Whole populations, crowds and parties: naming nobody is no anonymity.
const POPULATIONS: &[&str] = &[
    "adults",
    "americans",
    "citizens",
    "conservatives",
    "consumers",
    "crowd",
    "democrats",
    "demonstrators",
    "families",
    "fans",
    "immigrants",
    "independents",
    "liberals",
    "men",
    "millennials",
    "parents",
    "people",
    "protesters",
    "protestors",
    "public",
    "readers",
    "republicans",
    "residents",
    "respondents",
    "students",
    "supporters",
    "taxpayers",
    "veterans",
    "viewers",
    "voters",
    "women",
    "workers",
];

fn is_quantifier(article: &Article<'_>, token: u32) -> bool {
    matches!(
        article.word(token).to_lowercase().as_str(),
        "some"
            | "many"
            | "others"
            | "several"
            | "most"
            | "few"
            | "one"
            | "those"
            | "both"
            | "all"
            | "half"
            | "everyone"
            | "people"
    )
}

fn pronoun(article: &Article<'_>, token: u32) -> Option<Pronoun> {
    Some(match article.word(token).to_lowercase().as_str() {
        "he" | "his" | "him" | "himself" => Pronoun::He,
        "she" | "her" | "hers" | "herself" => Pronoun::She,
        "they" | "their" | "them" | "theirs" => Pronoun::They,
        "it" | "its" => Pronoun::It,
        "i" | "we" | "my" | "our" | "us" | "me" | "you" | "your" => Pronoun::Speaker,
        "who" | "which" | "whose" | "whom" => Pronoun::Relative,
        "that" => Pronoun::Relative,
        _ => return None,
    })
}

/// Up to the first comma, bracket, preposition, verb or relative pronoun; a title's "of" goes on.
fn base(article: &Article<'_>, tokens: TokenSpan) -> TokenSpan {
    let ends = |t: u32| {
        let tag = article.tag(t);
        let title = article.word(t) == "of"
            && t > tokens.start
            && article.tag(t - 1).is_proper()
            && article.tag(t + 1).is_proper();
        matches!(
            tag,
            Tag::Comma
                | Tag::Lrb
                | Tag::Colon
                | Tag::Vbd
                | Tag::Vbz
                | Tag::Vbp
                | Tag::Md
                | Tag::Wp
                | Tag::Wdt
                | Tag::Wrb
                | Tag::To
        ) || tag == Tag::In && !title
    };
    let end = (tokens.start + 1..tokens.end).find(|&t| ends(t)).unwrap_or(tokens.end);
    let possessive = end > tokens.start + 1 && article.tag(end - 1) == Tag::Pos;
    TokenSpan { start: tokens.start, end: end - u32::from(possessive) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn populations_are_sorted() {
        assert!(POPULATIONS.is_sorted());
    }
}
