//! The words of a quotation or a post, without what typography and editors may change.

use crate::lexicon::hash;
use crate::{Span, embed};

/// A word as two texts of the same words share it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Of its letters and digits, in lower case.
    pub(super) hash: u32,
    pub(super) span: Span,
    /// A hashtag, a handle, or between brackets: it may be missing.
    pub(super) soft: bool,
    /// An ellipsis or a bracket stands before or around it: words may be missing there.
    pub(super) open: bool,
}

/// So many words of a text are read.
const MOST: usize = 480;

/// The words of `span`; links, emoji and punctuation are none, `&` is "and".
pub(super) fn words(text: &str, span: Span) -> Vec<Word> {
    let mut reader = Reader { base: span.start as usize, found: Vec::new(), open: false, depth: 0 };
    // What stands behind the residue of markup is no longer the quotation.
    let passage = span.of(text).split('<').next().unwrap_or_default();
    for piece in passage.split_whitespace() {
        let at = piece.as_ptr() as usize - passage.as_ptr() as usize;
        if reader.found.len() >= MOST {
            break;
        }
        if !embed::is_link(piece) {
            reader.piece(piece, at);
        }
    }
    reader.found
}

struct Reader {
    /// Where the passage begins in its text.
    base: usize,
    found: Vec<Word>,
    open: bool,
    /// Brackets that are open.
    depth: u32,
}

impl Reader {
    /// Takes a run without blanks apart.
    fn piece(&mut self, piece: &str, at: usize) {
        let mut rest = piece;
        let mut soft = false;
        while let Some(c) = rest.chars().next() {
            let here = at + piece.len() - rest.len();
            let plain = if let Some(behind) = rest.strip_prefix("&amp;") {
                self.enter("and", here, 5, false);
                behind
            } else if c.is_alphanumeric() {
                let length = word_length(rest);
                self.enter(&rest[..length], here, length, soft);
                &rest[length..]
            } else {
                self.mark(c, rest, here);
                &rest[c.len_utf8()..]
            };
            soft = matches!(c, '#' | '@') || soft && c == '_';
            rest = plain;
        }
    }

    /// A mark between words.
    fn mark(&mut self, c: char, rest: &str, here: usize) {
        match c {
            '&' => self.enter("and", here, 1, false),
            '…' => self.open = true,
            '.' if rest.starts_with("..") => self.open = true,
            '[' => {
                self.open = true;
                self.depth += 1;
            }
            ']' => {
                self.open = true;
                self.depth = self.depth.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn enter(&mut self, word: &str, at: usize, length: usize, soft: bool) {
        let letters = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
        let start = self.base + at;
        self.found.push(Word {
            hash: hash(&letters.collect::<String>()),
            span: Span::new(start, start + length),
            soft: soft || self.depth > 0,
            open: std::mem::take(&mut self.open) || self.depth > 0,
        });
    }
}

/// The bytes of the word that `rest` begins with: letters and digits, apostrophes between
/// letters, points within numbers and initials (`U.S.`).
fn word_length(rest: &str) -> usize {
    let mut before = ' ';
    let mut letters = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        let joins = match c {
            '\'' | '’' | '‘' => next.is_alphabetic(),
            '.' => next.is_alphanumeric() && (letters == 1 || before.is_numeric()),
            ',' => before.is_numeric() && next.is_numeric(),
            _ => c.is_alphanumeric(),
        };
        if !joins {
            return at;
        }
        letters = if c.is_alphanumeric() { letters + 1 } else { 0 };
        before = c;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<u32> {
        words(text, Span::new(0, text.len())).iter().map(|w| w.hash).collect()
    }

    #[test]
    fn typography_changes_no_word() {
        let pairs = [
            ("We don’t stop – ever.", "we don't stop ever"),
            ("Law-enforcement & the U.S.", "law enforcement and the US"),
            ("$1.9 billion &amp; more 😀", "$1.9 Billion, and more"),
            ("It’s late https://t.co/abc pic.twitter.com/abc", "it's late"),
            ("It is late.<tweet id=\"1\">", "It is late"),
        ];
        for (a, b) in pairs {
            assert_eq!(read(a), read(b), "{a}");
        }
        assert_ne!(read("the pier"), read("the piers"));
    }

    #[test]
    fn omissions_and_tags_are_marked() {
        let text = "We … will [all] go #roe";
        let read = words(text, Span::new(0, text.len()));
        let marks: Vec<_> = read.iter().map(|w| (w.open, w.soft)).collect();
        assert_eq!(
            marks,
            [(false, false), (true, false), (true, true), (true, false), (false, true)]
        );
    }
}
