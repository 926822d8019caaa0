//! A product of matrices cut into tiles whose sums stay in the machine's registers.

use super::vector::LANES;
use fearless_simd::{Simd, SimdBase};

/// A product, tile by tile.
pub(super) trait Tile<S: Simd> {
    /// Reckons `R` rows from `row` on and `C` vectors of columns from `column` on.
    fn tile<const R: usize, const C: usize>(
        &self,
        simd: S,
        row: usize,
        column: usize,
        out: &mut [f32],
    );
}

/// Reckons a whole product of rows of `n`.
#[inline(always)]
pub(super) fn reckon<S: Simd>(simd: S, product: &impl Tile<S>, n: usize, out: &mut [f32]) {
    let rows = out.len() / n;
    let mut row = 0;
    while row < rows {
        row += some_rows(simd, product, (row, rows - row), n, out);
    }
}

/// The next rows of those that are left: as many as fit into registers. Gives how many.
#[inline(always)]
fn some_rows<S: Simd>(
    simd: S,
    product: &impl Tile<S>,
    (row, left): (usize, usize),
    n: usize,
    out: &mut [f32],
) -> usize {
    let band = Band { simd, product, row, n };
    // Sixteen sums take one of 32 registers, two of 16, or four: what goes through memory is half as fast.
    match (<S::f32s as SimdBase<S>>::LEN, left) {
        (16, 1) => band.reckon::<1, 8>(out),
        (16, 2) => band.reckon::<2, 4>(out),
        (16, 3) => band.reckon::<3, 4>(out),
        (16, 4) => band.reckon::<4, 4>(out),
        (16, 5) => band.reckon::<5, 4>(out),
        (16, 6) => band.reckon::<6, 4>(out),
        (16, 7) => band.reckon::<7, 2>(out),
        (16, 9) => band.reckon::<9, 2>(out),
        (16, 10) => band.reckon::<10, 2>(out),
        (16, 11) => band.reckon::<11, 2>(out),
        (16, _) => band.reckon::<8, 2>(out),
        (8, 1) => band.reckon::<1, 4>(out),
        (8, 2) => band.reckon::<2, 2>(out),
        (8, 3) => band.reckon::<3, 1>(out),
        (8, 4 | 7 | 8) => band.reckon::<4, 1>(out),
        (8, 5 | 9 | 10) => band.reckon::<5, 1>(out),
        (8, _) => band.reckon::<6, 1>(out),
        (_, 1) => band.reckon::<1, 3>(out),
        (_, 2 | 4) => band.reckon::<2, 1>(out),
        (_, _) => band.reckon::<3, 1>(out),
    }
}

/// Some rows of a product, from `row` on.
struct Band<'p, S, P> {
    simd: S,
    product: &'p P,
    row: usize,
    n: usize,
}

impl<S: Simd, P: Tile<S>> Band<'_, S, P> {
    /// Reckons `R` rows, `C` vectors of columns at a time. Gives `R`.
    #[inline(always)]
    fn reckon<const R: usize, const C: usize>(&self, out: &mut [f32]) -> usize {
        let Self { simd, product, row, n } = *self;
        let whole = n - n % (C * LANES);
        for column in (0..whole).step_by(C * LANES) {
            product.tile::<R, C>(simd, row, column, out);
        }
        for column in (whole..n).step_by(LANES) {
            product.tile::<R, 1>(simd, row, column, out);
        }
        R
    }
}
