//! Cue sites: the places of a sentence that may tie a source to a content.
//!
//! ```text
//! site      = verb_cue | noun_cue | adjective_cue | phrase_cue | adverb_cue | mark_cue
//! verb_cue  = verb_group particle?            said, has called for, was asked
//! noun_cue  = cue_noun | noun &("that" | to)  his view that, plans to
//! adjective_cue = be adjective                is confident that
//! phrase_cue = "according" "to" | …           in the eyes of
//! adverb_cue = "reportedly" | …
//! mark_cue  = ":" | dash                      NAME: …
//! ```

use super::chunk::ChunkKind;
use super::row::Row;
use crate::document::TokenSpan;
use crate::lexicon::{CueEntry, CueForm};
use crate::tagger::Tag;

/// The form of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum SiteKind {
    Verb,
    Passive,
    Noun,
    Adjective,
    Phrase,
    Adverb,
    Mark,
}

/// A place where a cue may stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Site {
    pub(crate) kind: SiteKind,
    /// The first chunk of the cue.
    pub(crate) first: usize,
    /// One past the last chunk of the cue.
    pub(crate) last: usize,
    /// The cue's tokens, which may be fewer than the chunks'.
    pub(crate) tokens: TokenSpan,
    /// The token that means: the main verb, the noun.
    pub(crate) head: u32,
    /// What the seeds say of it.
    pub(crate) entry: Option<CueEntry>,
}

/// Appends the sites of a sentence, in order.
pub(crate) fn sites(row: &Row<'_>, out: &mut Vec<Site>) {
    let mut at = 0;
    while at < row.len() {
        match site(row, at) {
            Some(site) => {
                at = site.last.max(at + 1);
                out.push(site);
            }
            None => at += 1,
        }
    }
}

fn site(row: &Row<'_>, at: usize) -> Option<Site> {
    use ChunkKind::*;
    match row.chunks[at].kind {
        Quotation | Stop | Comma => None,
        Finite | Infinitive | Gerund | Participle => {
            phrase(row, at).or_else(|| adjective(row, at)).or_else(|| verb(row, at))
        }
        Noun => noun(row, at),
        Colon | Dash => mark(row, at),
        _ => phrase(row, at).or_else(|| adverb(row, at)),
    }
}

/// `verb_cue = verb_group particle?`
fn verb(row: &Row<'_>, at: usize) -> Option<Site> {
    let chunk = &row.chunks[at];
    let (entry, len) =
        row.cue_verb(at as isize).map_or((None, 1), |(entry, len)| (Some(entry), len));
    let end = (chunk.head + len).max(chunk.tokens.end);
    let last = if end > chunk.tokens.end { row.chunk_at(end - 1)? + 1 } else { at + 1 };
    let kind = if is_passive(row, at) { SiteKind::Passive } else { SiteKind::Verb };
    Some(Site {
        kind,
        first: at,
        last,
        tokens: TokenSpan { start: chunk.tokens.start, end },
        head: chunk.head,
        entry,
    })
}

/// A past participle after a form of "be", or alone.
fn is_passive(row: &Row<'_>, at: usize) -> bool {
    let chunk = &row.chunks[at];
    if row.article.tag(chunk.head) != Tag::Vbn {
        return false;
    }
    let be = |t: u32| {
        matches!(
            row.article.word(t).to_ascii_lowercase().as_str(),
            "be" | "is"
                | "are"
                | "was"
                | "were"
                | "been"
                | "being"
                | "'s"
                | "’s"
                | "'re"
                | "’re"
                | "get"
                | "got"
                | "am"
        )
    };
    chunk.kind == ChunkKind::Participle || (chunk.tokens.start..chunk.head).any(be)
}

/// `adjective_cue = be adjective`
fn adjective(row: &Row<'_>, at: usize) -> Option<Site> {
    let chunk = &row.chunks[at];
    let mut next = at + 1;
    while row.is(next as isize, ChunkKind::Adverb) {
        next += 1;
    }
    let adjective = row
        .get(next as isize)
        .filter(|c| matches!(c.kind, ChunkKind::Adjective | ChunkKind::Noun))?;
    // "said Frank" names somebody.
    let named = row.article.tag(adjective.tokens.start).is_proper();
    let (entry, len) =
        row.cue_at(adjective.tokens.start, &[CueForm::Adjective]).filter(|_| !named)?;
    let tokens = TokenSpan {
        start: chunk.tokens.start,
        end: (adjective.tokens.start + len).max(chunk.tokens.end),
    };
    let last = row.chunk_at(tokens.end - 1)? + 1;
    let alone = adjective.kind == ChunkKind::Adjective || tokens.end >= adjective.tokens.end;
    alone.then_some(Site {
        kind: SiteKind::Adjective,
        first: at,
        last,
        tokens,
        head: adjective.tokens.start,
        entry: Some(entry),
    })
}

/// `phrase_cue = fixed phrase before a source`
fn phrase(row: &Row<'_>, at: usize) -> Option<Site> {
    let start = row.chunks[at].tokens.start;
    let (entry, len) = row.cue_at(start, &[CueForm::Phrase])?;
    let tokens = TokenSpan { start, end: start + len };
    let last = row.chunk_at(tokens.end - 1)?;
    // The phrase ends within a noun phrase only if that begins with "the": the source is the rest.
    let whole = row.chunks[last].tokens.end == tokens.end;
    whole.then_some(Site {
        kind: SiteKind::Phrase,
        first: at,
        last: last + 1,
        tokens,
        head: start,
        entry: Some(entry),
    })
}

/// `adverb_cue = reportedly`
fn adverb(row: &Row<'_>, at: usize) -> Option<Site> {
    let start = row.chunks[at].tokens.start;
    let (entry, len) = row.cue_at(start, &[CueForm::Adverb])?;
    let tokens = TokenSpan { start, end: start + len };
    let last = row.chunk_at(tokens.end - 1)? + 1;
    Some(Site { kind: SiteKind::Adverb, first: at, last, tokens, head: start, entry: Some(entry) })
}

/// `noun_cue = cue_noun | noun &("that" | infinitive)`
fn noun(row: &Row<'_>, at: usize) -> Option<Site> {
    let chunk = &row.chunks[at];
    let entry =
        row.cue_at(chunk.head, &[CueForm::Noun]).filter(|(_, len)| *len == 1).map(|(e, _)| e);
    let clause = matches!(row.kind(at as isize + 1), Some(ChunkKind::That | ChunkKind::Infinitive));
    if entry.is_none() && !clause || row.article.tag(chunk.head).is_proper() {
        return phrase(row, at);
    }
    let tokens = TokenSpan { start: chunk.head, end: chunk.head + 1 };
    Some(Site { kind: SiteKind::Noun, first: at, last: at + 1, tokens, head: chunk.head, entry })
}

/// `mark_cue = ":" | dash`, not far into the sentence or before its last words
fn mark(row: &Row<'_>, at: usize) -> Option<Site> {
    let chunk = &row.chunks[at];
    let early = (1..=6).contains(&at);
    let late = row.len() - at <= 8 && row.chunks[at - at.min(1)].kind == ChunkKind::Quotation;
    let quoted_next = row.is(at as isize + 1, ChunkKind::Quotation);
    (at > 0 && (early || late || quoted_next)).then_some(Site {
        kind: SiteKind::Mark,
        first: at,
        last: at + 1,
        tokens: chunk.tokens,
        head: chunk.head,
        entry: None,
    })
}
