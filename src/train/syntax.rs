//! What a parser says of each token. The net learns to say it too: to know a clause helps to know a content
//! (a task beside the task, after Caruana 1997; for opinions and their holders, Marasović and Frank 2018).

use super::TrainError;
use super::conll::{Parsed, read_parses};
use crate::document::Document;
use crate::{OffsetMap, Offsets};
use std::collections::HashMap;
use std::path::Path;

/// The questions on a token: its relation to its head, how far away that stands, and the clause it is part of.
pub(super) const QUESTIONS: usize = 3;

/// How many answers each question has.
pub(super) const ANSWERS: [usize; QUESTIONS] = [RELATIONS, DISTANCES.len() + 2, 2 * CLAUSES.len()];

/// The answers on a token; [`UNKNOWN`] where no parse has it.
pub(super) type Syntax = [u8; QUESTIONS];

/// Stands for all answers on a token that is not parsed.
pub(super) const UNKNOWN: Syntax = [u8::MAX; QUESTIONS];

/// Relations are numbered as they come; later ones have no number.
const RELATIONS: usize = 48;

/// Upper bounds of the distances that are told apart, in words; then what is farther, and no head at all.
const DISTANCES: [i32; 9] = [-8, -4, -3, -2, -1, 1, 2, 3, 7];

/// The relations that make a clause of a word and what depends on it.
const CLAUSES: [&str; 8] =
    ["root", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj"];

/// The parses of some articles.
#[derive(Debug, Default)]
pub struct Parses {
    relations: Vec<String>,
    /// For each article, by where a token begins, in code points.
    articles: HashMap<String, HashMap<u32, Syntax>>,
}

impl Parses {
    /// Reads the parses in PolNeAR's automatic analysis (`corenlp.conll.gz`) in a folder.
    ///
    /// # Errors
    /// A file that cannot be read, or a line that is not what its format says.
    pub fn read(folder: &Path) -> Result<Self, TrainError> {
        let mut parses = Self::default();
        read_parses(folder, |article, sentence| parses.add(article, sentence))?;
        Ok(parses)
    }

    fn add(&mut self, article: &str, sentence: &[Parsed<'_>]) {
        let numbers: Vec<u8> = sentence.iter().map(|p| self.number(p.relation)).collect();
        let known = self.articles.entry(article.to_owned()).or_default();
        let owners: Vec<usize> = (0..sentence.len()).map(|at| owner(sentence, at)).collect();
        let first = first_words(sentence);
        for (at, parsed) in sentence.iter().enumerate() {
            let relation = sentence[owners[at]].relation;
            let clause = CLAUSES.iter().position(|c| *c == relation).unwrap_or(0);
            let begins = first[owners[at]] == at;
            let clause = 2 * clause as u8 + u8::from(begins);
            known.insert(parsed.start, [numbers[at], distance(parsed, at), clause]);
        }
    }

    fn number(&mut self, relation: &str) -> u8 {
        let known = self.relations.iter().position(|r| r == relation);
        let number = known.unwrap_or_else(|| {
            self.relations.push(relation.to_owned());
            self.relations.len() - 1
        });
        if number < RELATIONS { number as u8 } else { u8::MAX }
    }

    /// The answers on each token of an article.
    pub(super) fn of(&self, article: &str, document: &Document<'_>) -> Vec<Syntax> {
        let Some(known) = self.articles.get(article) else {
            return vec![UNKNOWN; document.tokens.len()];
        };
        let map = OffsetMap::new(document.text, Offsets::Chars);
        let start = |span| map.span(span)[0];
        let tokens = document.tokens.iter();
        tokens.map(|t| known.get(&start(t.span)).copied().unwrap_or(UNKNOWN)).collect()
    }
}

/// The number of the distance from a word to its head.
fn distance(parsed: &Parsed<'_>, at: usize) -> u8 {
    let Some(head) = parsed.head else { return DISTANCES.len() as u8 + 1 };
    let words = head as i32 - at as i32;
    DISTANCES.iter().position(|&d| words <= d).unwrap_or(DISTANCES.len()) as u8
}

/// The head of the clause that a word is part of.
fn owner(sentence: &[Parsed<'_>], at: usize) -> usize {
    ancestors(sentence, at)
        .find(|&a| {
            let Parsed { relation, is_verb, .. } = sentence[a];
            CLAUSES.contains(&relation) && (relation != "conj" || is_verb)
        })
        .or_else(|| ancestors(sentence, at).last())
        .unwrap_or(at)
}

/// The first word of what depends on each word.
fn first_words(sentence: &[Parsed<'_>]) -> Vec<usize> {
    let mut first: Vec<usize> = (0..sentence.len()).collect();
    for at in 0..sentence.len() {
        for ancestor in ancestors(sentence, at) {
            first[ancestor] = first[ancestor].min(at);
        }
    }
    first
}

/// A word, its head, the head of that, up to the root; a circle is left when all could have been seen.
fn ancestors(sentence: &[Parsed<'_>], at: usize) -> impl Iterator<Item = usize> {
    let head = |&at: &usize| sentence[at].head.filter(|h| *h < sentence.len());
    std::iter::successors(Some(at), head).take(sentence.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `word relation head`, a word each; heads from 1, 0 for none.
    const SENTENCE: [(&str, &str, usize); 6] = [
        ("Orr", "nsubj", 2),
        ("said", "root", 0),
        ("bridges", "nsubj", 4),
        ("leak", "ccomp", 2),
        ("here", "advmod", 4),
        (".", "punct", 2),
    ];

    fn sentence() -> Vec<Parsed<'static>> {
        let parsed = |(at, (word, relation, head)): (usize, &(&str, &'static str, usize))| Parsed {
            relation,
            head: head.checked_sub(1),
            is_verb: matches!(*word, "said" | "leak"),
            start: at as u32 * 10,
        };
        SENTENCE.iter().enumerate().map(parsed).collect()
    }

    #[test]
    fn clauses_are_told_by_their_heads() {
        let mut parses = Parses::default();
        parses.add("bridge", &sentence());
        let answers = &parses.articles["bridge"];
        let clauses: Vec<u8> = (0..6).map(|at| answers[&(at * 10)][2]).collect();
        // Within "root" or "ccomp", and whether it begins there.
        assert_eq!(clauses, [1, 0, 3, 2, 2, 0]);
        let distances: Vec<u8> = (0..6).map(|at| answers[&(at * 10)][1]).collect();
        assert_eq!(distances, [5, 10, 5, 3, 4, 1]);
        assert_eq!(answers[&0][0], answers[&20][0], "both are subjects");
    }

    #[test]
    fn circles_of_heads_end() {
        let mut sentence = sentence();
        sentence[1].head = Some(3);
        let mut parses = Parses::default();
        parses.add("circle", &sentence);
        assert_eq!(parses.articles["circle"].len(), 6);
    }

    #[test]
    fn what_is_not_parsed_has_no_answers() {
        let document = Document::read("It leaks.", &[]);
        assert_eq!(Parses::default().of("bridge", &document), [UNKNOWN; 3]);
    }
}
