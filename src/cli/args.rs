//! Arguments that several subcommands share.

use super::input::Input;
use super::lines::Records;
use clap::{Args, ValueEnum};
use onrecord::lint::{Origin, Profile, Selector};
use onrecord::page::Format;
use onrecord::{Mode, Offsets, Settings, Severity};
use std::fmt::Display;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::str::FromStr;
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
    #[command(flatten)]
    pub jobs: Jobs,
    #[command(flatten)]
    pub asked: Asked,
}

impl Inputs {
    /// The files, standard input where none is named.
    pub fn files(&self) -> Vec<PathBuf> {
        or_stdin(&self.files)
    }

    /// Whether the files hold records.
    pub fn are_records(&self) -> bool {
        self.input == Form::Jsonl
    }

    /// What is to be read, in order; no record is longer than `longest` bytes.
    pub fn inputs(&self, longest: usize) -> Box<dyn Iterator<Item = Input> + Send> {
        let files = self.files();
        match self.input {
            Form::Jsonl => Box::new(Records::new(files, longest)),
            _ => Box::new(files.into_iter().map(Input::File)),
        }
    }

    /// How many inputs there are, where that is known.
    pub fn count(&self) -> Option<usize> {
        (!self.are_records()).then(|| self.files.len().max(1))
    }
}

/// The files, standard input where there is none.
pub fn or_stdin(files: &[PathBuf]) -> Vec<PathBuf> {
    if files.is_empty() { vec![PathBuf::from("-")] } else { files.to_vec() }
}

/// How much is done at once.
#[derive(Debug, Args)]
pub struct Jobs {
    /// How many articles are reviewed at once [default: as many as there are processors].
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    jobs: Option<NonZeroUsize>,
}

impl Jobs {
    /// How many articles are reviewed at once.
    pub fn count(&self) -> usize {
        let jobs = self.jobs.or_else(|| thread::available_parallelism().ok());
        jobs.map_or(1, NonZeroUsize::get)
    }
}

fn at_least_one(number: &str) -> Result<NonZeroUsize, &'static str> {
    number.parse().map_err(|_| "write a whole number, 1 or more")
}

/// What is asked of the rules, and which settings file holds.
#[derive(Debug, Args)]
pub struct Asked {
    /// The settings file [default: `onrecord.toml` beside each file or in the nearest folder above it].
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    /// Look for no settings file.
    #[arg(long)]
    pub no_config: bool,
    /// The kind of the items: sets what is asked of them.
    #[arg(long, value_name = "PROFILE", value_parser = named::<Profile>)]
    pub profile: Option<Profile>,
    /// Run these rules only: names, codes, groups or `all`, with commas.
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = named::<Selector>)]
    pub select: Vec<Selector>,
    /// Leave these rules out; where both name a rule the narrower goes before the wider.
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = named::<Selector>)]
    pub ignore: Vec<Selector>,
    /// Read attributions with the grammar and linear weights alone: about three times as fast, not as good.
    #[arg(long)]
    pub fast: bool,
    /// The longest text that is reviewed, in bytes [default: 16777216].
    #[arg(long, value_name = "N")]
    pub max_bytes: Option<usize>,
}

impl Asked {
    /// Lays what the arguments ask for over settings.
    pub fn over(&self, mut settings: Settings) -> Settings {
        if let Some(profile) = self.profile {
            settings.rules = settings.rules.profile_from(profile, Origin::CommandLine);
        }
        settings.rules = settings.rules.select(&self.select, &self.ignore);
        if self.fast {
            settings.mode = Mode::Fast;
        }
        settings.max_bytes = self.max_bytes.unwrap_or(settings.max_bytes);
        settings
    }
}

/// Something that has a name.
fn named<T: FromStr<Err: Display>>(name: &str) -> Result<T, String> {
    name.parse().map_err(|e: T::Err| e.to_string())
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
