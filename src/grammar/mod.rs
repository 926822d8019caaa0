//! The nom parsers, one file per family.

pub(crate) mod chunk;
pub(crate) mod input;
pub(crate) mod line;
pub(crate) mod noun_phrase;
mod verb_group;
