//! The weight table: learned from marked news, compiled in, read once.

use super::features::{Features, TABLE};
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
    /// Shorter or longer than its table.
    #[error("the weights are {found} bytes long instead of {expected}")]
    Length {
        /// Length in bytes.
        found: usize,
        /// Length that the table has.
        expected: usize,
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
/// The file: magic (8 bytes), version (1), scale (`f32`, little-endian), checksum of the table
/// (FNV-1a, `u32`), table.
#[derive(Debug, Clone)]
pub struct Weights {
    scale: f32,
    table: std::borrow::Cow<'static, [u8]>,
}

const HEADER: usize = 8 + 1 + 4 + 4;

impl Weights {
    /// The weights that are compiled in.
    ///
    /// # Errors
    /// As [`Weights::read`]; the tests check that it has none.
    pub fn compiled() -> Result<Self, WeightsError> {
        let (scale, table) = parse(COMPILED)?;
        Ok(Self { scale, table: table.into() })
    }

    /// Reads weights as learning writes them.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn read(bytes: &[u8]) -> Result<Self, WeightsError> {
        let (scale, table) = parse(bytes)?;
        Ok(Self { scale, table: table.to_vec().into() })
    }

    /// The sum of the weights of some features.
    pub(crate) fn score(&self, features: &Features) -> f32 {
        let sum: i32 =
            features.indices.iter().map(|&i| i32::from(self.table[i as usize] as i8)).sum();
        sum as f32 * self.scale
    }
}

fn parse(bytes: &[u8]) -> Result<(f32, &[u8]), WeightsError> {
    let expected = HEADER + TABLE;
    if !bytes.starts_with(MAGIC) {
        return Err(WeightsError::Magic);
    }
    if bytes.len() != expected {
        return Err(WeightsError::Length { found: bytes.len(), expected });
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

/// Quantizes learned weights and writes them as a file.
#[cfg(feature = "train")]
pub(crate) fn write(weights: &[f32]) -> Vec<u8> {
    let largest = weights.iter().fold(1e-6f32, |m, w| m.max(w.abs())).min(6.0);
    let scale = largest / 127.0;
    let table: Vec<u8> =
        weights.iter().map(|w| (w / scale).round().clamp(-127.0, 127.0) as i8 as u8).collect();
    let mut out = MAGIC.to_vec();
    out.push(VERSION);
    out.extend(scale.to_le_bytes());
    out.extend(checksum(&table).to_le_bytes());
    out.extend(table);
    out
}
