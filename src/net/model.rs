//! The net: a table of rows that are added up for each token, two-way layers over paragraphs, and a last
//! layer that gives each token its label.

use super::batch::Batch;
use super::link::{Asked, Linker};
use super::lstm::{Lstm, Pass};
use super::matrix::{ByteMatrix, Digits, Matrix};
use super::vector::softmax;
use fearless_simd::Simd;

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

/// What a run over a batch leaves behind; kept from batch to batch.
#[derive(Debug, Default)]
pub(crate) struct Run {
    /// What goes into each layer, and out of the last one: a row for each token of the batch.
    pub(crate) signals: Vec<Vec<f32>>,
    pub(crate) passes: Vec<[Pass; 2]>,
    /// The last layer's sums.
    pub(crate) scores: Vec<f32>,
    /// What ties are asked by.
    pub(crate) asked: Asked,
    digits: Digits,
}

impl Run {
    /// Room for the sums of rows of a new batch.
    pub(crate) fn input(&mut self) -> &mut Vec<f32> {
        if self.signals.is_empty() {
            self.signals.push(Vec::new());
        }
        self.signals[0].clear();
        &mut self.signals[0]
    }
}

impl Model {
    /// The same model with a byte for a number, as it is after it was read from a file.
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
    /// Adds the sum of some rows of the table to the end of `sums`.
    pub(crate) fn add_rows(&self, rows: &[u32], sums: &mut Vec<f32>) {
        let width = self.width;
        let at = sums.len();
        sums.resize(at + width, 0.0);
        for &row in rows {
            let row = &self.table[row as usize * width..(row as usize + 1) * width];
            sums[at..].iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
        }
    }

    /// How many numbers come out of the two-way layers.
    pub(crate) fn outputs(&self) -> usize {
        self.layers.last().map_or(self.width, |[forward, _]| 2 * forward.units)
    }

    /// Reads a batch whose tokens' sums of rows stand in [`Run::input`]; `heads` are the
    /// rows of cue sites; `drop` may change what goes into a layer.
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
        for (number, [forward, backward]) in self.layers.iter().enumerate() {
            drop(&mut run.signals[number]);
            let [there, back] = &mut run.passes[number];
            forward.read(simd, batch.steps(), &run.signals[number], there);
            backward.read(simd, batch.steps().rev(), &run.signals[number], back);
            join(forward.units, [&there.states, &back.states], &mut run.signals[number + 1]);
        }
        let signal = run.signals.last_mut().expect("there is one more than layers");
        drop(signal);
        run.scores.resize(batch.places.len() * OUTPUTS, 0.0);
        let (outputs, bias) = (self.outputs(), Some(&self.last_bias[..]));
        let size = (outputs, OUTPUTS);
        self.last.multiply(simd, signal, size, bias, &mut run.digits, &mut run.scores);
        self.linker.ask(simd, (signal, outputs), heads, &mut run.asked);
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
