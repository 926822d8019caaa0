//! How well attributions are found in nine genres of news text, each against a floor.
//!
//! `cargo test --test genres -- --nocapture` prints the table; with `GENRES_SHOW=all`, or the name
//! of a genre, also what is missed and what is extra.

use onrecord::{Checker, Span};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::PathBuf;

#[derive(Deserialize)]
struct Set {
    text: Vec<Sample>,
}

#[derive(Deserialize)]
struct Sample {
    text: String,
    attributions: Vec<Parts>,
}

/// An attribution in words; a part that the text does not have is left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    source: Option<String>,
    cue: Option<String>,
    content: Vec<String>,
}

/// An attribution as bytes of its text.
struct Relation {
    source: Vec<Range<usize>>,
    cue: Vec<Range<usize>>,
    content: Vec<Range<usize>>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/genres")
}

fn sets() -> BTreeMap<String, Set> {
    let files = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    files
        .filter(|p| p.extension().is_some_and(|e| e == "toml") && !p.ends_with("floors.toml"))
        .map(|path| {
            let set = toml::from_str(&std::fs::read_to_string(&path).unwrap())
                .unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            (path.file_stem().unwrap().to_string_lossy().into_owned(), set)
        })
        .collect()
}

/// Where some words stand in a text as whole words.
fn places<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).map(|(at, _)| at..at + words.len()).filter(move |place| {
        let before = text[..place.start].chars().next_back();
        let after = text[place.end..].chars().next();
        !(letter(before) && letter(words.chars().next())
            || letter(after) && letter(words.chars().next_back()))
    })
}

/// The bytes between two places, 0 where they touch.
fn gap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.start.saturating_sub(b.end).max(b.start.saturating_sub(a.end))
}

/// The place of some words that is nearest to others, and outside of these and of what is `taken`.
fn nearest(
    text: &str,
    words: &str,
    others: &[Range<usize>],
    taken: &[Range<usize>],
) -> Option<Range<usize>> {
    let free =
        |p: &Range<usize>| others.iter().chain(taken).all(|o| p.end <= o.start || o.end <= p.start);
    places(text, words).filter(free).min_by_key(|p| others.iter().map(|o| gap(p, o)).min())
}

impl Parts {
    /// Finds the parts: each piece of content behind the one before, the cue nearest to the content, the
    /// source nearest to the cue, or to the content where there is no cue.
    fn locate(&self, text: &str) -> Result<Relation, String> {
        let missing = |words: &str| format!("{words:?} is not in its place in {text:?}");
        let (mut content, mut cue, mut source) = (Vec::new(), Vec::new(), Vec::new());
        let mut from = 0;
        for piece in &self.content {
            let place = places(text, piece).find(|p| p.start >= from);
            let place = place.ok_or_else(|| missing(piece))?;
            from = place.end;
            content.push(place);
        }
        if let Some(words) = &self.cue {
            cue.push(nearest(text, words, &content, &[]).ok_or_else(|| missing(words))?);
        }
        if let Some(words) = &self.source {
            let anchor = if cue.is_empty() { &content } else { &cue };
            source.push(nearest(text, words, anchor, &content).ok_or_else(|| missing(words))?);
        }
        Ok(Relation { source, cue, content })
    }
}

/// The words of a text: letters and digits, with the marks that stand within them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        let end = at + c.len_utf8();
        match out.last_mut() {
            Some(word) if joins(&text[word.end..at]) => word.end = end,
            _ => out.push(at..end),
        }
    }
    out
}

fn joins(between: &str) -> bool {
    matches!(between, "" | "’" | "'" | "." | "," | "-")
}

/// The numbers of the words of each part.
struct View {
    source: BTreeSet<usize>,
    cue: BTreeSet<usize>,
    content: BTreeSet<usize>,
}

impl View {
    fn of(relation: &Relation, words: &[Range<usize>]) -> Self {
        let numbers = |part: &[Range<usize>]| {
            let within = |w: &Range<usize>| part.iter().any(|p| w.start < p.end && p.start < w.end);
            (0..words.len()).filter(|&i| within(&words[i])).collect()
        };
        Self {
            source: numbers(&relation.source),
            cue: numbers(&relation.cue),
            content: numbers(&relation.content),
        }
    }

    /// Dice's coefficient of the contents, 0 to 1.
    fn dice(&self, other: &Self) -> f64 {
        let common = self.content.intersection(&other.content).count();
        let all = self.content.len() + other.content.len();
        if all == 0 { 1.0 } else { 2.0 * common as f64 / all as f64 }
    }

    /// Overlapping by half of the shorter, or both absent.
    fn same_source(&self, other: &Self) -> bool {
        let (a, b) = (&self.source, &other.source);
        match a.len().min(b.len()) {
            0 => a.is_empty() && b.is_empty(),
            shorter => 2 * a.intersection(b).count() >= shorter,
        }
    }

    fn relaxed(&self, other: &Self) -> bool {
        self.dice(other) >= 0.5 && self.same_source(other)
    }

    fn strict(&self, other: &Self) -> bool {
        self.source == other.source && self.cue == other.cue && self.content == other.content
    }
}

/// Pairs of marked and found attributions that `same` accepts, the most alike first.
fn pair(gold: &[View], found: &[View], same: fn(&View, &View) -> bool) -> Vec<(usize, usize)> {
    let all = (0..gold.len()).flat_map(|g| (0..found.len()).map(move |f| (g, f)));
    let mut all: Vec<_> = all.filter(|&(g, f)| same(&gold[g], &found[f])).collect();
    all.sort_by(|a, b| {
        gold[b.0].dice(&found[b.1]).total_cmp(&gold[a.0].dice(&found[a.1])).then(a.cmp(b))
    });
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (g, f) in all {
        if pairs.iter().all(|p| p.0 != g && p.1 != f) {
            pairs.push((g, f));
        }
    }
    pairs
}

#[derive(Default)]
struct Counts {
    gold: usize,
    found: usize,
    relaxed: usize,
    strict: usize,
}

impl Counts {
    /// Precision, recall and F1, in percent.
    fn rates(&self, hits: usize) -> [f64; 3] {
        let share = |n: usize| if n == 0 { 0.0 } else { 100.0 * hits as f64 / n as f64 };
        let both = self.gold + self.found;
        let f1 = if both == 0 { 0.0 } else { 200.0 * hits as f64 / both as f64 };
        [share(self.found), share(self.gold), f1]
    }
}

fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

fn found(checker: &Checker, text: &str) -> Vec<Relation> {
    let review = checker.review(text);
    let relation = |a: &onrecord::Attribution| Relation {
        source: a.source.iter().map(|s| range(s.span)).collect(),
        cue: a.cue.iter().map(|c| range(c.span)).collect(),
        content: a.content.iter().map(|&s| range(s)).collect(),
    };
    review.attributions.iter().map(relation).collect()
}

fn describe(text: &str, relation: &Relation) -> String {
    let part = |part: &[Range<usize>]| {
        part.iter().map(|r| &text[r.clone()]).collect::<Vec<_>>().join(" … ")
    };
    format!("{} | {} | {}", part(&relation.source), part(&relation.cue), part(&relation.content))
}

fn count(checker: &Checker, sample: &Sample, counts: &mut Counts, show: bool) {
    let text = sample.text.as_str();
    let gold: Vec<_> = sample.attributions.iter().map(|a| a.locate(text).unwrap()).collect();
    let found = found(checker, text);
    let words = words(text);
    let views = |all: &[Relation]| all.iter().map(|r| View::of(r, &words)).collect::<Vec<_>>();
    let (gold_views, found_views) = (views(&gold), views(&found));
    let pairs = pair(&gold_views, &found_views, View::relaxed);
    counts.gold += gold.len();
    counts.found += found.len();
    counts.relaxed += pairs.len();
    counts.strict += pair(&gold_views, &found_views, View::strict).len();
    if show && (pairs.len() < gold.len() || pairs.len() < found.len()) {
        println!("\n{text}");
        for (i, relation) in
            gold.iter().enumerate().filter(|(i, _)| !pairs.iter().any(|p| p.0 == *i))
        {
            println!("  missed {i}: {}", describe(text, relation));
        }
        for (i, relation) in
            found.iter().enumerate().filter(|(i, _)| !pairs.iter().any(|p| p.1 == *i))
        {
            println!("  extra {i}: {}", describe(text, relation));
        }
    }
}

#[test]
fn every_part_stands_in_its_text() {
    for (genre, set) in sets() {
        assert!(set.text.len() >= 62, "{genre} has {} texts", set.text.len());
        let traps = set.text.iter().filter(|s| s.attributions.is_empty()).count();
        assert!(traps >= 8, "{genre} has {traps} texts without attributions");
        for sample in &set.text {
            for parts in &sample.attributions {
                if let Err(fault) = parts.locate(&sample.text) {
                    panic!("{genre}: {fault}");
                }
            }
        }
    }
}

#[test]
fn no_genre_falls_below_its_floor() {
    let checker = Checker::default();
    let floors: BTreeMap<String, f64> =
        toml::from_str(&std::fs::read_to_string(folder().join("floors.toml")).unwrap()).unwrap();
    let shown = std::env::var("GENRES_SHOW").unwrap_or_default();
    println!("{:<12} gold found | relaxed   P     R    F1 | strict    P     R    F1", "");
    let mut faults = Vec::new();
    for (genre, set) in sets() {
        let mut counts = Counts::default();
        for sample in &set.text {
            count(&checker, sample, &mut counts, shown == "all" || shown == genre);
        }
        let [[p, r, f], [sp, sr, sf]] =
            [counts.relaxed, counts.strict].map(|hits| counts.rates(hits));
        println!(
            "{genre:<12} {:>4} {:>5} |       {p:>5.1} {r:>5.1} {f:>5.1} |      {sp:>5.1} {sr:>5.1} {sf:>5.1}",
            counts.gold, counts.found
        );
        let floor = floors.get(&genre).copied().unwrap_or(100.0);
        if f < floor {
            faults.push(format!("{genre}: {f:.1} is below {floor}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
