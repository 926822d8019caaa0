//! The nom parsers, one file per family.

pub(crate) mod chunk;
mod input;
pub(crate) mod line;
mod noun_phrase;
mod verb_group;
