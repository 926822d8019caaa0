//! The summary: who the sources are, whose voice speaks, and the score.

use super::excerpt::Lines;
use super::sources::Sources;
use super::width::{fit, printable};
use crate::score::{Part, SHORTEST};
use crate::{Review, Severity, Span, Voice};
use annotate_snippets::renderer::{AnsiColor, Style};
use std::fmt;

/// What a summary shows, counted once.
pub(super) struct Summary<'r> {
    review: &'r Review<'r>,
    path: &'r str,
    columns: usize,
    sources: Sources<'r>,
    voices: [usize; 3],
}

/// How many grounds of the score are listed.
const GROUNDS: usize = 6;

pub(super) const BOLD: Style = Style::new().bold();
pub(super) const DIM: Style = Style::new().dimmed();

impl<'r> Summary<'r> {
    pub(super) fn new(
        review: &'r Review<'r>,
        lines: &'r Lines<'r>,
        path: &'r str,
        columns: usize,
    ) -> Self {
        let columns = columns.clamp(56, 100);
        let sources = Sources::new(review, lines, columns);
        Self { review, path, columns, sources, voices: voices(review) }
    }

    /// What was found, and how long the article is.
    fn header(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{BOLD}{}{BOLD:#}:", printable(self.path))?;
        let mut separator = " ";
        for (severity, name, style) in [
            (Severity::Error, "error", AnsiColor::BrightRed.on_default()),
            (Severity::Warning, "warning", AnsiColor::Yellow.on_default()),
            (Severity::Note, "note", AnsiColor::BrightGreen.on_default()),
        ] {
            let found = self.review.diagnostics.iter().filter(|d| d.severity == severity).count();
            if found > 0 {
                write!(f, "{separator}{style}{}{style:#}", count(found, name))?;
                separator = ", ";
            }
        }
        if self.review.diagnostics.is_empty() {
            f.write_str(" nothing found")?;
        }
        let stats = self.review.stats;
        let [words, sentences, sources] = [
            count(stats.words, "word"),
            count(stats.sentences, "sentence"),
            count(stats.sources, "source"),
        ];
        writeln!(f, "\n{words}, {sentences}, {sources}")
    }

    /// One bar of all words, by the voice that they stand in.
    fn voices(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole: usize = self.voices.iter().sum();
        if whole == 0 {
            return Ok(());
        }
        let looks = [
            ("sourced", '█', AnsiColor::Green.on_default()),
            ("unsourced", '▒', AnsiColor::Cyan.on_default()),
            ("editorial", '░', AnsiColor::Magenta.on_default()),
        ];
        write!(f, "\n{BOLD}Voices{BOLD:#}\n  ")?;
        let (mut words, mut drawn) = (0, 0);
        for (part, (_, glyph, style)) in self.voices.iter().zip(looks) {
            words += part;
            let end = Share { part: words, whole }.of(self.columns - 4);
            write!(f, "{style}{}{style:#}", glyph.to_string().repeat(end - drawn))?;
            drawn = end;
        }
        writeln!(f)?;
        for (part, (name, glyph, style)) in self.voices.iter().zip(looks) {
            let share = Share { part: *part, whole };
            writeln!(f, "  {style}{glyph}{style:#} {name:<10} {share}  {}", count(*part, "word"))?;
        }
        Ok(())
    }

    /// The overall score, its parts, and what keeps it from 100.
    fn score(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let score = &self.review.score;
        let (Some(overall), Some(parts)) = (score.overall, score.parts) else {
            return writeln!(f, "\nToo short to score: fewer than {SHORTEST} words");
        };
        writeln!(f, "\n{BOLD}Score {overall}{BOLD:#} {DIM}of 100{DIM:#}")?;
        for part in Part::ALL {
            let value = parts.get(part);
            let share = Share { part: usize::from(value).min(100), whole: 100 };
            let style = match value {
                0..=39 => AnsiColor::Red,
                40..=69 => AnsiColor::Yellow,
                _ => AnsiColor::Green,
            };
            let bar = bar(share.of(20), 20, style.on_default());
            writeln!(f, "  {:<14} {value:>3}  {bar}", part.as_str())?;
        }
        for ground in score.grounds.iter().take(GROUNDS) {
            let points = format!("−{:.0}", -ground.points);
            let message = fit(&ground.message, self.columns - 6);
            writeln!(f, "{DIM}{points:>5}{DIM:#} {}", message.trim_end())?;
        }
        Ok(())
    }
}

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.header(f)?;
        self.sources.fmt(f)?;
        self.voices(f)?;
        self.score(f)
    }
}

/// A part of a whole that is not zero.
#[derive(Clone, Copy)]
pub(super) struct Share {
    pub(super) part: usize,
    pub(super) whole: usize,
}

impl Share {
    /// The same share of `n`, rounded; something never shows as nothing.
    fn of(self, n: usize) -> usize {
        let rounded = (self.part * n + self.whole / 2) / self.whole;
        if self.part > 0 { rounded.max(1) } else { 0 }
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>3}%", (self.part * 100 + self.whole / 2) / self.whole)
    }
}

fn bar(filled: usize, columns: usize, style: Style) -> String {
    let rest = columns.saturating_sub(filled);
    format!("{style}{}{style:#}{DIM}{}{DIM:#}", "█".repeat(filled), "·".repeat(rest))
}

fn count(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

/// Words of the claims: sourced, unsourced, editorial.
fn voices(review: &Review<'_>) -> [usize; 3] {
    let mut sums = [0; 3];
    for claim in &review.claims {
        let voice = match claim.voice {
            Voice::Sourced => 0,
            Voice::Unsourced => 1,
            Voice::Editorial => 2,
        };
        sums[voice] += words(review, claim.span);
    }
    sums
}

fn words(review: &Review<'_>, span: Span) -> usize {
    review.document().count_words(review.document().tokens_in(span))
}
