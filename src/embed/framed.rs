//! Lines of a post's frame, where markup says that it is one: its author line, and the frame's own words.

use std::borrow::Cow;

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_until, take_while1};
use nom::combinator::{eof, opt, value, verify};
use nom::{IResult, Parser};

use super::author::{bracket, closing};
use super::handle::{self, handle};
use super::lone::FRAMES;
use super::mark::mark;
use super::tail::{platform, tail};
use super::text::{displayed, offset};
use super::{Date, Embed, Platform};
use crate::Span;

/// Reads a line as the author line of a post's frame; its span lies in `line`.
///
/// ```text
/// signature = mark bracketed | shared | lone | redditor | in-text | bracketed
/// ```
/// With a mark at its beginning the line is one, whatever the name holds and whatever follows.
pub(crate) fn signature(line: &str) -> Option<Embed<'_>> {
    let marked = mark(line.trim_start()).ok().and_then(|(name, _)| bracketed(line, name));
    marked
        .or_else(|| shared(line))
        .or_else(|| lone(line))
        .or_else(|| redditor(line))
        .or_else(|| in_text(line))
        .or_else(|| bracketed(line, line).filter(|e| e.date.is_some()))
}

/// `bracketed = [ name ] "(" handle ")" tail`, from where `rest` begins in `line` on; of several
/// handles the last.
fn bracketed<'t>(line: &'t str, rest: &'t str) -> Option<Embed<'t>> {
    let start = offset(line, rest);
    let handles = line.char_indices().rev().filter(|(_, c)| matches!(c, '@' | '＠'));
    let found = handles.take(8).find_map(|(at, _)| {
        let open = bracket(line.get(start..at)?)?;
        let (rest, handle) = handle(&line[at..]).ok()?;
        let (rest, _) = closing(rest).ok()?;
        let tail = tail(line, rest);
        let mut embed = Embed::new(handle::platform(handle), Span::new(0, tail.end));
        embed.name = displayed(&line[start..at - open]);
        embed.handle = Some(Cow::Borrowed(handle));
        embed.date = tail.date.flatten();
        Some(embed)
    });
    found.filter(|e| e.name.as_ref().is_none_or(|n| n.chars().count() <= NAME))
}

/// `A post shared by … (handle)`, `Posted by … on Friday, …`, in the languages of the frames.
fn shared(line: &str) -> Option<Embed<'_>> {
    let at = line.char_indices().rfind(|(_, c)| matches!(c, '@' | '＠'));
    let instagram = at.and_then(|(at, _)| super::shared::instagram(line, 0, at));
    let found = instagram.or_else(|| super::shared::facebook(line).pop())?;
    Some(found.embed)
}

/// The longest name, in characters; platforms allow 50 to 64.
const NAME: usize = 80;

/// `lone = [ "Post by" ] handle`, and nothing else on the line.
fn lone(line: &str) -> Option<Embed<'_>> {
    let trimmed = line.trim();
    let lead = alt((tag_no_case::<_, _, ()>("Post by "), tag_no_case("Posted by ")));
    let (rest, _) = opt(lead).parse(trimmed).unwrap_or((trimmed, None));
    let (rest, handle) = handle(rest).ok()?;
    if !rest.is_empty() {
        return None;
    }
    let start = offset(line, trimmed);
    let span = Span::new(start, start + trimmed.len());
    let mut embed = Embed::new(handle::platform(handle), span);
    embed.handle = Some(Cow::Borrowed(handle));
    Some(embed)
}

/// `redditor = "by" [ "/" ] "u/" user …`, the blanks lost with the tags around.
fn redditor(line: &str) -> Option<Embed<'_>> {
    let at = line.rfind("u/")?;
    let by = line[..at].trim_end_matches('/').trim_end().strip_suffix("by")?;
    if by.ends_with(char::is_alphanumeric) {
        return None;
    }
    let user = take_while1::<_, _, ()>(|c: char| c.is_ascii_alphanumeric() || "_-".contains(c));
    let (_, user) = { user }.parse(&line[at + 2..]).ok()?;
    let mut embed = Embed::new(Platform::Reddit, Span::new(by.len(), line.trim_end().len()));
    embed.handle = Some(Cow::Borrowed(user));
    Some(embed)
}

/// An author line as the parsers for plain text find it.
fn in_text(line: &str) -> Option<Embed<'_>> {
    let named = |e: &Embed<'_>| e.url.is_none() && (e.handle.is_some() || e.name.is_some());
    super::find(line).into_iter().rfind(named)
}

/// `pointer = verb [ "this post" … ] "on" platform`
fn pointer(i: &str) -> IResult<&str, ()> {
    let verb = alt((
        tag_no_case("View"),
        tag_no_case("See"),
        tag_no_case("Watch"),
        tag_no_case("Read"),
        tag_no_case("Open"),
        tag_no_case("Follow"),
        tag_no_case("Show"),
    ));
    let object = verify(take_until(" on "), |object: &str| {
        object.len() <= 24 && object.chars().all(|c| c.is_alphabetic() || c == ' ')
    });
    value((), (verb, object, tag(" on "), platform, eof)).parse(i)
}

/// Whether a line is the frame's own: `View this post on Instagram`, `[image or embed]`, a sound.
///
/// ```text
/// own = pointer | "[image or embed]" | "♬" …
/// ```
pub(crate) fn is_frame_text(line: &str) -> bool {
    let line = line.trim().trim_end_matches(['.', '…', '>', '→', ' ']);
    pointer(line).is_ok()
        || FRAMES.contains(&line)
        || line.starts_with('♬')
        || ["[image or embed]", "[image]", "Loading", "See more"]
            .iter()
            .any(|own| line.eq_ignore_ascii_case(own))
}

/// The day that an attribute or a line states: in words, or as a Unix time.
pub(crate) fn stated_day(value: &str) -> Option<Date> {
    super::tweet::moment(value.trim())
}
