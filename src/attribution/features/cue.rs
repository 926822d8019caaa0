//! Is a site a cue, and at which tokens does the cue begin and end?

use super::Features;
use super::answers::{
    bucket, entry_class, kind, lemma, noun_class, quotation_near, subject_before, tag, verb_before,
};
use super::{link, net};
use crate::attribution::explain::Decision;
use crate::grammar::chunk::ChunkKind;
use crate::grammar::frame::speech_frame;
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
    f.add2("form of the cue, cue", sort, head);
    f.add3("form of the cue, cue, what follows", sort, head, next);
    f.add3("form of the cue, cue, kind of chunk", sort, head, form);
    f.add3("form of the cue, cue, what precedes", sort, head, prev);
    f.add2("cue, tag of the cue", head, head_tag);
    f.add2("form of the cue, class of the cue", sort, class);
    f.add3("form of the cue, class of the cue, what follows", sort, class, next);
    f.add3("class of the cue, kind of chunk, quotation near", class, form, near);
    f.add2("form of the cue, kind of chunk", sort, form);
    f.add3("form of the cue, what follows, what comes after that", sort, next, next2);
    f.add3("form of the cue, what precedes, what comes before that", sort, prev, prev2);
    f.add3("kind of chunk, what follows, what precedes", form, next, prev);
    f.add2("form of the cue, tag of the cue", sort, head_tag);
    f.add2("form of the cue, kind of subject", sort, subject_class);
    f.add3("form of the cue, class of the cue, kind of subject", sort, class, subject_class);
    f.add2("form of the cue, subject", sort, lemma(row, subject));
    f.add2("cue, kind of subject", head, subject_class);
    f.add2("form of the cue, quotation near", sort, near);
    f.add2("cue, quotation near", head, near);
    f.add2("form of the cue, verb before", sort, lemma(row, governor));
    f.add3(
        "kind of chunk, form of the verb before, long sentence",
        form,
        kind(row, governor),
        u32::from(row.chunks.len() > 3),
    );
    f.add3("verb before, what precedes, kind of chunk", lemma(row, governor), prev, form);
    f.add2("form of the cue, next word", sort, lemma(row, last));
    f.add2("cue, next word", head, lemma(row, last));
    f.add3("form of the cue, kind of chunk, block", sort, form, row.block() as u32);
    f.add2("form of the cue, place in the sentence", sort, bucket(site.first));
    f.add2(
        "form of the cue, quotation in the sentence",
        sort,
        u32::from(row.quotations(0, row.len()) > 0),
    );
    f.add2(
        "class of the cue, “that” soon",
        class,
        u32::from((site.last..site.last + 5).any(|i| row.is(i as isize, ChunkKind::That))),
    );
    f.add2(
        "form of the cue, first word of the cue",
        sort,
        row.article.lexeme(site.tokens.start).hash,
    );
    f.add2("kind of chunk, words of the cue", form, bucket(site.tokens.len()));
    f.add3(
        "form of the cue, kind of the next noun, what comes after that",
        sort,
        noun_class(row, last),
        next2,
    );
    f.add3("class of the cue, what follows, what comes after that", class, next, next2);
    f.add2("form of the cue, word before", sort, lemma(row, first - 1));
    f.add3(
        "form of the cue, next word, second word behind",
        sort,
        lemma(row, last),
        lemma(row, last + 1),
    );
    f.add3("cue, what comes after that, what follows", head, kind(row, last + 1), next);
    f.add2("class of the cue, how much follows", class, bucket(row.len() - site.last));
    f.add3(
        "form of the cue, next tag, second tag behind",
        sort,
        tag(row, last),
        tag(row, last + 1),
    );
    let frame = speech_frame(row, site);
    f.add2("form of the cue, frame of speech", sort, frame);
    f.add2("class of the cue, frame of speech", class, frame);
    f.add2("cue, frame of speech", head, frame);
    f.add3("frame of speech, tag of the cue, kind of subject", frame, head_tag, subject_class);
    if site.kind == SiteKind::Noun {
        let start = row.chunks[site.first].tokens.start;
        f.add2("cue, first word", head, row.article.lexeme(start).hash);
        f.add2("class of the cue, first tag", class, row.article.tag(start) as u32);
        f.add3(
            "word before, next word, class of the cue",
            lemma(row, first - 1),
            lemma(row, last),
            class,
        );
    }
    f.skip_to(64);
    net::cue(f, row, site);
    link::cue(f, row, site);
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
    f.add2("form of the cue, place", sort, here);
    f.add3("form of the cue, place, tag", sort, here, tag);
    f.add3("form of the cue, place, word", sort, here, word);
    f.add3("class of the cue, place, tag", class, here, tag);
    f.add3("cue, place, tag", head, here, tag);
    f.add3("form of the cue, place, tag before", sort, here, row.article.tag(before) as u32);
    f.add3("tag, tag before, place", tag, row.article.tag(before) as u32, here);
    f.add3(
        "form of the cue, tags between, place",
        sort,
        between_tags(row, start.min(own), start.max(own)),
        here,
    );
    f.add3(
        "cue, tags between, place",
        head,
        between_tags(row, start.min(own), start.max(own)),
        here,
    );
    f.add3("word behind the cue, word, place", row.article.lexeme(own).hash, word, here);
    net::cue_border(f, row, site, start, here);
    link::cue_border(f, row, site, start, here);
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
    f.add3("form of the cue, place, meets the content", sort, here, meets);
    f.add3("form of the cue, side of the content, place", sort, side, here);
    f.add3("form of the cue, tag, meets the content", sort, tag, meets);
    f.add3("form of the cue, word, meets the content", sort, word, meets);
    f.add3("side of the content, word, meets the content", side, word, meets);
    f.add3("cue, word, meets the content", head, word, meets);
    f.add3("cue, place, side of the content", head, here, side);
    f.add3("class of the cue, place, meets the content", class, here, meets);
    f.add3("class of the cue, tag, side of the content", class, tag, side);
    f.add3("what lies between, form of the cue, meets the content", between, sort, meets);
    f.add3("what lies between, cue, side of the content", between, head, side);
    f.add3("tag, what follows, place", tag, next, here);
    f.add3("word, next word, form of the cue", word, row.article.lexeme(end).hash, sort);
    f.add3("what lies between, what follows, side of the content", between, next, side);
    f.add3(
        "word behind the cue, what lies between, form of the cue",
        row.article.lexeme(own).hash,
        between,
        sort,
    );
    net::cue_border(f, row, site, end, here);
    link::cue_border(f, row, site, end, here);
}

/// How far a border of the cue lies from the site's own.
fn place(own: u32, at: u32) -> u32 {
    if at >= own { bucket((at - own) as usize) } else { 16 + bucket((own - at) as usize) }
}

/// The parts of speech between two tokens, as one number.
fn between_tags(row: &Row<'_>, from: u32, to: u32) -> u32 {
    (from..to).take(8).fold(3, |h: u32, t| h.wrapping_mul(61) ^ row.article.tag(t) as u32)
}
