//! `onrecord eval`: how well attributions are found, beside articles that somebody marked.

use super::args::Jobs;
use super::pipeline::{Sink, ordered};
use super::{Status, output};
use clap::{ArgGroup, Args};
use onrecord::eval::{self, Calibration, Faults, Figures, Found, GoldArticle};
use onrecord::tagger::Tagger;
use onrecord::{Checker, Mode, Settings};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Measure what is found against marked articles.
///
/// Precision, recall and F1 are in per cent: of words and spans in each role, and of whole
/// attributions.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("marked").required(true).multiple(true)), after_help = EXAMPLES)]
pub struct Eval {
    /// Marked articles: JSON Lines, a folder in brat's standoff form (`.ann` and `.txt`), or short texts with their
    /// attributions quoted (`.toml`).
    #[arg(long, group = "marked", value_name = "FILE")]
    gold: Option<PathBuf>,
    /// Where the texts lie, `NAME.txt` each [default: `text` beside the file, or brat's folder].
    #[arg(long, requires = "gold", value_name = "DIR")]
    texts: Option<PathBuf>,
    /// Reviews in JSON Lines to measure [default: the articles are reviewed now].
    #[arg(requires = "gold", value_name = "REVIEWS")]
    reviews: Vec<PathBuf>,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
    /// Add the figures of each publisher: articles whose names begin alike up to the first `_`.
    #[arg(long, requires = "gold")]
    by_publisher: bool,
    /// Add how often attributions are right, by tenths of confidence.
    #[arg(long, requires = "gold")]
    calibration: bool,
    /// Add what is missed or found too much: counts by production, then N of each in context.
    #[arg(long, requires = "gold", conflicts_with = "json", value_name = "N")]
    errors: Option<usize>,
    /// Weights to review with, as `train` writes them [default: those compiled in].
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    /// Measure the grammar and linear weights alone.
    #[arg(long)]
    fast: bool,
    #[command(flatten)]
    jobs: Jobs,
    /// A treebank in CoNLL-U on which the tagger is measured.
    #[cfg(feature = "train")]
    #[arg(long, group = "marked", value_name = "FILE")]
    treebank: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  onrecord eval --gold marked/gold.jsonl --errors 3
  onrecord eval --gold gold.jsonl --texts articles --by-publisher reviews.jsonl
  onrecord eval --gold brat-folder --calibration
  onrecord eval --gold fixtures/genres/court.toml --errors 9";

impl Eval {
    pub fn run(&self) -> io::Result<Status> {
        let report = match self.measure() {
            Ok(report) => report,
            Err(message) => return output::fail(&message),
        };
        let text = match self.json {
            true => serde_json::to_string(&report)? + "\n",
            false => report.text(self.errors.unwrap_or_default()),
        };
        output::print(&text)?;
        Ok(Status::Clean)
    }

    fn measure(&self) -> Result<Report, String> {
        let report = match &self.gold {
            Some(gold) => self.attributions(gold)?,
            None => Report::default(),
        };
        #[cfg(feature = "train")]
        let report = Report {
            tagger: self.treebank.as_deref().map(treebank::measure).transpose()?,
            ..report
        };
        Ok(report)
    }

    fn attributions(&self, gold: &Path) -> Result<Report, String> {
        let articles = eval::read(gold, self.texts.as_deref()).map_err(|e| e.to_string())?;
        let reviews = match self.reviews.is_empty() {
            true => None,
            false => {
                let reviews = eval::read_reviews(&self.reviews, &articles);
                Some(reviews.map_err(|e| e.to_string())?)
            }
        };
        let work = Work {
            checker: self.checker()?,
            tagger: self.errors.map(|_| Tagger::new()).transpose().map_err(|e| e.to_string())?,
        };
        let mut report = self.empty_report();
        let given = reviews.map(|r| r.into_iter().map(Some).collect());
        let given: Vec<_> = given.unwrap_or_else(|| vec![None; articles.len()]);
        let items = articles.iter().zip(given);
        let work = |(article, given)| work.on(article, given);
        ordered(items, self.jobs.count(), work, &mut report).map_err(|e| e.to_string())?;
        Ok(report)
    }

    fn checker(&self) -> Result<Checker, String> {
        let mode = if self.fast { Mode::Fast } else { Mode::Full };
        let checker = Checker::new(Settings { mode, ..Settings::default() });
        let Some(path) = &self.weights else { return Ok(checker) };
        let wrong = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
        let file = fs::read(path).map_err(|e| wrong(&e))?;
        checker.with_weights(&file).map_err(|e| wrong(&e))
    }

    fn empty_report(&self) -> Report {
        Report {
            figures: Some(Figures::default()),
            publishers: self.by_publisher.then(BTreeMap::new),
            calibration: self.calibration.then(Calibration::default),
            errors: self.errors.map(|_| Faults::default()),
            #[cfg(feature = "train")]
            tagger: None,
        }
    }
}

/// What every article is treated with.
struct Work {
    checker: Checker,
    /// For the lemmas of marked cues, where errors are shown.
    tagger: Option<Tagger>,
}

/// What comes of one article.
struct Measured {
    publisher: String,
    figures: Figures,
    calibration: Calibration,
    errors: Faults,
}

impl Work {
    fn on(&self, article: &GoldArticle, given: Option<Vec<Found>>) -> Measured {
        let review = || Found::all(&self.checker.review(&article.text));
        let found = given.unwrap_or_else(review);
        let comparison = eval::compare(article, &found);
        let errors = |tagger| Faults::of(article, &found, &comparison, tagger);
        Measured {
            publisher: publisher(&article.id).to_owned(),
            figures: comparison.figures,
            calibration: Calibration::of(&comparison, &found),
            errors: self.tagger.as_ref().map(errors).unwrap_or_default(),
        }
    }
}

fn publisher(id: &str) -> &str {
    id.split_once('_').map_or(id, |(publisher, _)| publisher)
}

/// All that is printed.
#[derive(Debug, Default, Serialize)]
struct Report {
    #[serde(flatten)]
    figures: Option<Figures>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publishers: Option<BTreeMap<String, Figures>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    calibration: Option<Calibration>,
    #[serde(skip)]
    errors: Option<Faults>,
    #[cfg(feature = "train")]
    #[serde(skip_serializing_if = "Option::is_none")]
    tagger: Option<treebank::Tagging>,
}

impl Sink<Measured> for Report {
    fn put(&mut self, measured: Measured) -> io::Result<()> {
        if let Some(figures) = &mut self.figures {
            *figures += measured.figures;
        }
        if let Some(publishers) = &mut self.publishers {
            *publishers.entry(measured.publisher).or_default() += measured.figures;
        }
        if let Some(calibration) = &mut self.calibration {
            *calibration += measured.calibration;
        }
        if let Some(errors) = &mut self.errors {
            *errors += measured.errors;
        }
        Ok(())
    }

    fn idle(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Report {
    /// As text; `errors` is how many of each kind are shown.
    fn text(&self, errors: usize) -> String {
        let mut parts = Vec::new();
        parts.extend(self.figures.map(|f| f.to_string()));
        for (publisher, figures) in self.publishers.iter().flatten() {
            parts.push(format!("{publisher}\n{figures}"));
        }
        parts.extend(self.calibration.map(|c| c.to_string()));
        parts.extend(self.errors.as_ref().map(|e| e.report(errors)));
        #[cfg(feature = "train")]
        parts.extend(self.tagger.as_ref().map(|t| t.to_string()));
        parts.join("\n")
    }
}

/// The tagger on a treebank.
#[cfg(feature = "train")]
mod treebank {
    use onrecord::tagger::Tagger;
    use onrecord::train::tagger::{Figures, evaluate};
    use serde::Serialize;
    use std::fmt;
    use std::path::Path;

    /// Figures of the tagger, in per cent.
    #[derive(Debug, Serialize)]
    pub struct Tagging {
        /// Words with the right universal part of speech.
        upos: f64,
        /// Words with the right Penn tag.
        tags: f64,
        /// F1 of proper nouns.
        proper_f1: f64,
        /// Verbs with the right lemma.
        verb_lemmas: f64,
        /// Words of the treebank.
        words: usize,
        /// Verbs of the treebank.
        verbs: usize,
    }

    pub fn measure(path: &Path) -> Result<Tagging, String> {
        let tagger = Tagger::new().map_err(|e| e.to_string())?;
        evaluate(&tagger, path).map(|f| Tagging::from(&f)).map_err(|e| e.to_string())
    }

    impl From<&Figures> for Tagging {
        fn from(figures: &Figures) -> Self {
            Self {
                upos: percent(figures.accuracy()),
                tags: percent(figures.tags as f64 / figures.words.max(1) as f64),
                proper_f1: percent(figures.proper_f1()),
                verb_lemmas: percent(figures.lemma_accuracy()),
                words: figures.words,
                verbs: figures.verbs,
            }
        }
    }

    /// In per cent, to a tenth.
    fn percent(share: f64) -> f64 {
        (1000.0 * share).round() / 10.0
    }

    impl fmt::Display for Tagging {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            writeln!(f, "{:28}{:7.1}{:8} words", "UPOS accuracy", self.upos, self.words)?;
            writeln!(f, "{:28}{:7.1}", "Penn tag accuracy", self.tags)?;
            writeln!(f, "{:28}{:7.1}", "PROPN F1", self.proper_f1)?;
            writeln!(
                f,
                "{:28}{:7.1}{:8} verbs",
                "verb lemma accuracy", self.verb_lemmas, self.verbs
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_with_their_publisher() {
        assert_eq!(publisher("herald_2024_bridge"), "herald");
        assert_eq!(publisher("bridge"), "bridge");
    }
}
