//! Lines and paragraphs, and what each is: headline, heading, bullet, byline, paragraph …

use super::TokenSpan;
use super::directive::{Directive, directive};
use crate::Span;
use crate::grammar::line;
use std::ops::Range;

/// What a block of text is to the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// The article's own title: a first line that is no paragraph.
    Headline,
    /// A title within the article, a kicker, or a live blog's time stamp.
    Heading,
    /// An item of a list.
    Bullet,
    /// `By Jane Roe, Political Editor`.
    Byline,
    /// A paragraph quoted as a block (`> …`).
    BlockQuote,
    /// Nothing but the author lines of embedded posts.
    AuthorLine,
    /// Running text.
    Paragraph,
    // The order of those above is known to the weights.
    /// What stands below a picture, or over a table.
    Caption,
    /// A row of a table.
    Row,
}

/// A block: a paragraph, or a line that stands alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its bytes, without a bullet's mark and outer white space.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Its tokens; those of a dateline are left out.
    pub tokens: TokenSpan,
    /// Its sentences, as indices into [`Document::sentences`](super::Document::sentences).
    pub sentences: Range<u32>,
}

/// A heading holds at most this many words.
const LONGEST_HEADING: usize = 14;
/// A headline holds at most this many words.
const LONGEST_HEADLINE: usize = 22;
/// No title is longer, in bytes: its words need not be counted.
const LONGEST_TITLE: usize = 300;
/// Lines of hard-wrapped text are at least and at most this long, in bytes.
const WRAPPED: Range<usize> = 45..110;

/// Splits a text into blocks: at blank lines, and at line ends that are no hard wraps.
/// Lines that speak to the checker are in none.
pub(super) fn split(text: &str, author_lines: &[Span]) -> (Vec<Block>, Vec<Directive>) {
    let mut blocks = Vec::new();
    let mut directives = Vec::new();
    let mut group: Vec<Span> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = trimmed(text, Span::new(at, at + line.len()));
        at += line.len();
        let spoken = directive(text, span);
        if span.is_empty() || spoken.is_some() {
            close_group(text, &mut group, author_lines, &mut blocks);
            directives.extend(spoken);
        } else {
            group.push(span);
        }
    }
    close_group(text, &mut group, author_lines, &mut blocks);
    name_titles(text, &mut blocks);
    (blocks, directives)
}

/// Blocks that markup tells; a paragraph may still be a byline, an item, a time or an author line.
pub(super) fn marked(text: &str, known: &[(Span, BlockKind)], author_lines: &[Span]) -> Vec<Block> {
    let block = |&(mut span, mut kind): &(Span, BlockKind)| {
        if kind == BlockKind::Paragraph {
            kind = match kind_of_line(text, &mut span, author_lines) {
                BlockKind::Paragraph if line::is_time(span.of(text)) => BlockKind::Heading,
                kind => kind,
            };
        } else if kind == BlockKind::Byline && span.len() > LONGEST_TITLE {
            kind = BlockKind::Paragraph;
        }
        Block { span, kind, tokens: TokenSpan::default(), sentences: 0..0 }
    };
    known.iter().map(block).collect()
}

fn trimmed(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let start = span.start as usize + (line.len() - line.trim_start().len());
    Span::new(start, start + line.trim().len())
}

/// A group of lines without a blank one between is one paragraph where it is hard-wrapped, else a block a line.
fn close_group(text: &str, group: &mut Vec<Span>, author_lines: &[Span], blocks: &mut Vec<Block>) {
    let wrapped = is_wrapped(text, group);
    let mut lines = group.drain(..).peekable();
    while let Some(mut span) = lines.next() {
        let mut kind = kind_of_line(text, &mut span, author_lines);
        while let Some(&next) = lines.peek() {
            let joins =
                matches!(kind, BlockKind::Paragraph | BlockKind::Bullet | BlockKind::Byline)
                    && (wrapped || runs_on(text, span, next))
                    && kind_of_line(text, &mut next.clone(), author_lines) == BlockKind::Paragraph;
            if !joins {
                break;
            }
            if kind == BlockKind::Byline {
                kind = BlockKind::Paragraph;
            }
            span = span.join(next);
            lines.next();
        }
        blocks.push(Block { span, kind, tokens: TokenSpan::default(), sentences: 0..0 });
    }
}

fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let Some((_, full)) = lines.split_last() else { return false };
    let longest = full.iter().map(Span::len).max().unwrap_or(0);
    let open = full.iter().filter(|s| !ends_sentence(s.of(text))).count();
    full.len() >= 2
        && WRAPPED.contains(&longest)
        && full.iter().all(|s| s.len() + 25 > longest)
        && open * 2 > full.len()
}

/// A line that breaks off in mid-sentence and goes on in lower case.
fn runs_on(text: &str, span: Span, next: Span) -> bool {
    let line = span.of(text);
    let last_line = line.rsplit('\n').next().unwrap_or(line);
    WRAPPED.contains(&last_line.len())
        && !ends_sentence(line)
        && next.of(text).starts_with(char::is_lowercase)
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', ':', '…'])
}

fn kind_of_line(text: &str, span: &mut Span, author_lines: &[Span]) -> BlockKind {
    if is_author_line(*span, author_lines) {
        return BlockKind::AuthorLine;
    }
    let line = span.of(text);
    if let Some(mark) = line::bullet(line) {
        *span = trimmed(text, Span { start: span.start + mark as u32, end: span.end });
        return BlockKind::Bullet;
    }
    if line.starts_with('>') {
        *span = trimmed(text, Span { start: span.start + 1, end: span.end });
        return BlockKind::BlockQuote;
    }
    if line::is_byline(line) { BlockKind::Byline } else { BlockKind::Paragraph }
}

/// Whether author lines cover it but for marks and spaces.
fn is_author_line(span: Span, author_lines: &[Span]) -> bool {
    let first = author_lines.partition_point(|a| a.end <= span.start);
    let covered: usize = author_lines[first..]
        .iter()
        .take_while(|a| a.start < span.end)
        .map(|a| (a.end.min(span.end) - a.start.max(span.start)) as usize)
        .sum();
    covered > 0 && covered + 4 >= span.len()
}

/// Tells titles from paragraphs, now that each block's neighbours are known.
fn name_titles(text: &str, blocks: &mut [Block]) {
    let count = blocks.len();
    for i in 0..count {
        if blocks[i].kind != BlockKind::Paragraph {
            continue;
        }
        if blocks[i].span.len() > LONGEST_TITLE {
            continue;
        }
        let line = blocks[i].span.of(text);
        let first = i <= 2 && blocks[..i].iter().all(|b| b.kind == BlockKind::Heading);
        if first && i + 1 < count && is_headline(line) {
            blocks[i].kind = BlockKind::Headline;
        } else if i + 1 < count && is_heading(line) {
            blocks[i].kind = BlockKind::Heading;
        }
    }
    let Some(kicker) = blocks.iter().position(|b| b.kind == BlockKind::Headline) else { return };
    let next_is_longer = blocks.get(kicker + 1).is_some_and(|b| b.kind == BlockKind::Heading)
        && line::words(blocks[kicker].span.of(text)) <= 2;
    if next_is_longer {
        blocks[kicker].kind = BlockKind::Heading;
        blocks[kicker + 1].kind = BlockKind::Headline;
    }
}

/// A short first line: without a full stop, or a single sentence that reads as a title.
fn is_headline(line: &str) -> bool {
    let words = line::words(line);
    if words > LONGEST_HEADLINE || line.starts_with(char::is_lowercase) || line::has_dateline(line)
    {
        return false;
    }
    if line.matches('“').count() > line.matches('”').count() || line.matches('"').count() % 2 == 1
    {
        return false;
    }
    let body = line.trim_end_matches(['.', '!', '?', '"', '”', '’', '\'']);
    let one_sentence = !body.contains(". ");
    one_sentence
        && (!line.ends_with(['.', '”', '"', ':', ',']) || line::is_title_case(line) || words <= 16)
}

/// A short line without a full stop: in title case, all capitals, a time stamp, or a few words.
fn is_heading(line: &str) -> bool {
    let words = line::words(line);
    if words > LONGEST_HEADING
        || ends_sentence(line) && !line.ends_with(['?', '!'])
        || line.ends_with([',', ';', '-', '—'])
    {
        return false;
    }
    if line.starts_with(['"', '“', '‘', '\'', '(']) && line.ends_with(['"', '”', '’', '\'', ')'])
    {
        return false;
    }
    line::is_time(line)
        || !line.starts_with(char::is_lowercase)
            && (line::is_title_case(line) || words <= 8)
            && !line.ends_with(['.', '"', '”'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::*;

    fn kinds(text: &str) -> Vec<BlockKind> {
        split(text, &[]).0.iter().map(|b| b.kind).collect()
    }

    #[test]
    fn tells_titles_from_text() {
        let text = "Harbour Bridge To Close\nBy Ann Orr\n\nPORT ALDER (NAN) — The bridge will close in May, the mayor said.\nAt a Glance\n- It is old\n* It is long.\n\nWhat Happens Next\nNobody knows.\n> Quoted text here.";
        assert_eq!(
            kinds(text),
            [Headline, Byline, Paragraph, Heading, Bullet, Bullet, Heading, Paragraph, BlockQuote]
        );
    }

    #[test]
    fn joins_hard_wraps_only() {
        let wrapped = "The bridge over the river Orr will be closed for three months while\nworkers replace the bearings, the council said on Monday. Its clerk, Ann\nPell, said there was no other way, and that the ferry would run more\noften.";
        assert_eq!(kinds(wrapped).len(), 1);
        let lines = "The bridge is closed.\nIt opens in May.\nNobody was asked.";
        assert_eq!(kinds(lines).len(), 3);
    }

    #[test]
    fn directives_are_in_no_block() {
        let text = "[onrecord-ignore peacock: why]\nHarbour Bridge To Close\n\nThe bridge will close in May.\n[onrecord-ignore weasel: so]\nNobody knows for how long.";
        assert_eq!(kinds(text), [Headline, Paragraph, Paragraph]);
        let directives = split(text, &[]).1;
        assert_eq!(directives[1].text, "onrecord-ignore weasel: so");
        assert!(directives[1].span.of(text).starts_with("[onrecord"));
    }

    #[test]
    fn a_first_sentence_is_no_headline() {
        let text = "\nGovernor Ann Pell plans to visit the coast in the coming weeks to strengthen cooperation on fishing and trade, with a focus on cod and on fair prices.\nMore follows here.";
        assert_eq!(kinds(text), [Paragraph, Paragraph]);
    }
}
