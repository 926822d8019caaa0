//! Parts of speech: an averaged perceptron, run once from left to right.
//!
//! After Collins, *Discriminative Training Methods for Hidden Markov Models* (2002), with
//! greedy search: each word takes the tag that its features favour, given the two tags
//! before it. Frequent words with one tag only are looked up. The weights were learned from
//! PolNeAR's automatic analysis and the UD English EWT development part.

mod features;
pub(crate) mod headline;
mod lemma;
mod model;
mod rows;
pub(crate) mod speaker;
pub(crate) mod speech;
mod table;
mod tag;
mod upos;
mod word;

#[cfg(feature = "train")]
pub(crate) use {features::Context, model::Entry, model::Stored, model::best_of};

pub(crate) use {features::Case, word::Word};

pub use lemma::{lemma, lemma_into};
pub use tag::Tag;
pub use upos::{Upos, upos};

use crate::document::Token;
use crate::weights::{Parts, WeightsError};
use model::Model;

/// Gives each word of a sentence its part of speech.
///
/// ```
/// use onrecord::Span;
/// use onrecord::document::{Token, TokenKind};
/// use onrecord::tagger::{Tag, Tagger};
///
/// let text = "Officials said Friday";
/// let token = |start, end| Token {
///     span: Span::new(start, end),
///     kind: TokenKind::Word,
///     quoted: false,
/// };
/// let tokens = [token(0, 9), token(10, 14), token(15, 21)];
/// let mut tags = Vec::new();
/// Tagger::new()?.tag(text, &tokens, &mut tags);
/// assert_eq!(tags, [Tag::Nns, Tag::Vbd, Tag::Nnp]);
/// # Ok::<(), onrecord::WeightsError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Tagger {
    model: Model,
}

impl Tagger {
    /// Reads the weights that are compiled in (a few milliseconds): make one and keep it.
    pub fn new() -> Result<Tagger, WeightsError> {
        Ok(Tagger { model: Model::decode(Parts::shipped()?.tagger)? })
    }

    /// Reads other weights, as learning writes them.
    pub fn from_weights(weights: &[u8]) -> Result<Tagger, WeightsError> {
        Ok(Tagger { model: Model::decode(weights)? })
    }

    /// Tags one sentence; appends one tag a token to `out`.
    pub fn tag(&self, text: &str, tokens: &[Token], out: &mut Vec<Tag>) {
        let mut words: Vec<Word> = tokens.iter().map(|token| Word::read(text, token)).collect();
        // In a run of their own the look-ups need not wait for one another.
        for word in &mut words {
            *word = self.look_up(*word);
        }
        let case = Case::of(&words);
        let first = out.len();
        let mut initial = true;
        for (i, word) in words.iter().enumerate() {
            let tag = word.fixed.unwrap_or_else(|| {
                let context = features::Context::new(&words, i, &out[first..], case, initial);
                self.model.best(&context.features())
            });
            initial &= tag.is_punctuation();
            out.push(tag);
        }
    }

    /// A word with what the lexicon knows of it.
    fn look_up(&self, word: Word) -> Word {
        match self.model.entry(word.form) {
            Some(entry) => word.known_as(entry),
            None => word,
        }
    }
}

impl Word {
    /// Adds what the lexicon knows.
    pub(crate) fn known_as(mut self, entry: model::Entry) -> Word {
        self.class = entry.class;
        if self.fixed.is_none() && (entry.any_case || !self.shape.is_capitalised()) {
            self.fixed = entry.tag;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::document::TokenKind;

    /// Tags a sentence that has spaces around every token.
    fn tags_of(text: &str) -> Vec<Tag> {
        let mut start = 0;
        let tokens: Vec<Token> = text
            .split(' ')
            .map(|word| {
                let span = Span::new(start, start + word.len());
                start += word.len() + 1;
                let mark = word.starts_with(|c: char| c.is_ascii_punctuation());
                let kind = if mark { TokenKind::Punct } else { TokenKind::Word };
                Token { span, kind, quoted: false }
            })
            .collect();
        let mut tags = Vec::new();
        Tagger::new().unwrap().tag(text, &tokens, &mut tags);
        tags
    }

    fn spelled(text: &str) -> String {
        tags_of(text).into_iter().map(Tag::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn plain_news_is_tagged() {
        assert_eq!(
            spelled("Mayor Ilse Harmon said the council will vote on Tuesday ."),
            "NNP NNP NNP VBD DT NN MD VB IN NNP ."
        );
        assert_eq!(
            spelled("She denied that he had asked him to resign ."),
            "PRP VBD IN PRP VBD VBN PRP TO VB ."
        );
    }

    #[test]
    fn headlines_are_not_all_names() {
        for headline in [
            "Council Approves New Budget After Long Debate Over School Taxes",
            "COUNCIL APPROVES NEW BUDGET AFTER LONG DEBATE OVER SCHOOL TAXES",
        ] {
            let names = tags_of(headline).into_iter().filter(|tag| tag.is_proper()).count();
            assert!(names <= 3, "{}", spelled(headline));
        }
    }

    #[test]
    fn tags_are_appended_whatever_the_tokens() {
        let tagger = Tagger::new().unwrap();
        let mut tags = vec![Tag::Uh];
        tagger.tag("", &[], &mut tags);
        let outside = Token { span: Span::new(5, 99), kind: TokenKind::Word, quoted: false };
        tagger.tag("short", &[outside, outside], &mut tags);
        assert_eq!(tags.len(), 3);
    }

    #[test]
    fn a_tagger_can_be_shared() {
        fn shared<T: Send + Sync>() {}
        shared::<Tagger>();
    }
}
