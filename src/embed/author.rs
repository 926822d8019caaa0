//! The line that names a post's author: `— Name (@handle) February 4, 2017`.

use std::borrow::Cow;

use nom::bytes::complete::tag;
use nom::character::complete::one_of;
use nom::combinator::opt;
use nom::{IResult, Parser};

use super::date::is_blank;
use super::handle::{self, handle};
use super::lead::{Edge, Lead, lead};
use super::tail::{Close, Tail, tail};
use super::text::{after, before, displayed};
use super::{Embed, Found, Words};
use crate::Span;

/// The longest tail read, in bytes.
const TAIL: usize = 400;

/// Reads the author line around the `@` at `at`; it begins at `floor` or later.
///
/// ```text
/// author  = [ mark ] [ name ] account tail
/// account = "(" handle ")" | handle
/// ```
pub(super) fn author<'t>(text: &'t str, floor: usize, at: usize) -> Option<Found<'t>> {
    let near = after(text, at, TAIL);
    let (rest, handle) = handle(near).ok()?;
    let open = bracket(&text[floor..at]);
    let rest = if open.is_some() { closing(rest).ok()?.0 } else { rest };
    if !may_go_on(rest) {
        return None;
    }
    let mut tail = tail(text, rest);
    if tail.date.is_none() && tail.close == Close::Line {
        tail = next_line(text, tail);
    }
    // Nothing behind the handle that an author line has: not worth a look back.
    if tail.date.is_none() && tail.platform.is_none() && tail.close != Close::Line {
        return None;
    }
    let lead = match open {
        Some(width) => lead(text, floor, at - width)?,
        None => bare_lead(text, floor, at)?,
    };
    let words = judge(text, &lead, &tail, open.is_some())?;
    Some(Found { embed: embed(handle, &lead, tail), words })
}

/// Whether what stands behind a handle can be an author line's, at a glance.
pub(super) fn may_go_on(rest: &str) -> bool {
    let next = rest.trim_start_matches(is_blank).chars().next();
    next.is_none_or(|c| !matches!(c, '(' | '@' | ';' | ':' | '!' | '?' | '/'))
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
    ["(Twitter: ", "(X: ", "( ", "(", "（", "["]
        .iter()
        .find(|b| before.ends_with(**b))
        .map(|b| b.len())
}

/// `closing = [ " " ] ( ")" | "）" | "]" )`
pub(super) fn closing(i: &str) -> IResult<&str, char> {
    let (i, _) = opt(tag(" ")).parse(i)?;
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

/// Whether this is an author line, and what its words must be like.
fn judge(text: &str, lead: &Lead<'_>, tail: &Tail<'_>, bracketed: bool) -> Option<Words> {
    let dashed = matches!(lead.edge, Edge::Dash | Edge::Hyphen);
    let whole = lead.own_line && tail.close == Close::Line;
    let ends = matches!(tail.close, Close::Line | Close::Glued);
    let required = doubtful(text, lead, tail);
    let usual = Words::Before { at_least: if required { 2 } else { 1 }, required };
    match (tail.date, tail.platform) {
        _ if lead.edge == Edge::Hyphen && lead.own_line && follows_item(text, lead.start) => None,
        (Some(_), _) if dashed => {
            let prose = tail.close == Close::Prose || tail.preposition && !ends;
            (!prose).then_some(usual)
        }
        (Some(_), None) if bracketed && !tail.split => {
            let plain = tail.separator.is_none() && (!tail.preposition || whole);
            (plain && ends).then_some(usual)
        }
        (Some(_), None) if tail.separator == Some('·') => {
            whole.then_some(Words::Below { required: is_top(text, lead.start) })
        }
        (_, Some(_)) => (tail.close == Close::Line && (dashed || lead.own_line)).then_some(usual),
        // Undated, it is a signature of any kind: only marks of a post tell.
        (None, None) if dashed && tail.close == Close::Line && bracketed => {
            Some(Words::Before { at_least: if lead.own_line { 5 } else { 12 }, required: true })
        }
        _ => None,
    }
}

/// Whether the line could as well be a byline, a caption or an item of a list, so
/// that only a post's words above it settle the matter.
fn doubtful(text: &str, lead: &Lead<'_>, tail: &Tail<'_>) -> bool {
    match lead.edge {
        Edge::Hyphen => lead.own_line,
        Edge::Dash => false,
        _ if tail.platform.is_some() => false,
        _ => {
            lead.own_line
                && (is_top(text, lead.start)
                    || lead.name.contains(", ")
                    || text[tail.end..].starts_with('.'))
        }
    }
}

/// Whether the line before the one at `start` begins with a hyphen too.
fn follows_item(text: &str, start: usize) -> bool {
    let near = before(text, 0, start, 400);
    let above = near.lines().rev().map(str::trim).find(|l| !l.is_empty());
    above.is_some_and(|l| l.starts_with("- "))
}

/// Whether at most two lines stand above: the place of a byline.
pub(super) fn is_top(text: &str, start: usize) -> bool {
    const TOP: usize = 1_000;
    let lines = || text[..start].lines().filter(|l| !l.trim().is_empty());
    start <= TOP && lines().take(3).count() < 3
}

fn embed<'t>(handle: &'t str, lead: &Lead<'t>, tail: Tail<'t>) -> Embed<'t> {
    let platform = tail.platform.unwrap_or_else(|| handle::platform(handle));
    let mut embed = Embed::new(platform, Span::new(lead.start, tail.end));
    embed.name = displayed(lead.name.trim_end_matches(','));
    embed.handle = Some(Cow::Borrowed(handle));
    embed.date = tail.date.flatten();
    if let Some(link) = tail.link {
        embed.url = Some(link.url);
        embed.post_id = Some(link.post_id);
    }
    embed
}
