//! What the net says of an article: of each token, and of the tokens around each cue site.

use super::hint::Hints;
use super::input::Sequence;
use super::link::ROLES;
use super::model::LABELS;
use crate::document::TokenSpan;
use std::ops::Range;

/// What the net says of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Reading {
    /// Of each token.
    pub(crate) roles: Vec<Roles>,
    /// The tokens around each cue site, by the site's head, ascending.
    windows: Vec<Window>,
    /// What ties the tokens of each window to its site.
    links: Vec<Link>,
}

/// How likely a token is part of something, in 255ths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Roles {
    pub(crate) source: u8,
    pub(crate) cue: u8,
    pub(crate) content: u8,
    /// How likely it is the first token of a source.
    pub(crate) begins_source: u8,
    /// And of a content.
    pub(crate) begins_content: u8,
}

/// How likely a token is part of the source, of the cue, of the content of one cue site, in 255ths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Link {
    pub(crate) source: u8,
    pub(crate) cue: u8,
    pub(crate) content: u8,
}

/// The tokens around a cue site that the net is asked about: its sentence, and a token on either side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) head: u32,
    pub(crate) tokens: TokenSpan,
    /// The place of the first token's link.
    pub(super) first: u32,
}

/// What ties the tokens of a window to its site.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Links<'r> {
    start: u32,
    links: &'r [Link],
}

impl Reading {
    /// A reading of nothing yet.
    pub(super) fn blank(hints: &Hints, sequences: &[Sequence], tokens: usize) -> Self {
        let (mut windows, mut first) = (Vec::new(), 0);
        for sequence in sequences {
            for mut window in hints.windows(&sequence.tokens) {
                window.first = first;
                first += window.tokens.len() as u32;
                windows.push(window);
            }
        }
        let links = vec![Link::default(); first as usize];
        Self { roles: vec![Roles::default(); tokens], windows, links }
    }

    /// The windows of the sites whose heads are among some tokens.
    pub(super) fn windows_in(&self, tokens: &Range<u32>) -> &[Window] {
        let at = |token: u32| self.windows.partition_point(|w| w.head < token);
        &self.windows[at(tokens.start)..at(tokens.end)]
    }

    /// The links of a window.
    pub(super) fn links_mut(&mut self, window: Window) -> &mut [Link] {
        &mut self.links[window.first as usize..][..window.tokens.len()]
    }

    /// What ties tokens to the site that a token is the head of.
    pub(crate) fn links(&self, head: u32) -> Links<'_> {
        let at = self.windows.binary_search_by_key(&head, |w| w.head);
        let links = at.ok().and_then(|at| {
            let Window { tokens, first, .. } = self.windows[at];
            let first = first as usize;
            let links = self.links.get(first..first + tokens.len())?;
            Some(Links { start: tokens.start, links })
        });
        links.unwrap_or_default()
    }
}

impl<'r> Links<'r> {
    /// The links of those of some tokens that were asked about.
    pub(crate) fn of(self, tokens: TokenSpan) -> &'r [Link] {
        let at = |token: u32| (token.saturating_sub(self.start) as usize).min(self.links.len());
        &self.links[at(tokens.start)..at(tokens.end).max(at(tokens.start))]
    }

    /// All of them.
    pub(crate) fn all(self) -> &'r [Link] {
        self.links
    }
}

impl Roles {
    pub(super) fn of(shares: [f32; LABELS]) -> Self {
        let [_, source, in_source, cue, in_cue, content, in_content] = shares;
        Self {
            source: level(source + in_source),
            cue: level(cue + in_cue),
            content: level(content + in_content),
            begins_source: level(source),
            begins_content: level(content),
        }
    }
}

impl Link {
    pub(super) fn of([_, source, cue, content]: [f32; ROLES + 1]) -> Self {
        Self { source: level(source), cue: level(cue), content: level(content) }
    }
}

fn level(share: f32) -> u8 {
    (share * 255.0).round() as u8
}
