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
        let mut lines = printed.lines().map(str::trim_end);
        assert!(!shown.is_empty(), "{command}: nothing shown");
        // A line of "[…]" stands for lines left out.
        for line in shown.iter().map(|l| l.trim_end()).filter(|l| *l != "[…]") {
            assert!(
                lines.any(|l| l == line),
                "{command}: {line:?} is not printed, or not in that place\n{printed}"
            );
        }
    }
}

#[test]
fn every_rule_is_listed() {
    let readme = include_str!("../README.md");
    for rule in onrecord::lint::rules() {
        assert!(readme.contains(rule.name), "{} is missing", rule.name);
    }
}
