//! Posts copied with their whole frame: name, handle, words, then the clock or the sound.

use std::borrow::Cow;

use nom::bytes::complete::tag;
use nom::character::complete::char;
use nom::combinator::opt;
use nom::{IResult, Parser};

use super::date::{Stated, blank, clock, date};
use super::handle::handle;
use super::tail::{Close, close};
use super::text::{before, displayed, offset, rest_of_line, span};
use super::{Embed, Found, Platform, Words};
use crate::Span;

/// The longest card looked back over, in bytes.
const CARD: usize = 1_500;

/// Cards that end in a line like `7:30 AM · Feb 4, 2017 · Example for Phones`.
pub(super) fn clocked(text: &str) -> Vec<Found<'_>> {
    let mut floor = 0;
    let mut all = Vec::new();
    for at in line_starts(text) {
        let line = rest_of_line(text, at, 200);
        if !line.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let Ok((rest, day)) = stamp(line) else { continue };
        if let Some(embed) = above(text, floor, at, day) {
            all.push(Found { embed, words: Words::Known });
        }
        floor = offset(text, rest);
    }
    all
}

/// `stamp = clock "·" date ( "·" … | end )`
fn stamp(i: &str) -> IResult<&str, Stated> {
    let (_, _) = (clock, blank, char('·')).parse(i)?;
    let (rest, day) = date(i)?;
    let (rest, _) = blank(rest)?;
    if rest.is_empty() || rest.starts_with('·') || close(rest) == Close::Line {
        return Ok((rest, day));
    }
    nom::combinator::fail().parse(i)
}

/// The card over a clock line at `at`: a line that is only a handle, a name above it.
fn above<'t>(text: &'t str, floor: usize, at: usize, day: Stated) -> Option<Embed<'t>> {
    let near = before(text, floor, at, CARD);
    let line =
        near.lines().rfind(|l| l.trim_start().starts_with('@') && lone_handle(l).is_some())?;
    let account = lone_handle(line)?;
    let name = near[..offset(near, line)].lines().rfind(|l| !l.trim().is_empty());
    let name = name.filter(|n| n.chars().count() <= 50 && !n.ends_with(['.', ':', '!', '?']));
    let first = name.unwrap_or(line);
    let mut embed = Embed::new(
        Platform::X,
        span(text, &text[offset(text, first)..offset(text, line) + line.len()]),
    );
    embed.name = name.and_then(displayed);
    embed.handle = Some(Cow::Borrowed(account));
    embed.date = day;
    let words = span(text, &text[offset(text, line) + line.len()..at]);
    embed.body = (!words.is_empty()).then_some(words);
    embed.orphan = embed.body.is_none();
    Some(embed)
}

fn lone_handle(line: &str) -> Option<&str> {
    let (rest, handle) = handle(line.trim()).ok()?;
    rest.is_empty().then_some(handle)
}

/// TikTok: `@handle words ♬ sound`; the sound's author is not the post's.
pub(super) fn sounded(text: &str) -> Vec<Found<'_>> {
    let mut floor = 0;
    let mut all = Vec::new();
    for (at, note) in text.match_indices('♬') {
        let near = before(text, floor, at, CARD);
        floor = at + note.len();
        let Some(line) = near.lines().rfind(|l| l.trim_start().starts_with('@')) else { continue };
        let line = line.trim_start();
        let Ok((rest, handle)) = handle(line) else { continue };
        let start = offset(text, line);
        let mut embed =
            Embed::new(Platform::TikTok, Span::new(start, start + line.len() - rest.len()));
        embed.handle = Some(Cow::Borrowed(handle));
        let words = span(text, &text[embed.span.end as usize..at]);
        embed.body = (!words.is_empty()).then_some(words);
        embed.orphan = embed.body.is_none();
        all.push(Found { embed, words: Words::Known });
    }
    all
}

/// `Post by @handle` with `View on Threads` or the like on its line or the next.
pub(super) fn post_by(text: &str, at: usize) -> Option<Found<'_>> {
    let line = rest_of_line(text, at, 200);
    let (rest, _) = tag::<_, _, ()>("Post by ")(line).ok()?;
    let (rest, handle) = handle(rest).ok()?;
    let end = offset(text, rest);
    let next = text[end..].trim_start();
    let view = opt((tag("View on "), super::tail::platform)).parse(next).ok()?.1;
    let platform = match view {
        Some((_, platform)) => platform,
        None if handle.contains('@') && rest.trim().is_empty() => Platform::Mastodon,
        None => return None,
    };
    let mut embed = Embed::new(platform, Span::new(at, end));
    embed.handle = Some(Cow::Borrowed(handle));
    Some(Found { embed, words: Words::Before { at_least: 1, required: false } })
}

/// The offsets at which lines begin, blanks left out.
pub(super) fn line_starts(text: &str) -> impl Iterator<Item = usize> {
    text.split_inclusive('\n').map(move |l| offset(text, l.trim_start()))
}
