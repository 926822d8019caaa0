//! The nom parsers, one file per family.
//!
//! Over text: [`line`] (bullets, bylines, datelines, time stamps). Over tagged tokens
//! ([`input`]): [`noun_phrase`], [`verb_group`] and the row of chunks that they make of a sentence
//! ([`chunk`], [`row`]). Over such rows: [`site`] finds what may be a cue, [`propose`] what may be
//! its source and content.

pub(crate) mod chunk;
mod input;
pub(crate) mod line;
mod noun_phrase;
pub(crate) mod propose;
pub(crate) mod row;
pub(crate) mod site;
mod verb_group;
