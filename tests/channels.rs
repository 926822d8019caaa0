//! Every row of `fixtures/channels.toml`: how the words of a sentence came to the writer.

use onrecord::{Checker, Offsets, Review};

/// What the first attribution of a sentence tells, as the table writes it.
fn found(review: &Review<'_>) -> Vec<String> {
    let Some(attribution) = review.attributions.first() else { return Vec::new() };
    let json = serde_json::to_value(review.json("row", Offsets::Bytes)).unwrap();
    let setting = attribution.setting;
    let words = |span: Option<onrecord::Span>| span.map_or("", |s| s.of(review.text())).to_owned();
    let channel = json["attributions"][0]["channel"].as_str().unwrap_or_default().to_owned();
    vec![channel, words(setting.when), words(setting.place), words(setting.recipient)]
}

#[test]
fn words_come_as_the_sentence_tells() {
    let table: toml::Table = toml::from_str(include_str!("../fixtures/channels.toml")).unwrap();
    let checker = Checker::default();
    let (mut rows, mut faults) = (0, Vec::new());
    for (section, value) in &table {
        for row in value["rows"].as_array().unwrap() {
            let cells: Vec<_> =
                row.as_array().unwrap().iter().map(|c| c.as_str().unwrap()).collect();
            let got = found(&checker.review(cells[0]));
            rows += 1;
            if got != cells[1..] {
                faults.push(format!(
                    "{section}: {:?}\n    expected {:?}\n    found    {got:?}",
                    cells[0],
                    &cells[1..]
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{} of {rows} rows:\n{}", faults.len(), faults.join("\n"));
}
