//! The README tells the truth: what it shows of runs is what runs print.

use std::process::Command;

/// `<!-- run: COMMAND -->` and the block behind it.
fn runs(readme: &str) -> Vec<(&str, Vec<&str>)> {
    let mut found = Vec::new();
    for part in readme.split("<!-- run: ").skip(1) {
        let (command, rest) = part.split_once(" -->").expect("a run ends");
        let block = rest.split("```").nth(1).expect("a block follows a run");
        found.push((command, block.lines().skip(1).collect()));
    }
    found
}

#[test]
fn runs_print_what_the_readme_shows() {
    let readme = include_str!("../README.md");
    let runs = runs(readme);
    assert!(!runs.is_empty());
    for (command, shown) in runs {
        let arguments = command.strip_prefix("onrecord ").expect("runs are of onrecord").split(' ');
        let run = Command::new(env!("CARGO_BIN_EXE_onrecord"))
            .args(["--color", "never"])
            .args(arguments)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("COLUMNS", "100")
            .output()
            .expect("it runs");
        let printed = String::from_utf8(run.stdout).expect("it prints text");
        assert!(!shown.is_empty(), "{command}: nothing shown");
        assert_shows(&printed, &shown, command);
    }
}

/// Every line is printed, one behind the other; "[…]" stands for lines left out.
fn assert_shows(printed: &str, shown: &[&str], command: &str) {
    let lines: Vec<&str> = printed.trim_end().lines().map(str::trim_end).collect();
    let (mut at, mut gap) = (0, false);
    for line in shown.iter().map(|l| l.trim_end()) {
        if line == "[…]" {
            gap = true;
            continue;
        }
        let found =
            lines[at..].iter().position(|l| *l == line).filter(|&skipped| gap || skipped == 0);
        let skipped = found.unwrap_or_else(|| {
            panic!("{command}: {line:?} does not stand at line {at}\n{printed}")
        });
        at += skipped + 1;
        gap = false;
    }
    assert!(gap || at == lines.len(), "{command}: more is printed\n{printed}");
}

#[test]
fn every_rule_is_listed() {
    let readme = include_str!("../README.md");
    for rule in onrecord::lint::rules() {
        assert!(readme.contains(rule.name), "{} is missing", rule.name);
    }
}
