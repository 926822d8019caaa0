//! How many words a second the tagger tags on one core.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use onrecord::Span;
use onrecord::document::{Token, TokenKind};
use onrecord::tagger::Tagger;

const TEXT: &str = "\
The council voted on Tuesday to delay the bridge repairs that Mayor Ilse Harmon had promised .
“ We can not spend money which we do not have , ” said Orrin Vale , the treasurer of Dunmere .
Residents of the Eastgate district , who waited for years , told reporters they felt betrayed .
According to a report published last week , costs have risen by 1,200 crowns a day since 2019 .
But the engineers' union argued that further delays could make the ageing structure unsafe .
Harmon's office declined to comment and referred all questions to the Ministry of Works .
NEW INQUIRY INTO COLLAPSED FERRY DEAL
Governor Pledges Quick Answers After Night of Protests in Three Towns
It is unclear whether the committee will meet again before the elections are held in October .
";

/// Splits at spaces: enough to tag a text that is written that way.
fn tokens_of(line: &str, start: usize) -> Vec<Token> {
    let mut at = start;
    line.split(' ')
        .map(|word| {
            let span = Span::new(at, at + word.len());
            at += word.len() + 1;
            let kind = match word.chars().next() {
                Some('“') => TokenKind::OpenQuote,
                Some('”') => TokenKind::CloseQuote,
                Some('0'..='9') => TokenKind::Number,
                Some(c) if c.is_ascii_punctuation() => TokenKind::Punct,
                _ => TokenKind::Word,
            };
            Token { span, kind, quoted: false }
        })
        .collect()
}

fn tag(c: &mut Criterion) {
    let tagger = Tagger::new().expect("the compiled-in weights are sound");
    let mut start = 0;
    let mut sentences = Vec::new();
    for line in TEXT.lines() {
        sentences.push(tokens_of(line, start));
        start += line.len() + 1;
    }
    let words: usize = sentences.iter().map(Vec::len).sum();
    let mut group = c.benchmark_group("tagger");
    group.throughput(Throughput::Elements(words as u64));
    let mut tags = Vec::new();
    group.bench_function("tag", |b| {
        b.iter(|| {
            tags.clear();
            for sentence in &sentences {
                tagger.tag(black_box(TEXT), sentence, &mut tags);
            }
            tags.len()
        });
    });
    group.finish();
    c.bench_function("tagger/load", |b| b.iter(|| Tagger::new().is_ok()));
}

criterion_group!(benches, tag);
criterion_main!(benches);
