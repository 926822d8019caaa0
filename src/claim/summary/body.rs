//! The body, sentence by sentence, as the lines that sum it up meet it.

use super::lines::Line;
use super::quantity::{Quantity, quantities};
use super::stem::stem;
use crate::Span;
use crate::article::Article;
use crate::claim::Claim;
use crate::claim::words::{self, Class};
use crate::document::{BlockKind, TokenSpan};
use std::collections::{HashMap, HashSet};

/// The body as read once for all lines.
pub(super) struct Body<'a> {
    claims: &'a [Claim],
    article: &'a Article<'a>,
    /// Stems of all words that can be names or content.
    stems: HashSet<u32>,
    quantities: Vec<Quantity>,
    /// What each line meets.
    met: Vec<Met>,
}

/// What a line meets in the body.
#[derive(Default)]
struct Met {
    words: usize,
    /// The line's words that the body holds anywhere, as bits.
    anywhere: u64,
    /// The sentences that hold most of them, the nearest first.
    nearest: Vec<Near>,
}

/// A sentence near to a line.
#[derive(Clone, Copy)]
struct Near {
    sentence: usize,
    /// The line's words that it holds, as bits.
    bits: u64,
}

/// How a line and the body match.
pub(super) struct Matched {
    /// The share of the line's words that two sentences hold, 0 to 1.
    pub(super) nearest: f32,
    /// The share that the whole body holds, 0 to 1.
    pub(super) anywhere: f32,
    pub(super) claims: Vec<usize>,
}

/// How many sentences are kept for a line.
const KEPT: usize = 4;

impl<'a> Body<'a> {
    pub(super) fn read(article: &'a Article<'a>, claims: &'a [Claim], lines: &[Line]) -> Self {
        let mut by_stem: HashMap<u32, Vec<(u32, u32)>> = HashMap::new();
        for (i, line) in lines.iter().enumerate() {
            for (bit, stem) in line.words.iter().enumerate() {
                by_stem.entry(*stem).or_default().push((i as u32, bit as u32));
            }
        }
        let met = lines.iter().map(|l| Met { words: l.words.len(), ..Met::default() }).collect();
        let mut body = Self { claims, article, stems: HashSet::new(), quantities: Vec::new(), met };
        let is_line: HashSet<usize> = lines.iter().map(|l| l.block).collect();
        for (i, sentence) in article.document.sentences.iter().enumerate() {
            let block = sentence.block as usize;
            let kind = article.document.blocks[block].kind;
            let is_text = matches!(
                kind,
                BlockKind::Paragraph
                    | BlockKind::BlockQuote
                    | BlockKind::Bullet
                    | BlockKind::Heading
            );
            if is_text && !is_line.contains(&block) {
                body.read_sentence(i, sentence.tokens, &by_stem);
            }
        }
        body
    }

    fn read_sentence(
        &mut self,
        sentence: usize,
        tokens: TokenSpan,
        by_stem: &HashMap<u32, Vec<(u32, u32)>>,
    ) {
        let mut here: Vec<(u32, u64)> = Vec::new();
        for i in tokens.range().map(|i| i as u32) {
            if !self.article.document.tokens[i as usize].kind.is_word() {
                continue;
            }
            let stem = stem(self.article.word(i));
            self.stems.insert(stem);
            for &(line, bit) in by_stem.get(&stem).into_iter().flatten() {
                match here.iter_mut().find(|(l, _)| *l == line) {
                    Some((_, bits)) => *bits |= 1 << bit,
                    None => here.push((line, 1 << bit)),
                }
            }
        }
        self.quantities.extend(quantities(self.article, tokens));
        for (line, bits) in here {
            self.met[line as usize].meet(Near { sentence, bits });
        }
    }

    /// How a line and the body match.
    pub(super) fn matched(&self, line: usize) -> Matched {
        let met = &self.met[line];
        let both = met.nearest.iter().take(2).fold(0, |bits, near| bits | near.bits);
        let half = met.nearest.first().map_or(0, |n| n.bits.count_ones() / 2);
        let near = met.nearest.iter().filter(|n| n.bits.count_ones() > half);
        let claims = near.flat_map(|n| self.claims_of(n.sentence)).collect();
        Matched { nearest: met.share(both), anywhere: met.share(met.anywhere), claims }
    }

    fn claims_of(&self, sentence: usize) -> std::ops::Range<usize> {
        let span = self.article.document.sentences[sentence].span;
        let first = self.claims.partition_point(|c| c.span.start < span.start);
        let last = self.claims.partition_point(|c| c.span.start < span.end);
        first..last
    }

    /// A figure of the line that the body has nowhere, though a sentence near to it counts the same thing otherwise.
    pub(super) fn other_number(&self, line: usize, of: &Line) -> Option<Span> {
        let met = &self.met[line];
        of.quantities.iter().find_map(|q| {
            if self.quantities.iter().any(|b| b.agrees(q)) {
                return None;
            }
            let near =
                met.nearest.iter().filter(|n| met.share(n.bits) >= 0.5 && n.bits.count_ones() >= 3);
            let tokens = near.map(|n| self.article.document.sentences[n.sentence].tokens);
            let mut there = tokens.flat_map(|t| quantities(self.article, t));
            there.any(|b| b.unit == q.unit && !b.is_year()).then_some(q.span)
        })
    }

    /// Whether the sentences nearest to a line say the opposite, and none the same.
    pub(super) fn is_opposite(
        &self,
        article: &Article<'_>,
        line: usize,
        of: &Line,
        same: f32,
    ) -> bool {
        let met = &self.met[line];
        let negates = |tokens| has(article, tokens, words::NEGATION);
        let denies = |tokens| has(article, tokens, words::DENIAL);
        let mut near =
            met.near(same).map(|n| article.document.sentences[n.sentence].tokens).peekable();
        met.words >= 4
            && near.peek().is_some()
            && !denies(of.tokens)
            && near.all(|t| negates(t) != negates(of.tokens) && !denies(t))
            && met.near(0.5).count() <= 2
    }

    /// Whether the body says only with may, could or reportedly what a line states.
    pub(super) fn is_less_sure(
        &self,
        article: &Article<'_>,
        line: usize,
        of: &Line,
        same: f32,
    ) -> bool {
        let met = &self.met[line];
        let hedged = |tokens| has(article, tokens, words::HEDGE);
        let mut near =
            met.near(same).map(|n| article.document.sentences[n.sentence].tokens).peekable();
        met.words >= 4
            && near.peek().is_some()
            && !hedged(of.tokens)
            && !has(article, of.tokens, words::NAMING)
            && near.all(hedged)
            && met.near(0.5).count() <= 2
    }

    /// Whether the body has a name of a line's, in any form of it.
    pub(super) fn has_name(&self, article: &Article<'_>, token: u32) -> bool {
        let word = article.word(token);
        self.stems.contains(&stem(word))
            || word.split('-').any(|part| self.stems.contains(&stem(part)))
    }
}

impl Met {
    fn meet(&mut self, near: Near) {
        self.anywhere |= near.bits;
        let at = self.nearest.partition_point(|n| n.bits.count_ones() >= near.bits.count_ones());
        if at < KEPT {
            self.nearest.insert(at, near);
            self.nearest.truncate(KEPT);
        }
    }

    /// The share of the line's words that some bits stand for; none where it has no words.
    fn share(&self, bits: u64) -> f32 {
        bits.count_ones() as f32 / self.words.max(1) as f32
    }

    /// The sentences that hold at least some share of the line's words.
    fn near(&self, share: f32) -> impl Iterator<Item = &Near> {
        self.nearest.iter().filter(move |n| self.share(n.bits) >= share)
    }
}

fn has(article: &Article<'_>, tokens: TokenSpan, class: Class) -> bool {
    // May is a month too.
    tokens
        .range()
        .map(|i| i as u32)
        .any(|i| !article.tag(i).is_proper() && words::classes(article.lexeme(i).form).any(class))
}
