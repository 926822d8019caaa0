//! Front matter: the keys and values before a Markdown text that matter to an article.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while1};
use nom::character::complete::{char, one_of, space0};
use nom::combinator::{map, opt, peek, rest};
use nom::multi::separated_list0;
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::meta::Meta;
use crate::Span;

/// What front matter says.
#[derive(Debug, Default)]
pub(super) struct Front {
    pub(super) meta: Meta,
    /// Where the headline stands, in the front matter.
    pub(super) headline: Option<Span>,
}

/// Reads YAML or TOML, as far as it is keys with plain values and lists of them.
///
/// ```text
/// front = { key ( ":" | "=" ) ( value | list | { "- " value } ) line-end }
/// ```
pub(super) fn front(text: &str) -> Front {
    let mut front = Front::default();
    let mut key = "";
    for line in text.lines() {
        if let Ok((_, item)) = item(line) {
            front.meta.take(key, item);
        } else if let Ok((value, name)) = name(line) {
            key = name;
            front.take(text, key, value);
        }
    }
    front
}

impl Front {
    fn take(&mut self, text: &str, key: &str, value: &str) {
        if let Ok((_, values)) = list(value) {
            values.iter().for_each(|v| self.meta.take(key, v));
            return;
        }
        let value = plain(value);
        if key.eq_ignore_ascii_case("title") && self.headline.is_none() && !value.is_empty() {
            let start = value.as_ptr() as usize - text.as_ptr() as usize;
            self.headline = Some(Span::new(start, start + value.len()));
        }
        self.meta.take(key, value);
    }
}

/// `name = key ( ":" | "=" )` at the beginning of a line.
fn name(line: &str) -> IResult<&str, &str> {
    let key = take_while1(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let (value, (key, _, _, _)) = (key, space0, one_of(":="), space0).parse(line)?;
    Ok((value, key))
}

/// `item = { blank } "- " value`
fn item(line: &str) -> IResult<&str, &str> {
    let (_, value) = preceded((space0, alt((tag("- name: "), tag("- ")))), rest).parse(line)?;
    Ok(("", plain(value)))
}

/// `list = "[" [ listed { "," listed } [ "," ] ] "]"`
fn list(i: &str) -> IResult<&str, Vec<&str>> {
    let values = terminated(separated_list0(char(','), listed), opt((char(','), space0)));
    delimited((char('['), space0), values, char(']')).parse(i)
}

/// `listed = { blank } ( quoted | { any but "," and "]" } ) { blank }`
fn listed(i: &str) -> IResult<&str, &str> {
    let quoted = |mark| delimited(char(mark), take_while(move |c| c != mark), char(mark));
    // Quotation marks around a part of a value only are the value's own.
    let whole = (space0, peek(one_of(",]")));
    let quoted = terminated(alt((quoted('"'), quoted('\''))), whole);
    let bare = map(take_while1(|c| c != ',' && c != ']'), plain);
    preceded(space0, alt((quoted, bare))).parse(i)
}

/// A value without blanks and quotation marks around it.
fn plain(value: &str) -> &str {
    let value = value.trim();
    let quoted = |mark: char| value.strip_prefix(mark).and_then(|v| v.strip_suffix(mark));
    quoted('"').or(quoted('\'')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_and_toml() {
        let yaml = "title: \"Bridge: it closes\"\nauthor:\n  - Ann Orr\n  - 'J. R. Pell'\ndate: 2025-03-04\ntags: [a, b]";
        let read = front(yaml);
        assert_eq!(read.headline.map(|h| h.of(yaml)), Some("Bridge: it closes"));
        assert_eq!(read.meta.authors, ["Ann Orr", "J. R. Pell"]);
        assert_eq!(read.meta.date.map(|d| d.to_string()).as_deref(), Some("2025-03-04"));
        let toml =
            "title = 'Bridge'\nauthors = [\"Ann Orr\", \"Al Poe\"]\ndate = 2025-03-04T10:00:00Z";
        let read = front(toml);
        assert_eq!(read.meta.authors, ["Ann Orr", "Al Poe"]);
        assert_eq!(read.meta.headline.as_deref(), Some("Bridge"));
        assert!(read.meta.date.is_some());
    }

    #[test]
    fn values_of_a_list_may_be_quoted() {
        let table = [
            ("authors: [\"Orr, Ann\", Al Poe]", vec!["Orr, Ann", "Al Poe"]),
            ("authors = ['Orr, Ann' , \"Al Poe\" ]", vec!["Orr, Ann", "Al Poe"]),
            ("authors: [Ann O'Dea, 'Al' Poe]", vec!["Ann O'Dea", "'Al' Poe"]),
            ("authors = [\"Ann Orr\", \"Al Poe\",]", vec!["Ann Orr", "Al Poe"]),
            ("authors: []", vec![]),
        ];
        for (text, expected) in table {
            assert_eq!(front(text).meta.authors, expected, "{text}");
        }
    }
}
