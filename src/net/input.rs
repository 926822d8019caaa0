//! What the net is told of a token: rows of its table whose sum stands for the token.

use super::hint::{CHUNKS, Hints, SITES};
use crate::article::Article;
use crate::document::{BlockKind, Document, Token, TokenSpan};
use crate::grammar::frame::SPEECH_FRAMES;
use crate::lexicon::hash_bytes;
use crate::tagger::Tag;
use std::ops::Range;

/// Rows for endings of words; endings share rows.
const ENDINGS: u32 = 1024;
/// An ending is so many bytes long.
const ENDING: usize = 3;

/// The first row of each kind of answer.
const TAGS: u32 = 0;
const SHAPES: u32 = TAGS + Tag::COUNT as u32;
const KINDS: u32 = SHAPES + 8;
const BLOCKS: u32 = KINDS + 32;
const FACTS: u32 = BLOCKS + 16;
const CHUNK_ROWS: u32 = FACTS + 32;
const SITE_ROWS: u32 = CHUNK_ROWS + CHUNKS;
const SPEECH: u32 = SITE_ROWS + SITES;
const FRAMES: u32 = SPEECH + SPEECH_FRAMES;
const ENDING_ROWS: u32 = FRAMES + 16;
/// The row of words that the net does not know.
pub(crate) const UNKNOWN: u32 = ENDING_ROWS + ENDINGS;
/// The row of the first word.
pub(crate) const WORDS: u32 = UNKNOWN + 1;

/// Adds the rows of a token to `rows`: its word's comes first. `words` are the hashes of those that have rows,
/// ascending.
pub(crate) fn rows(
    article: &Article<'_>,
    hints: &Hints,
    block: BlockKind,
    token: u32,
    words: &[u32],
    rows: &mut Vec<u32>,
) {
    let lexeme = article.lexeme(token);
    rows.push(words.binary_search(&lexeme.hash).map_or(UNKNOWN, |number| WORDS + number as u32));
    let text = article.word(token);
    let Token { kind, quoted, .. } = article.document.tokens[token as usize];
    rows.push(TAGS + article.tag(token) as u32);
    rows.push(SHAPES + shape(text));
    rows.push(KINDS + (kind as u32) * 2 + u32::from(quoted));
    rows.push(BLOCKS + block as u32);
    rows.push(ENDING_ROWS + ending(text));
    let hint = hints.on(token);
    rows.extend(hint.chunk().map(|chunk| CHUNK_ROWS + chunk));
    if let Some(site) = hint.site {
        rows.extend([SITE_ROWS + site.kind(), SPEECH + site.speech()]);
        add_bits(FRAMES, site.frames.0.into(), rows);
    }
    add_bits(FACTS, lexeme.facts.0, rows);
}

/// Adds a row for each bit, the first one's first.
fn add_bits(first: u32, mut bits: u32, rows: &mut Vec<u32>) {
    while bits != 0 {
        rows.push(first + bits.trailing_zeros());
        bits &= bits - 1;
    }
}

/// How a word is written.
fn shape(word: &str) -> u32 {
    let upper = |c: char| c.is_uppercase();
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if upper(first) => match (letters.clone().any(upper), letters.next()) {
            (_, None) => 1,
            (true, _) => 2,
            (false, _) => 3,
        },
        _ if word.bytes().any(|b| b.is_ascii_digit()) => 4,
        _ if letters.any(upper) => 5,
        _ => 0,
    }
}

/// The number of a word's ending, without regard to case.
fn ending(word: &str) -> u32 {
    let bytes = word.as_bytes();
    let mut last = [0; ENDING];
    let from = bytes.len().saturating_sub(ENDING);
    last[..bytes.len() - from].copy_from_slice(&bytes[from..]);
    last.make_ascii_lowercase();
    hash_bytes(&last) % ENDINGS
}

/// A paragraph with more tokens is cut between sentences.
const LONGEST: usize = 160;
/// A sentence with more tokens is cut anywhere: what a batch takes of memory has a bound.
const LONGEST_SENTENCE: usize = 512;

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sequence {
    pub(crate) tokens: Range<u32>,
    /// The number of its paragraph's block.
    pub(crate) block: u32,
}

/// The paragraphs of a document as the net reads them.
pub(crate) fn sequences(document: &Document<'_>) -> Vec<Sequence> {
    let mut all: Vec<Sequence> = Vec::with_capacity(document.blocks.len());
    for (number, block) in document.blocks.iter().enumerate() {
        let first = all.len();
        let sentences = block.sentences.clone();
        for sentence in &document.sentences[sentences.start as usize..sentences.end as usize] {
            let TokenSpan { start, end } = sentence.tokens;
            match all[first..].last_mut() {
                Some(last) if (end - last.tokens.start) as usize <= LONGEST => {
                    last.tokens.end = end;
                }
                _ => all.extend((start..end).step_by(LONGEST_SENTENCE).map(|start| Sequence {
                    tokens: start..end.min(start + LONGEST_SENTENCE as u32),
                    block: number as u32,
                })),
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_cut_between_sentences() {
        let sentence = "The bridge was closed on Friday and nobody knew why it was. ";
        let text = format!("A title\n\n{}\n\nIt rained.", sentence.repeat(15));
        let document = Document::read(&text, &[]);
        let sequences = sequences(&document);
        let lengths: Vec<_> = sequences.iter().map(|s| (s.block, s.tokens.len())).collect();
        assert_eq!(lengths, [(0, 2), (1, 156), (1, 39), (2, 3)]);
    }

    #[test]
    fn a_sentence_of_any_length_is_read_in_pieces() {
        let text = format!("word.{}", ")".repeat(10_000));
        let document = Document::read(&text, &[]);
        let sequences = sequences(&document);
        assert!(sequences.iter().all(|s| s.tokens.len() <= LONGEST_SENTENCE));
        assert_eq!(sequences.iter().map(|s| s.tokens.len()).sum::<usize>(), 10_002);
    }

    #[test]
    fn words_are_told_by_their_shape() {
        let words = ["bridge", "A", "NATO", "Orr", "2024", "iPhone", "“", "McKay"];
        assert_eq!(words.map(shape), [0, 1, 2, 3, 4, 5, 0, 2]);
        assert_eq!(ending("talking"), ending("WALKING"));
        assert_ne!(ending("a"), ending("b"));
    }
}
