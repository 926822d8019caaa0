//! Lines of JSON: marked articles, and reviews, which hold the same and more.

use super::units::Units;
use super::{EvalError, Found, GoldAttribution, Role};
use crate::{Offsets, Production, Span};
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// One article of a file; an input that could not be reviewed has no attributions.
#[derive(Deserialize)]
pub(super) struct Record {
    pub id: Option<String>,
    #[serde(default)]
    offsets: Offsets,
    attributions: Option<Vec<Row>>,
}

#[derive(Deserialize)]
struct Row {
    source: Option<Part>,
    cue: Option<Part>,
    content: Option<Part>,
    production: Option<Production>,
    confidence: Option<f32>,
}

/// A part of an attribution: spans alone, or as a review writes them.
#[derive(Deserialize)]
#[serde(untagged)]
enum Part {
    Spans(Vec<[usize; 2]>),
    Passage { spans: Vec<[usize; 2]>, lemma: Option<String> },
}

impl Part {
    fn spans(&self) -> &[[usize; 2]] {
        match self {
            Self::Spans(spans) | Self::Passage { spans, .. } => spans,
        }
    }
}

impl Record {
    /// Its attributions, in bytes of its text.
    pub fn rows(self, text: &str) -> Result<Option<Vec<Found>>, &'static str> {
        let units = Units::of(text, self.offsets);
        self.attributions.map(|rows| rows.iter().map(|r| r.found(&units)).collect()).transpose()
    }
}

impl Row {
    fn found(&self, units: &Units) -> Result<Found, &'static str> {
        let mut parts = GoldAttribution::default();
        for (role, part) in Role::ALL.into_iter().zip([&self.source, &self.cue, &self.content]) {
            let spans = part.iter().flat_map(Part::spans).map(|s| units.span(*s));
            let spans: Option<Vec<Span>> = spans.collect();
            *parts.part_mut(role) = spans.ok_or("a span is reversed or ends past the text")?;
        }
        let lemma = match &self.cue {
            Some(Part::Passage { lemma, .. }) => lemma.clone(),
            _ => None,
        };
        Ok(Found { parts, lemma, production: self.production, confidence: self.confidence })
    }
}

/// The records of a file with their line numbers from 0, a line read at a time.
pub(super) fn records(
    path: &Path,
) -> Result<impl Iterator<Item = Result<(usize, Record), EvalError>>, EvalError> {
    let file = File::open(path).map_err(|e| EvalError::read(path, e))?;
    let lines = BufReader::new(file).lines().enumerate();
    Ok(lines.filter_map(move |(number, line)| {
        let line = match line {
            Ok(line) if line.trim().is_empty() => return None,
            Ok(line) => line,
            Err(error) => return Some(Err(EvalError::read(path, error))),
        };
        let record = serde_json::from_str(&line);
        let malformed =
            |e| EvalError::malformed(path, number, format!("no article with attributions: {e}"));
        Some(record.map(|r| (number, r)).map_err(malformed))
    }))
}
