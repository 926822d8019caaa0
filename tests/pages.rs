//! Whole reviews of the pages in `fixtures/pages/`, in the shapes that newsrooms keep them in.

mod rendering;

use onrecord::page::{Format, Page};
use onrecord::{Checker, Review, Span};
use std::path::Path;

fn source(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a fixture is text")
}

/// The words of a text; the bars between a table's cells are none.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|w| *w != "|").collect()
}

/// What a piece of the source says, its markup taken off.
fn stripped(source: &str, format: Format) -> String {
    // A piece of a page may be what a page leaves out, or of one that a string holds.
    let lead = if source.contains("\\u") { "<p class=\\\"x\\\">" } else { "<main>" };
    let piece = format!("{lead}{source}");
    let page = Page::read(if format == Format::Html { &piece } else { source }, format);
    let text = page.text();
    // A piece that begins or ends within Markdown's code has one mark of it without its other.
    let cut = format == Format::Markdown && source.matches('`').count() % 2 == 1;
    if cut { text.replacen('`', "", 1) } else { text.to_owned() }
}

/// The spans that a user is shown.
fn shown(review: &Review<'_>) -> Vec<Span> {
    let mut spans: Vec<Span> = review.diagnostics.iter().map(|d| d.span).collect();
    for attribution in &review.attributions {
        spans.extend(attribution.source.map(|s| s.span));
        spans.extend(attribution.cue.as_ref().map(|c| c.span));
        spans.extend(&attribution.content);
    }
    spans.extend(review.entities.iter().flat_map(|e| e.mentions.clone()));
    spans
}

#[test]
fn pages_give_the_reviews_that_were_read() {
    let checker = Checker::default();
    insta::glob!("../fixtures/pages", "*.*", |path| {
        let source = source(path);
        let page = Page::read(&source, Format::of(path, &source));
        let review = checker.review_page(&page);
        let meta = format!("# meta\n{:?}\n{:?}\n\n", page.meta(), page.comments());
        insta::assert_snapshot!(meta + &rendering::render(&review));
    });
}

#[test]
fn words_of_a_review_stand_in_the_source() {
    let checker = Checker::default();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/pages");
    for entry in std::fs::read_dir(folder).expect("the fixtures are there") {
        let path = entry.expect("a fixture can be listed").path();
        let source = source(&path);
        let format = Format::of(&path, &source);
        let page = Page::read(&source, format);
        let review = checker.review_page(&page);
        // What stands in for an empty frame has no words.
        let worded = |span: &Span| span.of(review.text()) != "\u{fffc}";
        for span in shown(&review).into_iter().filter(worded) {
            let place = review.in_source(span).of(&source);
            let found = stripped(place, format);
            assert_eq!(words(&found), words(span.of(review.text())), "{}: {place}", path.display());
        }
    }
}
