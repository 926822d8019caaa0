//! `onrecord rules`: all rules by group.

use super::{Status, output};
use clap::Args;
use onrecord::Severity;
use onrecord::lint::{self, Group, Rule};
use std::fmt::Write as _;
use std::io;

/// List the rules by group.
#[derive(Debug, Args)]
pub struct Rules {}

impl Rules {
    pub fn run(&self) -> io::Result<Status> {
        output::print(&list(lint::rules()))?;
        Ok(Status::Clean)
    }
}

fn list(rules: &[Rule]) -> String {
    let width = rules.iter().map(|r| r.name.len()).max().unwrap_or(0);
    let mut out = String::new();
    let mut group = None;
    for rule in rules {
        if group != Some(rule.group) {
            let gap = if group.is_some() { "\n" } else { "" };
            group = Some(rule.group);
            let _ = writeln!(out, "{gap}\u{1b}[1m{}\u{1b}[0m", title(rule.group));
        }
        let severity = match rule.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let (code, name, summary) = (rule.code, rule.name, rule.summary);
        let _ = writeln!(out, "  {code}  {name:width$}  {severity:7}  {summary}");
    }
    out
}

fn title(group: Group) -> &'static str {
    match group {
        Group::Attribution => "Attribution",
        Group::Sources => "Sources in the round",
        Group::Cue => "Cue verbs",
        Group::Framing => "Framing",
        Group::Embed => "Embedded posts",
        Group::Quotation => "Quotation marks",
        _ => group.as_str(),
    }
}
