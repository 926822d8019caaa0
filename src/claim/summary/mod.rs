//! The summary against the body: what headline, standfirst and "At a Glance" bullets state, and whether the body does.
//!
//! A line is matched to the sentences of the body by the stems of its content words. A headline paraphrases, so
//! few shared words mean little; figures, names, negation and certainty have to agree.

mod body;
mod lines;
mod quantity;
mod stem;

use super::Claim;
use crate::Span;
use crate::article::Article;
use body::Body;
use lines::Line;
use serde::Serialize;

/// What a line is to the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum SummaryKind {
    /// The article's title.
    Headline,
    /// The line between the title and the text.
    Standfirst,
    /// An item of a list before the text, or under a heading such as "At a Glance".
    Bullet,
}

/// Whether the body bears a line out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Verdict {
    /// A sentence or two of the body say it.
    Supported,
    /// The body says it with less certainty.
    Stronger,
    /// The body does not say it: a name or a figure is not in it, or hardly a word is.
    Unsupported,
    /// The body says otherwise: another figure, or the opposite.
    Contradicted,
    /// Paraphrased too freely to tell.
    Unclear,
}

/// In what a line and the body differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Difference {
    /// In a figure.
    Number,
    /// In a name that the body does not have.
    Name,
    /// One says not.
    Negation,
    /// The body says may, could, reportedly.
    Certainty,
    /// In nearly all words.
    Words,
}

/// A line that sums the article up, held against the body.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SummaryLine {
    /// The line.
    pub span: Span,
    /// What it is.
    pub kind: SummaryKind,
    /// Whether the body bears it out.
    pub verdict: Verdict,
    /// In what they differ, with the words of the line, where they do.
    pub difference: Option<(Difference, Span)>,
    /// The claims of the body that come nearest, as indices into the review's claims.
    pub claims: Vec<usize>,
}

/// Holds every line that sums the article up against the claims of its body.
///
/// ```
/// use onrecord::{Checker, claim::Verdict};
/// let text = "Fire kills nine in Dover\n\nA fire killed seven people in Dover on Monday, the mayor said.";
/// let review = Checker::default().review(text);
/// assert_eq!(review.summary[0].verdict, Verdict::Contradicted);
/// ```
pub fn compare(article: &Article<'_>, claims: &[Claim]) -> Vec<SummaryLine> {
    let lines = lines::find(article);
    if lines.is_empty() {
        return Vec::new();
    }
    let body = Body::read(article, claims, &lines);
    lines.iter().enumerate().map(|(i, line)| judge(article, &body, i, line)).collect()
}

/// At least this share of a line's words stands in one or two sentences of the body that support it.
const SUPPORT: f32 = 0.5;
/// A standfirst or bullet of which the whole body holds a smaller share of the words is not supported …
const STRANGE: f32 = 0.2;
/// … if it has at least so many content words.
const ENOUGH: usize = 5;

fn judge(article: &Article<'_>, body: &Body<'_>, index: usize, line: &Line) -> SummaryLine {
    let matched = body.matched(index);
    // A headline plays with words; what lists the body's points does not.
    let strange = line.kind != SummaryKind::Headline
        && line.words.len() >= ENOUGH
        && matched.anywhere < STRANGE;
    let (verdict, difference) = match differs(article, body, index, line) {
        Some((verdict, what, span)) => (verdict, Some((what, span))),
        None if matched.nearest >= SUPPORT => (Verdict::Supported, None),
        None if strange && !line.is_question => {
            (Verdict::Unsupported, Some((Difference::Words, line.span)))
        }
        None => (Verdict::Unclear, None),
    };
    SummaryLine { span: line.span, kind: line.kind, verdict, difference, claims: matched.claims }
}

/// The gravest difference between a line and the body, with the words of the line; a question states nothing.
fn differs(
    article: &Article<'_>,
    body: &Body<'_>,
    index: usize,
    line: &Line,
) -> Option<(Verdict, Difference, Span)> {
    if line.is_question {
        return None;
    }
    if let Some(span) = body.other_number(index, line) {
        return Some((Verdict::Contradicted, Difference::Number, span));
    }
    if body.is_opposite(index, line) {
        return Some((Verdict::Contradicted, Difference::Negation, line.span));
    }
    if let Some(name) = lines::names(article, line).find(|&t| !body.has_name(t)) {
        let span = article.document.tokens[name as usize].span;
        return Some((Verdict::Unsupported, Difference::Name, span));
    }
    let surer = body.is_less_sure(index, line);
    surer.then_some((Verdict::Stronger, Difference::Certainty, line.span))
}

#[cfg(test)]
mod tests;
