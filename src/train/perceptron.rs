//! An averaged perceptron over hashed features.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::tagger::{Tag, best_of};

/// Share of the weights that are stored whole; larger ones are cut.
const KEPT_WHOLE: f64 = 0.999;

/// Features that were corrected less often do not count: they were met by chance.
const MIN_UPDATES: u32 = 3;
/// Smaller stored weights are dropped.
const LEAST_WEIGHT: u8 = 3;

/// Weights of a feature, tag by tag.
#[derive(Default)]
struct Row {
    cells: Vec<Cell>,
    updates: u32,
}

struct Cell {
    tag: u8,
    weight: i32,
    /// Sum of the changes, each times the step it was made at.
    timed: i64,
}

/// Hashes that are spread already pass through.
#[derive(Default)]
struct Through(u64);

impl Hasher for Through {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, &byte| sum << 8 | u64::from(byte));
    }
    fn write_u32(&mut self, value: u32) {
        self.0 = u64::from(value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    fn finish(&self) -> u64 {
        self.0
    }
}

/// The weights while they are learned.
#[derive(Default)]
pub struct Perceptron {
    rows: HashMap<u32, Row, BuildHasherDefault<Through>>,
    step: i64,
}

impl Perceptron {
    /// The best tag by the weights so far.
    pub fn best(&self, features: &[u32]) -> Tag {
        let mut scores = [0; 64];
        for key in features {
            let row = self.rows.get(key).filter(|row| row.counts());
            for cell in row.iter().flat_map(|row| &row.cells) {
                scores[usize::from(cell.tag & 63)] += cell.weight;
            }
        }
        best_of(&scores)
    }

    /// Moves the weights towards `truth` where the guess was wrong.
    pub fn learn(&mut self, features: &[u32], truth: Tag, guess: Tag) {
        self.step += 1;
        if truth == guess {
            return;
        }
        for &key in features {
            let row = self.rows.entry(key).or_default();
            row.updates += 1;
            row.change(truth, 1, self.step);
            row.change(guess, -1, self.step);
        }
    }

    /// The averaged weights as small numbers, by key; rows whose largest weight is below
    /// `least` are left out.
    pub fn quantise(&self, least: i8) -> Vec<(u32, Vec<(u8, i8)>)> {
        let mut sizes: Vec<f64> = Vec::new();
        for row in self.rows.values().filter(|row| row.counts()) {
            sizes.extend(row.cells.iter().map(|cell| cell.average(self.step).abs()));
        }
        sizes.sort_by(f64::total_cmp);
        let at = (sizes.len() as f64 * KEPT_WHOLE) as usize;
        let scale = 127.0 / sizes.get(at).copied().unwrap_or(1.0).max(f64::MIN_POSITIVE);
        let mut rows = Vec::new();
        for (&key, row) in self.rows.iter().filter(|(_, row)| row.counts()) {
            let cells = row.cells.iter().map(|cell| {
                let weight = (cell.average(self.step) * scale).round().clamp(-127.0, 127.0);
                (cell.tag, weight as i8)
            });
            let cells: Vec<(u8, i8)> =
                cells.filter(|&(_, weight)| weight.unsigned_abs() >= LEAST_WEIGHT).collect();
            if cells.iter().any(|&(_, weight)| weight.abs() >= least) {
                rows.push((key, cells));
            }
        }
        rows.sort_by_key(|&(key, _)| key);
        rows
    }
}

impl Row {
    fn counts(&self) -> bool {
        self.updates >= MIN_UPDATES
    }

    fn change(&mut self, tag: Tag, by: i32, step: i64) {
        let number = tag as u8;
        let at = self.cells.iter().position(|cell| cell.tag == number).unwrap_or_else(|| {
            self.cells.push(Cell { tag: number, weight: 0, timed: 0 });
            self.cells.len() - 1
        });
        self.cells[at].weight += by;
        self.cells[at].timed += i64::from(by) * step;
    }
}

impl Cell {
    /// The weight averaged over all steps.
    fn average(&self, step: i64) -> f64 {
        f64::from(self.weight) - self.timed as f64 / (step + 1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learns_what_it_is_told_and_forgets_chance() {
        let mut perceptron = Perceptron::default();
        for _ in 0..10 {
            for (feature, truth) in [(7, Tag::Nn), (8, Tag::Vb)] {
                let guess = perceptron.best(&[feature]);
                perceptron.learn(&[feature], truth, guess);
            }
        }
        perceptron.learn(&[9], Tag::Jj, Tag::Nn);
        assert_eq!(perceptron.best(&[7]), Tag::Nn);
        assert_eq!(perceptron.best(&[8]), Tag::Vb);
        let rows = perceptron.quantise(1);
        assert!(rows.iter().all(|(key, _)| *key != 9), "{rows:?}");
        assert!(rows.iter().any(|(key, _)| *key == 8), "{rows:?}");
    }
}
