//! `onrecord check`: findings and a summary for a reader, and an exit status for a pipeline.

use super::Status;
use super::args::{FailOn, Id, Inputs};
use super::checkers::Checkers;
use super::output::fail;
use super::output::{Format, Writer};
use super::pipeline::{Sink, ordered};
use super::work::{Output, Work};
use clap::Args;
use std::io;

/// Show what an editor should look at, and who speaks.
///
/// The exit status is 0 where nothing was found, 1 where findings reach `--fail-on`, 2 where an input could
/// not be reviewed or the settings are wrong, and 141 where whoever reads the output stops before its end.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    inputs: Inputs,
    /// The form of the output.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The least severity that makes the exit status 1.
    #[arg(long, value_enum, default_value_t, value_name = "SEVERITY")]
    fail_on: FailOn,
    /// Findings only, no summary.
    #[arg(long, short)]
    quiet: bool,
}

impl Check {
    pub fn run(&self) -> io::Result<Status> {
        let inputs = &self.inputs;
        let checkers = match Checkers::new(&inputs.asked, &inputs.files(), inputs.are_records()) {
            Ok(checkers) => checkers,
            Err(error) => return fail(&error),
        };
        let longest = checkers.longest();
        let work = Work {
            checkers,
            format: self.format,
            offsets: inputs.offsets.into(),
            id: Id::Stem,
            written: inputs.input.written(),
            columns: columns(),
            summary: !self.quiet,
        };
        let writer = Writer::new(self.format, inputs.count() != Some(1));
        let mut sink = Judge { writer, fail_on: self.fail_on, fails: false };
        ordered(inputs.inputs(longest), inputs.jobs.count(), |i| work.on(i), &mut sink)?;
        let failures = sink.writer.finish()?;
        Ok(match (failures, sink.fails) {
            (0, false) => Status::Clean,
            (0, true) => Status::Findings,
            _ => Status::Failed,
        })
    }
}

/// Columns of the terminal; `COLUMNS` goes before what the terminal says.
pub fn columns() -> usize {
    const DEFAULT: usize = 100;
    let asked = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    let real = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    asked.or_else(real).unwrap_or(DEFAULT)
}

/// Writes results and remembers whether one is grave enough.
struct Judge {
    writer: Writer,
    fail_on: FailOn,
    fails: bool,
}

impl Sink<Output> for Judge {
    fn put(&mut self, output: Output) -> io::Result<()> {
        self.fails |= output.worst.is_some_and(|s| self.fail_on.fails(s));
        self.writer.put(output)
    }

    fn idle(&mut self) -> io::Result<()> {
        self.writer.idle()
    }
}
