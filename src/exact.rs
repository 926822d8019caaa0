//! Powers of e and logarithms by sums and products alone, in one order: the same bits on every machine, where those
//! of the system's library depend on what its processor can do.

/// 1.5 · 2²³: in a sum with it the lower bits hold the other, rounded.
pub(crate) const ROUNDING: f32 = 12_582_912.0;
/// The logarithm of two, in a part whose small multiples are exact, and the rest (after Cody and Waite 1980).
const LN_2: [f32; 2] = [0.693_359_4, -2.121_944_4e-4];

/// A power of e, right to six digits; of what lies beyond −87 or 88, that of −87 or 88.
#[inline(always)]
pub(crate) fn exp(x: f32) -> f32 {
    let x = x.clamp(-87.0, 88.0);
    let rounded = x * std::f32::consts::LOG2_E + ROUNDING;
    let whole = rounded - ROUNDING;
    let rest = x - whole * LN_2[0] - whole * LN_2[1];
    // Taylor's series: the rest is at most 0.35.
    let mut power = 1.0 / 720.0;
    for factor in [1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0] {
        power = power * rest + factor;
    }
    power * f32::from_bits(rounded.to_bits().wrapping_add(127) << 23)
}

/// The natural logarithm of a number above nought, right to six digits.
pub(crate) fn ln(x: f32) -> f32 {
    long_ln(f64::from(x)) as f32
}

/// A power of e, right to twelve digits, for what lies between −700 and 700.
pub(crate) fn long_exp(x: f64) -> f64 {
    let whole = (x * std::f64::consts::LOG2_E).round();
    let rest = x - whole * std::f64::consts::LN_2;
    let power = (1..15).rev().fold(1.0, |power, n| power * rest / f64::from(n) + 1.0);
    power * f64::from_bits(((whole as i64 + 1023) as u64) << 52)
}

/// The natural logarithm of a number above 10⁻³⁰⁰, right to twelve digits.
pub(crate) fn long_ln(x: f64) -> f64 {
    // x is m · 2ᵏ with m from √½ to √2.
    let half = std::f64::consts::FRAC_1_SQRT_2.to_bits();
    let k = (x.to_bits().wrapping_sub(half) as i64) >> 52;
    let m = f64::from_bits(x.to_bits().wrapping_sub((k << 52) as u64));
    // ln m = 2 artanh s = 2 (s + s³/3 + s⁵/5 …), and s is at most 0.18.
    let s = (m - 1.0) / (m + 1.0);
    let series = (0..10).rev().fold(0.0, |sum, n| sum * s * s + 1.0 / f64::from(2 * n + 1));
    k as f64 * std::f64::consts::LN_2 + 2.0 * s * series
}

/// The logistic function.
pub(crate) fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// Its inverse; of what is nearer to 0 or 1 than `least`, that of `least`.
pub(crate) fn logit(share: f32, least: f32) -> f32 {
    ln(share.max(least) / (1.0 - share).max(least))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_near_to_the_true_ones() {
        for i in -8_700..8_800 {
            let x = i as f32 / 100.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-6, "exp {x}: {} {}", exp(x), x.exp());
            let y = x.exp();
            assert!((ln(y) - y.ln()).abs() < 1e-6 * y.ln().abs().max(1.0), "ln {y}: {}", ln(y));
            let (x, y) = (f64::from(x), f64::from(y));
            assert!((long_exp(x) / x.exp() - 1.0).abs() < 1e-12, "exp {x}: {}", long_exp(x));
            assert!((long_ln(y) - y.ln()).abs() < 1e-12 * y.ln().abs().max(1.0), "ln {y}");
        }
        assert_eq!((exp(0.0), ln(1.0), long_exp(0.0), long_ln(1.0)), (1.0, 0.0, 1.0, 0.0));
        assert_eq!((exp(-1e9), exp(1e9)), (exp(-87.0), exp(88.0)));
    }

    #[test]
    fn the_logit_is_the_inverse_of_the_logistic_function() {
        for i in -60..60 {
            let x = i as f32 / 10.0;
            assert!((logit(logistic(x), 1e-6) - x).abs() < 1e-3, "{x}");
        }
        assert_eq!(logit(0.0, 1e-4), logit(1e-9, 1e-4));
    }
}
