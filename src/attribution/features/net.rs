//! What the net says, asked by each decision beside the grammar's answers; nothing where no net has read.

use super::Features;
use super::answers::{bucket, entry_class, kind};
use crate::attribution::decide::Choice;
use crate::document::TokenSpan;
use crate::grammar::frame::speech_frame;
use crate::grammar::propose::Anchor;
use crate::grammar::row::Row;
use crate::grammar::site::Site;
use crate::grammar::source::{SourceKind, SourceProposal};
use crate::net::Roles;

/// So many tokens next to a border are looked at.
pub(super) const NEAR: u32 = 4;
/// And so many on either side of a cue: what is asked stays the same amount of work in sentences of any
/// length.
pub(super) const FAR: u32 = 48;

/// Bounds of the levels of likelihood, in 255ths; they are about as far apart in logits.
const LEVELS: [u8; 11] = [1, 4, 10, 24, 55, 100, 155, 200, 231, 245, 252];

/// Stands for the level of what is not there.
pub(super) const NOTHING: u32 = 15;

/// The level of each likelihood.
const LEVEL: [u8; 256] = {
    let mut levels = [0; 256];
    let mut likely = 1;
    while likely < 256 {
        let last = levels[likely - 1];
        let next = (last as usize) < LEVELS.len() && LEVELS[last as usize] as usize == likely;
        levels[likely] = last + next as u8;
        likely += 1;
    }
    levels
};

pub(super) fn level(likely: u32) -> u32 {
    u32::from(LEVEL[likely.min(255) as usize])
}

/// The mean likelihood over tokens, or the first of them, in levels; of none the lowest.
fn mean(row: &Row<'_>, tokens: TokenSpan, of: impl Fn(&Roles) -> u8) -> u32 {
    let TokenSpan { start, end } = tokens;
    let some = TokenSpan { start, end: end.min(start.saturating_add(FAR)) };
    let some = row.roles().get(some.range()).unwrap_or_default();
    let sum: u32 = some.iter().map(|r| u32::from(of(r))).sum();
    level(sum / (some.len() as u32).max(1))
}

/// The highest.
fn most(row: &Row<'_>, tokens: TokenSpan, of: impl Fn(&Roles) -> u8) -> u32 {
    let some = row.roles().get(tokens.range()).unwrap_or_default();
    level(some.iter().map(|r| u32::from(of(r))).max().unwrap_or(0))
}

/// Of one token; outside the sentence the lowest.
fn at(row: &Row<'_>, token: u32, of: impl Fn(&Roles) -> u8) -> u32 {
    let inside = row.sentence.tokens.holds(token);
    most(row, TokenSpan { start: token, end: token + u32::from(inside) }, of)
}

fn source(r: &Roles) -> u8 {
    r.source
}

fn cue_share(r: &Roles) -> u8 {
    r.cue
}

fn content(r: &Roles) -> u8 {
    r.content
}

fn begins_content(r: &Roles) -> u8 {
    r.begins_content
}

/// So many tokens behind a place, within the sentence.
pub(super) fn behind(row: &Row<'_>, token: u32, count: u32) -> TokenSpan {
    TokenSpan { start: token, end: (token + count).min(row.sentence.tokens.end).max(token) }
}

/// So many tokens ahead of a place, within the sentence.
pub(super) fn ahead(row: &Row<'_>, token: u32, count: u32) -> TokenSpan {
    let start = token.saturating_sub(count).max(row.sentence.tokens.start).min(token);
    TokenSpan { start, end: token }
}

/// The tokens around a cue.
fn around(row: &Row<'_>, site: &Site) -> TokenSpan {
    let (ahead, behind) = (ahead(row, site.head, FAR), behind(row, site.head, FAR));
    TokenSpan { start: ahead.start, end: behind.end }
}

/// The first token of a chunk, or the sentence's end.
pub(super) fn token_of(row: &Row<'_>, chunk: usize) -> u32 {
    row.chunks.get(chunk).map_or(row.sentence.tokens.end, |c| c.tokens.start)
}

pub(super) fn cue(f: &mut Features, row: &Row<'_>, site: &Site) {
    if row.roles().is_empty() {
        return;
    }
    let sort = site.kind as u32;
    let likely = most(row, site.tokens, cue_share);
    let (before, after) =
        (at(row, site.tokens.start.wrapping_sub(1), content), at(row, site.tokens.end, content));
    let whole = around(row, site);
    let (someone, something) = (most(row, whole, source), most(row, whole, content));
    let inside = at(row, site.head, content);
    f.add("net: cue", likely);
    f.add2("net: cue; form of the cue", likely, sort);
    f.add2("net: cue; frame of speech", likely, speech_frame(row, site));
    f.add2("net: cue; class of the cue", likely, entry_class(site));
    f.add2("net: cue; cue", likely, row.article.lexeme(site.head).hash);
    f.add3("net: cue; content on either side", likely, before, after);
    f.add3("net: cue, some source, some content", likely, someone, something);
    f.add3("net: content here; cue; form of the cue", inside, likely, sort);
    f.add3("net: cue; head; block", likely, at(row, site.head, cue_share), row.block() as u32);
}

pub(super) fn anchor(f: &mut Features, row: &Row<'_>, site: &Site, anchor: Anchor) {
    if row.roles().is_empty() {
        return;
    }
    let sort = site.kind as u32;
    let (side, inside, first, outside) = match anchor {
        Anchor::Right(chunk) => {
            let token = token_of(row, chunk);
            (1, behind(row, token, NEAR), token, token.wrapping_sub(1))
        }
        Anchor::Left(chunk) => {
            let token = token_of(row, chunk);
            (2, ahead(row, token, NEAR), token.wrapping_sub(1), token)
        }
        Anchor::Subject(from, to) => {
            let tokens = row.tokens(from, to);
            (3, tokens, tokens.start, tokens.end)
        }
        Anchor::Next(token) => (4, TokenSpan { start: token, end: token + 1 }, token, u32::MAX),
        Anchor::Previous(token) => (5, TokenSpan { start: token, end: token + 1 }, token, u32::MAX),
    };
    let here = mean(row, inside, content);
    let begins = most(row, TokenSpan { start: first, end: first + 1 }, begins_content);
    let out = at(row, outside, content);
    let left = most(row, ahead(row, site.tokens.start, FAR), content);
    let right = most(row, behind(row, site.tokens.end, FAR), content);
    f.add2("net: content; side", side, here);
    f.add3("net: content, a beginning at the border; side", side, here, begins);
    f.add3("net: content, what lies outside; side", side, here, out);
    f.add3("net: content; side, form of the cue", side, here, sort);
    f.add3("net: content on either side of the cue; side", side, left, right);
    f.add3("net: content on either side of the cue, content; side", side * 16 + here, left, right);
    f.add3("net: a beginning at the border, what lies outside; side", side, begins, out);
    if let Anchor::Right(chunk) = anchor {
        f.add3(
            "net: content, its beginning; what stands here",
            kind(row, chunk as isize),
            here,
            begins,
        );
    }
}

pub(super) fn end(f: &mut Features, row: &Row<'_>, start: usize, end: usize, whole: u32) {
    if row.roles().is_empty() {
        return;
    }
    let token = token_of(row, end);
    let here = kind(row, end as isize);
    let last = at(row, token.wrapping_sub(1), content);
    let next = at(row, token, content);
    let inside = mean(row, ahead(row, token, NEAR), content);
    let outside = mean(row, behind(row, token, NEAR), content);
    f.add3("net: content on either side of the border; up to the end", last, next, whole);
    f.add3("net: content ahead of and behind the border; up to the end", inside, outside, whole);
    f.add3("net: content on either side of the border; what stands here", last, next, here);
    f.add3("net: content ahead of and behind the border; what stands here", inside, outside, here);
    f.add3(
        "net: content behind the border, what begins there; what stands here",
        outside,
        at(row, token, begins_content),
        here,
    );
    let begins = kind(row, start as isize);
    f.add3(
        "net: content behind; what the content begins with; up to the end",
        outside,
        begins,
        whole,
    );
    f.add3(
        "net: source and cue behind the border; up to the end",
        at(row, token, source),
        most(row, behind(row, token, NEAR), cue_share),
        whole,
    );
}

pub(super) fn start(f: &mut Features, row: &Row<'_>, start: usize, end: usize) {
    if row.roles().is_empty() {
        return;
    }
    let token = token_of(row, start);
    let before = kind(row, start as isize - 1);
    let here = at(row, token, content);
    let begins = at(row, token, begins_content);
    let last = at(row, token.wrapping_sub(1), content);
    let inside = mean(row, behind(row, token, NEAR), content);
    let outside = mean(row, ahead(row, token, NEAR), content);
    let first = u32::from(start == 0);
    f.add3("net: content on either side of the border; from the beginning", last, here, first);
    f.add3(
        "net: content ahead of and behind the border; from the beginning",
        outside,
        inside,
        first,
    );
    f.add3("net: content on either side of the border; what precedes", last, here, before);
    f.add3("net: a content's beginning, content before; what precedes", begins, last, before);
    f.add3(
        "net: a content's beginning, content before; length",
        begins,
        outside,
        bucket(end - start),
    );
}

pub(super) fn tail(f: &mut Features, row: &Row<'_>, from: usize, start: Option<usize>) {
    if row.roles().is_empty() {
        return;
    }
    let some = most(row, behind(row, token_of(row, from), FAR), content);
    let (here, begins, out, what) = start.map_or((NOTHING, NOTHING, NOTHING, 50), |chunk| {
        let token = token_of(row, chunk);
        let here = mean(row, behind(row, token, NEAR), content);
        let begins = at(row, token, begins_content);
        (here, begins, at(row, token.wrapping_sub(1), content), kind(row, chunk as isize))
    });
    f.add2("net: content here, content behind", here, some);
    f.add3("net: content here, its beginning, content behind", here, begins, some);
    f.add3("net: content here, what lies outside, content behind", here, out, some);
    f.add3("net: content here, content behind; what stands here", here, some, what);
}

pub(super) fn source_of(f: &mut Features, row: &Row<'_>, site: &Site, proposal: &SourceProposal) {
    if row.roles().is_empty() {
        return;
    }
    let what = proposal.kind as u32;
    let tokens = proposal.tokens;
    let (inside, first, before, after) = if proposal.kind == SourceKind::None {
        (NOTHING, most(row, around(row, site), source), NOTHING, NOTHING)
    } else {
        (
            mean(row, tokens, source),
            at(row, tokens.start, |r| r.begins_source),
            at(row, tokens.start.wrapping_sub(1), source),
            at(row, tokens.end, source),
        )
    };
    let last = at(row, tokens.end.wrapping_sub(1), source);
    f.add2("net: source; place of the source", what, inside);
    f.add3("net: source, its first token; place of the source", what, inside, first);
    f.add3("net: source, what precedes it; place of the source", what, inside, before);
    f.add3("net: source, what follows it; place of the source", what, inside, after);
    f.add3("net: source on either side; place of the source", what, before, after);
    f.add3("net: source's end, what follows it; place of the source", what, last, after);
    f.add3("net: source, its first token; form of the cue", site.kind as u32, inside, first);
}

pub(super) fn cue_border(f: &mut Features, row: &Row<'_>, site: &Site, token: u32, place: u32) {
    if row.roles().is_empty() {
        return;
    }
    let (before, after) = (at(row, token.wrapping_sub(1), cue_share), at(row, token, cue_share));
    let content = [at(row, token.wrapping_sub(1), content), at(row, token, content)];
    f.add3("net: cue on either side of the border; place", before, after, place);
    f.add3(
        "net: cue on either side of the border; form of the cue",
        before,
        after,
        site.kind as u32,
    );
    f.add3("net: content on either side of the border; place", content[0], content[1], place);
}

pub(super) fn accept(f: &mut Features, row: &Row<'_>, choice: &Choice, sure: u32) {
    if row.roles().is_empty() {
        return;
    }
    let cue = most(row, choice.site.tokens, cue_share);
    let who = if choice.source.kind == SourceKind::None {
        NOTHING
    } else {
        mean(row, choice.source.tokens, source)
    };
    let spans = choice.content.iter().map(|&(from, to)| row.tokens(from, to));
    let what = spans.map(|s| mean(row, s, content)).min().unwrap_or(NOTHING);
    let sort = choice.site.kind as u32;
    f.add2("net: cue; how sure the cue is", cue, sure);
    f.add3("net: cue, source; form of the cue", cue, who, sort);
    f.add3("net: cue, content; form of the cue", cue, what, sort);
    f.add3("net: cue, source, content", cue, who, what);
    f.add3("net: source, content; how sure the cue is", who, what, sure);
}
