//! Marks must nest, stay in their lines, and leave the article as it was.

use crate::{Attribution, AttributionId, Checker, Claim, Kind, Production, Review, Span, Voice};
use proptest::prelude::*;

/// The article that an annotated text holds.
fn stripped(annotated: &str) -> String {
    let mut out = String::new();
    for line in annotated.lines().filter(|l| !l.starts_with('|')) {
        let mut chars = line.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => out.extend(chars.next()),
                '{' => while chars.next().is_some_and(|c| c != ' ') {},
                '}' => {}
                c => out.push(c),
            }
        }
        out.push('\n');
    }
    out
}

/// Whether each line closes what it opens.
fn balanced(annotated: &str) -> bool {
    annotated.lines().filter(|l| !l.starts_with('|')).all(|line| {
        let mut depth = 0i32;
        let mut chars = line.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => drop(chars.next()),
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth < 0 {
                return false;
            }
        }
        depth == 0
    })
}

/// A review of a text with contents and claims wherever they are put.
fn review<'t>(text: &'t str, contents: &[Vec<Span>], claims: &[Span]) -> Review<'t> {
    let mut review = Checker::default().review("");
    review.article.document = crate::document::Document::read(text, &[]);
    review.attributions = contents
        .iter()
        .enumerate()
        .map(|(i, content)| Attribution {
            id: AttributionId(i as u32),
            kind: Kind::Indirect,
            act: crate::Act::Statement,
            parent: None,
            confidence: 1.0,
            production: Production::SourceCueContent,
            source: None,
            cue: None,
            content: content.clone(),
            setting: crate::attribution::Setting::default(),
        })
        .collect();
    review.claims = claims.iter().map(|&span| claim(span)).collect();
    review
}

fn claim(span: Span) -> Claim {
    Claim {
        span,
        voice: Voice::Editorial,
        attribution: None,
        check_worthiness: 0.5,
        framing: Vec::new(),
        framing_score: 0.0,
        grounds: Default::default(),
    }
}

#[test]
fn crossing_marks_are_parted() {
    let text = "one two three four";
    let marked = review(text, &[vec![Span::new(0, 13)], vec![Span::new(4, 18)]], &[]).annotated();
    assert!(marked.starts_with("{=1 one {=2 two three}} {=2 four}\n"), "{marked}");
}

#[test]
fn marks_stay_in_their_lines() {
    let text = "Line one of it\nand line two.\n\nNext block here.";
    let marked = review(text, &[vec![Span::new(5, 40)]], &[]).annotated();
    let lines: Vec<&str> = marked.lines().filter(|l| !l.starts_with('|')).collect();
    assert_eq!(lines, ["Line {=1 one of it}", "{=1 and line two.}", "", "{=1 Next block} here."]);
}

#[test]
fn the_articles_own_marks_are_escaped() {
    let text = "A {brace} and a \\ here.\n| a bar\u{1b}[1m";
    let marked = review(text, &[], &[Span::new(2, 9)]).annotated();
    assert_eq!(marked, "A {~ \\{brace\\}} and a \\\\ here.\n\\| a bar\\u{1b}[1m\n");
}

#[test]
fn a_paragraph_more_changes_no_other_lines() {
    let checker = Checker::default();
    let first = "The pier is to close, the council said on Monday.\n\n";
    let second = "“It is shut,” said Ann Orr, the mayor. She said that it was old.\n";
    let alone = checker.review(second).annotated();
    let text = format!("{first}{second}");
    let both = checker.review(&text).annotated();
    assert!(both.ends_with(&alone), "{both}\n---\n{alone}");
}

proptest! {
    #[test]
    fn nothing_of_the_article_is_lost(
        text in "[a-c{}\\\\| \n“é]{0,60}",
        cuts in prop::collection::vec((0usize..70, 0usize..30), 0..24),
    ) {
        let boundary = |mut at: usize| {
            at = at.min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let spans: Vec<Span> =
            cuts.iter().map(|&(at, len)| Span::new(boundary(at), boundary(at + len))).collect();
        let (claims, contents) = spans.split_at(spans.len() / 2);
        let contents: Vec<Vec<Span>> = contents.iter().map(|s| vec![*s]).collect();
        let marked = review(&text, &contents, claims).annotated();
        let mut whole = text.clone();
        if !whole.is_empty() && !whole.ends_with('\n') {
            whole.push('\n');
        }
        prop_assert_eq!(stripped(&marked), whole);
        prop_assert!(balanced(&marked), "{}", marked);
    }
}
