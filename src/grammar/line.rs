//! Lines that are no running text: bullets, bylines, datelines, time stamps, titles.

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while_m_n, take_while1};
use nom::character::complete::{char, digit1, one_of, space0, space1};
use nom::combinator::{eof, opt, recognize, rest, value, verify};
use nom::multi::{many_m_n, separated_list1};
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};

/// Bytes of the mark that makes a line a list item, its space included.
///
/// `bullet = ("-" | "*" | "•" | "–" | "▪" | digit{1,2} ("." | ")")) space`
pub(crate) fn bullet(line: &str) -> Option<usize> {
    fn mark(input: &str) -> IResult<&str, &str> {
        let number = (take_while_m_n(1, 2, |c: char| c.is_ascii_digit()), one_of(".)"));
        recognize((alt((recognize(one_of("-*•–▪◦")), recognize(number))), space1)).parse(input)
    }
    mark(line).ok().map(|(_, found)| found.len())
}

/// No byline is longer, in bytes: its words need not be counted.
const LONGEST_BYLINE: usize = 200;

/// Whether a line is a byline: `By Jane Roe and J. R. Orr, Political Editor`.
///
/// `byline = ["Story" | "Written" | "Reporting"] "by" name (("," | "and") name)*`, at most ten words
pub(crate) fn is_byline(line: &str) -> bool {
    fn byline(input: &str) -> IResult<&str, ()> {
        let lead = alt((tag_no_case("story "), tag_no_case("written "), tag_no_case("reporting ")));
        let head = preceded(opt(lead), alt((tag("By "), tag("BY "), tag("by "))));
        let names = separated_list1(alt((tag(", "), tag(" and "), tag(" & "), tag(" | "))), name);
        value((), (head, names, opt(char(',')), rest_of_byline)).parse(input)
    }
    line.len() <= LONGEST_BYLINE && words(line) <= 10 && byline(line).is_ok()
}

/// `rest = ["," title] [date] end`: nothing that ends like a sentence.
fn rest_of_byline(input: &str) -> IResult<&str, ()> {
    value((), verify(rest, |tail: &str| !tail.ends_with('.') && words(tail) <= 6)).parse(input)
}

/// `name = capitalised{1,4}`, with initials and particles
fn name(input: &str) -> IResult<&str, &str> {
    let word = verify(
        take_while1(|c: char| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’')),
        |w: &str| {
            w.starts_with(char::is_uppercase)
                || matches!(w, "de" | "van" | "von" | "der" | "la" | "al")
        },
    );
    recognize(separated_list1(space1, word)).parse(input)
}

/// Bytes of the dateline that a paragraph begins with, its dash included.
///
/// `dateline = PLACE {"," word{1,3}} ["," date] ["(" agency ")"] ("—" | "–" | "--" | " - ")`
pub(crate) fn dateline(line: &str) -> Option<usize> {
    fn place(input: &str) -> IResult<&str, &str> {
        let letters = |s: &str| s.chars().filter(|c| c.is_alphabetic()).count();
        verify(recognize(separated_list1(space1, take_while1(is_capital))), |s: &str| {
            letters(s) > 2
        })
        .parse(input)
    }
    fn part(input: &str) -> IResult<&str, &str> {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | ' ');
        preceded((char(','), space1), take_while_m_n(1, 24, plain)).parse(input)
    }
    fn whole(input: &str) -> IResult<&str, &str> {
        let agency = delimited((space0, char('(')), take_while_m_n(1, 30, |c| c != ')'), char(')'));
        let dash = (space0, alt((tag("—"), tag("–"), tag("--"), tag("- "), tag("―"))), space0);
        recognize((place, many_m_n(0, 3, part), opt(agency), dash)).parse(input)
    }
    whole(line).ok().map(|(_, found)| found.len())
}

/// Whether a paragraph begins with a dateline.
pub(crate) fn has_dateline(line: &str) -> bool {
    dateline(line).is_some()
}

fn is_capital(c: char) -> bool {
    c.is_uppercase() || matches!(c, '.' | '-' | '\'' | '’')
}

/// Whether a line is a time stamp: `14:32`, `9.05 p.m.`, `UPDATED 11:20 GMT`.
///
/// `time = [label] digit{1,2} (":" | "." | "h") digit{2} ["am" | "pm" | zone]`
pub(crate) fn is_time(line: &str) -> bool {
    fn time(input: &str) -> IResult<&str, ()> {
        let label = (take_while1(char::is_alphabetic), opt(char(':')), space1);
        let minutes = verify(digit1, |d: &str| d.len() == 2);
        let clock = (verify(digit1, |d: &str| d.len() <= 2), one_of(":.h"), minutes);
        let zone = take_while_m_n(0, 10, |c: char| c.is_alphabetic() || matches!(c, '.' | ' '));
        value((), (opt(label), clock, zone, eof)).parse(input)
    }
    time(line).is_ok()
}

/// How many words stand between white space.
pub(crate) fn words(line: &str) -> usize {
    line.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count()
}

/// Whether every longer word begins with a capital or a digit.
pub(crate) fn is_title_case(line: &str) -> bool {
    let letters = |w: &&str| w.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let capital = |w: &str| {
        !w.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_lowercase)
    };
    line.split_whitespace().filter(letters).all(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        assert_eq!(bullet("- It is old"), Some(2));
        assert_eq!(bullet("10. It is old"), Some(4));
        assert_eq!(bullet("— Ann (@ann)"), None);
        assert_eq!(bullet("-5 degrees"), None);
        for by in [
            "By Ann Orr",
            "By J. R. Orr and Ann Pell, Political Editor",
            "Story by ANN ORR",
            "By Ann Orr | March 3, 2020",
        ] {
            assert!(is_byline(by), "{by}");
        }
        for text in [
            "By engaging directly with officials, she shows it.",
            "By Monday the bridge had been closed for three days, said Orr.",
            "By then he",
        ] {
            assert!(!is_byline(text), "{text}");
        }
        for line in [
            "PORT ALDER, Jan. 14 (NAN) — The",
            "NEW ORR (NAN) -- The",
            "LONDON — The",
            "NEW YORK, Nov. 19 (UPI) – A",
        ] {
            assert!(has_dateline(line), "{line}");
        }
        for line in ["The port — long closed — opens", "US — A", "GOP leaders said"] {
            assert!(!has_dateline(line), "{line}");
        }
        assert!(
            is_time("14:32")
                && is_time("UPDATED 11:20 GMT")
                && !is_time("14 boats")
                && !is_time("3.50 for a loaf")
        );
    }
}
