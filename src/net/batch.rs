//! Sequences of a batch side by side: the first tokens of all, then the second ones, longest sequence first.

use std::ops::Range;

/// The order of a batch's tokens. At each step those sequences that are long enough have a token, and they
/// are the first ones: a row of one step goes on in the same row of the next.
#[derive(Debug, Clone, Default)]
pub(crate) struct Batch {
    /// Where each step's tokens begin; one more for the end.
    starts: Vec<usize>,
    /// For each token of the batch, its place among the sequences as they were given.
    pub(crate) places: Vec<u32>,
}

impl Batch {
    /// Lays out sequences, each a range of places, the longest first.
    pub(crate) fn new(sequences: impl Iterator<Item = Range<u32>>) -> Self {
        let sequences: Vec<_> = sequences.collect();
        debug_assert!(sequences.is_sorted_by_key(|s| std::cmp::Reverse(s.len())));
        let longest = sequences.first().map_or(0, |s| s.len());
        let (mut starts, mut places) = (vec![0], Vec::new());
        for step in 0..longest {
            let long_enough = sequences.iter().take_while(|s| s.len() > step);
            places.extend(long_enough.map(|s| s.start + step as u32));
            starts.push(places.len());
        }
        Self { starts, places }
    }

    /// The row of a sequence's token.
    pub(crate) fn row(&self, sequence: usize, token: usize) -> usize {
        self.starts[token] + sequence
    }

    /// The tokens of each step.
    pub(crate) fn steps(&self) -> impl DoubleEndedIterator<Item = Range<usize>> + '_ {
        self.starts.windows(2).map(|w| w[0]..w[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_stand_side_by_side() {
        let batch = Batch::new([10..13, 4..6, 0..1].into_iter());
        assert_eq!(batch.places, [10, 4, 0, 11, 5, 12]);
        assert_eq!(batch.steps().collect::<Vec<_>>(), [0..3, 3..5, 5..6]);
        assert_eq!(Batch::new([].into_iter()).steps().count(), 0);
    }
}
