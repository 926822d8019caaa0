//! `onrecord rules`: all rules by group.

use super::{Status, output};
use clap::Args;
use onrecord::lint::{Rule, rules};
use std::fmt::Write as _;
use std::io;

/// List the rules by group.
#[derive(Debug, Args)]
pub struct Rules {}

impl Rules {
    pub fn run(&self) -> io::Result<Status> {
        output::print(&list(rules()))?;
        Ok(Status::Clean)
    }
}

fn list(rules: &[Rule]) -> String {
    let width = rules.iter().map(|r| r.name.len()).max().unwrap_or(0);
    let mut out = String::new();
    let mut group = None;
    for rule in rules {
        if group != Some(rule.group) {
            let gap = if group.is_none() { "" } else { "\n" };
            group = Some(rule.group);
            let title = rule.group.title();
            let _ = writeln!(out, "{gap}\u{1b}[1m{title}\u{1b}[0m");
        }
        let severity = rule.severity.as_str();
        let (code, name, summary) = (rule.code, rule.name, rule.summary);
        let _ = writeln!(out, "  {code}  {name:width$}  {severity:7}  {summary}");
    }
    out
}
