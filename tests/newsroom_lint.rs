//! A newsroom's own check of its copy, to be copied: every article's marks are a snapshot, so that a change
//! of the copy, of the house's settings or of the checker shows as a change of lines.
//!
//! `INSTA_UPDATE=always cargo test --test newsroom_lint` accepts what is found; `git diff` shows it.

use onrecord::lint::{Level, Profile, Value};
use onrecord::{Checker, Settings, Severity, lint};
use std::error::Error;
use std::path::Path;

/// What this newsroom asks for: an op-ed may hold opinions, a report may not, and the harbour's prize is
/// called what it is called.
fn settings(profile: Profile) -> Result<Settings, Box<dyn Error>> {
    let prize = Value::Words(vec!["landmark award".to_owned()]);
    let rules = lint::Settings::default()
        .profile(profile)
        .level("orphan-quotation".parse()?, Level::Severity(Severity::Error))
        .value("peacock".parse()?, "allow", prize)?;
    Ok(Settings { rules, ..Settings::default() })
}

fn profile(article: &Path) -> Profile {
    match article.file_stem().and_then(|name| name.to_str()) {
        Some("oped") => Profile::Opinion,
        Some("feature") => Profile::Feature,
        _ => Profile::Wire,
    }
}

#[test]
fn copy_is_as_it_was_read() {
    let checker = Checker::default();
    insta::glob!("../fixtures", "*.txt", |path| {
        let article = std::fs::read_to_string(path).unwrap();
        let checker = checker.with_settings(settings(profile(path)).unwrap());
        insta::assert_snapshot!(checker.review(&article).annotated());
    });
}

#[test]
fn no_report_has_an_error() {
    let checker = Checker::new(settings(Profile::Wire).unwrap());
    let article = std::fs::read_to_string("fixtures/wire.txt").unwrap();
    let review = checker.review(&article);
    assert!(review.diagnostics.iter().all(|d| d.severity < Severity::Error));
}
