//! What follows an author's handle: platform, date, address, and how the line ends.

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while};
use nom::character::complete::{char, one_of};
use nom::combinator::{map, not, opt, peek, recognize, value};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use super::Platform;
use super::date::{Stated, blank, date, recent};
use super::mark::mark;
use super::permalink::{Permalink, is_url, permalink};
use super::text::{is_link, offset};

/// How the text goes on behind an author line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Close {
    /// The line ends, perhaps after a full stop.
    Line,
    /// The next sentence is glued to the date (`2017After`).
    Glued,
    /// A new sentence begins after a blank.
    Sentence,
    /// The sentence goes on: this is running prose.
    Prose,
}

/// The right side of an author line.
#[derive(Debug)]
pub(super) struct Tail<'t> {
    pub(super) platform: Option<Platform>,
    /// A preposition stands before the date (`on May 3, 2020`).
    pub(super) preposition: bool,
    /// A comma, a dot, a bar or a dash stands before the date.
    pub(super) separator: Option<char>,
    pub(super) date: Option<Stated>,
    pub(super) link: Option<Permalink<'t>>,
    /// Offset of its end in the text it was read from.
    pub(super) end: usize,
    pub(super) close: Close,
    /// The date stands on a line of its own below the name.
    pub(super) split: bool,
    /// Only a day and a month are stated, or how long ago it was.
    pub(super) yearless: bool,
}

/// ```text
/// tail = [ [ [ "," ] ( "on" | "via" | … ) | "," | "(" ] platform ] [ stamp ] [ permalink ] close
/// ```
pub(super) fn tail<'t>(text: &'t str, i: &'t str) -> Tail<'t> {
    let word = alt((tag_no_case("on "), tag_no_case("via "), tag("auf "), tag("en "), tag("sur ")));
    let on = alt((
        recognize((opt(char(',')), blank, word)),
        tag(","),
        tag("("),
        peek(tag("Truth Social")),
    ));
    let on = (blank, on, blank);
    let (i, platform) = opt(preceded(on, platform)).parse(i).unwrap_or((i, None));
    let (i, stamp) = opt(stamp).parse(i).unwrap_or((i, None));
    let linked = preceded((blank, opt(one_of("([<"))), terminated(permalink, opt(one_of(")]>"))));
    let (i, bare) = opt(linked).parse(i).unwrap_or((i, None));
    let (separator, preposition, date, inner, yearless) = match stamp {
        Some(s) => (s.separator, s.preposition, Some(s.date), s.link, s.yearless),
        None => (None, false, None, None, false),
    };
    let end = offset(text, i);
    Tail {
        platform,
        preposition,
        separator,
        date,
        link: inner.or(bare),
        end,
        close: close(i),
        split: false,
        yearless,
    }
}

struct Stamp<'t> {
    separator: Option<char>,
    preposition: bool,
    date: Stated,
    link: Option<Permalink<'t>>,
    yearless: bool,
}

/// ```text
/// stamp = [ "," | "·" | "|" | dash ] [ preposition ] ( date | "[" date target | "(" date ")" | "*" date "*" | recent )
/// ```
fn stamp(i: &str) -> IResult<&str, Stamp<'_>> {
    let (i, (_, separator, _, preposition, _)) =
        (blank, opt(one_of(",·•|-–—")), blank, opt(preposition), blank).parse(i)?;
    let (i, open) = opt(alt((tag("["), tag("("), tag("**"), tag("*"), tag("_")))).parse(i)?;
    let (i, (date, yearless)) =
        alt((map(date, |d| (d, false)), value((None, true), recent))).parse(i)?;
    let (i, link) = if open == Some("[") { opt(target).parse(i)? } else { (i, None) };
    let mut ends = opt(alt((tag("**"), recognize(one_of(")]*_")))));
    let (i, _) = if open.is_some() { ends.parse(i)? } else { (i, None) };
    let preposition = preposition.is_some();
    Ok((i, Stamp { separator, preposition, date, link: link.flatten(), yearless }))
}

/// `target = "](" url ")"`: the second half of a Markdown link.
pub(super) fn target(i: &str) -> IResult<&str, Option<Permalink<'_>>> {
    let (i, _) = tag("](")(i)?;
    let (i, link) = opt(permalink).parse(i)?;
    let (i, _) = take_while(is_url)(i)?;
    value(link, char(')')).parse(i)
}

fn preposition(i: &str) -> IResult<&str, &str> {
    const WORDS: [&str; 12] = [
        "on ",
        "am ",
        "el ",
        "le ",
        "op ",
        "em ",
        "den ",
        "in data: ",
        "in data ",
        "il ",
        "on: ",
        "w dniu ",
    ];
    let found = WORDS.iter().find_map(|w| tag_no_case::<_, _, ()>(*w)(i).ok());
    found.map_or_else(|| nom::combinator::fail().parse(i), Ok)
}

/// The name of a platform as one writes it after "on".
pub(super) fn platform(i: &str) -> IResult<&str, Platform> {
    const NAMES: [(&str, Platform); 11] = [
        ("Truth Social", Platform::TruthSocial),
        ("TruthSocial", Platform::TruthSocial),
        ("Bluesky", Platform::Bluesky),
        ("Mastodon", Platform::Mastodon),
        ("Threads", Platform::Threads),
        ("Instagram", Platform::Instagram),
        ("Facebook", Platform::Facebook),
        ("TikTok", Platform::TikTok),
        ("Telegram", Platform::Telegram),
        ("Twitter", Platform::X),
        ("X", Platform::X),
    ];
    let found = NAMES
        .iter()
        .find_map(|&(name, p)| tag_no_case::<_, _, ()>(name)(i).ok().map(|(rest, _)| (rest, p)));
    let Some((rest, platform)) = found else { return nom::combinator::fail().parse(i) };
    let (rest, _) =
        peek(not(nom::character::complete::satisfy(char::is_alphanumeric))).parse(rest)?;
    Ok((rest, platform))
}

/// How the text goes on.
pub(super) fn close(i: &str) -> Close {
    if i.starts_with(|c: char| c.is_alphabetic() || "<#@".contains(c)) {
        return Close::Glued;
    }
    let inner = i.trim_start_matches([')', ']', '”', '"', '’', '*', '_', '»']);
    let inner = inner.strip_prefix('.').unwrap_or(inner);
    let rest = inner.trim_start_matches(super::date::is_blank);
    let Some(next) = rest.chars().next() else { return Close::Line };
    if matches!(next, '\n' | '\r') {
        return Close::Line;
    }
    if mark(rest).is_ok() {
        // Another author line may follow at once.
        let line = super::text::rest_of_line(rest, 0, 120);
        return if line.contains("(@") { Close::Glued } else { Close::Prose };
    }
    let opens = |c: char| {
        c.is_alphabetic() && !c.is_lowercase()
            || "“\"‘„«@#<([".contains(c)
            || !c.is_ascii() && !c.is_alphabetic()
    };
    let begins = is_link(rest) || opens(next) || next.is_numeric();
    let glued = rest.len() == i.len();
    match (begins, glued) {
        (true, true) => Close::Glued,
        (true, false) => Close::Sentence,
        (false, _) => Close::Prose,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closes() {
        let table = [
            ("", Close::Line),
            (" \nNext", Close::Line),
            (".", Close::Line),
            (".\n", Close::Line),
            ("After The", Close::Glued),
            ("</tweet>", Close::Glued),
            (" The next", Close::Sentence),
            (". The next", Close::Sentence),
            (" said that", Close::Prose),
            (", that", Close::Prose),
            (" — was", Close::Prose),
            (" | News", Close::Prose),
        ];
        for (text, expected) in table {
            assert_eq!(close(text), expected, "{text:?}");
        }
    }

    #[test]
    fn parts() {
        let text = " on Truth Social, March 3, 2024";
        let read = tail(text, text);
        assert_eq!(read.platform, Some(Platform::TruthSocial));
        assert_eq!(read.date.flatten().map(|d| d.to_string()).as_deref(), Some("2024-03-03"));
        let text = " [May 3, 2020](https://twitter.com/jroe/status/123?x=1) on";
        let read = tail(text, text);
        assert_eq!(read.link.map(|l| l.post_id), Some("123"));
        assert_eq!(&text[read.end..], " on");
    }
}
