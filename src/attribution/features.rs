//! What the weights are asked: features of a site, of an anchor, of a border, of a source.
//!
//! A feature is the number of its question and the answer, hashed into the weight table. The
//! questions of one decision are numbered in the order they are asked.

use crate::grammar::chunk::ChunkKind;
use crate::grammar::propose::{Anchor, SourceKind, SourceProposal};
use crate::grammar::row::Row;
use crate::grammar::site::{Site, SiteKind};
use crate::lexicon::{CueForm, Facts};
use crate::tagger::Tag;

/// The decisions that weights make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub(crate) enum Decision {
    /// Is this a cue?
    Cue = 1,
    /// Where does its content lie?
    Anchor,
    /// Where does a content that follows its cue end?
    End,
    /// Where does a content that precedes its cue begin?
    Start,
    /// Does the content go on behind the cue, and where?
    Tail,
    /// Who is the source?
    Source,
    /// At which token does the cue begin?
    CueStart,
    /// At which token does it end?
    CueEnd,
}

/// Hashed features of one choice.
#[derive(Debug, Clone, Default)]
pub(crate) struct Features {
    pub(crate) hashes: Vec<u32>,
    question: u32,
}

impl Features {
    /// Begins a new list for a decision.
    fn begin(&mut self, decision: Decision) {
        self.hashes.clear();
        self.question = (decision as u32) << 8;
        self.hashes.push(hash(self.question, 0));
    }

    /// Answers the next question.
    fn add(&mut self, answer: u32) {
        self.question += 1;
        self.hashes.push(hash(self.question, answer));
    }

    /// Answers the next question with two answers together.
    fn add2(&mut self, a: u32, b: u32) {
        self.add(a.wrapping_mul(0x9E37_79B1).rotate_left(7) ^ b);
    }

    fn add3(&mut self, a: u32, b: u32, c: u32) {
        self.add2(a.wrapping_mul(0x85EB_CA6B).rotate_left(11) ^ b, c);
    }
}

fn hash(question: u32, answer: u32) -> u32 {
    let mut h = (u64::from(question) << 32 | u64::from(answer)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    h ^= h >> 29;
    h = h.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (h >> 32) as u32
}

/// What stands where no chunk does.
const EDGE: u32 = 31;

fn kind(row: &Row<'_>, at: isize) -> u32 {
    row.kind(at).map_or(EDGE, |k| k as u32)
}

fn lemma(row: &Row<'_>, at: isize) -> u32 {
    row.head(at).hash
}

fn tag(row: &Row<'_>, at: isize) -> u32 {
    row.tag(at).map_or(99, |t| t as u32)
}

/// Distances count fully up to four, then by steps.
fn bucket(n: usize) -> u32 {
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
fn entry_class(site: &Site) -> u32 {
    site.entry
        .map_or(0, |e| u32::from(e.frames.0) << 8 | (e.act as u32) << 4 | e.stance as u32 | 1 << 20)
}

/// What a noun phrase is, as far as the seeds tell.
fn noun_class(row: &Row<'_>, at: isize) -> u32 {
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
fn subject_before(row: &Row<'_>, at: usize) -> isize {
    (at.saturating_sub(8)..at)
        .rev()
        .find(|&i| row.chunks[i].kind.is_nominal())
        .map_or(-1, |i| i as isize)
}

/// The nearest verb group ahead of a place.
fn verb_before(row: &Row<'_>, at: usize) -> isize {
    (at.saturating_sub(12)..at)
        .rev()
        .find(|&i| row.chunks[i].kind.is_verbal())
        .map_or(-1, |i| i as isize)
}

/// Whether a quotation stands just before or just behind a place, past a comma or colon.
fn quotation_near(row: &Row<'_>, first: usize, last: usize) -> u32 {
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

/// Is this site a cue?
pub(crate) fn cue(f: &mut Features, row: &Row<'_>, site: &Site) {
    f.begin(Decision::Cue);
    let (first, last) = (site.first as isize, site.last as isize);
    let (head, sort) = (row.article.lexeme(site.head).hash, site.kind as u32);
    let form = kind(row, first);
    let head_tag = row.article.tag(site.head) as u32;
    let class = entry_class(site);
    let (next, next2) = (kind(row, last), kind(row, last + 1));
    let (prev, prev2) = (kind(row, first - 1), kind(row, first - 2));
    let subject = subject_before(row, site.first);
    let subject_class = noun_class(row, subject);
    let near = quotation_near(row, site.first, site.last);
    let governor = verb_before(row, site.first);
    f.add2(sort, head);
    f.add3(sort, head, next);
    f.add3(sort, head, form);
    f.add3(sort, head, prev);
    f.add2(head, head_tag);
    f.add2(sort, class);
    f.add3(sort, class, next);
    f.add3(class, form, near);
    f.add2(sort, form);
    f.add3(sort, next, next2);
    f.add3(sort, prev, prev2);
    f.add3(form, next, prev);
    f.add2(sort, head_tag);
    f.add2(sort, subject_class);
    f.add3(sort, class, subject_class);
    f.add2(sort, lemma(row, subject));
    f.add2(head, subject_class);
    f.add2(sort, near);
    f.add2(head, near);
    f.add2(sort, lemma(row, governor));
    f.add3(form, kind(row, governor), u32::from(row.chunks.len() > 3));
    f.add3(lemma(row, governor), prev, form);
    f.add2(sort, lemma(row, last));
    f.add2(head, lemma(row, last));
    f.add3(sort, form, row.block() as u32);
    f.add2(sort, bucket(site.first));
    f.add2(sort, u32::from(row.quotations(0, row.len()) > 0));
    f.add2(
        class,
        u32::from((site.last..site.last + 5).any(|i| row.is(i as isize, ChunkKind::That))),
    );
    f.add2(sort, row.article.lexeme(site.tokens.start).hash);
    f.add2(form, bucket(site.tokens.len()));
    f.add3(sort, noun_class(row, last), next2);
    f.add3(class, next, next2);
    f.add2(sort, lemma(row, first - 1));
    f.add3(sort, lemma(row, last), lemma(row, last + 1));
    f.add3(head, kind(row, last + 1), next);
    f.add2(class, bucket(row.len() - site.last));
    f.add3(sort, tag(row, last), tag(row, last + 1));
    if site.kind == SiteKind::Noun {
        let start = row.chunks[site.first].tokens.start;
        f.add2(head, row.article.lexeme(start).hash);
        f.add2(class, row.article.tag(start) as u32);
        f.add3(lemma(row, first - 1), lemma(row, last), class);
    }
}

/// Where does the content lie?
pub(crate) fn anchor(f: &mut Features, row: &Row<'_>, site: &Site, anchor: Anchor, ordinal: usize) {
    f.begin(Decision::Anchor);
    let head = row.article.lexeme(site.head).hash;
    let class = entry_class(site);
    let sort = site.kind as u32;
    match anchor {
        Anchor::Right(at) => right(f, row, site, at, ordinal, [head, class, sort]),
        Anchor::Left(at) => left(f, row, site, at, [head, class, sort]),
        Anchor::Subject(from, to) => subject(f, row, site, (from, to), [head, class, sort]),
        Anchor::Next(at) => beyond(f, row, site, 300, at, [head, class, sort]),
        Anchor::Previous(at) => beyond(f, row, site, 400, at, [head, class, sort]),
    }
}

fn right(
    f: &mut Features,
    row: &Row<'_>,
    site: &Site,
    at: usize,
    ordinal: usize,
    [head, class, sort]: [u32; 3],
) {
    let a = at as isize;
    let (here, before, next) = (kind(row, a), kind(row, a - 1), kind(row, a + 1));
    let gap = at - site.last;
    let distance = bucket(gap);
    let between = (site.last..at).fold(0u32, |h, i| h.wrapping_mul(33) ^ row.chunks[i].kind as u32);
    let near = quotation_near(row, site.first, site.last);
    f.add3(sort, here, distance);
    f.add3(sort, here, between);
    f.add3(class, here, distance);
    f.add3(class, here, between);
    f.add3(head, here, distance);
    f.add3(head, here, before);
    f.add3(here, before, next);
    f.add3(sort, lemma(row, a), distance);
    f.add3(head, lemma(row, a - 1), here);
    f.add2(here, near);
    f.add3(here, distance, near);
    f.add2(sort, bucket(ordinal));
    f.add3(noun_class(row, a), distance, sort);
    f.add3(class, noun_class(row, site.last as isize), distance);
    f.add3(here, u32::from(verbs(row, at, at + 4)), distance);
    f.add3(kind(row, site.first as isize), here, distance);
    f.add2(lemma(row, a - 1), here);
    f.add2(u32::from((site.last..at).any(|i| row.chunks[i].kind.is_verbal())), here);
    f.add3(
        u32::from((site.last..at).any(|i| {
            matches!(
                row.chunks[i].kind,
                ChunkKind::Quotation | ChunkKind::That | ChunkKind::Infinitive
            )
        })),
        here,
        sort,
    );
}

fn left(f: &mut Features, row: &Row<'_>, site: &Site, at: usize, [head, class, sort]: [u32; 3]) {
    let a = at as isize;
    let (before, here) = (kind(row, a - 1), kind(row, a));
    let distance = bucket(site.first - at);
    let between =
        (at..site.first).fold(0u32, |h, i| h.wrapping_mul(33) ^ row.chunks[i].kind as u32);
    let near = quotation_near(row, site.first, site.last);
    let next = kind(row, site.last as isize);
    f.add3(100 + sort, before, distance);
    f.add3(100 + sort, before, between);
    f.add3(class, before, between);
    f.add3(head, before, distance);
    f.add3(head, before, here);
    f.add3(before, here, next);
    f.add3(class, distance, next);
    f.add2(before, near);
    f.add3(between, near, next);
    f.add3(sort, bucket(at), before);
    f.add3(noun_class(row, subject_before(row, site.first)), before, distance);
    f.add3(kind(row, site.first as isize), before, next);
    f.add2(u32::from(verbs(row, at.saturating_sub(8), at)), before);
    f.add2(u32::from(verbs(row, at, site.first)), before);
    f.add3(lemma(row, 0), before, u32::from(at > 0));
    f.add3(lemma(row, site.last as isize), before, next);
    f.add2(bucket(row.len() - site.last), before);
    f.add3(class, bucket(row.len() - site.last), before);
}

fn subject(
    f: &mut Features,
    row: &Row<'_>,
    site: &Site,
    (from, to): (usize, usize),
    [head, class, sort]: [u32; 3],
) {
    let a = from as isize;
    let (here, before) = (kind(row, a), kind(row, a - 1));
    let (length, distance) = (bucket(to - from), bucket(site.first - from));
    let between =
        (to..site.first).fold(0u32, |h, i| h.wrapping_mul(33) ^ row.chunks[i].kind as u32);
    let next = kind(row, site.last as isize);
    f.add3(200 + sort, here, distance);
    f.add3(sort, here, between);
    f.add3(class, here, between);
    f.add3(head, here, distance);
    f.add3(head, here, before);
    f.add3(here, length, distance);
    f.add3(sort, before, next);
    f.add3(class, before, next);
    f.add3(head, next, here);
    f.add3(kind(row, site.first as isize), sort, here);
    f.add3(row.article.tag(site.head) as u32, sort, distance);
    f.add3(noun_class(row, a), sort, distance);
    f.add3(lemma(row, a), sort, distance);
    f.add3(lemma(row, a), before, sort);
    f.add3(lemma(row, site.last as isize), sort, here);
    f.add2(u32::from(verbs(row, from, site.first)), here);
}

/// A quotation next to the sentence: 300 behind it, 400 ahead of it.
fn beyond(
    f: &mut Features,
    row: &Row<'_>,
    site: &Site,
    side: u32,
    at: u32,
    [head, class, sort]: [u32; 3],
) {
    let next = kind(row, site.last as isize);
    let block = row.article.document.blocks[row.sentence.block as usize].tokens;
    let same = u32::from(block.holds(at));
    let last = kind(row, row.len() as isize - 1);
    let rest = bucket(row.end().saturating_sub(site.last));
    let own = u32::from(row.quotations(0, row.len()) > 0);
    let colon = u32::from(row.article.word(row.sentence.tokens.end - 1) == ":");
    f.add3(side, sort, next);
    f.add3(side, class, next);
    f.add3(side, head, next);
    f.add3(side, head, same);
    f.add3(side, last, same);
    f.add3(side, rest, same);
    f.add3(side, rest, next);
    f.add3(side, own, colon);
    f.add3(side, colon, rest);
    f.add3(side, class, rest);
    f.add3(side, bucket(row.len()), next);
    f.add3(side, bucket(site.first), rest);
    f.add3(side, kind(row, site.first as isize), next);
    f.add3(side, u32::from(verbs(row, site.last, row.len())), next);
}

/// How many verb groups with a tense stand between two places, up to three.
fn verbs(row: &Row<'_>, from: usize, to: usize) -> u8 {
    row.verbs(from, to).min(3) as u8
}

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

fn commas(row: &Row<'_>, from: usize, to: usize) -> u32 {
    row.commas(from, to).min(4) as u32
}

fn quotations(row: &Row<'_>, from: usize, to: usize) -> u8 {
    row.quotations(from, to).min(2) as u8
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

/// Who is the source?
pub(crate) fn source(
    f: &mut Features,
    row: &Row<'_>,
    site: &Site,
    anchor: Anchor,
    source: &SourceProposal,
    ordinal: usize,
) {
    f.begin(Decision::Source);
    let side = match anchor {
        Anchor::Right(at) => kind(row, at as isize),
        Anchor::Left(at) => 64 + kind(row, at as isize - 1),
        Anchor::Subject(from, _) => 128 + kind(row, from as isize),
        Anchor::Next(_) => 200,
        Anchor::Previous(_) => 201,
    };
    let (class, sort, head) =
        (entry_class(site), site.kind as u32, row.article.lexeme(site.head).hash);
    let form = kind(row, site.first as isize);
    let what = source.kind as u32;
    let (first, last) = (source.first as isize, source.last as isize);
    let ahead = source.last <= site.first;
    let (gap_from, gap_to) =
        if ahead { (source.last, site.first) } else { (site.last, source.first) };
    let gap = gap_to.saturating_sub(gap_from);
    let between = (gap_from..gap_to.max(gap_from))
        .take(6)
        .fold(0u32, |h, i| h.wrapping_mul(33) ^ kind(row, i as isize));
    let gap_verbs = u32::from(verbs(row, gap_from.min(gap_to), gap_to));
    let (before, behind) = (kind(row, first - 1), kind(row, last));
    let length = bucket(source.last - source.first);
    let noun = noun_class(row, first);
    let none = u32::from(source.kind == SourceKind::None);
    f.add3(what, side, sort);
    f.add3(what, sort, form);
    f.add3(what, bucket(gap), form);
    f.add3(what, between, form);
    f.add3(what, between, side);
    f.add3(what, gap_verbs, bucket(gap));
    f.add3(what, class, side);
    f.add3(what, head, u32::from(ahead));
    f.add3(noun, what, bucket(gap));
    f.add3(noun, class, what);
    f.add3(lemma(row, first), what, bucket(gap));
    f.add3(what, before, behind);
    f.add3(what, before, form);
    f.add3(what, behind, length);
    f.add3(what, length, bucket(gap));
    f.add3(what, bucket(ordinal), form);
    f.add3(what, length, lemma(row, last));
    f.add3(what, behind, side);
    f.add3(what, tag(row, first), row.article.tag(site.head) as u32);
    f.add3(what, kind(row, last - 1), length);
    f.add3(what, u32::from(verbs(row, source.first, source.last)), length);
    f.add3(none, class, side);
    f.add3(none, head, side);
    f.add3(none, row.block() as u32, sort);
    f.add3(what, bucket(source.first), bucket(gap));
    f.add3(what, commas(row, source.first, source.last.max(source.first)), length);
    f.add3(what, behind, noun_class(row, last));
    f.add3(what, lemma(row, last - 1), behind);
    f.add3(what, lemma(row, first - 1), before);
    f.add3(plurals(row, first, site), what, bucket(gap));
    f.add3(what, tag(row, first), gap_verbs);
    f.add3(what, inner_kinds(row, source), behind);
    f.add2(what, inner_kinds(row, source));
}

/// The kinds of a source's chunks, as one number.
fn inner_kinds(row: &Row<'_>, source: &SourceProposal) -> u32 {
    (source.first..source.last).take(6).fold(7, |h, i| h.wrapping_mul(33) ^ kind(row, i as isize))
}

/// Whether noun and verb agree in number, where both show it.
fn plurals(row: &Row<'_>, noun: isize, site: &Site) -> u32 {
    let plural = row.tag(noun).is_some_and(Tag::is_plural);
    let verb = row.article.tag(row.chunks[site.first].tokens.start);
    u32::from(plural) << 8 | verb as u32
}

/// Does the cue begin at token `start`?
pub(crate) fn cue_start(f: &mut Features, row: &Row<'_>, site: &Site, start: u32) {
    f.begin(Decision::CueStart);
    let own = site.tokens.start;
    let (sort, class, head) =
        (site.kind as u32, entry_class(site), row.article.lexeme(site.head).hash);
    let here = place(own, start);
    let tag = row.article.tag(start) as u32;
    let word = row.article.lexeme(start).hash;
    let before = start.saturating_sub(1);
    f.add2(sort, here);
    f.add3(sort, here, tag);
    f.add3(sort, here, word);
    f.add3(class, here, tag);
    f.add3(head, here, tag);
    f.add3(sort, here, row.article.tag(before) as u32);
    f.add3(tag, row.article.tag(before) as u32, here);
    f.add3(sort, between_tags(row, start.min(own), start.max(own)), here);
    f.add3(head, between_tags(row, start.min(own), start.max(own)), here);
    f.add3(row.article.lexeme(own).hash, word, here);
}

/// Does the cue end before token `end`, where what follows it is the content (`meets`) or not?
pub(crate) fn cue_end(
    f: &mut Features,
    row: &Row<'_>,
    site: &Site,
    end: u32,
    limit: u32,
    anchor: Anchor,
) {
    f.begin(Decision::CueEnd);
    let own = site.tokens.end;
    let (sort, class, head) =
        (site.kind as u32, entry_class(site), row.article.lexeme(site.head).hash);
    let here = place(own, end);
    let meets = u32::from(end == limit);
    let last = end.saturating_sub(1);
    let (tag, word) = (row.article.tag(last) as u32, row.article.lexeme(last).hash);
    let next = row.article.tag(end) as u32;
    let side = match anchor {
        Anchor::Right(at) => kind(row, at as isize),
        Anchor::Left(_) => 40,
        Anchor::Subject(..) => 41,
        Anchor::Next(_) => 42,
        Anchor::Previous(_) => 43,
    };
    let between = between_tags(row, own, end);
    f.add3(sort, here, meets);
    f.add3(sort, side, here);
    f.add3(sort, tag, meets);
    f.add3(sort, word, meets);
    f.add3(side, word, meets);
    f.add3(head, word, meets);
    f.add3(head, here, side);
    f.add3(class, here, meets);
    f.add3(class, tag, side);
    f.add3(between, sort, meets);
    f.add3(between, head, side);
    f.add3(tag, next, here);
    f.add3(word, row.article.lexeme(end).hash, sort);
    f.add3(between, next, side);
    f.add3(row.article.lexeme(own).hash, between, sort);
}

/// How far a border of the cue lies from the site's own.
fn place(own: u32, at: u32) -> u32 {
    if at >= own { bucket((at - own) as usize) } else { 16 + bucket((own - at) as usize) }
}

/// The parts of speech between two tokens, as one number.
fn between_tags(row: &Row<'_>, from: u32, to: u32) -> u32 {
    (from..to).take(8).fold(3, |h: u32, t| h.wrapping_mul(61) ^ row.article.tag(t) as u32)
}
