//! Measuring: what a checker finds beside what people marked in the same articles.
//!
//! [`read`] reads marked articles, [`compare`] compares one with what was found in it, and
//! [`Figures`] and [`Calibration`] of several articles add up.
//!
//! ```no_run
//! use onrecord::{Checker, eval};
//! let checker = Checker::default();
//! let (mut figures, mut calibration) = (eval::Figures::default(), eval::Calibration::default());
//! for article in eval::read("marked/gold.jsonl".as_ref(), None)? {
//!     let found = eval::Found::all(&checker.review(&article.text));
//!     let comparison = eval::compare(&article, &found);
//!     figures += comparison.figures;
//!     calibration += eval::Calibration::of(&comparison, &found);
//! }
//! println!("{figures}\n{calibration}");
//! # Ok::<(), eval::EvalError>(())
//! ```

mod brat;
mod calibration;
mod compare;
mod error;
mod excerpt;
mod faults;
mod figures;
mod found;
mod gold;
mod quoted;
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
