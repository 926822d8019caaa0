//! Whose words an article's tokens are: a source's, as attributed, or the writer's.

use super::framing;
use crate::article::Article;
use crate::document::TokenSpan;
use crate::embed::Embed;
use crate::tagger::Tag;
use crate::{Attribution, AttributionId, Entity, SourceClass, Span};
use std::cmp::Reverse;

/// What a token is to an attribution.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Frame = 0,
    Content = 1,
}

/// For every token, the attribution that it belongs to, if any; of nested ones, the outermost.
pub(super) struct Owners<'a> {
    article: &'a Article<'a>,
    /// 0 for nobody's, else the attribution's number + 1 in the upper bits and the role in the lowest.
    marks: Vec<u32>,
    /// Whether quotations are somebody's words, not the writer's.
    quotations: bool,
}

/// The words of an embedded post that no attribution claims.
const POST: u32 = u32::MAX;

impl<'a> Owners<'a> {
    /// All words are the writer's, those in quotations too.
    pub(super) fn nobodys(article: &'a Article<'a>) -> Self {
        Self { article, marks: vec![0; article.document.tokens.len()], quotations: false }
    }

    pub(super) fn read(
        article: &'a Article<'a>,
        attributions: &[Attribution],
        entities: &[Entity],
        embeds: &[Embed<'_>],
    ) -> Self {
        let mut owners = Self { quotations: true, ..Self::nobodys(article) };
        let mut outermost_first: Vec<(Reverse<usize>, &Attribution)> = attributions
            .iter()
            .filter(|a| !is_writers(a, entities) && !framing::is_shown(article, a))
            .map(|a| (Reverse(a.content.iter().map(Span::len).sum()), a))
            .collect();
        outermost_first.sort_by_key(|(length, _)| *length);
        for (_, attribution) in outermost_first {
            owners.mark_all(attribution);
            let unquoted = attribution.content.iter().filter(|c| !article.document.quotes(**c));
            unquoted.for_each(|span| owners.release_rider(*span));
        }
        for body in embeds.iter().filter_map(|e| e.body) {
            owners.mark(body, POST);
        }
        owners
    }

    fn mark_all(&mut self, attribution: &Attribution) {
        let mark = |role: Role| (attribution.id.0 + 1) << 1 | role as u32;
        for span in &attribution.content {
            self.mark(*span, mark(Role::Content));
        }
        let source = attribution.source.map(|s| s.span);
        let cue = attribution.cue.as_ref().map(|c| c.span);
        for span in [source, cue].into_iter().flatten() {
            self.mark(span, mark(Role::Frame));
        }
    }

    /// Gives back to the writer what is hung onto a source's words and tells what they show: "…, underscoring its
    /// commitment".
    fn release_rider(&mut self, content: Span) {
        let tokens = self.article.document.tokens_in(content);
        let rider = (tokens.start + 1..tokens.end).find(|&i| {
            self.article.tag(i) == Tag::Vbg
                && self.article.tag(i - 1) == Tag::Comma
                && !self.article.document.tokens[i as usize].quoted
                && framing::infers(self.article, TokenSpan { start: i, ..tokens })
        });
        if let Some(rider) = rider {
            self.marks[TokenSpan { start: rider, ..tokens }.range()].fill(0);
        }
    }

    /// Marks those of the tokens that are still nobody's.
    fn mark(&mut self, span: Span, mark: u32) {
        let tokens = self.article.document.tokens_in(span);
        self.marks[tokens.range()].iter_mut().filter(|m| **m == 0).for_each(|m| *m = mark);
    }

    /// The attribution that a token belongs to, as its content, source or cue.
    pub(super) fn of(&self, token: u32) -> Owner {
        match self.marks[token as usize] {
            0 => Owner::Writer,
            POST => Owner::Post,
            mark => Owner::Attribution(AttributionId((mark >> 1) - 1)),
        }
    }

    /// Whether a token is somebody's words as the article gives them: attributed, quoted or posted.
    pub(super) fn is_cited(&self, token: u32) -> bool {
        self.marks[token as usize] & 1 == Role::Content as u32
            || self.quotations && self.article.document.tokens[token as usize].quoted
    }

    /// Whether a token is the source or cue of an attribution.
    pub(super) fn is_frame(&self, token: u32) -> bool {
        let mark = self.marks[token as usize];
        mark != 0 && mark & 1 == Role::Frame as u32
    }
}

/// Whether the source is the writer: "I think that the plan is wrong" stays in the writer's voice.
fn is_writers(attribution: &Attribution, entities: &[Entity]) -> bool {
    let entity = attribution.source.and_then(|s| entities.get(s.entity?.0 as usize));
    entity.is_some_and(|e| e.class == SourceClass::Author)
}

/// Whom a token belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// Nobody is named: the writer.
    Writer,
    /// An attribution's source.
    Attribution(AttributionId),
    /// An embedded post.
    Post,
}
