//! Answers that several decisions ask for: kinds, lemmas, classes, distances, counts.

use crate::grammar::chunk::ChunkKind;
use crate::grammar::row::Row;
use crate::grammar::site::Site;
use crate::lexicon::Facts;

/// What stands where no chunk does.
const EDGE: u32 = 31;

pub(super) fn kind(row: &Row<'_>, at: isize) -> u32 {
    row.kind(at).map_or(EDGE, |k| k as u32)
}

pub(super) fn lemma(row: &Row<'_>, at: isize) -> u32 {
    row.head(at).hash
}

pub(super) fn tag(row: &Row<'_>, at: isize) -> u32 {
    row.tag(at).map_or(99, |t| t as u32)
}

/// Distances count fully up to four, then by steps.
pub(super) fn bucket(n: usize) -> u32 {
    match n {
        0..=4 => n as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}

/// The frames, act and stance of a site's cue as one number; 0 where the seeds do not know it.
pub(super) fn entry_class(site: &Site) -> u32 {
    site.entry
        .map_or(0, |e| u32::from(e.frames.0) << 8 | (e.act as u32) << 4 | e.stance as u32 | 1 << 20)
}

/// What a noun phrase is, as far as the seeds tell.
pub(super) fn noun_class(row: &Row<'_>, at: isize) -> u32 {
    let Some(chunk) = row.get(at) else { return 0 };
    let facts = row.head(at).facts.0
        & (Facts::ROLE.0
            | Facts::GROUP.0
            | Facts::ORGANIZATION.0
            | Facts::UNNAMED.0
            | Facts::DOCUMENT.0
            | Facts::WEEKDAY.0
            | Facts::MONTH.0
            | Facts::DEMONYM.0
            | Facts::COUNTRY.0);
    let tag = row.article.tag(chunk.head);
    let proper = u32::from(tag.is_proper());
    let plural = u32::from(tag.is_plural());
    let pronoun = if chunk.kind == ChunkKind::Pronoun { row.head(at).hash & 0xFFFF } else { 0 };
    facts << 4 | proper << 2 | plural << 1 | pronoun << 16
}

/// The nearest nominal chunk ahead of a place.
pub(super) fn subject_before(row: &Row<'_>, at: usize) -> isize {
    (at.saturating_sub(8)..at)
        .rev()
        .find(|&i| row.chunks[i].kind.is_nominal())
        .map_or(-1, |i| i as isize)
}

/// The nearest verb group ahead of a place.
pub(super) fn verb_before(row: &Row<'_>, at: usize) -> isize {
    (at.saturating_sub(12)..at)
        .rev()
        .find(|&i| row.chunks[i].kind.is_verbal())
        .map_or(-1, |i| i as isize)
}

/// Whether a quotation stands just before or just behind a place, past a comma or colon.
pub(super) fn quotation_near(row: &Row<'_>, first: usize, last: usize) -> u32 {
    let (f, l) = (first as isize, last as isize);
    let mark = |at| matches!(row.kind(at), Some(ChunkKind::Comma | ChunkKind::Colon));
    let q = |at| row.is(at, ChunkKind::Quotation);
    u32::from(q(f - 1))
        | u32::from(q(f - 2)) << 1
        | u32::from(q(l)) << 2
        | u32::from(mark(l) && q(l + 1)) << 3
        | u32::from(q(l + 1)) << 4
        | u32::from(q(f - 3)) << 5
}

/// How many verb groups with a tense stand between two places, up to three.
pub(super) fn verbs(row: &Row<'_>, from: usize, to: usize) -> u8 {
    row.verbs(from, to).min(3) as u8
}

pub(super) fn commas(row: &Row<'_>, from: usize, to: usize) -> u32 {
    row.commas(from, to).min(4) as u32
}

pub(super) fn quotations(row: &Row<'_>, from: usize, to: usize) -> u8 {
    row.quotations(from, to).min(2) as u8
}
