//! Where a quotation and the post that it quotes disagree, word by word.

use super::words::Word;
use crate::Span;

/// A place where the two have other words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The quotation's words.
    pub(crate) quotation: Span,
    /// The post's words.
    pub(crate) post: Span,
}

/// Pairs of equal words, as places in both, in order: a longest common subsequence, by the usual
/// table of the lengths of those of all tails.
pub(super) fn align(quotation: &[Word], post: &[Word]) -> Vec<(usize, usize)> {
    let width = post.len() + 1;
    let mut longest = vec![0_u16; (quotation.len() + 1) * width];
    for (i, word) in quotation.iter().enumerate().rev() {
        for (j, other) in post.iter().enumerate().rev() {
            let (below, right) = (longest[(i + 1) * width + j], longest[i * width + j + 1]);
            longest[i * width + j] = if word.hash == other.hash {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                below.max(right)
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < quotation.len() && j < post.len() {
        if quotation[i].hash == post[j].hash {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] > longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// The places between paired words where one has words that the other lacks and that no ellipsis
/// or bracket accounts for.
pub(super) fn differences(
    quotation: &[Word],
    post: &[Word],
    pairs: &[(usize, usize)],
) -> Vec<Difference> {
    let (Some(&first), Some(&last)) = (pairs.first(), pairs.last()) else { return Vec::new() };
    let mut found = Vec::new();
    // Before the first pair and behind the last the post may go on, the quotation may not.
    let lead = Gap { words: (0, first.0), post: (first.1.saturating_sub(first.0), first.1) };
    found.extend(lead.difference(quotation, post));
    for pair in pairs.windows(2) {
        let gap = Gap { words: (pair[0].0 + 1, pair[1].0), post: (pair[0].1 + 1, pair[1].1) };
        found.extend(gap.difference(quotation, post));
    }
    let rest = quotation.len() - last.0 - 1;
    let end = (last.1 + 1 + rest).min(post.len());
    let tail = Gap { words: (last.0 + 1, quotation.len()), post: (last.1 + 1, end) };
    found.extend(tail.difference(quotation, post));
    found
}

/// Words of both between two pairs.
#[derive(Debug, Clone, Copy)]
struct Gap {
    words: (usize, usize),
    post: (usize, usize),
}

impl Gap {
    fn difference(self, quotation: &[Word], post: &[Word]) -> Option<Difference> {
        let ours = &quotation[self.words.0..self.words.1];
        let theirs = &post[self.post.0..self.post.1];
        let next = quotation.get(self.words.1).is_some_and(|w| w.open);
        let marked = next || ours.iter().any(|w| w.open);
        let firm = |words: &[Word]| words.iter().any(|w| !w.soft);
        if marked || !firm(ours) && !firm(theirs) {
            return None;
        }
        Some(Difference {
            quotation: shown(quotation, self.words, theirs.is_empty()),
            post: shown(post, self.post, ours.is_empty()),
        })
    }
}

/// The words of a gap; with one word around it on each side where one of the two is empty.
fn shown(words: &[Word], (from, to): (usize, usize), other_is_empty: bool) -> Span {
    let around = from == to || other_is_empty;
    let (from, to) = if around { (from.saturating_sub(1), to + 1) } else { (from, to) };
    let words = &words[from..to.min(words.len()).max(from)];
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => first.span.join(last.span),
        _ => Span::default(),
    }
}
