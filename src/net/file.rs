//! The net's weights as a file: each row of a matrix as a scale and a byte a number.
//!
//! ```text
//! body   = words width table layers layer* last link
//! words  = count hash*                              ascending
//! layer  = units direction direction                forwards, backwards
//! direction = input state bias                      two matrices, and 3 units numbers
//! last   = matrix bias
//! link   = matrix bias matrix bias far              queries, keys, a number for each role and distance
//! matrix = row*       row = scale byte*             a number is its byte times the scale
//! ```
//!
//! Counts and hashes are `u32`, scales and biases `f32`, all little-endian.

use super::input::WORDS;
use super::link::{self, Linker};
use super::lstm::{GATES, Lstm};
use super::model::{Model, OUTPUTS};
use super::vector::LANES;
use crate::weights::{self, Reader, WeightsError};

const MAGIC: &[u8; 8] = b"ONRECNET";
/// Rises with every change of the format or of what the net is told.
const VERSION: u16 = 3;
/// No width in a file is larger. Of what comes in from two directions so wide, numbers of 16 bits, the sums of the
/// products with bytes still fit 32 bits.
const WIDEST: usize = 256;

impl Model {
    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub(crate) fn decode(file: &[u8]) -> Result<Self, WeightsError> {
        let mut reader = Reader::new(weights::open(file, MAGIC, VERSION)?);
        let count = reader.count(usize::MAX)?;
        let words = reader.numbers(count)?;
        if !words.is_sorted_by(|a, b| a < b) {
            return Err(reader.malformed());
        }
        let width = reader.width()?;
        let table = reader.matrix(WORDS as usize + count, width)?;
        let mut inputs = width;
        let mut layers = Vec::new();
        for _ in 0..reader.count(8)? {
            let units = reader.width()?;
            layers.push([reader.lstm(inputs, units)?, reader.lstm(inputs, units)?]);
            inputs = 2 * units;
        }
        let last = reader.matrix(inputs, OUTPUTS)?;
        let last_bias = reader.floats(OUTPUTS)?;
        let linker = reader.linker(inputs)?;
        if !reader.rest().is_empty() {
            return Err(reader.malformed());
        }
        Ok(Self { words, width, table, layers, last, last_bias, linker })
    }

    /// Writes a file.
    #[cfg(any(feature = "train", test))]
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut body = Vec::new();
        put(&mut body, self.words.len());
        self.words.iter().for_each(|w| body.extend(w.to_le_bytes()));
        put(&mut body, self.width);
        put_matrix(&mut body, &self.table, self.width);
        put(&mut body, self.layers.len());
        for layer in &self.layers {
            put(&mut body, layer[0].units);
            for lstm in layer {
                put_matrix(&mut body, &lstm.input, lstm.width());
                put_matrix(&mut body, &lstm.state, lstm.width());
                put_floats(&mut body, &lstm.bias);
            }
        }
        put_matrix(&mut body, &self.last, OUTPUTS);
        put_floats(&mut body, &self.last_bias);
        put_matrix(&mut body, &self.linker.query, link::WIDTH);
        put_floats(&mut body, &self.linker.query_bias);
        put_matrix(&mut body, &self.linker.key, link::WIDTH);
        put_floats(&mut body, &self.linker.key_bias);
        put_floats(&mut body, &self.linker.far);
        weights::seal(MAGIC, VERSION, &body)
    }
}

#[cfg(any(feature = "train", test))]
fn put(body: &mut Vec<u8>, count: usize) {
    body.extend((count as u32).to_le_bytes());
}

#[cfg(any(feature = "train", test))]
fn put_floats(body: &mut Vec<u8>, floats: &[f32]) {
    floats.iter().for_each(|f| body.extend(f.to_le_bytes()));
}

#[cfg(any(feature = "train", test))]
fn put_matrix(body: &mut Vec<u8>, matrix: &[f32], width: usize) {
    for row in matrix.chunks_exact(width) {
        let largest = row.iter().fold(1e-9f32, |m, x| m.max(x.abs()));
        let scale = largest / 127.0;
        body.extend(scale.to_le_bytes());
        body.extend(row.iter().map(|x| (x / scale).round() as i8 as u8));
    }
}

impl Reader<'_> {
    fn numbers(&mut self, count: usize) -> Result<Vec<u32>, WeightsError> {
        let size = count.checked_mul(4).ok_or_else(|| self.malformed())?;
        let (numbers, _) = self.take(size)?.as_chunks::<4>();
        Ok(numbers.iter().map(|&n| u32::from_le_bytes(n)).collect())
    }

    fn floats(&mut self, count: usize) -> Result<Vec<f32>, WeightsError> {
        let floats: Vec<f32> = self.numbers(count)?.into_iter().map(f32::from_bits).collect();
        if floats.iter().all(|f| f.is_finite()) { Ok(floats) } else { Err(self.malformed()) }
    }

    fn count(&mut self, most: usize) -> Result<usize, WeightsError> {
        let count = self.numbers(1)?[0] as usize;
        if count > most { Err(self.malformed()) } else { Ok(count) }
    }

    /// A width, which vectors must fit into.
    fn width(&mut self) -> Result<usize, WeightsError> {
        let width = self.count(WIDEST)?;
        if width == 0 || width % LANES != 0 { Err(self.malformed()) } else { Ok(width) }
    }

    fn matrix(&mut self, rows: usize, width: usize) -> Result<Vec<f32>, WeightsError> {
        let left = self.rest().len();
        if rows.checked_mul(width + 4).is_none_or(|size| size > left) {
            return Err(self.malformed());
        }
        let mut matrix = Vec::with_capacity(rows * width);
        for _ in 0..rows {
            let scale = self.floats(1)?[0];
            if !(scale * 128.0).is_finite() {
                return Err(self.malformed());
            }
            matrix.extend(self.take(width)?.iter().map(|&b| f32::from(b as i8) * scale));
        }
        Ok(matrix)
    }

    fn linker(&mut self, inputs: usize) -> Result<Linker, WeightsError> {
        Ok(Linker {
            query: self.matrix(inputs, link::WIDTH)?,
            query_bias: self.floats(link::WIDTH)?,
            key: self.matrix(inputs, link::WIDTH)?,
            key_bias: self.floats(link::WIDTH)?,
            far: self.floats(link::ROLES * link::DISTANCES)?,
        })
    }

    fn lstm(&mut self, inputs: usize, units: usize) -> Result<Lstm, WeightsError> {
        let width = GATES * units;
        let (input, state) = (self.matrix(inputs, width)?, self.matrix(units, width)?);
        Ok(Lstm { inputs, units, input, state, bias: self.floats(width)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::weights::HEADER;

    fn small() -> Model {
        let numbers = |n: usize| (0..n).map(|i| (i % 7) as f32 - 3.0).collect::<Vec<f32>>();
        let lstm = || Lstm {
            inputs: 16,
            units: 16,
            input: numbers(16 * 48),
            state: numbers(16 * 48),
            bias: numbers(48),
        };
        Model {
            words: vec![3, 70_000],
            width: 16,
            table: numbers((WORDS as usize + 2) * 16),
            layers: vec![[lstm(), lstm()]],
            last: numbers(32 * OUTPUTS),
            last_bias: numbers(OUTPUTS),
            linker: Linker::new(32, numbers),
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        let (model, file) = (small(), small().encode());
        let read = Model::decode(&file).expect("it reads");
        assert_eq!((&read.words, read.width), (&model.words, 16));
        assert_eq!(read.layers[0][1].bias, model.layers[0][1].bias);
        let near = |a: &[f32], b: &[f32]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 0.02);
        assert!(near(&read.table, &model.table) && near(&read.last, &model.last));
        assert!(near(&read.layers[0][0].state, &model.layers[0][0].state));
        assert_eq!(read.encode(), file);
    }

    #[test]
    fn damage_is_an_error() {
        let good = small().encode();
        for at in (0..good.len()).step_by(41) {
            let mut bad = good.clone();
            bad[at] ^= 0x41;
            assert!(Model::decode(&bad).is_err(), "byte {at}");
            assert!(Model::decode(&good[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn a_malformed_body_is_an_error() {
        let body = small().encode().split_off(HEADER);
        // Too many words, words out of order and twice, widths that vectors do not fit or nothing holds, a
        // scale whose numbers are not finite, one layer too many, an end too early.
        let width = 4 + 2 * 4;
        let layers = width + 4 + (WORDS as usize + 2) * (16 + 4);
        let large = f32::MAX.to_bits();
        for (at, bytes) in [
            (0, 9u32),
            (4, 80_000),
            (4, 70_000),
            (width, 17),
            (width, 0),
            (width, 1 << 31),
            (width, 272),
            (width + 4, large),
            (layers, 2),
        ] {
            let mut bad = body.clone();
            bad[at..at + 4].copy_from_slice(&bytes.to_le_bytes());
            let error = Model::decode(&weights::seal(MAGIC, VERSION, &bad)).unwrap_err();
            assert!(matches!(error, WeightsError::Malformed { .. }), "{at}: {error}");
        }
        let short = &body[..body.len() - 4];
        assert!(Model::decode(&weights::seal(MAGIC, VERSION, short)).is_err());
    }
}
