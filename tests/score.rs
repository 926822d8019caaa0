//! Properties of the score's parts.

use onrecord::score::{
    Post, Sourced, attribution, citations, directness, diversity, effective_sources,
    identification, neutrality,
};
use onrecord::{Checker, Framing, FramingCategory, Span, Voice, score};
use proptest::collection::vec;
use proptest::prelude::*;

fn sourced() -> impl Strategy<Value = Sourced> {
    prop_oneof![
        Just(Sourced::Unidentified),
        Just(Sourced::Described),
        Just(Sourced::Named),
        Just(Sourced::NamedWithRole),
    ]
}

proptest! {
    #[test]
    fn parts_stay_within_their_range(
        claims in vec((0f32..=1.0, any::<bool>()), 0..40),
        words in vec((sourced(), 0u32..5000), 0..40),
        framing in 0f32..1e6,
        own in 0usize..100_000,
    ) {
        let counts: Vec<u32> = words.iter().map(|w| w.1).collect();
        prop_assert!(attribution(claims) <= 100);
        prop_assert!(identification(words) <= 100);
        prop_assert!(diversity(effective_sources(&counts)) <= 100);
        prop_assert!(neutrality(framing, own) <= 100);
    }

    #[test]
    fn sourcing_a_claim_never_lowers_attribution(
        mut claims in vec((0f32..=1.0, any::<bool>()), 1..40), pick in any::<prop::sample::Index>(),
    ) {
        let before = attribution(claims.clone());
        let at = pick.index(claims.len());
        claims[at].1 = true;
        prop_assert!(attribution(claims) >= before);
    }

    #[test]
    fn naming_a_source_never_lowers_identification(
        mut words in vec((sourced(), 0u32..5000), 1..40),
        pick in any::<prop::sample::Index>(),
        better in sourced(),
    ) {
        let before = identification(words.clone());
        let at = pick.index(words.len());
        words[at].0 = words[at].0.max(better);
        prop_assert!(identification(words) >= before);
    }

    #[test]
    fn sources_count_between_one_and_all(words in vec(1u32..5000, 1..40)) {
        let effective = effective_sources(&words);
        prop_assert!(effective > 1.0 - 1e-9 && effective < words.len() as f64 + 1e-9);
    }

    #[test]
    fn the_order_of_sources_does_not_matter(mut words in vec(0u32..5000, 1..40)) {
        let before = diversity(effective_sources(&words));
        words.reverse();
        prop_assert_eq!(diversity(effective_sources(&words)), before);
    }

    #[test]
    fn more_verbatim_words_never_lower_directness(a in 0u32..5000, b in 0u32..5000, all in 5000u32..9000) {
        prop_assert!(directness(a.max(b), all) >= directness(a.min(b), all));
    }

    #[test]
    fn more_framing_never_raises_neutrality(a in 0f32..100.0, more in 0f32..10.0, own in 0usize..9000) {
        prop_assert!(neutrality(a + more, own) <= neutrality(a, own));
    }

    #[test]
    fn a_better_post_never_lowers_citations(whole in any::<bool>(), dated in any::<bool>(), introduced in any::<bool>()) {
        let post = Post { whole, dated, introduced };
        let better = [
            Post { whole: true, ..post },
            Post { dated: true, ..post },
            Post { introduced: true, ..post },
        ];
        let least = better.map(|p| citations([p])).into_iter().min();
        prop_assert!(least >= Some(citations([post])));
    }
}

/// Reviews of real texts: what an edit does to their scores.
mod edits {
    use super::*;
    use onrecord::{Kind, Parts};
    use std::sync::LazyLock;

    static CHECKER: LazyLock<Checker> = LazyLock::new(Checker::default);
    static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let mut paths: Vec<_> =
            files.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
        paths.sort();
        paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
    });

    fn parts(text: &str) -> Parts {
        CHECKER.review(text).score.parts.expect("fixtures are long enough to score")
    }

    fn text() -> impl Strategy<Value = &'static str> {
        any::<prop::sample::Index>().prop_map(|i| TEXTS[i.index(TEXTS.len())].as_str())
    }

    /// Evaluations, predictions and sneers of the writer's, short and long.
    fn evaluation() -> impl Strategy<Value = String> {
        let adjectives = ["disgraceful", "reckless", "historic", "absurd", "shameful", "massive"];
        let nouns = ["plan", "sham", "vote", "record of the past nine years", "fiasco", "decision"];
        let shapes = [
            "It was a ADJ NOUN.",
            "Clearly, the ADJ NOUN failed.",
            "The NOUN will almost certainly transform the whole coast and the towns on both sides of the river.",
            "The ADJ NOUN underscores the need for a new start in the years to come, in the north and in the south.",
            "Of course, the NOUN was ADJ.",
        ];
        let pick = |words: &'static [&'static str]| prop::sample::select(words);
        (
            pick(shapes.to_vec().leak()),
            pick(adjectives.to_vec().leak()),
            pick(nouns.to_vec().leak()),
        )
            .prop_map(|(shape, adjective, noun)| {
                shape.replace("ADJ", adjective).replace("NOUN", noun)
            })
    }

    /// Words to put between quotation marks, plain and coloured.
    fn words() -> impl Strategy<Value = String> {
        let words = [
            "the", "harbour", "vile", "sham", "we", "old", "is", "never", "clearly", "bridge",
            "of", "nine",
        ];
        vec(prop::sample::select(words.to_vec()), 4..12).prop_map(|words| words.join(" "))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

        #[test]
        fn an_unsourced_evaluation_never_raises_neutrality(
            text in text(), evaluation in evaluation(), at in any::<prop::sample::Index>(),
        ) {
            let ends: Vec<usize> = text.match_indices("\n\n").map(|(at, _)| at).chain([text.trim_end().len()]).collect();
            let at = ends[at.index(ends.len())];
            let edited = format!("{}\n\n{evaluation}{}", &text[..at], &text[at..]);
            prop_assert!(parts(&edited).neutrality <= parts(text).neutrality, "{edited}");
        }

        #[test]
        fn naming_a_source_never_lowers_identification(
            text in text(),
            unnamed in prop::sample::select(vec!["an official", "a source", "one resident", "a company spokesman"]),
            name in prop::sample::select(vec!["Ulla Brandvik", "Ulla Brandvik, the mayor of Sund", "Sund mayor Ulla Brandvik"]),
            said in words(),
        ) {
            let with = |who: &str| format!("{}\n\n“The {said},” said {who}.\n", text.trim_end());
            prop_assert!(parts(&with(name)).identification >= parts(&with(unnamed)).identification);
        }

        #[test]
        fn words_within_a_quotation_leave_neutrality_as_it_is(
            text in text(), pick in any::<prop::sample::Index>(), other in words(),
        ) {
            let review = CHECKER.review(text);
            let inner: Vec<Span> = review
                .attributions
                .iter()
                .filter(|a| a.kind == Kind::Direct && a.content.len() == 1)
                .filter_map(|a| inside(text, a.content[0]))
                .collect();
            prop_assume!(!inner.is_empty());
            let span = inner[pick.index(inner.len())];
            let edited = format!("{}{other}{}", &text[..span.start as usize], &text[span.end as usize..]);
            prop_assert_eq!(parts(&edited).neutrality, parts(text).neutrality, "{}", edited);
        }

        #[test]
        fn the_order_of_paragraphs_leaves_neutrality_and_directness_as_they_are(
            pick in any::<prop::sample::Index>(), seed in any::<u64>(),
        ) {
            let texts: Vec<_> = TEXTS.iter().filter_map(|text| paragraphs(text)).collect();
            let (head, mut body) = texts[pick.index(texts.len())].clone();
            let join = |body: &[&str]| format!("{}\n\n{}", head.join("\n\n"), body.join("\n\n"));
            let before = parts(&join(&body));
            body.sort_by_key(|b| b.bytes().fold(seed, |h, c| h.wrapping_mul(31) ^ u64::from(c)));
            let after = parts(&join(&body));
            prop_assert_eq!(after.neutrality, before.neutrality);
            prop_assert_eq!(after.directness, before.directness);
        }
    }

    /// The titles and the paragraphs of a text whose paragraphs stand by themselves: no lists, no quotation that
    /// runs on.
    fn paragraphs(text: &str) -> Option<(Vec<&str>, Vec<&str>)> {
        let blocks: Vec<&str> = text.trim().split("\n\n").collect();
        let titles = blocks.iter().take_while(|b| b.split_whitespace().count() < 25).count();
        let (head, body) = blocks.split_at(titles);
        let whole =
            |b: &&str| b.matches('“').count() == b.matches('”').count() && !b.contains('\n');
        (body.len() > 2 && body.iter().all(whole)).then(|| (head.to_vec(), body.to_vec()))
    }

    /// Each case reviews a text or two: fewer than proptest's 256, unless asked for more.
    fn cases() -> u32 {
        std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(48)
    }

    /// What stands between the marks of a quotation of one sentence, but for its first word and last mark.
    fn inside(text: &str, quotation: Span) -> Option<Span> {
        let words = quotation.of(text);
        let inner = words.strip_prefix(['“', '"', '‘'])?;
        let inner = inner.trim_end_matches(['”', '"', '’', ',', '.', '?', '!']);
        let first = inner.find(' ')? + 1;
        let plain = !inner.contains(['“', '”', '"', '\n', '.', '?', '!', '‘', '’']);
        let start = quotation.start as usize
            + (words.len() - words.trim_start_matches(['“', '"', '‘']).len());
        (plain && inner.len() > first).then(|| Span::new(start + first, start + inner.len()))
    }

    #[test]
    fn grounds_and_score_make_a_hundred() {
        for text in TEXTS.iter() {
            let score = CHECKER.review(text).score;
            let lost: f32 = score.grounds.iter().map(|g| g.points).sum();
            let overall = f32::from(score.overall.unwrap());
            // Grounds of less than half a point are left out.
            assert!((overall - lost - 100.0).abs() < 4.0, "{overall} {lost}");
            assert!(score.grounds.is_sorted_by(|a, b| a.points <= b.points));
        }
    }

    #[test]
    fn a_short_text_has_no_score() {
        for text in ["", "The bridge is closed.", "“It is old,” said Ann Orr, the mayor."] {
            assert_eq!(CHECKER.review(text).score, score::Score::default());
        }
    }
}

#[test]
fn a_framing_span_lowers_the_neutrality_of_a_review() {
    let checker = Checker::default();
    let text = "The new bridge is closed for two weeks. ".repeat(15);
    let mut review = checker.review(&text);
    let span = Span::new(4, 7);
    let framing =
        Framing { span, category: FramingCategory::Peacock, rule: "peacock", weight: 0.5 };
    let claim = &mut review.claims[0];
    (claim.voice, claim.framing, claim.framing_score) = (Voice::Editorial, vec![framing], 0.5);
    let one = score::of(&review).parts.unwrap();
    review.claims[0].framing.push(framing);
    let two = score::of(&review).parts.unwrap();
    assert!(two.neutrality < one.neutrality && one.neutrality < 100);
    assert_eq!(two.attribution, 0);
}
