//! Is what the decisions made of a site an attribution?

use super::Features;
use super::answers::{bucket, entry_class, kind, lemma, noun_class, verbs};
use super::{link, net};
use crate::attribution::decide::{Choice, Sure};
use crate::attribution::explain::Decision;
use crate::exact::logit;
use crate::grammar::frame::speech_frame;
use crate::grammar::propose::Anchor;
use crate::grammar::row::Row;

/// Is this whole an attribution?
pub(crate) fn accept(f: &mut Features, row: &Row<'_>, choice: &Choice, sure: Sure) {
    f.begin(Decision::Accept);
    let site = &choice.site;
    let (head, class, sort) =
        (row.article.lexeme(site.head).hash, entry_class(site), site.kind as u32);
    let (cue, content, source) = (level(sure.cue), level(sure.content), level(sure.source));
    let side = match choice.anchor {
        Anchor::Right(_) => 1,
        Anchor::Left(_) => 2,
        Anchor::Subject(..) => 3,
        Anchor::Next(_) => 4,
        Anchor::Previous(_) => 5,
    };
    let (from, to) = choice.content.first().copied().unwrap_or((row.len(), row.len()));
    let begins = kind(row, from as isize);
    let inside = u32::from(verbs(row, from, to));
    let length = bucket(to - from);
    let what = choice.source.kind as u32;
    let who = noun_class(row, choice.source.first as isize);
    let whole = u32::from(to == row.end());
    let block = row.block() as u32;
    let frame = speech_frame(row, site);
    f.add("how sure the cue is", cue);
    f.add2("frame of speech, how sure the cue is", frame, cue);
    f.add2("how sure cue and content are", cue, content);
    f.add2("how sure cue and source are", cue, source);
    f.add3("how sure cue, content and source are", cue / 2, content / 2, source / 2);
    f.add3("form of the cue, side, how sure the cue is", sort, side, cue);
    f.add3("side, what the content begins with, how sure the cue is", side, begins, cue);
    f.add3("class of the cue, side, what the content begins with", class, side, begins);
    f.add3("cue, side, what the content begins with", head, side, begins);
    f.add3("cue, what the content begins with, verbs within", head, begins, inside);
    f.add3("class of the cue, verbs within, length", class, inside, length);
    f.add2("cue, how sure the cue is", head, cue);
    f.add2("cue, place of the source", head, what);
    f.add3("class of the cue, place of the source, kind of source", class, what, who);
    f.add3("place of the source, kind of source, how sure the cue is", what, who, cue);
    f.add3("what the content begins with, verbs within, length", begins, inside, length);
    f.add3("what the content begins with, up to the end, length", begins, whole, length);
    f.add3("cue, first word of the content", head, lemma(row, from as isize), side);
    f.add2("first word of the content, side", lemma(row, from as isize), side);
    f.add2("source, class of the cue", lemma(row, choice.source.first as isize), class);
    f.add3("cue, kind of source", head, who, what);
    f.add3("block, side, how sure the cue is", block, side, cue);
    f.add3(
        "pieces of the content, side, what it begins with",
        choice.content.len() as u32,
        side,
        begins,
    );
    net::accept(f, row, choice, cue);
    link::accept(f, row, choice, cue);
}

/// A probability in steps of two thirds of a logit, from 0 to 18.
fn level(p: f32) -> u32 {
    ((logit(p, 1e-4) * 1.5).round().clamp(-6.0, 12.0) + 6.0) as u32
}
