//! "Posted by u/name" and "by u/name in subreddit", as Reddit signs its frames.

use std::borrow::Cow;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{digit1, multispace0, multispace1, space0};
use nom::combinator::{opt, recognize};
use nom::{IResult, Parser};

use super::months::is_weekday;
use super::tail::{Close, close, tail};
use super::text::{after, before, offset, places};
use super::{Embed, Found, Platform, Words};
use crate::Span;

/// A title may look like a heading; only an announcement or an essay is none.
const TITLE: i32 = -5;

/// ```text
/// signature = ( "Posted by" | "by" | "submitted … by" ) [ "/" ] "u/" user
///             [ ( "in" | "on" | "from" ) [ "r/" ] subreddit ] [ age | date ]
/// ```
pub(super) fn reddit(text: &str) -> Vec<Found<'_>> {
    let slashes = places(text, |b| b == b'/').filter(|&at| text[..at].ends_with('u'));
    slashes.filter_map(|at| signature(text, at - 1)).collect()
}

fn signature(text: &str, at: usize) -> Option<Found<'_>> {
    let (rest, user) = user(after(text, at + 2, 240)).ok()?;
    let by = by(text, at)?;
    let (rest, place) = opt(subreddit).parse(rest).unwrap_or((rest, None));
    let (rest, age) = opt(age).parse(rest).unwrap_or((rest, None));
    let tail = tail(text, rest);
    let aged = age.is_some() && tail.close != Close::Prose;
    let stopped = text[tail.end..].trim_start_matches(' ').starts_with('.');
    let placed = place.is_some() && (by.own_line || !stopped);
    if !(tail.close == Close::Line || aged) || !(by.sure || placed) {
        return None;
    }
    let (start, sure) = (by.start, by.sure);
    let mut embed = Embed::new(Platform::Reddit, Span::new(start, tail.end));
    embed.handle = Some(Cow::Borrowed(user));
    embed.date = tail.date.flatten();
    if let Some(link) = tail.link {
        embed.url = Some(link.url);
        embed.post_id = Some(link.post_id);
    }
    // "by u/…" stands below the title, "Posted by u/…" above or below it.
    let titled = Words::Before { at_least: TITLE, required: false };
    Some(Found { embed, words: if sure { Words::Around } else { titled } })
}

fn user(i: &str) -> IResult<&str, &str> {
    take_while_m_n(3, 20, |c: char| c.is_ascii_alphanumeric() || "_-".contains(c))(i)
}

/// The blanks around the words are lost where tags were cut out (`inpics`).
fn subreddit(i: &str) -> IResult<&str, &str> {
    let mut name = take_while1(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let word = alt((tag("in"), tag("on"), tag("from"), tag("to"), tag("•"), tag("·")));
    let (i, (_, word, space, r)) =
        (multispace1, word, multispace0, opt(alt((tag("r/"), tag("/r/"))))).parse(i)?;
    let (i, name) = name.parse(i)?;
    if r.is_none() && (!word.starts_with(char::is_alphabetic) || is_weekday(name)) {
        return nom::combinator::fail().parse(i);
    }
    let low = name.starts_with(|c: char| c.is_ascii_lowercase());
    let goes_on = !matches!(close(i), Close::Line);
    // A bare word in lower case that is glued or goes on is prose.
    if r.is_none() && low && (space.is_empty() || goes_on) {
        return nom::combinator::fail().parse(i);
    }
    Ok((i, name))
}

/// `age = [ "•" ] digits unit "ago"`
fn age(i: &str) -> IResult<&str, &str> {
    let dot = opt(alt((tag("•"), tag("·"))));
    let unit = take_while1(|c: char| c.is_ascii_lowercase());
    recognize((space0, dot, space0, digit1, space0, unit, tag(" ago"))).parse(i)
}

/// What leads up to the user's name.
struct By {
    /// Where the signature begins.
    start: usize,
    /// Its words alone tell that it is one.
    sure: bool,
    /// Nothing else stands before it on its line.
    own_line: bool,
}

/// `by = [ "r/" subreddit "•" ] [ "Posted" | "Submitted" | "submitted" … ] "by" [ "/" ]`
fn by(text: &str, at: usize) -> Option<By> {
    let near = before(text, 0, at, 80);
    let near = near.strip_suffix('\n').filter(|n| n.ends_with("by")).unwrap_or(near);
    let line = near.rsplit('\n').next().unwrap_or(near);
    let begins = line.len() < near.len() || offset(text, near) == 0;
    let bare = line.strip_suffix('/').unwrap_or(line).trim_end();
    let lead = bare.strip_suffix("by")?;
    if lead.ends_with(char::is_alphanumeric) {
        return None;
    }
    let start = offset(text, lead) + lead.len();
    let lead = lead.trim();
    let own_line = begins && lead.is_empty();
    let word = lead.rsplit(' ').next().unwrap_or("");
    let sure = |start| Some(By { start, sure: true, own_line: true });
    match word {
        "Posted" | "Submitted" => {
            let above = lead[..lead.len() - word.len()].trim_end();
            let place = above.starts_with("r/") && above.ends_with(['•', '·']);
            sure(if place { offset(text, lead) } else { offset(text, word) })
        }
        _ if lead.starts_with("submitted ") && begins => sure(offset(text, lead)),
        w if VERBS.contains(&w) => None,
        _ => Some(By { start, sure: false, own_line }),
    }
}

/// With one of these before "by", the sentence is the article's.
const VERBS: [&str; 12] = [
    "posted",
    "shared",
    "written",
    "uploaded",
    "submitted",
    "taken",
    "made",
    "created",
    "started",
    "found",
    "noticed",
    "sent",
];
