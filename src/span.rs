//! Byte ranges into the text, and the only place that converts them to other units.

use serde::{Deserialize, Serialize};

/// A half-open range of **bytes** (UTF-8) into the text as it was given.
///
/// Both ends always lie on character boundaries of that text.
///
/// ```
/// use onrecord::Span;
/// let text = "“Yes,” she said.";
/// let span = Span::new(0, 10);
/// assert_eq!(span.of(text), "“Yes,”");
/// assert_eq!(span.len(), 10);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end`, in bytes; offsets past 4 GiB are cut to it.
    pub fn new(start: usize, end: usize) -> Self {
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: cut(start), end: cut(end.max(start)) }
    }

    /// The words it covers; empty where it does not fit `text`.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range()).unwrap_or("")
    }

    /// As a range for slicing.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its length in bytes.
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether it covers nothing.
    pub fn is_empty(&self) -> bool {
        self.start >= self.end
    }

    /// The smallest span that covers both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether all of `other` lies within.
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The text up to the last character that spans can reach.
pub(crate) fn readable(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The unit that spans are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Offsets {
    /// Unicode code points, as W3C Web Annotation counts.
    #[default]
    Chars,
    /// UTF-8 bytes.
    Bytes,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
}

/// How many bytes lie between two remembered positions.
const STRIDE: usize = 256;

/// Converts byte offsets of one text to another unit in constant time each.
///
/// ```
/// use onrecord::{OffsetMap, Offsets, Span};
/// let map = OffsetMap::new("é😀x", Offsets::Utf16);
/// assert_eq!(map.span(Span::new(2, 7)), [1, 4]);
/// ```
#[derive(Debug, Clone)]
pub struct OffsetMap<'t> {
    text: &'t str,
    unit: Offsets,
    /// Units before byte `i * STRIDE`; empty where bytes are asked for or the text is ASCII.
    marks: Vec<u32>,
}

impl<'t> OffsetMap<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str, unit: Offsets) -> Self {
        let mut marks = Vec::new();
        if unit != Offsets::Bytes && !text.is_ascii() {
            let mut units = 0;
            for chunk in text.as_bytes().chunks(STRIDE) {
                marks.push(units);
                units += chunk.iter().map(|&b| units_of(b, unit)).sum::<u32>();
            }
            marks.push(units);
        }
        Self { text, unit, marks }
    }

    /// The unit it converts to.
    pub fn unit(&self) -> Offsets {
        self.unit
    }

    /// The offset of a byte position.
    pub fn offset(&self, byte: u32) -> u32 {
        if self.marks.is_empty() {
            return byte;
        }
        let byte = (byte as usize).min(self.text.len());
        let mark = byte / STRIDE;
        let rest = &self.text.as_bytes()[mark * STRIDE..byte];
        self.marks[mark] + rest.iter().map(|&b| units_of(b, self.unit)).sum::<u32>()
    }

    /// Both ends of a span.
    pub fn span(&self, span: Span) -> [u32; 2] {
        [self.offset(span.start), self.offset(span.end)]
    }
}

/// Units that begin with this byte: continuation bytes count nothing, and a
/// four-byte character is two UTF-16 units.
fn units_of(byte: u8, unit: Offsets) -> u32 {
    match (byte, unit) {
        (0x80..=0xBF, _) => 0,
        (0xF0.., Offsets::Utf16) => 2,
        _ => 1,
    }
}

/// Line and column, both from 1; the column counts code points.
///
/// ```
/// use onrecord::LineColumn;
/// assert_eq!(LineColumn::of("one\ntwö x", 9), LineColumn { line: 2, column: 5 });
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
}

impl LineColumn {
    /// Where `byte` lies in `text`; past the end counts as the end.
    pub fn of(text: &str, byte: usize) -> Self {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &text[..byte];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        Self {
            line: before.bytes().filter(|&b| b == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_a_plain_count() {
        let text = "“Ça va,” 😀 said é. ".repeat(40);
        let (chars, utf16) =
            (OffsetMap::new(&text, Offsets::Chars), OffsetMap::new(&text, Offsets::Utf16));
        for (byte, _) in text.char_indices() {
            assert_eq!(chars.offset(byte as u32) as usize, text[..byte].chars().count());
            assert_eq!(utf16.offset(byte as u32) as usize, text[..byte].encode_utf16().count());
        }
        assert_eq!(chars.offset(text.len() as u32) as usize, text.chars().count());
    }

    #[test]
    fn lines_count_from_one() {
        assert_eq!(LineColumn::of("", 0), LineColumn { line: 1, column: 1 });
        assert_eq!(LineColumn::of("a\n\nb", 3), LineColumn { line: 3, column: 1 });
    }
}
