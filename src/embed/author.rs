//! The line that names a post's author: `— Name (@handle) February 4, 2017`.

use std::borrow::Cow;

use nom::character::complete::one_of;
use nom::combinator::opt;
use nom::{IResult, Parser};

use super::date::is_blank;
use super::handle::{self, handle};
use super::lead::{Edge, Lead, lead};
use super::tail::{Close, Tail, close, platform, tail, target};
use super::text::{after, displayed, offset};
use super::verdict::judge;
use super::{Embed, Found, Platform};
use crate::Span;

/// The longest tail read, in bytes.
const TAIL: usize = 400;

/// Reads the author line around the `@` at `at`; it begins at `floor` or later.
///
/// ```text
/// author  = [ mark ] [ name ] account tail
/// account = "(" handle [ target ] ")" | handle [ target ] | "(" handle "on" platform [ date ] ")"
/// ```
/// A `target` is what Markdown leaves of a link behind its words.
pub(super) fn author<'t>(text: &'t str, floor: usize, at: usize) -> Option<Found<'t>> {
    let (rest, handle) = handle(after(text, at, TAIL)).ok()?;
    let open = bracket(&text[floor..at]);
    let tail = behind(text, rest, open.is_some())?;
    // Nothing behind the handle that an author line has: not worth a look back.
    let bare = tail.date.is_none() && tail.platform.is_none() && tail.link.is_none();
    if bare && tail.close != Close::Line {
        return None;
    }
    let lead = match open {
        Some(width) => lead(text, floor, at - width)?,
        None => bare_lead(text, floor, at)?,
    };
    let words = judge(text, &lead, &tail, open.is_some())?;
    Some(Found { embed: embed(handle, &lead, tail), words })
}

/// What stands behind a handle, its bracket closed; none where no author line goes on so.
fn behind<'t>(text: &'t str, rest: &'t str, open: bool) -> Option<Tail<'t>> {
    let rest = without_target(rest);
    let rest = match closing(rest) {
        Ok((rest, _)) if open => without_target(rest),
        _ if open => return inside(text, rest),
        _ => rest,
    };
    if !may_go_on(rest) {
        return None;
    }
    let tail = tail(text, rest);
    let ends = tail.date.is_none() && tail.close == Close::Line;
    Some(if ends { next_line(text, tail) } else { tail })
}

/// `inside = "on" platform [ date ] ")"`
fn inside<'t>(text: &'t str, rest: &'t str) -> Option<Tail<'t>> {
    let inner = tail(text, rest);
    inner.platform?;
    let (rest, _) = closing(&text[inner.end..]).ok()?;
    Some(Tail { end: offset(text, rest), close: close(rest), ..inner })
}

fn without_target(i: &str) -> &str {
    target(i).map_or(i, |(rest, _)| rest)
}

/// Whether what stands behind a handle can be an author line's, at a glance.
pub(super) fn may_go_on(rest: &str) -> bool {
    let next = rest.trim_start_matches(is_blank).chars().next();
    next.is_none_or(|c| !matches!(c, '@' | ';' | ':' | '!' | '?' | '/'))
}

/// The date from the next line, where it stands there alone.
fn next_line<'t>(text: &'t str, first: Tail<'t>) -> Tail<'t> {
    let below = after(text, first.end, 80).trim_start();
    let second = tail(text, below);
    let alone = second.date.is_some() && second.separator.is_none() && !second.preposition;
    if alone && second.close == Close::Line {
        Tail { platform: first.platform, split: true, ..second }
    } else {
        first
    }
}

/// The length of the opening bracket that ends `before`.
pub(super) fn bracket(before: &str) -> Option<usize> {
    ["(Twitter: ", "(X: ", "( ", "(\n", "([", "(", "（", "["]
        .iter()
        .find(|b| before.ends_with(**b))
        .map(|b| b.len())
}

/// `closing = [ " " | line-end ] ( ")" | "）" | "]" )`
pub(super) fn closing(i: &str) -> IResult<&str, char> {
    let (i, _) = opt(one_of(" \n")).parse(i)?;
    one_of(")）]")(i)
}

/// The left side of a handle that stands without brackets.
fn bare_lead(text: &str, floor: usize, at: usize) -> Option<Lead<'_>> {
    let before = text[floor..at].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '/' | '@' | '+')) {
        return None;
    }
    let line_start = before.is_none_or(|c| c == '\n') && (at == 0 || text[..at].ends_with('\n'));
    if line_start {
        return Some(Lead { edge: Edge::Line, start: at, own_line: true, name: "" });
    }
    lead(text, floor, at)
}

/// `name "on" platform`, where the platform stands before the account.
fn on_platform(name: &str) -> Option<(&str, Platform)> {
    let (name, rest) = name.rsplit_once(" on ")?;
    let (rest, platform) = platform(rest).ok()?;
    rest.is_empty().then_some((name, platform))
}

fn embed<'t>(handle: &'t str, lead: &Lead<'t>, tail: Tail<'t>) -> Embed<'t> {
    let named = on_platform(lead.name);
    let stated = tail.platform.or(named.map(|(_, platform)| platform));
    let platform = stated.unwrap_or_else(|| handle::platform(handle));
    let mut embed = Embed::new(platform, Span::new(lead.start, tail.end));
    let name = named.map_or(lead.name, |(name, _)| name);
    embed.name = displayed(name.trim_end_matches(',').trim_start_matches('['));
    embed.handle = Some(Cow::Borrowed(handle));
    embed.date = tail.date.flatten();
    if let Some(link) = tail.link {
        embed.url = Some(link.url);
        embed.post_id = Some(link.post_id);
    }
    embed
}
