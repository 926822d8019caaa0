//! What the grammar tells the net of each token: where in which chunk it stands, and what cue site it heads.

use super::reading::Window;
use crate::document::TokenSpan;
use crate::grammar::chunk::{Chunk, ChunkKind};
use crate::grammar::frame::speech_frame;
use crate::grammar::row::{Row, Rows};
use crate::grammar::site::{Site, SiteKind};
use crate::lexicon::Frames;
use std::ops::Range;

/// A chunk hint is less than this.
pub(crate) const CHUNKS: u32 = (ChunkKind::Other as u32 + 1) * PLACES;
/// The kind of a site is less than this.
pub(crate) const SITES: u32 = (SiteKind::Mark as u32 + 1) * ACTS;

/// At the beginning of a chunk, at its head, elsewhere in it.
const PLACES: u32 = 3;
/// The acts of cues, and none.
const ACTS: u32 = 8;

/// The hints on the tokens of an article.
#[derive(Debug, Clone)]
pub(crate) struct Hints {
    hints: Vec<Hint>,
    /// The heads of the cue sites, ascending, each with the tokens of its sentence.
    heads: Vec<(u32, TokenSpan)>,
}

/// What the grammar tells of a token.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Hint {
    chunk: Option<u8>,
    /// The cue site that it is the head of.
    pub(crate) site: Option<SiteHint>,
}

/// What the grammar tells of a cue site.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SiteHint {
    kind: u8,
    speech: u8,
    /// How its cue takes its content, as the seeds say.
    pub(crate) frames: Frames,
}

impl Hints {
    /// The hints on the article whose sentences are `rows`.
    pub(crate) fn of(rows: &Rows<'_>) -> Self {
        let mut heads = Vec::new();
        let mut hints = vec![Hint::default(); rows.article.document.tokens.len()];
        for sentence in 0..rows.len() {
            let row = rows.row(sentence);
            for chunk in row.chunks {
                for token in chunk.tokens.start..chunk.tokens.end {
                    hints[token as usize].chunk = Some(of_chunk(chunk, token));
                }
            }
            for site in rows.sites(sentence) {
                hints[site.head as usize].site = Some(SiteHint::of(&row, site));
                heads.push((site.head, row.sentence.tokens));
            }
        }
        heads.sort_unstable_by_key(|(head, _)| *head);
        heads.dedup_by_key(|(head, _)| *head);
        Self { hints, heads }
    }

    /// The windows of the cue sites in a sequence of tokens.
    pub(crate) fn windows(&self, tokens: &Range<u32>) -> impl Iterator<Item = Window> {
        let at = |token: u32| self.heads.partition_point(|(head, _)| *head < token);
        let Range { start, end } = *tokens;
        self.heads[at(start)..at(end)].iter().map(move |&(head, sentence)| {
            let start = sentence.start.saturating_sub(1).max(start);
            let tokens = TokenSpan { start, end: (sentence.end + 1).min(end) };
            Window { head, tokens, first: 0 }
        })
    }

    /// What is told of a token.
    pub(crate) fn on(&self, token: u32) -> Hint {
        self.hints.get(token as usize).copied().unwrap_or_default()
    }
}

impl Hint {
    /// In which chunk the token stands, and where; below [`CHUNKS`].
    pub(crate) fn chunk(self) -> Option<u32> {
        self.chunk.map(u32::from)
    }
}

impl SiteHint {
    fn of(row: &Row<'_>, site: &Site) -> Self {
        let act = site.entry.map_or(ACTS as u8 - 1, |entry| entry.act as u8);
        Self {
            kind: site.kind as u8 * ACTS as u8 + act,
            speech: speech_frame(row, site) as u8,
            frames: site.entry.map_or(Frames::default(), |entry| entry.frames),
        }
    }

    /// The form of the site, and what its cue does; below [`SITES`].
    pub(crate) fn kind(self) -> u32 {
        self.kind.into()
    }

    /// The frame of direct speech that it stands in; below
    /// [`SPEECH_FRAMES`](crate::grammar::frame::SPEECH_FRAMES).
    pub(crate) fn speech(self) -> u32 {
        self.speech.into()
    }
}

fn of_chunk(chunk: &Chunk, token: u32) -> u8 {
    let place = match token {
        t if t == chunk.tokens.start => 0,
        t if t == chunk.head => 1,
        _ => 2,
    };
    chunk.kind as u8 * PLACES as u8 + place
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::attribution::Act;
    use crate::document::Document;
    use crate::lexicon::Lexicon;
    use crate::tagger::Tagger;

    #[test]
    fn chunks_and_sites_are_told() {
        let tagger = Tagger::new().expect("the weights that are compiled in are whole");
        let lexicon = Lexicon::new();
        let document = Document::read("The old bridge is closed, Orr said.", &[]);
        let article = Article::new(document, &tagger, &lexicon);
        let hints = Hints::of(&Rows::read(&article, &lexicon));
        let noun = ChunkKind::Noun as u32 * PLACES;
        let chunks: Vec<_> = (0..3).map(|t| hints.on(t).chunk()).collect();
        assert_eq!(chunks, [Some(noun), Some(noun + 2), Some(noun + 1)]);
        let said = (0..8).find(|&t| article.word(t) == "said").expect("it is a token");
        let site = hints.on(said).site.expect("it is a cue");
        assert_eq!(site.kind(), SiteKind::Verb as u32 * ACTS + Act::Statement as u32);
        assert_ne!(site.frames.0 & Frames::QUOTE.0, 0);
        assert!(hints.on(0).site.is_none());
        assert!((Act::Evidence as u32) < ACTS - 1, "the last number is for none");
    }
}
