//! The task beside the task: what a parser says of each token, asked of what goes into the second layer.
//!
//! Syntax is asked of a lower layer than what it helps with (Søgaard and Goldberg 2016). The layer that
//! answers is not part of the net that ships.

use super::gradient::{add_rows, transposed};
use crate::net::batch::Batch;
use crate::net::product::{add_product, add_turned_product};
use crate::net::vector::LANES;
use crate::train::syntax::{ANSWERS, Syntax};
use fearless_simd::Simd;

/// The layer whose input is asked.
pub(super) const LAYER: usize = 1;
/// What a wrong answer weighs against a wrong label.
const SHARE: f32 = 0.3;
/// The answers to all questions, and what is left of the last vector.
const OUTPUTS: usize = (ANSWERS[0] + ANSWERS[1] + ANSWERS[2]).next_multiple_of(LANES);

/// The layer that answers.
#[derive(Debug, Clone)]
pub(super) struct Side {
    /// A row for each number that comes in.
    pub(super) weights: Vec<f32>,
    pub(super) bias: Vec<f32>,
}

impl Side {
    /// A layer for so many numbers a token; `even` gives as many first weights as it is asked for.
    pub(super) fn new(inputs: usize, even: impl FnOnce(usize) -> Vec<f32>) -> Self {
        Self { weights: even(inputs * OUTPUTS), bias: vec![0.0; OUTPUTS] }
    }

    /// Adds the gradients of a batch's answers, and writes those of the numbers that came in. Gives the loss.
    #[inline(always)]
    pub(super) fn descend<S: Simd>(
        &self,
        simd: S,
        signal: &[f32],
        (batch, right): (&Batch, &[Syntax]),
        gradients: &mut Self,
        below: &mut Vec<f32>,
    ) -> f32 {
        let inputs = self.weights.len() / OUTPUTS;
        let mut scores = vec![0.0; batch.places.len() * OUTPUTS];
        let bias = Some(&self.bias[..]);
        add_product(simd, signal, inputs, &self.weights, OUTPUTS, bias, &mut scores);
        let rows = scores.chunks_exact_mut(OUTPUTS).zip(&batch.places);
        let loss = rows.map(|(scores, &place)| blame(scores, right[place as usize])).sum();
        add_turned_product(simd, signal, inputs, &scores, OUTPUTS, &mut gradients.weights);
        add_rows(&scores, OUTPUTS, &mut gradients.bias);
        below.clear();
        below.resize(signal.len(), 0.0);
        let turned = transposed(&self.weights, OUTPUTS);
        add_product(simd, &scores, OUTPUTS, &turned, inputs, None, below);
        loss
    }
}

/// Scores of a token's answers become their gradients; what nobody knows has none.
fn blame(scores: &mut [f32], right: Syntax) -> f32 {
    let (mut loss, mut rest) = (0.0, scores);
    for (count, right) in ANSWERS.into_iter().zip(right) {
        let (scores, others) = rest.split_at_mut(count);
        rest = others;
        if usize::from(right) < count {
            loss += blame_one(scores, right.into());
        } else {
            scores.fill(0.0);
        }
    }
    rest.fill(0.0);
    loss
}

fn blame_one(scores: &mut [f32], right: usize) -> f32 {
    let top = scores.iter().fold(f32::MIN, |a, &b| a.max(b));
    scores.iter_mut().for_each(|s| *s = (*s - top).exp());
    let sum: f32 = scores.iter().sum();
    let likely = scores[right] / sum;
    scores.iter_mut().for_each(|s| *s *= SHARE / sum);
    scores[right] -= SHARE;
    -SHARE * likely.max(1e-9).ln()
}
