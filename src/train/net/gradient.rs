//! Back-propagation through the net: how the loss changes with every weight.

use super::side;
use super::student::Student;
use super::tie::{self, Placed};
use crate::net::batch::Batch;
use crate::net::lstm::{GATES, Lstm, Pass};
use crate::net::model::{LABELS, Model, OUTPUTS, Run, shares};
use crate::net::product::{add_product, add_turned_product};
use crate::net::vector::{LANES, tanh};
use crate::train::syntax::Syntax;
use fearless_simd::{Simd, SimdBase, f32x16};
use std::ops::Range;

/// Gradients on their way down; memory that is kept from batch to batch.
#[derive(Default)]
pub(super) struct Scratch {
    /// Of what goes out of a layer, and of what comes in.
    above: Vec<f32>,
    below: Vec<f32>,
    /// Of the states and cells of one direction.
    states: Vec<f32>,
    cells: Vec<f32>,
    /// Of what was asked beside the labels.
    aside: Vec<f32>,
}

/// What a batch should give, and what was dropped on the way.
pub(super) struct Target<'l> {
    /// The right label of each place.
    pub(super) labels: &'l [u8],
    /// And the right answers about its syntax.
    pub(super) syntax: &'l [Syntax],
    /// The cue sites, and what is tied to them.
    pub(super) sites: &'l [Placed<'l>],
    /// What the numbers that go into each layer, and into the last, were multiplied with.
    pub(super) masks: &'l [Vec<f32>],
}

/// Adds the gradients of a batch that was read to `gradients`, but for the table's: `scratch.below` then holds
/// the gradient of each token's sum of rows. Gives the loss: the sum of the logarithms of what the right labels,
/// and with less weight the right answers, fall short by.
#[inline(always)]
pub(super) fn descend<S: Simd>(
    simd: S,
    Student { model, side }: &Student,
    batch: &Batch,
    run: &mut Run,
    Target { labels, syntax, sites, masks }: Target<'_>,
    Student { model: gradients, side: of_side }: &mut Student,
    scratch: &mut Scratch,
) -> f32 {
    let asked = (batch, syntax);
    let aside = side.descend(simd, &run.signals[side::LAYER], asked, of_side, &mut scratch.aside);
    let loss = blame_scores(batch, &mut run.scores, labels) + aside;
    let top = run.signals.last().expect("the net was run");
    add_turned_product(simd, top, model.outputs(), &run.scores, OUTPUTS, &mut gradients.last);
    add_rows(&run.scores, OUTPUTS, &mut gradients.last_bias);
    scratch.below.clear();
    scratch.below.resize(top.len(), 0.0);
    let turned = transposed(&model.last, OUTPUTS);
    let outputs = model.outputs();
    add_product(simd, &run.scores, OUTPUTS, &turned, outputs, None, &mut scratch.below);
    let (read, linker) = ((batch, &*run), &mut gradients.linker);
    let loss = loss + tie::descend(simd, &model.linker, read, sites, linker, &mut scratch.below);
    apply(&masks[model.layers.len()], &mut scratch.below);
    for number in (0..model.layers.len()).rev() {
        std::mem::swap(&mut scratch.above, &mut scratch.below);
        layer(simd, model, number, batch, run, gradients, scratch);
        if number == side::LAYER {
            scratch.below.iter_mut().zip(&scratch.aside).for_each(|(x, aside)| *x += aside);
        }
        apply(&masks[number], &mut scratch.below);
    }
    loss
}

impl Scratch {
    /// The gradient of each token's sum of rows.
    pub(super) fn of_sums(&self) -> &[f32] {
        &self.below
    }
}

fn apply(mask: &[f32], rows: &mut [f32]) {
    rows.iter_mut().zip(mask).for_each(|(x, m)| *x *= m);
}

/// Scores become their gradients.
fn blame_scores(batch: &Batch, scores: &mut [f32], labels: &[u8]) -> f32 {
    let mut loss = 0.0;
    for (scores, &place) in scores.as_chunks_mut().0.iter_mut().zip(&batch.places) {
        let shares = shares(scores);
        let right = usize::from(labels[place as usize]);
        loss -= shares[right].max(1e-9).ln();
        scores.fill(0.0);
        scores[..LABELS].copy_from_slice(&shares);
        scores[right] -= 1.0;
    }
    loss
}

/// From the gradient of what goes out of a layer to that of what comes in.
#[inline(always)]
fn layer<S: Simd>(
    simd: S,
    model: &Model,
    number: usize,
    batch: &Batch,
    run: &mut Run,
    gradients: &mut Model,
    scratch: &mut Scratch,
) {
    let [forward, backward] = &model.layers[number];
    let units = forward.units;
    let input = &run.signals[number];
    let [there, back] = &mut run.passes[number];
    let [to_forward, to_backward] = &mut gradients.layers[number];
    scratch.below.clear();
    scratch.below.resize(input.len(), 0.0);
    let order: Vec<_> = batch.steps().collect();
    half(&scratch.above, units, 0, &mut scratch.states);
    direction(simd, forward, &order, input, there, to_forward, scratch);
    let order: Vec<_> = batch.steps().rev().collect();
    half(&scratch.above, units, 1, &mut scratch.states);
    direction(simd, backward, &order, input, back, to_backward, scratch);
}

/// One direction's half of rows that hold both.
fn half(rows: &[f32], units: usize, number: usize, out: &mut Vec<f32>) {
    out.clear();
    for row in rows.chunks_exact(2 * units) {
        out.extend_from_slice(&row[number * units..(number + 1) * units]);
    }
}

/// Through time, back from the last step that was read: from the gradient of one direction's states to that
/// of the inputs, which is added to `below`.
#[inline(always)]
fn direction<S: Simd>(
    simd: S,
    lstm: &Lstm,
    steps: &[Range<usize>],
    input: &[f32],
    pass: &mut Pass,
    to: &mut Lstm,
    Scratch { states, cells, below, .. }: &mut Scratch,
) {
    let (units, width) = (lstm.units, lstm.width());
    let turned_state = transposed(&lstm.state, width);
    cells.clear();
    cells.resize(states.len(), 0.0);
    for (number, step) in steps.iter().enumerate().rev() {
        let last = number.checked_sub(1).map_or(0..0, |n| steps[n].clone());
        let known = step.len().min(last.len());
        for row in 0..step.len() {
            let here = step.start + row;
            let old = (row < known).then(|| last.start + row);
            blame_cell(simd, units, pass, (here, old), states, cells);
        }
        let gates = &pass.gates[step.start * width..(step.start + known) * width];
        let before = last.start * units..(last.start + known) * units;
        let blamed = &mut states[before.clone()];
        add_product(simd, gates, width, &turned_state, units, None, blamed);
        add_turned_product(simd, &pass.states[before], units, gates, width, &mut to.state);
    }
    add_turned_product(simd, input, lstm.inputs, &pass.gates, width, &mut to.input);
    add_rows(&pass.gates, width, &mut to.bias);
    let turned_input = transposed(&lstm.input, width);
    add_product(simd, &pass.gates, width, &turned_input, lstm.inputs, None, below);
}

/// The token in row `here`: what its gates let through becomes the gradient of their sums; the cell in row
/// `old`, of the token before, learns its part.
#[inline(always)]
fn blame_cell<S: Simd>(
    simd: S,
    units: usize,
    pass: &mut Pass,
    (here, old): (usize, Option<usize>),
    states: &[f32],
    cells: &mut [f32],
) {
    let gates = &mut pass.gates[here * GATES * units..][..GATES * units];
    let (here, old) = (here * units, old.map(|row| row * units));
    let one = f32x16::splat(simd, 1.0);
    let slope = |share: f32x16<S>| share * (one - share);
    for u in (0..units).step_by(LANES) {
        let load = |from: &[f32], at: usize| f32x16::from_slice(simd, &from[at..at + LANES]);
        let (f, g, o) = (load(gates, u), load(gates, units + u), load(gates, 2 * units + u));
        let tanh = tanh(simd, load(&pass.cells, here + u));
        let state = load(states, here + u);
        let cell = load(cells, here + u) + state * o * (one - tanh * tanh);
        let mut before = f32x16::splat(simd, 0.0);
        if let Some(old) = old {
            before = load(&pass.cells, old + u);
            (cell * f).store_slice(&mut cells[old + u..old + u + LANES]);
        }
        let mut store = |gate: usize, x: f32x16<S>| {
            x.store_slice(&mut gates[gate * units + u..gate * units + u + LANES]);
        };
        store(0, cell * (before - g) * slope(f));
        store(1, cell * (one - f) * (one - g * g));
        store(2, state * tanh * slope(o));
    }
}

/// Adds up rows.
pub(super) fn add_rows(rows: &[f32], width: usize, sums: &mut [f32]) {
    for row in rows.chunks_exact(width) {
        sums.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
    }
}

/// A matrix of rows of `width`, turned on its side.
pub(super) fn transposed(matrix: &[f32], width: usize) -> Vec<f32> {
    let height = matrix.len() / width;
    let mut turned = vec![0.0; matrix.len()];
    for (r, row) in matrix.chunks_exact(width).enumerate() {
        for (c, &x) in row.iter().enumerate() {
            turned[c * height + r] = x;
        }
    }
    turned
}

#[cfg(test)]
mod tests {
    use super::super::side::Side;
    use super::*;
    use crate::net::link::Linker;
    use crate::net::link::Tie::{self, Content, Cue, None, Source};
    use crate::net::lstm::Lstm;
    use crate::train::lottery::Lottery;
    use crate::train::syntax::UNKNOWN;
    use fearless_simd::{Level, dispatch};

    fn small(lottery: &mut Lottery) -> Student {
        let mut numbers =
            |n: usize| (0..n).map(|_| lottery.draw() as f32 - 0.5).collect::<Vec<f32>>();
        let mut lstm = |inputs| Lstm {
            inputs,
            units: 16,
            input: numbers(inputs * 48),
            state: numbers(16 * 48),
            bias: numbers(48),
        };
        let layers = vec![[lstm(16), lstm(16)], [lstm(32), lstm(32)]];
        let (table, last, last_bias) = (numbers(16 * 16), numbers(32 * OUTPUTS), numbers(OUTPUTS));
        let side = Side::new(32, &mut numbers);
        let linker = Linker::new(32, &mut numbers);
        let model = Model { words: Vec::new(), width: 16, table, layers, last, last_bias, linker };
        Student { model, side }
    }

    /// Reads sequences of 5, 3 and 3 tokens, the first of the table's rows each, with some numbers dropped.
    fn loss(student: &Student, gradients: &mut Student) -> f32 {
        let model = &student.model;
        let batch = Batch::new([0..5, 5..8, 8..11].into_iter());
        let labels = [0, 1, 2, 3, 4, 5, 6, 0, 1, 0, 6];
        let syntax = [[3, 1, 0], UNKNOWN, [47, 10, 15]];
        let syntax: Vec<_> = syntax.into_iter().cycle().take(labels.len()).collect();
        let site = |head, window: Range<usize>, answers: &[Tie]| tie::Site {
            head,
            window,
            answers: answers.to_vec(),
        };
        let sites = [
            site(2, 0..5, &[Source, Source, Cue, Content, Content]),
            site(3, 1..4, &[Content, None, Cue]),
            site(0, 0..3, &[None, Content, Source]),
        ];
        let sites: Vec<Placed<'_>> = [0, 0, 2].into_iter().zip(&sites).collect();
        let heads = sites.iter().map(|&site| tie::row(&batch, site));
        let mut run = Run::default();
        batch.places.iter().for_each(|&place| run.told.token(|rows| rows.push(place)));
        let mut scratch = Scratch::default();
        let mut masks = Vec::new();
        dispatch!(Level::new(), simd => model.read(simd, &batch, &mut run, heads, |rows: &mut [f32]| {
            let mask: Vec<f32> = (0..rows.len()).map(|i| if i % 5 == 2 { 0.0 } else { 1.25 }).collect();
            apply(&mask, rows);
            masks.push(mask);
        }));
        let target = Target { labels: &labels, syntax: &syntax, sites: &sites, masks: &masks };
        let loss = dispatch!(Level::new(), simd => descend(
            simd, student, &batch, &mut run, target, gradients, &mut scratch
        ));
        for (&place, sum) in batch.places.iter().zip(scratch.of_sums().chunks_exact(16)) {
            gradients.model.table[place as usize * 16..][..16].copy_from_slice(sum);
        }
        loss
    }

    #[test]
    fn gradients_are_what_finite_differences_are() {
        let mut lottery = Lottery::new(7);
        let mut student = small(&mut lottery);
        let mut gradients = student.zeros();
        loss(&student, &mut gradients);
        let expected: Vec<Vec<f32>> = gradients.parts().iter().map(|p| p.to_vec()).collect();
        let step = 4e-3;
        for (part, expected) in expected.iter().enumerate() {
            for _ in 0..12 {
                let at = lottery.next() as usize % expected.len();
                let mut moved = |by: f32| {
                    student.parts()[part][at] += by;
                    let loss = loss(&student, &mut student.zeros());
                    student.parts()[part][at] -= by;
                    loss
                };
                let slope = (moved(step) - moved(-step)) / (2.0 * step);
                let far = (slope - expected[at]).abs();
                assert!(far < 4e-3 + 0.02 * slope.abs(), "{part} {at}: {slope} {}", expected[at]);
            }
        }
    }
}
