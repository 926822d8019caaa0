//! Where does the content of a cue lie?

use super::Features;
use super::answers::{
    bucket, entry_class, kind, lemma, noun_class, quotation_near, subject_before, verbs,
};
use super::{link, net};
use crate::attribution::explain::Decision;
use crate::grammar::chunk::ChunkKind;
use crate::grammar::propose::Anchor;
use crate::grammar::row::Row;
use crate::grammar::site::Site;

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
    f.skip_to(64);
    net::anchor(f, row, site, anchor);
    link::anchor(f, row, site, anchor);
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
    f.add3("form of the cue, what stands here, distance", sort, here, distance);
    f.add3("form of the cue, what stands here, what lies between", sort, here, between);
    f.add3("class of the cue, what stands here, distance", class, here, distance);
    f.add3("class of the cue, what stands here, what lies between", class, here, between);
    f.add3("cue, what stands here, distance", head, here, distance);
    f.add3("cue, what stands here, what precedes", head, here, before);
    f.add3("what stands here, what precedes, what follows", here, before, next);
    f.add3("form of the cue, first word of the content, distance", sort, lemma(row, a), distance);
    f.add3("cue, word before the content, what stands here", head, lemma(row, a - 1), here);
    f.add2("what stands here, quotation near", here, near);
    f.add3("what stands here, distance, quotation near", here, distance, near);
    f.add2("form of the cue, how many nearer", sort, bucket(ordinal));
    f.add3("kind of noun, distance, form of the cue", noun_class(row, a), distance, sort);
    f.add3(
        "class of the cue, kind of the next noun, distance",
        class,
        noun_class(row, site.last as isize),
        distance,
    );
    f.add3(
        "what stands here, verb soon, distance",
        here,
        u32::from(verbs(row, at, at + 4)),
        distance,
    );
    f.add3(
        "kind of chunk, what stands here, distance",
        kind(row, site.first as isize),
        here,
        distance,
    );
    f.add2("word before the content, what stands here", lemma(row, a - 1), here);
    f.add2(
        "verb between, what stands here",
        u32::from((site.last..at).any(|i| row.chunks[i].kind.is_verbal())),
        here,
    );
    f.add3(
        "content begun between, what stands here, form of the cue",
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
    f.add3("form of the cue, what precedes, distance", 100 + sort, before, distance);
    f.add3("form of the cue, what precedes, what lies between", 100 + sort, before, between);
    f.add3("class of the cue, what precedes, what lies between", class, before, between);
    f.add3("cue, what precedes, distance", head, before, distance);
    f.add3("cue, what precedes, what stands here", head, before, here);
    f.add3("what precedes, what stands here, what follows", before, here, next);
    f.add3("class of the cue, distance, what follows", class, distance, next);
    f.add2("what precedes, quotation near", before, near);
    f.add3("what lies between, quotation near, what follows", between, near, next);
    f.add3("form of the cue, place in the sentence, what precedes", sort, bucket(at), before);
    f.add3(
        "kind of subject, what precedes, distance",
        noun_class(row, subject_before(row, site.first)),
        before,
        distance,
    );
    f.add3(
        "kind of chunk, what precedes, what follows",
        kind(row, site.first as isize),
        before,
        next,
    );
    f.add2("verbs before, what precedes", u32::from(verbs(row, at.saturating_sub(8), at)), before);
    f.add2("verbs between, what precedes", u32::from(verbs(row, at, site.first)), before);
    f.add3(
        "first word of the sentence, what precedes, not at the beginning",
        lemma(row, 0),
        before,
        u32::from(at > 0),
    );
    f.add3("next word, what precedes, what follows", lemma(row, site.last as isize), before, next);
    f.add2("how much follows, what precedes", bucket(row.len() - site.last), before);
    f.add3(
        "class of the cue, how much follows, what precedes",
        class,
        bucket(row.len() - site.last),
        before,
    );
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
    f.add3("form of the cue, what stands here, distance", 200 + sort, here, distance);
    f.add3("form of the cue, what stands here, what lies between", sort, here, between);
    f.add3("class of the cue, what stands here, what lies between", class, here, between);
    f.add3("cue, what stands here, distance", head, here, distance);
    f.add3("cue, what stands here, what precedes", head, here, before);
    f.add3("what stands here, length, distance", here, length, distance);
    f.add3("form of the cue, what precedes, what follows", sort, before, next);
    f.add3("class of the cue, what precedes, what follows", class, before, next);
    f.add3("cue, what follows, what stands here", head, next, here);
    f.add3(
        "kind of chunk, form of the cue, what stands here",
        kind(row, site.first as isize),
        sort,
        here,
    );
    f.add3(
        "tag of the cue, form of the cue, distance",
        row.article.tag(site.head) as u32,
        sort,
        distance,
    );
    f.add3("kind of noun, form of the cue, distance", noun_class(row, a), sort, distance);
    f.add3("first word of the content, form of the cue, distance", lemma(row, a), sort, distance);
    f.add3(
        "first word of the content, what precedes, form of the cue",
        lemma(row, a),
        before,
        sort,
    );
    f.add3(
        "next word, form of the cue, what stands here",
        lemma(row, site.last as isize),
        sort,
        here,
    );
    f.add2("verbs between, what stands here", u32::from(verbs(row, from, site.first)), here);
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
    f.add3("side, form of the cue, what follows", side, sort, next);
    f.add3("side, class of the cue, what follows", side, class, next);
    f.add3("side, cue, what follows", side, head, next);
    f.add3("side, cue, same paragraph", side, head, same);
    f.add3("side, end of the sentence, same paragraph", side, last, same);
    f.add3("side, how much follows, same paragraph", side, rest, same);
    f.add3("side, how much follows, what follows", side, rest, next);
    f.add3("side, quotation of its own, colon at the end", side, own, colon);
    f.add3("side, colon at the end, how much follows", side, colon, rest);
    f.add3("side, class of the cue, how much follows", side, class, rest);
    f.add3("side, length of the sentence, what follows", side, bucket(row.len()), next);
    f.add3("side, place in the sentence, how much follows", side, bucket(site.first), rest);
    f.add3("side, kind of chunk, what follows", side, kind(row, site.first as isize), next);
    f.add3(
        "side, verbs behind, what follows",
        side,
        u32::from(verbs(row, site.last, row.len())),
        next,
    );
}
