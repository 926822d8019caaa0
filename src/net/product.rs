//! The products of matrices that the net learns with.
//!
//! Every sum is taken in the same order whatever the machine's vectors hold; multiply-and-add is one instruction where
//! there is one (AVX2, AVX-512, NEON), and elsewhere results differ by rounding.

use super::tiles::{self, Tile};
use super::vector::LANES;
use fearless_simd::{Simd, SimdBase, SimdFloat, f32x16};

/// Adds the product of `a` (rows of `k`) and `b` (`k` rows of `n`) to `out` (rows of `n`), or, where there
/// is a `bias` (one row), writes the sum of both to `out`.
pub(crate) fn add_product<S: Simd>(
    simd: S,
    a: &[f32],
    k: usize,
    b: &[f32],
    n: usize,
    bias: Option<&[f32]>,
    out: &mut [f32],
) {
    let product = Product { a, factors: Factors { k, b, n, bias } };
    simd.vectorize(
        #[inline(always)]
        || tiles::reckon(simd, &product, n, out),
    );
}

/// What the rows of a product share.
#[derive(Clone, Copy)]
struct Factors<'f> {
    k: usize,
    b: &'f [f32],
    n: usize,
    bias: Option<&'f [f32]>,
}

/// Rows and what they are multiplied by.
struct Product<'p> {
    a: &'p [f32],
    factors: Factors<'p>,
}

impl<S: Simd> Tile<S> for Product<'_> {
    #[inline(always)]
    fn tile<const R: usize, const C: usize>(
        &self,
        simd: S,
        row: usize,
        column: usize,
        out: &mut [f32],
    ) {
        let Self { a, factors: Factors { k, b, n, bias } } = *self;
        let (a, out) = (&a[row * k..], &mut out[row * n..]);
        let mut rows = [&a[..0]; R];
        for (r, row) in rows.iter_mut().enumerate() {
            *row = &a[r * k..(r + 1) * k];
        }
        let mut sums = match bias {
            Some(bias) => [vectors(simd, &bias[column..]); R],
            None => load::<S, R, C>(simd, out, n, column),
        };
        for (i, row) in b.chunks_exact(n).take(k).enumerate() {
            let factors = vectors::<S, C>(simd, &row[column..]);
            for r in 0..R {
                let left = f32x16::splat(simd, rows[r][i]);
                for c in 0..C {
                    sums[r][c] = left.mul_add(factors[c], sums[r][c]);
                }
            }
        }
        store(&sums, out, n, column);
    }
}

/// Adds the product of `a` turned on its side (rows of `k`) and `b` (rows of `n`) to `out` (`k` rows of `n`).
pub(crate) fn add_turned_product<S: Simd>(
    simd: S,
    a: &[f32],
    k: usize,
    b: &[f32],
    n: usize,
    out: &mut [f32],
) {
    const HEIGHT: usize = LANES / 2;
    let factors = Factors { k, b, n, bias: None };
    simd.vectorize(
        #[inline(always)]
        || {
            for first in (0..k).step_by(HEIGHT) {
                let pairs = n - n % (2 * LANES);
                for column in (0..pairs).step_by(2 * LANES) {
                    turned_tile::<S, HEIGHT, 2>(simd, a, factors, (first, column), out);
                }
                for column in (pairs..n).step_by(LANES) {
                    turned_tile::<S, HEIGHT, 1>(simd, a, factors, (first, column), out);
                }
            }
        },
    );
}

/// `R` rows from the `first` on and `C` vectors of columns.
#[inline(always)]
fn turned_tile<S: Simd, const R: usize, const C: usize>(
    simd: S,
    a: &[f32],
    Factors { k, b, n, .. }: Factors<'_>,
    (first, column): (usize, usize),
    out: &mut [f32],
) {
    let out = &mut out[first * n..];
    let mut sums = load::<S, R, C>(simd, out, n, column);
    for (left, right) in a.chunks_exact(k).zip(b.chunks_exact(n)) {
        let factors = vectors::<S, C>(simd, &right[column..]);
        let left = &left[first..first + R];
        for r in 0..R {
            let left = f32x16::splat(simd, left[r]);
            for c in 0..C {
                sums[r][c] = left.mul_add(factors[c], sums[r][c]);
            }
        }
    }
    store(&sums, out, n, column);
}

#[inline(always)]
fn vectors<S: Simd, const C: usize>(simd: S, from: &[f32]) -> [f32x16<S>; C] {
    // Not `array::from_fn`: that is not always inlined, and its vectors then go through memory.
    let mut vectors = [f32x16::splat(simd, 0.0); C];
    for (c, vector) in vectors.iter_mut().enumerate() {
        *vector = f32x16::from_slice(simd, &from[c * LANES..(c + 1) * LANES]);
    }
    vectors
}

#[inline(always)]
fn load<S: Simd, const R: usize, const C: usize>(
    simd: S,
    from: &[f32],
    n: usize,
    column: usize,
) -> [[f32x16<S>; C]; R] {
    let mut rows = [[f32x16::splat(simd, 0.0); C]; R];
    for (r, row) in rows.iter_mut().enumerate() {
        *row = vectors(simd, &from[r * n + column..]);
    }
    rows
}

#[inline(always)]
fn store<S: Simd, const R: usize, const C: usize>(
    sums: &[[f32x16<S>; C]; R],
    to: &mut [f32],
    n: usize,
    column: usize,
) {
    for (r, row) in sums.iter().enumerate() {
        for (c, sum) in row.iter().enumerate() {
            let at = r * n + column + c * LANES;
            sum.store_slice(&mut to[at..at + LANES]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fearless_simd::{Level, dispatch};

    fn numbers(n: usize) -> Vec<f32> {
        (0..n).map(|i| ((i * 37) % 19) as f32 / 19.0 - 0.5).collect()
    }

    #[test]
    fn products_are_sums_of_products() {
        for rows in 1..30 {
            for (k, n) in [(16, 16), (32, 48), (16, 144)] {
                let (a, b) = (numbers(rows * k), numbers(k * n));
                let (mut out, mut turned) = (vec![1.0; rows * n], vec![1.0; k * n]);
                let right = numbers(rows * n);
                dispatch!(Level::new(), simd => add_product(simd, &a, k, &b, n, None, &mut out));
                dispatch!(
                    Level::new(),
                    simd => add_turned_product(simd, &a, k, &right, n, &mut turned)
                );
                for (at, sum) in out.iter().enumerate() {
                    let product = |i: usize| a[at / n * k + i] * b[i * n + at % n];
                    let expected = 1.0 + (0..k).map(product).sum::<f32>();
                    assert!((sum - expected).abs() < 1e-4, "{rows} {k} {n} at {at}");
                }
                let (mut biased, bias) = (vec![9.0; rows * n], vec![1.0; n]);
                let add = Some(&bias[..]);
                dispatch!(Level::new(), simd => add_product(simd, &a, k, &b, n, add, &mut biased));
                assert_eq!(biased, out);
                for (at, sum) in turned.iter().enumerate() {
                    let product = |r: usize| a[r * k + at / n] * right[r * n + at % n];
                    let expected = 1.0 + (0..rows).map(product).sum::<f32>();
                    assert!((sum - expected).abs() < 1e-4, "{rows} {k} {n} turned at {at}");
                }
            }
        }
    }
}
