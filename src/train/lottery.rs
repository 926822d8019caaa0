//! Chance with a fixed seed.

/// A repeatable sequence of random numbers (SplitMix64; Steele, Lea and Flood 2014).
pub struct Lottery {
    state: u64,
}

impl Lottery {
    /// Starts the sequence of `seed`.
    pub fn new(seed: u64) -> Lottery {
        Lottery { state: seed }
    }

    /// The next number of the sequence, any.
    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.state ^ self.state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    /// A number from 0 up to but not including 1.
    pub fn draw(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Puts items in random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let other = (self.next() % (i as u64 + 1)) as usize;
            items.swap(i, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats() {
        let shuffled = |seed| {
            let mut items: Vec<u32> = (0..20).collect();
            Lottery::new(seed).shuffle(&mut items);
            items
        };
        assert_eq!(shuffled(7), shuffled(7));
        assert_ne!(shuffled(7), shuffled(8));
    }
}
