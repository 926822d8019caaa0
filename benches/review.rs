//! Words a second of the grammar's stage and of whole reviews, and how the time grows with the text.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use onrecord::article::Article;
use onrecord::document::Document;
use onrecord::lexicon::Lexicon;
use onrecord::tagger::Tagger;
use onrecord::{Checker, Claim, Mode, Review, Settings, claim, lint, score};

/// The project's own articles, one after the other.
fn articles() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the fixtures are there")
        .map(|entry| entry.expect("a fixture can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a fixture is text")).collect()
}

fn words(texts: &[String]) -> u64 {
    texts.iter().map(|t| t.split_whitespace().count() as u64).sum()
}

/// The claims of a review, made again from its attributions.
fn split(review: &Review<'_>) -> Vec<Claim> {
    claim::split(&review.article, &review.attributions, &review.entities, &review.embeds)
}

/// Taking apart, tagging, grammar and decisions, then what is made of the attributions, stage by stage.
fn stages(c: &mut Criterion) {
    let texts = articles();
    let (tagger, lexicon) = (Tagger::new().expect("sound weights"), Lexicon::new());
    let checker = Checker::default();
    let mut group = c.benchmark_group("stages");
    group.throughput(Throughput::Elements(words(&texts)));
    group.bench_function("document", |b| {
        b.iter(|| {
            texts.iter().map(|t| Document::read(black_box(t), &[]).tokens.len()).sum::<usize>()
        });
    });
    group.bench_function("document and tags", |b| {
        let read = |t: &String| Article::new(Document::read(t, &[]), &tagger, &lexicon).tags.len();
        b.iter(|| texts.iter().map(|t| read(black_box(t))).sum::<usize>());
    });
    let tagged: Vec<_> =
        texts.iter().map(|t| Article::new(Document::read(t, &[]), &tagger, &lexicon)).collect();
    group.bench_function("grammar and decisions", |b| {
        b.iter(|| tagged.iter().map(|a| checker.attributions(black_box(a)).len()).sum::<usize>());
    });
    let fast = checker.with_settings(Settings { mode: Mode::Fast, ..Settings::default() });
    group.bench_function("grammar and decisions, fast", |b| {
        b.iter(|| tagged.iter().map(|a| fast.attributions(black_box(a)).len()).sum::<usize>());
    });
    let reviews: Vec<_> = texts.iter().map(|t| checker.review(t)).collect();
    group.bench_function("claims and framing", |b| {
        b.iter(|| reviews.iter().map(|r| split(black_box(r)).len()).sum::<usize>());
    });
    group.bench_function("summary", |b| {
        b.iter(|| {
            reviews
                .iter()
                .map(|r| claim::compare(&r.article, black_box(&r.claims)).len())
                .sum::<usize>()
        });
    });
    let plan = lint::Plan::default();
    group.bench_function("rules", |b| {
        b.iter(|| reviews.iter().map(|r| plan.run(black_box(r)).diagnostics.len()).sum::<usize>());
    });
    group.bench_function("score", |b| {
        b.iter(|| reviews.iter().map(|r| score::of(black_box(r)).grounds.len()).sum::<usize>());
    });
    group.bench_function("claims, framing, rules and score", |b| {
        let all = |r| {
            let claims = split(r);
            let summary = claim::compare(&r.article, &claims);
            claims.len()
                + summary.len()
                + plan.run(r).diagnostics.len()
                + score::of(r).grounds.len()
        };
        b.iter(|| reviews.iter().map(|r| all(black_box(r))).sum::<usize>());
    });
    for (name, checker) in [("review", &checker), ("review, fast", &fast)] {
        let read = |t: &String| checker.review(black_box(t)).attributions.len();
        group.bench_function(name, |b| b.iter(|| texts.iter().map(read).sum::<usize>()));
    }
    group.finish();
}

/// The same articles as texts of 10 kB, 100 kB and 1 MB, and a megabyte of what parsers choke on.
fn growth(c: &mut Criterion) {
    let checker = Checker::default();
    let all = articles().join("\n\n");
    let mut group = c.benchmark_group("growth");
    group.sample_size(10);
    for size in [10_000, 100_000, 1_000_000] {
        let text = repeated(&all, size);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("articles", size), &text, |b, text| {
            b.iter(|| checker.review(black_box(text)).claims.len());
        });
    }
    for (name, part) in [
        ("quotes", "\""),
        ("brackets", "("),
        ("closing brackets", ")"),
        ("said", "said "),
        ("letters", "a"),
        ("posts", "— A (@a) May 1, 2020\n"),
        ("handles", "(@a) "),
        ("lines of handles", "@a\n"),
        ("dashes", "— "),
        ("tags", "<tweet"),
        ("users", "by u/abc "),
    ] {
        let text = repeated(part, 1_000_000);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("megabyte of", name), &text, |b, text| {
            b.iter(|| checker.review(black_box(text)).claims.len());
        });
    }
    group.finish();
}

/// `part` again and again, up to about `size` bytes.
fn repeated(part: &str, size: usize) -> String {
    let mut text = part.repeat(size / part.len() + 1);
    let end = (size..=text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len());
    text.truncate(end);
    text
}

/// What starting costs: compiling lexicons and weights.
fn start(c: &mut Criterion) {
    c.bench_function("start", |b| b.iter(|| black_box(Checker::default())));
}

criterion_group!(benches, stages, growth, start);
criterion_main!(benches);
