//! What holds for any text at all.

use onrecord::{Checker, Offsets, Review, Span};
use proptest::prelude::*;
use std::sync::LazyLock;

static CHECKER: LazyLock<Checker> = LazyLock::new(Checker::default);

/// Every span of a review.
fn spans(review: &Review<'_>) -> Vec<Span> {
    let mut all: Vec<Span> = review.document().tokens.iter().map(|t| t.span).collect();
    all.extend(review.document().blocks.iter().map(|b| b.span));
    all.extend(review.document().sentences.iter().map(|s| s.span));
    all.extend(review.document().quotations.iter().map(|q| q.span));
    for attribution in &review.attributions {
        all.extend(attribution.source.map(|s| s.span));
        all.extend(attribution.cue.as_ref().map(|c| c.span));
        all.extend(&attribution.content);
    }
    for entity in &review.entities {
        all.extend(entity.role);
        all.extend(&entity.mentions);
        all.extend(&entity.doubtful);
    }
    for embed in &review.embeds {
        all.push(embed.span);
        all.extend(embed.body);
    }
    for claim in &review.claims {
        all.push(claim.span);
        all.extend(claim.framing.iter().map(|f| f.span));
    }
    for diagnostic in &review.diagnostics {
        all.push(diagnostic.span);
        all.extend(diagnostic.related.iter().map(|r| r.span));
    }
    all
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let review = CHECKER.review(text);
    for span in spans(&review) {
        prop_assert!(span.start <= span.end, "{span:?} is turned around");
        prop_assert!(text.get(span.range()).is_some(), "{span:?} is no span of the text");
    }
    for (i, attribution) in review.attributions.iter().enumerate() {
        prop_assert_eq!(attribution.id.0 as usize, i);
        prop_assert!((0.0..=1.0).contains(&attribution.confidence));
        prop_assert!(!attribution.content.is_empty());
        prop_assert!(attribution.content.is_sorted(), "contents stand in the order of the text");
        prop_assert!(
            attribution
                .parent
                .is_none_or(|p| p != attribution.id && (p.0 as usize) < review.attributions.len())
        );
        let mut ancestors = std::iter::successors(Some(attribution), |a| {
            a.parent.map(|p| &review.attributions[p.0 as usize])
        });
        prop_assert!(
            ancestors.nth(review.attributions.len()).is_none(),
            "parents go round in a circle"
        );
        let entity = attribution.source.and_then(|s| s.entity);
        prop_assert!(entity.is_none_or(|e| (e.0 as usize) < review.entities.len()));
    }
    for claim in &review.claims {
        prop_assert!((0.0..=1.0).contains(&claim.check_worthiness));
        prop_assert!((0.0..=1.0).contains(&claim.framing_score));
    }
    let json = |r: &Review<'_>| {
        serde_json::to_string(&r.json("x", Offsets::Utf16))
            .map_err(|e| TestCaseError::fail(e.to_string()))
    };
    prop_assert_eq!(
        json(&review)?,
        json(&CHECKER.review(text))?,
        "the same text gives the same review"
    );
    Ok(())
}

/// Pieces that news is made of, and that parsers stumble over.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "''",
        "‘",
        "’",
        "'",
        "«",
        "»",
        "—",
        "--",
        ":",
        ",",
        ".",
        "?",
        "!",
        "...",
        "(",
        ")",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "said",
        "Orr",
        "Ann Orr",
        "Mr. Orr",
        "the mayor",
        "he",
        "who",
        "that",
        "to leave",
        "told reporters",
        "according to",
        "plans",
        "is old",
        "was called",
        "by",
        "and",
        "but",
        "underscores",
        "commitment",
        "reportedly",
        "— Ann (@ann) May 1, 2020",
        "<tweet id=\"1\">",
        "pic.twitter.com/abc",
        "U.S.",
        "a.m.",
        "’90s",
        "- ",
        "1. ",
        "> ",
        "By Ann Orr",
        "PORT ALDER (NAN) — ",
        "é",
        "😀",
        "م",
        "\u{200f}",
        "\u{feff}",
        "Ｗ",
        "\t",
        "\0",
    ]);
    prop_oneof![8 => words.prop_map(str::to_owned), 1 => "\\PC{0,12}", 1 => ".{0,8}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_sound_review(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_news_like_text_gives_a_sound_review(pieces in prop::collection::vec(piece(), 0..160), spaced in any::<bool>()) {
        check(&pieces.join(if spaced { " " } else { "" }))?;
    }

    #[test]
    fn any_bytes_of_ten_kilobytes_give_a_sound_review(bytes in prop::collection::vec(any::<u8>(), 0..10_000)) {
        check(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn a_lost_mark_never_turns_later_paragraphs_inside_out(before in "[a-z ,]{0,40}", after in "[a-z ,]{1,40}") {
        let text = format!("He said {before}.\n\nThen “{before} it went on.\n\nPlain words {after} stand here.\n\n“Quoted,” she said.");
        let review = CHECKER.review(&text);
        let plain = text.find("Plain").expect("it was put there") as u32;
        let inside = review.document().tokens.iter().find(|t| t.span.start == plain);
        prop_assert!(inside.is_some_and(|t| !t.quoted));
    }
}

#[test]
fn threads_share_one_checker() {
    let text = include_str!("../fixtures/wire.txt");
    let alone = format!("{:?}", CHECKER.review(text).attributions);
    let threads: Vec<_> = (0..4)
        .map(|_| std::thread::spawn(move || format!("{:?}", CHECKER.review(text).attributions)))
        .collect();
    for thread in threads {
        assert_eq!(thread.join().expect("no thread panics"), alone);
    }
}
