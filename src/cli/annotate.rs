//! `onrecord annotate`: an article with everything that is found marked in its lines.

use super::Status;
use super::args::{Asked, Id, Jobs, or_stdin};
use super::checkers::Checkers;
use super::input::Input;
use super::output::{Format, Writer, fail, print};
use super::pipeline::ordered;
use super::work::Work;
use clap::Args;
use onrecord::Offsets;
use std::io;
use std::path::PathBuf;

/// Show articles with their sources, cues, contents, voices and findings marked in line.
///
/// Made for snapshots and for review of copy: every line of the article is a line, with notes below it.
#[derive(Debug, Args)]
pub struct Annotate {
    /// Files to read; `-` or none: standard input.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Begin with what the marks mean.
    #[arg(long)]
    legend: bool,
    #[command(flatten)]
    jobs: Jobs,
    #[command(flatten)]
    asked: Asked,
}

impl Annotate {
    pub fn run(&self) -> io::Result<Status> {
        let files = or_stdin(&self.files);
        let checkers = match Checkers::new(&self.asked, &files, false) {
            Ok(checkers) => checkers,
            Err(error) => return fail(&error),
        };
        let work = Work {
            checkers,
            format: Format::Annotated,
            offsets: Offsets::Bytes,
            id: Id::Stem,
            written: None,
            columns: 0,
            summary: false,
        };
        if self.legend {
            print(onrecord::report::annotated::LEGEND)?;
        }
        let mut writer = Writer::new(Format::Annotated, false);
        let inputs = files.into_iter().map(Input::File);
        ordered(inputs, self.jobs.count(), |i| work.on(i), &mut writer)?;
        Ok(if writer.finish()? == 0 { Status::Clean } else { Status::Failed })
    }
}
