//! Every rule's page is a test: its examples must give the findings that they say they give.
//!
//! ` ```text expect:NAME ` holds an article in which the rule of the page must find something,
//! ` ```text expect:none ` one in which it must not. A line `Underlined: ` right after the block lists,
//! between backticks, exactly the words that it underlines, in order.

use onrecord::lint::{self, Rule};
use onrecord::{Checker, Diagnostic};

struct Example<'p> {
    text: String,
    expect: &'p str,
    underlined: Option<Vec<&'p str>>,
}

fn examples(page: &str) -> Vec<Example<'_>> {
    let mut found = Vec::new();
    let mut lines = page.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```text expect:") else { continue };
        let text: Vec<_> = lines.by_ref().take_while(|l| !l.starts_with("```")).collect();
        let underlined = lines
            .next_if(|l| l.starts_with("Underlined: "))
            .map(|l| l.split('`').skip(1).step_by(2).collect());
        found.push(Example { text: text.join("\n"), expect: info.trim(), underlined });
    }
    found
}

/// What is wrong with an example, if anything.
fn fault(checker: &Checker, rule: &Rule, example: &Example<'_>) -> Option<String> {
    let review = checker.review(&example.text);
    let of_rule = |d: &&Diagnostic| d.rule == rule.name;
    let found: Vec<_> =
        review.diagnostics.iter().filter(of_rule).map(|d| d.span.of(review.text())).collect();
    let wrong = match (example.expect, &example.underlined) {
        ("none", _) => !found.is_empty(),
        (name, _) if name != rule.name => true,
        (_, Some(words)) => &found != words,
        (_, None) => found.is_empty(),
    };
    wrong.then(|| {
        let underlined = &example.underlined;
        format!(
            "{}: expect:{} {underlined:?}, found {found:?} in\n{}\n",
            rule.name, example.expect, example.text
        )
    })
}

#[test]
fn examples_give_what_they_say() {
    let checker = Checker::default();
    let mut faults = Vec::new();
    for rule in lint::rules() {
        faults.extend(examples(rule.page).iter().filter_map(|e| fault(&checker, rule, e)));
    }
    assert!(faults.is_empty(), "{} examples fail:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn pages_are_whole() {
    for rule in lint::rules() {
        let page = rule.page;
        assert!(page.starts_with(&format!("# {}\n", rule.name)), "{}", rule.name);
        assert!(page.contains("\n## Why\n"), "{}", rule.name);
        let examples = examples(page);
        assert!(examples.iter().any(|e| e.expect == rule.name), "{}: no bad example", rule.name);
        assert!(examples.iter().any(|e| e.expect == "none"), "{}: no good example", rule.name);
    }
}
