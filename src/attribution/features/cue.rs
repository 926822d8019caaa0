//! Is a site a cue, and at which tokens does the cue begin and end?

use super::answers::{
    bucket, entry_class, kind, lemma, noun_class, quotation_near, subject_before, tag, verb_before,
};
use super::{Decision, Features};
use crate::grammar::chunk::ChunkKind;
use crate::grammar::propose::Anchor;
use crate::grammar::row::Row;
use crate::grammar::site::{Site, SiteKind};

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
