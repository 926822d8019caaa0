//! Bytes a second of reading pages, what a review of a page costs beside that of its text, and growth.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use onrecord::Checker;
use onrecord::page::{Format, Page};

/// The project's own pages in a format, each with its name.
fn pages(format: Format) -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/pages");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the fixtures are there")
        .map(|entry| entry.expect("a fixture can be listed").path())
        .filter(|path| Format::of(path, "") == format)
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a fixture is text")).collect()
}

/// A page of about a megabyte, as newsrooms write them: half of it is markup.
fn long_page() -> String {
    let paragraph = "<p class=\"article__text\">The ferry between Tamarack and Port Alder will stop on \
        <a href=\"https://ferry.example/plan?id=7&amp;x=1\">May&nbsp;1</a>, the council said on Monday.</p>\n\
        <p class=\"article__text\">&ldquo;The hull is as <em>thin</em> as paper,&rdquo; said Tomas Revik, \
        the harbour master. He would not put his own children on it, he added, and nobody should.</p>\n\
        <figure class=\"article__figure\"><img src=\"boat.jpg\" alt=\"\" loading=\"lazy\" width=\"800\">\
        <figcaption>The ferry at its pier.</figcaption></figure>\n\
        <script>window.ads = window.ads || []; window.ads.push({slot: 'a', size: [300, 250]});</script>\n";
    let body = paragraph.repeat(1_000_000 / paragraph.len());
    format!(
        "<!DOCTYPE html><html><head><title>Ferry</title></head><body><article><h1>Ferry to stop</h1>{body}</article></body></html>"
    )
}

fn reading(c: &mut Criterion) {
    let mut group = c.benchmark_group("page");
    let mut measure = |name: &str, sources: &[String], format: Format| {
        group.throughput(Throughput::Bytes(sources.iter().map(|s| s.len() as u64).sum()));
        group.bench_function(name, |b| {
            b.iter(|| {
                sources.iter().map(|s| Page::read(black_box(s), format).text().len()).sum::<usize>()
            });
        });
    };
    measure("fixtures in HTML", &pages(Format::Html), Format::Html);
    measure("fixtures in Markdown", &pages(Format::Markdown), Format::Markdown);
    measure("a megabyte of HTML", &[long_page()], Format::Html);
    for part in [
        "<div>",
        "<b>",
        "<blockquote>",
        "<a href=x>",
        "</p>",
        "<li>",
        "<br>",
        "&amp",
        "<q>",
        "<!--",
        "<",
    ] {
        let source = part.repeat(1_000_000 / part.len());
        measure(&format!("a megabyte of {part}"), &[source], Format::Html);
    }
    measure("a megabyte of > ", &["> ".repeat(500_000)], Format::Markdown);
    group.finish();
}

/// A review of a page, and of the text that it holds.
fn reviewing(c: &mut Criterion) {
    let checker = Checker::default();
    let source = long_page();
    let text = Page::read(&source, Format::Html).text().to_owned();
    let mut group = c.benchmark_group("review");
    group.sample_size(10);
    group.bench_with_input(BenchmarkId::new("a page", source.len()), &source, |b, source| {
        b.iter(|| checker.review_page(&Page::read(black_box(source), Format::Html)).claims.len());
    });
    group.bench_with_input(BenchmarkId::new("its text", text.len()), &text, |b, text| {
        b.iter(|| checker.review(black_box(text)).claims.len());
    });
    group.finish();
}

criterion_group!(benches, reading, reviewing);
criterion_main!(benches);
