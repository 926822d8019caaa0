//! A look-up table from hashed keys to numbers: open addressing, two thirds full at most.

/// Stands for "no entry".
const EMPTY: u32 = u32::MAX;

/// Maps hashes to numbers below `u32::MAX`.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    slots: Vec<(u32, u32)>,
    mask: usize,
    /// Leaves the high bits of a key: keys that come in order fill the table in order.
    shift: u32,
}

impl Table {
    /// A table with room for `entries`.
    pub fn with_room_for(entries: usize) -> Table {
        let size = (entries + entries / 2 + 2).next_power_of_two();
        let shift = u32::BITS.saturating_sub(size.trailing_zeros());
        Table { slots: vec![(0, EMPTY); size], mask: size - 1, shift }
    }

    /// Where the search for `key` begins.
    fn start(&self, key: u32) -> usize {
        (u64::from(key) >> self.shift) as usize
    }

    /// Adds an entry; beyond the room asked for, nothing is added.
    pub fn insert(&mut self, key: u32, value: u32) {
        let start = self.start(key);
        for step in 0..self.slots.len() / 2 {
            let slot = &mut self.slots[(start + step) & self.mask];
            if slot.1 == EMPTY || slot.0 == key {
                *slot = (key, value);
                return;
            }
        }
    }

    /// The number stored for `key`.
    #[inline]
    pub fn get(&self, key: u32) -> Option<u32> {
        let mut at = self.start(key);
        loop {
            let (found, value) = self.slots[at & self.mask];
            if value == EMPTY {
                return None;
            }
            if found == key {
                return Some(value);
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in() {
        let mut table = Table::with_room_for(100);
        for i in 0..100 {
            table.insert(i << 24, i);
        }
        assert!((0..100).all(|i| table.get(i << 24) == Some(i)));
        assert_eq!(table.get(1), None);
        assert_eq!(Table::with_room_for(0).get(0), None);
    }
}
