//! Properties of the score's parts.

use onrecord::claim::Grounds;
use onrecord::score::{
    Post, Sourced, attribution, citations, directness, diversity, effective_sources,
    identification, neutrality,
};
use onrecord::{Checker, Claim, Framing, FramingCategory, Span, Voice, score};
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

#[test]
fn a_framing_span_lowers_the_neutrality_of_a_review() {
    let checker = Checker::default();
    let mut review = checker.review("The new bridge is closed for two weeks.");
    let span = Span::new(4, 7);
    let framing =
        Framing { span, category: FramingCategory::Peacock, rule: "peacock", weight: 0.5 };
    review.claims = vec![Claim {
        span: Span::new(0, 38),
        voice: Voice::Editorial,
        attribution: None,
        check_worthiness: 0.5,
        grounds: Grounds::default(),
        framing: vec![framing],
        framing_score: 0.5,
    }];
    let one = score::of(&review).parts;
    review.claims[0].framing.push(framing);
    let two = score::of(&review).parts;
    assert!(two.neutrality < one.neutrality && one.neutrality < 100);
    assert_eq!(two.attribution, 0);
}
