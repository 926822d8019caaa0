//! Every fixture gives the findings that a careful editor expects of it, and none that they rule out.

use onrecord::Checker;
use std::collections::BTreeSet;
use std::path::Path;

/// What is not found yet. An entry that is found must go.
const OPEN: &[(&str, &str)] = &[("liveblog", "orphan-embed")];

fn names(expected: &toml::Table, key: &str) -> BTreeSet<String> {
    let list = expected.get(key).and_then(toml::Value::as_array).into_iter().flatten();
    list.filter_map(toml::Value::as_str).map(str::to_owned).collect()
}

#[test]
fn findings_are_those_expected() {
    let checker = Checker::default();
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut faults = Vec::new();
    let mut fixtures = 0;
    for entry in std::fs::read_dir(&directory).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".expected.toml") else { continue };
        fixtures += 1;
        let expected: toml::Table =
            toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let text = std::fs::read_to_string(directory.join(format!("{stem}.txt"))).unwrap();
        let review = checker.review(&text);
        let found: BTreeSet<String> =
            review.diagnostics.iter().map(|d| d.rule.to_owned()).collect();
        for rule in names(&expected, "findings") {
            let is_open = OPEN.contains(&(stem, rule.as_str()));
            match (found.contains(&rule), is_open) {
                (false, false) => faults.push(format!("{stem}: {rule} finds nothing")),
                (true, true) => faults.push(format!("{stem}: {rule} is found and still open")),
                _ => {}
            }
        }
        for rule in names(&expected, "clean_of").intersection(&found) {
            let finding = review.diagnostics.iter().find(|d| d.rule == rule).unwrap();
            faults.push(format!("{stem}: {rule}: {}", finding.message));
        }
    }
    assert!(fixtures > 0);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
