//! `onrecord train`: learns the weights again.

use super::{Status, output};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use onrecord::train::{Corpora, Learned, Measured, train};
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Duration;

/// Learn the weights again from marked articles.
///
/// The folder holds `polnear/train/gold.jsonl`, `polnear/train/text/NAME.txt`,
/// `polnear/train/corenlp.conll.gz` and `ud/en_ewt-ud-dev.conllu`. The same file comes of the same
/// folder, on the same kind of machine. `onrecord eval --weights FILE` measures them; they are used where `Checker::with_weights` is
/// given the file, or the crate is built with it as `src/weights.bin`.
#[derive(Debug, Args)]
pub struct Train {
    /// The folder with the corpora.
    #[arg(long, value_name = "DIR")]
    corpus: PathBuf,
    /// More marked articles to learn attributions from: JSON Lines with `text` beside them, a folder in brat's
    /// standoff form, or short texts with their attributions quoted (`.toml`); may be given several times.
    #[arg(long, value_name = "FILE")]
    add: Vec<PathBuf>,
    /// Where to write the weights.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Print, too, how well articles are read that were not learned from: they are dealt into four parts, and each
    /// is read by weights that were learned from the others.
    #[arg(long)]
    measure: bool,
}

impl Train {
    pub fn run(&self) -> io::Result<Status> {
        let Self { corpus, add, measure, .. } = self;
        let corpora = Corpora { folder: corpus.clone(), more: add.clone(), measure: *measure };
        let bar = ProgressBar::new_spinner();
        bar.set_style(ProgressStyle::default_spinner());
        bar.enable_steady_tick(Duration::from_millis(200));
        let learned = train(&corpora, &mut |step| tell(&bar, step));
        bar.finish_and_clear();
        let done =
            learned.map_err(|e| e.to_string()).and_then(|Learned { weights, measured, .. }| {
                let written = fs::write(&self.out, weights);
                written.map_err(|e| format!("{}: {e}", self.out.display())).map(|()| measured)
            });
        match done {
            Ok(measured) => {
                if let Some(Measured { fast, full, .. }) = measured {
                    write!(io::stdout(), "{full}\n--fast\n{fast}")?;
                }
                Ok(Status::Clean)
            }
            Err(error) => output::fail(&error),
        }
    }
}

/// Shows a step that was done: above the spinner, or as a line where there is no terminal.
fn tell(bar: &ProgressBar, step: &str) {
    if bar.is_hidden() {
        // Where standard error cannot be written to, learning still goes on.
        let _ = writeln!(io::stderr(), "{step}");
    } else {
        bar.println(step);
    }
}
