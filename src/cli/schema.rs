//! `onrecord schema`: the JSON Schema of what `review` writes.

use super::{Status, output};
use clap::Args;
use std::io;

/// Print the JSON Schema of a review.
#[derive(Debug, Args)]
pub struct SchemaCommand {}

impl SchemaCommand {
    pub fn run(&self) -> io::Result<Status> {
        let schema = serde_json::to_string_pretty(&onrecord::report::schema())?;
        output::print(&(schema + "\n"))?;
        Ok(Status::Clean)
    }
}
