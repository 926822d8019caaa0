//! `onrecord explain`: a rule's page.

use super::{Status, output};
use clap::Args;
use onrecord::lint::Selector;
use std::io;

/// Explain a rule: what it finds, why, whose rule it is, and what mends it.
#[derive(Debug, Args)]
pub struct Explain {
    /// The rule's name or code.
    rule: String,
}

impl Explain {
    pub fn run(&self) -> io::Result<Status> {
        match self.rule.parse::<Selector>() {
            Ok(Selector::Rule(rule)) => output::print(&readable(rule.page))?,
            Ok(_) => return output::fail(&format!("`{}` is no single rule", self.rule)),
            Err(unknown) => {
                return output::fail(&format!("{unknown} (`onrecord rules` lists them)"));
            }
        }
        Ok(Status::Clean)
    }
}

/// A page for a reader: headings in bold, examples set in without their fences.
fn readable(page: &str) -> String {
    let mut out = String::with_capacity(page.len() + 64);
    let mut fenced = false;
    for line in page.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
            continue;
        }
        let heading = line.trim_start_matches('#');
        match heading.strip_prefix(' ') {
            Some(heading) if !fenced && line.starts_with('#') => {
                out.extend(["\u{1b}[1m", heading, "\u{1b}[0m"]);
            }
            _ if fenced && !line.is_empty() => out.extend(["    ", line]),
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_set_for_reading() {
        let page = "# a-rule\n\nFinds it.\n\n```text expect=a-rule\n# one\n\ntwo\n```\nEnd\n";
        let shown = "\u{1b}[1ma-rule\u{1b}[0m\n\nFinds it.\n\n    # one\n\n    two\nEnd\n";
        assert_eq!(readable(page), shown);
    }
}
