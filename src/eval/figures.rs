//! Precision, recall and F1 of what is compared, as counts that add up over articles.

use crate::attribution::Kind;
use crate::eval::Role;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;
use std::ops::AddAssign;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Measure {
    /// Words that have the role in any attribution.
    Token(Role),
    /// Unbroken spans of the role that cover the same words.
    Span(Role),
    /// Attributions whose contents agree (Dice 0.5 or more) and whose sources share half of the words
    /// of the shorter, or are both absent.
    Relaxed,
    /// Attributions whose source, cue and content cover the same words.
    Strict,
    /// As relaxed: recall of gold of the kind, precision of what is found of the kind.
    RelaxedOf(Kind),
}

impl Measure {
    /// Every measure, in the order of a table.
    pub const ALL: [Self; 11] = [
        Self::Token(Role::Source),
        Self::Token(Role::Cue),
        Self::Token(Role::Content),
        Self::Span(Role::Source),
        Self::Span(Role::Cue),
        Self::Span(Role::Content),
        Self::Relaxed,
        Self::Strict,
        Self::RelaxedOf(Kind::Direct),
        Self::RelaxedOf(Kind::Mixed),
        Self::RelaxedOf(Kind::Indirect),
    ];

    /// Its name in tables and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Token(Role::Source) => "token source",
            Self::Token(Role::Cue) => "token cue",
            Self::Token(Role::Content) => "token content",
            Self::Span(Role::Source) => "span source",
            Self::Span(Role::Cue) => "span cue",
            Self::Span(Role::Content) => "span content",
            Self::Relaxed => "relation relaxed",
            Self::Strict => "relation strict",
            Self::RelaxedOf(Kind::Direct) => "relation relaxed direct",
            Self::RelaxedOf(Kind::Mixed) => "relation relaxed mixed",
            Self::RelaxedOf(Kind::Indirect) => "relation relaxed indirect",
        }
    }
}

/// Counts of one measure.
///
/// ```
/// use onrecord::eval::Counts;
/// let counts = Counts { right: 3, found: 4, recalled: 3, gold: 6 };
/// assert_eq!((counts.precision(), counts.recall(), counts.f1()), (75.0, 50.0, 60.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Found and right.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// Marked and found.
    pub recalled: usize,
    /// Marked.
    pub gold: usize,
}

impl Counts {
    /// Counts where what is right is what is recalled.
    pub(super) fn new(hits: usize, found: usize, gold: usize) -> Self {
        Self { right: hits, found, recalled: hits, gold }
    }

    /// Share of what is found that is right, in per cent.
    pub fn precision(&self) -> f64 {
        percent(self.right, self.found)
    }

    /// Share of what is marked that is found, in per cent.
    pub fn recall(&self) -> f64 {
        percent(self.recalled, self.gold)
    }

    /// The harmonic mean of precision and recall, in per cent.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.recalled += other.recalled;
        self.gold += other.gold;
    }
}

pub(super) fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// To a tenth.
pub(super) fn rounded(percent: f64) -> f64 {
    (10.0 * percent).round() / 10.0
}

/// The counts of every measure; displayed as a table, and in JSON an object a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures([Counts; Measure::ALL.len()]);

impl Figures {
    /// The counts of a measure.
    pub fn of(&self, measure: Measure) -> Counts {
        self.rows().find(|(m, _)| *m == measure).map(|(_, counts)| counts).unwrap_or_default()
    }

    /// Every measure with its counts, in the order of a table.
    pub fn rows(&self) -> impl Iterator<Item = (Measure, Counts)> {
        Measure::ALL.into_iter().zip(self.0)
    }

    pub(super) fn count(mut each: impl FnMut(Measure) -> Counts) -> Self {
        Self(Measure::ALL.map(&mut each))
    }
}

impl AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        for (counts, more) in self.0.iter_mut().zip(other.0) {
            *counts += more;
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:28}{:>7}{:>7}{:>7}{:>8}{:>8}", "", "P", "R", "F1", "pred", "gold")?;
        for (measure, counts) in self.rows() {
            let (p, r, f1) = (counts.precision(), counts.recall(), counts.f1());
            let (name, found, gold) = (measure.name(), counts.found, counts.gold);
            writeln!(f, "{name:28}{p:7.1}{r:7.1}{f1:7.1}{found:8}{gold:8}")?;
        }
        Ok(())
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Measure::ALL.len()))?;
        for (measure, counts) in self.rows() {
            map.serialize_entry(measure.name(), &counts)?;
        }
        map.end()
    }
}

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("p", &rounded(self.precision()))?;
        map.serialize_entry("r", &rounded(self.recall()))?;
        map.serialize_entry("f1", &rounded(self.f1()))?;
        map.serialize_entry("pred", &self.found)?;
        map.serialize_entry("gold", &self.gold)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_no_per_cent() {
        let counts = Counts::default();
        assert_eq!((counts.precision(), counts.recall(), counts.f1()), (0.0, 0.0, 0.0));
    }

    #[test]
    fn figures_add_up_and_are_laid_out() {
        let mut figures = Figures::count(|_| Counts::new(1, 2, 3));
        figures += Figures::count(|_| Counts::new(1, 1, 0));
        assert_eq!(figures.of(Measure::Strict), Counts::new(2, 3, 3));
        let table = figures.to_string();
        let row = "relation strict                66.7   66.7   66.7       3       3";
        assert!(table.lines().any(|l| l == row), "{table}");
        let json = serde_json::to_value(figures).unwrap();
        let row = serde_json::json!({"p": 66.7, "r": 66.7, "f1": 66.7, "pred": 3, "gold": 3});
        assert_eq!(json["token source"], row);
    }
}
