//! Learning of linear weights: logistic and softmax losses, AdaGrad, a fixed order.

use super::lottery::Lottery;
use std::collections::HashMap;

/// One decision: the features of each choice, and which one is right. A decision with a single
/// choice is a yes-or-no question; `right` is then 0 for yes and 1 for no.
#[derive(Clone)]
pub(crate) struct Example {
    pub(crate) choices: Vec<Vec<u32>>,
    pub(crate) right: u32,
}

/// How often all examples are seen.
const EPOCHS: usize = 10;
const RATE: f32 = 0.02;
/// Pulls rare features towards nought.
const DECAY: f32 = 2e-6;

/// Features seen in fewer choices than this are dropped.
const RAREST: u32 = 2;

/// Learns a weight for each feature, the mean of some `runs`; the same from the same examples.
pub(crate) fn learn(
    mut examples: Vec<Example>,
    runs: u64,
    progress: &mut dyn FnMut(usize, f32),
) -> Vec<(u32, f32)> {
    let names = number(&mut examples);
    let mut sums = vec![0f32; names.len()];
    for seed in 1..=runs {
        let weights = run(&examples, names.len(), seed, progress);
        sums.iter_mut().zip(&weights).for_each(|(sum, w)| *sum += w);
    }
    names.into_iter().zip(sums).map(|(name, sum)| (name, sum / runs as f32)).collect()
}

/// One run over the examples, in an order that `seed` decides; weights are averaged over its later half.
fn run(
    examples: &[Example],
    size: usize,
    seed: u64,
    progress: &mut dyn FnMut(usize, f32),
) -> Vec<f32> {
    let mut weights = vec![0f32; size];
    let mut squares = vec![1e-2f32; size];
    let mut order: Vec<u32> = (0..examples.len() as u32).collect();
    let mut lottery = Lottery::new(seed);
    let mut average = vec![0f32; size];
    for epoch in 0..EPOCHS {
        lottery.shuffle(&mut order);
        let mut loss = 0.0;
        for &i in &order {
            loss += step(&examples[i as usize], &mut weights, &mut squares);
        }
        if epoch * 2 >= EPOCHS {
            average.iter_mut().zip(&weights).for_each(|(a, w)| *a += w);
        }
        progress(epoch + 1, loss / examples.len().max(1) as f32);
    }
    let seen = (EPOCHS - EPOCHS.div_ceil(2)) as f32;
    average.iter_mut().for_each(|a| *a /= seen);
    average
}

/// Numbers the features that are not too rare and rewrites the examples to the numbers; gives the hashes by number.
fn number(examples: &mut [Example]) -> Vec<u32> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for hash in examples.iter().flat_map(|e| e.choices.iter().flatten()) {
        *counts.entry(*hash).or_default() += 1;
    }
    let mut names: Vec<u32> =
        counts.into_iter().filter(|(_, n)| *n >= RAREST).map(|(h, _)| h).collect();
    names.sort_unstable();
    let numbers: HashMap<u32, u32> = names.iter().copied().zip(0..).collect();
    for choice in examples.iter_mut().flat_map(|e| &mut e.choices) {
        *choice = choice.iter().filter_map(|h| numbers.get(h).copied()).collect();
    }
    names
}

fn step(example: &Example, weights: &mut [f32], squares: &mut [f32]) -> f32 {
    let score = |features: &[u32]| features.iter().map(|&i| weights[i as usize]).sum::<f32>();
    let mut scores: Vec<f32> = example.choices.iter().map(|c| score(c)).collect();
    if scores.len() == 1 {
        let target = 1.0 - example.right as f32;
        let p = 1.0 / (1.0 + (-scores[0]).exp());
        update(&example.choices[0], p - target, weights, squares);
        return -(if target > 0.5 { p } else { 1.0 - p }).max(1e-9).ln();
    }
    let top = scores.iter().fold(f32::MIN, |a, &b| a.max(b));
    scores.iter_mut().for_each(|s| *s = (*s - top).exp());
    let sum: f32 = scores.iter().sum();
    for (i, choice) in example.choices.iter().enumerate() {
        let p = scores[i] / sum;
        let gradient = p - f32::from(u8::from(i == example.right as usize));
        if gradient.abs() > 1e-3 {
            update(choice, gradient, weights, squares);
        }
    }
    -(scores[example.right as usize] / sum).max(1e-9).ln()
}

fn update(features: &[u32], gradient: f32, weights: &mut [f32], squares: &mut [f32]) {
    for &i in features {
        let i = i as usize;
        let g = gradient + DECAY * weights[i];
        squares[i] += g * g;
        weights[i] -= RATE * g / squares[i].sqrt();
    }
}
