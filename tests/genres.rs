//! How well attributions are found in nine genres of news text, each against a floor; and texts to learn from.
//!
//! `cargo test --test genres -- --nocapture` prints the table; `onrecord eval --gold fixtures/genres/court.toml
//! --errors 60` shows what is missed and what is extra.

use onrecord::Checker;
use onrecord::eval::{self, Figures, Found, GoldArticle, Measure};
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

/// The marked texts of a folder, by genre.
fn sets(folder: &str) -> BTreeMap<String, Vec<GoldArticle>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .filter(|p| p.extension().is_some_and(|e| e == "toml") && !p.ends_with("floors.toml"))
        .map(|path| {
            let set = eval::read(&path, None).unwrap_or_else(|e| panic!("{e}"));
            (path.file_stem().unwrap().to_string_lossy().into_owned(), set)
        })
        .collect()
}

#[test]
fn sets_are_large_and_have_texts_without_attributions() {
    for (genre, set) in sets("fixtures/genres") {
        assert!(set.len() >= 60, "{genre} has {} texts", set.len());
        let traps = set.iter().filter(|text| text.attributions.is_empty()).count();
        assert!(traps >= 8, "{genre} has {traps} texts without attributions");
    }
}

#[test]
fn texts_to_learn_from_are_others_than_those_to_measure_by() {
    let measured: HashSet<String> =
        sets("fixtures/genres").into_values().flatten().map(|t| t.text).collect();
    let to_learn = sets("seeds/marked");
    assert!(!to_learn.is_empty());
    for text in to_learn.into_values().flatten() {
        assert!(!measured.contains(&text.text), "{}: {}", text.id, text.text);
    }
}

#[test]
fn no_genre_falls_below_its_floor() {
    let checker = Checker::default();
    let floors: BTreeMap<String, f64> =
        toml::from_str(include_str!("../fixtures/genres/floors.toml")).unwrap();
    println!("{:<18} gold found | relaxed   P     R    F1 | strict F1", "");
    let mut faults = Vec::new();
    for (genre, set) in sets("fixtures/genres") {
        let mut figures = Figures::default();
        for text in &set {
            figures += eval::compare(text, &Found::all(&checker.review(&text.text))).figures;
        }
        let (relaxed, strict) = (figures.of(Measure::Relaxed), figures.of(Measure::Strict));
        let (p, r, f1) = (relaxed.precision(), relaxed.recall(), relaxed.f1());
        println!(
            "{genre:<18} {:>4} {:>5} |       {p:>5.1} {r:>5.1} {f1:>5.1} |     {:>5.1}",
            relaxed.gold,
            relaxed.found,
            strict.f1()
        );
        let floor = floors.get(&genre).copied().unwrap_or(100.0);
        if f1 < floor {
            faults.push(format!("{genre}: {f1:.1} is below {floor}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
