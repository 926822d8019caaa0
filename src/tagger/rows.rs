//! The weights of all features, packed row by row: most of the time of a look-up goes into waiting for memory, so
//! that it must touch little of it.

use super::Tag;
use super::features::{COUNT, KEY_BITS};

/// A tag and its weight; or half of what stands before a row.
pub(super) type Pair = [u8; 2];

/// Low bits of a bucket: where its rows begin. Those above say which keys it may hold.
const AT_BITS: u32 = 22;
const AT: u32 = (1 << AT_BITS) - 1;

/// The fewest buckets, as a power of two: what they leave of a key fits a [`Pair`].
const LEAST_BITS: u32 = KEY_BITS - 16;

/// Pairs before a row's weights: the low bits of its key, and how many weights there are.
const HEAD: usize = 2;

/// The most weights that a row has as pairs. One that has more holds a weight for each tag, by number.
const SPARSE: u8 = 12;
/// The length of such a full row, in pairs.
const FULL: usize = Tag::COUNT.div_ceil(2);

/// Room for a score of each tag: as many as six bits tell.
const SCORES: usize = 64;
pub(super) type Scores = [i16; SCORES];

/// Weights that are added together, without a branch.
const GROUP: usize = 4;

/// Rows of weights by the keys of their features.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    /// By the high bits of a key; one more stands for the end.
    buckets: Vec<u32>,
    /// How many low bits the buckets leave.
    shift: u32,
    /// The rows by key, one behind the other.
    pairs: Vec<Pair>,
}

/// Where the rows of a key's bucket are.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    key: u32,
    start: u32,
    end: u32,
}

impl Rows {
    /// Packs rows: keys, ascending, each with how many of the weights are its own; none where they are too many.
    pub fn new(rows: &[(u32, u8)], mut weights: &[Pair]) -> Option<Rows> {
        let length = rows.iter().map(|&(_, count)| HEAD + length(count)).sum::<usize>() + GROUP;
        if length > AT as usize {
            return None;
        }
        let bits = rows.len().next_power_of_two().ilog2().saturating_sub(2).max(LEAST_BITS);
        let shift = KEY_BITS.saturating_sub(bits);
        let mut buckets = vec![0; (1 << bits) + 1];
        let mut pairs = Vec::with_capacity(length);
        let mut begun = 0;
        for &(key, count) in rows {
            let bucket = (key >> shift) as usize;
            buckets[begun..=bucket].fill(pairs.len() as u32);
            begun = bucket + 1;
            buckets[bucket] |= mark(key);
            let (own, rest) = weights.split_at(usize::from(count));
            weights = rest;
            pairs.extend([low(key, shift), [count, 0]]);
            if is_full(count) { pairs.extend(full(own)) } else { pairs.extend(own) }
        }
        buckets[begun..].fill(pairs.len() as u32);
        // The last group of the last row may reach beyond it.
        pairs.extend([[0; 2]; GROUP]);
        Some(Rows { buckets, shift, pairs })
    }

    /// The sums of the weights of some features, by tag.
    ///
    /// What is wanted of memory is asked for before any of it is looked at: its delays overlap.
    pub fn sum(&self, keys: &[u32; COUNT]) -> Scores {
        let mut places = [Place::default(); COUNT];
        for (place, &key) in places.iter_mut().zip(keys) {
            let bucket = (key >> self.shift) as usize;
            *place = Place { key, start: self.buckets[bucket], end: self.buckets[bucket + 1] };
        }
        let (mut likely, mut count) = ([Place::default(); COUNT], 0);
        for place in places {
            likely[count] = place;
            count += usize::from(place.start & mark(place.key) != 0);
        }
        let likely = &likely[..count];
        let mut heads = [[0; 2]; COUNT];
        for (head, place) in heads.iter_mut().zip(likely) {
            *head = self.pairs[(place.start & AT) as usize];
        }
        let mut scores = [0; SCORES];
        for (place, head) in likely.iter().zip(heads) {
            self.add(place, head, &mut scores);
        }
        scores
    }

    /// Adds the weights of one feature; `head` is what the first row of its bucket begins with.
    fn add(&self, place: &Place, mut head: Pair, scores: &mut Scores) {
        let wanted = low(place.key, self.shift);
        let (mut at, end) = ((place.start & AT) as usize, (place.end & AT) as usize);
        loop {
            let count = self.pairs[at + 1][0];
            at += HEAD;
            if head == wanted {
                return add_row(&self.pairs[at..], count, scores);
            }
            at += length(count);
            if at >= end {
                return;
            }
            head = self.pairs[at];
        }
    }
}

/// Adds the weights that a row begins with.
fn add_row(row: &[Pair], count: u8, scores: &mut Scores) {
    if is_full(count) {
        let weights = row[..FULL].as_flattened();
        for (score, &weight) in scores.iter_mut().zip(weights) {
            *score = score.wrapping_add(i16::from(weight as i8));
        }
        return;
    }
    // How many groups there are is foretold more often than how many weights.
    let count = usize::from(count);
    let (groups, _) = row[..count + GROUP].as_chunks::<GROUP>();
    let (whole, last) = groups.split_at(count / GROUP);
    let mut add = |[tag, weight]: Pair| {
        let score = &mut scores[usize::from(tag) % SCORES];
        *score = score.wrapping_add(i16::from(weight as i8));
    };
    whole.iter().flatten().for_each(|&pair| add(pair));
    for (i, &[tag, weight]) in last.iter().flatten().enumerate() {
        add([tag, if i < count % GROUP { weight } else { 0 }]);
    }
}

fn is_full(count: u8) -> bool {
    count > SPARSE
}

/// How many pairs the weights of a row take.
fn length(count: u8) -> usize {
    if is_full(count) { FULL } else { usize::from(count) }
}

/// Weights for all tags, as pairs of neighbours.
fn full(pairs: &[Pair]) -> [Pair; FULL] {
    let mut full = [[0; 2]; FULL];
    for &[tag, weight] in pairs {
        if let Some(slot) = full.as_flattened_mut().get_mut(usize::from(tag)) {
            *slot = weight;
        }
    }
    full
}

/// The bit that says in a bucket that it may hold a key.
fn mark(key: u32) -> u32 {
    let marks = u32::BITS - AT_BITS;
    1 << (AT_BITS + (((key & 0xFF) * marks) >> 8))
}

/// What the bucket leaves of a key.
fn low(key: u32, shift: u32) -> Pair {
    ((key & ((1 << shift) - 1)) as u16).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(rows: &Rows, key: u32, tag: usize) -> i16 {
        let mut keys = [1; COUNT];
        keys[4] = key;
        rows.sum(&keys)[tag]
    }

    #[test]
    fn finds_what_was_put_in() {
        let keys = || (2..3000u32).map(|i| i * i * 29);
        let lengths = keys().map(|key| (key, (key % 17) as u8)).collect::<Vec<_>>();
        let weights = lengths.iter().flat_map(|&(key, n)| (0..n).map(move |i| [i, key as u8 | 1]));
        let rows = Rows::new(&lengths, &weights.collect::<Vec<_>>()).unwrap();
        for (key, length) in lengths {
            for tag in 0..17 {
                let weight = if tag < length { i16::from((key as u8 | 1) as i8) } else { 0 };
                assert_eq!(score(&rows, key, usize::from(tag)), weight, "{key}");
            }
            assert!((0..SCORES).all(|tag| score(&rows, key ^ 1, tag) == 0));
        }
    }

    #[test]
    fn too_many_rows_are_none() {
        let (rows, weights) = (vec![(0, 12); 300_000], vec![[0; 2]; 3_600_000]);
        assert!(Rows::new(&rows, &weights).is_none());
    }

    #[test]
    fn no_rows_have_no_weights() {
        assert_eq!(score(&Rows::new(&[], &[]).unwrap(), 5, 0), 0);
    }
}
