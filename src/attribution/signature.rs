//! Quotations that are signed: a paragraph in quotation marks, and below it a dash and a name.
//!
//! ```text
//! signed    = quotation signature
//! signature = dash name [("," | "in" | "of") …] ["."]        on a line of its own
//! ```

use super::find::Draft;
use super::outer::Claimed;
use super::{Act, Production, Stance};
use crate::article::Article;
use crate::document::{Block, BlockKind, TokenSpan};
use crate::grammar::chunk::ChunkKind;
use crate::grammar::row::{Row, Rows};

/// A signature holds at most so many tokens.
const LONGEST: usize = 16;

/// The attributions of signed quotations that nobody else speaks.
pub(super) fn signed(article: &Article<'_>, rows: &Rows<'_>, claimed: &Claimed<'_>) -> Vec<Draft> {
    let document = &article.document;
    let pairs = document.blocks.iter().zip(document.blocks.iter().skip(1));
    let sign = |(quotation, line): (&Block, &Block)| {
        let source = signature(article, rows, line)?;
        let quoted = document.tokens.get(quotation.tokens.range()).unwrap_or_default();
        let whole = !quoted.is_empty() && quoted.iter().all(|t| t.quoted);
        let free = whole && !claimed.holds(quotation.tokens.start);
        free.then(|| draft(quotation.tokens, source, line))
    };
    pairs.filter_map(sign).collect()
}

/// The name on a signature line.
fn signature(article: &Article<'_>, rows: &Rows<'_>, line: &Block) -> Option<TokenSpan> {
    let bullet = line.kind == BlockKind::Bullet;
    let one = line.sentences.len() == 1 && line.tokens.len() <= LONGEST;
    if !one || !(bullet || matches!(line.kind, BlockKind::Paragraph | BlockKind::Heading)) {
        return None;
    }
    let row = rows.row(line.sentences.start as usize);
    let first = usize::from(row.is(0, ChunkKind::Dash));
    let named =
        row.is(first as isize, ChunkKind::Noun) && article.tag(row.chunks[first].head).is_proper();
    let plain = row.chunks.iter().all(|c| !c.kind.is_verbal() && c.kind != ChunkKind::Quotation);
    (named && plain && (bullet || first == 1)).then(|| row.tokens(first, end_of_name(&row, first)))
}

/// One past the chunks that name who signs: up to the first comma that a place or date may follow.
fn end_of_name(row: &Row<'_>, first: usize) -> usize {
    let stops = |i: &usize| matches!(row.chunks[*i].kind, ChunkKind::Stop | ChunkKind::Bracket);
    (first + 1..row.len()).find(stops).unwrap_or(row.end())
}

fn draft(content: TokenSpan, source: TokenSpan, line: &Block) -> Draft {
    Draft {
        cue: TokenSpan { start: source.start, end: source.start },
        head: source.start,
        lemma: None,
        source,
        content: vec![content],
        act: Act::Statement,
        stance: Stance::Neutral,
        production: Production::Mark,
        confidence: 0.9,
        sentence: line.sentences.start as usize,
        parent: None,
    }
}
