//! The table of sources: who they are, what the text tells of them, how much they say.

use super::width::fit;
use crate::report::class_name;
use crate::{Entity, LineColumn, Review, Span};
use annotate_snippets::renderer::Style;
use std::fmt;

/// How many sources are listed; the rest are counted.
const LISTED: usize = 12;
/// With fewer columns than these, in turn: no role; neither words nor whether it is named.
const WITH_ROLE: usize = 90;
const WITH_WORDS: usize = 72;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// What one entity contributes.
struct Row<'r> {
    name: String,
    role: String,
    class: &'static str,
    named: bool,
    attributions: usize,
    /// Words of its content.
    words: usize,
    first: Option<Span>,
    entity: &'r Entity,
}

/// The sources of a review as a table for a terminal.
pub(super) struct Sources<'r> {
    review: &'r Review<'r>,
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
    pub(super) fn new(review: &'r Review<'r>, columns: usize) -> Self {
        let text = review.text();
        let mut rows: Vec<Row<'r>> = review.entities.iter().map(|e| Row::of(e, text)).collect();
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
        Self { review, columns, rows }
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

impl<'r> Row<'r> {
    fn of(entity: &'r Entity, text: &str) -> Self {
        let mention = entity.mentions.first().map_or("", |m| m.of(text));
        Self {
            name: entity.name.as_deref().unwrap_or(mention).to_owned(),
            role: entity.role.map_or("", |r| r.of(text)).to_owned(),
            class: class_name(entity.class),
            named: entity.name.is_some(),
            attributions: 0,
            words: 0,
            first: entity.first_mention,
            entity,
        }
    }

    fn cell(&self, column: Column, review: &Review<'_>) -> String {
        let total = review.stats.sourced_words.max(1);
        match column {
            Column::Name => self.name.clone(),
            Column::Role => self.role.clone(),
            Column::Class => self.class.to_owned(),
            Column::Named => if self.named { "yes" } else { "no" }.to_owned(),
            Column::Cited => self.attributions.to_string(),
            Column::Words => self.words.to_string(),
            Column::Share => {
                let words = self.words.min(total);
                format!("{}%", (words * 100 + total / 2) / total)
            }
            Column::Line => self.first.map_or_else(String::new, |first| {
                LineColumn::of(review.source(), review.in_source(first).start as usize)
                    .line
                    .to_string()
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
                write!(f, "  {}", align(&row.cell(column, self.review), column, width))?;
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
