//! Account names: `@name`, `@name.example.org`, `@name@host`.

use std::borrow::Cow;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, one_of};
use nom::combinator::{not, opt, peek, recognize};
use nom::multi::many_m_n;
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::Platform;

/// ```text
/// handle = sign part { "." part } [ "@" host ]
/// part   = 1 to 63 letters, digits, "_" or "-" of ASCII
/// ```
/// Yields the handle without its first `@`.
pub(super) fn handle(i: &str) -> IResult<&str, &str> {
    let (i, _) = sign(i)?;
    let (i, found) = recognize((dotted, opt(preceded(char('@'), dotted)))).parse(i)?;
    let (i, _) = peek(not(one_of("@/"))).parse(i)?;
    Ok((i, found))
}

/// `sign = "@" | "＠" | "&#64;"`
pub(super) fn sign(i: &str) -> IResult<&str, &str> {
    alt((tag("@"), tag("＠"), tag("&#64;"))).parse(i)
}

fn dotted(i: &str) -> IResult<&str, &str> {
    let part = || take_while_m_n(1, 63, is_part);
    recognize((part(), many_m_n(0, 6, preceded(char('.'), part())))).parse(i)
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

/// The platform that the form of a handle speaks for.
pub(super) fn platform(handle: &str) -> Platform {
    match handle {
        h if h.ends_with("@truthsocial.com") => Platform::TruthSocial,
        h if h.ends_with("@threads.net") => Platform::Threads,
        h if h.contains('@') => Platform::Mastodon,
        h if h.contains('.') => Platform::Bluesky,
        _ => Platform::X,
    }
}

/// An attribute's value as a handle, with or without `@`.
pub(super) fn of_attribute(value: &str) -> Option<Cow<'_, str>> {
    let bare = value.trim().trim_start_matches('@');
    let fits = !bare.is_empty() && bare.len() <= 64;
    (fits && bare.chars().all(|c| is_part(c) || c == '.')).then_some(Cow::Borrowed(bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let read = |i| handle(i).ok().map(|(_, h)| (h, platform(h)));
        assert_eq!(read("@jane_roe)"), Some(("jane_roe", Platform::X)));
        assert_eq!(read("@jane.example.org)"), Some(("jane.example.org", Platform::Bluesky)));
        assert_eq!(read("@jane@example.org"), Some(("jane@example.org", Platform::Mastodon)));
        assert_eq!(read("@jane."), Some(("jane", Platform::X)));
        assert_eq!(read("@ the stadium"), None);
        assert_eq!(read("@a@b@c"), None);
    }
}
