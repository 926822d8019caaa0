//! The outermost quotations of an article, and who speaks those that no cue introduces.

use super::find::Draft;
use crate::article::Article;
use crate::document::{Closing, QuotationId, TokenSpan};
use crate::grammar::chunk::ChunkKind;
use crate::grammar::row::{Row, Rows};

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

    fn index(&self, token: u32) -> Option<usize> {
        let next = self.0.partition_point(|q| q.tokens.start <= token);
        next.checked_sub(1).filter(|&i| self.0[i].tokens.holds(token))
    }

    /// Gives quotations that stand alone to the attribution before them in their paragraph, and what goes
    /// on over paragraphs to whoever speaks any part of it.
    pub(super) fn hand_on(&self, rows: &Rows<'_>, drafts: &mut [Draft]) {
        let mut speakers = self.speakers(drafts);
        self.hand_forward(rows, drafts, &mut speakers);
        self.hand_back(drafts, &mut speakers);
    }

    /// Whose content each quotation is, as a number of a draft.
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

    fn hand_forward(&self, rows: &Rows<'_>, drafts: &mut [Draft], speakers: &mut [Option<usize>]) {
        let (mut speaker, mut block, mut next) = (None, u32::MAX, 0);
        for index in 0..rows.len() {
            let row = rows.row(index);
            let here = self.index(row.sentence.tokens.start);
            if row.sentence.block != block {
                let continued = here.is_some_and(|q| self.0[q].continues.is_some());
                speaker = speaker.filter(|_| continued);
                block = row.sentence.block;
            }
            let first = next;
            while next < drafts.len() && drafts[next].sentence == index {
                let quotes = |c: &TokenSpan| {
                    rows.article.document.tokens[c.range()].iter().any(|t| t.quoted)
                };
                if drafts[next].content.iter().any(quotes) {
                    speaker = Some(next);
                }
                next += 1;
            }
            let alone = next == first && is_quotation_alone(&row);
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
    fn give(
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

    /// Which quotations some drafts speak.
    pub(super) fn claimed(&self, drafts: &[Draft]) -> Claimed<'_> {
        Claimed { outer: self, speakers: self.speakers(drafts) }
    }
}

/// Which quotations have a speaker.
pub(super) struct Claimed<'a> {
    outer: &'a OuterQuotations,
    speakers: Vec<Option<usize>>,
}

impl Claimed<'_> {
    /// Whether the quotation that holds a token has a speaker.
    pub(super) fn holds(&self, token: u32) -> bool {
        self.outer.index(token).is_some_and(|i| self.speakers[i].is_some())
    }
}

/// Whether a sentence is a quotation and nothing more.
fn is_quotation_alone(row: &Row<'_>) -> bool {
    let mark = |kind| matches!(kind, ChunkKind::Quotation | ChunkKind::Stop | ChunkKind::Comma);
    row.is(0, ChunkKind::Quotation) && row.chunks[1..].iter().all(|c| mark(c.kind))
}
