//! The table of sources: who they are, what the text tells of them, how much they say.

use super::excerpt::Lines;
use super::summary::{BOLD, DIM, Share};
use super::width::fit;
use crate::report::class_name;
use crate::{Entity, Review, Span};
use std::fmt;

/// How many sources are listed; the rest are counted.
const LISTED: usize = 12;
/// With fewer columns than these, in turn: no role; neither words nor whether it is named.
const WITH_ROLE: usize = 90;
const WITH_WORDS: usize = 72;

/// What one entity contributes.
struct Row<'r> {
    entity: &'r Entity,
    attributions: usize,
    /// Words of its content.
    words: usize,
}

/// The sources of a review as a table for a terminal.
pub(super) struct Sources<'r> {
    review: &'r Review<'r>,
    lines: &'r Lines<'r>,
    columns: usize,
    rows: Vec<Row<'r>>,
}

/// What a column shows, with its heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Role,
    Class,
    Named,
    Cited,
    Words,
    Share,
    Line,
}

impl Column {
    fn heading(self) -> &'static str {
        match self {
            Self::Name => "Sources",
            Self::Role => "role",
            Self::Class => "class",
            Self::Named => "named",
            Self::Cited => "cited",
            Self::Words => "words",
            Self::Share => "share",
            Self::Line => "line",
        }
    }

    fn is_number(self) -> bool {
        matches!(self, Self::Cited | Self::Words | Self::Share | Self::Line)
    }
}

impl<'r> Sources<'r> {
    /// The entities that are cited, those with most attributed words first.
    pub(super) fn new(review: &'r Review<'r>, lines: &'r Lines<'r>, columns: usize) -> Self {
        let row = |entity| Row { entity, attributions: 0, words: 0 };
        let mut rows: Vec<Row<'r>> = review.entities.iter().map(row).collect();
        for attribution in &review.attributions {
            let entity = attribution.source.and_then(|s| s.entity);
            if let Some(row) = entity.and_then(|e| rows.get_mut(e.0 as usize)) {
                row.attributions += 1;
                let words =
                    |s: &Span| review.document().count_words(review.document().tokens_in(*s));
                row.words += attribution.content.iter().map(words).sum::<usize>();
            }
        }
        rows.retain(|r| r.attributions > 0);
        rows.sort_by_key(|r| (std::cmp::Reverse((r.words, r.attributions)), r.entity.id));
        Self { review, lines, columns, rows }
    }

    /// The columns that fit, each with its width.
    fn layout(&self) -> Vec<(Column, usize)> {
        let mut rest = vec![(Column::Class, 12)];
        if self.columns >= WITH_WORDS {
            rest.extend([(Column::Named, 5), (Column::Cited, 5), (Column::Words, 5)]);
        } else {
            rest.push((Column::Cited, 5));
        }
        rest.extend([(Column::Share, 5), (Column::Line, 4)]);
        let taken: usize = rest.iter().map(|(_, width)| width + 2).sum();
        let free = self.columns.saturating_sub(taken + 2).max(8);
        let mut columns = match self.columns >= WITH_ROLE {
            true => vec![(Column::Name, free - 2 - free * 9 / 20), (Column::Role, free * 9 / 20)],
            false => vec![(Column::Name, free)],
        };
        columns.append(&mut rest);
        columns
    }
}

impl Sources<'_> {
    fn cell(&self, row: &Row<'_>, column: Column) -> String {
        let (text, entity) = (self.review.text(), row.entity);
        let words = |span: Option<Span>| span.map_or("", |s| s.of(text));
        match column {
            Column::Name => {
                let mention = || words(entity.mentions.first().copied());
                entity.name.as_deref().unwrap_or_else(mention).to_owned()
            }
            Column::Role => words(entity.role).to_owned(),
            Column::Class => class_name(entity.class).to_owned(),
            Column::Named => if entity.name.is_some() { "yes" } else { "no" }.to_owned(),
            Column::Cited => row.attributions.to_string(),
            Column::Words => row.words.to_string(),
            Column::Share => {
                let whole = self.review.stats.sourced_words.max(1);
                Share { part: row.words.min(whole), whole }.to_string().trim_start().to_owned()
            }
            Column::Line => entity.first_mention.map_or_else(String::new, |first| {
                self.lines.place(self.review.in_source(first).start).line.to_string()
            }),
        }
    }
}

impl fmt::Display for Sources<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rows.is_empty() {
            return Ok(());
        }
        let layout = self.layout();
        writeln!(f)?;
        for (i, &(column, width)) in layout.iter().enumerate() {
            match i {
                0 => write!(f, "{BOLD}{}{BOLD:#}", fit(column.heading(), width + 2))?,
                _ => write!(f, "  {DIM}{}{DIM:#}", align(column.heading(), column, width))?,
            }
        }
        writeln!(f)?;
        for row in self.rows.iter().take(LISTED) {
            for &(column, width) in &layout {
                write!(f, "  {}", align(&self.cell(row, column), column, width))?;
            }
            writeln!(f)?;
        }
        match self.rows.len().saturating_sub(LISTED) {
            0 => Ok(()),
            more => writeln!(f, "  {DIM}and {more} more{DIM:#}"),
        }
    }
}

/// Numbers to the right, words to the left.
fn align(text: &str, column: Column, width: usize) -> String {
    if column.is_number() { format!("{text:>width$}") } else { fit(text, width) }
}
