//! Front matter: the keys and values before a Markdown text that matter to an article.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, one_of, space0};
use nom::combinator::rest;
use nom::multi::separated_list0;
use nom::sequence::{delimited, preceded};
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
/// front = { key ( ":" | "=" ) ( value | "[" value { "," value } "]" | { "- " value } ) line-end }
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
        let list = delimited(char('['), separated_list0(char(','), listed), char(']')).parse(value);
        if let Ok((_, values)) = list {
            values.iter().for_each(|v| self.meta.take(key, plain(v)));
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

fn listed(i: &str) -> IResult<&str, &str> {
    take_while1(|c| c != ',' && c != ']')(i)
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
}
