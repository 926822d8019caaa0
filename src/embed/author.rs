//! The line that names a post's author: `— Name (@handle) February 4, 2017`.

use std::borrow::Cow;

use nom::character::complete::one_of;
use nom::combinator::opt;
use nom::{IResult, Parser};

use super::date::is_blank;
use super::handle::{self, handle};
use super::lead::{Edge, Lead, lead};
use super::lists::List;
use super::mark::mark;
use super::tail::{Close, Tail, close, platform, tail, target};
use super::text::{after, before, displayed, offset};
use super::{Embed, Found, Platform, Words};
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

/// Whether this is an author line, and what its words must be like.
fn judge(text: &str, lead: &Lead<'_>, tail: &Tail<'_>, bracketed: bool) -> Option<Words> {
    let dashed = matches!(lead.edge, Edge::Dash | Edge::Hyphen);
    let whole = lead.own_line && tail.close == Close::Line;
    let ends = matches!(tail.close, Close::Line | Close::Glued);
    let required = doubtful(text, lead, tail);
    let usual = Words::Before { at_least: if required { 2 } else { 1 }, required };
    if is_credit(text, lead, bracketed) {
        return None;
    }
    let barred = tail.separator.is_some_and(|c| !matches!(c, ',' | '·' | '•'));
    match (tail.date, tail.platform) {
        _ if barred && !(dashed && whole) => None,
        (Some(_), None) if tail.yearless && !(dashed && whole || tail.separator == Some('·')) => {
            None
        }
        (Some(_), _) if dashed => {
            let prose = tail.close == Close::Prose || tail.preposition && !ends;
            (!prose).then_some(usual)
        }
        (Some(_), None) if bracketed && !tail.split && !tail.yearless => {
            let plain = tail.separator.is_none() && (!tail.preposition || whole);
            (plain && ends).then_some(usual)
        }
        (Some(_), None) if tail.separator == Some('·') => {
            whole.then_some(Words::Below { required: is_top(text, lead.start) })
        }
        (_, Some(_)) => (tail.close == Close::Line && (dashed || lead.own_line)).then_some(usual),
        (None, None) if tail.link.is_some() => {
            (dashed && tail.close == Close::Line).then_some(usual)
        }
        // Undated, it is a signature of any kind: only marks of a post tell.
        (None, None) if dashed && tail.close == Close::Line && bracketed => {
            let listed = lead.own_line && follows(text, lead.start, |l| mark(l).is_ok());
            let at_least = if lead.own_line { 5 } else { 12 };
            (!listed).then_some(Words::Before { at_least, required: true })
        }
        _ => None,
    }
}

/// Names of sections, which a dash sets off from their author.
static SECTIONS: List = List::new(
    "opinion opinions analysis comment commentary column interview review live \
     watch listen video podcast exclusive update updated updates story profile feature features q&a \
     news sports business letters",
);

/// Whether it is an item of a list, the credit of a section (`Opinion — Jane Roe`), or goes on with
/// a sentence (`— see @jroe`).
fn is_credit(text: &str, lead: &Lead<'_>, bracketed: bool) -> bool {
    let item = lead.edge == Edge::Hyphen && lead.own_line;
    let near = before(text, 0, lead.start, 80);
    let label = near.rsplit('\n').next().unwrap_or(near).trim();
    lead.edge == Edge::Dash && SECTIONS.has(label)
        || !bracketed && lead.name.starts_with(char::is_lowercase)
        || item && follows(text, lead.start, |l| l.starts_with("- "))
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
                && (tail.close == Close::Line && is_top(text, lead.start)
                    || lead.name.contains(", ")
                    || text[tail.end..].starts_with('.'))
        }
    }
}

/// Whether the line before the one at `start` is `alike`.
fn follows(text: &str, start: usize, alike: impl Fn(&str) -> bool) -> bool {
    let near = before(text, 0, start, 400);
    let above = near.lines().rev().map(str::trim).find(|l| !l.is_empty());
    above.is_some_and(alike)
}

/// Whether at most two lines stand above and neither both nor a long one is a paragraph: the place of
/// a byline.
pub(super) fn is_top(text: &str, start: usize) -> bool {
    const TOP: usize = 1_000;
    /// Bytes of a line that is a paragraph, and of one that is no standfirst either.
    const PARAGRAPH: (usize, usize) = (100, 160);
    let lines = || text[..start].lines().map(str::trim).filter(|l| !l.is_empty());
    let paragraphs = |least| lines().filter(|l| l.len() > least && l.ends_with('.')).count();
    start <= TOP
        && lines().take(3).count() < 3
        && paragraphs(PARAGRAPH.0) < 2
        && paragraphs(PARAGRAPH.1) == 0
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
