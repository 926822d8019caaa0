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
use crate::net::Reading;
use crate::net::hint::Hints;
use crate::net::link::Tie;
use crate::tagger::Tagger;
use std::collections::HashMap;
use std::ops::Range;

/// A marked article.
pub(super) struct Lesson<'t> {
    pub(super) article: Article<'t>,
    /// What the grammar tells the net.
    pub(super) hints: Hints,
    /// How many attributions were marked.
    pub(super) gold: usize,
    /// What a net says of it that was not learned from this article; nothing before one was.
    pub(super) reading: Option<Reading>,
    /// What a parser says of each token.
    pub(super) syntax: Vec<Syntax>,
    marked: Vec<Marked>,
    /// Of each cue site that is judged, by its head, the attribution whose cue it is.
    judged: HashMap<u32, Option<Marked>>,
}

/// A gold attribution in tokens.
#[derive(Clone)]
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
        let marked: Vec<_> =
            gold.attributions.iter().filter_map(|g| in_tokens(&article, g)).collect();
        let (hints, judged) = {
            let rows = Rows::read(&article, lexicon);
            (Hints::of(&rows), judged(&rows, &marked))
        };
        let syntax = parses.of(&gold.id, &article.document);
        Self {
            article,
            hints,
            gold: gold.attributions.len(),
            reading: None,
            syntax,
            marked,
            judged,
        }
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

    /// What each of some tokens is to the cue site of this head; nothing where nobody judged.
    pub(super) fn ties(&self, head: u32, tokens: Range<u32>) -> Option<Vec<Tie>> {
        let marked = self.judged.get(&head)?;
        let tie = |token: u32| match marked {
            Some(m) if m.source.is_some_and(|s| s.holds(token)) => Tie::Source,
            Some(m) if m.cue.holds(token) => Tie::Cue,
            Some(m) if m.content.iter().any(|c| c.holds(token)) => Tie::Content,
            _ => Tie::None,
        };
        Some(tokens.map(tie).collect())
    }

    /// What is marked of each site of a sentence.
    pub(super) fn marks<'l>(&'l self, row: &Row<'_>, sites: &[Site]) -> Vec<Mark<'l>> {
        marks(&self.marked, row, sites)
    }
}

/// What `marked` says of each site of a sentence.
fn marks<'l>(marked: &'l [Marked], row: &Row<'_>, sites: &[Site]) -> Vec<Mark<'l>> {
    let here: Vec<&Marked> =
        marked.iter().filter(|m| row.sentence.tokens.overlaps(m.cue)).collect();
    let best: Vec<Option<usize>> = here.iter().map(|m| site_of(sites, m.cue)).collect();
    let mark = |(number, site): (usize, &Site)| {
        if let Some(owner) = best.iter().position(|b| *b == Some(number)) {
            return Mark::Cue(here[owner]);
        }
        let within = |m: &Marked| m.content.iter().any(|c| c.holds(site.head));
        let unjudged = marked.iter().any(within) || here.iter().any(|m| m.cue.holds(site.head));
        if unjudged { Mark::Unjudged } else { Mark::None }
    };
    sites.iter().enumerate().map(mark).collect()
}

/// Of each cue site that is judged, by its head, whose cue it is; of those that share a head, the one that is a cue.
fn judged(rows: &Rows<'_>, marked: &[Marked]) -> HashMap<u32, Option<Marked>> {
    let mut judged = HashMap::new();
    for sentence in 0..rows.len() {
        let found = rows.sites(sentence);
        for (site, mark) in found.iter().zip(marks(marked, &rows.row(sentence), found)) {
            match mark {
                Mark::Cue(marked) => {
                    judged.insert(site.head, Some(marked.clone()));
                }
                Mark::None => {
                    judged.entry(site.head).or_default();
                }
                Mark::Unjudged => {}
            }
        }
    }
    judged
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Checker;

    #[test]
    fn tokens_are_tied_to_the_cue_that_they_are_marked_with() {
        let text = "Ann Orr said the bridge is old. Lunt warned that it leaks, and it rained.";
        let review = Checker::default().review(text);
        let attributions = review.attributions.iter().map(GoldAttribution::from).collect();
        let gold = GoldArticle { id: "bridge".to_owned(), text: text.to_owned(), attributions };
        let tagger = Tagger::new().expect("the weights that are compiled in are whole");
        let lesson = Lesson::prepare(&gold, &Parses::default(), &tagger, &Lexicon::new());
        let tokens = lesson.article.document.tokens.len() as u32;
        let ties = |cue: &str| {
            let head = (0..tokens).find(|&t| lesson.article.word(t) == cue)?;
            lesson.ties(head, 0..8)
        };
        use Tie::{Content, Cue, None, Source};
        let said = [Source, Source, Cue, Content, Content, Content, Content, None];
        assert_eq!(ties("said"), Some(said.to_vec()));
        assert_eq!(ties("warned").map(|ties| ties[0]), Some(None), "another's source");
        assert_eq!(ties("Ann"), Option::None, "no site");
    }
}
