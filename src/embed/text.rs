//! Bounded looks to the left and right of a position, and displayed text.

use std::borrow::Cow;

use nom::branch::alt;
use nom::bytes::complete::{tag_no_case, take_while_m_n};
use nom::character::complete::char;
use nom::combinator::{map_opt, opt};
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};

use crate::Span;

/// The text before `end` back to `floor`, at most `bytes` of it.
pub(super) fn before(text: &str, floor: usize, end: usize, bytes: usize) -> &str {
    let mut start = end.saturating_sub(bytes).max(floor).min(end);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..end]
}

/// The text from `start`, at most `bytes` of it.
pub(super) fn after(text: &str, start: usize, bytes: usize) -> &str {
    let mut end = start.saturating_add(bytes).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[start..end]
}

/// What is left of the line from `start`, at most `bytes` of it.
pub(super) fn rest_of_line(text: &str, start: usize, bytes: usize) -> &str {
    let rest = after(text, start, bytes);
    let end = rest.bytes().position(|b| matches!(b, b'\n' | b'\r'));
    &rest[..end.unwrap_or(rest.len())]
}

/// Where characters begin whose first byte is `wanted`.
pub(super) fn places(text: &str, wanted: impl Fn(u8) -> bool) -> impl Iterator<Item = usize> {
    text.bytes().enumerate().filter(move |&(_, b)| wanted(b)).map(|(at, _)| at)
}

/// Where `part`, a slice of `text`, begins in it.
pub(super) fn offset(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len())
}

/// The span of `part`, a slice of `text`, without blanks at its ends and marks of a
/// quoted block before it.
pub(super) fn span(text: &str, part: &str) -> Span {
    let part = part.trim_start_matches(|c: char| c.is_whitespace() || c == '>').trim_end();
    let start = offset(text, part);
    Span::new(start, start + part.len())
}

/// Whether a line holds nothing, or only the marks of a quoted block (`> >`).
pub(super) fn is_bare(line: &str) -> bool {
    line.trim_matches(|c: char| c.is_whitespace() || c == '>').is_empty()
}

/// Whether words begin like a web address.
pub(crate) fn is_link(word: &str) -> bool {
    ["https://", "http://", "pic.twitter.com/", "t.co/", "www."]
        .iter()
        .any(|lead| word.get(..lead.len()).is_some_and(|w| w.eq_ignore_ascii_case(lead)))
}

/// Where a web address stands inside a run without blanks (`end.https://…`).
pub(super) fn link_at(word: &str) -> Option<usize> {
    ["https://", "http://", "pic.twitter.com/"].iter().filter_map(|lead| word.find(lead)).min()
}

/// A display name: character references decoded, marks of direction, emphasis and
/// blanks taken off its ends.
pub(super) fn displayed(name: &str) -> Option<Cow<'_, str>> {
    let edge = |c: char| {
        c.is_whitespace()
            || matches!(c, '*' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let name = name.trim_matches(edge);
    if name.is_empty() {
        return None;
    }
    if !name.contains(['&', '\n', '\r']) {
        return Some(Cow::Borrowed(name));
    }
    let mut decoded = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        let (c, next) = reference(rest).map_or((c, &rest[c.len_utf8()..]), |(next, c)| (c, next));
        decoded.push(if matches!(c, '\n' | '\r') { ' ' } else { c });
        rest = next;
    }
    Some(Cow::Owned(decoded.trim_matches(edge).to_owned()))
}

/// `reference = "&" ( name | "#" digits | "#x" hex ) ";"`
fn reference(i: &str) -> IResult<&str, char> {
    let decimal = map_opt(take_while_m_n(1, 7, |c: char| c.is_ascii_digit()), |d: &str| {
        d.parse().ok().and_then(char::from_u32)
    });
    let hex = map_opt(take_while_m_n(1, 6, |c: char| c.is_ascii_hexdigit()), |d: &str| {
        u32::from_str_radix(d, 16).ok().and_then(char::from_u32)
    });
    let named = map_opt(take_while_m_n(2, 6, |c: char| c.is_ascii_alphabetic()), |n| match n {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "ndash" => Some('–'),
        "rsquo" => Some('’'),
        _ => None,
    });
    let number = preceded(char('#'), alt((preceded(tag_no_case("x"), hex), decimal)));
    delimited(char('&'), alt((number, named)), opt(char(';'))).parse(i)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_stay_on_characters() {
        let text = "aé😀b";
        for n in 0..12 {
            assert!(text.ends_with(before(text, 0, text.len(), n)));
            assert!(text.starts_with(after(text, 0, n)));
        }
    }

    #[test]
    fn names_as_displayed() {
        assert_eq!(displayed(" **Roe &amp; Sons** ").as_deref(), Some("Roe & Sons"));
        assert_eq!(displayed("Ada &#x1F30D; & Co").as_deref(), Some("Ada 🌍 & Co"));
        assert_eq!(displayed("\u{202b} \u{202c}"), None);
    }
}
