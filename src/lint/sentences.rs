//! Sentences and what is attributed in them.

use super::Context;
use crate::document::{Document, TokenSpan};
use crate::{Attribution, Span};

/// For every sentence and block, whether somebody is a source there.
pub(super) struct Sourced {
    /// A sentence each: an attribution with a source begins or goes on in it.
    pub(super) sentences: Vec<bool>,
    /// A block each.
    pub(super) blocks: Vec<bool>,
}

impl Sourced {
    pub(super) fn read(context: &Context<'_, '_>) -> Self {
        let document = context.document();
        let mut sourced = Self {
            sentences: vec![false; document.sentences.len()],
            blocks: vec![false; document.blocks.len()],
        };
        for attribution in context.review.attributions.iter().filter(|a| a.source.is_some()) {
            for span in spans(attribution) {
                sourced.mark(document, document.tokens_in(span));
            }
        }
        sourced
    }

    fn mark(&mut self, document: &Document<'_>, tokens: TokenSpan) {
        if tokens.is_empty() {
            return;
        }
        let first = document.sentence_of(tokens.start);
        let last = document.sentence_of(tokens.end - 1);
        let (Some(first), Some(last)) = (first, last) else { return };
        for index in first..=last {
            self.sentences[index] = true;
            self.blocks[document.sentences[index].block as usize] = true;
        }
    }
}

/// All spans of an attribution.
fn spans(attribution: &Attribution) -> impl Iterator<Item = Span> {
    let frame = [attribution.source.map(|s| s.span), attribution.cue.as_ref().map(|c| c.span)];
    attribution.content.iter().copied().chain(frame.into_iter().flatten())
}
