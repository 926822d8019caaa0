//! Cuts a line of the text to the words that a finding is about and what fits around them.

use super::width::{of_char, take, take_back, width};
use crate::{LineColumn, OffsetMap, Offsets, Span};
use std::ops::Range;

/// Where the lines of a text begin; finds places in it without reading it again.
pub(super) struct Lines<'t> {
    pub(super) text: &'t str,
    starts: Vec<u32>,
    columns: OffsetMap<'t>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let after = text.match_indices('\n').map(|(i, _)| Span::new(0, i + 1).end);
        let starts = std::iter::once(0).chain(after).collect();
        Self { text, starts, columns: OffsetMap::new(text, Offsets::Chars) }
    }

    /// The index of the line that holds a byte.
    fn index(&self, byte: u32) -> usize {
        self.starts.partition_point(|&s| s <= byte).max(1) - 1
    }

    /// A line without its end.
    fn line(&self, index: usize) -> Span {
        let start = self.starts[index] as usize;
        let end = self.starts.get(index + 1).map_or(self.text.len(), |&e| e as usize);
        let line = self.text[start..end].trim_end_matches(['\n', '\r']);
        Span::new(start, start + line.len())
    }

    /// Line and column of a byte.
    pub(super) fn place(&self, byte: u32) -> LineColumn {
        let index = self.index(byte);
        let column = self.columns.offset(byte) - self.columns.offset(self.starts[index]);
        LineColumn { line: index + 1, column: column as usize + 1 }
    }

    /// The pieces of a span that are shown: all of it on one line, else its first and last lines.
    pub(super) fn pieces(&self, span: Span) -> (Span, Option<Span>) {
        let span = self.trim(span);
        let (first, last) = (self.index(span.start), self.index(span.end));
        if first == last {
            return (span, None);
        }
        let end = self.line(first).end.max(span.start);
        let start = self.line(last).start;
        (Span { start: span.start, end }, Some(Span { start, end: span.end }))
    }

    /// Without white space at its ends, and within the text.
    fn trim(&self, span: Span) -> Span {
        let words = span.of(self.text);
        let start = span.start as usize + words.len() - words.trim_start().len();
        let trimmed = words.trim();
        if trimmed.is_empty() {
            let at = (span.start as usize).min(self.text.len());
            return Span::new(at, at);
        }
        Span::new(start, start + trimmed.len())
    }

    /// Whether two pieces stand on one line and fit into `columns` together.
    pub(super) fn fit(&self, a: Span, b: Span, columns: usize) -> bool {
        self.index(a.start) == self.index(b.start)
            && width(a.join(b).of(self.text), columns) <= columns
    }

    /// The line that holds `marks`, cut to about `columns` around them. All marks must stand on one line.
    pub(super) fn cut(&self, marks: &[Span], columns: usize) -> Excerpt {
        let hull = marks.iter().copied().reduce(Span::join).unwrap_or_default();
        let index = self.index(hull.start);
        let line = self.line(index);
        let hull_width = width(hull.of(self.text), columns);
        if hull_width > columns {
            return self.squeeze(index, hull, columns, marks.len());
        }
        let free = columns - hull_width;
        let before = Span { start: line.start, end: hull.start.max(line.start) }.of(self.text);
        let after = Span { start: hull.end, end: line.end.max(hull.end) }.of(self.text);
        let right = width(take(after, free / 2), free);
        let left = take_back(before, free - right);
        let right = take(after, free - width(left, free));
        let mut source = String::new();
        if left.len() < before.len() {
            source.push_str(ELLIPSIS_LEFT);
        }
        let shift = source.len() + left.len();
        source.push_str(left);
        source.push_str(hull.of(self.text));
        source.push_str(right);
        if right.len() < after.len() {
            source.push_str(ELLIPSIS_RIGHT);
        }
        let place = |m: &Span| {
            let start = (m.start - hull.start) as usize + shift;
            start..start + m.len()
        };
        Excerpt { line: index + 1, source, marks: marks.iter().map(place).collect() }
    }

    /// Words that are wider than the terminal: their beginning and their end.
    fn squeeze(&self, index: usize, hull: Span, columns: usize, marks: usize) -> Excerpt {
        let words = hull.of(self.text);
        let head = take(words, columns * 2 / 3);
        let tail = take_back(&words[head.len()..], columns / 3);
        let mut source = String::new();
        if self.line(index).start < hull.start {
            source.push_str(ELLIPSIS_LEFT);
        }
        let start = source.len();
        source.push_str(head);
        source.push_str(" … ");
        source.push_str(tail);
        let end = source.len();
        if hull.end < self.line(index).end {
            source.push_str(ELLIPSIS_RIGHT);
        }
        Excerpt { line: index + 1, source, marks: vec![start..end; marks] }
    }
}

const ELLIPSIS_LEFT: &str = "… ";
const ELLIPSIS_RIGHT: &str = " …";

/// What is shown of one line.
pub(super) struct Excerpt {
    /// The line, from 1.
    pub(super) line: usize,
    /// The words shown.
    pub(super) source: String,
    /// Where the marks lie in them, in bytes.
    pub(super) marks: Vec<Range<usize>>,
}

/// Breaks a message into lines of at most `columns`, between words.
pub(super) fn wrap(message: &str, columns: usize) -> String {
    let mut out = String::with_capacity(message.len() + 8);
    let mut used = 0;
    for word in message.split_whitespace() {
        let wide: usize = word.chars().map(of_char).sum();
        if used > 0 && used + 1 + wide > columns {
            out.push('\n');
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += wide;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, words: &str, columns: usize) -> (String, String) {
        let lines = Lines::new(text);
        let start = text.find(words).unwrap();
        let excerpt = lines.cut(&[Span::new(start, start + words.len())], columns);
        let marked = excerpt.source[excerpt.marks[0].clone()].to_owned();
        (excerpt.source, marked)
    }

    #[test]
    fn a_short_line_is_whole() {
        let (source, marked) = shown("one\r\ntwo three\r\nfour", "three", 40);
        assert_eq!((source.as_str(), marked.as_str()), ("two three", "three"));
    }

    #[test]
    fn a_long_line_is_cut_between_words() {
        let text = format!("{}the mayor spoke{}", "long ago ".repeat(300), " and sat".repeat(300));
        let (source, marked) = shown(&text, "mayor", 40);
        assert_eq!(marked, "mayor");
        assert!(source.starts_with("… ") && source.ends_with(" …"), "{source}");
        assert!(source.chars().count() <= 44, "{source}");
        assert!(source.contains(" the mayor spoke "), "{source}");
    }

    #[test]
    fn wide_marks_are_squeezed() {
        let words = format!("first {} last", "word ".repeat(300));
        let (source, marked) = shown(&format!("So {words} it was"), &words, 30);
        assert!(marked.starts_with("first") && marked.ends_with("last"), "{source}");
        assert!(source.chars().count() <= 40, "{source}");
    }

    #[test]
    fn every_cut_is_sound() {
        let text = "“Ça va,” 😀 said\té 東京都知事 שלום e\u{301}\u{200d}. ".repeat(4);
        let lines = Lines::new(&text);
        let ends: Vec<_> = text.char_indices().map(|(i, _)| i).collect();
        for (n, &start) in ends.iter().enumerate() {
            for &end in &ends[n..] {
                for columns in [1, 7, 30] {
                    let excerpt = lines.cut(&[Span::new(start, end)], columns);
                    assert!(excerpt.source.get(excerpt.marks[0].clone()).is_some());
                }
            }
        }
    }

    #[test]
    fn places_and_pieces() {
        let text = "é one\r\n\r\ntwo three\nfour";
        let lines = Lines::new(text);
        assert_eq!(lines.place(3), LineColumn { line: 1, column: 3 });
        assert_eq!(lines.place(text.len() as u32), LineColumn { line: 4, column: 5 });
        let (first, last) = lines.pieces(Span::new(3, text.len()));
        assert_eq!((first.of(text), last.unwrap().of(text)), ("one", "four"));
        let (only, none) = lines.pieces(Span::new(3, 9));
        assert_eq!((only.of(text), none), ("one", None));
    }

    #[test]
    fn messages_wrap() {
        assert_eq!(wrap("one two  three", 7), "one two\nthree");
        assert_eq!(wrap("unbreakable x", 4), "unbreakable\nx");
    }
}
