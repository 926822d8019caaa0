//! The dash before an author's name, in all that encodings and editors make of it.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while1};
use nom::character::complete::{char, none_of, one_of};
use nom::combinator::{map, opt, peek, recognize, value};
use nom::sequence::{delimited, terminated};
use nom::{IResult, Parser};

/// How surely a mark introduces an author rather than parts of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// `-` with a blank before it, or the sign for a lost character.
    Hyphen,
    /// An en dash or two hyphens.
    Dash,
    /// An em dash, also as a reference or misread as Windows-1252.
    EmDash,
}

/// ```text
/// mark   = ( em | dash | hyphen ) [ "Â" blank ]
/// em     = ( "—" | "―" | U+0097 ) { … } | "&" [ "amp;" ] ( "mdash" | "#8212" | "#x2014" ) ";" | mojibake
/// dash   = "–" | "‒" | "−" | "&" [ "amp;" ] ( "ndash" | "#8211" | "#x2013" ) ";" | "-" "-" { "-" }
/// hyphen = [ "\" ] "-" | U+FFFD { U+FFFD }
/// ```
/// The bytes `E2 80 94` read as Windows-1252 give `â€”`, as Latin-1 `â` and two
/// controls, as Mac Roman `‚Äî`, as code page 850 `ÔÇö`, as Windows-1251 `вЂ”`; read
/// wrongly twice they give `Ã¢â‚¬` and a tail.
pub(super) fn mark(i: &str) -> IResult<&str, Mark> {
    let misread = |i| recognize((tag("â"), one_of("€\u{80}"), tail)).parse(i);
    let twice = |i| recognize((tag("Ã¢â‚¬"), opt(tag("â€")), tail)).parse(i);
    let other = alt((tag("‚Äî"), tag("‚Äì"), tag("ÔÇö"), tag("вЂ”"), tag("вЂ\u{94}")));
    let em = take_while1(|c| matches!(c, '—' | '―' | '⸺' | '\u{97}'));
    let dash = alt((
        value(Mark::EmDash, alt((em, misread, twice, other))),
        value(Mark::Dash, recognize(one_of("–‒−\u{96}"))),
        reference,
        map(hyphens, |n| if n > 1 { Mark::Dash } else { Mark::Hyphen }),
        value(Mark::Hyphen, take_while1(|c| c == '\u{fffd}')),
    ));
    terminated(dash, opt((char('Â'), peek(one_of(" \u{a0}"))))).parse(i)
}

/// A character reference for a dash, its ampersand perhaps encoded again.
fn reference(i: &str) -> IResult<&str, Mark> {
    let em = alt((tag("mdash"), tag("#8212"), tag("#x2014"), tag("#151")));
    let en = alt((tag("ndash"), tag("#8211"), tag("#x2013"), tag("#150")));
    let either = alt((value(Mark::EmDash, em), value(Mark::Dash, en)));
    delimited((char('&'), opt(tag("amp;"))), either, opt(char(';'))).parse(i)
}

/// The last character of a misread dash: never a letter, a digit or a blank.
fn tail(i: &str) -> IResult<&str, Option<char>> {
    let (rest, c) = opt(none_of(" \n\t(@")).parse(i)?;
    Ok(if c.is_some_and(|c| c.is_ascii_alphanumeric()) { (i, None) } else { (rest, c) })
}

fn hyphens(i: &str) -> IResult<&str, usize> {
    let (rest, _) = (opt(char('\\')), char('-')).parse(i)?;
    let (rest, more) = take_while(|c| c == '-')(rest)?;
    Ok((rest, 1 + more.len()))
}

/// A mark that stands before a name in `window`: its strength, where it begins and
/// where the name does.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marked {
    pub(super) mark: Mark,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// All marks in `window`; a hyphen counts only with a blank or the line's
/// start (`line_start`) before it and a blank after it, what stands for a lost dash
/// only where a sentence has ended already, a dash between digits not at all.
pub(super) fn marks(window: &str, line_start: bool) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = window[at..].chars().next() {
        let read = mark(&window[at..]).or_else(|_| lost(&window[..at], &window[at..], line_start));
        let Ok((rest, mark)) = read else {
            at += c.len_utf8();
            continue;
        };
        let end = window.len() - rest.len();
        let set_off = |c: Option<char>| c.is_some_and(char::is_whitespace);
        let before = window[..at].chars().next_back();
        let next = rest.chars().next();
        let first = before.is_none() && line_start;
        let free = set_off(next) && (set_off(before) || first)
            || first && next.is_some_and(char::is_uppercase);
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let score = digit(before) && digit(next);
        if (mark != Mark::Hyphen || free || c == '\u{fffd}') && !score {
            found.push(Marked { mark, start: at, end });
        }
        at = end;
    }
    found
}

/// `lost = ( "?" | "Ñ" | "~" ) blank`: what an encoding without the dash has made of it.
fn lost<'t>(before: &str, i: &'t str, line_start: bool) -> IResult<&'t str, Mark> {
    let (rest, _) = terminated(one_of("?Ñ~"), peek(char(' '))).parse(i)?;
    let ended = before.trim_end();
    let free = ended.is_empty() && line_start
        || ended.len() < before.len() && ended.ends_with(['.', '!', '?', '…', '”', '"']);
    if free { Ok((rest, Mark::Hyphen)) } else { nom::combinator::fail().parse(i) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        let em = [
            "— ",
            "&mdash; ",
            "&mdash ",
            "&#8212; ",
            "â€” ",
            "â€\u{201d} ",
            "â\u{80}\u{94} ",
            "—— ",
            "&amp;mdash; ",
        ];
        for text in em {
            assert_eq!(mark(text), Ok((" ", Mark::EmDash)), "{text}");
        }
        assert_eq!(mark("Ã¢â‚¬â€\u{9d} "), Ok((" ", Mark::EmDash)));
        assert_eq!(mark("-- "), Ok((" ", Mark::Dash)));
        assert_eq!(mark("â€”Â\u{a0}Roe"), Ok(("\u{a0}Roe", Mark::EmDash)));
        assert!(mark("âge").is_err());
    }

    #[test]
    fn hyphens_inside_words_are_none() {
        assert_eq!(marks("Anne-Marie Roe", true).len(), 0);
        assert_eq!(marks("- Anne-Marie Roe", true).len(), 1);
        assert_eq!(marks("- Anne-Marie Roe", false).len(), 0);
        assert_eq!(marks("Roe 2–1 Orr", true).len(), 0);
    }
}
