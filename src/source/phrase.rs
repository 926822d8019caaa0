//! The words of a source, taken apart: its base noun phrase, its head, its owner, what they tell.

use super::{SourceClass, anonymity, role};
use crate::article::Article;
use crate::document::TokenSpan;
use crate::lexicon::Facts;
use crate::lower::lower;
use crate::tagger::Tag;

/// The person and number of a pronoun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// he, she and their other forms.
    Person,
    They,
    It,
    /// I, we, you: the writer, or whoever is speaking.
    Speaker,
    /// who, whose, whom
    Who,
    /// which, that
    Which,
}

/// A source's words up to what only describes them further.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase {
    /// The base noun phrase: up to the first comma, preposition, verb or relative pronoun.
    pub(super) base: TokenSpan,
    /// Its last noun.
    pub(super) head: u32,
    /// Whose it is: what stands before `'s`, or a possessive pronoun.
    pub(super) owner: Option<TokenSpan>,
    pub(super) pronoun: Option<Pronoun>,
    /// Begins with "the", "this", a possessive or a name's genitive.
    pub(super) definite: bool,
    pub(super) plural: bool,
    /// "one of the advisers": one of those that the phrase names.
    pub(super) one_of: bool,
    /// "a chorus of senators", "42 percent of voters": so many together.
    pub(super) mass: bool,
}

impl Phrase {
    /// Takes the tokens of a source apart.
    pub(super) fn of(article: &Article<'_>, tokens: TokenSpan) -> Self {
        let whole = Self::simple(article, tokens);
        let of = whole.base.end;
        let rest = TokenSpan { start: of + 1, end: tokens.end };
        if article.word(of) != "of" || of >= tokens.end || rest.is_empty() {
            return whole;
        }
        let inner = Self::simple(article, rest);
        let first = lower(article.word(whole.base.start));
        let quantity = anonymity::is_some(article, whole.head)
            || matches!(&*first, "most" | "all" | "none" | "each" | "half");
        if quantity && whole.base.len() <= 2 {
            return Self { one_of: first == "one", ..inner };
        }
        let mass = is_mass(&lower(article.word(whole.head))) && inner.plural;
        if mass { Self { mass, definite: true, ..inner } } else { whole }
    }

    /// "any taxpayer", "no voter": nobody in particular.
    fn is_anybody(article: &Article<'_>, first: u32) -> bool {
        matches!(&*lower(article.word(first)), "any" | "every" | "each" | "no")
    }

    fn simple(article: &Article<'_>, tokens: TokenSpan) -> Self {
        let base = base(article, tokens);
        let noun = (base.start..base.end).rev().find(|&t| article.tag(t).is_noun());
        let quantifier = (base.start..base.end).find(|&t| anonymity::is_some(article, t));
        let those = quantifier.filter(|&t| {
            t == base.start
                && !noun.is_some_and(|n| article.tag(n).is_plural())
                && article.word(t).eq_ignore_ascii_case("those")
        });
        let head =
            those.or(noun).or(quantifier).unwrap_or(base.end.saturating_sub(1).max(base.start));
        let first = base.start;
        let pronoun = (base.len() == 1).then(|| pronoun(article, first)).flatten();
        let word = lower(article.word(first));
        let owner = owner(article, base, head);
        let definite = matches!(&*word, "the" | "this" | "that" | "these" | "those" | "both")
            || owner.is_some();
        let plural = article.tag(head).is_plural();
        let mass = base.len() > 1 && Self::is_anybody(article, first);
        Self { base, head, owner, pronoun, definite, plural, one_of: false, mass }
    }

    /// What the head noun says it is, where it is no name.
    pub(super) fn class(&self, article: &Article<'_>) -> SourceClass {
        let facts = article.lexeme(self.head).facts;
        let personal = role::is_personal(article, self.head);
        let body = facts.any(Facts::ORGANIZATION.or(Facts::COUNTRY).or(Facts::MASTHEAD));
        match self.plural {
            _ if self.mass => SourceClass::Group,
            _ if self.is_masthead(article) => SourceClass::Organization,
            true if self.one_of => SourceClass::UnnamedPerson,
            true if personal || facts.any(Facts::GROUP) => SourceClass::Group,
            _ if facts.any(Facts::DOCUMENT.or(Facts::RECORD)) => SourceClass::Document,
            false if personal => SourceClass::UnnamedPerson,
            _ if facts.any(Facts::POPULATION) => SourceClass::Group,
            _ if body => SourceClass::Organization,
            true => SourceClass::Group,
            false if anonymity::is_some(article, self.head) => SourceClass::Group,
            false if facts.any(Facts::GROUP.or(Facts::COLLECTIVE)) => SourceClass::Group,
            false if article.tag(self.head) == Tag::Cd || is_share(article, self.base) => {
                SourceClass::Group
            }
            false => SourceClass::Unclear,
        }
    }

    /// "The Post": a newspaper by the last word of its name.
    fn is_masthead(&self, article: &Article<'_>) -> bool {
        article.lexeme(self.head).facts.any(Facts::MASTHEAD)
            && article.word(self.head).starts_with(char::is_uppercase)
            && self.definite
    }
}

/// The head noun of a source's words: "official" of "a senior official close to the talks".
pub(crate) fn head(article: &Article<'_>, tokens: TokenSpan) -> u32 {
    Phrase::of(article, tokens).head
}

/// A number of people together.
fn is_mass(word: &str) -> bool {
    matches!(
        word,
        "chorus"
            | "number"
            | "handful"
            | "majority"
            | "minority"
            | "plurality"
            | "percent"
            | "%"
            | "dozens"
            | "scores"
            | "hundreds"
            | "thousands"
            | "millions"
            | "crowd"
            | "series"
            | "army"
            | "group"
            | "groups"
    )
}

/// 42 percent, two-thirds.
fn is_share(article: &Article<'_>, base: TokenSpan) -> bool {
    (base.start..base.end).any(|t| matches!(article.word(t), "percent" | "%" | "thirds" | "half"))
}

/// What stands before the last `'s` ahead of the head, or a possessive pronoun: his, whose.
fn owner(article: &Article<'_>, base: TokenSpan, head: u32) -> Option<TokenSpan> {
    if matches!(article.tag(base.start), Tag::PrpS | Tag::WpS) && head > base.start {
        return Some(TokenSpan { start: base.start, end: base.start + 1 });
    }
    let mark = (base.start + 1..head).rev().find(|&t| article.tag(t) == Tag::Pos)?;
    Some(TokenSpan { start: base.start, end: mark })
}

fn pronoun(article: &Article<'_>, token: u32) -> Option<Pronoun> {
    Some(match &*lower(article.word(token)) {
        "he" | "his" | "him" | "himself" | "she" | "her" | "hers" | "herself" => Pronoun::Person,
        "they" | "their" | "them" | "theirs" | "themselves" | "both" | "neither" => Pronoun::They,
        "it" | "its" | "itself" => Pronoun::It,
        "i" | "we" | "my" | "our" | "us" | "me" | "you" | "your" => Pronoun::Speaker,
        "who" | "whose" | "whom" => Pronoun::Who,
        "which" | "that" => Pronoun::Which,
        _ => return None,
    })
}

/// Up to the first comma, bracket, preposition, verb or relative pronoun; a title's "of" goes on.
fn base(article: &Article<'_>, tokens: TokenSpan) -> TokenSpan {
    let ends = |t: u32| {
        let tag = article.tag(t);
        let after_noun = article.tag(t - 1).is_noun();
        let title = article.word(t) == "of"
            && article.tag(t - 1).is_proper()
            && (article.tag(t + 1).is_proper() || article.word(t + 1) == "the");
        match tag {
            Tag::Comma
            | Tag::Lrb
            | Tag::Colon
            | Tag::Md
            | Tag::Wp
            | Tag::Wdt
            | Tag::Wrb
            | Tag::To => true,
            Tag::Vbd | Tag::Vbz | Tag::Vbp => true,
            Tag::Vbn | Tag::Dt => after_noun,
            Tag::Vbg => after_noun && !article.tag(t + 1).is_noun(),
            Tag::In => !title,
            _ => false,
        }
    };
    let end = (tokens.start + 1..tokens.end).find(|&t| ends(t)).unwrap_or(tokens.end);
    let possessive = end > tokens.start + 1 && article.tag(end - 1) == Tag::Pos;
    TokenSpan { start: tokens.start, end: end - u32::from(possessive) }
}
