//! Where does a content begin and end, and does it go on behind the cue?

use super::answers::{
    bucket, commas, entry_class, kind, lemma, noun_class, quotations, verb_before, verbs,
};
use super::{Decision, Features};
use crate::grammar::chunk::ChunkKind;
use crate::grammar::propose::{Anchor, SourceKind, SourceProposal};
use crate::grammar::row::Row;
use crate::grammar::site::Site;
use crate::lexicon::CueForm;

/// Where does a content that begins at `start` end?
pub(crate) fn end(
    f: &mut Features,
    row: &Row<'_>,
    site: &Site,
    start: usize,
    end: usize,
    limit: usize,
) {
    f.begin(Decision::End);
    let e = end as isize;
    let (here, next, last) = (kind(row, e), kind(row, e + 1), kind(row, e - 1));
    let begins = kind(row, start as isize);
    let (head, class, sort) =
        (row.article.lexeme(site.head).hash, entry_class(site), site.kind as u32);
    let whole = u32::from(end == limit);
    let inside = u32::from(verbs(row, start, end));
    let rest = u32::from(verbs(row, end, limit));
    let length = bucket(end - start);
    let clause = u32::from(inside > 0) << 1
        | u32::from((start..end).any(|i| row.chunks[i].kind == ChunkKind::Comma));
    let word = lemma(row, e);
    f.add3(begins, here, next);
    f.add3(begins, here, inside);
    f.add3(begins, whole, length);
    f.add3(class, here, whole);
    f.add3(head, here, whole);
    f.add3(begins, whole, rest);
    f.add3(here, next, clause);
    f.add3(begins, word, inside);
    f.add3(here, word, clause);
    f.add3(here, lemma(row, e + 1), next);
    f.add3(last, here, begins);
    f.add3(last, here, next);
    f.add3(begins, length, here);
    f.add3(class, length, whole);
    f.add3(sort, begins, whole);
    f.add3(sort, here, length);
    f.add3(here, inside, rest);
    f.add3(clause, whole, begins);
    f.add3(
        here,
        next,
        u32::from(
            row.head(e + 1).lemma.0 != 0 && row.kind(e + 1).is_some_and(ChunkKind::is_verbal),
        ),
    );
    f.add3(here, next, kind(row, e + 2));
    f.add3(kind(row, site.first as isize), here, whole);
    f.add3(row.block() as u32, whole, begins);
    f.add3(brackets(row, start, end), here, whole);
    f.add3(noun_class(row, e - 1), here, begins);
    f.add3(lemma(row, e - 1), here, word);
    f.add3(begins, here, u32::from(quotations(row, start, end)));
    f.add3(u32::from(quotations(row, end, limit)), here, whole);
    f.add3(noun_class(row, e), here, begins);
    f.add3(head, here, inside);
    f.add3(sort, word, begins);
    let ahead = [e, e + 1, e + 2].map(|at| u32::from(is_cue(row, at)));
    f.add3(here, next, ahead[0] << 2 | ahead[1] << 1 | ahead[2]);
    f.add3(begins, here, ahead[0] << 2 | ahead[1] << 1 | ahead[2]);
    f.add3(here << 5 | next, kind(row, e + 2), word);
    f.add3(last, here << 5 | next, inside);
    f.add3(last, word, begins);
    f.add3(lemma(row, e - 1), here, last);
    f.add3(commas(row, start, end), here, whole);
}

/// Whether a verb group of the seeds' cues stands at a place.
fn is_cue(row: &Row<'_>, at: isize) -> bool {
    let verb = row.get(at).filter(|c| c.kind.is_verbal());
    verb.is_some_and(|c| row.cue_at(c.head, &[CueForm::Verb]).is_some())
}

/// 0 where brackets match, else 1.
fn brackets(row: &Row<'_>, from: usize, to: usize) -> u32 {
    (row.brackets(from, to) % 2) as u32
}

/// Where does a content that ends before `end` begin?
pub(crate) fn start(f: &mut Features, row: &Row<'_>, site: &Site, start: usize, end: usize) {
    f.begin(Decision::Start);
    let s = start as isize;
    let (here, before, next) = (kind(row, s), kind(row, s - 1), kind(row, s + 1));
    let last = kind(row, end as isize - 1);
    let (class, sort) = (entry_class(site), site.kind as u32);
    let inside = u32::from(verbs(row, start, end));
    let ahead = u32::from(verbs(row, 0, start));
    f.add3(last, here, before);
    f.add3(last, u32::from(start == 0), inside);
    f.add3(last, here, inside);
    f.add3(before, here, next);
    f.add3(before, lemma(row, s - 1), last);
    f.add3(here, lemma(row, s), before);
    f.add3(class, before, here);
    f.add3(sort, before, last);
    f.add3(before, inside, ahead);
    f.add3(last, bucket(end - start), before);
    f.add3(last, bucket(start), inside);
    f.add3(before, here, u32::from(verbs(row, start, start + 3)));
    f.add3(last, before, u32::from(quotations(row, start, end)));
    f.add3(row.article.lexeme(site.head).hash, before, here);
    f.add3(lemma(row, verb_before(row, start)), before, here);
}

/// Does the content go on behind the cue, at `at`, or not at all?
pub(crate) fn tail(
    f: &mut Features,
    row: &Row<'_>,
    site: &Site,
    first: Anchor,
    source: &SourceProposal,
    at: Option<usize>,
) {
    f.begin(Decision::Tail);
    let (class, sort, head) =
        (entry_class(site), site.kind as u32, row.article.lexeme(site.head).hash);
    let (side, left) = match first {
        Anchor::Left(at) => (1, kind(row, at as isize - 1)),
        Anchor::Subject(from, _) => (2, kind(row, from as isize)),
        Anchor::Right(_) | Anchor::Next(_) | Anchor::Previous(_) => (3, 0),
    };
    let from =
        site.last.max(if source.kind == SourceKind::After || source.kind == SourceKind::Agent {
            source.last
        } else {
            0
        });
    let follows = kind(row, from as isize);
    let (here, before, gap) = match at {
        Some(at) => {
            (kind(row, at as isize), kind(row, at as isize - 1), bucket(at.saturating_sub(from)))
        }
        None => (50, 50, 50),
    };
    let left_side = side * 64 + left;
    f.add3(left_side, here, gap);
    f.add3(left_side, here, before);
    f.add3(left_side, here, follows);
    f.add3(side, class, here);
    f.add3(side, head, here);
    f.add3(sort, left_side, here);
    f.add3(here, follows, kind(row, from as isize + 1));
    f.add3(here, follows, lemma(row, from as isize));
    f.add3(left_side, source.kind as u32, here);
    f.add3(bucket(row.end().saturating_sub(from)), left_side, here);
    f.add3(here, lemma(row, at.map_or(-1, |a| a as isize)), left_side);
    f.add3(sort, here, gap);
    f.add3(class, gap, here);
    f.add3(u32::from(quotations(row, from.min(row.end()), row.end())), left_side, here);
}
