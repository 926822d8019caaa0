//! The weight table: learned from marked news, compiled in, read once.

use super::explain::FeatureWeight;
use super::features::{Features, MOST};
use crate::weights::{self, HEADER, WeightsError};

const MAGIC: &[u8; 8] = b"ONRECATR";
/// Rises with every change of the format or of the features.
const VERSION: u16 = 1;

/// Weights of the decisions of [`attribution`](crate::attribution), an `i8` each with one scale.
///
/// A feature's hash names a bucket of four slots and a check of eight bits; a slot holds a check and
/// a weight. A feature that is in none of its bucket's slots weighs nothing.
///
/// The body of the file: scale (`f32`, little-endian), table.
#[derive(Debug, Clone)]
pub(crate) struct Weights {
    scale: f32,
    table: std::borrow::Cow<'static, [u8]>,
    /// One less than the number of buckets, which is a power of two.
    mask: u32,
}

/// Slots in a bucket.
const WAYS: usize = 4;
/// Bytes of a bucket: the checks of its slots, then their weights.
const BUCKET: usize = 2 * WAYS;
/// Buckets that are fetched at once.
const BATCH: usize = 32;

impl Weights {
    /// Weights that are compiled in, as [`Weights::read`] takes them; they are not copied.
    pub(crate) fn borrow(bytes: &'static [u8]) -> Result<Self, WeightsError> {
        let (scale, table) = parse(bytes)?;
        Ok(Self { scale, table: table.into(), mask: mask(table) })
    }

    /// Reads weights as learning writes them.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, WeightsError> {
        let (scale, table) = parse(bytes)?;
        Ok(Self { scale, table: table.to_vec().into(), mask: mask(table) })
    }

    /// The sum of the weights of some features.
    ///
    /// Many buckets are fetched before any is looked at: the memory's delays overlap.
    pub(crate) fn score(&self, features: &Features) -> f32 {
        let mut sum = 0;
        for hashes in features.hashes().chunks(BATCH) {
            let mut fetched = [[0; BUCKET]; BATCH];
            for (bucket, &hash) in fetched.iter_mut().zip(hashes) {
                *bucket = self.bucket(hash);
            }
            let weights = hashes.iter().zip(&fetched).map(|(&h, &bucket)| weight_in(bucket, h));
            sum += weights.sum::<i32>();
        }
        sum as f32 * self.scale
    }

    /// What each feature that weighs anything adds to the score, heaviest first.
    pub(crate) fn contributions(&self, features: &Features) -> Vec<FeatureWeight> {
        let weigh = |(hash, question)| FeatureWeight {
            question,
            weight: self.weight(hash) as f32 * self.scale,
        };
        let mut all: Vec<_> = features.asked().map(weigh).filter(|g| g.weight != 0.0).collect();
        all.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        all
    }

    fn weight(&self, hash: u32) -> i32 {
        weight_in(self.bucket(hash), hash)
    }

    /// The bucket of a hash.
    fn bucket(&self, hash: u32) -> [u8; BUCKET] {
        let (buckets, _) = self.table.as_chunks::<BUCKET>();
        buckets.get((hash & self.mask) as usize).copied().unwrap_or_default()
    }
}

/// The weight that a hash has in its bucket.
///
/// Without a branch: whether a feature is in the table cannot be foretold.
fn weight_in(bucket: [u8; BUCKET], hash: u32) -> i32 {
    let slots = u64::from_le_bytes(bucket);
    let (checks, weights) = (slots as u32, slots >> 32);
    // The lowest byte that is nought is the slot of this check; those above may be set wrongly.
    let same = checks ^ (u32::from(check(hash)) * 0x0101_0101);
    let zero = same.wrapping_sub(0x0101_0101) & !same & 0x8080_8080;
    // Where no byte is nought there are 32 zeros, and all weights are shifted out.
    i32::from((weights >> (zero.trailing_zeros() & !7)) as i8)
}

fn mask(table: &[u8]) -> u32 {
    (table.len() / BUCKET) as u32 - 1
}

/// What tells a hash from others of its bucket; never 0.
fn check(hash: u32) -> u8 {
    ((hash >> 24) as u8).max(1)
}

fn parse(bytes: &[u8]) -> Result<(f32, &[u8]), WeightsError> {
    let body = weights::open(bytes, MAGIC, VERSION)?;
    let whole = body
        .split_first_chunk::<4>()
        .filter(|(_, table)| table.len() % BUCKET == 0 && (table.len() / BUCKET).is_power_of_two());
    let whole = whole.map(|(scale, table)| (f32::from_le_bytes(*scale), table));
    // The sum of a choice's weights is to be a number.
    let whole = whole.filter(|(scale, _)| (scale * 128.0 * MOST as f32).is_finite());
    whole.ok_or(WeightsError::Malformed { offset: HEADER })
}

/// How many buckets a file of learned weights has.
#[cfg(feature = "train")]
const BUCKETS: usize = 1 << 17;

/// Quantizes learned weights and writes them as a file; where a bucket overflows, the heaviest stay.
#[cfg(feature = "train")]
pub(crate) fn write(mut weights: Vec<(u32, f32)>) -> Vec<u8> {
    let largest = weights.iter().fold(1e-6f32, |m, (_, w)| m.max(w.abs())).min(4.0);
    let scale = largest / 127.0;
    weights.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    let mut table = vec![0u8; BUCKETS * BUCKET];
    for (hash, weight) in weights {
        let quantized = (weight / scale).round().clamp(-127.0, 127.0) as i8;
        let (bucket, check) = ((hash & (BUCKETS as u32 - 1)) as usize, check(hash));
        let (checks, slots) = table[bucket * BUCKET..(bucket + 1) * BUCKET].split_at_mut(WAYS);
        let free = checks.iter().position(|&c| c == 0 || c == check);
        if let Some(slot) = free.filter(|&s| quantized != 0 && checks[s] == 0) {
            checks[slot] = check;
            slots[slot] = quantized as u8;
        }
    }
    let mut body = scale.to_le_bytes().to_vec();
    body.extend(table);
    weights::seal(MAGIC, VERSION, &body)
}
