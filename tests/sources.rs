//! Every row of `fixtures/sources.toml`: a source is resolved to whom the passage means.

use onrecord::{Checker, Entity, Review, SourceClass};

/// The source and whom it should stand for, as the table writes them.
struct Row<'t> {
    source: &'t str,
    name: &'t str,
    class: &'t str,
}

fn class(entity: &Entity) -> String {
    let class = match entity.class {
        SourceClass::Person => "person",
        SourceClass::Organization => "organization",
        SourceClass::Group => "group",
        SourceClass::Document => "document",
        SourceClass::Account => "account",
        SourceClass::UnnamedPerson => "unnamed_person",
        SourceClass::Author => "author",
        _ => "unclear",
    };
    format!("{}{class}", if entity.anonymous { "anonymous " } else { "" })
}

/// What is wrong with a row, if anything.
fn fault(review: &Review<'_>, row: &Row<'_>) -> Option<String> {
    let text = review.text();
    let is_source = |span: onrecord::Span| span.of(text) == row.source;
    let found =
        review.attributions.iter().rev().find(|a| a.source.is_some_and(|s| is_source(s.span)));
    let Some(entity) = found.and_then(|a| review.entity_of(a)) else {
        let sources: Vec<_> =
            review.attributions.iter().filter_map(|a| a.source).map(|s| s.span.of(text)).collect();
        return Some(format!("is no source among {sources:?}"));
    };
    let got = (entity.name.as_deref().unwrap_or_default(), class(entity));
    (got != (row.name, row.class.to_owned())).then(|| format!("is {got:?}"))
}

#[test]
fn sources_are_whom_the_passage_means() {
    let table: toml::Table = toml::from_str(include_str!("../fixtures/sources.toml")).unwrap();
    let checker = Checker::default();
    let (mut rows, mut faults) = (0, Vec::new());
    for (section, value) in &table {
        for row in value["rows"].as_array().unwrap() {
            let cell = |i: usize| row[i].as_str().unwrap();
            let expected = Row { source: cell(1), name: cell(2), class: cell(3) };
            rows += 1;
            if let Some(fault) = fault(&checker.review(cell(0)), &expected) {
                faults.push(format!("{section}: {:?} {fault} in {:?}", cell(1), cell(0)));
            }
        }
    }
    assert!(rows >= 80, "{rows} rows");
    assert!(faults.is_empty(), "{} of {rows}:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn anonymity_tells_position_reason_and_count() {
    let text = "Three officials familiar with the talks said that the plan was weak. They spoke on \
                condition of anonymity because they feared for their jobs.";
    let review = Checker::default().review(text);
    let entity = review.entities.iter().find(|e| e.anonymous).unwrap();
    assert_eq!(entity.anonymity.count, Some(3));
    let of = |span: Option<onrecord::Span>| span.map(|s| s.of(text));
    assert_eq!(of(entity.anonymity.reason), Some("because they feared for their jobs"));
    assert!(of(entity.anonymity.position).is_some_and(|p| p.starts_with("officials familiar")));
}
