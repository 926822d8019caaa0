//! The day of an article, where a line at its top states it.

use nom::branch::alt;
use nom::bytes::complete::{tag_no_case, take_while};
use nom::character::complete::{char, multispace0};
use nom::combinator::opt;
use nom::multi::many0;
use nom::{IResult, Parser};

use crate::embed::{self, Date};

/// So many lines at the top may hold the day.
const LINES: usize = 12;
/// No such line is longer, in bytes.
const LONGEST: usize = 160;

/// The last day that the lines at the top of a text say it was published or updated on.
///
/// Datelines and bylines are not asked: they tell the day of the events, or nothing.
pub(crate) fn day(text: &str) -> Option<Date> {
    let filled = text.lines().map(str::trim).filter(|l| !l.is_empty());
    let lines = filled.take(LINES).filter(|l| l.len() <= LONGEST);
    lines.filter_map(|l| dated(l).ok()).filter_map(|(_, day)| day).max()
}

/// ```text
/// dated = stamp { [ "|" | "·" | "-" | "," | ";" ] stamp }
/// stamp = label [ ":" ] [ "on" | "at" ] date
/// ```
fn dated(i: &str) -> IResult<&str, Option<Date>> {
    let (i, first) = stamp(i)?;
    let bar = |i| take_while(|c: char| c.is_whitespace() || "|·•-–—,;".contains(c))(i);
    let (i, more) = many0((bar, stamp)).parse(i)?;
    let last = more.into_iter().filter_map(|(_, day)| day).chain(first).max();
    Ok((i, last))
}

fn stamp(i: &str) -> IResult<&str, Option<Date>> {
    let label = alt((
        tag_no_case("first published"),
        tag_no_case("originally published"),
        tag_no_case("published"),
        tag_no_case("last updated"),
        tag_no_case("last modified"),
        tag_no_case("updated"),
        tag_no_case("posted"),
        tag_no_case("modified"),
        tag_no_case("date"),
    ));
    let on = alt((tag_no_case("on "), tag_no_case("at ")));
    let (i, _) = (label, multispace0, opt(char(':')), multispace0, opt(on)).parse(i)?;
    embed::stated(i)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        let table = [
            ("Pier Stays Shut\n\nPublished: March 4, 2025\n\nThe pier", "2025-03-04"),
            ("Pier Stays Shut\nUpdated March 4, 2025, 5 p.m.\nThe pier", "2025-03-04"),
            ("Pier\nPublished 3 March 2025 | Updated 5 March 2025 at 17:01 GMT\n", "2025-03-05"),
            ("First published on Tue 4 Mar 2025 17.01 GMT", "2025-03-04"),
            ("LAST UPDATED: 2025-03-04T17:01:00Z", "2025-03-04"),
        ];
        for (text, expected) in table {
            assert_eq!(day(text).map(|d| d.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "PORT ALDER, March 4, 2025 (NAN) — The pier is shut.",
            "By Ann Orr | March 4, 2025",
            "Published data of March 4, 2025 show it.",
            "Posted by Ann Orr on Tuesday, March 4, 2025",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
