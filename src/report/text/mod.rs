//! A review for a reader at a terminal: the findings in their lines, then a summary.
//!
//! Text comes with ANSI colours; who writes it strips them where nobody sees them.

mod excerpt;
mod explanation;
mod sources;
mod summary;
mod width;

use crate::{Attribution, Diagnostic, Explanation, Review, Severity, Span};
use annotate_snippets::renderer::DEFAULT_LINE_NUM_STYLE;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use excerpt::{Excerpt, Lines, wrap};

/// Writes the review of one article for a terminal.
///
/// ```
/// use onrecord::report::text::TextReport;
/// let review = onrecord::Checker::default().review("“It is old,” said Ann Orr, the mayor.");
/// let report = TextReport::new(&review, "bridge.txt", 80);
/// assert!(report.summary().contains("8 words"));
/// ```
pub struct TextReport<'r> {
    review: &'r Review<'r>,
    path: &'r str,
    columns: usize,
    lines: Lines<'r>,
}

/// The narrowest and the widest that an excerpt is cut to, in columns.
const EXCERPT: std::ops::RangeInclusive<usize> = 24..=110;

/// Never reached: lines are cut here, not by the renderer.
const UNCUT: usize = 100_000;

impl<'r> TextReport<'r> {
    /// A report on the article that lies at `path`, for a terminal `columns` wide.
    pub fn new(review: &'r Review<'r>, path: &'r str, columns: usize) -> Self {
        Self { review, path, columns, lines: Lines::new(review.source()) }
    }

    /// All findings, a blank line after each.
    pub fn diagnostics(&self) -> String {
        self.review.diagnostics.iter().map(|d| self.diagnostic(d) + "\n\n").collect()
    }

    /// Sources, voices and score, at a glance.
    pub fn summary(&self) -> String {
        summary::Summary::new(self.review, &self.lines, self.path, self.columns).to_string()
    }

    /// Why an attribution is one, with the `top` features that weighed most.
    ///
    /// ```
    /// use onrecord::report::text::TextReport;
    /// let checker = onrecord::Checker::default();
    /// let review = checker.review("“It is old,” said Ann Orr, the mayor.");
    /// let report = TextReport::new(&review, "bridge.txt", 80);
    /// let why = checker.explain(&review, &review.attributions[0]);
    /// assert!(report.explanation(&review.attributions[0], &why, 3).contains("content cue source"));
    /// ```
    pub fn explanation(&self, attribution: &Attribution, why: &Explanation, top: usize) -> String {
        let span =
            attribution.cue.as_ref().map(|c| c.span).or(attribution.content.first().copied());
        let place = self.lines.place(self.review.in_source(span.unwrap_or_default()).start);
        let head = format!("{}:{}:{}", width::printable(self.path), place.line, place.column);
        explanation::text(self.review.text(), &head, attribution, why, top, self.columns)
    }

    /// One finding: what, where, and what would mend it.
    fn diagnostic(&self, diagnostic: &Diagnostic) -> String {
        let level = level(diagnostic.severity);
        let prefix = diagnostic.severity.as_str().len() + diagnostic.rule.len() + 4;
        let title = wrap(&diagnostic.message, self.columns.saturating_sub(prefix).max(20));
        let title_lines = title.lines().count().max(1);
        let mut group = Group::with_title(level.primary_title(title).id(diagnostic.rule));
        let views = self.views(diagnostic);
        let digits = views.iter().map(|v| v.excerpt.line).max().unwrap_or(1).to_string().len();
        for view in views {
            group = group.element(view.snippet());
        }
        if !diagnostic.help.is_empty() {
            let help = wrap(&diagnostic.help, self.columns.saturating_sub(digits + 9).max(20));
            group = group.element(Level::HELP.message(help));
        }
        let rendered = Renderer::styled().term_width(UNCUT).render(&[group]);
        self.with_place(&rendered, title_lines, digits, self.review.in_source(diagnostic.span))
    }

    /// Puts the line that says where below the title. (A renderer's own would count columns from
    /// the beginning of the excerpt.)
    fn with_place(&self, rendered: &str, title: usize, digits: usize, span: Span) -> String {
        let end = rendered.match_indices('\n').nth(title - 1).map_or(rendered.len(), |(i, _)| i);
        let (title, rest) = rendered.split_at(end);
        let place = self.lines.place(span.start);
        let (on, path) = (DEFAULT_LINE_NUM_STYLE, width::printable(self.path));
        format!("{title}\n{:digits$}{on}-->{on:#} {path}:{}:{}{rest}", "", place.line, place.column)
    }

    /// The excerpts of a finding: its own words first; other places join them where they fit.
    fn views<'d>(&self, diagnostic: &'d Diagnostic) -> Vec<View<'d>> {
        let columns = self.columns.saturating_sub(10).clamp(*EXCERPT.start(), *EXCERPT.end());
        let (first, last) = self.lines.pieces(self.review.in_source(diagnostic.span));
        let mut rows = vec![vec![Mark { span: first, label: None, primary: true }]];
        if let Some(span) = last {
            rows.push(vec![Mark { span, label: None, primary: true }]);
        }
        for related in &diagnostic.related {
            let (span, _) = self.lines.pieces(self.review.in_source(related.span));
            let mark = Mark { span, label: Some(&related.message), primary: false };
            let fits = |row: &&mut Vec<Mark<'_>>| self.lines.fit(hull(row), span, columns * 4 / 5);
            match rows.iter_mut().find(fits) {
                Some(row) => row.push(mark),
                None => rows.push(vec![mark]),
            }
        }
        rows.into_iter()
            .map(|marks| {
                let spans: Vec<_> = marks.iter().map(|m| m.span).collect();
                View { excerpt: self.lines.cut(&spans, columns), marks }
            })
            .collect()
    }
}

/// Words that are underlined.
struct Mark<'d> {
    span: Span,
    label: Option<&'d str>,
    primary: bool,
}

fn hull(marks: &[Mark<'_>]) -> Span {
    marks.iter().map(|m| m.span).reduce(Span::join).unwrap_or_default()
}

/// An excerpt with its marks.
struct View<'d> {
    excerpt: Excerpt,
    marks: Vec<Mark<'d>>,
}

impl<'d> View<'d> {
    fn snippet(self) -> Snippet<'d, annotate_snippets::Annotation<'d>> {
        let annotations = self.marks.into_iter().zip(self.excerpt.marks).map(|(mark, range)| {
            let kind = if mark.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let label = mark.label.map(|l| wrap(l, usize::MAX));
            kind.span(range).label(label.map(std::borrow::Cow::Owned)).highlight_source(true)
        });
        let annotations: Vec<_> = annotations.collect();
        Snippet::source(self.excerpt.source).line_start(self.excerpt.line).annotations(annotations)
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    }
}
