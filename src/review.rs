//! A review: everything onrecord finds in one article.

use crate::article::Article;
use crate::claim::{self, SummaryLine};
use crate::document::Document;
use crate::echo::Echo;
use crate::embed::{Date, Embed};
use crate::lint::Suppressed;
use crate::net::Reading;
use crate::page::Page;
use crate::{Attribution, Claim, Diagnostic, Entity, Score, Span};
use serde::Serialize;

/// Counts over an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
///
/// ```
/// let checker = onrecord::Checker::default();
/// let review = checker.review("“It is old,” said Ann Orr, the mayor.");
/// assert_eq!(review.stats.words, 8);
/// assert_eq!(review.text(), "“It is old,” said Ann Orr, the mayor.");
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Review<'t> {
    /// The article taken apart and tagged.
    pub article: Article<'t>,
    /// Who said what, in the order of the text.
    pub attributions: Vec<Attribution>,
    /// Who the sources are.
    pub entities: Vec<Entity>,
    /// Posts from social media.
    pub embeds: Vec<Embed<'t>>,
    /// Quotations of posts' words.
    pub(crate) echoes: Vec<Echo>,
    /// What the net said of each token; empty where it was not asked.
    pub(crate) reading: Option<Reading>,
    /// The day of the article, if it states when it was published or updated.
    pub date: Option<Date>,
    /// The article's claims, in order.
    pub claims: Vec<Claim>,
    /// Headline, standfirst and bullets, held against the claims of the body.
    pub summary: Vec<SummaryLine>,
    /// What the rules found, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// What the rules found and the text asks to leave out, with the reasons that it gives.
    pub suppressed: Vec<Suppressed>,
    /// The score.
    pub score: Score,
    /// Counts.
    pub stats: Stats,
    /// The page whose reading text was reviewed; none where a plain text was.
    pub page: Option<&'t Page<'t>>,
}

impl<'t> Review<'t> {
    /// Puts together what the stages found; rules and score come after.
    pub(crate) fn assemble(
        article: Article<'t>,
        attributions: Vec<Attribution>,
        entities: Vec<Entity>,
        embeds: Vec<Embed<'t>>,
        claims: Vec<Claim>,
    ) -> Self {
        let stats = Stats::of(&article.document, &attributions, &entities);
        let summary = claim::compare(&article, &claims);
        Self {
            article,
            attributions,
            entities,
            embeds,
            echoes: Vec::new(),
            reading: None,
            date: None,
            claims,
            summary,
            diagnostics: Vec::new(),
            suppressed: Vec::new(),
            score: Score::default(),
            stats,
            page: None,
        }
    }

    /// The text that was reviewed, as a reader sees it.
    pub fn text(&self) -> &'t str {
        self.article.document.text
    }

    /// The text as its file has it, markup included.
    pub fn source(&self) -> &'t str {
        self.page.map_or(self.text(), |page| page.source())
    }

    /// Where a span of the text stands in the source, as [`Page::in_source`] gives it.
    pub fn in_source(&self, span: Span) -> Span {
        self.page.map_or(span, |page| page.in_source(span))
    }

    /// The article taken apart.
    pub fn document(&self) -> &Document<'t> {
        &self.article.document
    }

    /// The entity behind an attribution.
    pub fn entity_of(&self, attribution: &Attribution) -> Option<&Entity> {
        self.entities.get(attribution.source?.entity?.0 as usize)
    }
}

impl Stats {
    fn of(document: &Document<'_>, attributions: &[Attribution], entities: &[Entity]) -> Self {
        let is_word = |i: usize| document.tokens[i].kind.is_word();
        let mut sourced = vec![false; document.tokens.len()];
        for span in attributions.iter().flat_map(|a| &a.content) {
            sourced[document.tokens_in(*span).range()].fill(true);
        }
        let count = |pick: &dyn Fn(usize) -> bool| {
            (0..document.tokens.len()).filter(|&i| is_word(i) && pick(i)).count()
        };
        Self {
            words: count(&|_| true),
            sentences: document.sentences.len(),
            sourced_words: count(&|i| sourced[i]),
            quoted_words: count(&|i| document.tokens[i].quoted),
            sources: entities.len(),
        }
    }
}
