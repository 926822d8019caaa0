//! `<tweet …>…</tweet>`: what some collectors leave of an embedded post.

use std::borrow::Cow;

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_till, take_while, take_while1};
use nom::character::complete::{alpha1, char, one_of, space0};
use nom::combinator::{map, opt, recognize};
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::date::date;
use super::permalink::permalink;
use super::text::{after, displayed, offset, places, span};
use super::{Date, Embed, Found, Platform, Words, handle};
use crate::Span;

/// The longest opening tag read, in bytes.
const TAG: usize = 800;
/// The longest post looked for, in bytes.
const POST: usize = 4_000;

/// Every `<tweet …>` in the text, in order; a `<tweet/>` or `<tweet>` that stands
/// where a post is open closes it.
pub(super) fn tweets(text: &str) -> Vec<(Found<'_>, Span)> {
    let starts: Vec<usize> =
        places(text, |b| matches!(b, b'<' | b'&')).filter(|&i| is_tag(&text[i..])).collect();
    let mut found = Vec::new();
    let mut covered = 0;
    for (n, &start) in starts.iter().enumerate() {
        if start < covered {
            continue;
        }
        let Ok((rest, attributes)) = opening(after(text, start, TAG)) else { continue };
        let begin = offset(text, rest);
        let next = starts[n + 1..].iter().copied().find(|&s| s >= begin);
        let end = post_end(text, begin, next);
        let region = Span::new(start, end);
        if let Some(tweet) = cite(text, Span::new(start, begin), end, &attributes) {
            covered = end + closer(&text[end..]);
            found.push((tweet, region));
        }
    }
    found
}

fn is_tag(i: &str) -> bool {
    let Ok((i, _)) = angle(i) else { return false };
    let i = i.strip_prefix('/').unwrap_or(i);
    i.get(..5).is_some_and(|t| t.eq_ignore_ascii_case("tweet"))
        && !i[5..].starts_with(|c: char| c.is_alphanumeric())
}

/// `angle = "<" | "&lt;"`
fn angle(i: &str) -> IResult<&str, &str> {
    alt((tag("<"), tag("&lt;"))).parse(i)
}

/// `angle-end = ">" | "&gt;"`
fn angle_end(i: &str) -> IResult<&str, &str> {
    alt((tag(">"), tag("&gt;"))).parse(i)
}

/// The length of a closing tag at the start of `i`: `</tweet>`, `<tweet/>`, `<tweet>`.
fn closer(i: &str) -> usize {
    let slash = || opt(char('/'));
    let closer = (angle, slash(), tag_no_case("tweet"), space0, slash(), angle_end);
    recognize(closer).parse(i).map_or(0, |(_, found): (_, &str)| found.len())
}

/// Where a post that begins at `begin` ends: at the tag that closes it, else with
/// its paragraph before another tag, else with its line.
fn post_end(text: &str, begin: usize, next: Option<usize>) -> usize {
    let near = after(text, begin, POST);
    match next.filter(|n| n - begin <= near.len()) {
        Some(n) if closer(&text[n..]) > 0 => n,
        Some(n) => begin + near[..n - begin].find("\n\n").unwrap_or(n - begin),
        None => begin + near.find('\n').unwrap_or(near.len()),
    }
}

#[derive(Debug, Default)]
struct Attributes<'t> {
    author: Option<&'t str>,
    name: Option<&'t str>,
    id: Option<&'t str>,
    date: Option<Date>,
    url: Option<&'t str>,
}

/// ```text
/// opening   = angle "tweet" [ "-" word ] { attribute } [ "/" ] [ angle-end ]
/// attribute = key "=" ( quote value quote | word )
/// ```
fn opening(i: &str) -> IResult<&str, Attributes<'_>> {
    let (i, _) = preceded(angle, tag_no_case("tweet")).parse(i)?;
    let (mut i, _) = opt((char('-'), alpha1)).parse(i)?;
    let mut attributes = Attributes::default();
    while let Ok((rest, (key, value))) = attribute(i) {
        attributes.set(key, value);
        i = rest;
    }
    let (i, _) = take_while(char::is_whitespace)(i)?;
    let (i, _) = opt((opt(char('/')), angle_end)).parse(i)?;
    Ok((i, attributes))
}

fn attribute(i: &str) -> IResult<&str, (&str, &str)> {
    let (i, _) = take_while(char::is_whitespace)(i)?;
    let (i, key) = take_while1(|c: char| c.is_ascii_alphanumeric() || "-_:".contains(c))(i)?;
    let (i, _) = char('=')(i)?;
    let bare = take_while1(|c: char| !c.is_whitespace() && !matches!(c, '>' | '"' | '&'));
    let bare = map(bare, |v: &str| v.strip_suffix('/').unwrap_or(v));
    let (i, value) = alt((quoted, bare)).parse(i)?;
    Ok((i, (key, value)))
}

/// `quoted = quote value quote`: a value ends at its own kind of mark, or with the tag.
fn quoted(i: &str) -> IResult<&str, &str> {
    let quote = || alt((recognize(one_of("\"“”'")), tag("&quot;")));
    let (i, open) = quote().parse(i)?;
    let ends = |c: char| c == '>' || if open == "'" { c == '\'' } else { "\"“”".contains(c) };
    let (_, value) = take_till(ends)(i)?;
    let coded = ["&quot;", "&gt;"].iter().filter_map(|end| value.find(end)).min();
    let (value, i) = i.split_at(coded.unwrap_or(value.len()));
    let (i, _) = opt(quote()).parse(i)?;
    Ok((i, value))
}

impl<'t> Attributes<'t> {
    fn set(&mut self, key: &str, value: &'t str) {
        let key = key.to_ascii_lowercase().replace('_', "-");
        let key = key.strip_prefix("data-").unwrap_or(&key);
        let value = value.trim();
        match key.strip_prefix("tweet-").unwrap_or(key) {
            "author" | "user" | "username" | "screen-name" | "handle" | "account" => {
                self.author = Some(value);
            }
            "name" | "author-name" | "display-name" => self.name = Some(value),
            "id" | "id-str" | "status" | "status-id" => self.id = digits(value),
            "datetime" | "date" | "time" | "created-at" | "timestamp" => {
                self.date = self.date.or_else(|| moment(value));
            }
            "url" | "href" | "link" | "permalink" => self.url = Some(value),
            _ => {}
        }
    }
}

fn digits(value: &str) -> Option<&str> {
    let all = value.len() >= 2 && value.len() <= 20 && value.bytes().all(|b| b.is_ascii_digit());
    all.then_some(value)
}

/// A date in words, or a Unix time in seconds or milliseconds.
pub(super) fn moment(value: &str) -> Option<Date> {
    match digits(value).filter(|d| d.len() >= 9) {
        Some(unix) => {
            let number: u64 = unix.parse().ok()?;
            Date::from_unix(if unix.len() >= 12 { number / 1000 } else { number })
        }
        None => date(value).ok().and_then(|(_, day)| day),
    }
}

/// The citation that a tag makes, if it names a post at all.
fn cite<'t>(text: &'t str, tag: Span, end: usize, a: &Attributes<'t>) -> Option<Found<'t>> {
    let link = a.url.and_then(|u| permalink(u).ok()).map(|(_, l)| l);
    let mut embed = Embed::new(link.as_ref().map_or(Platform::X, |l| l.platform), tag);
    embed.handle = a.author.and_then(handle::of_attribute);
    // A value with blanks is a name, or no author at all: broken quotations come so too.
    let name = a.name.or(a.author.filter(|_| embed.handle.is_none() && a.date.is_some()));
    embed.name = name.filter(|n| n.chars().count() <= 50).and_then(displayed);
    embed.date = a.date;
    embed.post_id = a.id.or(link.as_ref().map(|l| l.post_id));
    embed.url = link.as_ref().map(|l| l.url);
    if embed.handle.is_none() {
        embed.handle = link.and_then(|l| l.handle);
    }
    let named = embed.handle.is_some() || embed.post_id.is_some() || embed.name.is_some();
    let words = span(text, &text[tag.end as usize..end]);
    let inner = text[words.range()].contains("(@");
    embed.body = (!words.is_empty()).then_some(words);
    embed.orphan = embed.body.is_none();
    (named || inner).then_some(Found { embed, words: Words::Known })
}

/// Takes over what an author line inside the tags, or right behind them, says.
pub(super) fn absorb<'t>(text: &str, tweet: &mut Embed<'t>, region: Span, line: &Embed<'t>) {
    tweet.name = line.name.clone().or(tweet.name.take());
    tweet.handle = tweet.handle.take().or_else(|| line.handle.clone());
    tweet.date = line.date.or(tweet.date);
    tweet.url = tweet.url.or(line.url);
    tweet.post_id = tweet.post_id.or(line.post_id);
    if region.contains(line.span) {
        let words = tweet.span.end as usize..line.span.start as usize;
        let words = text.get(words).map(|w| span(text, w)).filter(|w| !w.is_empty());
        tweet.body = words;
        tweet.orphan = words.is_none();
    }
    tweet.span = line.span;
}

/// Whether two handles may be one account's: equal, or one unknown.
pub(super) fn same_account(a: Option<&Cow<'_, str>>, b: Option<&Cow<'_, str>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        _ => true,
    }
}

/// `[ "." ]` between a closing tag and an author line behind it.
pub(super) fn gap(text: &str, region: Span, line: Span) -> bool {
    let end = region.end as usize;
    let behind = end + text.get(end..).map_or(0, closer);
    let between = text.get(behind..line.start as usize);
    region.contains(line)
        || between.is_some_and(|b| {
            b.len() < 8 && !b.contains('\n') && b.trim_matches(['.', ' ']).is_empty()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_in_several_spellings() {
        let table = [
            (
                r#"<tweet id="768166957728358400" author="@jroe" datetime="2016-08-23">"#,
                "jroe 2016-08-23 768166957728358400",
            ),
            (r#"<tweet tweet-author="@jroe" tweet-date="January 20, 2016">"#, "jroe 2016-01-20 -"),
            (
                "<tweet tweet-author=\"@jroe\" tweet-date=\"January 20, 2016\n\">",
                "jroe 2016-01-20 -",
            ),
            (
                r#"<tweet pic="" author="jroe" timestamp="1474387200" tweet_id="778257943577919488">"#,
                "jroe 2016-09-20 778257943577919488",
            ),
            (r#"<tweet tweet-id="661196115484643328">"#, "- - 661196115484643328"),
        ];
        for (text, expected) in table {
            let found = tweets(text);
            let e = &found[0].0.embed;
            let or = |s: Option<&str>| s.unwrap_or("-").to_owned();
            let date = e.date.map_or("-".into(), |d| d.to_string());
            assert_eq!(
                format!("{} {date} {}", or(e.handle.as_deref()), or(e.post_id)),
                expected,
                "{text}"
            );
        }
    }
}
