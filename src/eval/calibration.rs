//! Whether attributions are right as often as their confidence says.

use super::figures::percent;
use super::{Comparison, Found};
use serde::{Serialize, Serializer};
use std::collections::HashSet;
use std::fmt;
use std::ops::AddAssign;

/// How many bins there are between 0 and 1.
const BINS: usize = 10;

/// How often attributions are right (by the relaxed measure), by tenths of confidence; displayed as
/// a table of the bins that hold something.
///
/// ```
/// use onrecord::eval::{Calibration, Comparison, Found};
/// let found = [Found { confidence: Some(0.93), ..Found::default() }];
/// let calibration = Calibration::of(&Comparison::default(), &found);
/// let bin = calibration.bins().next().unwrap();
/// assert_eq!((bin.from, bin.to, bin.attributions, bin.right), (0.9, 1.0, 1, 0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Calibration([Tally; BINS]);

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Tally {
    attributions: usize,
    right: usize,
    /// Sum of confidences.
    confidence: f64,
}

/// Attributions of about the same confidence.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Bin {
    /// Least confidence, 0 to 1.
    pub from: f64,
    /// Confidence that is too high, except in the last bin.
    pub to: f64,
    /// How many there are.
    pub attributions: usize,
    /// How many of them are right.
    pub right: usize,
    /// Their mean confidence, 0 to 1.
    pub confidence: f64,
}

impl Bin {
    /// Share that is right, in per cent.
    pub fn precision(&self) -> f64 {
        percent(self.right, self.attributions)
    }
}

impl Calibration {
    /// Counts what was found in one article; what has no confidence is left out.
    pub fn of(comparison: &Comparison, found: &[Found]) -> Self {
        let right: HashSet<usize> = comparison.pairs.iter().map(|(_, found)| *found).collect();
        let mut calibration = Self::default();
        for (number, found) in found.iter().enumerate() {
            let Some(confidence) = found.confidence else { continue };
            let bin = (confidence * BINS as f32).clamp(0.0, BINS as f32 - 1.0) as usize;
            let tally = &mut calibration.0[bin];
            tally.attributions += 1;
            tally.right += usize::from(right.contains(&number));
            tally.confidence += f64::from(confidence);
        }
        calibration
    }

    /// The bins that hold something, the least confidence first.
    pub fn bins(&self) -> impl Iterator<Item = Bin> {
        let full = self.0.iter().enumerate().filter(|(_, tally)| tally.attributions > 0);
        full.map(|(number, tally)| Bin {
            from: number as f64 / BINS as f64,
            to: (number + 1) as f64 / BINS as f64,
            attributions: tally.attributions,
            right: tally.right,
            confidence: tally.confidence / tally.attributions as f64,
        })
    }
}

impl AddAssign for Calibration {
    fn add_assign(&mut self, other: Self) {
        for (tally, more) in self.0.iter_mut().zip(other.0) {
            tally.attributions += more.attributions;
            tally.right += more.right;
            tally.confidence += more.confidence;
        }
    }
}

impl fmt::Display for Calibration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:12}{:>13}{:>8}{:>9}{:>8}",
            "confidence", "attributions", "right", "right %", "mean %"
        )?;
        for bin in self.bins() {
            let (from, to, share) = (bin.from, bin.to, bin.precision());
            let (all, right, mean) = (bin.attributions, bin.right, 100.0 * bin.confidence);
            writeln!(f, "{from:.1}–{to:.1}     {all:13}{right:8}{share:9.1}{mean:8.1}")?;
        }
        Ok(())
    }
}

impl Serialize for Calibration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.bins())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidences_fall_into_tenths() {
        let found =
            [0.45, 0.41, 1.0, 0.9, 0.95].map(|c| Found { confidence: Some(c), ..Found::default() });
        let comparison = Comparison { pairs: vec![(0, 1), (1, 2), (2, 3)], ..Default::default() };
        let mut calibration = Calibration::of(&comparison, &found);
        calibration += Calibration::of(&comparison, &[Found::default()]);
        let bins: Vec<_> = calibration.bins().map(|b| (b.from, b.attributions, b.right)).collect();
        assert_eq!(bins, [(0.4, 2, 1), (0.9, 3, 2)]);
        let table = calibration.to_string();
        let row = "0.4–0.5                 2       1     50.0    43.0";
        assert_eq!(table.lines().nth(1), Some(row));
    }
}
