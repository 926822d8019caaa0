//! "Posted by u/name" and "by u/name in subreddit", as Reddit signs its frames.

use std::borrow::Cow;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{digit1, space0, space1};
use nom::combinator::{opt, recognize};
use nom::{IResult, Parser};

use super::tail::{Close, close, tail};
use super::text::{after, before, offset};
use super::{Embed, Found, Platform, Words};
use crate::Span;

/// A title may look like a heading; only an announcement or an essay is none.
const TITLE: i32 = -5;

/// ```text
/// signature = ( "Posted by" | "by" | "submitted … by" ) [ "/" ] "u/" user
///             [ ( "in" | "on" | "from" ) [ "r/" ] subreddit ] [ age | date ]
/// ```
pub(super) fn reddit(text: &str) -> Vec<Found<'_>> {
    text.match_indices("u/").filter_map(|(at, _)| signature(text, at)).collect()
}

fn signature(text: &str, at: usize) -> Option<Found<'_>> {
    let (rest, user) = user(after(text, at + 2, 240)).ok()?;
    let (start, sure) = by(text, at)?;
    let (rest, place) = opt(subreddit).parse(rest).unwrap_or((rest, None));
    let (rest, age) = opt(age).parse(rest).unwrap_or((rest, None));
    let tail = tail(text, rest);
    let own_line = text[..start].is_empty() || text[..start].ends_with('\n');
    let inline = place.is_some()
        && !text[..tail.end].ends_with('.')
        && text[tail.end..].lines().next().is_none_or(|l| l.trim().is_empty());
    let ends = tail.close == Close::Line || age.is_some() && close(rest) != Close::Prose;
    if !ends || !(sure || own_line && place.is_some() || inline) {
        return None;
    }
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

fn subreddit(i: &str) -> IResult<&str, &str> {
    let mut name = take_while1(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let word = alt((tag("in"), tag("on"), tag("from"), tag("to"), tag("•"), tag("·")));
    let (i, (_, _, _, r)) = (space1, word, space1, opt(alt((tag("r/"), tag("/r/"))))).parse(i)?;
    let (i, name) = name.parse(i)?;
    // A bare word after "on" or "to" is prose; after "in" it is how frames write it.
    if r.is_none() && name.starts_with(|c: char| c.is_ascii_lowercase()) && i.starts_with(' ') {
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

/// Where the signature begins that ends in "by" before `at`, and whether its
/// words alone tell that it is one.
fn by(text: &str, at: usize) -> Option<(usize, bool)> {
    let near = before(text, 0, at, 80);
    let line = near.rsplit('\n').next().unwrap_or(near);
    let line = line.strip_suffix('/').unwrap_or(line);
    let lead = line.strip_suffix("by ")?;
    let word = lead.trim_end().rsplit(' ').next().unwrap_or("");
    let start = offset(text, lead) + lead.len();
    match word {
        "Posted" => {
            let before = lead.trim_end().trim_end_matches("Posted").trim_end();
            let place = before.starts_with("r/") && before.ends_with(['•', '·']);
            let start = start - "Posted ".len();
            Some((if place { offset(text, lead) } else { start }, true))
        }
        "Submitted" => Some((start - "Submitted ".len(), true)),
        _ if lead.starts_with("submitted ") && near.len() > line.len() => {
            Some((offset(text, lead), true))
        }
        "" => Some((start, false)),
        w if VERBS.contains(&w) => None,
        _ => Some((start, false)),
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
