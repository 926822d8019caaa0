//! The nom parsers, one file per family.
//!
//! Over text: [`line`] (bullets, bylines, datelines, time stamps), [`turn`] (who speaks in an
//! interview). Over tagged tokens
//! ([`input`]): [`noun_phrase`], [`verb_group`] and the row of chunks that they make of a sentence
//! ([`chunk`], [`row`]). Over such rows: [`site`] finds what may be a cue, [`frame`] whether it stands
//! by direct speech, [`propose`] what may be its content, [`source`] who may be its source.

pub(crate) mod chunk;
pub(crate) mod frame;
pub(crate) mod input;
mod inversion;
pub(crate) mod line;
pub(crate) mod noun_phrase;
pub(crate) mod propose;
pub(crate) mod row;
pub(crate) mod site;
pub(crate) mod source;
pub(crate) mod turn;
mod verb_group;
