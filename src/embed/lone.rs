//! Lines that are nothing but a post's address, an empty frame, or a picture's link.

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while_m_n};
use nom::character::complete::{alpha1, char, one_of};
use nom::combinator::{opt, recognize};
use nom::{IResult, Parser};

use super::card::{line_starts, post_by};
use super::months::has;
use super::permalink::{Permalink, permalink};
use super::text::{before, is_link, rest_of_line};
use super::{Embed, Found, Platform, Words};
use crate::Span;

/// All such lines, in order.
pub(super) fn lines(text: &str) -> Vec<Found<'_>> {
    line_starts(text)
        .filter_map(|at| {
            frame(text, at)
                .or_else(|| address(text, at))
                .or_else(|| post_by(text, at))
                .or_else(|| picture(text, at))
        })
        .collect()
}

/// The frame's own words, as Instagram shows them before the post.
pub(super) const FRAMES: [&str; 12] = [
    "View this post on Instagram",
    "Sieh dir diesen Beitrag auf Instagram an",
    "Ver esta publicación en Instagram",
    "Voir cette publication sur Instagram",
    "Visualizza questo post su Instagram",
    "Ver essa foto no Instagram",
    "Ver esta publicação no Instagram",
    "Dit bericht bekijken op Instagram",
    "Bekijk dit bericht op Instagram",
    "Visa detta inlägg på Instagram",
    "Посмотреть эту публикацию в Instagram",
    "この投稿をInstagramで見る",
];

fn frame(text: &str, at: usize) -> Option<Found<'_>> {
    let line = rest_of_line(text, at, 120).trim_end();
    let bare = line.trim_end_matches('.');
    FRAMES.contains(&bare).then(|| {
        let embed = Embed::new(Platform::Instagram, Span::new(at, at + line.len()));
        Found { embed, words: Words::Frame }
    })
}

/// ```text
/// address = [ open ] permalink [ "[/embed]" | quote "]" | "]" | ">" ]
/// ```
fn address(text: &str, at: usize) -> Option<Found<'_>> {
    let line = rest_of_line(text, at, 400).trim_end();
    let link = shortcode(line).ok().filter(|(rest, _)| rest.is_empty())?.1;
    if in_list(text, at) {
        return None;
    }
    let mut embed = Embed::new(link.platform, Span::new(at, at + line.len()));
    embed.handle = link.handle;
    embed.post_id = Some(link.post_id);
    embed.url = Some(link.url);
    Some(Found { embed, words: Words::Address })
}

/// `open = "[" word [ "url=" ] [ quote ] | "[embed]" | "<"`
fn shortcode(i: &str) -> IResult<&str, Permalink<'_>> {
    let bracket = (char('['), alpha1, char(' '), opt(tag("url=")), opt(one_of("\"“'")));
    let open = alt((recognize(bracket), tag_no_case("[embed]"), tag("<")));
    let close =
        alt((tag_no_case("[/embed]"), tag("\"]"), tag("”]"), tag("']"), tag("]"), tag(">")));
    let (i, _) = opt(open).parse(i)?;
    let (i, link) = permalink(i)?;
    let (i, _) = opt(close).parse(i)?;
    Ok((i, link))
}

/// Headings of lists of sources, in which an address is a reference.
const LISTS: &str = "source sources reference references link links footnotes notes related share \
     also more quellen fuentes";

fn in_list(text: &str, at: usize) -> bool {
    let near = before(text, 0, at, 400);
    let above = near.lines().rev().map(str::trim).find(|l| !l.is_empty() && !is_link(l));
    let heading = above.unwrap_or("");
    let last = heading.trim_end_matches(':').rsplit(' ').next().unwrap_or("");
    heading.len() < 40 && has(LISTS, last)
}

/// A line that ends in a picture's link and so is a post, though its author is gone.
fn picture(text: &str, at: usize) -> Option<Found<'_>> {
    const LEAD: &str = "pic.twitter.com/";
    let line = rest_of_line(text, at, 700).trim_end();
    let start = at + line.rfind(LEAD)?;
    let rest = &line[start - at + LEAD.len()..];
    let mut code = take_while_m_n::<_, &str, ()>(8, 14, |c: char| c.is_ascii_alphanumeric());
    let (rest, _) = code.parse(rest).ok()?;
    if !rest.is_empty() || line.contains(['“', '<']) || line[..start - at].ends_with('"') {
        return None;
    }
    let mut embed = Embed::new(Platform::X, Span::new(start, at + line.len()));
    let words = line[..start - at].trim();
    embed.body = (!words.is_empty()).then(|| super::text::span(text, words));
    embed.orphan = embed.body.is_none();
    Some(Found { embed, words: Words::Unsigned })
}
