//! What the net ties to a cue, asked by each decision; nothing where no net has read.

use super::Features;
use super::answers::{bucket, entry_class, kind};
use super::net::{NEAR, NOTHING, ahead, behind, level, token_of};
use crate::attribution::decide::Choice;
use crate::document::TokenSpan;
use crate::grammar::frame::speech_frame;
use crate::grammar::propose::Anchor;
use crate::grammar::row::Row;
use crate::grammar::site::Site;
use crate::grammar::source::{SourceKind, SourceProposal};
use crate::net::{Link, Links};

/// Agreement with a source that is not there; what is there agrees by less.
const NOBODY: u32 = 30;

fn source(link: &Link) -> u8 {
    link.source
}

fn cue_share(link: &Link) -> u8 {
    link.cue
}

fn content(link: &Link) -> u8 {
    link.content
}

/// What the net ties to a site.
#[derive(Clone, Copy)]
struct Tied<'r>(Links<'r>);

impl<'r> Tied<'r> {
    fn to(row: &Row<'r>, site: &Site) -> Option<Self> {
        row.reading.map(|r| Self(r.links(site.head)))
    }

    /// The mean over tokens, in levels; of none the lowest.
    fn mean(self, tokens: TokenSpan, of: impl Fn(&Link) -> u8) -> u32 {
        let some = self.0.of(tokens);
        level(sum(some, of) / (some.len() as u32).max(1))
    }

    /// The highest.
    fn most(self, tokens: TokenSpan, of: impl Fn(&Link) -> u8) -> u32 {
        most(self.0.of(tokens), of)
    }

    /// Of one token.
    fn at(self, token: u32, of: impl Fn(&Link) -> u8) -> u32 {
        self.most(TokenSpan { start: token, end: token.saturating_add(1) }, of)
    }

    /// How well tokens agree with what is tied to the site: the expected Dice measure, in twentieths.
    fn dice(self, tokens: impl Iterator<Item = TokenSpan>, of: impl Fn(&Link) -> u8) -> u32 {
        let (mut shared, mut count) = (0, 0);
        for tokens in tokens {
            let some = self.0.of(tokens);
            shared += sum(some, &of);
            count += some.len() as u32;
        }
        let both = count * 255 + sum(self.0.all(), &of);
        40 * shared / both.max(1)
    }
}

fn sum(links: &[Link], of: impl Fn(&Link) -> u8) -> u32 {
    links.iter().map(|l| u32::from(of(l))).sum()
}

fn most(links: &[Link], of: impl Fn(&Link) -> u8) -> u32 {
    level(links.iter().map(|l| u32::from(of(l))).max().unwrap_or(0))
}

pub(super) fn cue(f: &mut Features, row: &Row<'_>, site: &Site) {
    let Some(tied) = Tied::to(row, site) else { return };
    let (who, what) = (most(tied.0.all(), source), most(tied.0.all(), content));
    let own = tied.at(site.head, cue_share);
    let sort = site.kind as u32;
    f.add2("ties: source, content", who, what);
    f.add3("ties: source, content; form of the cue", who, what, sort);
    f.add2("ties: content; cue", what, row.article.lexeme(site.head).hash);
    f.add2("ties: content; class of the cue", what, entry_class(site));
    f.add2("ties: content; frame of speech", what, speech_frame(row, site));
    f.add3("ties: source, cue, content", who, own, what);
    f.add2("ties: cue; form of the cue", own, sort);
    f.add2("ties: cue; cue", own, row.article.lexeme(site.head).hash);
    f.add3("ties: source, content; block", who, what, row.block() as u32);
}

pub(super) fn anchor(f: &mut Features, row: &Row<'_>, site: &Site, anchor: Anchor) {
    let Some(tied) = Tied::to(row, site) else { return };
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
    let (here, edge, out) =
        (tied.mean(inside, content), tied.at(first, content), tied.at(outside, content));
    let TokenSpan { start, end } = row.sentence.tokens;
    let left = tied.most(TokenSpan { start, end: site.tokens.start }, content);
    let right = tied.most(TokenSpan { start: site.tokens.end, end }, content);
    f.add2("ties: content; side", side, here);
    f.add3("ties: content, its border; side", side, here, edge);
    f.add3("ties: border, what lies outside; side", side, edge, out);
    f.add3("ties: content; side, form of the cue", side, here, site.kind as u32);
    f.add3("ties: content on either side of the cue; side", side, left, right);
    f.add3("ties: content on either side of the cue, content; side", side * 16 + here, left, right);
    if let Anchor::Right(chunk) = anchor {
        f.add3(
            "ties: border, what lies outside; what stands here",
            kind(row, chunk as isize),
            edge,
            out,
        );
    }
}

pub(super) fn end(
    f: &mut Features,
    row: &Row<'_>,
    site: &Site,
    (start, end): (usize, usize),
    whole: u32,
) {
    let Some(tied) = Tied::to(row, site) else { return };
    let token = token_of(row, end);
    let here = kind(row, end as isize);
    let (last, next) = (tied.at(token.wrapping_sub(1), content), tied.at(token, content));
    let inside = tied.mean(ahead(row, token, NEAR), content);
    let outside = tied.mean(behind(row, token, NEAR), content);
    let rest = tied.mean(TokenSpan { start: token, end: row.sentence.tokens.end }, content);
    let all = tied.mean(TokenSpan { start: token_of(row, start), end: token }, content);
    f.add3("ties: content on either side of the border; up to the end", last, next, whole);
    f.add3("ties: content ahead of and behind the border; up to the end", inside, outside, whole);
    f.add3("ties: content on either side of the border; what stands here", last, next, here);
    f.add3("ties: content ahead of and behind the border; what stands here", inside, outside, here);
    f.add3("ties: content so far, behind the border; up to the end", all, rest, whole);
    f.add3("ties: content so far, behind the border; what stands here", all, rest, here);
    let within = std::iter::once(TokenSpan { start: token_of(row, start), end: token });
    f.add2("ties: agreement; up to the end", tied.dice(within, content), whole);
}

pub(super) fn start(f: &mut Features, row: &Row<'_>, site: &Site, (start, end): (usize, usize)) {
    let Some(tied) = Tied::to(row, site) else { return };
    let token = token_of(row, start);
    let before = kind(row, start as isize - 1);
    let (last, here) = (tied.at(token.wrapping_sub(1), content), tied.at(token, content));
    let inside = tied.mean(behind(row, token, NEAR), content);
    let outside = tied.mean(ahead(row, token, NEAR), content);
    let first = u32::from(start == 0);
    let ahead = tied.mean(TokenSpan { start: row.sentence.tokens.start, end: token }, content);
    let all = TokenSpan { start: token, end: token_of(row, end) };
    f.add3("ties: content on either side of the border; from the beginning", last, here, first);
    f.add3(
        "ties: content ahead of and behind the border; from the beginning",
        outside,
        inside,
        first,
    );
    f.add3("ties: content on either side of the border; what precedes", last, here, before);
    f.add3("ties: content ahead of and behind the border; what precedes", outside, inside, before);
    f.add3(
        "ties: content, ahead of the border; from the beginning",
        tied.mean(all, content),
        ahead,
        first,
    );
    f.add2("ties: agreement; from the beginning", tied.dice(std::iter::once(all), content), first);
}

pub(super) fn tail(
    f: &mut Features,
    row: &Row<'_>,
    site: &Site,
    from: usize,
    start: Option<usize>,
) {
    let Some(tied) = Tied::to(row, site) else { return };
    let end = row.sentence.tokens.end;
    let some = tied.most(TokenSpan { start: token_of(row, from).min(end), end }, content);
    let (here, out, what) = start.map_or((NOTHING, NOTHING, 50), |chunk| {
        let token = token_of(row, chunk);
        let here = tied.mean(behind(row, token, NEAR), content);
        (here, tied.at(token.wrapping_sub(1), content), kind(row, chunk as isize))
    });
    f.add2("ties: content here, content behind", here, some);
    f.add3("ties: content here, what lies outside, content behind", here, out, some);
    f.add3("ties: content here, content behind; what stands here", here, some, what);
}

pub(super) fn source_of(f: &mut Features, row: &Row<'_>, site: &Site, proposal: &SourceProposal) {
    let Some(tied) = Tied::to(row, site) else { return };
    let what = proposal.kind as u32;
    let tokens = proposal.tokens;
    let someone = most(tied.0.all(), source);
    let (inside, first, last, before, after, agreement) = if proposal.kind == SourceKind::None {
        (NOTHING, someone, NOTHING, NOTHING, NOTHING, NOBODY)
    } else {
        (
            tied.mean(tokens, source),
            tied.at(tokens.start, source),
            tied.at(tokens.end.wrapping_sub(1), source),
            tied.at(tokens.start.wrapping_sub(1), source),
            tied.at(tokens.end, source),
            tied.dice(std::iter::once(tokens), source),
        )
    };
    f.add2("ties: source; place of the source", what, inside);
    f.add3("ties: source, someone; place of the source", what, inside, someone);
    f.add3("ties: source, what precedes it; place of the source", what, first, before);
    f.add3("ties: source, what follows it; place of the source", what, last, after);
    f.add2("ties: agreement; place of the source", what, agreement);
    f.add3("ties: agreement, someone; form of the cue", site.kind as u32, agreement, someone);
}

pub(super) fn cue_border(f: &mut Features, row: &Row<'_>, site: &Site, token: u32, place: u32) {
    let Some(tied) = Tied::to(row, site) else { return };
    let before = token.wrapping_sub(1);
    let (last, next) = (tied.at(before, cue_share), tied.at(token, cue_share));
    let content = [tied.at(before, content), tied.at(token, content)];
    f.add3("ties: cue on either side of the border; place", last, next, place);
    f.add3("ties: cue on either side of the border; form of the cue", last, next, site.kind as u32);
    f.add3("ties: content on either side of the border; place", content[0], content[1], place);
}

pub(super) fn accept(f: &mut Features, row: &Row<'_>, choice: &Choice, sure: u32) {
    let Some(tied) = Tied::to(row, &choice.site) else { return };
    let someone = most(tied.0.all(), source);
    let (who, same) = if choice.source.kind == SourceKind::None {
        (NOTHING, NOBODY + someone)
    } else {
        let tokens = choice.source.tokens;
        (tied.mean(tokens, source), tied.dice(std::iter::once(tokens), source))
    };
    let spans = || choice.content.iter().map(|&(from, to)| row.tokens(from, to));
    let what = spans().map(|s| tied.mean(s, content)).min().unwrap_or(NOTHING);
    let agreement = tied.dice(spans(), content);
    let sort = choice.site.kind as u32;
    let length = bucket(choice.content.first().map_or(0, |(from, to)| to - from));
    f.add3("ties: source, content; how sure the cue is", who, what, sure);
    f.add3("ties: source, content; form of the cue", who, what, sort);
    f.add2("ties: agreement of the content; how sure the cue is", agreement, sure);
    f.add2("ties: agreement of the source; how sure the cue is", same, sure);
    f.add2("ties: agreement of the source, of the content", same, agreement);
    f.add2("ties: agreement of the content; form of the cue", agreement, sort);
    f.add3("ties: agreement of the content; length, form of the cue", agreement, length, sort);
}
