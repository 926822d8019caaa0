//! Lines that are nothing but a post's address, an empty frame, or a picture's link.

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while_m_n};
use nom::character::complete::{alpha1, char, one_of};
use nom::combinator::{opt, recognize};
use nom::{IResult, Parser};

use super::card::{line_starts, post_by};
use super::lists::List;
use super::permalink::{Permalink, permalink};
use super::text::{before, is_link, places, rest_of_line};
use super::{Embed, Found, Platform, Words};
use crate::Span;

/// All such lines, those with a picture's link last.
pub(super) fn lines(text: &str) -> Vec<Found<'_>> {
    let read = |at| frame(text, at).or_else(|| address(text, at)).or_else(|| post_by(text, at));
    let slashes = places(text, |b| b == b'/').map(|at| at + 1);
    let pictures = slashes.filter(|&end| text[..end].ends_with(PICTURE));
    let pictures = pictures.filter_map(|end| picture(text, end - PICTURE.len()));
    line_starts(text).filter_map(read).chain(pictures).collect()
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
    if !FRAMES.iter().any(|f| text[at..].starts_with(f)) {
        return None;
    }
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
    if !text[at..].starts_with(['h', 'H', '[', '<']) {
        return None;
    }
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
static LISTS: List = List::new(
    "source sources reference references link links footnotes notes related share \
     also more quellen fuentes",
);

fn in_list(text: &str, at: usize) -> bool {
    let near = before(text, 0, at, 400);
    let above = near.lines().rev().map(str::trim).find(|l| !l.is_empty() && !is_link(l));
    let heading = above.unwrap_or("");
    let last = heading.trim_end_matches(':').rsplit(' ').next().unwrap_or("");
    heading.len() < 40 && LISTS.has(last)
}

const PICTURE: &str = "pic.twitter.com/";
/// The longest line looked back over for a picture's words, in bytes.
const LINE: usize = 700;

/// A line that ends in the picture's link at `at`, and so is a post though its author is gone.
fn picture(text: &str, at: usize) -> Option<Found<'_>> {
    let rest = rest_of_line(text, at + PICTURE.len(), 80).trim_end();
    let mut code = take_while_m_n::<_, &str, ()>(8, 14, |c: char| c.is_ascii_alphanumeric());
    let (behind, _) = code.parse(rest).ok()?;
    let near = before(text, 0, at, LINE);
    let line = near.rsplit('\n').next().unwrap_or(near);
    let cut = line.len() == near.len() && near.len() < at;
    if !behind.is_empty() || cut || line.contains(['“', '<']) || line.ends_with('"') {
        return None;
    }
    let mut embed = Embed::new(Platform::X, Span::new(at, at + PICTURE.len() + rest.len()));
    embed.body = (!line.trim().is_empty()).then(|| super::text::span(text, line));
    embed.orphan = embed.body.is_none();
    Some(Found { embed, words: Words::Unsigned })
}
