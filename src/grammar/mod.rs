//! The nom parsers, one file per family.
pub(crate) mod line;
