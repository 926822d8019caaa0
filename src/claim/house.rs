//! A newsroom's own terms that frame, looked up by the numbers of their first words.

use super::framing::Rule;
use super::words::Term;
use crate::lexicon::{House, Lexicon, WordId};
use std::ops::Range;

/// Terms by their first words; empty for most newsrooms.
#[derive(Debug, Clone, Default)]
pub(crate) struct HouseTerms {
    /// Those with the same first word together, the longest first.
    terms: Vec<Term>,
    /// Where the terms of a first word lie, in the order of the numbers.
    by_word: Vec<(WordId, Range<usize>)>,
}

impl HouseTerms {
    /// Compiles terms; `lexicon` holds their words.
    pub(crate) fn new(house: &House, lexicon: &Lexicon) -> Self {
        let id = |word: &String| lexicon.word(word);
        let mut known = Vec::new();
        for term in &house.terms {
            let words: Vec<WordId> = term.words.iter().map(id).collect();
            let ([first, rest @ ..], Some(rule)) = (&words[..], Rule::of(&term.rule)) else {
                continue;
            };
            if words.contains(&WordId::NONE) {
                continue;
            }
            let rest: Vec<u16> = rest.iter().map(|w| w.0).collect();
            let unless = term.unless.iter().map(|w| id(w).0).filter(|w| *w != 0).collect();
            let (part, weight) = (term.part, term.weight.clamp(0.0, 1.0));
            known.push((*first, Term { rest: rest.into(), part, rule, weight, unless }));
        }
        known.sort_by_key(|(first, term)| (*first, std::cmp::Reverse(term.rest.len())));
        let mut found = Self::default();
        for (first, term) in known {
            let at = found.terms.len();
            match found.by_word.last_mut().filter(|(word, _)| *word == first) {
                Some((_, range)) => range.end += 1,
                None => found.by_word.push((first, at..at + 1)),
            }
            found.terms.push(term);
        }
        found
    }

    /// The terms that begin with a word, the longest first.
    pub(super) fn of(&self, first: WordId) -> &[Term] {
        let at = self.by_word.binary_search_by_key(&first, |(word, _)| *word);
        at.map_or(&[], |i| &self.terms[self.by_word[i].1.clone()])
    }
}
