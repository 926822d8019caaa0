//! Arguments that several subcommands share.

use super::input::Input;
use super::lines::Records;
use clap::{Args, ValueEnum};
use onrecord::page::Format;
use onrecord::{Checker, Offsets, Settings, Severity};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;

/// What to read, and how.
#[derive(Debug, Args)]
pub struct Inputs {
    /// Files to read; `-` or none: standard input.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What the files hold.
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub input: Form,
    /// The unit of spans in JSON.
    #[arg(long, value_enum, default_value_t, value_name = "UNIT")]
    pub offsets: Unit,
    /// How many articles are reviewed at once [default: as many as there are processors].
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// The longest text that is reviewed, in bytes.
    #[arg(long, value_name = "N", default_value_t = Settings::default().max_bytes)]
    pub max_bytes: usize,
}

impl Inputs {
    /// The files, standard input where none is named.
    pub fn files(&self) -> Vec<PathBuf> {
        if self.files.is_empty() { vec![PathBuf::from("-")] } else { self.files.clone() }
    }

    /// What is to be read, in order.
    pub fn inputs(&self) -> Box<dyn Iterator<Item = Input> + Send> {
        let files = self.files();
        match self.input {
            Form::Jsonl => Box::new(Records::new(files, self.max_bytes)),
            _ => Box::new(files.into_iter().map(Input::File)),
        }
    }

    /// How many inputs there are, where that is known.
    pub fn count(&self) -> Option<usize> {
        (self.input != Form::Jsonl).then(|| self.files.len().max(1))
    }

    /// How many articles are reviewed at once.
    pub fn jobs(&self) -> usize {
        let jobs = self.jobs.or_else(|| thread::available_parallelism().ok());
        jobs.map_or(1, NonZeroUsize::get)
    }

    /// A checker as asked for.
    pub fn checker(&self) -> Checker {
        Checker::new(Settings { max_bytes: self.max_bytes, ..Settings::default() })
    }
}

/// What input files hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// One article each: HTML, Markdown or plain text, told by name and first lines.
    #[default]
    Auto,
    /// One article each: plain text.
    Text,
    /// One article each: HTML.
    Html,
    /// One article each: Markdown.
    Markdown,
    /// A record a line: `{"id": "…", "text": "…"}`, with `"format": "html"` or `"markdown"` where it is no plain text.
    Jsonl,
}

impl Form {
    /// What the articles are written in, where that is said.
    pub fn written(self) -> Option<Format> {
        match self {
            Self::Auto | Self::Jsonl => None,
            Self::Text => Some(Format::Text),
            Self::Html => Some(Format::Html),
            Self::Markdown => Some(Format::Markdown),
        }
    }
}

/// The unit of spans.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum Unit {
    /// Unicode code points.
    #[default]
    Chars,
    /// UTF-8 bytes.
    Bytes,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
}

impl From<Unit> for Offsets {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Chars => Self::Chars,
            Unit::Bytes => Self::Bytes,
            Unit::Utf16 => Self::Utf16,
        }
    }
}

/// What an article is called.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Id {
    /// The file's name without its last extension.
    #[default]
    Stem,
    /// The file's whole name.
    File,
}

/// The least severity that makes a check fail.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Any finding.
    Note,
    /// Warnings and errors.
    #[default]
    Warning,
    /// Errors only.
    Error,
    /// No finding.
    Never,
}

impl FailOn {
    /// Whether a finding makes the check fail.
    pub fn fails(self, severity: Severity) -> bool {
        match self {
            Self::Note => true,
            Self::Warning => severity >= Severity::Warning,
            Self::Error => severity >= Severity::Error,
            Self::Never => false,
        }
    }
}

/// When output is coloured.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set; everywhere where CLICOLOR_FORCE is.
    #[default]
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

impl Color {
    /// Makes it the choice of all streams.
    pub fn set(self) {
        match self {
            Self::Auto => {}
            Self::Always => anstream::ColorChoice::Always.write_global(),
            Self::Never => anstream::ColorChoice::Never.write_global(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_fails_from_its_severity_on() {
        let severities = [Severity::Note, Severity::Warning, Severity::Error];
        let failing = |on: FailOn| severities.iter().filter(|s| on.fails(**s)).count();
        let counts = [FailOn::Note, FailOn::Warning, FailOn::Error, FailOn::Never].map(failing);
        assert_eq!(counts, [3, 2, 1, 0]);
    }
}
