//! The learned weights, all in one file: those of the tagger, of the net, and of the decisions on attributions with
//! and without the net.
//!
//! ```text
//! file  = "ONRECORD" version checksum body          body: length and bytes of tagger, fast, net, full
//! part  = magic version checksum body               each part is such a file again
//! ```
//!
//! Lengths are `u32`, versions `u16`, checksums `u64`, all little-endian. What the shipped file was
//! learned from stands beside it, in `weights.md`.

use thiserror::Error;

/// The file that is compiled in.
static SHIPPED: &[u8] = include_bytes!("weights.bin");

const MAGIC: &[u8; 8] = b"ONRECORD";
const VERSION: u16 = 2;

/// Bytes before the body: magic, version, checksum.
pub(crate) const HEADER: usize = 18;

/// Why weights cannot be used.
///
/// ```
/// use onrecord::{Checker, WeightsError};
/// assert_eq!(Checker::default().with_weights(b"nonsense").unwrap_err(), WeightsError::NotWeights);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum WeightsError {
    /// They do not begin as weights do.
    #[error("these are no weights")]
    NotWeights,
    /// They were written for another version of the features.
    #[error("weights of version {found}, not {expected}")]
    Version {
        /// The version that was found.
        found: u16,
        /// The version that can be read.
        expected: u16,
    },
    /// Their checksum does not match.
    #[error("the weights are damaged: their checksum does not match")]
    Checksum,
    /// They end too early or hold a value out of range.
    #[error("the weights are malformed at byte {offset}")]
    Malformed {
        /// Where reading stopped, in bytes.
        offset: usize,
    },
}

/// The parts of a file of weights.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parts<'a> {
    pub(crate) tagger: &'a [u8],
    /// Those of the decisions where no net reads.
    pub(crate) fast: &'a [u8],
    /// The net that reads paragraphs.
    pub(crate) net: &'a [u8],
    /// Those of the decisions that know what the net says.
    pub(crate) full: &'a [u8],
}

impl Parts<'static> {
    /// Those that are compiled in; the tests check that they are whole.
    pub(crate) fn shipped() -> Result<Self, WeightsError> {
        // Each part has a checksum of its own: one over all of them would only delay the start.
        Parts::split(SHIPPED.get(HEADER..).unwrap_or_default())
    }
}

impl<'a> Parts<'a> {
    /// Takes a file apart.
    pub(crate) fn read(file: &'a [u8]) -> Result<Self, WeightsError> {
        Self::split(open(file, MAGIC, VERSION)?)
    }

    fn split(body: &'a [u8]) -> Result<Self, WeightsError> {
        let (mut rest, mut parts) = (body, [&[][..]; 4]);
        for part in &mut parts {
            (*part, rest) = sized(rest, HEADER + body.len() - rest.len())?;
        }
        if !rest.is_empty() {
            return Err(WeightsError::Malformed { offset: HEADER + body.len() - rest.len() });
        }
        let [tagger, fast, net, full] = parts;
        Ok(Self { tagger, fast, net, full })
    }

    /// Puts parts together.
    #[cfg(any(feature = "train", test))]
    pub(crate) fn join(self) -> Vec<u8> {
        let mut body = Vec::new();
        for part in [self.tagger, self.fast, self.net, self.full] {
            body.extend((part.len() as u32).to_le_bytes());
            body.extend(part);
        }
        seal(MAGIC, VERSION, &body)
    }
}

/// A length and as many bytes; `offset` says where in the file they stand.
fn sized(bytes: &[u8], offset: usize) -> Result<(&[u8], &[u8]), WeightsError> {
    let malformed = WeightsError::Malformed { offset };
    let (length, rest) = bytes.split_first_chunk::<4>().ok_or(malformed)?;
    rest.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or(malformed)
}

/// Checks what stands before a body, and gives the body.
pub(crate) fn open<'a>(
    file: &'a [u8],
    magic: &[u8; 8],
    version: u16,
) -> Result<&'a [u8], WeightsError> {
    let Some((header, body)) = file.split_at_checked(HEADER) else {
        return Err(WeightsError::NotWeights);
    };
    if !header.starts_with(magic) {
        return Err(WeightsError::NotWeights);
    }
    let found = u16::from_le_bytes([header[8], header[9]]);
    if found != version {
        return Err(WeightsError::Version { found, expected: version });
    }
    if header[10..] != checksum(body).to_le_bytes() {
        return Err(WeightsError::Checksum);
    }
    Ok(body)
}

/// Writes what stands before a body, and the body.
#[cfg(any(feature = "train", test))]
pub(crate) fn seal(magic: &[u8; 8], version: u16, body: &[u8]) -> Vec<u8> {
    let mut file = magic.to_vec();
    file.extend(version.to_le_bytes());
    file.extend(checksum(body).to_le_bytes());
    file.extend(body);
    file
}

/// Reads a body from its beginning; each kind of weights adds how its numbers are read.
#[derive(Debug)]
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    pub(crate) fn new(body: &'b [u8]) -> Self {
        Self { bytes: body, at: 0 }
    }

    /// What to say where the body is not as it should be.
    pub(crate) fn malformed(&self) -> WeightsError {
        WeightsError::Malformed { offset: HEADER + self.at }
    }

    /// What is still to be read.
    pub(crate) fn rest(&self) -> &'b [u8] {
        &self.bytes[self.at..]
    }

    /// The next bytes.
    pub(crate) fn take(&mut self, count: usize) -> Result<&'b [u8], WeightsError> {
        let taken = self.rest().get(..count).ok_or_else(|| self.malformed())?;
        self.at += count;
        Ok(taken)
    }
}

/// FNV-1a, eight bytes at a time.
fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325 ^ bytes.len() as u64;
    let mut add = |word| {
        sum = (sum ^ u64::from_le_bytes(word)).wrapping_mul(0x0000_0100_0000_01b3);
        sum ^= sum >> 32;
    };
    let (words, rest) = bytes.as_chunks::<8>();
    words.iter().for_each(|word| add(*word));
    if !rest.is_empty() {
        let mut word = [0; 8];
        word[..rest.len()].copy_from_slice(rest);
        add(word);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shipped_is_whole() {
        let parts = Parts::read(SHIPPED).expect("the shipped file reads");
        assert_eq!(parts.join(), SHIPPED);
        assert!(crate::Checker::default().with_weights(SHIPPED).is_ok());
    }

    #[test]
    fn a_damaged_file_is_an_error() {
        let good = Parts { tagger: b"tags", fast: b"a", net: b"net", full: b"weights" }.join();
        assert_eq!(Parts::read(&good).expect("it reads").full, b"weights");
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x40;
            assert!(Parts::read(&bad).is_err(), "byte {at}");
            assert!(Parts::read(&good[..at]).is_err(), "cut at {at}");
        }
    }
}
