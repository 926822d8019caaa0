//! The command line: one file a subcommand.

mod annotate;
mod args;
mod check;
mod checkers;
mod config;
mod eval;
mod explain;
mod explain_attribution;
mod input;
mod lines;
mod output;
mod pipeline;
mod review;
mod rules;
mod schema;
#[cfg(feature = "train")]
mod train;
mod work;

use clap::{Parser, Subcommand};
use std::io;
use std::process::ExitCode;

/// Reads a news article as a careful editor does: who said this, in whose words, how do we know,
/// and what is only the writer's own framing?
#[derive(Debug, Parser)]
#[command(name = "onrecord", version, max_term_width = 100)]
struct Cli {
    /// Colours.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    color: args::Color,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Review(review::ReviewCommand),
    Annotate(annotate::Annotate),
    Config(config::ConfigCommand),
    Explain(explain::Explain),
    ExplainAttribution(explain_attribution::ExplainAttribution),
    Rules(rules::Rules),
    Schema(schema::SchemaCommand),
    #[cfg(feature = "train")]
    Train(train::Train),
    Eval(eval::Eval),
}

/// How a run ended; its number is the exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Status {
    /// Nothing found.
    #[default]
    Clean = 0,
    /// Findings that matter.
    Findings = 1,
    /// Some input could not be reviewed, or nothing could be done.
    Failed = 2,
}

/// The exit status where the reader of the output has left, as shells give it for a command that SIGPIPE ends.
const CUT_OFF: u8 = 128 + 13;

/// Reads the arguments, does what they ask and gives the exit status.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    cli.color.set();
    let done = match &cli.command {
        Command::Check(check) => check.run(),
        Command::Review(review) => review.run(),
        Command::Annotate(annotate) => annotate.run(),
        Command::Config(config) => config.run(),
        Command::Explain(explain) => explain.run(),
        Command::ExplainAttribution(explain) => explain.run(),
        Command::Rules(rules) => rules.run(),
        Command::Schema(schema) => schema.run(),
        #[cfg(feature = "train")]
        Command::Train(train) => train.run(),
        Command::Eval(eval) => eval.run(),
    };
    match done {
        Ok(status) => ExitCode::from(status as u8),
        // Whoever read the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(CUT_OFF),
        Err(error) => {
            output::complain(&format!("cannot write: {error}"));
            ExitCode::from(Status::Failed as u8)
        }
    }
}
