//! Measuring: what a checker finds beside what people marked in the same articles.
//!
//! [`read`] reads marked articles, [`compare`] compares one with what was found in it, and
//! [`Figures`] and [`Calibration`] of several articles add up.

mod brat;
mod calibration;
mod compare;
mod error;
mod excerpt;
mod faults;
mod figures;
mod found;
mod gold;
mod record;
mod shape;
mod units;
mod words;

pub use calibration::{Bin, Calibration};
pub use compare::{Comparison, Fault, compare};
pub use error::EvalError;
pub use faults::{Faults, Side};
pub use figures::{Counts, Figures, Measure};
pub use found::{Found, read_reviews};
pub use gold::{GoldArticle, GoldAttribution, Role, read};
