//! The words of a text, and the sets of words that spans cover.
//!
//! Spans are compared by the words they cover, so that outer punctuation and white space never matter.

use crate::Span;
use crate::attribution::Kind;
use std::cmp::Ordering;

/// A word is letters, digits and low lines, with single joints inside: `don’t`, `1,200`, `so-called`.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_joint(c: char) -> bool {
    matches!(c, '’' | '\'' | '.' | ',' | '-')
}

/// The words of a text, in order.
pub(super) struct Words(Vec<Span>);

impl Words {
    pub fn of(text: &str) -> Self {
        let mut words = Vec::new();
        let mut chars = text.char_indices().peekable();
        // The word that is being read: its start, and its end so far.
        let mut word: Option<(usize, usize)> = None;
        while let Some((at, c)) = chars.next() {
            if is_letter(c) {
                let start = word.map_or(at, |(start, _)| start);
                word = Some((start, at + c.len_utf8()));
                continue;
            }
            let goes_on = is_joint(c) && chars.peek().is_some_and(|&(_, next)| is_letter(next));
            if !goes_on && let Some((start, end)) = word.take() {
                words.push(Span::new(start, end));
            }
        }
        words.extend(word.map(|(start, end)| Span::new(start, end)));
        Self(words)
    }

    /// The numbers of the words that overlap a span; an empty span within a word overlaps it.
    pub fn range(&self, span: Span) -> (u32, u32) {
        let first = self.0.partition_point(|w| w.end <= span.start);
        let past = self.0.partition_point(|w| w.start < span.end);
        if first < past { (first as u32, past as u32) } else { (0, 0) }
    }

    /// The words that overlap any of some spans.
    pub fn within(&self, spans: &[Span]) -> WordSet {
        WordSet::collect(spans.iter().flat_map(|s| {
            let (first, past) = self.range(*s);
            first..past
        }))
    }
}

/// Numbers of words, in order, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct WordSet(Vec<u32>);

impl WordSet {
    pub fn collect(words: impl Iterator<Item = u32>) -> Self {
        let mut words: Vec<u32> = words.collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    pub fn words(&self) -> &[u32] {
        &self.0
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many words two sets share.
    pub fn shared(&self, other: &Self) -> usize {
        shared(&self.0, &other.0)
    }

    /// Whether they share half of the shorter, or both are empty.
    pub fn half_shared(&self, other: &Self) -> bool {
        match self.len().min(other.len()) {
            0 => self.is_empty() && other.is_empty(),
            least => 2 * self.shared(other) >= least,
        }
    }
}

/// How many items two lists share; both are in order, with each item once.
pub(super) fn shared<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        let order = x.cmp(y);
        i += usize::from(order != Ordering::Greater);
        j += usize::from(order != Ordering::Less);
        shared += usize::from(order == Ordering::Equal);
    }
    shared
}

/// In whose words spans stand, told from the quotation marks within them.
pub(super) fn kind(text: &str, spans: &[Span]) -> Kind {
    let (mut inside, mut outside) = (false, false);
    for span in spans {
        let mut quoted = false;
        for c in span.of(text).chars() {
            match c {
                '“' | '«' => quoted = true,
                '”' | '»' => quoted = false,
                '"' => quoted = !quoted,
                _ if !c.is_alphanumeric() => {}
                _ if quoted => inside = true,
                _ => outside = true,
            }
        }
    }
    match (inside, outside) {
        (true, false) => Kind::Direct,
        (true, true) => Kind::Mixed,
        (false, _) => Kind::Indirect,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        Words::of(text).0.iter().map(|w| w.of(text)).collect()
    }

    #[test]
    fn joints_hold_words_together() {
        assert_eq!(
            words("“Don’t pay $1,200.50,” so-called U.S. x_1"),
            ["Don’t", "pay", "1,200.50", "so-called", "U.S", "x_1"]
        );
        assert_eq!(words("a--b c.’d -e- ''"), ["a", "b", "c", "d", "e"]);
        assert_eq!(words("été 5½ 北京"), ["été", "5½", "北京"]);
        assert_eq!(words(""), Vec::<&str>::new());
    }

    #[test]
    fn spans_cover_words_they_touch() {
        let words = Words::of("one two, three");
        assert_eq!(words.range(Span::new(4, 7)), (1, 2));
        assert_eq!(words.range(Span::new(2, 5)), (0, 2));
        assert_eq!(words.range(Span::new(7, 9)), (0, 0));
        let set = words.within(&[Span::new(9, 14), Span::new(0, 3), Span::new(0, 1)]);
        assert_eq!(set.words(), [0, 2]);
    }

    #[test]
    fn sources_share_half_of_the_shorter() {
        let set = |words: &[u32]| WordSet::collect(words.iter().copied());
        assert!(set(&[1, 2, 3, 4]).half_shared(&set(&[4, 5])));
        assert!(!set(&[1, 2, 3]).half_shared(&set(&[3, 4, 5])));
        assert!(set(&[]).half_shared(&set(&[])));
        assert!(!set(&[]).half_shared(&set(&[1])));
    }

    #[test]
    fn kinds_follow_the_marks() {
        let kind = |text: &str| super::kind(text, &[Span::new(0, text.len())]);
        assert_eq!(kind("“It is,” “old”"), Kind::Direct);
        assert_eq!(kind("it is \"old\""), Kind::Mixed);
        assert_eq!(kind("it is old"), Kind::Indirect);
        assert_eq!(kind("…"), Kind::Indirect);
    }
}
