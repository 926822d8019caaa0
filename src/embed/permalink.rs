//! Addresses of posts: which platform, whose post, which post.

use std::borrow::Cow;

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while, take_while1};
use nom::character::complete::{char, digit1};
use nom::combinator::{map, opt, value};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use super::Platform;

/// What the address of a post says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Permalink<'t> {
    pub(crate) platform: Platform,
    pub(crate) handle: Option<Cow<'t, str>>,
    pub(crate) post_id: &'t str,
    /// As written, without its query.
    pub(crate) url: &'t str,
}

/// `permalink = "http" [ "s" ] "://" host path [ "?" query ] [ "#" fragment ]`
pub(crate) fn permalink(i: &str) -> IResult<&str, Permalink<'_>> {
    let (rest, _) = alt((tag_no_case("https://"), tag_no_case("http://"))).parse(i)?;
    let (rest, _) = opt(alt((tag("www."), tag("mobile."), tag("m."), tag("old.")))).parse(rest)?;
    let (rest, host) = take_while1(|c: char| c.is_ascii_alphanumeric() || ".-".contains(c))(rest)?;
    let (rest, (platform, handle, post_id)) = path(host, rest)?;
    let url = &i[..i.len() - rest.len()];
    let (rest, tail) = take_while(is_url)(rest)?;
    // A slug belongs to the address, a query does not.
    let slug = tail.find(['?', '#', '&']).unwrap_or(tail.len());
    // Behind a status on X stand only the numbers of its pictures.
    let slug = if platform == Platform::X { 0 } else { slug };
    let slug = tail[..slug].trim_end_matches(['.', ',', ';', ':', '!']);
    let url = &i[..url.len() + slug.len()];
    Ok((rest, Permalink { platform, handle, post_id, url }))
}

type Post<'t> = (Platform, Option<Cow<'t, str>>, &'t str);

/// The path of a post on `host`.
fn path<'t>(host: &'t str, i: &'t str) -> IResult<&'t str, Post<'t>> {
    let known = match host.to_ascii_lowercase().as_str() {
        "twitter.com" | "x.com" => x(i)?,
        "bsky.app" => named(i, Platform::Bluesky, "/profile/", "/post/")?,
        "threads.net" | "threads.com" => named(i, Platform::Threads, "/@", "/post/")?,
        "tiktok.com" => named(i, Platform::TikTok, "/@", "/video/")?,
        "truthsocial.com" => alt((
            |i| named(i, Platform::TruthSocial, "/@", "/posts/"),
            |i| named(i, Platform::TruthSocial, "/@", "/"),
        ))
        .parse(i)?,
        "instagram.com" => instagram(i)?,
        "facebook.com" => facebook(i)?,
        "reddit.com" => reddit(i)?,
        "t.me" => telegram(i)?,
        "youtube.com" | "youtube-nocookie.com" => {
            unnamed(i, Platform::YouTube, &["/watch?v=", "/shorts/", "/live/", "/embed/"])?
        }
        "youtu.be" => unnamed(i, Platform::YouTube, &["/"])?,
        _ => return mastodon(host, i),
    };
    Ok(known)
}

/// `x = "/" handle "/status" [ "es" ] "/" digits | "/i/web/status/" digits`
fn x(i: &str) -> IResult<&str, Post<'_>> {
    let status = || (tag("/status"), opt(tag("es")), char('/'));
    let anonymous = value(None, tag("/i/web"));
    let owner = map(preceded(char('/'), id), |h| (h != "i").then_some(Cow::Borrowed(h)));
    map((alt((anonymous, owner)), status(), digit1), |(h, _, n)| (Platform::X, h, n)).parse(i)
}

/// `named = before handle between id`
fn named<'t>(
    i: &'t str,
    platform: Platform,
    before: &'static str,
    between: &'static str,
) -> IResult<&'t str, Post<'t>> {
    let (i, (_, who, _, post)) = (tag(before), id, tag(between), id).parse(i)?;
    // A decentralised identifier names an account but is no handle.
    let handle = (!who.starts_with("did:")).then_some(Cow::Borrowed(who));
    Ok((i, (platform, handle, post)))
}

/// `unnamed = lead id`
fn unnamed<'t>(
    i: &'t str,
    platform: Platform,
    leads: &[&'static str],
) -> IResult<&'t str, Post<'t>> {
    let lead = leads.iter().find_map(|l| tag::<_, _, ()>(*l)(i).ok());
    let (i, post) = id(lead.map_or("", |(rest, _)| rest))?;
    if post.len() < 8 { nom::combinator::fail().parse(i) } else { Ok((i, (platform, None, post))) }
}

/// `instagram = [ "/" handle ] "/" ( "p" | "reel" | "tv" ) "/" id`
fn instagram(i: &str) -> IResult<&str, Post<'_>> {
    let kind = || alt((tag("/p/"), tag("/reel/"), tag("/tv/")));
    let owned = (map(preceded(char('/'), id), |h| Some(Cow::Borrowed(h))), preceded(kind(), id));
    let bare = map(preceded(kind(), id), |post| (None, post));
    map(alt((bare, owned)), |(h, post)| (Platform::Instagram, h, post)).parse(i)
}

/// ```text
/// facebook = "/" account ( "/posts/" | "/videos/" | "/photos/" ) id
///          | "/groups/" group ( "/posts/" | "/permalink/" ) id
///          | ( "/reel/" | "/watch/?v=" | "/photo.php?fbid=" | "/permalink.php?story_fbid=" … ) id
/// ```
fn facebook(i: &str) -> IResult<&str, Post<'_>> {
    const BARE: [&str; 7] = [
        "/reel/",
        "/watch/?v=",
        "/watch?v=",
        "/photo.php?fbid=",
        "/photo/?fbid=",
        "/permalink.php?story_fbid=",
        "/story.php?story_fbid=",
    ];
    if let Ok(post) = unnamed(i, Platform::Facebook, &BARE) {
        return Ok(post);
    }
    if let Ok((i, _)) = tag::<_, _, ()>("/groups/")(i) {
        let place = alt((tag("/posts/"), tag("/permalink/")));
        return map((id, place, id), |(_, _, post)| (Platform::Facebook, None, post)).parse(i);
    }
    alt((
        |i| named(i, Platform::Facebook, "/", "/posts/"),
        |i| named(i, Platform::Facebook, "/", "/videos/"),
        |i| named(i, Platform::Facebook, "/", "/photos/"),
    ))
    .parse(i)
}

/// `reddit = "/r/" name "/comments/" id`
fn reddit(i: &str) -> IResult<&str, Post<'_>> {
    let (i, (_, _, _, post)) = (tag("/r/"), id, tag("/comments/"), id).parse(i)?;
    Ok((i, (Platform::Reddit, None, post)))
}

/// `telegram = [ "/s" ] "/" channel "/" digits`
fn telegram(i: &str) -> IResult<&str, Post<'_>> {
    let (i, _) = opt(tag("/s/")).parse(i)?;
    let (i, (_, h, n)) = (opt(char('/')), terminated(id, char('/')), digit1).parse(i)?;
    Ok((i, (Platform::Telegram, Some(Cow::Borrowed(h)), n)))
}

/// `mastodon = "/@" name "/" digits`, the number being a long one.
fn mastodon<'t>(host: &'t str, i: &'t str) -> IResult<&'t str, Post<'t>> {
    let (i, (_, who, _, post)) = (tag("/@"), id, char('/'), digit1).parse(i)?;
    if post.len() < 15 || !host.contains('.') {
        return nom::combinator::fail().parse(i);
    }
    let handle = if who.contains('@') { who.to_owned() } else { format!("{who}@{host}") };
    Ok((i, (Platform::Mastodon, Some(Cow::Owned(handle)), post)))
}

/// One part of a path.
fn id(i: &str) -> IResult<&str, &str> {
    take_while1(|c: char| c.is_ascii_alphanumeric() || "_-.:@".contains(c))(i)
}

/// Whether a character can stand in an address in running text.
pub(super) fn is_url(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, ')' | ']' | '>' | '<' | '"' | '”' | '’' | '|')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let table = [
            ("https://twitter.com/jroe/status/123456?s=20", "x", Some("jroe"), "123456"),
            ("https://x.com/i/web/status/123456", "x", None, "123456"),
            (
                "https://bsky.app/profile/roe.bsky.social/post/3lfb5",
                "bluesky",
                Some("roe.bsky.social"),
                "3lfb5",
            ),
            ("https://bsky.app/profile/did:plc:abc/post/3lfb5", "bluesky", None, "3lfb5"),
            ("https://www.instagram.com/p/BwiV_9lD0m/", "instagram", None, "BwiV_9lD0m"),
            ("https://www.tiktok.com/@roe/video/671", "tiktok", Some("roe"), "671"),
            (
                "https://mastodon.example/@roe/117305474904387538",
                "mastodon",
                Some("roe@mastodon.example"),
                "117305474904387538",
            ),
            ("https://t.me/roe/416", "telegram", Some("roe"), "416"),
            ("https://www.youtube.com/watch?v=abcdefghijk&t=1s", "youtube", None, "abcdefghijk"),
            (
                "https://www.facebook.com/photo.php?fbid=10152454700&set=a.1",
                "facebook",
                None,
                "10152454700",
            ),
            ("https://www.facebook.com/groups/roe/posts/123456/", "facebook", None, "123456"),
            ("https://truthsocial.com/@roe/posts/1139", "truthsocial", Some("roe"), "1139"),
        ];
        for (url, platform, handle, post) in table {
            let (rest, p) = permalink(url).expect(url);
            assert_eq!(
                (rest, p.platform.as_str(), p.handle.as_deref(), p.post_id),
                ("", platform, handle, post)
            );
        }
        for url in ["https://twitter.com/jroe", "https://example.org/@roe/12", "https://t.me/roe"] {
            assert!(permalink(url).is_err(), "{url}");
        }
    }

    #[test]
    fn slug_stays_and_query_goes() {
        let (_, p) =
            permalink("https://www.reddit.com/r/pics/comments/kop8sr/two_cats/?ref=x.").unwrap();
        let (_, x) = permalink("https://x.com/jroe/status/123456/photo/1?s=20").unwrap();
        assert_eq!(x.url, "https://x.com/jroe/status/123456");
        assert_eq!(p.url, "https://www.reddit.com/r/pics/comments/kop8sr/two_cats/");
    }
}
