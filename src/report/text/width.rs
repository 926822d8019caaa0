//! How many columns of a terminal a text takes.

use unicode_width::UnicodeWidthChar;

/// Columns of a character; a tab is shown as four.
pub(super) fn of_char(c: char) -> usize {
    if c == '\t' { 4 } else { c.width().unwrap_or(1) }
}

/// Columns of `text`; stops counting once past `limit`.
pub(super) fn width(text: &str, limit: usize) -> usize {
    let mut sum = 0;
    for c in text.chars() {
        sum += of_char(c);
        if sum > limit {
            break;
        }
    }
    sum
}

/// How far back from a cut the space between two words is looked for, in columns.
const WORD: usize = 20;

/// The longest beginning of `text` within `columns`, cut between words where that is near.
pub(super) fn take(text: &str, columns: usize) -> &str {
    let mut used = 0;
    let mut space = None;
    for (i, c) in text.char_indices() {
        if c.is_whitespace() {
            space = Some((i, used));
        }
        used += of_char(c);
        if used > columns {
            return match space {
                Some((at, before)) if used - before <= WORD => &text[..at],
                _ => &text[..i],
            };
        }
    }
    text
}

/// The longest end of `text` within `columns`, cut between words where that is near.
pub(super) fn take_back(text: &str, columns: usize) -> &str {
    let mut used = 0;
    let mut space = None;
    for (i, c) in text.char_indices().rev() {
        let next = i + c.len_utf8();
        if c.is_whitespace() {
            space = Some((next, used));
        }
        used += of_char(c);
        if used > columns {
            return match space {
                Some((at, before)) if used - before <= WORD => &text[at..],
                _ => &text[next..],
            };
        }
    }
    text
}

/// `text` without what a terminal would obey.
pub(super) fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// `text`, printable, cut or padded to exactly `columns`.
pub(super) fn fit(text: &str, columns: usize) -> String {
    let mut out = printable(text);
    if width(&out, columns) > columns {
        out.truncate(take(&out, columns.saturating_sub(1)).len());
        out.push('…');
    }
    let padding = columns.saturating_sub(width(&out, columns));
    out.extend(std::iter::repeat_n(' ', padding));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_between_words_or_else_anywhere() {
        assert_eq!(take("one two three", 9), "one two");
        assert_eq!(take_back("one two three", 9), "two three");
        assert_eq!(take("東京都知事", 5), "東京");
        assert_eq!(take_back("東京都知事", 5), "知事");
        assert_eq!(take("one", 9), "one");
    }

    #[test]
    fn fits_exactly() {
        assert_eq!(fit("Orr", 5), "Orr  ");
        assert_eq!(fit("Ann Orr", 5), "Ann… ");
        assert_eq!(fit("a\u{1b}[31m", 6), "a [31m");
    }
}
