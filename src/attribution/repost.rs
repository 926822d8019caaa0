//! Posts within posts: `RT @name: …` hands the words on to another account.

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{char, space0, space1};
use nom::combinator::{opt, recognize};
use nom::{IResult, Parser};

use crate::{Span, embed};

/// A post hands on so many others at most: each holds those behind it.
const MOST: usize = 8;

/// Words that a post hands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Repost {
    /// The account, with its `@`.
    pub(super) source: Span,
    /// Its words, up to the end of the post.
    pub(super) content: Span,
}

/// The marks of a repost in the order of the post; each holds those behind it.
pub(super) fn reposts(text: &str, body: Span) -> Vec<Repost> {
    let words = body.of(text);
    let mut found = Vec::new();
    for (at, _) in words.match_indices('T') {
        let before = words[..at].strip_suffix(['R', 'Q', 'M']);
        let Some(before) = before.filter(|b| !b.ends_with(char::is_alphanumeric)) else { continue };
        let Ok((rest, account)) = repost(&words[before.len()..]) else { continue };
        let content = rest.trim();
        if !content.is_empty() {
            let place = |part: &str| {
                let start =
                    body.start as usize + (part.as_ptr() as usize - words.as_ptr() as usize);
                Span::new(start, start + part.len())
            };
            found.push(Repost { source: place(account), content: place(content) });
        }
        if found.len() == MOST {
            break;
        }
    }
    found
}

/// `repost = ( "RT" | "MT" | "QT" ) [ ":" ] [ " " ] handle ( ":" | " " )`
fn repost(i: &str) -> IResult<&str, &str> {
    let (i, _) = (alt((tag("RT"), tag("MT"), tag("QT"))), opt(char(':')), space0).parse(i)?;
    let (i, account) = recognize(embed::account).parse(i)?;
    let (i, _) = alt((tag(":"), space1)).parse(i)?;
    Ok((i, account))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, &str)> {
        let found = reposts(text, Span::new(0, text.len()));
        found.iter().map(|r| (r.source.of(text), r.content.of(text))).collect()
    }

    #[test]
    fn marks() {
        assert_eq!(read("RT @roe: The pier is shut"), [("@roe", "The pier is shut")]);
        assert_eq!(
            read("So true! RT @roe RT @orr: It is"),
            [("@roe", "RT @orr: It is"), ("@orr", "It is")]
        );
        assert_eq!(read("RT ＠roe: It is"), [("＠roe", "It is")]);
        assert_eq!(read(&"RT @roe: no ".repeat(MOST * 2)).len(), MOST);
        assert_eq!(read("Please RT! START @roe, RT @roe"), []);
    }
}
