//! The weight table: learned from marked news, compiled in, read once.

use super::features::Features;
use thiserror::Error;

/// The weights that are compiled in.
static COMPILED: &[u8] = include_bytes!("weights.bin");

const MAGIC: &[u8; 8] = b"onrecATR";
const VERSION: u8 = 1;

/// Why weights cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum WeightsError {
    /// The file does not begin as weights do.
    #[error("no weights: the file begins with other bytes")]
    Magic,
    /// Made by another version.
    #[error("weights of version {0}, not {VERSION}")]
    Version(u8),
    /// Shorter or longer than a table can be.
    #[error("the weights are {found} bytes long, which is no whole table")]
    Length {
        /// Length in bytes.
        found: usize,
    },
    /// The sum of its bytes is another one.
    #[error("the weights are damaged: their checksum is {found:08x} instead of {expected:08x}")]
    Checksum {
        /// Checksum of the bytes.
        found: u32,
        /// Checksum that the file states.
        expected: u32,
    },
}

/// Weights of the decisions of [`attribution`](crate::attribution), an `i8` each with one scale.
///
/// A feature's hash names a bucket of four slots and a check of eight bits; a slot holds a check and
/// a weight. A feature that is in none of its bucket's slots weighs nothing.
///
/// The file: magic (8 bytes), version (1), scale (`f32`, little-endian), checksum of the table
/// (FNV-1a, `u32`), table.
#[derive(Debug, Clone)]
pub struct Weights {
    scale: f32,
    table: std::borrow::Cow<'static, [u8]>,
    /// One less than the number of buckets, which is a power of two.
    mask: u32,
}

const HEADER: usize = 8 + 1 + 4 + 4;
/// Slots in a bucket.
const WAYS: usize = 4;
/// Bytes of a bucket: the checks of its slots, then their weights.
const BUCKET: usize = 2 * WAYS;

impl Weights {
    /// The weights that are compiled in.
    ///
    /// # Errors
    /// As [`Weights::read`]; the tests check that it has none.
    pub fn compiled() -> Result<Self, WeightsError> {
        let (scale, table) = parse(COMPILED)?;
        Ok(Self { scale, table: table.into(), mask: mask(table) })
    }

    /// Reads weights as learning writes them.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn read(bytes: &[u8]) -> Result<Self, WeightsError> {
        let (scale, table) = parse(bytes)?;
        Ok(Self { scale, table: table.to_vec().into(), mask: mask(table) })
    }

    /// The sum of the weights of some features.
    pub(crate) fn score(&self, features: &Features) -> f32 {
        let sum: i32 = features.hashes.iter().map(|&h| self.weight(h)).sum();
        sum as f32 * self.scale
    }

    fn weight(&self, hash: u32) -> i32 {
        let (bucket, check) = place(hash, self.mask);
        let Some(bytes) = self.table.get(bucket * BUCKET..(bucket + 1) * BUCKET) else { return 0 };
        let [a, b, c, d, weights @ ..] = bytes else { return 0 };
        let checks = u32::from_le_bytes([*a, *b, *c, *d]);
        // The lowest byte that is nought is the slot of this check; those above may be set wrongly.
        let same = checks ^ (u32::from(check) * 0x0101_0101);
        let zero = same.wrapping_sub(0x0101_0101) & !same & 0x8080_8080;
        if zero == 0 {
            return 0;
        }
        weights.get((zero.trailing_zeros() / 8) as usize).map_or(0, |&w| i32::from(w as i8))
    }
}

fn mask(table: &[u8]) -> u32 {
    (table.len() / BUCKET) as u32 - 1
}

/// The bucket of a hash and its check, which is never 0.
fn place(hash: u32, mask: u32) -> (usize, u8) {
    ((hash & mask) as usize, ((hash >> 24) as u8).max(1))
}

fn parse(bytes: &[u8]) -> Result<(f32, &[u8]), WeightsError> {
    if !bytes.starts_with(MAGIC) {
        return Err(WeightsError::Magic);
    }
    let buckets = bytes.len().saturating_sub(HEADER) / BUCKET;
    if !buckets.is_power_of_two() || bytes.len() != HEADER + buckets * BUCKET {
        return Err(WeightsError::Length { found: bytes.len() });
    }
    if bytes[8] != VERSION {
        return Err(WeightsError::Version(bytes[8]));
    }
    let word =
        |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    let table = &bytes[HEADER..];
    let (found, expected) = (checksum(table), word(13));
    if found != expected {
        return Err(WeightsError::Checksum { found, expected });
    }
    Ok((f32::from_bits(word(9)), table))
}

/// FNV-1a over the table.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// How many buckets a file of learned weights has.
#[cfg(feature = "train")]
const BUCKETS: usize = 1 << 18;

/// Quantizes learned weights and writes them as a file; where a bucket overflows, the heaviest stay.
#[cfg(feature = "train")]
pub(crate) fn write(mut weights: Vec<(u32, f32)>) -> Vec<u8> {
    let largest = weights.iter().fold(1e-6f32, |m, (_, w)| m.max(w.abs())).min(4.0);
    let scale = largest / 127.0;
    weights.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    let mut table = vec![0u8; BUCKETS * BUCKET];
    for (hash, weight) in weights {
        let quantized = (weight / scale).round().clamp(-127.0, 127.0) as i8;
        let (bucket, check) = place(hash, BUCKETS as u32 - 1);
        let (checks, weights) = table[bucket * BUCKET..(bucket + 1) * BUCKET].split_at_mut(WAYS);
        let free = checks.iter().position(|&c| c == 0 || c == check);
        if let Some(slot) = free.filter(|&s| quantized != 0 && checks[s] == 0) {
            checks[slot] = check;
            weights[slot] = quantized as u8;
        }
    }
    let mut out = MAGIC.to_vec();
    out.push(VERSION);
    out.extend(scale.to_le_bytes());
    out.extend(checksum(&table).to_le_bytes());
    out.extend(table);
    out
}
