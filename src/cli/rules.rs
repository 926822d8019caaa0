//! `onrecord rules`: all rules by group.

use super::{Status, output};
use clap::{Args, ValueEnum};
use onrecord::Severity;
use onrecord::lint::{Group, Parameter, ParameterKind, Rule, rules};
use serde::Serialize;
use std::fmt::Write as _;
use std::io;

/// List the rules by group, each with its code, how grave its findings are, and what it finds.
#[derive(Debug, Args)]
pub struct Rules {
    /// The form of the output.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    /// A line a rule.
    Text,
    /// An array of objects, with what can be set on each rule.
    Json,
}

impl Rules {
    pub fn run(&self) -> io::Result<Status> {
        let list = match self.format {
            Form::Text => list(rules()),
            Form::Json => {
                let rules: Vec<_> = rules().iter().map(RuleJson::new).collect();
                serde_json::to_string_pretty(&rules)? + "\n"
            }
        };
        output::print(&list)?;
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
            let (title, letters) = (rule.group.title(), rule.group.as_str());
            let _ = writeln!(out, "{gap}\u{1b}[1m{title}\u{1b}[0m ({letters})");
        }
        let severity = rule.severity.as_str();
        let (code, name, summary) = (rule.code, rule.name, rule.summary);
        let _ = writeln!(out, "  {code}  {name:width$}  {severity:7}  {summary}");
    }
    out
}

/// A rule as JSON.
#[derive(Serialize)]
struct RuleJson {
    name: &'static str,
    code: &'static str,
    group: Group,
    severity: Severity,
    summary: &'static str,
    settings: Vec<SettingJson>,
}

#[derive(Serialize)]
struct SettingJson {
    name: &'static str,
    summary: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<f64>,
}

impl RuleJson {
    fn new(rule: &Rule) -> Self {
        Self {
            name: rule.name,
            code: rule.code,
            group: rule.group,
            severity: rule.severity,
            summary: rule.summary,
            settings: rule.parameters().map(SettingJson::new).collect(),
        }
    }
}

impl SettingJson {
    fn new(parameter: &Parameter) -> Self {
        let (kind, default) = match parameter.kind {
            ParameterKind::Number { default, .. } => ("number", Some(default)),
            ParameterKind::Words => ("words", None),
            _ => ("switch", None),
        };
        Self { name: parameter.name, summary: parameter.summary, kind, default }
    }
}
