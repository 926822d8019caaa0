//! How the loss changes with what ties tokens to cues.

use super::gradient::{add_rows, transposed};
use crate::net::batch::Batch;
use crate::net::link::{Asked, DISTANCES, Linker, RANK, ROLES, Tie, WIDTH, bucket};
use crate::net::model::Run;
use crate::net::product::{add_product, add_turned_product};
use fearless_simd::Simd;
use std::ops::Range;

/// What a wrong tie weighs against a wrong label.
const SHARE: f32 = 0.3;

/// A cue site of a paragraph, and what its tokens are to it.
#[derive(Debug, Clone)]
pub(super) struct Site {
    /// The place of its head in the paragraph.
    pub(super) head: usize,
    /// The tokens that are asked about.
    pub(super) window: Range<usize>,
    /// What each of them is to the cue.
    pub(super) answers: Vec<Tie>,
}

/// A site of a batch, with the number of its sequence.
pub(super) type Placed<'s> = (usize, &'s Site);

/// The row of its head.
pub(super) fn row(batch: &Batch, (sequence, site): Placed<'_>) -> usize {
    batch.row(sequence, site.head)
}

/// Adds the gradients of the ties of a batch that was read, and to `below` those of what came in. Gives the
/// loss.
#[inline(always)]
pub(super) fn descend<S: Simd>(
    simd: S,
    linker: &Linker,
    (batch, run): (&Batch, &Run),
    sites: &[Placed<'_>],
    gradients: &mut Linker,
    below: &mut [f32],
) -> f32 {
    let (asked, signal) = (&run.asked, run.signals.last().expect("the net was run"));
    let inputs = linker.query.len() / WIDTH;
    let Blame { queries, keys, loss } =
        blame(simd, linker, (batch, asked), sites, &mut gradients.far);
    add_turned_product(simd, &asked.heads, inputs, &queries, WIDTH, &mut gradients.query);
    add_rows(&queries, WIDTH, &mut gradients.query_bias);
    add_turned_product(simd, signal, inputs, &keys, WIDTH, &mut gradients.key);
    add_rows(&keys, WIDTH, &mut gradients.key_bias);
    add_product(simd, &keys, WIDTH, &transposed(&linker.key, WIDTH), inputs, None, below);
    let mut heads = vec![0.0; asked.heads.len()];
    add_product(simd, &queries, WIDTH, &transposed(&linker.query, WIDTH), inputs, None, &mut heads);
    for (&site, head) in sites.iter().zip(heads.chunks_exact(inputs)) {
        add(&mut below[row(batch, site) * inputs..][..inputs], 1.0, head);
    }
    loss
}

/// The gradients of queries and keys, and the loss.
struct Blame {
    queries: Vec<f32>,
    keys: Vec<f32>,
    loss: f32,
}

/// What the scores fall short by, handed to queries and keys, and to the distances in `far`.
#[inline(always)]
fn blame<S: Simd>(
    simd: S,
    linker: &Linker,
    (batch, asked): (&Batch, &Asked),
    sites: &[Placed<'_>],
    far: &mut [f32],
) -> Blame {
    let mut queries = vec![0.0; asked.queries.len()];
    let mut keys = vec![0.0; asked.keys.len()];
    let mut loss = 0.0;
    for (number, &(sequence, site)) in sites.iter().enumerate() {
        for (place, &right) in site.window.clone().zip(&site.answers) {
            let row = batch.row(sequence, place);
            let distance = place as isize - site.head as isize;
            let shares = linker.shares(simd, asked, number, (row, distance));
            let right = right as usize;
            loss -= SHARE * shares[right].max(1e-9).ln();
            for role in 0..ROLES {
                let miss = SHARE * (shares[role + 1] - f32::from(u8::from(right == role + 1)));
                far[role * DISTANCES + bucket(distance)] += miss;
                let (query, key) = (number * WIDTH + role * RANK, row * WIDTH + role * RANK);
                add(&mut queries[query..query + RANK], miss, &asked.keys[key..]);
                add(&mut keys[key..key + RANK], miss, &asked.queries[query..]);
            }
        }
    }
    Blame { queries, keys, loss }
}

/// Adds a multiple of the first of `x` to `to`.
fn add(to: &mut [f32], times: f32, x: &[f32]) {
    to.iter_mut().zip(x).for_each(|(to, x)| *to += times * x);
}
