//! The sentences of `fixtures/framing.toml`, with and without framing.

use crate::Checker;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    plain: Vec<String>,
    framed: BTreeMap<String, Vec<String>>,
}

fn table() -> Table {
    toml::from_str(include_str!("../../../fixtures/framing.toml")).unwrap()
}

fn framing<'t>(checker: &Checker, text: &'t str) -> Vec<(&'t str, &'static str)> {
    let claims = checker.review(text).claims;
    claims.iter().flat_map(|c| &c.framing).map(|f| (f.span.of(text), f.rule)).collect()
}

#[test]
fn framed() {
    let checker = Checker::default();
    let mut failed = Vec::new();
    for (rule, sentences) in &table().framed {
        for marked in sentences {
            let text = marked.replace(['[', ']'], "");
            let words = marked.split(['[', ']']).nth(1).unwrap();
            let found = framing(&checker, &text);
            if !found.iter().any(|(w, r)| w == &words && r == rule) {
                failed.push(format!("{marked} {rule}: {found:?}"));
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn plain() {
    let checker = Checker::default();
    let found = |text: &String| {
        let found = framing(&checker, text);
        (!found.is_empty()).then(|| format!("{text}: {found:?}"))
    };
    let failed: Vec<String> = table().plain.iter().filter_map(found).collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn words_quoted_again_are_nobodys_scare_quotes() {
    let checker = Checker::default();
    let text = "“It is a Snorble,” Orr said. The disgraceful “snorble” ended in May.";
    assert_eq!(framing(&checker, text), [("disgraceful", "loaded-language")]);
}
