//! All sentences of an article as rows of chunks, with the cue sites in them.

use super::chunk::{Chunk, ChunkKind, chunks};
use super::inversion::before_phrase;
use super::site::{Site, sites};
use crate::article::{Article, Lexeme};
use crate::document::{BlockKind, Sentence, TokenSpan};
use crate::lexicon::{CueEntry, CueForm, Facts, Lexicon};
use crate::net::{Reading, Roles};
use crate::tagger::Tag;
use std::ops::Range;

/// The rows of an article, in one piece of memory.
pub(crate) struct Rows<'a> {
    pub(crate) article: &'a Article<'a>,
    pub(crate) lexicon: &'a Lexicon,
    chunks: Vec<Chunk>,
    /// The sentence of the first bounds.
    first: usize,
    bounds: Vec<Bounds>,
    /// What stands before each chunk of its sentence, and one more a sentence for what stands in all of it.
    tallies: Vec<Tally>,
    /// See [`Row::cue_verb`].
    cue_verbs: Vec<Option<(CueEntry, u32)>>,
    sites: Vec<Site>,
    reading: Option<&'a Reading>,
}

/// What of the whole belongs to a sentence.
#[derive(Debug, Clone, Default)]
struct Bounds {
    chunks: Range<u32>,
    sites: Range<u32>,
    /// See [`Row::vouched`].
    vouched: Option<usize>,
}

/// How many chunks of some kinds stand before a place.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    verbs: u16,
    commas: u16,
    quotations: u16,
    brackets: u16,
}

impl Tally {
    fn with(mut self, kind: ChunkKind) -> Self {
        match kind {
            ChunkKind::Finite => self.verbs = self.verbs.saturating_add(1),
            ChunkKind::Comma => self.commas = self.commas.saturating_add(1),
            ChunkKind::Quotation => self.quotations = self.quotations.saturating_add(1),
            ChunkKind::Bracket => self.brackets = self.brackets.saturating_add(1),
            _ => {}
        }
        self
    }
}

impl<'a> Rows<'a> {
    /// Parses every sentence.
    pub(crate) fn read(article: &'a Article<'a>, lexicon: &'a Lexicon) -> Self {
        Self::read_some(article, lexicon, 0..article.document.sentences.len())
    }

    /// Parses some of the sentences; only of these are there rows.
    pub(crate) fn read_some(
        article: &'a Article<'a>,
        lexicon: &'a Lexicon,
        sentences: Range<usize>,
    ) -> Self {
        let first = sentences.start;
        let sentences = &article.document.sentences[sentences];
        let tokens = sentences.iter().map(|s| s.tokens.len()).sum();
        let mut all = Vec::with_capacity(tokens);
        let bounds: Vec<Bounds> = sentences
            .iter()
            .map(|sentence| {
                let start = all.len() as u32;
                chunks(article, sentence, &mut all);
                Bounds { chunks: start..all.len() as u32, ..Bounds::default() }
            })
            .collect();
        let tallies = tallies(&all, &bounds);
        let mut rows = Self {
            article,
            lexicon,
            cue_verbs: vec![None; all.len()],
            chunks: all,
            first,
            bounds,
            tallies,
            sites: Vec::new(),
            reading: None,
        };
        rows.find_cue_verbs();
        rows.find_sites();
        rows
    }

    /// Finds the verb groups whose heads are cues.
    fn find_cue_verbs(&mut self) {
        for at in 0..self.bounds.len() {
            let start = self.bounds[at].chunks.start as usize;
            for i in self.bounds[at].chunks.clone().map(|i| i as usize) {
                if self.chunks[i].kind.is_verbal() {
                    let row = self.row(self.first + at);
                    self.cue_verbs[i] = row.cue_at(row.chunks[i - start].head, &[CueForm::Verb]);
                }
            }
        }
    }

    fn find_sites(&mut self) {
        let mut found = Vec::new();
        for at in 0..self.bounds.len() {
            self.bounds[at].vouched = before_phrase(&self.row(self.first + at));
            let start = found.len() as u32;
            sites(&self.row(self.first + at), &mut found);
            self.bounds[at].sites = start..found.len() as u32;
        }
        self.sites = found;
    }

    /// The cue sites of a sentence, in order.
    pub(crate) fn sites(&self, sentence: usize) -> &[Site] {
        let Range { start, end } = self.bounds[sentence - self.first].sites;
        &self.sites[start as usize..end as usize]
    }

    /// With what the net says of the article.
    pub(crate) fn knowing(self, reading: Option<&'a Reading>) -> Self {
        Self { reading, ..self }
    }

    /// The row of a sentence.
    pub(crate) fn row(&'a self, sentence: usize) -> Row<'a> {
        let at = sentence - self.first;
        let Bounds { chunks: Range { start, end }, vouched, .. } = self.bounds[at];
        let (start, end) = (start as usize, end as usize);
        Row {
            article: self.article,
            lexicon: self.lexicon,
            sentence: &self.article.document.sentences[sentence],
            tallies: &self.tallies[start + at..end + at + 1],
            chunks: &self.chunks[start..end],
            cue_verbs: &self.cue_verbs[start..end],
            vouched,
            reading: self.reading,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.bounds.len()
    }
}

/// The tallies of every sentence: one for each chunk and one for the end.
fn tallies(chunks: &[Chunk], bounds: &[Bounds]) -> Vec<Tally> {
    let mut out = Vec::with_capacity(chunks.len() + bounds.len());
    for Bounds { chunks: Range { start, end }, .. } in bounds {
        let mut tally = Tally::default();
        out.push(tally);
        for chunk in &chunks[*start as usize..*end as usize] {
            tally = tally.with(chunk.kind);
            out.push(tally);
        }
    }
    out
}

/// One sentence as chunks.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    pub(crate) article: &'a Article<'a>,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) sentence: &'a Sentence,
    pub(crate) chunks: &'a [Chunk],
    tallies: &'a [Tally],
    cue_verbs: &'a [Option<(CueEntry, u32)>],
    /// The chunk at which another source begins to vouch for what stands before: `…, according to Orr`.
    pub(crate) vouched: Option<usize>,
    /// What the net says of the article; nothing where it was not asked.
    pub(crate) reading: Option<&'a Reading>,
}

impl<'a> Row<'a> {
    /// What the net says of each token of the article; empty where it was not asked.
    pub(crate) fn roles(&self) -> &'a [Roles] {
        self.reading.map_or(&[], |r| &r.roles)
    }

    /// The same row, without what the net says.
    pub(crate) fn unknowing(&self) -> Self {
        Self { reading: None, ..*self }
    }

    fn count(&self, from: usize, to: usize, of: impl Fn(&Tally) -> u16) -> usize {
        let at = |i: usize| self.tallies.get(i.min(self.len())).map_or(0, &of);
        usize::from(at(to).saturating_sub(at(from)))
    }

    /// How many verb groups with a tense stand from one chunk to another, the second left out.
    pub(crate) fn verbs(&self, from: usize, to: usize) -> usize {
        self.count(from, to, |t| t.verbs)
    }

    /// How many commas.
    pub(crate) fn commas(&self, from: usize, to: usize) -> usize {
        self.count(from, to, |t| t.commas)
    }

    /// How many quotations.
    pub(crate) fn quotations(&self, from: usize, to: usize) -> usize {
        self.count(from, to, |t| t.quotations)
    }

    /// How many brackets.
    pub(crate) fn brackets(&self, from: usize, to: usize) -> usize {
        self.count(from, to, |t| t.brackets)
    }

    /// How many chunks there are.
    pub(crate) fn len(&self) -> usize {
        self.chunks.len()
    }

    /// The chunk at a place; places may lie outside the row.
    pub(crate) fn get(&self, at: isize) -> Option<&'a Chunk> {
        usize::try_from(at).ok().and_then(|i| self.chunks.get(i))
    }

    /// The kind of the chunk at a place.
    pub(crate) fn kind(&self, at: isize) -> Option<ChunkKind> {
        self.get(at).map(|c| c.kind)
    }

    /// Whether the chunk at a place is of a kind.
    pub(crate) fn is(&self, at: isize, kind: ChunkKind) -> bool {
        self.kind(at) == Some(kind)
    }

    /// What the lexicon says of the head of the chunk at a place.
    pub(crate) fn head(&self, at: isize) -> Lexeme {
        self.get(at).map_or(Lexeme::default(), |c| self.article.lexeme(c.head))
    }

    /// The part of speech of the head of the chunk at a place.
    pub(crate) fn tag(&self, at: isize) -> Option<Tag> {
        self.get(at).map(|c| self.article.tag(c.head))
    }

    /// The head's word.
    pub(crate) fn word(&self, at: isize) -> &'a str {
        self.get(at).map_or("", |c| self.article.word(c.head))
    }

    /// The tokens from one chunk to another, the second left out.
    pub(crate) fn tokens(&self, from: usize, to: usize) -> TokenSpan {
        match (self.chunks.get(from), to.checked_sub(1).and_then(|i| self.chunks.get(i))) {
            (Some(first), Some(last)) if from < to => {
                TokenSpan { start: first.tokens.start, end: last.tokens.end }
            }
            (Some(first), _) => TokenSpan { start: first.tokens.start, end: first.tokens.start },
            _ => TokenSpan { start: self.sentence.tokens.end, end: self.sentence.tokens.end },
        }
    }

    /// The chunk that holds a token.
    pub(crate) fn chunk_at(&self, token: u32) -> Option<usize> {
        let next = self.chunks.partition_point(|c| c.tokens.start <= token);
        next.checked_sub(1).filter(|&i| self.chunks[i].tokens.holds(token))
    }

    /// One past the last chunk that is no end mark.
    pub(crate) fn end(&self) -> usize {
        let stops = |c: &&Chunk| c.kind == ChunkKind::Stop;
        self.chunks.len() - self.chunks.iter().rev().take_while(stops).count()
    }

    /// The kind of block that it stands in.
    pub(crate) fn block(&self) -> BlockKind {
        self.article.document.blocks[self.sentence.block as usize].kind
    }

    /// The cue of the seeds that the head of a verb group is, and how many tokens it takes.
    pub(crate) fn cue_verb(&self, at: isize) -> Option<(CueEntry, u32)> {
        *self.cue_verbs.get(usize::try_from(at).ok()?)?
    }

    /// The longest cue of the seeds that begins at a token, of one of the forms, and how many tokens it takes.
    pub(crate) fn cue_at(&self, token: u32, forms: &[CueForm]) -> Option<(CueEntry, u32)> {
        let first = self.article.lexeme(token);
        let mut best: Option<(CueEntry, u32)> = None;
        let heads = [first.lemma, first.form];
        let distinct = 1 + usize::from(first.lemma != first.form);
        for &entry in heads[..distinct].iter().flat_map(|&w| self.lexicon.cues(w)) {
            if !forms.contains(&entry.form) {
                continue;
            }
            let words = self.lexicon.cue_words(entry);
            let len = words.len() as u32;
            let longer = best.is_none_or(|(_, n)| len > n);
            let mut rest = words.iter().zip(token..).skip(1);
            if longer
                && token + len <= self.sentence.tokens.end
                && rest.all(|(&w, t)| w != 0 && self.article.lexeme(t).form.0 == w)
                && !self.dates(entry, token + len)
            {
                best = Some((entry, len));
            }
        }
        best
    }

    /// Whether the last word of a cue belongs to the date behind it: `decided on Friday`.
    fn dates(&self, entry: CueEntry, next: u32) -> bool {
        let date = Facts::MONTH.or(Facts::WEEKDAY);
        self.lexicon.cue_text(entry).ends_with(" on")
            && next < self.sentence.tokens.end
            && self.article.lexeme(next).facts.any(date)
    }
}

#[cfg(test)]
mod tests {
    use crate::Checker;

    #[test]
    fn the_day_of_a_decision_is_not_what_was_decided() {
        let cue = |text: &str| {
            let review = Checker::default().review(text);
            review.attributions[0].cue.as_ref().map(|c| c.span.of(text).to_owned())
        };
        assert_eq!(
            cue("The plan was legal, the judge decided on Friday.").as_deref(),
            Some("decided")
        );
        assert_eq!(cue("The council decided on a ban.").as_deref(), Some("decided on"));
    }
}
