//! `onrecord config`: what is in force, and where each setting comes from.

use super::args::Asked;
use super::checkers::Configs;
use super::{Status, output};
use clap::Args;
use onrecord::Settings;
use onrecord::config::Config;
use onrecord::lexicon::HouseFile;
use onrecord::lint::{self, InForce, Origin, Value};
use std::fmt::Write as _;
use std::io;
use std::path::PathBuf;

/// Show what is in force for a file, and where each setting comes from.
#[derive(Debug, Args)]
pub struct ConfigCommand {
    /// The file [default: any in the working folder].
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[command(flatten)]
    asked: Asked,
}

impl ConfigCommand {
    pub fn run(&self) -> io::Result<Status> {
        let mut configs = match Configs::new(&self.asked) {
            Ok(configs) => configs,
            Err(error) => return output::fail(&error),
        };
        match configs.in_force(self.file.as_deref()) {
            Ok((config, settings)) => {
                output::print(&self.shown(config, &self.asked.over(settings)))?;
                Ok(Status::Clean)
            }
            Err(error) => output::fail(&error),
        }
    }

    fn shown(&self, config: Option<&Config>, settings: &Settings) -> String {
        let mut out = String::new();
        let file = config.map_or("none".into(), |c| c.path().display().to_string());
        let (profile, origin) = settings.rules.chosen_profile();
        let [mut mode, threshold, mut max_bytes] = config.map(Config::origins).unwrap_or_default();
        if self.asked.max_bytes.is_some() {
            max_bytes = Origin::CommandLine;
        }
        if self.asked.fast {
            mode = Origin::CommandLine;
        }
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{:WIDTH$}{file}", "settings file");
        let _ = writeln!(out, "{:WIDTH$}{:20}{origin}", "profile", profile.as_str());
        let _ = writeln!(out, "{:WIDTH$}{:<20}{mode}", "mode", settings.mode.as_str());
        let _ = writeln!(out, "{:WIDTH$}{:<20}{threshold}", "threshold", settings.threshold);
        let _ = writeln!(out, "{:WIDTH$}{:<20}{max_bytes}", "max-bytes", settings.max_bytes);
        for (kind, name, origin) in config.iter().flat_map(|c| c.lexicons()) {
            let kind = match kind {
                HouseFile::Cues => "cues",
                HouseFile::Titles => "titles",
                _ => "framing",
            };
            let _ = writeln!(out, "{:WIDTH$}{name:<20}{origin}", format!("lexicon.{kind}"));
        }
        for group in lint::Group::ALL {
            let _ = writeln!(out, "\n\u{1b}[1m{}\u{1b}[0m", group.title());
            for rule in lint::rules().iter().filter(|r| r.group == group) {
                write_rule(&mut out, &settings.rules.in_force(rule));
            }
        }
        out
    }
}

/// Columns before values.
const WIDTH: usize = 34;

fn write_rule(out: &mut String, rule: &InForce) {
    let level = if rule.on { rule.severity.as_str() } else { "off" };
    let _ = writeln!(out, "{} {:25} {level:20}{}", rule.rule.code, rule.rule.name, rule.origin);
    for (parameter, value, origin) in &rule.values {
        let value = match value {
            Value::Number(n) => n.to_string(),
            Value::Switch(true) => "true".to_owned(),
            Value::Words(words) if !words.is_empty() => format!("{words:?}"),
            _ => continue,
        };
        let _ = writeln!(out, "{:7}  {:25}{value:<20}{origin}", "", parameter.name);
    }
}
