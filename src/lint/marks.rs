//! Faults of quotation marks: what a lost or a lone mark most likely comes from.

use crate::Span;
use crate::document::{Closing, Document, Quotation, TokenSpan};

/// What is wrong with a quotation's marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// An opening mark that nothing closes.
    NotClosed,
    /// A closing mark that nothing opens.
    NotOpened,
    /// A quotation runs on into a paragraph that does not begin with an opening mark.
    NotTakenUp,
    /// Marks of one kind within each other.
    Nested,
}

/// How many tokens show where a lone mark stands, the mark included.
const SHOWN: u32 = 4;

/// The faults of a document, in order, each with the words to show.
pub(super) fn faults(document: &Document<'_>) -> Vec<(Fault, Span)> {
    let mut found = Vec::new();
    let mut rest = document.quotations.as_slice();
    while let [first, ..] = rest {
        let (fault, used) = fault(document, first, &rest[1..]);
        if let Some(fault) = fault {
            found.push(fault);
        }
        rest = &rest[used.min(rest.len())..];
    }
    found
}

/// The fault that begins with a quotation, and how many quotations it takes up.
fn fault(
    document: &Document<'_>,
    first: &Quotation,
    next: &[Quotation],
) -> (Option<(Fault, Span)>, usize) {
    match (first.closing, next) {
        (Closing::Lost, [inner, lone, ..]) if is_nested(document, first, inner, lone) => {
            (Some((Fault::Nested, inner.span)), 3)
        }
        (Closing::Lost, [lone, ..]) if is_carried_over(document, first, lone) => {
            let block = &document.blocks[block_of(document, lone)];
            (Some((Fault::NotTakenUp, shown_from(document, block.tokens.start, block.tokens))), 2)
        }
        (Closing::Lost, _) => {
            let block = document.blocks[block_of(document, first)].tokens;
            let shown = shown_from(document, first.tokens.start, block);
            (Some((Fault::NotClosed, shown)), 1)
        }
        (Closing::NeverOpened, _) if is_unit(document, first) => (None, 1),
        (Closing::NeverOpened, _) => {
            let block = document.blocks[block_of(document, first)].tokens;
            let end = first.tokens.end;
            let start = end.saturating_sub(SHOWN).max(block.start);
            let shown = if start + 1 == end {
                shown_from(document, start, block)
            } else {
                document.span(TokenSpan { start, end })
            };
            (Some((Fault::NotOpened, shown)), 1)
        }
        _ => (None, 1),
    }
}

/// `“a “b” c”`: the inner pair splits the outer one in two halves.
fn is_nested(
    document: &Document<'_>,
    first: &Quotation,
    inner: &Quotation,
    lone: &Quotation,
) -> bool {
    inner.closing == Closing::Closed
        && lone.closing == Closing::NeverOpened
        && first.mark == inner.mark
        && first.mark == lone.mark
        && first.tokens.end == inner.tokens.start
        && block_of(document, first) == block_of(document, lone)
}

/// A mark lost in one paragraph and a lone closing one in the next.
fn is_carried_over(document: &Document<'_>, first: &Quotation, lone: &Quotation) -> bool {
    lone.closing == Closing::NeverOpened
        && first.mark == lone.mark
        && block_of(document, first) + 1 == block_of(document, lone)
}

/// Inches (`6'3"`) and what is left of markup (`date="`).
fn is_unit(document: &Document<'_>, lone: &Quotation) -> bool {
    let before = document.text[..lone.span.start as usize].chars().next_back();
    lone.span.of(document.text) == "\"" && before.is_some_and(|c| c.is_ascii_digit() || c == '=')
}

fn shown_from(document: &Document<'_>, start: u32, within: TokenSpan) -> Span {
    document.span(TokenSpan { start, end: (start + SHOWN).min(within.end) })
}

fn block_of(document: &Document<'_>, quotation: &Quotation) -> usize {
    let next = document.blocks.partition_point(|b| b.span.start <= quotation.span.start);
    next.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Fault, &str)> {
        let document = Document::read(text, &[]);
        faults(&document).into_iter().map(|(fault, span)| (fault, span.of(text))).collect()
    }

    #[test]
    fn tells_where_a_mark_is_missing() {
        assert_eq!(
            found("Before it rains.\n\n“They had money then, she said. “They spent it.”"),
            [(Fault::NotClosed, "“They had money")]
        );
        assert_eq!(
            found("Before it rains.\n\nThey had money then,” she said."),
            [(Fault::NotOpened, "money then,”")]
        );
        assert_eq!(found("Before it rains.\n\n“They had money,” she said."), []);
    }

    #[test]
    fn tells_nesting_and_runs_over_paragraphs() {
        assert_eq!(
            found("Before it rains.\n\n“He said “no way” to me,” she said."),
            [(Fault::Nested, "“no way”")]
        );
        assert_eq!(
            found("Before it rains.\n\n“It was old.\n\nIt was long,” she said."),
            [(Fault::NotTakenUp, "It was long,")]
        );
    }
}
