//! Products of whole numbers of 16 bits, two at a time: in one instruction or two where there is AVX-512 or AVX2,
//! number by number elsewhere. They are exact, and so the same on every machine.

use fearless_simd::{Bytes, Simd, i32x16, u32x16};

/// Adds to each sum the product of the lower halves of two numbers and that of their upper halves.
#[inline(always)]
pub(super) fn add_pairs<S: Simd>(
    simd: S,
    sums: i32x16<S>,
    a: u32x16<S>,
    b: u32x16<S>,
) -> i32x16<S> {
    // What machine it is is known when this is compiled.
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    if let Some(sums) = x86::add_pairs(simd, sums, a, b) {
        return sums;
    }
    let _ = simd;
    plainly(sums, a, b)
}

/// The same on any machine.
#[inline(always)]
fn plainly<S: Simd>(sums: i32x16<S>, a: u32x16<S>, b: u32x16<S>) -> i32x16<S> {
    let (a, b): (i32x16<S>, i32x16<S>) = (a.bitcast(), b.bitcast());
    let lower = |x: i32x16<S>| (x << 16) >> 16;
    sums + lower(a) * lower(b) + (a >> 16) * (b >> 16)
}

/// One instruction, or two.
#[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
mod x86 {
    use fearless_simd::{
        Level, Simd, SimdCombine, SimdInto, SimdSplit, i32x8, i32x16, kernel, u32x16,
    };
    #[cfg(target_arch = "x86")]
    use std::arch::x86::*;
    #[cfg(target_arch = "x86_64")]
    use std::arch::x86_64::*;

    #[inline(always)]
    pub(super) fn add_pairs<S: Simd>(
        simd: S,
        sums: i32x16<S>,
        a: u32x16<S>,
        b: u32x16<S>,
    ) -> Option<i32x16<S>> {
        match simd.level() {
            Level::Avx512(machine) => {
                Some(add_sixteen(machine, sums.into(), a.into(), b.into()).simd_into(simd))
            }
            Level::Avx2(machine) => {
                let ((s1, s2), (a1, a2), (b1, b2)) = (sums.split(), a.split(), b.split());
                let first: i32x8<S> =
                    add_eight(machine, s1.into(), a1.into(), b1.into()).simd_into(simd);
                let second: i32x8<S> =
                    add_eight(machine, s2.into(), a2.into(), b2.into()).simd_into(simd);
                Some(first.combine(second))
            }
            _ => None,
        }
    }

    kernel!(
        #[inline(always)]
        fn add_sixteen(machine: Avx512, sums: __m512i, a: __m512i, b: __m512i) -> __m512i {
            _mm512_dpwssd_epi32(sums, a, b)
        }
    );

    kernel!(
        #[inline(always)]
        fn add_eight(machine: Avx2, sums: __m256i, a: __m256i, b: __m256i) -> __m256i {
            _mm256_add_epi32(sums, _mm256_madd_epi16(a, b))
        }
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use fearless_simd::{Level, SimdBase, dispatch};

    #[test]
    fn halves_are_multiplied_and_added() {
        let pair = |low: i16, high: i16| u32::from(low as u16) | u32::from(high as u16) << 16;
        let number = |i: i32| ((i * 7919) % 65_536 - 32_768) as i16;
        let (a, b): (Vec<_>, Vec<_>) = (0..16)
            .map(|i| ((number(i), number(i + 40)), ((i - 8) as i16, (127 - 16 * i) as i16)))
            .unzip();
        let pairs = |of: &[(i16, i16)]| of.iter().map(|&(l, h)| pair(l, h)).collect::<Vec<_>>();
        let (pairs_a, pairs_b) = (pairs(&a), pairs(&b));
        for level in [Level::new(), Level::baseline()] {
            let (mut sums, mut plain) = ([0; 16], [0; 16]);
            dispatch!(level, simd => {
                let load = |x: &[u32]| u32x16::from_slice(simd, x);
                let (a, b, one) = (load(&pairs_a), load(&pairs_b), i32x16::splat(simd, 1));
                add_pairs(simd, one, a, b).store_slice(&mut sums);
                plainly(one, a, b).store_slice(&mut plain);
            });
            let product = |i: usize| {
                let ((a, c), (b, d)) = (a[i], b[i]);
                1 + i32::from(a) * i32::from(b) + i32::from(c) * i32::from(d)
            };
            assert_eq!(sums.to_vec(), (0..16).map(product).collect::<Vec<_>>());
            assert_eq!(sums, plain);
        }
    }
}
