//! The outermost quotations of an article, and who speaks those that no cue introduces.

use super::find::Draft;
use crate::article::Article;
use crate::document::{Closing, QuotationId, TokenSpan};
use crate::grammar::chunk::ChunkKind;
use crate::grammar::row::{Row, Rows};
use std::ops::Range;

/// A quotation in running text.
#[derive(Debug, Clone, Copy)]
struct Outer {
    id: QuotationId,
    tokens: TokenSpan,
    /// The quotation of the paragraph before that it takes up.
    continues: Option<QuotationId>,
}

/// The outermost quotations of an article, in order.
pub(crate) struct OuterQuotations(Vec<Outer>);

impl OuterQuotations {
    pub(crate) fn of(article: &Article<'_>) -> Self {
        let all = (0..).zip(&article.document.quotations);
        let outer = all.filter(|(_, q)| q.depth == 0 && q.closing != Closing::NeverOpened);
        Self(
            outer
                .map(|(i, q)| Outer {
                    id: QuotationId(i),
                    tokens: q.tokens,
                    continues: q.continues,
                })
                .collect(),
        )
    }

    /// The quotation that holds a token.
    pub(super) fn holding(&self, token: u32) -> Option<TokenSpan> {
        self.index(token).map(|i| self.0[i].tokens)
    }

    /// The tokens of a quotation.
    pub(super) fn tokens(&self, quotation: usize) -> TokenSpan {
        self.0[quotation].tokens
    }

    /// The number of the quotation that holds a token.
    pub(super) fn index(&self, token: u32) -> Option<usize> {
        let next = self.0.partition_point(|q| q.tokens.start <= token);
        next.checked_sub(1).filter(|&i| self.0[i].tokens.holds(token))
    }

    /// Gives quotations that stand alone to the attribution before them in their paragraph, and what goes
    /// on over paragraphs to whoever speaks any part of it. Says whose content each quotation is, as a number of
    /// a draft.
    pub(super) fn hand_on(&self, rows: &Rows<'_>, drafts: &mut [Draft]) -> Vec<Option<usize>> {
        let mut speakers = self.speakers(drafts);
        self.hand_within(rows, drafts, &mut speakers);
        // Marks that go on over paragraphs tell more than who spoke last, and what that gave may go on too.
        self.hand_back(drafts, &mut speakers);
        self.hand_forward(rows, drafts, &mut speakers);
        self.hand_back(drafts, &mut speakers);
        speakers
    }

    fn speakers(&self, drafts: &[Draft]) -> Vec<Option<usize>> {
        let mut speakers = vec![None; self.0.len()];
        for (number, draft) in drafts.iter().enumerate() {
            for content in &draft.content {
                let from = self.0.partition_point(|q| q.tokens.end <= content.start);
                let to = self.0.partition_point(|q| q.tokens.start < content.end);
                speakers[from..to.max(from)].fill(Some(number));
            }
        }
        speakers
    }

    /// A content that stops short of a quotation in its sentence goes on to its end, where nobody else speaks
    /// in between: `noted the vote, her work for schools and a town of “honest people.”`
    fn hand_within(&self, rows: &Rows<'_>, drafts: &mut [Draft], speakers: &mut [Option<usize>]) {
        let document = &rows.article.document;
        for (speaker, quotation) in speakers.iter_mut().zip(&self.0) {
            let quoted = quotation.tokens;
            let Some(sentence) = document.sentence_of(quoted.start).filter(|_| speaker.is_none())
            else {
                continue;
            };
            let here = of_sentence(drafts, sentence);
            let Some(by) = before(&drafts[here.clone()], quoted).map(|i| here.start + i) else {
                continue;
            };
            let whole = quoted.end <= document.sentences[sentence].tokens.end;
            if let Some(last) = drafts[by].content.last_mut().filter(|_| whole) {
                last.end = quoted.end;
                *speaker = Some(by);
            }
        }
    }

    fn hand_forward(&self, rows: &Rows<'_>, drafts: &mut [Draft], speakers: &mut [Option<usize>]) {
        let (mut speaker, mut block) = (None, u32::MAX);
        for index in 0..rows.len() {
            let row = rows.row(index);
            let here = self.index(row.sentence.tokens.start);
            if row.sentence.block != block {
                let continued = here.is_some_and(|q| self.0[q].continues.is_some());
                speaker = speaker.filter(|_| continued);
                block = row.sentence.block;
            }
            let said = of_sentence(drafts, index);
            let alone = said.is_empty() && is_quotation_alone(&row);
            speaker = said.rev().find(|&i| drafts[i].quotes(rows.article)).or(speaker);
            if let (true, Some(quotation), Some(by)) = (alone, here, speaker) {
                self.give(quotation, by, drafts, speakers);
            }
        }
    }

    /// From the paragraph that names the speaker to those before that it continues.
    fn hand_back(&self, drafts: &mut [Draft], speakers: &mut [Option<usize>]) {
        for later in (0..self.0.len()).rev() {
            let (Some(before), Some(by)) = (self.0[later].continues, speakers[later]) else {
                continue;
            };
            if let Ok(quotation) = self.0.binary_search_by_key(&before, |q| q.id) {
                self.give(quotation, by, drafts, speakers);
            }
        }
    }

    /// Adds a quotation that is nobody's yet to the content of a draft.
    pub(super) fn give(
        &self,
        quotation: usize,
        by: usize,
        drafts: &mut [Draft],
        speakers: &mut [Option<usize>],
    ) {
        if speakers[quotation].is_none() {
            speakers[quotation] = Some(by);
            drafts[by].content.push(self.0[quotation].tokens);
        }
    }

    /// Which quotations have a speaker, where each has one of `speakers` or none.
    pub(super) fn claimed<'a>(&'a self, speakers: &'a [Option<usize>]) -> Claimed<'a> {
        Claimed { outer: self, speakers }
    }
}

/// The drafts of a sentence, among all in the order of sentences.
pub(super) fn of_sentence(drafts: &[Draft], sentence: usize) -> Range<usize> {
    let first = drafts.partition_point(|d| d.sentence < sentence);
    let count = drafts[first..].partition_point(|d| d.sentence == sentence);
    first..first + count
}

/// The draft whose content, behind its cue, is the last before a quotation, with nothing of another’s in
/// between.
fn before(drafts: &[Draft], quoted: TokenSpan) -> Option<usize> {
    let last = |d: &Draft| d.content.last().copied();
    let behind = |d: &Draft| last(d).is_some_and(|c| c.start >= d.cue.end && c.end <= quoted.start);
    let of = drafts.iter().enumerate().filter(|(_, d)| behind(d));
    let (by, draft) = of.max_by_key(|(_, d)| last(d).map(|c| c.end))?;
    let gap = TokenSpan { start: last(draft)?.end, end: quoted.start };
    let others = drafts.iter().any(|d| d.cue.overlaps(gap) || d.source.overlaps(gap));
    (!others).then_some(by)
}

/// Which quotations have a speaker.
pub(super) struct Claimed<'a> {
    outer: &'a OuterQuotations,
    speakers: &'a [Option<usize>],
}

impl Claimed<'_> {
    /// Whether the quotation that holds a token has a speaker.
    pub(super) fn holds(&self, token: u32) -> bool {
        self.outer.index(token).is_some_and(|i| self.speakers[i].is_some())
    }
}

/// Whether a sentence is a quotation and nothing more.
pub(super) fn is_quotation_alone(row: &Row<'_>) -> bool {
    let mark = |kind| matches!(kind, ChunkKind::Quotation | ChunkKind::Stop | ChunkKind::Comma);
    row.is(0, ChunkKind::Quotation) && row.chunks[1..].iter().all(|c| mark(c.kind))
}

#[cfg(test)]
mod tests {
    use crate::Checker;

    #[test]
    fn a_content_goes_on_to_a_quotation_that_nobody_else_speaks() {
        let text = "Orr noted the vote in May, her work for schools and a town of “honest people.”";
        let review = Checker::default().review(text);
        let ends: Vec<_> = review.attributions[0].content.iter().map(|c| c.of(text)).collect();
        assert_eq!(ends.len(), 1);
        assert!(ends[0].ends_with("“honest people.”"), "{ends:?}");

        let text = "Orr described the old boats, and Pell praised a council of “honest people.”";
        let review = Checker::default().review(text);
        assert_eq!(review.attributions[0].content[0].of(text), "the old boats");
    }

    #[test]
    fn what_the_next_paragraph_takes_up_is_its_speakers() {
        let text = "“It is old and it leaks,” said Ann Orr. “Nobody knows why it leaks.\n\n“We want it \
                    mended this year,” said Ben Pell.";
        let review = Checker::default().review(text);
        let contents = |i: usize| {
            let content = &review.attributions[i].content;
            content.iter().map(|c| c.of(text)).collect::<Vec<_>>()
        };
        assert_eq!(contents(0), ["“It is old and it leaks,”"]);
        assert_eq!(contents(1), ["“Nobody knows why it leaks.", "“We want it mended this year,”"]);
    }
}
