//! Turns of an interview or a transcript: lines that begin with who speaks.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{char, space1};
use nom::combinator::{opt, recognize, rest, verify};
use nom::multi::{many_m_n, separated_list1};
use nom::sequence::delimited;
use nom::{IResult, Parser};

/// How the label of a turn is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// `Q:`, `A:`
    Letter,
    /// `Q.`, `A.`, `Q`: only beside other turns can it be told from an initial or a word.
    BareLetter,
    /// `MS. ORR:`, `THE COURT:`
    Capitals,
    /// `Ann Orr:`, `Interviewer:`
    Name,
}

/// A line as a turn, in bytes from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) label: Label,
    /// Where the speaker's name ends, and the colon begins if there is one.
    pub(crate) speaker_end: usize,
    /// Where the words begin.
    pub(crate) body: usize,
}

/// A speaker is named by at most so many words.
const LONGEST_LABEL: usize = 6;

/// Words that stand before a colon and speak to the reader.
const NO_SPEAKER: &[&str] = &[
    "ALSO",
    "ANALYSIS",
    "BACKGROUND",
    "BREAKING",
    "CAPTION",
    "CONTEXT",
    "CORRECTION",
    "COST",
    "DATE",
    "EDITORIAL",
    "EXCLUSIVE",
    "EXPLAINED",
    "EXPLAINER",
    "FACT",
    "IMAGE",
    "LIVE",
    "MORE",
    "NOTE",
    "OPINION",
    "PHOTO",
    "PHOTOS",
    "PICTURES",
    "PRICE",
    "READ",
    "RELATED",
    "REVIEW",
    "SEE",
    "SOURCE",
    "SOURCES",
    "SUMMARY",
    "TIME",
    "TIP",
    "TRANSCRIPT",
    "UPDATE",
    "UPDATED",
    "VIDEO",
    "WATCH",
    "WHAT",
    "WHEN",
    "WHERE",
    "WHO",
    "WHY",
];

/// The turn that a line is, by its shape.
///
/// `turn = speaker ":" space body | letter [":"] space body`
pub(crate) fn turn(line: &str) -> Option<Turn> {
    let (after, name) = alt((speaker, letter)).parse(line).ok()?;
    let colon = after.starts_with(':');
    let (body, _) = mark(after).ok()?;
    let label = match name.trim_end_matches('.') {
        "Q" | "A" if colon => Label::Letter,
        "Q" | "A" => Label::BareLetter,
        _ if !colon => return None,
        _ if is_capitals(name) => Label::Capitals,
        _ => Label::Name,
    };
    let plausible =
        !body.is_empty() && NO_SPEAKER.binary_search(&first_word(name).as_str()).is_err();
    let bare = label == Label::BareLetter;
    (plausible && (!bare || is_sentence(body))).then_some(Turn {
        label,
        speaker_end: name.len(),
        body: line.len() - body.len(),
    })
}

/// `mark = [":"] space`
fn mark(input: &str) -> IResult<&str, &str> {
    recognize((opt(char(':')), space1)).parse(input)
}

/// `letter = "Q" ["."] | "A."`: "A" alone is an article.
fn letter(input: &str) -> IResult<&str, &str> {
    let (after, name) = alt((tag("Q."), tag("A."), tag("Q"))).parse(input)?;
    verify(rest, |s: &str| s.starts_with([':', ' '])).parse(after)?;
    Ok((after, name))
}

/// `speaker = name {"," name} ["(" … ")" | "[" … "]"] &":"`
fn speaker(input: &str) -> IResult<&str, &str> {
    let bracket = |open, close| {
        delimited(tag(open), take_while_m_n(1, 30, |c| !matches!(c, ')' | ']')), tag(close))
    };
    let aside = (space1, alt((bracket("(", ")"), bracket("[", "]"))));
    let names = (name, many_m_n(0, 2, (tag(", "), name)));
    let (after, found) = recognize((names, opt(aside))).parse(input)?;
    let short = found.split_whitespace().count() <= LONGEST_LABEL;
    verify(rest, |s: &str| short && s.starts_with(':')).parse(after)?;
    Ok((after, found))
}

/// `name = word {space word}`, each word a number or with a capital
fn name(input: &str) -> IResult<&str, &str> {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\'' | '’' | '&' | '#');
    let word = verify(take_while1(part), |w: &str| {
        w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '#')
    });
    let capital = |found: &str| found.starts_with(char::is_uppercase);
    verify(recognize(separated_list1(char(' '), word)), capital).parse(input)
}

/// Whether all of its letters are capitals, but for what stands in brackets: `SEN. ORR (D-Marle)`.
fn is_capitals(label: &str) -> bool {
    let name = label.split(['(', '[']).next().unwrap_or(label);
    !name.contains(char::is_lowercase) && name.chars().filter(|c| c.is_alphabetic()).count() > 1
}

fn first_word(label: &str) -> String {
    label.split([' ', ',', '\'', '’']).next().unwrap_or(label).to_uppercase()
}

/// Whether the words behind a bare letter begin a sentence: no second initial, no lower case.
fn is_sentence(body: &str) -> bool {
    let word = body.split_whitespace().next().unwrap_or("");
    let initial = word.len() == 2 && word.ends_with('.');
    body.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '(')) && !initial
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_speaker_is_sorted() {
        assert!(NO_SPEAKER.is_sorted());
    }

    #[test]
    fn tells_turns_from_other_lines() {
        let cases = [
            ("MR. ORR: Thank you.", Label::Capitals, "MR. ORR"),
            ("THE COURT: Sustained.", Label::Capitals, "THE COURT"),
            ("ANNA REID, HOST: Good morning.", Label::Capitals, "ANNA REID, HOST"),
            ("REP. VALE (D-Marle): I rise.", Label::Capitals, "REP. VALE (D-Marle)"),
            ("KOVAC [on video]: I signed.", Label::Capitals, "KOVAC [on video]"),
            ("SPEAKER 2: Barely.", Label::Capitals, "SPEAKER 2"),
            ("Marek Dole: Every day.", Label::Name, "Marek Dole"),
            ("Q: Why?", Label::Letter, "Q"),
            ("A. I do.", Label::BareLetter, "A."),
            ("Q Can you say?", Label::BareLetter, "Q"),
        ];
        for (line, label, speaker) in cases {
            let turn = turn(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((turn.label, &line[..turn.speaker_end]), (label, speaker), "{line}");
            assert!(!line[turn.body..].starts_with([' ', ':']), "{line}");
        }
        for line in [
            "WATCH: The bridge falls",
            "Update: the bridge is closed.",
            "A. J. Orr left.",
            "A bridge: the story",
            "A Quiet Harbour.",
            "The mayor said: “No.”",
            "Orr, who runs the port, said: no.",
            "ORR:",
            "ORR:no",
            "10:30 is the time",
            "",
        ] {
            assert_eq!(turn(line), None, "{line}");
        }
    }
}
