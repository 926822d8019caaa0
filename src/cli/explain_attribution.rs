//! `onrecord explain-attribution`: which production proposed an attribution, and what weighed most.

use super::args::{Asked, Id};
use super::check::columns;
use super::checkers::Checkers;
use super::input::Input;
use super::{Status, output};
use clap::Args;
use onrecord::page::Page;
use onrecord::report::text::TextReport;
use std::io;
use std::path::PathBuf;
use std::slice;

/// Show why the attributions of an article are such: the production, the decisions, what weighed most.
#[derive(Debug, Args)]
pub struct ExplainAttribution {
    /// The article; `-`: standard input.
    file: PathBuf,
    /// The numbers of the attributions, as `review` gives them [default: all].
    #[arg(value_name = "NUMBER")]
    numbers: Vec<u32>,
    /// How many of the features that weighed most are shown.
    #[arg(long, value_name = "N", default_value_t = 10)]
    top: usize,
    #[command(flatten)]
    asked: Asked,
}

impl ExplainAttribution {
    pub fn run(&self) -> io::Result<Status> {
        let checkers = match Checkers::new(&self.asked, slice::from_ref(&self.file), false) {
            Ok(checkers) => checkers,
            Err(error) => return output::fail(&error),
        };
        let input = Input::File(self.file.clone());
        let checker = checkers.of(&input);
        let article = input.read(Id::Stem, None, checker.settings().max_bytes);
        let text = match &article.text {
            Ok(text) => text,
            Err(failure) => {
                return output::fail(&format!("{}: {}", article.name, failure.message));
            }
        };
        let page = Page::read(text, article.format);
        let review = checker.review_page(&page);
        let count = review.attributions.len();
        if let Some(number) = self.numbers.iter().find(|n| **n as usize >= count) {
            let message = format!("there is no attribution {number}; the article has {count}");
            return output::fail(&message);
        }
        let report = TextReport::new(&review, &article.name, columns());
        let wanted = |id: u32| self.numbers.is_empty() || self.numbers.contains(&id);
        let shown = review.attributions.iter().filter(|a| wanted(a.id.0));
        let parts: Vec<_> =
            shown.map(|a| report.explanation(a, &checker.explain(&review, a), self.top)).collect();
        output::print(&parts.join("\n"))?;
        Ok(Status::Clean)
    }
}
