//! `onrecord rules`: all rules by group.

use super::{Status, output};
use clap::Args;
use onrecord::Severity;
use std::fmt::Write as _;
use std::io;

/// List the rules by group.
#[derive(Debug, Args)]
pub struct Rules {}

/// A rule as it is listed.
#[derive(Debug)]
pub struct Rule {
    pub name: &'static str,
    pub code: &'static str,
    pub severity: Severity,
    pub group: &'static str,
    pub summary: &'static str,
}

/// Every rule, in the order of their codes.
pub fn rules() -> &'static [Rule] {
    &[]
}

/// A rule's page.
pub fn page(_name: &str) -> Option<&'static str> {
    None
}

impl Rules {
    pub fn run(&self) -> io::Result<Status> {
        output::print(&list(rules()))?;
        Ok(Status::Clean)
    }
}

fn list(rules: &[Rule]) -> String {
    let width = rules.iter().map(|r| r.name.len()).max().unwrap_or(0);
    let mut out = String::new();
    let mut group = "";
    for rule in rules {
        if rule.group != group {
            let gap = if group.is_empty() { "" } else { "\n" };
            group = rule.group;
            let _ = writeln!(out, "{gap}\u{1b}[1m{group}\u{1b}[0m");
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
