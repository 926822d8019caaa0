//! `onrecord explain`: a rule's page.

use super::{Status, output};
use clap::Args;
use onrecord::lint::{self, Rule};
use std::io;

/// Explain a rule: what it finds, why, whose rule it is, and what mends it.
#[derive(Debug, Args)]
pub struct Explain {
    /// The rule's name or code.
    rule: String,
}

impl Explain {
    pub fn run(&self) -> io::Result<Status> {
        let wanted = self.rule.to_lowercase();
        let rule = lint::rule(&wanted).or_else(|| lint::rule(&self.rule.to_uppercase()));
        if let Some(rule) = rule {
            output::print(&readable(rule.page))?;
            return Ok(Status::Clean);
        }
        let hint = nearest(&wanted, lint::rules())
            .map(|name| format!("did you mean `{name}`?"))
            .unwrap_or_else(|| "`onrecord rules` lists them".to_owned());
        output::complain(&format!("there is no rule `{}`; {hint}", self.rule));
        Ok(Status::Failed)
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

/// The rule whose name is nearest, if it is near, or else one that holds the word.
fn nearest(wanted: &str, rules: &[Rule]) -> Option<&'static str> {
    let names = || rules.iter().map(|r| r.name);
    let near = names().map(|name| (distance(wanted, name), name)).min();
    let near = near.filter(|(edits, name)| *edits <= name.len() / 3).map(|(_, name)| name);
    near.or_else(|| names().find(|name| wanted.len() > 3 && name.contains(wanted)))
}

/// Edits that turn `a` into `b` (Levenshtein 1966).
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.bytes().enumerate() {
            let changed = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
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

    #[test]
    fn distances() {
        for (a, b, d) in [("", "abc", 3), ("kitten", "sitting", 3), ("same", "same", 0)] {
            assert_eq!(distance(a, b), d, "{a} {b}");
        }
    }
}
