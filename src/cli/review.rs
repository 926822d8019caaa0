//! `onrecord review`: everything that is found, as JSON, for many articles.

use super::Status;
use super::args::{Id, Inputs};
use super::checkers::Checkers;
use super::output::{Format, Writer, complain, fail};
use super::pipeline::ordered;
use super::work::Work;
use clap::{Args, ValueEnum};
use std::io;

/// Write the whole review of every article as JSON, in the order given.
///
/// An input that cannot be reviewed has an error record in its place, is named on standard error, and makes
/// the exit status 2. It is 141 where whoever reads the output stops before its end.
#[derive(Debug, Args)]
pub struct ReviewCommand {
    #[command(flatten)]
    inputs: Inputs,
    /// The form of the output.
    #[arg(long, value_enum, default_value_t = Json::Jsonl)]
    format: Json,
    /// What an article is called.
    #[arg(long, value_enum, default_value_t, value_name = "NAME")]
    id: Id,
}

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Json {
    /// An article a line.
    Jsonl,
    /// One indented object; an array of them for several articles.
    Json,
}

impl ReviewCommand {
    pub fn run(&self) -> io::Result<Status> {
        let format = match self.format {
            Json::Jsonl => Format::Jsonl,
            Json::Json => Format::Json,
        };
        let inputs = &self.inputs;
        let checkers = match Checkers::new(&inputs.asked, &inputs.files(), inputs.are_records()) {
            Ok(checkers) => checkers,
            Err(error) => return fail(&error),
        };
        let longest = checkers.longest();
        let work = Work {
            checkers,
            format,
            offsets: inputs.offsets.into(),
            id: self.id,
            written: inputs.input.written(),
            columns: 0,
            summary: false,
        };
        let total = inputs.count();
        let mut writer = Writer::new(format, total != Some(1)).with_progress(total);
        ordered(inputs.inputs(longest), inputs.jobs.count(), |i| work.on(i), &mut writer)?;
        match writer.finish()? {
            0 => Ok(Status::Clean),
            failures => {
                let what = if failures == 1 { "input" } else { "inputs" };
                complain(&format!(
                    "{failures} {what} could not be reviewed; see the error records"
                ));
                Ok(Status::Failed)
            }
        }
    }
}
