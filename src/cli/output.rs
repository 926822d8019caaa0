//! Standard output and standard error, each in its form.

use super::Status;
use super::pipeline::Sink;
use super::work::Output;
use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Write};

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a reader: findings in their lines, and a summary.
    Text,
    /// One indented JSON object; an array of them for several articles.
    Json,
    /// JSON Lines: an article a line.
    Jsonl,
    /// The article with marks, for `annotate` only.
    #[value(skip)]
    Annotated,
}

/// Writes a message about what could not be done to standard error.
pub fn complain(message: &str) {
    // Where standard error cannot be written to, there is nobody left to tell.
    let _ = writeln!(anstream::stderr(), "\u{1b}[1;91merror\u{1b}[0m: {message}");
}

/// Tells what could not be done, and that it was not.
pub fn fail(error: &impl Display) -> io::Result<Status> {
    complain(&error.to_string());
    Ok(Status::Failed)
}

/// Writes `text` to standard output.
pub fn print(text: &str) -> io::Result<()> {
    let mut out = anstream::stdout();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Writes results as they come, with what went wrong on standard error.
pub struct Writer {
    out: BufWriter<Box<dyn Write>>,
    format: Format,
    /// Whether the JSON is an array.
    array: bool,
    written: usize,
    failures: usize,
    progress: ProgressBar,
}

impl Writer {
    /// `array` says whether JSON is to be an array of articles.
    pub fn new(format: Format, array: bool) -> Self {
        let out: Box<dyn Write> = match format {
            Format::Text => Box::new(anstream::stdout()),
            Format::Json | Format::Jsonl | Format::Annotated => Box::new(io::stdout()),
        };
        Self {
            out: BufWriter::with_capacity(1 << 16, out),
            format,
            array,
            written: 0,
            failures: 0,
            progress: ProgressBar::hidden(),
        }
    }

    /// Shows on a terminal's standard error how many of `total` articles are done, unless the
    /// reviews themselves go to the terminal.
    pub fn with_progress(self, total: Option<usize>) -> Self {
        let target = match io::stdout().is_terminal() {
            true => ProgressDrawTarget::hidden(),
            false => ProgressDrawTarget::stderr(),
        };
        let progress = ProgressBar::with_draw_target(total.map(|n| n as u64), target);
        let template = match total {
            Some(_) => "{bar:30} {pos}/{len} articles, {per_sec}, {eta} left",
            None => "{spinner} {pos} articles, {per_sec}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            progress.set_style(style);
        }
        Self { progress, ..self }
    }

    /// Ends the output; gives the number of failures.
    pub fn finish(mut self) -> io::Result<usize> {
        if self.format == Format::Json && self.array {
            self.out.write_all(if self.written == 0 { b"[]\n" } else { b"\n]\n" })?;
        }
        self.out.flush()?;
        self.progress.finish_and_clear();
        Ok(self.failures)
    }
}

impl Sink<Output> for Writer {
    fn put(&mut self, output: Output) -> io::Result<()> {
        if let Some(failure) = &output.failure {
            self.failures += 1;
            self.out.flush()?;
            self.progress.suspend(|| complain(failure));
        }
        let (before, after): (&[u8], &[u8]) = match self.format {
            Format::Text | Format::Annotated => (b"", b""),
            Format::Json if !self.array => (b"", b"\n"),
            Format::Json if self.written == 0 => (b"[\n", b""),
            Format::Json => (b",\n", b""),
            Format::Jsonl => (b"", b"\n"),
        };
        self.out.write_all(before)?;
        self.out.write_all(&output.body)?;
        self.out.write_all(after)?;
        self.written += 1;
        self.progress.inc(1);
        Ok(())
    }

    fn idle(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
