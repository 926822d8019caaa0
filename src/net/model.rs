//! The net: a table of rows that are added up for each token, two-way layers over paragraphs, and a last
//! layer that gives each token its label.

use super::batch::Batch;
use super::link::{Asked, Linker};
use super::lstm::{Lstm, Pass};
use super::matrix::{ByteMatrix, Digits, Matrix};
use super::vector::{LANES, softmax};
use fearless_simd::{Simd, SimdBase, f32x16};

/// What the last layer tells apart, in the order begin and inside: nothing, source, cue, content.
pub(crate) const LABELS: usize = 7;
/// The last layer is as wide as a vector.
pub(crate) const OUTPUTS: usize = 16;

/// All weights.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Model<M = Vec<f32>> {
    /// Hashes of the words that have rows, ascending.
    pub(crate) words: Vec<u32>,
    /// Numbers in a row of the table.
    pub(crate) width: usize,
    /// The table.
    pub(crate) table: Vec<f32>,
    /// Each layer: forwards, backwards.
    pub(crate) layers: Vec<[Lstm<M>; 2]>,
    /// The last layer: a row of [`OUTPUTS`] for each number of the last two-way layer.
    pub(crate) last: M,
    pub(crate) last_bias: Vec<f32>,
    /// What ties tokens to cues.
    pub(crate) linker: Linker<M>,
}

/// The rows of the table that stand for each token of a batch.
#[derive(Debug, Default)]
pub(crate) struct Told {
    rows: Vec<u32>,
    /// Where the rows of each token end.
    ends: Vec<usize>,
}

impl Told {
    pub(crate) fn clear(&mut self) {
        self.rows.clear();
        self.ends.clear();
    }

    /// Tells of one more token: `tell` adds its rows behind those that there are.
    pub(crate) fn token(&mut self, tell: impl FnOnce(&mut Vec<u32>)) {
        tell(&mut self.rows);
        self.ends.push(self.rows.len());
    }

    /// The rows of each token.
    pub(crate) fn tokens(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.rows[start..end])
    }
}

/// What a run over a batch leaves behind; kept from batch to batch.
#[derive(Debug, Default)]
pub(crate) struct Run {
    /// What is told of the batch, before it is read.
    pub(crate) told: Told,
    /// What goes into each layer, and out of the last one: a row for each token of the batch.
    pub(crate) signals: Vec<Vec<f32>>,
    pub(crate) passes: Vec<[Pass; 2]>,
    /// The last layer's sums.
    pub(crate) scores: Vec<f32>,
    /// What ties are asked by.
    pub(crate) asked: Asked,
    /// Memory of products.
    digits: Digits,
}

impl Model {
    /// The same model with whole numbers for its matrices, as it is after it was read from a file.
    pub(crate) fn in_bytes(self) -> Model<ByteMatrix> {
        let lstm = |lstm: Lstm| Lstm {
            input: ByteMatrix::new(&lstm.input, lstm.width()),
            state: ByteMatrix::new(&lstm.state, lstm.width()),
            inputs: lstm.inputs,
            units: lstm.units,
            bias: lstm.bias,
        };
        Model {
            words: self.words,
            width: self.width,
            table: self.table,
            layers: self.layers.into_iter().map(|both| both.map(lstm)).collect(),
            last: ByteMatrix::new(&self.last, OUTPUTS),
            last_bias: self.last_bias,
            linker: self.linker.in_bytes(),
        }
    }
}

impl<M: Matrix> Model<M> {
    /// Adds up the rows of each token.
    #[inline(always)]
    fn add_rows<S: Simd>(&self, simd: S, told: &Told, sums: &mut Vec<f32>) {
        sums.resize(told.ends.len() * self.width, 0.0);
        for (rows, sums) in told.tokens().zip(sums.chunks_exact_mut(self.width)) {
            for (number, to) in sums.as_chunks_mut::<LANES>().0.iter_mut().enumerate() {
                let mut sum = f32x16::splat(simd, 0.0);
                for &row in rows {
                    let at = row as usize * self.width + number * LANES;
                    sum += f32x16::from_slice(simd, &self.table[at..at + LANES]);
                }
                sum.store_slice(to);
            }
        }
    }

    /// How many numbers come out of the two-way layers.
    pub(crate) fn outputs(&self) -> usize {
        self.layers.last().map_or(self.width, |[forward, _]| 2 * forward.units)
    }

    /// Reads a batch of which [`Run::told`] tells; `heads` are the rows of cue sites; `drop` may change what goes
    /// into a layer.
    #[inline(always)]
    pub(crate) fn read<S: Simd>(
        &self,
        simd: S,
        batch: &Batch,
        run: &mut Run,
        heads: impl Iterator<Item = usize>,
        mut drop: impl FnMut(&mut [f32]),
    ) {
        run.signals.resize(self.layers.len() + 1, Vec::new());
        run.passes.resize(self.layers.len(), Default::default());
        self.add_rows(simd, &run.told, &mut run.signals[0]);
        for (number, [forward, backward]) in self.layers.iter().enumerate() {
            drop(&mut run.signals[number]);
            let [there, back] = &mut run.passes[number];
            forward.read(simd, batch.steps(), &run.signals[number], &mut run.digits, there);
            backward.read(simd, batch.steps().rev(), &run.signals[number], &mut run.digits, back);
            join(forward.units, [&there.states, &back.states], &mut run.signals[number + 1]);
        }
        let signal = run.signals.last_mut().expect("there is one more than layers");
        drop(signal);
        run.scores.resize(batch.places.len() * OUTPUTS, 0.0);
        let (outputs, bias) = (self.outputs(), Some(&self.last_bias[..]));
        let size = (outputs, OUTPUTS);
        self.last.multiply(simd, signal, size, bias, &mut run.digits, &mut run.scores);
        self.linker.ask(simd, (signal, outputs), heads, &mut run.digits, &mut run.asked);
    }
}

/// The states of both directions side by side.
fn join(units: usize, [there, back]: [&[f32]; 2], out: &mut Vec<f32>) {
    out.clear();
    for (there, back) in there.chunks_exact(units).zip(back.chunks_exact(units)) {
        out.extend_from_slice(there);
        out.extend_from_slice(back);
    }
}

/// The share of each label under softmax.
pub(crate) fn shares(scores: &[f32; OUTPUTS]) -> [f32; LABELS] {
    softmax(scores.first_chunk().expect("labels are among the outputs"))
}
