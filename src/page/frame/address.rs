//! Addresses of posts as frames hold them: permalinks, players, plug-ins, identifiers.

use std::borrow::Cow;

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_until, take_while1};
use nom::character::complete::digit1;
use nom::combinator::{opt, value as constant};
use nom::sequence::preceded;
use nom::{IResult, Parser};

use crate::embed::{Platform, permalink};

/// What an address says of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) platform: Platform,
    pub(crate) handle: Option<String>,
    pub(crate) post_id: String,
    /// The post's own address, without its query; none where it would have to be built.
    pub(crate) url: Option<String>,
}

/// `post = permalink [ "/embed" … ]`
pub(crate) fn post(address: &str) -> Option<Address> {
    let address = address.trim();
    let whole = match address.strip_prefix("//") {
        Some(path) => Cow::Owned(format!("https://{path}")),
        None => Cow::Borrowed(address),
    };
    let (_, link) = permalink(&whole).ok()?;
    Some(Address {
        platform: link.platform,
        url: Some(without_embed(link.url, link.post_id).to_owned()),
        handle: link.handle.map(Cow::into_owned),
        post_id: link.post_id.to_owned(),
    })
}

/// An address up to `/embed`, where that stands behind the number of the post: an account may be
/// called so too.
fn without_embed<'t>(url: &'t str, post_id: &str) -> &'t str {
    const EMBED: &str = "/embed";
    let behind = url.rfind(post_id).map_or(url.len(), |at| at + post_id.len());
    let ends = |at: &usize| matches!(url.as_bytes().get(at + EMBED.len()), None | Some(b'/'));
    let mut found = url[behind..].match_indices(EMBED).map(|(at, _)| behind + at);
    found.find(ends).map_or(url, |at| &url[..at])
}

/// ```text
/// address = player | plug-in | post | at-uri
/// ```
pub(crate) fn address(value: &str) -> Option<Address> {
    let value = value.trim();
    player(value).or_else(|| post(value)).or_else(|| at_uri(value).ok().map(|(_, a)| a))
}

/// `at-uri = "at://" account "/app.bsky.feed.post/" id`
fn at_uri(i: &str) -> IResult<&str, Address> {
    let (i, who) = preceded(tag("at://"), part).parse(i)?;
    let (i, id) = preceded(tag("/app.bsky.feed.post/"), part).parse(i)?;
    let handle = (!who.starts_with("did:")).then(|| who.to_owned());
    Ok((i, Address { platform: Platform::Bluesky, handle, post_id: id.to_owned(), url: None }))
}

/// `origin = ( "http" [ "s" ] "://" | "//" ) [ "www." | "m." ]`
fn origin(i: &str) -> IResult<&str, ()> {
    let scheme = alt((tag_no_case("https://"), tag_no_case("http://"), tag("//")));
    constant((), (scheme, opt(alt((tag("www."), tag("m.")))))).parse(i)
}

/// ```text
/// player  = origin host path
/// plug-in = "facebook.com/plugins/" kind ".php?href=" escaped-permalink
/// ```
fn player(value: &str) -> Option<Address> {
    let (path, ()) = origin(value).ok()?;
    let (host, path) = path.split_at(path.find('/')?);
    match host.to_ascii_lowercase().as_str() {
        "facebook.com" | "web.facebook.com" if path.contains("/plugins/") => {
            post(&unescaped(query(path, "href")?))
        }
        "platform.twitter.com" | "twitframe.com" => match query(path, "url") {
            Some(url) => post(&unescaped(url)),
            None => named(Platform::X, query(path, "id")?, None),
        },
        "youtube.com" | "youtube-nocookie.com" => {
            let id = after(path, &["/embed/", "/v/"])?;
            named(Platform::YouTube, id, Some(plain(value))).filter(|a| a.post_id.len() >= 8)
        }
        "tiktok.com" => {
            let id = after(path, &["/embed/v2/", "/embed/v3/", "/player/v1/", "/embed/"])?;
            let (_, id) = digit1::<_, ()>(id).ok()?;
            named(Platform::TikTok, id, None)
        }
        "embed.bsky.app" => {
            let (_, id) = behind("/embed/", "/app.bsky.feed.post/", path).ok()?;
            named(Platform::Bluesky, id, None)
        }
        "embed.reddit.com" | "redditmedia.com" | "old.reddit.com" => {
            let (_, id) = behind("/r/", "/comments/", path).ok()?;
            named(Platform::Reddit, id, Some(plain(value)))
        }
        _ => None,
    }
}

/// `lead … before part`: the part behind `before`.
fn behind<'t>(lead: &str, before: &str, i: &'t str) -> IResult<&'t str, &'t str> {
    let (i, _) = (tag(lead), take_until(before)).parse(i)?;
    preceded(tag(before), part).parse(i)
}

fn named(platform: Platform, id: &str, url: Option<&str>) -> Option<Address> {
    let (_, id) = part(id).ok()?;
    let url = url.map(str::to_owned);
    Some(Address { platform, handle: None, post_id: id.to_owned(), url })
}

/// An address without its query.
fn plain(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or(address)
}

fn after<'t>(path: &'t str, leads: &[&str]) -> Option<&'t str> {
    leads.iter().find_map(|lead| path.strip_prefix(lead))
}

/// The value of a key in a query.
fn query<'t>(path: &'t str, key: &str) -> Option<&'t str> {
    let (_, query) = path.split_once('?').or_else(|| path.split_once('#'))?;
    let pairs = query.split(['&', '#']).filter_map(|pair| pair.split_once('='));
    pairs.into_iter().find_map(|(k, v)| k.eq_ignore_ascii_case(key).then_some(v))
}

/// Percent signs decoded; what is no UTF-8 is left as it is.
fn unescaped(value: &str) -> Cow<'_, str> {
    if !value.contains('%') {
        return Cow::Borrowed(value);
    }
    let mut bytes = Vec::with_capacity(value.len());
    let mut left = value.as_bytes();
    while let [first, more @ ..] = left {
        let digit = |i: usize| more.get(i).and_then(|b| char::from(*b).to_digit(16));
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                left = &more[2..];
            }
            _ => {
                bytes.push(*first);
                left = more;
            }
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(value), Cow::Owned)
}

/// One part of a path.
fn part(i: &str) -> IResult<&str, &str> {
    take_while1(|c: char| c.is_ascii_alphanumeric() || "_-.:".contains(c))(i)
}

/// `telegram = channel "/" digits`: the value of `data-telegram-post`.
pub(super) fn telegram(value: &str) -> Option<Address> {
    let (_, (channel, _, number)) = (part, tag("/"), digit1).parse(value.trim()).ok()?;
    Some(Address {
        platform: Platform::Telegram,
        handle: Some(channel.to_owned()),
        post_id: number.to_owned(),
        url: None,
    })
}

/// `profile = origin "facebook.com/" name [ "/" ]`: a page, no post.
pub(super) fn profile(value: &str) -> Option<&str> {
    let (rest, name) = (origin, tag("facebook.com/"), part)
        .parse(plain(value.trim()))
        .ok()
        .map(|(i, (_, _, name))| (i, name))?;
    (rest.trim_matches('/').is_empty() && !name.ends_with(".php")).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_frames() {
        let table = [
            ("https://platform.twitter.com/embed/Tweet.html?dnt=true&id=123456", "x - 123456 -"),
            (
                "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Froe%2Fposts%2F1234&width=500",
                "facebook roe 1234 https://www.facebook.com/roe/posts/1234",
            ),
            (
                "//www.youtube-nocookie.com/embed/abcdefghijk?rel=0",
                "youtube - abcdefghijk //www.youtube-nocookie.com/embed/abcdefghijk",
            ),
            (
                "https://mastodon.example/@roe/117305474904387538/embed",
                "mastodon roe@mastodon.example 117305474904387538 https://mastodon.example/@roe/117305474904387538",
            ),
            (
                "https://www.tiktok.com/embed/v2/6718335390845095173?lang=en",
                "tiktok - 6718335390845095173 -",
            ),
            ("at://did:plc:abc/app.bsky.feed.post/3lfb5", "bluesky - 3lfb5 -"),
            (
                "https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3lfb5?x=1",
                "bluesky - 3lfb5 -",
            ),
            ("https://t.me/roe/416?embed=1", "telegram roe 416 https://t.me/roe/416"),
            (
                "https://www.instagram.com/p/BwiVvR9lD0m/embed/captioned/",
                "instagram - BwiVvR9lD0m https://www.instagram.com/p/BwiVvR9lD0m",
            ),
            (
                "https://www.instagram.com/embed/p/BwiVvR9lD0m/embed",
                "instagram embed BwiVvR9lD0m https://www.instagram.com/embed/p/BwiVvR9lD0m",
            ),
            ("https://t.me/embed/416?embed=1", "telegram embed 416 https://t.me/embed/416"),
            (
                "https://www.reddit.com/r/embed/comments/kop8sr/embedded_cats/embed/",
                "reddit - kop8sr https://www.reddit.com/r/embed/comments/kop8sr/embedded_cats",
            ),
        ];
        for (value, expected) in table {
            let a = address(value).expect(value);
            let or = |s: &Option<String>| s.clone().unwrap_or("-".into());
            let read =
                format!("{} {} {} {}", a.platform.as_str(), or(&a.handle), a.post_id, or(&a.url));
            assert_eq!(read, expected, "{value}");
        }
        assert_eq!(address("https://example.org/embed/abcdefghijk"), None);
        assert_eq!(profile("https://www.facebook.com/roe.news/"), Some("roe.news"));
        assert_eq!(unescaped("a%zz%c3%a9"), "a%zzé");
    }
}
