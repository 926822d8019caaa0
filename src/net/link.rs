//! Ties tokens to cues: of each token near a cue site, is it part of that cue's source, of the cue itself, of
//! its content, or of none of them?
//!
//! ```text
//! score(role, site, token) = query(role, site) · key(role, token) + far(role, token - site)
//! ```
//!
//! Queries and keys are linear in what comes out of the last two-way layer (after the bilinear arcs of Dozat
//! and Manning 2017); the shares of none, source, cue and content are the softmax of nought and the scores.

use super::matrix::{ByteMatrix, Digits, Matrix};
use super::vector::{LANES, softmax};
use fearless_simd::{Simd, SimdBase, f32x16};

/// What a token is to a cue.
#[cfg(feature = "train")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tie {
    None,
    Source,
    Cue,
    Content,
}

/// What may tie a token to a cue: it is its source, the cue itself, its content.
pub(crate) const ROLES: usize = 3;
/// Numbers of a query or a key for one role.
pub(crate) const RANK: usize = 32;
/// And for all.
pub(crate) const WIDTH: usize = ROLES * RANK;
/// So many distances are told apart, half of them ahead of the cue.
pub(crate) const DISTANCES: usize = 32;

/// The weights.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Linker<M = Vec<f32>> {
    /// A row of [`WIDTH`] for each number of the last two-way layer.
    pub(crate) query: M,
    pub(crate) query_bias: Vec<f32>,
    pub(crate) key: M,
    pub(crate) key_bias: Vec<f32>,
    /// For each role, a number for each distance.
    pub(crate) far: Vec<f32>,
}

/// What is asked of a batch: the rows of its cue sites' heads, and what they and all tokens are compared by.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    /// What came out of the last two-way layer at each head.
    pub(crate) heads: Vec<f32>,
    pub(crate) queries: Vec<f32>,
    pub(crate) keys: Vec<f32>,
}

impl Linker {
    /// For so many numbers a token; `even` gives as many first weights as it is asked for.
    #[cfg(any(feature = "train", test))]
    pub(crate) fn new(inputs: usize, mut even: impl FnMut(usize) -> Vec<f32>) -> Self {
        let bias = vec![0.0; WIDTH];
        Self {
            query: even(inputs * WIDTH),
            query_bias: bias.clone(),
            key: even(inputs * WIDTH),
            key_bias: bias,
            far: vec![0.0; ROLES * DISTANCES],
        }
    }

    /// The same with whole numbers for its matrices.
    pub(super) fn in_bytes(self) -> Linker<ByteMatrix> {
        Linker {
            query: ByteMatrix::new(&self.query, WIDTH),
            query_bias: self.query_bias,
            key: ByteMatrix::new(&self.key, WIDTH),
            key_bias: self.key_bias,
            far: self.far,
        }
    }
}

impl<M: Matrix> Linker<M> {
    /// Makes ready what the tokens of a batch, of which `signal` has a row of `inputs` each, are compared by;
    /// `heads` are the rows of the sites.
    #[inline(always)]
    pub(crate) fn ask<S: Simd>(
        &self,
        simd: S,
        (signal, inputs): (&[f32], usize),
        heads: impl Iterator<Item = usize>,
        digits: &mut Digits,
        asked: &mut Asked,
    ) {
        let Asked { heads: at_heads, queries, keys } = asked;
        at_heads.clear();
        heads.for_each(|row| at_heads.extend_from_slice(&signal[row * inputs..][..inputs]));
        let mut multiply = |a: &[f32], matrix: &M, bias: &[f32], out: &mut Vec<f32>| {
            out.resize(a.len() / inputs * WIDTH, 0.0);
            matrix.multiply(simd, a, (inputs, WIDTH), Some(bias), digits, out);
        };
        multiply(at_heads, &self.query, &self.query_bias, queries);
        multiply(signal, &self.key, &self.key_bias, keys);
    }

    /// The shares of none, source, cue and content for the token in row `row`, so far behind the head of site
    /// `number`.
    #[inline(always)]
    pub(crate) fn shares<S: Simd>(
        &self,
        simd: S,
        asked: &Asked,
        number: usize,
        (row, distance): (usize, isize),
    ) -> [f32; ROLES + 1] {
        let query = &asked.queries[number * WIDTH..(number + 1) * WIDTH];
        let key = &asked.keys[row * WIDTH..(row + 1) * WIDTH];
        let far = bucket(distance);
        let mut scores = [0.0; ROLES + 1];
        for role in 0..ROLES {
            let product = dot(simd, &query[role * RANK..], &key[role * RANK..]);
            scores[role + 1] = product + self.far[role * DISTANCES + far];
        }
        softmax(&scores)
    }
}

/// The number of a distance in tokens.
pub(crate) fn bucket(distance: isize) -> usize {
    let half = DISTANCES as isize / 2;
    (distance.clamp(-half, half - 1) + half) as usize
}

#[inline(always)]
fn dot<S: Simd>(simd: S, a: &[f32], b: &[f32]) -> f32 {
    let mut sums = f32x16::splat(simd, 0.0);
    for at in (0..RANK).step_by(LANES) {
        let a = f32x16::from_slice(simd, &a[at..at + LANES]);
        sums = a * f32x16::from_slice(simd, &b[at..at + LANES]) + sums;
    }
    let mut each = [0.0; LANES];
    sums.store_slice(&mut each);
    // Halves are added to halves: a sum one by one would wait for each before.
    let mut half = LANES / 2;
    while half > 0 {
        let (low, high) = each.split_at_mut(half);
        low.iter_mut().zip(high).for_each(|(x, y)| *x += *y);
        half /= 2;
    }
    each[0]
}

#[cfg(test)]
mod tests {
    use super::*;
    use fearless_simd::{Level, dispatch};

    /// The shares of a token so far behind a cue, where queries and keys are biases alone.
    fn shares(query_bias: Vec<f32>, key_bias: Vec<f32>, distance: isize) -> [f32; ROLES + 1] {
        let mut far = vec![0.0; ROLES * DISTANCES];
        far[2 * DISTANCES + bucket(3)] = -1.0;
        let nought = vec![0.0; 16 * WIDTH];
        let linker = Linker { query: nought.clone(), query_bias, key: nought, key_bias, far };
        let mut asked = Asked::default();
        dispatch!(Level::new(), simd => {
            linker.ask(simd, (&[1.0; 32], 16), [1].into_iter(), &mut Digits::default(), &mut asked);
            linker.shares(simd, &asked, 0, (0, distance))
        })
    }

    #[test]
    fn shares_are_the_softmax_of_products_and_distances() {
        let key = [[0.25; RANK], [0.5; RANK], [0.125; RANK]].concat();
        let query = [[0.0; RANK], [0.0; RANK], [0.5; RANK]].concat();
        // Source and cue: nought; content: 32 times 0.0625, which is 2, less 1 at a distance of 3.
        for (distance, score) in [(2, 2.0f32), (3, 1.0), (-3, 2.0), (-900, 2.0), (900, 2.0)] {
            let [none, source, cue, content] = shares(query.clone(), key.clone(), distance);
            let expected = score.exp() / (score.exp() + 3.0);
            assert!((content - expected).abs() < 1e-4, "{distance}: {content} {expected}");
            assert!((none - source).abs() < 1e-6 && (none - cue).abs() < 1e-6);
            assert!((none + source + cue + content - 1.0).abs() < 1e-5);
        }
    }

    #[test]
    fn far_distances_share_a_number() {
        assert_eq!([bucket(-1000), bucket(-16), bucket(-15)], [0, 0, 1]);
        assert_eq!([bucket(0), bucket(15), bucket(1000)], [16, 31, 31]);
    }
}
