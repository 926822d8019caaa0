//! A review: everything onrecord finds in one article.

use crate::document::Document;
use crate::embed::Embed;
use crate::{Attribution, Claim, Diagnostic, Entity, Score};
use serde::Serialize;

/// Counts over an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Stats {
    /// Words and numbers.
    pub words: usize,
    /// Sentences, headings included.
    pub sentences: usize,
    /// Words within attributed content.
    pub sourced_words: usize,
    /// Words between quotation marks.
    pub quoted_words: usize,
    /// Different sources of attributions.
    pub sources: usize,
}

/// Everything found in one article; borrows its text.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Review<'t> {
    /// The article taken apart.
    pub document: Document<'t>,
    /// Who said what, in the order of the text.
    pub attributions: Vec<Attribution>,
    /// Who the sources are.
    pub entities: Vec<Entity>,
    /// Posts from social media.
    pub embeds: Vec<Embed<'t>>,
    /// The article's claims, in order.
    pub claims: Vec<Claim>,
    /// What the rules found, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The score.
    pub score: Score,
    /// Counts.
    pub stats: Stats,
}
