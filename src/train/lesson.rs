//! A marked article as learning sees it: tagged, with its marks in tokens.

use super::syntax::{Parses, Syntax};
use crate::Span;
use crate::article::Article;
use crate::document::{Document, TokenKind, TokenSpan};
use crate::embed;
use crate::eval::{GoldArticle, GoldAttribution};
use crate::grammar::row::{Row, Rows};
use crate::grammar::site::Site;
use crate::lexicon::Lexicon;
use crate::net::Roles;
use crate::net::hint::Hints;
use crate::tagger::Tagger;

/// A marked article.
pub(super) struct Lesson<'t> {
    pub(super) article: Article<'t>,
    /// What the grammar tells the net.
    pub(super) hints: Hints,
    /// How many attributions were marked.
    pub(super) gold: usize,
    /// What a net says of each token that was not learned from this article; none before one was.
    pub(super) roles: Vec<Roles>,
    /// What a parser says of each token.
    pub(super) syntax: Vec<Syntax>,
    marked: Vec<Marked>,
}

/// A gold attribution in tokens.
pub(super) struct Marked {
    pub(super) source: Option<TokenSpan>,
    pub(super) cue: TokenSpan,
    pub(super) content: Vec<TokenSpan>,
}

/// What the marks say of a site.
#[derive(Clone, Copy)]
pub(super) enum Mark<'l> {
    /// It is the cue of an attribution.
    Cue(&'l Marked),
    /// It is none.
    None,
    /// It is a part of another site's cue, or stands within a content, where nothing was marked.
    Unjudged,
}

impl Mark<'_> {
    /// Whether it says yes or no.
    pub(super) fn is_judged(self) -> bool {
        !matches!(self, Mark::Unjudged)
    }
}

impl<'t> Lesson<'t> {
    /// Takes an article apart and tags it.
    pub(super) fn prepare(
        gold: &'t GoldArticle,
        parses: &Parses,
        tagger: &Tagger,
        lexicon: &Lexicon,
    ) -> Self {
        let lines: Vec<Span> = embed::find(&gold.text).iter().map(|e| e.span).collect();
        let article = Article::new(Document::read(&gold.text, &lines), tagger, lexicon);
        let marked = gold.attributions.iter().filter_map(|g| in_tokens(&article, g)).collect();
        let hints = Hints::of(&Rows::read(&article, lexicon));
        let syntax = parses.of(&gold.id, &article.document);
        Self { article, hints, gold: gold.attributions.len(), roles: Vec::new(), syntax, marked }
    }

    /// The label of each token, as [`Model`](crate::net::model::Model) numbers them.
    pub(super) fn labels(&self) -> Vec<u8> {
        let mut labels = vec![0; self.article.document.tokens.len()];
        for marked in &self.marked {
            let source = marked.source.iter().map(|s| (*s, 1));
            let content = marked.content.iter().map(|c| (*c, 5));
            for (span, begin) in source.chain([(marked.cue, 3)]).chain(content) {
                labels[span.range()].fill(begin + 1);
                labels[span.start as usize] = begin;
            }
        }
        labels
    }

    /// What is marked of each site of a sentence.
    pub(super) fn marks<'l>(&'l self, row: &Row<'_>, sites: &[Site]) -> Vec<Mark<'l>> {
        let here: Vec<&Marked> =
            self.marked.iter().filter(|m| row.sentence.tokens.overlaps(m.cue)).collect();
        let best: Vec<Option<usize>> = here.iter().map(|m| site_of(sites, m.cue)).collect();
        let mark = |(number, site): (usize, &Site)| {
            if let Some(owner) = best.iter().position(|b| *b == Some(number)) {
                return Mark::Cue(here[owner]);
            }
            let within = |m: &Marked| m.content.iter().any(|c| c.holds(site.head));
            let unjudged =
                self.marked.iter().any(within) || here.iter().any(|m| m.cue.holds(site.head));
            if unjudged { Mark::Unjudged } else { Mark::None }
        };
        sites.iter().enumerate().map(mark).collect()
    }
}

fn in_tokens(article: &Article<'_>, gold: &GoldAttribution) -> Option<Marked> {
    let tokens = |s: &Span| article.document.tokens_in(*s);
    let cue = gold.cue.first().map(tokens).filter(|t| !t.is_empty())?;
    let content: Vec<_> = gold.content.iter().map(tokens).filter(|t| !t.is_empty()).collect();
    Some(Marked { source: gold.source.first().map(tokens).filter(|t| !t.is_empty()), cue, content })
}

/// The site that a gold cue is: the one that shares most tokens with it; of equals the last.
fn site_of(sites: &[Site], cue: TokenSpan) -> Option<usize> {
    let shared = |s: &Site| s.tokens.end.min(cue.end).saturating_sub(s.tokens.start.max(cue.start));
    let holds = |s: &Site| cue.holds(s.head);
    (0..sites.len()).filter(|&i| holds(&sites[i])).max_by_key(|&i| shared(&sites[i]))
}

/// A span without commas, colons and full stops at its ends.
pub(super) fn trim(row: &Row<'_>, span: TokenSpan) -> TokenSpan {
    let loose = |t: u32| {
        let token = row.article.document.tokens[t as usize];
        token.kind == TokenKind::Punct
            && !token.quoted
            && matches!(row.article.word(t), "," | ":" | ";" | "." | "?" | "!")
    };
    let mut span = span;
    while span.start + 1 < span.end && loose(span.end - 1) {
        span.end -= 1;
    }
    while span.start + 1 < span.end && loose(span.start) {
        span.start += 1;
    }
    span
}
