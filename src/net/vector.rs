//! Sixteen numbers at a time: sigmoid, hyperbolic tangent, softmax. Numbers are multiplied and added one after the
//! other, so that results agree to the bit on every machine.

use crate::exact::exp;
use fearless_simd::{Simd, SimdBase, f32x16};

/// Widths of matrices are multiples of this.
pub(crate) const LANES: usize = 16;

/// The hyperbolic tangent: Lambert's continued fraction to its seventh step, which is right to 1e-4.
#[inline(always)]
pub(crate) fn tanh<S: Simd>(simd: S, x: f32x16<S>) -> f32x16<S> {
    let number = |n: f32| f32x16::splat(simd, n);
    let x = x.min(number(4.97)).max(number(-4.97));
    let y = x * x;
    let above = (((y + number(378.0)) * y + number(17_325.0)) * y + number(135_135.0)) * x;
    let below = y * number(28.0) + number(3_150.0);
    let below = (below * y + number(62_370.0)) * y + number(135_135.0);
    above / below
}

/// The share of each score: powers of e, divided by their sum.
#[inline(always)]
pub(crate) fn softmax<const N: usize>(scores: &[f32; N]) -> [f32; N] {
    let top = scores.iter().fold(f32::MIN, |a, &b| a.max(b));
    let mut shares = [0.0; N];
    for (share, score) in shares.iter_mut().zip(scores) {
        *share = exp(score - top);
    }
    let sum: f32 = shares.iter().sum();
    for share in &mut shares {
        *share /= sum;
    }
    shares
}

/// The logistic function.
#[inline(always)]
pub(crate) fn sigmoid<S: Simd>(simd: S, x: f32x16<S>) -> f32x16<S> {
    let half = f32x16::splat(simd, 0.5);
    tanh(simd, x * half) * half + half
}

#[cfg(test)]
mod tests {
    use super::*;
    use fearless_simd::{Level, dispatch};

    #[test]
    fn curves_are_near_to_the_true_ones() {
        let xs: Vec<f32> = (-160..160).map(|i| i as f32 / 10.0).collect();
        for x in xs.chunks(LANES) {
            let (mut t, mut s) = ([0.0; LANES], [0.0; LANES]);
            dispatch!(Level::new(), simd => {
                let x = f32x16::from_slice(simd, x);
                tanh(simd, x).store_slice(&mut t);
                sigmoid(simd, x).store_slice(&mut s);
            });
            for (i, x) in x.iter().enumerate() {
                assert!((t[i] - x.tanh()).abs() < 2e-4, "tanh {x}: {}", t[i]);
                assert!((s[i] - 1.0 / (1.0 + (-x).exp())).abs() < 2e-4, "sigmoid {x}: {}", s[i]);
            }
        }
    }
}
