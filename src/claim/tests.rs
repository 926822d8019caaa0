//! Claims of small texts with attributions made by hand, and of all fixtures.

use super::*;
use crate::Checker;
use crate::document::{Document, TokenSpan};
use crate::lexicon::Lexicon;
use crate::tagger::Tagger;
use crate::{Act, Cue, Kind, Production, Source, Stance};
use std::sync::LazyLock;

static TAGGER: LazyLock<Tagger> = LazyLock::new(|| Tagger::new().unwrap());
static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

/// Reads a text as a paragraph, without attributions of its own.
pub(super) fn article(text: &str) -> Article<'_> {
    Article::new(Document::read(text, &[]), &TAGGER, &LEXICON)
}

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap_or_else(|| panic!("no {words:?} in {text:?}"));
    Span::new(start, start + words.len())
}

/// An indirect statement: source, cue and content as they stand in the text; empty for none.
pub(super) fn attribution(id: u32, text: &str, parts: [&str; 3]) -> Attribution {
    let [source, cue, content] = parts.map(|words| span(text, words));
    Attribution {
        id: AttributionId(id),
        kind: Kind::Indirect,
        act: Act::Statement,
        parent: None,
        confidence: 1.0,
        production: Production::SourceCueContent,
        source: (!source.is_empty()).then_some(Source { span: source, entity: None }),
        cue: Some(Cue { span: cue, lemma: "say".to_owned(), stance: Stance::Neutral }),
        content: vec![content],
        setting: crate::attribution::Setting::default(),
    }
}

fn claims(text: &str, attributions: &[Attribution]) -> Vec<Claim> {
    split(&article(text), attributions, &[], &[])
}

fn spans<'t>(text: &'t str, claims: &[Claim]) -> Vec<&'t str> {
    claims.iter().map(|c| c.span.of(text)).collect()
}

/// Kinds of sentences; each with what is expected of it.
#[derive(serde::Deserialize)]
struct Kinds(std::collections::BTreeMap<String, Sentences>);

#[derive(serde::Deserialize)]
struct Sentences {
    sentences: Vec<(String, String)>,
}

fn table() -> Kinds {
    toml::from_str(include_str!("../../fixtures/claims.toml")).unwrap()
}

#[test]
fn claims_tell_why_they_ask_for_a_check() {
    let checker = Checker::default();
    let mut failed = Vec::new();
    for (expected, text) in &table().0["grounds"].sentences {
        let review = checker.review(text);
        let name = |g: Ground| serde_json::to_value(g).unwrap().as_str().unwrap().to_owned();
        let found: Vec<String> = review.claims[0].grounds.iter().map(name).collect();
        if found.join(" ") != *expected {
            failed.push(format!("{text} {found:?}, not {expected}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn sentences_come_apart_at_the_right_word_and_in_the_right_voice() {
    let mut kinds = table();
    kinds.0.remove("grounds");
    let checker = Checker::default();
    let mut failed = Vec::new();
    for (voices, marked) in kinds.0.values().flat_map(|k| &k.sentences) {
        let text = marked.replace("| ", "");
        let claims = checker.review(&text).claims;
        let letter = |c: &Claim| match c.voice {
            Voice::Sourced => "s",
            Voice::Unsourced => "u",
            Voice::Editorial => "e",
        };
        let found = spans(&text, &claims).join(" | ");
        let heard = claims.iter().map(letter).collect::<Vec<_>>().join(" ");
        if (&found, &heard) != (marked, voices) {
            failed.push(format!("{voices}: {marked}\n{heard}: {found}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

#[test]
fn what_a_source_says_is_sourced() {
    let text = "Orr said the bridge was old, and the council closed it on Friday.";
    let said = attribution(0, text, ["Orr", "said", "the bridge was old"]);
    let found = claims(text, &[said]);
    assert_eq!(
        spans(text, &found),
        ["Orr said the bridge was old,", "and the council closed it on Friday."]
    );
    assert_eq!(found[0].voice, Voice::Sourced);
    assert_eq!(found[0].attribution, Some(AttributionId(0)));
    assert_eq!(found[1].voice, Voice::Unsourced);
    assert_eq!(found[1].attribution, None);
}

#[test]
fn what_the_writer_adds_is_editorial() {
    let text = "Orr outlined the plan, underscoring the town’s commitment to reform.";
    let said = attribution(0, text, ["Orr", "outlined", "the plan"]);
    let voices: Vec<Voice> = claims(text, &[said]).iter().map(|c| c.voice).collect();
    assert_eq!(voices, [Voice::Sourced, Voice::Editorial]);
}

#[test]
fn fragments_stay_with_their_clause() {
    let text = "On Friday, Orr said the bridge was old.";
    let said = attribution(0, text, ["Orr", "said", "the bridge was old"]);
    assert_eq!(spans(text, &claims(text, &[said])), [text]);
    let text = "Pell, who lives there, closed the gate and said the bridge was old.";
    let said = attribution(0, text, ["Pell", "said", "the bridge was old"]);
    assert_eq!(
        spans(text, &claims(text, &[said])),
        ["Pell, who lives there, closed the gate", "and said the bridge was old."]
    );
}

#[test]
fn of_nested_attributions_the_outermost_counts() {
    let text = "Orr said that Pell had told him that the bridge was old.";
    let inner = attribution(0, text, ["Pell", "had told", "that the bridge was old"]);
    let outer =
        attribution(1, text, ["Orr", "said", "that Pell had told him that the bridge was old"]);
    let found = claims(text, &[inner, outer]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].attribution, Some(AttributionId(1)));
}

#[test]
fn what_a_source_says_is_no_framing() {
    let text = "Orr said the disgraceful sham was over.";
    let said = attribution(0, text, ["Orr", "said", "the disgraceful sham was over"]);
    assert!(claims(text, &[]).iter().any(|c| c.framing_score > 0.8));
    assert!(claims(text, &[said]).iter().all(|c| c.framing.is_empty() && c.framing_score == 0.0));
}

#[test]
fn an_inference_has_no_source() {
    let checker = Checker::default();
    let review = checker.review("The visit signals the town’s commitment to reform. It rained.");
    assert!(review.attributions.is_empty());
    assert_eq!(review.claims[0].voice, Voice::Editorial);
    let review = checker.review("Ann Orr acknowledged the need for reform. It rained.");
    assert_eq!(review.attributions.len(), 1);
    assert_eq!(review.claims[0].voice, Voice::Sourced);
}

#[test]
fn one_leaning_word_needs_company() {
    let text = "The looters met in Dover.";
    assert!(claims(text, &[])[0].framing.is_empty());
    let text = "The looters spewed lies in Dover.";
    assert_eq!(claims(text, &[])[0].framing.len(), 2);
}

#[test]
fn framing_adds_up_and_stays_below_one() {
    let mut last = 0.0;
    for text in ["It met.", "It was a sham.", "It was a vile sham.", "It was a vile, absurd sham."]
    {
        let strength = claims(text, &[])[0].framing_score;
        assert!(strength < 1.0 && (strength > last || text == "It met."), "{text} {strength}");
        last = strength;
    }
}

#[test]
fn facts_ask_for_a_check() {
    // Each asks for a check more than the next one.
    let order = [
        "Ann Orr cut the budget by 12 percent in March because taxes fell.",
        "The council voted on the bill in March.",
        "The council met in Dover.",
        "I think we should leave.",
    ];
    let worths: Vec<f32> = order.map(|text| claims(text, &[])[0].check_worthiness).into();
    assert!(worths.is_sorted_by(|a, b| a > b), "{worths:?}");
    assert!(worths.iter().all(|w| (0.0..=1.0).contains(w)));
}

#[test]
fn claims_cover_every_word_once() {
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let review = crate::Checker::default().review(&text);
        let document = review.document();
        let mut covered = vec![0; document.tokens.len()];
        for claim in &review.claims {
            let tokens = document.tokens_in(claim.span);
            assert!(document.count_words(tokens) > 0, "{:?}", claim.span.of(&text));
            covered[tokens.range()].iter_mut().for_each(|n| *n += 1);
            assert!(claim.framing.iter().all(|f| claim.span.contains(f.span)));
        }
        assert!(review.claims.is_sorted_by_key(|c| c.span));
        let furniture = |at: u32| {
            let block = document.blocks.iter().find(|b| b.span.start <= at && at < b.span.end);
            block.is_some_and(|b| super::furniture::is_furniture(&text, b))
        };
        for (token, times) in document.tokens.iter().zip(covered) {
            let none = times == 0 && (!token.kind.is_word() || furniture(token.span.start));
            assert!(times == 1 || none, "{:?}", token.span.of(&text));
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_attributions_leave_every_word_covered_once(
        text in "([a-z]{1,6}|and|who|Orr|said|is|a|vile|sham|,|;|“|”|\\.|\\(|\n| ){0,60}",
        cuts in proptest::collection::vec((0usize..200, 0usize..60), 0..6),
    ) {
        let mut attributions = Vec::new();
        for (i, (start, length)) in cuts.into_iter().enumerate() {
            let mut made = attribution(i as u32, "x", ["", "", ""]);
            made.content = vec![Span::new(start, start + length)];
            attributions.push(made);
        }
        let article = article(&text);
        let claims = split(&article, &attributions, &[], &[]);
        let words: usize = claims
            .iter()
            .map(|c| article.document.count_words(article.document.tokens_in(c.span)))
            .sum();
        let all = TokenSpan::new(0, article.document.tokens.len());
        proptest::prop_assert_eq!(words, article.document.count_words(all));
    }
}
