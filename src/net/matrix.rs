//! A matrix that rows are multiplied by: numbers as they are learned, or whole numbers of a byte as they are
//! shipped.

use super::pairs::add_pairs;
#[cfg(any(feature = "train", test))]
use super::product::add_product;
use super::tiles::{self, Tile};
use super::vector::LANES;
use crate::exact::ROUNDING;
use fearless_simd::{Simd, SimdBase, SimdCvtFloat, SimdFloat, f32x16, i32x16, u32x16};

/// A matrix that rows are multiplied by.
pub(crate) trait Matrix {
    /// Adds to `out` the product of `a` and the matrix, or, where there is a `bias`, writes the sum of both to
    /// `out`. `size` is how many numbers are in a row of `a`, and in one of `out`; `digits` is memory that is used
    /// again.
    fn multiply<S: Simd>(
        &self,
        simd: S,
        a: &[f32],
        size: (usize, usize),
        bias: Option<&[f32]>,
        digits: &mut Digits,
        out: &mut [f32],
    );
}

#[cfg(any(feature = "train", test))]
impl Matrix for Vec<f32> {
    #[inline(always)]
    fn multiply<S: Simd>(
        &self,
        simd: S,
        a: &[f32],
        (k, n): (usize, usize),
        bias: Option<&[f32]>,
        _: &mut Digits,
        out: &mut [f32],
    ) {
        add_product(simd, a, k, self, n, bias, out);
    }
}

/// A matrix whose numbers are a byte times the scale of their row; kept in 16 bits, as they are multiplied.
///
/// What is multiplied by it is rounded to 16 bits, row by row (scales of the matrix included), so that the sums
/// are those of whole numbers. They fit 32 bits up to 516 rows; files hold no more than 512.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ByteMatrix {
    /// For each vector of columns its numbers from top to bottom, of two rows side by side.
    pairs: Vec<[u32; LANES]>,
    /// The scale of each row.
    scales: Vec<f32>,
}

/// Rows that were rounded to 16 bits.
#[derive(Debug, Clone, Default)]
pub(crate) struct Digits {
    /// Two numbers side by side.
    pairs: Vec<u32>,
    /// What the numbers of a row are to be multiplied with.
    scales: Vec<f32>,
}

/// The largest number of 16 bits.
const LARGEST: f32 = 32_767.0;

/// So many pairs have `k` numbers: those of one vector and the next side by side, the last with nought where
/// their number is odd.
fn pairs_of(k: usize) -> usize {
    k.div_ceil(2 * LANES) * LANES
}

fn pair(low: u32, high: u32) -> u32 {
    low & 0xFFFF | high << 16
}

impl ByteMatrix {
    /// Takes a matrix of rows of `n`; the largest number of a row is 127 times its scale, and the others are rounded
    /// to whole multiples. Those that come from a file are that already.
    pub(crate) fn new(matrix: &[f32], n: usize) -> Self {
        let scale = |row: &[f32]| row.iter().fold(0.0f32, |m, x| m.max(x.abs())) / 127.0;
        let scales: Vec<f32> = matrix.chunks_exact(n).map(scale).collect();
        let digit = |row: usize, column: usize| match matrix.get(row * n + column) {
            Some(number) if scales[row] > 0.0 => (number / scales[row]).round() as i32 as u32,
            _ => 0,
        };
        let height = pairs_of(scales.len());
        let mut pairs = Vec::with_capacity(n / LANES * height);
        for first in (0..n).step_by(LANES) {
            pairs.extend((0..height).map(|at| {
                let row = at / LANES * 2 * LANES + at % LANES;
                std::array::from_fn(|lane| {
                    pair(digit(row, first + lane), digit(row + LANES, first + lane))
                })
            }));
        }
        Self { pairs, scales }
    }

    /// Rounds rows to 16 bits, the scales of the matrix included.
    #[inline(always)]
    fn round<S: Simd>(&self, simd: S, a: &[f32], digits: &mut Digits) {
        let k = self.scales.len();
        let height = pairs_of(k);
        digits.pairs.resize(a.len() / k * height, 0);
        digits.scales.clear();
        for (row, pairs) in a.chunks_exact(k).zip(digits.pairs.chunks_exact_mut(height)) {
            let most = self.most(simd, row);
            let share = if most > 0.0 { LARGEST / most } else { 0.0 };
            for (number, pairs) in pairs.as_chunks_mut::<LANES>().0.iter_mut().enumerate() {
                let (at, next) = (2 * number * LANES, (2 * number + 1) * LANES);
                let low = self.rounded(simd, row, at, share) & u32x16::splat(simd, 0xFFFF);
                let both = match next < k {
                    true => low | self.rounded(simd, row, next, share) << 16,
                    false => low,
                };
                both.store_slice(pairs);
            }
            digits.scales.push(most / LARGEST);
        }
    }

    /// The largest number of a row, without its sign.
    #[inline(always)]
    fn most<S: Simd>(&self, simd: S, row: &[f32]) -> f32 {
        let mut most = f32x16::splat(simd, 0.0);
        for at in (0..row.len()).step_by(LANES) {
            most = most.max(self.scaled(simd, row, at).abs());
        }
        let mut each = [0.0; LANES];
        most.store_slice(&mut each);
        each.iter().fold(0.0, |m, &x| m.max(x))
    }

    /// Some numbers of a row times `share`, rounded; of each the lower 16 bits count.
    #[inline(always)]
    fn rounded<S: Simd>(&self, simd: S, row: &[f32], at: usize, share: f32) -> u32x16<S> {
        let share = f32x16::splat(simd, share);
        (self.scaled(simd, row, at) * share + f32x16::splat(simd, ROUNDING)).to_bits()
    }

    // No closures: those are not always inlined, and their vectors then go through memory.
    #[inline(always)]
    fn scaled<S: Simd>(&self, simd: S, row: &[f32], at: usize) -> f32x16<S> {
        let number = f32x16::from_slice(simd, &row[at..at + LANES]);
        number * f32x16::from_slice(simd, &self.scales[at..at + LANES])
    }
}

impl Matrix for ByteMatrix {
    #[inline(always)]
    fn multiply<S: Simd>(
        &self,
        simd: S,
        a: &[f32],
        (k, n): (usize, usize),
        bias: Option<&[f32]>,
        digits: &mut Digits,
        out: &mut [f32],
    ) {
        simd.vectorize(
            #[inline(always)]
            || {
                self.round(simd, a, digits);
                let product = Product { digits, height: pairs_of(k), matrix: &self.pairs, n, bias };
                tiles::reckon(simd, &product, n, out);
            },
        );
    }
}

/// Rounded rows and what they are multiplied by.
struct Product<'p> {
    digits: &'p Digits,
    /// How many pairs a row has.
    height: usize,
    matrix: &'p [[u32; LANES]],
    n: usize,
    bias: Option<&'p [f32]>,
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
        let Self { digits, height, matrix, n, bias } = *self;
        let mut rows = [&digits.pairs[..0]; R];
        for (r, digit) in rows.iter_mut().enumerate() {
            *digit = &digits.pairs[(row + r) * height..(row + r + 1) * height];
        }
        let mut columns = [&matrix[..0]; C];
        for (c, panel) in columns.iter_mut().enumerate() {
            *panel = &matrix[(column / LANES + c) * height..][..height];
        }
        let mut sums = [[i32x16::splat(simd, 0); C]; R];
        for i in 0..height {
            for c in 0..C {
                let right = u32x16::from_slice(simd, &columns[c][i]);
                for r in 0..R {
                    let left = u32x16::splat(simd, rows[r][i]);
                    sums[r][c] = add_pairs(simd, sums[r][c], left, right);
                }
            }
        }
        for (r, sums) in sums.into_iter().enumerate() {
            let scale = f32x16::splat(simd, digits.scales[row + r]);
            for (c, sum) in sums.into_iter().enumerate() {
                let column = column + c * LANES;
                let out = &mut out[(row + r) * n + column..][..LANES];
                let before = bias.map_or(&*out, |bias| &bias[column..column + LANES]);
                let before = f32x16::from_slice(simd, before);
                (f32x16::float_from(sum) * scale + before).store_slice(out);
            }
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

    /// Whole multiples of a scale, which is smaller from row to row.
    fn bytes(k: usize, n: usize) -> Vec<f32> {
        let byte = |i: usize| if i % n == 3 { 127.0 } else { ((i * 53) % 255) as f32 - 127.0 };
        (0..k * n).map(|i| byte(i) * 0.02 / (1 + i / n) as f32).collect()
    }

    #[test]
    fn products_are_near_to_those_of_numbers_and_the_same_on_every_machine() {
        for rows in 1..20 {
            for (k, n) in [(16, 16), (32, 48), (48, 16), (64, 144)] {
                let (a, b, bias) = (numbers(rows * k), bytes(k, n), numbers(n));
                let matrix = ByteMatrix::new(&b, n);
                for bias in [None, Some(&bias[..])] {
                    let product = |level: Level| {
                        let (mut out, mut digits) = (vec![1.0; rows * n], Digits::default());
                        dispatch!(level, simd => {
                            matrix.multiply(simd, &a, (k, n), bias, &mut digits, &mut out);
                        });
                        out
                    };
                    let (best, plain) = (product(Level::new()), product(Level::baseline()));
                    assert_eq!(best, plain);
                    let mut expected = vec![1.0; rows * n];
                    let mut digits = Digits::default();
                    dispatch!(
                        Level::new(),
                        simd => b.multiply(simd, &a, (k, n), bias, &mut digits, &mut expected)
                    );
                    for (at, (x, y)) in best.iter().zip(&expected).enumerate() {
                        assert!((x - y).abs() < 1e-3, "{rows} {k} {n} at {at}: {x} {y}");
                    }
                }
            }
        }
    }

    #[test]
    fn nought_is_exact() {
        let matrix = ByteMatrix::new(&[0.0; 16 * 16], 16);
        let mut out = [9.0; 32];
        dispatch!(Level::new(), simd => {
            matrix.multiply(simd, &[0.0; 32], (16, 16), Some(&[2.0; 16]), &mut Digits::default(), &mut out);
        });
        assert_eq!(out, [2.0; 32]);
    }
}
