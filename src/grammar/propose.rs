//! What may be the content of a cue, and where the cue itself may begin and end: proposals.
//!
//! ```text
//! attribution = source cue content            She said that it was old.
//!             | content cue source            “It is old,” said Orr.
//!             | content source cue            “It is old,” Orr said.
//!             | content source cue content    “It is,” Orr said, “old.”
//!             | cue source content            According to Orr, it is old.
//!             | subject passive [content] ["by" source]
//! ```
//!
//! Every proposal list is bounded by a window, so that the work grows with the sentence and no faster.

use super::chunk::ChunkKind;
use super::inversion::is_inverted;
use super::row::Row;
use super::site::{Site, SiteKind};
use crate::document::TokenKind;
use crate::tagger::Tag;

/// Contents begin or end at most so many chunks from their cue.
const WINDOW: usize = 12;
/// Quotations may begin farther behind it.
const QUOTATIONS: usize = 30;
/// Contents hold at most so many candidate ends.
const ENDS: usize = 28;

/// Where a content lies with regard to its cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// It begins at this chunk, behind the cue.
    Right(usize),
    /// It ends before this chunk, ahead of the cue.
    Left(usize),
    /// It is the chunks from one to the other, ahead of the cue: the subject of a passive, a relative pronoun.
    Subject(usize, usize),
    /// It is the quotation that begins right behind the sentence, at this token.
    Next(u32),
    /// It is the quotation that ends right ahead of the sentence, at this token.
    Previous(u32),
}

/// Appends the places where the content of a site may begin or end.
pub(crate) fn anchors(row: &Row<'_>, site: &Site, out: &mut Vec<Anchor>) {
    if !is_inverted(row, site) {
        right_anchors(row, site, out);
    }
    left_anchors(row, site, out);
    out.extend(next_quotation(row).map(Anchor::Next));
    out.extend(previous_quotation(row).map(Anchor::Previous));
}

/// `next = sentence quotation`, in the same paragraph, or in the next one behind a colon
pub(crate) fn next_quotation(row: &Row<'_>) -> Option<u32> {
    let document = &row.article.document;
    let at = row.sentence.tokens.end;
    let opens = document.tokens.get(at as usize)?;
    let block = &document.blocks[row.sentence.block as usize];
    let colon = row.article.word(at.saturating_sub(1)) == ":";
    (opens.quoted && opens.kind == TokenKind::OpenQuote && (colon || block.tokens.holds(at)))
        .then_some(at)
}

/// `previous = quotation sentence`, in the same paragraph
pub(crate) fn previous_quotation(row: &Row<'_>) -> Option<u32> {
    let document = &row.article.document;
    let at = row.sentence.tokens.start.checked_sub(1)?;
    let closes = document.tokens.get(at as usize)?;
    let same = document.blocks[row.sentence.block as usize].tokens.holds(at);
    let own = row.quotations(0, row.len()) > 0;
    (closes.quoted && closes.kind == TokenKind::CloseQuote && same && !own).then_some(at)
}

/// `right = any chunk that can begin a content`, in a window behind the cue
pub(crate) fn right_anchors(row: &Row<'_>, site: &Site, out: &mut Vec<Anchor>) {
    use ChunkKind::*;
    let end = row.end().min(site.last + QUOTATIONS);
    for at in site.last..end {
        let kind = row.chunks[at].kind;
        let before = row.kind(at as isize - 1);
        let begins = match kind {
            Comma | Colon | Stop | Conjunction | Bracket | Dash => false,
            Quotation => true,
            _ if at >= site.last + WINDOW => false,
            That | Wh | Infinitive | Subordinator => true,
            _ => at == site.last || at <= site.last + 8 && begins_after(before, kind),
        };
        if begins {
            out.push(Anchor::Right(at));
        }
    }
}

/// Whether a plain chunk can begin a content behind another chunk.
fn begins_after(before: Option<ChunkKind>, kind: ChunkKind) -> bool {
    use ChunkKind::*;
    match before {
        Some(Noun | Pronoun | Preposition | Comma | Colon | Dash | Adverb | Possessive) => true,
        Some(Participle | Finite | Gerund) => kind.is_nominal(),
        _ => false,
    }
}

/// `left = content ("," | closing mark)` ahead of the cue, or a subject
fn left_anchors(row: &Row<'_>, site: &Site, out: &mut Vec<Anchor>) {
    use ChunkKind::*;
    let floor = site.first.saturating_sub(WINDOW + 6);
    let mut found = 0;
    for at in (floor..=site.first).rev() {
        let Some(before) = at.checked_sub(1).map(|i| row.chunks[i].kind) else { break };
        let here = row.kind(at as isize);
        let ends = before == Quotation
            || matches!(here, Some(Comma | Dash | Colon))
            || at == site.first && site.kind == SiteKind::Mark;
        if ends && !matches!(before, Comma | Dash) {
            out.push(Anchor::Left(at));
            found += 1;
        }
        if found >= 5 {
            break;
        }
    }
    subject_anchors(row, site, out);
}

/// `subject = noun_phrase | wh`, right before the cue or before the cue's own subject
fn subject_anchors(row: &Row<'_>, site: &Site, out: &mut Vec<Anchor>) {
    let mut bound = site.first;
    while bound > 0 && matches!(row.chunks[bound - 1].kind, ChunkKind::Adverb | ChunkKind::Comma) {
        bound -= 1;
    }
    let floor = site.first.saturating_sub(WINDOW);
    let mut found = 0;
    for at in (floor..bound).rev() {
        let kind = row.chunks[at].kind;
        let nominal = kind.is_nominal() || kind == ChunkKind::Possessive;
        if matches!(kind, ChunkKind::Wh | ChunkKind::That) {
            out.push(Anchor::Subject(at, at + 1));
        } else if nominal {
            out.push(Anchor::Subject(at, bound));
            if at + 1 < bound && found < 3 {
                out.push(Anchor::Subject(at, at + 1));
            }
        }
        found += usize::from(nominal);
        if kind == ChunkKind::Quotation || found >= 5 {
            break;
        }
    }
}

/// Appends one past the last chunk of contents that begin at `start`, nearest first; the last one is
/// the end of the sentence or of what another source vouches for: `…, according to Orr`.
pub(crate) fn ends(row: &Row<'_>, start: usize, out: &mut Vec<usize>) {
    let end = row.vouched.filter(|&at| at > start).unwrap_or(row.end());
    for at in start + 1..end {
        if out.len() >= ENDS {
            break;
        }
        if !matches!(row.chunks[at].kind, ChunkKind::Stop)
            && !matches!(row.chunks[at - 1].kind, ChunkKind::Comma | ChunkKind::Preposition)
        {
            out.push(at);
        }
    }
    if end > start {
        out.push(end);
    }
}

/// Appends the first chunk of contents that end before `end`, nearest last; the first one is the sentence's beginning.
pub(crate) fn starts(row: &Row<'_>, end: usize, out: &mut Vec<usize>) {
    use ChunkKind::*;
    out.push(0);
    let floor = end.saturating_sub(40).max(1);
    for at in floor..end {
        let before = row.chunks[at - 1].kind;
        let begins = matches!(
            before,
            Comma
                | Conjunction
                | That
                | Dash
                | Colon
                | Quotation
                | Bracket
                | Stop
                | Wh
                | Subordinator
                | Other
        ) || matches!(row.chunks[at].kind, Quotation | That | Wh);
        if begins && !matches!(row.chunks[at].kind, Comma | Stop) {
            out.push(at);
        }
    }
}

/// Appends the tokens at which the cue of a site may begin: the site's own first, then further ahead,
/// not reaching into `floor`.
pub(crate) fn cue_starts(row: &Row<'_>, site: &Site, floor: u32, out: &mut Vec<u32>) {
    let own = site.tokens.start;
    out.push(own);
    // "later listed": the adverb may stay outside.
    let group = own..site.head.min(site.tokens.end);
    out.extend(group.clone().filter(|&t| row.article.tag(t).is_adverb()).map(|t| t + 1).take(1));
    if site.kind == SiteKind::Noun {
        let chunk = row.chunks[site.first].tokens;
        let owned = (chunk.start..own)
            .rev()
            .find(|&t| matches!(row.article.tag(t), Tag::Pos | Tag::PrpS | Tag::WpS));
        out.extend((owned.map_or(chunk.start, |t| t + 1)..own).rev().take(3));
    }
    let ahead = (site.first.saturating_sub(3)..site.first).rev().map(|i| row.chunks[i]);
    let fits = |kind| kind != ChunkKind::Comma && kind != ChunkKind::Quotation;
    out.extend(
        ahead.take_while(|c| fits(c.kind) && c.tokens.start >= floor).map(|c| c.tokens.start),
    );
}

/// Appends one past the tokens at which the cue of a site may end: the site's own first, then further on,
/// not reaching into `limit`.
pub(crate) fn cue_ends(row: &Row<'_>, site: &Site, limit: u32, out: &mut Vec<u32>) {
    out.push(site.tokens.end);
    let behind = row.chunks[site.last.min(row.len())..].iter().take(6);
    let fits = |c: &&crate::grammar::chunk::Chunk| {
        c.tokens.end <= limit && !matches!(c.kind, ChunkKind::Quotation | ChunkKind::Stop)
    };
    out.extend(behind.take_while(fits).map(|c| c.tokens.end));
}
