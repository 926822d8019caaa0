//! Writes a page's reading text: white space folded, blocks apart, every byte tied to its source.

use super::map::SourceMap;
use crate::Span;
use crate::document::BlockKind;

/// Stands for what has no words.
pub(super) const OBJECT: &str = "\u{fffc}";

/// The reading text while it is written.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) text: String,
    pub(super) map: SourceMap,
    pub(super) blocks: Vec<(Span, BlockKind)>,
    /// Where the block that is being written begins.
    block: Option<usize>,
    /// White space that is written before the next word, if one follows.
    blank: Option<Blank>,
    /// The end of what was read last, in the source.
    source_end: u32,
}

/// White space between words.
#[derive(Debug, Clone, Copy)]
struct Blank {
    source: Span,
    /// It stands for the end of a line.
    line: bool,
}

/// A place to go back to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    text: usize,
    segments: usize,
    blocks: usize,
}

impl Writer {
    /// Writes text that stands at `source`: as it is there where `verbatim`.
    pub(super) fn write(&mut self, piece: &str, source: Span, verbatim: bool, kind: BlockKind) {
        let at = |i: usize, j: usize| match verbatim {
            true => Span::new(source.start as usize + i, source.start as usize + j),
            false => source,
        };
        let mut i = 0;
        while i < piece.len() {
            let rest = &piece[i..];
            if let Some(len) = blank(rest) {
                self.blank(at(i, i + len), false);
                i += len;
            } else if let Some(len) = unseen(rest) {
                i += len;
            } else {
                let len = run(rest);
                self.words(&rest[..len], at(i, i + len), verbatim, kind);
                i += len;
            }
        }
    }

    /// The end of a line within a block.
    pub(super) fn line_end(&mut self, source: Span) {
        self.blank(source, true);
    }

    fn blank(&mut self, source: Span, line: bool) {
        if self.block.is_none() {
            return;
        }
        self.blank = Some(match self.blank {
            Some(b) => Blank { source: b.source.join(source), line: b.line || line },
            None => Blank { source, line },
        });
    }

    fn words(&mut self, words: &str, source: Span, verbatim: bool, kind: BlockKind) {
        if self.block.is_none() {
            self.separate(kind);
            self.block = Some(self.text.len());
        }
        if let Some(blank) = self.blank.take() {
            // A lone space is as it is in the source more often than not.
            let plain = !blank.line && blank.source.len() == 1;
            match plain {
                true => self.map.verbatim(self.text.len(), blank.source),
                false => self.map.whole(self.text.len(), blank.source),
            }
            self.text.push(if blank.line { '\n' } else { ' ' });
        }
        match verbatim {
            true => self.map.verbatim(self.text.len(), source),
            false => self.map.whole(self.text.len(), source),
        }
        self.text.push_str(words);
        self.source_end = source.end;
    }

    /// The blank line between two blocks; rows and items of a list stand closer.
    fn separate(&mut self, kind: BlockKind) {
        if self.text.is_empty() {
            return;
        }
        let close = kind == BlockKind::Bullet
            && self.blocks.last().is_some_and(|(_, k)| *k == BlockKind::Bullet);
        self.map.whole(self.text.len(), self.source_place());
        self.text.push_str(if close { "\n" } else { "\n\n" });
    }

    /// Writes a sign for what has no words, such as an empty frame; gives its place.
    pub(super) fn object(&mut self, source: Span) -> Span {
        self.end_block(BlockKind::Paragraph);
        self.words(OBJECT, source, false, BlockKind::AuthorLine);
        let block = self.end_block(BlockKind::AuthorLine);
        block.and_then(|b| self.blocks.get(b)).map_or(Span::default(), |(span, _)| *span)
    }

    /// Ends the block that is being written; gives its number if it holds any words.
    pub(super) fn end_block(&mut self, kind: BlockKind) -> Option<usize> {
        self.blank = None;
        let start = self.block.take()?;
        self.blocks.push((Span::new(start, self.text.len()), kind));
        Some(self.blocks.len() - 1)
    }

    /// Takes the publisher's name off a page's title that was written since `mark`.
    ///
    /// `title = headline ( " | " | " - " | " – " | " — " | " · " | " :: " ) publisher`
    pub(super) fn keep_title(&mut self, mark: Mark) {
        const MARKS: [&str; 6] = [" | ", " - ", " – ", " — ", " · ", " :: "];
        let words = |s: &str| s.split_whitespace().count();
        let title = self.text.get(mark.text..).unwrap_or("");
        let Some(at) = MARKS.iter().filter_map(|m| title.rfind(m)).max() else { return };
        if words(&title[..at]) < 3 || words(&title[at..]) > 7 {
            return;
        }
        let end = mark.text + at;
        self.text.truncate(end);
        self.map.cut(end);
        if let Some((span, _)) = self.blocks.last_mut() {
            span.end = Span::new(end, end).end;
        }
    }

    /// The end of what was written last, in the source.
    pub(super) fn source_place(&self) -> Span {
        Span { start: self.source_end, end: self.source_end }
    }

    /// The place where the next word will stand, or nearly.
    pub(super) fn place(&self) -> usize {
        self.text.len()
    }

    pub(super) fn mark(&self) -> Mark {
        Mark { text: self.text.len(), segments: self.map.len(), blocks: self.blocks.len() }
    }

    /// Takes back what was written since `mark`, at the end of a block.
    pub(super) fn back(&mut self, mark: Mark) {
        self.text.truncate(mark.text);
        self.map.truncate(mark.segments);
        self.blocks.truncate(mark.blocks);
    }
}

/// Bytes of the white space that `text` begins with.
fn blank(text: &str) -> Option<usize> {
    let is_blank = |c: char| c.is_whitespace() && c != '\u{3000}';
    let len = text.find(|c| !is_blank(c)).unwrap_or(text.len());
    (len > 0).then_some(len)
}

/// Bytes of a character that is never seen: soft hyphen, zero-width space, word joiner, byte order mark.
fn unseen(text: &str) -> Option<usize> {
    let c = text.chars().next()?;
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}').then_some(c.len_utf8())
}

/// Bytes of words with single spaces between them.
fn run(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut i = 0;
    while let Some(&b) = bytes.get(i) {
        let stop = match b {
            b' ' => bytes.get(i + 1).is_none_or(|next| *next <= b' ' || *next >= 0x80),
            0..b' ' => b.is_ascii_whitespace() || b == 0x0b,
            // The first bytes of white space and of what is never seen.
            0xc2 | 0xe1 | 0xe2 | 0xef => {
                text.get(i..).is_some_and(|t| blank(t).or(unseen(t)).is_some())
            }
            _ => false,
        };
        if stop {
            break;
        }
        i += 1;
    }
    i.max(text.chars().next().map_or(1, char::len_utf8)).min(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(piece: &str) -> Writer {
        let mut writer = Writer::default();
        writer.write(piece, Span::new(0, piece.len()), true, BlockKind::Paragraph);
        writer.end_block(BlockKind::Paragraph);
        writer
    }

    #[test]
    fn white_space_is_folded_and_what_is_never_seen_is_gone() {
        let source = "  It\u{a0}is \n\t old\u{ad}er. “Ça\u{200b} va” ";
        let writer = written(source);
        assert_eq!(writer.text, "It is older. “Ça va”");
        let place = |words: &str| {
            let at = writer.text.find(words).unwrap();
            writer.map.span(Span::new(at, at + words.len())).of(source)
        };
        assert_eq!(place("is older"), "is \n\t old\u{ad}er");
        assert_eq!(place("It is"), "It\u{a0}is");
        assert_eq!(place("“Ça va”"), "“Ça\u{200b} va”");
    }

    #[test]
    fn a_title_loses_its_publisher() {
        for (title, kept) in [
            ("Ferry to stop in May | The Courier", "Ferry to stop in May"),
            ("Ferry - it stops - The Tamarack Courier", "Ferry - it stops"),
            ("Sports - The Courier", "Sports - The Courier"),
        ] {
            let mut writer = written(title);
            writer.keep_title(Writer::default().mark());
            assert_eq!(writer.text, kept);
            assert_eq!(writer.blocks[0].0.len(), kept.len());
        }
    }
}
