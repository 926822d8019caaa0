//! Where does a content begin and end, and does it go on behind the cue?

use super::Features;
use super::answers::{
    bucket, commas, entry_class, kind, lemma, noun_class, quotations, verb_before, verbs,
};
use super::{link, net};
use crate::attribution::explain::Decision;
use crate::grammar::chunk::ChunkKind;
use crate::grammar::propose::Anchor;
use crate::grammar::row::Row;
use crate::grammar::site::Site;
use crate::grammar::source::{SourceKind, SourceProposal};

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
    f.add3("what the content begins with, what stands here, what comes next", begins, here, next);
    f.add3("what the content begins with, what stands here, verbs within", begins, here, inside);
    f.add3("what the content begins with, up to the end, length", begins, whole, length);
    f.add3("class of the cue, what stands here, up to the end", class, here, whole);
    f.add3("cue, what stands here, up to the end", head, here, whole);
    f.add3("what the content begins with, up to the end, verbs behind", begins, whole, rest);
    f.add3("what stands here, what comes next, clause within", here, next, clause);
    f.add3("what the content begins with, word here, verbs within", begins, word, inside);
    f.add3("what stands here, word here, clause within", here, word, clause);
    f.add3("what stands here, second word behind, what comes next", here, lemma(row, e + 1), next);
    f.add3(
        "last chunk of the content, what stands here, what the content begins with",
        last,
        here,
        begins,
    );
    f.add3("last chunk of the content, what stands here, what comes next", last, here, next);
    f.add3("what the content begins with, length, what stands here", begins, length, here);
    f.add3("class of the cue, length, up to the end", class, length, whole);
    f.add3("form of the cue, what the content begins with, up to the end", sort, begins, whole);
    f.add3("form of the cue, what stands here, length", sort, here, length);
    f.add3("what stands here, verbs within, verbs behind", here, inside, rest);
    f.add3("clause within, up to the end, what the content begins with", clause, whole, begins);
    f.add3(
        "what stands here, what comes next, known verb behind",
        here,
        next,
        u32::from(
            row.head(e + 1).lemma.0 != 0 && row.kind(e + 1).is_some_and(ChunkKind::is_verbal),
        ),
    );
    f.add3("what stands here, what comes next, third chunk behind", here, next, kind(row, e + 2));
    f.add3(
        "kind of chunk, what stands here, up to the end",
        kind(row, site.first as isize),
        here,
        whole,
    );
    f.add3("block, up to the end, what the content begins with", row.block() as u32, whole, begins);
    f.add3("open bracket, what stands here, up to the end", brackets(row, start, end), here, whole);
    f.add3(
        "kind of the last noun, what stands here, what the content begins with",
        noun_class(row, e - 1),
        here,
        begins,
    );
    f.add3("last word, what stands here, word here", lemma(row, e - 1), here, word);
    f.add3(
        "what the content begins with, what stands here, quotations within",
        begins,
        here,
        u32::from(quotations(row, start, end)),
    );
    f.add3(
        "quotations behind, what stands here, up to the end",
        u32::from(quotations(row, end, limit)),
        here,
        whole,
    );
    f.add3(
        "kind of noun behind, what stands here, what the content begins with",
        noun_class(row, e),
        here,
        begins,
    );
    f.add3("cue, what stands here, verbs within", head, here, inside);
    f.add3("form of the cue, word here, what the content begins with", sort, word, begins);
    let ahead = [e, e + 1, e + 2].map(|at| u32::from(row.cue_verb(at).is_some()));
    f.add3(
        "what stands here, what comes next, cue verbs behind",
        here,
        next,
        ahead[0] << 2 | ahead[1] << 1 | ahead[2],
    );
    f.add3(
        "what the content begins with, what stands here, cue verbs behind",
        begins,
        here,
        ahead[0] << 2 | ahead[1] << 1 | ahead[2],
    );
    f.add3(
        "what stands here and next, third chunk behind, word here",
        here << 5 | next,
        kind(row, e + 2),
        word,
    );
    f.add3(
        "last chunk of the content, what stands here and next, verbs within",
        last,
        here << 5 | next,
        inside,
    );
    f.add3(
        "last chunk of the content, word here, what the content begins with",
        last,
        word,
        begins,
    );
    f.add3("last word, what stands here, last chunk of the content", lemma(row, e - 1), here, last);
    f.add3("commas within, what stands here, up to the end", commas(row, start, end), here, whole);
    net::end(f, row, start, end, whole);
    link::end(f, row, site, (start, end), whole);
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
    f.add3("last chunk of the content, what stands here, what precedes", last, here, before);
    f.add3(
        "last chunk of the content, from the beginning, verbs within",
        last,
        u32::from(start == 0),
        inside,
    );
    f.add3("last chunk of the content, what stands here, verbs within", last, here, inside);
    f.add3("what precedes, what stands here, what comes next", before, here, next);
    f.add3(
        "what precedes, word before, last chunk of the content",
        before,
        lemma(row, s - 1),
        last,
    );
    f.add3("what stands here, first word, what precedes", here, lemma(row, s), before);
    f.add3("class of the cue, what precedes, what stands here", class, before, here);
    f.add3("form of the cue, what precedes, last chunk of the content", sort, before, last);
    f.add3("what precedes, verbs within, verbs ahead", before, inside, ahead);
    f.add3("last chunk of the content, length, what precedes", last, bucket(end - start), before);
    f.add3(
        "last chunk of the content, place in the sentence, verbs within",
        last,
        bucket(start),
        inside,
    );
    f.add3(
        "what precedes, what stands here, verb soon",
        before,
        here,
        u32::from(verbs(row, start, start + 3)),
    );
    f.add3(
        "last chunk of the content, what precedes, quotations within",
        last,
        before,
        u32::from(quotations(row, start, end)),
    );
    f.add3(
        "cue, what precedes, what stands here",
        row.article.lexeme(site.head).hash,
        before,
        here,
    );
    f.add3(
        "verb before, what precedes, what stands here",
        lemma(row, verb_before(row, start)),
        before,
        here,
    );
    net::start(f, row, start, end);
    link::start(f, row, site, (start, end));
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
    f.add3("content ahead of the cue, what stands here, distance", left_side, here, gap);
    f.add3("content ahead of the cue, what stands here, what precedes", left_side, here, before);
    f.add3(
        "content ahead of the cue, what stands here, what follows the cue",
        left_side,
        here,
        follows,
    );
    f.add3("side of the content, class of the cue, what stands here", side, class, here);
    f.add3("side of the content, cue, what stands here", side, head, here);
    f.add3("form of the cue, content ahead of the cue, what stands here", sort, left_side, here);
    f.add3(
        "what stands here, what follows the cue, second chunk behind",
        here,
        follows,
        kind(row, from as isize + 1),
    );
    f.add3(
        "what stands here, what follows the cue, next word",
        here,
        follows,
        lemma(row, from as isize),
    );
    f.add3(
        "content ahead of the cue, place of the source, what stands here",
        left_side,
        source.kind as u32,
        here,
    );
    f.add3(
        "how much follows, content ahead of the cue, what stands here",
        bucket(row.end().saturating_sub(from)),
        left_side,
        here,
    );
    f.add3(
        "what stands here, first word, content ahead of the cue",
        here,
        lemma(row, at.map_or(-1, |a| a as isize)),
        left_side,
    );
    f.add3("form of the cue, what stands here, distance", sort, here, gap);
    f.add3("class of the cue, distance, what stands here", class, gap, here);
    f.add3(
        "quotations behind, content ahead of the cue, what stands here",
        u32::from(quotations(row, from.min(row.end()), row.end())),
        left_side,
        here,
    );
    net::tail(f, row, from, at);
    link::tail(f, row, site, from, at);
}
