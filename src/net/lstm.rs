//! A layer of long short-term memory, read in one direction. What is forgotten makes room for what is new
//! (coupled gates, Greff and others 2017).
//!
//! ```text
//! f, o = sigmoid(x W + h U + b)    g = tanh(x W + h U + b)
//! c' = f c + (1 - f) g             h' = o tanh(c')
//! ```

use super::matrix::{Digits, Matrix};
use super::vector::{LANES, sigmoid, tanh};
use fearless_simd::{Simd, SimdBase, f32x16};
use std::ops::Range;

/// Gates of a unit.
pub(crate) const GATES: usize = 3;

/// The weights of one direction of a layer. Columns stand in the order f, g, o, each `units` wide.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lstm<M = Vec<f32>> {
    /// How many numbers come in a token.
    pub(crate) inputs: usize,
    /// How many go out.
    pub(crate) units: usize,
    /// W: `inputs` rows of [`Lstm::width`].
    pub(crate) input: M,
    /// U: `units` rows.
    pub(crate) state: M,
    /// b.
    pub(crate) bias: Vec<f32>,
}

/// What a pass leaves behind, a row for each token of the batch.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pass {
    /// f, g, o.
    pub(crate) gates: Vec<f32>,
    /// c.
    pub(crate) cells: Vec<f32>,
    /// h.
    pub(crate) states: Vec<f32>,
}

impl<M> Lstm<M> {
    /// The width of the gates.
    pub(crate) fn width(&self) -> usize {
        GATES * self.units
    }
}

impl<M: Matrix> Lstm<M> {
    /// Reads a batch whose tokens stand in `x`; `steps` are its steps from either end.
    #[inline(always)]
    pub(crate) fn read<S: Simd>(
        &self,
        simd: S,
        steps: impl Iterator<Item = Range<usize>>,
        x: &[f32],
        digits: &mut Digits,
        pass: &mut Pass,
    ) {
        let (units, width) = (self.units, self.width());
        let tokens = x.len() / self.inputs;
        pass.gates.resize(tokens * width, 0.0);
        pass.cells.resize(tokens * units, 0.0);
        pass.states.resize(tokens * units, 0.0);
        let (bias, size) = (Some(&self.bias[..]), (self.inputs, width));
        let steps: Vec<_> = steps.collect();
        let (mut left, mut last) = (&steps[..], 0..0);
        while !left.is_empty() {
            let some;
            (some, left) = left.split_at(near(left));
            let (first, end) = (&some[0], &some[some.len() - 1]);
            let rows = first.start.min(end.start)..first.end.max(end.end);
            let gates = &mut pass.gates[rows.start * width..rows.end * width];
            let x = &x[rows.start * self.inputs..rows.end * self.inputs];
            self.input.multiply(simd, x, size, bias, digits, gates);
            for step in some {
                self.step(simd, step, &last, digits, pass);
                last = step.clone();
            }
        }
    }

    /// Reads one step, whose gates hold what comes of the input, after the `last` one.
    #[inline(always)]
    fn step<S: Simd>(
        &self,
        simd: S,
        step: &Range<usize>,
        last: &Range<usize>,
        digits: &mut Digits,
        pass: &mut Pass,
    ) {
        let (units, width) = (self.units, self.width());
        // Of the step before those sequences go on that this one has, too.
        let known = step.len().min(last.len());
        let before = last.start * units..(last.start + known) * units;
        let going_on = &mut pass.gates[step.start * width..(step.start + known) * width];
        let states = &pass.states[before.clone()];
        self.state.multiply(simd, states, (units, width), None, digits, going_on);
        for row in 0..step.len() {
            let here = (step.start + row) * units;
            let old = (row < known).then(|| before.start + row * units);
            let gates = &mut pass.gates[(step.start + row) * width..][..width];
            cell(simd, units, gates, old, here, &mut pass.cells, &mut pass.states);
        }
    }
}

/// So many of some steps have so few tokens that what comes of their input is still in the nearest cache when it is
/// their turn.
fn near(steps: &[Range<usize>]) -> usize {
    let mut tokens = 0;
    let before = |step: &&Range<usize>| {
        let begun = tokens < NEAR;
        tokens += step.len();
        begun
    };
    steps.iter().take_while(before).count()
}

/// See [`near`].
const NEAR: usize = 64;

/// One token: its gates, from sums to what they let through, its cell and its state.
#[inline(always)]
fn cell<S: Simd>(
    simd: S,
    units: usize,
    gates: &mut [f32],
    old: Option<usize>,
    here: usize,
    cells: &mut [f32],
    states: &mut [f32],
) {
    for at in (0..units).step_by(LANES) {
        let place = |gate: usize| gate * units + at..gate * units + at + LANES;
        let f = sigmoid(simd, f32x16::from_slice(simd, &gates[place(0)]));
        let g = tanh(simd, f32x16::from_slice(simd, &gates[place(1)]));
        let o = sigmoid(simd, f32x16::from_slice(simd, &gates[place(2)]));
        // f c + (1 - f) g = f (c - g) + g
        let c = match old {
            Some(old) => f32x16::from_slice(simd, &cells[old + at..old + at + LANES]),
            None => f32x16::splat(simd, 0.0),
        };
        let c = f * (c - g) + g;
        f.store_slice(&mut gates[place(0)]);
        g.store_slice(&mut gates[place(1)]);
        o.store_slice(&mut gates[place(2)]);
        c.store_slice(&mut cells[here + at..here + at + LANES]);
        (o * tanh(simd, c)).store_slice(&mut states[here + at..here + at + LANES]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::net::batch::Batch;
    use fearless_simd::{Level, dispatch};

    const N: usize = 16;

    /// One sequence, number by number.
    fn plainly(lstm: &Lstm, tokens: &[&[f32]]) -> Vec<Vec<f32>> {
        let (mut cells, mut states) = (vec![0.0; N], vec![0.0; N]);
        let sigmoid = |x: f32| 1.0 / (1.0 + (-x).exp());
        let read = |x: &&[f32]| {
            let before = states.clone();
            let sum = |column: usize| {
                let inputs = (0..N).map(|i| x[i] * lstm.input[i * 3 * N + column]);
                let states = (0..N).map(|i| before[i] * lstm.state[i * 3 * N + column]);
                lstm.bias[column] + inputs.sum::<f32>() + states.sum::<f32>()
            };
            for u in 0..N {
                let (f, g, o) = (sigmoid(sum(u)), sum(N + u).tanh(), sigmoid(sum(2 * N + u)));
                cells[u] = f * cells[u] + (1.0 - f) * g;
                states[u] = o * f32::tanh(cells[u]);
            }
            states.clone()
        };
        tokens.iter().map(read).collect()
    }

    #[test]
    fn a_batch_reads_as_its_sequences_do() {
        let numbers = |n: usize| (0..n).map(|i| ((i * 29) % 23) as f32 / 23.0 - 0.5).collect();
        let (input, state, bias) = (numbers(N * 3 * N), numbers(N * 3 * N), numbers(3 * N));
        let lstm = Lstm { inputs: N, units: N, input, state, bias };
        let batch = Batch::new([0..5, 5..8, 8..9].into_iter());
        let x: Vec<f32> = numbers(9 * N);
        for back in [false, true] {
            let mut steps: Vec<_> = batch.steps().collect();
            if back {
                steps.reverse();
            }
            let mut pass = Pass::default();
            dispatch!(Level::new(), simd => lstm.read(simd, steps.into_iter(), &x, &mut Digits::default(), &mut pass));
            for sequence in [0..5, 5..8, 8..9] {
                let mut rows: Vec<usize> = sequence
                    .map(|place| batch.places.iter().position(|&p| p == place).unwrap())
                    .collect();
                if back {
                    rows.reverse();
                }
                let tokens: Vec<&[f32]> = rows.iter().map(|r| &x[r * N..(r + 1) * N]).collect();
                for (row, expected) in rows.iter().zip(plainly(&lstm, &tokens)) {
                    for (a, b) in pass.states[row * N..].iter().zip(expected) {
                        assert!((a - b).abs() < 1e-3, "{back} {row}: {a} {b}");
                    }
                }
            }
        }
    }
}
