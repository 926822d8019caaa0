//! Posts copied with their whole frame: name, handle, words, then the clock or the sound.

use std::borrow::Cow;

use nom::bytes::complete::tag;
use nom::character::complete::one_of;
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

/// Cards that end in a line like `7:30 AM · Feb 4, 2017 · Example for Phones`, or in
/// the older `7:30 AM - 4 Feb 2017`.
pub(super) fn clocked(text: &str) -> Vec<Found<'_>> {
    let mut floor = 0;
    let mut all = Vec::new();
    for at in line_starts(text) {
        if !text[at..].starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let line = rest_of_line(text, at, 200);
        let Ok((rest, day)) = stamp(line) else { continue };
        if let Some(embed) = above(text, floor, at, day) {
            all.push(Found { embed, words: Words::Known });
        }
        floor = offset(text, rest);
    }
    all
}

/// `stamp = clock ( "·" | "-" ) date ( "·" … | end )`
fn stamp(i: &str) -> IResult<&str, Stated> {
    let (_, _) = (clock, blank, one_of("·-–")).parse(i)?;
    let (rest, day) = date(i)?;
    let (rest, _) = blank(rest)?;
    if rest.is_empty() || rest.starts_with('·') || close(rest) == Close::Line {
        return Ok((rest, day));
    }
    nom::combinator::fail().parse(i)
}

/// The card over a clock line at `at`: a line that is only a handle with a name
/// above it, or one that is a name and a handle.
fn above<'t>(text: &'t str, floor: usize, at: usize, day: Stated) -> Option<Embed<'t>> {
    let near = before(text, floor, at, CARD);
    let lone = near.lines().rfind(|l| lone_handle(l).is_some());
    let line = lone.or_else(|| near.lines().rfind(|l| named_handle(l).is_some()))?;
    let (name, account) = match lone_handle(line) {
        Some(account) => {
            let above = near[..offset(near, line)].lines().rfind(|l| !l.trim().is_empty());
            (
                above.filter(|n| n.chars().count() <= 50 && !n.ends_with(['.', ':', '!', '?'])),
                account,
            )
        }
        None => named_handle(line).map(|(name, account)| (Some(name), account))?,
    };
    let (first, end) = (offset(text, name.unwrap_or(line)), offset(text, line) + line.len());
    let mut embed = Embed::new(Platform::X, span(text, &text[first..end]));
    embed.name = name.and_then(|n| displayed(n.trim_end_matches(is_badge)));
    embed.handle = Some(Cow::Borrowed(account));
    embed.date = day;
    let words = span(text, &text[end..at]);
    embed.body = (!words.is_empty()).then_some(words);
    embed.orphan = embed.body.is_none();
    Some(embed)
}

fn lone_handle(line: &str) -> Option<&str> {
    let (rest, handle) = handle(line.trim()).ok()?;
    rest.is_empty().then_some(handle)
}

/// `Name @handle`, all of the name's words capital.
fn named_handle(line: &str) -> Option<(&str, &str)> {
    let (name, account) = line.trim().rsplit_once(' ')?;
    let capital = |w: &str| !w.starts_with(|c: char| c.is_lowercase() || "@#".contains(c));
    let fits = name.chars().count() <= 50 && name.split_whitespace().all(capital);
    lone_handle(account).filter(|_| fits).map(|account| (name, account))
}

/// The sign of a verified account, or a blank.
fn is_badge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '✔' | '✓' | '☑' | '\u{fe0f}')
}

/// TikTok: `@handle words ♬ sound`; the sound's author is not the post's.
pub(super) fn sounded(text: &str) -> Vec<Found<'_>> {
    let mut floor = 0;
    let mut all = Vec::new();
    for (at, note) in text.match_indices('♬') {
        let near = before(text, floor, at, CARD);
        floor = at + note.len();
        let mut lines = near.lines().rev().filter(|l| !l.trim().is_empty()).take(6);
        let Some(line) = lines.find(|l| l.trim_start().starts_with('@')) else { continue };
        if !rest_of_line(text, floor, 120).contains([' ', '-', '–']) {
            continue;
        }
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

/// The offsets at which lines begin, blanks and blank lines left out.
pub(super) fn line_starts(text: &str) -> impl Iterator<Item = usize> {
    let filled = text.split_inclusive('\n').map(str::trim_start).filter(|l| !l.is_empty());
    filled.map(move |l| offset(text, l))
}
