//! Marks in the lines of an article.

use super::{Label, block_of};
use crate::document::{BlockKind, Document};
use crate::{Review, Span, Voice};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt::Write as _;

/// Marks nest so deep.
const DEEPEST: usize = 16;

/// Marks not yet written, the next first.
pub(super) struct Marks<'r> {
    text: &'r str,
    waiting: BinaryHeap<Reverse<Mark>>,
    /// Those that are open, the outermost first; each ends within the one before.
    open: Vec<Mark>,
}

/// Some words that are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    start: u32,
    /// Of marks that begin together, the longest is the outermost.
    end: Reverse<u32>,
    sign: Sign,
}

/// What a mark says; of marks of the same words, the first of these is the outermost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Unsourced,
    Editorial,
    Finding(&'static str),
    Content(Number),
    Source(Number),
    Cue(Number),
}

/// An attribution, in its own paragraph or one below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Number {
    number: usize,
    below: bool,
}

impl<'r> Marks<'r> {
    pub(super) fn of(review: &'r Review<'_>, labels: &[Label]) -> Self {
        let mut marks = Self { text: review.text(), waiting: BinaryHeap::new(), open: Vec::new() };
        for claim in review.claims.iter().filter(|c| is_told(review.document(), c.span)) {
            match claim.voice {
                Voice::Sourced => {}
                Voice::Unsourced => marks.add(claim.span, Sign::Unsourced),
                Voice::Editorial => marks.add(claim.span, Sign::Editorial),
            }
        }
        for (attribution, label) in review.attributions.iter().zip(labels) {
            let number = |span: Span| {
                let below = block_of(review.document(), span.start) != label.block;
                Number { number: label.number, below }
            };
            for &span in &attribution.content {
                marks.add(span, Sign::Content(number(span)));
            }
            if let Some(source) = attribution.source {
                marks.add(source.span, Sign::Source(number(source.span)));
            }
            if let Some(cue) = &attribution.cue {
                marks.add(cue.span, Sign::Cue(number(cue.span)));
            }
        }
        for found in review.diagnostics.iter().filter(|d| !d.is_about_article()) {
            marks.add(found.span, Sign::Finding(found.rule));
        }
        marks
    }

    fn add(&mut self, span: Span, sign: Sign) {
        if !span.is_empty() {
            let mark = Mark { start: span.start, end: Reverse(span.end), sign };
            self.waiting.push(Reverse(mark));
        }
    }

    /// Writes a line with its marks; lines come in order.
    pub(super) fn write_line(&mut self, line: Span, out: &mut String) {
        let mut at = line.start;
        loop {
            let next = self.waiting.peek().map(|Reverse(m)| m.start.max(at));
            let next = next.filter(|&start| start < line.end);
            let close = self.open.last().map(|m| m.end.0);
            match (next, close) {
                (next, Some(end)) if next.is_none_or(|start| end <= start) => {
                    self.write_text(&mut at, end, out);
                    self.open.pop();
                    out.push('}');
                }
                (Some(start), _) => self.take(start, line, &mut at, out),
                (None, _) => break,
            }
        }
        self.write_text(&mut at, line.end, out);
    }

    /// Opens the next mark at `start` or behind it; what goes beyond the line or the mark that holds it waits.
    fn take(&mut self, start: u32, line: Span, at: &mut u32, out: &mut String) {
        let Some(Reverse(mark)) = self.waiting.pop() else { return };
        if self.open.len() >= DEEPEST {
            return;
        }
        let limit = self.open.last().map_or(line.end, |m| m.end.0);
        let end = mark.end.0.min(limit);
        let words = Span { start, end }.of(self.text);
        let bare = start + (words.len() - words.trim_start().len()) as u32;
        if mark.end.0 > end {
            self.waiting.push(Reverse(Mark { start: end.max(start), ..mark }));
            if end <= start {
                return;
            }
        }
        if bare >= end {
            return;
        }
        if bare > start {
            self.waiting.push(Reverse(Mark { start: bare, end: Reverse(end), ..mark }));
            return;
        }
        self.write_text(at, start, out);
        mark.sign.write(out);
        self.open.push(Mark { start, end: Reverse(end), ..mark });
    }

    /// Writes the text up to `end`, with its own marks behind backslashes.
    fn write_text(&self, at: &mut u32, end: u32, out: &mut String) {
        let words = Span { start: *at, end };
        for c in words.of(self.text).chars() {
            match c {
                '{' | '}' | '\\' => out.extend(['\\', c]),
                // A note begins so.
                '|' if out.is_empty() || out.ends_with('\n') => out.push_str("\\|"),
                '\t' => out.push(c),
                c if c.is_control() || is_direction(c) => {
                    // Writing to a string cannot fail.
                    let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
                }
                c => out.push(c),
            }
        }
        *at = end.max(*at);
    }
}

/// Whether words tell something: titles within an article do not. Bylines are no claims of the writer's at all.
fn is_told(document: &Document<'_>, span: Span) -> bool {
    let block = block_of(document, span.start).checked_sub(1).and_then(|b| document.blocks.get(b));
    block.is_none_or(|b| b.kind != BlockKind::Heading)
}

/// Characters that turn the direction of writing: they would show marks where they do not stand.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl Sign {
    fn write(self, out: &mut String) {
        let (sign, number) = match self {
            Self::Unsourced => ("-", None),
            Self::Editorial => ("~", None),
            Self::Finding(rule) => {
                out.extend(["{!", rule, " "]);
                return;
            }
            Self::Content(number) => ("=", Some(number)),
            Self::Source(number) => ("@", Some(number)),
            Self::Cue(number) => (":", Some(number)),
        };
        out.extend(["{", sign]);
        if let Some(Number { number, below }) = number {
            let up = if below { "^" } else { "" };
            // Writing to a string cannot fail.
            let _ = write!(out, "{up}{number}");
        }
        out.push(' ');
    }
}
