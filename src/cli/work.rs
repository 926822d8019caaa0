//! What is done with one input: read it, review it, write the result down.

use super::args::Id;
use super::checkers::Checkers;
use super::input::{Article, Input};
use super::output::Format;
use onrecord::page::{self, Page};
use onrecord::report::text::TextReport;
use onrecord::report::{Failure, FailureJson, FailureKind};
use onrecord::{Checker, Offsets, Review, Severity};
use serde::Serialize;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How every input is treated.
pub struct Work {
    pub checkers: Checkers,
    pub format: Format,
    pub offsets: Offsets,
    pub id: Id,
    /// What articles are written in; none: it is told by name and text.
    pub written: Option<page::Format>,
    /// Columns of the terminal.
    pub columns: usize,
    /// Whether text ends with a summary.
    pub summary: bool,
}

/// What one input comes to.
#[derive(Debug, Default)]
pub struct Output {
    /// For standard output.
    pub body: Vec<u8>,
    /// The gravest finding.
    pub worst: Option<Severity>,
    /// Why there is no review.
    pub failure: Option<String>,
}

impl Work {
    /// Reads and reviews an input. A defect of the checker costs one review, not the run.
    pub fn on(&self, input: Input) -> Output {
        let checker = self.checkers.of(&input);
        let article = input.read(self.id, self.written, checker.settings().max_bytes);
        let done = match &article.text {
            Ok(text) => self.review(checker, &article, text),
            Err(failure) => Err(failure.clone()),
        };
        done.unwrap_or_else(|mut failure| {
            failure.line = failure.line.or(article.line);
            self.failed(&article, &failure)
        })
    }

    fn review(&self, checker: &Checker, article: &Article, text: &str) -> Result<Output, Failure> {
        let reviewed = catch_unwind(AssertUnwindSafe(|| {
            let page = Page::read(text, article.format);
            let review = checker.try_review_page(&page).map_err(|e| Failure::from(&e))?;
            let body = self.body(article, &review)?;
            let worst = review.diagnostics.iter().map(|d| d.severity).max();
            Ok(Output { body, worst, failure: None })
        }));
        reviewed.unwrap_or_else(|_| Err(internal("the review failed; please report this text")))
    }

    fn body(&self, article: &Article, review: &Review<'_>) -> Result<Vec<u8>, Failure> {
        match self.format {
            Format::Text => {
                let report = TextReport::new(review, &article.name, self.columns);
                let mut body = report.diagnostics();
                if self.summary {
                    body += &report.summary();
                    body.push('\n');
                }
                Ok(body.into_bytes())
            }
            Format::Annotated => Ok(review.annotated().into_bytes()),
            Format::Json | Format::Jsonl => {
                self.json(&review.json(article.id.as_deref().unwrap_or_default(), self.offsets))
            }
        }
    }

    fn json(&self, value: &impl Serialize) -> Result<Vec<u8>, Failure> {
        let json = match self.format {
            Format::Json => serde_json::to_vec_pretty(value),
            _ => serde_json::to_vec(value),
        };
        json.map_err(|e| internal(&e.to_string()))
    }

    fn failed(&self, article: &Article, failure: &Failure) -> Output {
        let body = match self.format {
            Format::Text | Format::Annotated => Vec::new(),
            Format::Json | Format::Jsonl => {
                let record = FailureJson::new(article.id.as_deref(), failure);
                self.json(&record).unwrap_or_default()
            }
        };
        let message = format!("{}: {}", article.name, failure.message);
        Output { body, worst: None, failure: Some(message) }
    }
}

fn internal(message: &str) -> Failure {
    Failure { kind: FailureKind::Internal, message: message.to_owned(), line: None }
}
