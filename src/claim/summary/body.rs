//! The body, sentence by sentence, as the lines that sum it up meet it.

use super::lines::Line;
use super::quantity::{Quantity, quantities};
use super::stem::stem;
use crate::Span;
use crate::article::Article;
use crate::claim::Claim;
use crate::claim::words::{self, Class};
use crate::document::{BlockKind, TokenSpan};
use std::cell::OnceCell;
use std::collections::HashSet;

/// The body as read once for all lines.
pub(super) struct Body<'a> {
    claims: &'a [Claim],
    article: &'a Article<'a>,
    /// Stems of all words, in the order of the text.
    stems: Vec<u32>,
    /// The same sorted, when they are first asked for.
    sorted: OnceCell<Vec<u32>>,
    quantities: Vec<Quantity>,
    /// What each line meets.
    met: Vec<Met>,
}

/// The words that lines ask for.
struct Wanted {
    /// Stem, line and number in the line, in order.
    words: Vec<(u32, u32, u32)>,
    /// A bit for the low bits of every stem: most words of a body are asked for by no line.
    filter: [u64; 16],
}

impl Wanted {
    fn by(lines: &[Line]) -> Self {
        let mut wanted = Self { words: Vec::new(), filter: [0; 16] };
        for (line, of) in lines.iter().enumerate() {
            for (bit, &stem) in of.words.iter().enumerate() {
                wanted.words.push((stem, line as u32, bit as u32));
                wanted.filter[slot(stem)] |= 1 << (stem & 63);
            }
        }
        wanted.words.sort_unstable();
        wanted
    }

    /// Where lines have a word.
    fn of(&self, stem: u32) -> &[(u32, u32, u32)] {
        if self.filter[slot(stem)] & 1 << (stem & 63) == 0 {
            return &[];
        }
        let first = self.words.partition_point(|w| w.0 < stem);
        let count = self.words[first..].partition_point(|w| w.0 == stem);
        &self.words[first..first + count]
    }
}

fn slot(stem: u32) -> usize {
    (stem >> 6) as usize & 15
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
/// A sentence with at least this share of a line's words may say the opposite.
const SAME: f32 = 0.75;
/// How far before a verb what denies or hedges it stands, in tokens.
const GOVERNED: u32 = 3;

impl<'a> Body<'a> {
    pub(super) fn read(article: &'a Article<'a>, claims: &'a [Claim], lines: &[Line]) -> Self {
        let wanted = Wanted::by(lines);
        let met = lines.iter().map(|l| Met { words: l.words.len(), ..Met::default() }).collect();
        let mut body = Self {
            claims,
            article,
            stems: Vec::with_capacity(article.document.tokens.len()),
            sorted: OnceCell::new(),
            quantities: Vec::new(),
            met,
        };
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
                body.read_sentence(i, sentence.tokens, &wanted);
            }
        }
        body
    }

    fn read_sentence(&mut self, sentence: usize, tokens: TokenSpan, wanted: &Wanted) {
        let mut here: Vec<(u32, u64)> = Vec::new();
        for i in tokens.range().map(|i| i as u32) {
            if !self.article.document.tokens[i as usize].kind.is_word() {
                continue;
            }
            let stem = stem(self.article.word(i));
            self.stems.push(stem);
            for &(_, line, bit) in wanted.of(stem) {
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
            let same = |b: Quantity| q.unit.zip(b.unit).is_some_and(|(q, b)| q.may_be(b));
            there.any(|b| same(b) && !b.is_year()).then_some(q.span)
        })
    }

    /// Whether the sentences nearest to a line deny the verb that it affirms, or the other way round.
    pub(super) fn is_opposite(&self, line: usize, of: &Line) -> bool {
        let verbs = self.verbs(of.tokens, None);
        let denied = self.verbs(of.tokens, Some(words::NEGATION));
        self.all_near(line, |tokens| {
            let here = self.verbs(tokens, None);
            let denied_here = self.verbs(tokens, Some(words::NEGATION));
            let affirmed = |v: &u32| here.contains(v) && !denied_here.contains(v);
            let now_denied = |v: &u32| denied_here.contains(v) && !denied.contains(v);
            verbs.iter().any(now_denied) || denied.iter().any(affirmed)
        })
    }

    /// Whether the body says only with may, could or reportedly what a line states.
    pub(super) fn is_less_sure(&self, line: usize, of: &Line) -> bool {
        let verbs = self.verbs(of.tokens, None);
        let hedged = self.verbs(of.tokens, Some(words::HEDGE));
        self.all_near(line, |tokens| {
            let hedged_here = self.verbs(tokens, Some(words::HEDGE));
            verbs.iter().any(|v| hedged_here.contains(v) && !hedged.contains(v))
        })
    }

    /// Whether a line has near sentences and something holds for all of them.
    fn all_near(&self, line: usize, holds: impl Fn(TokenSpan) -> bool) -> bool {
        let met = &self.met[line];
        let mut near = met.near(SAME).map(|n| self.article.document.sentences[n.sentence].tokens);
        met.near(SAME).next().is_some() && near.all(holds)
    }

    /// Stems of the verbs among some tokens; of those only that a word of a class stands before, where one is given.
    fn verbs(&self, tokens: TokenSpan, marked: Option<Class>) -> Vec<u32> {
        let article = self.article;
        let is = |i: u32, class: Class| words::classes(article.lexeme(i).form).any(class);
        let quoted = |i: u32| article.document.tokens[i as usize].quoted;
        let auxiliary = words::AUXILIARY.or(words::BE);
        let main = |&i: &u32| article.tag(i).is_verb() && !is(i, auxiliary) && !quoted(i);
        let all = tokens.start..tokens.end;
        let Some(class) = marked else {
            return all.filter(main).map(|i| stem(article.word(i))).collect();
        };
        // May is a month too.
        let marks = all.filter(|&i| is(i, class) && !article.tag(i).is_proper());
        let next = |i: u32| (i + 1..tokens.end.min(i + 1 + GOVERNED)).find(main);
        marks.filter_map(next).map(|i| stem(article.word(i))).collect()
    }

    /// Whether the body has a name of a line's, in any form of it.
    pub(super) fn has_name(&self, token: u32) -> bool {
        let word = self.article.word(token);
        let stems = self.sorted.get_or_init(|| {
            let mut stems = self.stems.clone();
            stems.sort_unstable();
            stems
        });
        let has = |word| stems.binary_search(&stem(word)).is_ok();
        has(word) || word.split('-').any(has)
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
