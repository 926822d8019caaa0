//! Paragraphs to learn from: what the net is told of each token, and the label it is to give.

use super::tie::Site;
use crate::net::Window;
use crate::net::input::{self, Sequence};
use crate::train::lesson::Lesson;
use crate::train::syntax::Syntax;
use std::collections::HashMap;
use std::ops::Range;

/// Words seen less often have no row of their own.
const RAREST: u32 = 3;

/// A paragraph, or a piece of one.
pub(super) struct Paragraph {
    /// The rows of all tokens.
    rows: Vec<u32>,
    /// Where each token's rows end.
    ends: Vec<u32>,
    pub(super) labels: Vec<u8>,
    /// What a parser says of each token.
    pub(super) syntax: Vec<Syntax>,
    /// Its cue sites, and what is tied to them.
    pub(super) sites: Vec<Site>,
}

impl Paragraph {
    /// How many tokens it has.
    pub(super) fn len(&self) -> usize {
        self.labels.len()
    }

    /// The rows of a token, its word's first.
    pub(super) fn rows(&self, token: usize) -> &[u32] {
        let start = token.checked_sub(1).map_or(0, |t| self.ends[t]);
        &self.rows[start as usize..self.ends[token] as usize]
    }

    /// The paragraphs of a lesson, for a net that knows `words`.
    pub(super) fn all(lesson: &Lesson<'_>, words: &[u32]) -> Vec<Self> {
        let (labels, article) = (lesson.labels(), &lesson.article);
        let paragraph = |Sequence { tokens, block }: Sequence| {
            let block = article.document.blocks[block as usize].kind;
            let (mut rows, mut ends) = (Vec::new(), Vec::new());
            for token in tokens.clone() {
                input::rows(article, &lesson.hints, block, token, words, &mut rows);
                ends.push(rows.len() as u32);
            }
            let sites = sites(lesson, &tokens);
            let tokens = tokens.start as usize..tokens.end as usize;
            let (labels, syntax) =
                (labels[tokens.clone()].to_vec(), lesson.syntax[tokens].to_vec());
            Self { rows, ends, labels, syntax, sites }
        };
        input::sequences(&article.document).into_iter().map(paragraph).collect()
    }
}

/// The cue sites in a sequence of tokens whose ties are known.
fn sites(lesson: &Lesson<'_>, sequence: &Range<u32>) -> Vec<Site> {
    let place = |token: u32| (token - sequence.start) as usize;
    let site = |window: Window| {
        let tokens = window.tokens.start..window.tokens.end;
        let answers = lesson.ties(window.head, tokens.clone())?;
        Some(Site {
            head: place(window.head),
            window: place(tokens.start)..place(tokens.end),
            answers,
        })
    };
    lesson.hints.windows(sequence).filter_map(site).collect()
}

/// The words of lessons that have rows of their own: hashes, ascending.
pub(super) fn words(lessons: &[&Lesson<'_>]) -> Vec<u32> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for lexeme in lessons.iter().flat_map(|l| &l.article.lexemes) {
        *counts.entry(lexeme.hash).or_default() += 1;
    }
    let mut words: Vec<u32> =
        counts.into_iter().filter(|(_, n)| *n >= RAREST).map(|(word, _)| word).collect();
    words.sort_unstable();
    words
}
