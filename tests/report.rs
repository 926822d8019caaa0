//! The reports over a review that is filled by hand, so that they do not depend on the stages.

use onrecord::claim::Grounds;
use onrecord::report::text::TextReport;
use onrecord::score::{Ground, Part};
use onrecord::{
    Act, Attribution, AttributionId, Channel, Checker, Claim, Cue, Diagnostic, Entity, EntityId,
    Framing, FramingCategory, Kind, Offsets, Parts, Production, Related, Review, Score, Setting,
    Severity, Source, SourceClass, Span, Stance, Stats, Voice,
};

const TEXT: &str = "Bridge to close\n\n😀 “It is old,” said Ann Orr, the mayor. “It must,” she added, \
    “close.” Critics disagree.\r\n\r\nThe landmark was built in 1931 and has carried the road from \
    Pell to Upper Pell ever since, through three floods, two fires and one very long strike, and \
    nobody who lives on either bank can remember the town without it.\n\n\
    — Ann Orr (@annorr) May 3, 2024\n";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or_else(|| panic!("no {words:?}"));
    Span::new(start, start + words.len())
}

fn attribution(id: u32, entity: u32, source: &str, cue: &str, content: &[&str]) -> Attribution {
    Attribution {
        id: AttributionId(id),
        kind: Kind::Direct,
        act: Act::Statement,
        parent: None,
        confidence: 0.912_345,
        production: Production::ContentCueSource,
        source: Some(Source { span: span(source), entity: Some(EntityId(entity)) }),
        cue: Some(Cue { span: span(cue), lemma: "say".to_owned(), stance: Stance::Neutral }),
        content: content.iter().map(|c| span(c)).collect(),
        setting: setting(),
    }
}

fn setting() -> Setting {
    let mut setting = Setting::default();
    setting.channel = Channel::Interview;
    setting.place = Some(span("on either bank"));
    setting
}

fn claim(words: &str, voice: Voice, attribution: Option<u32>) -> Claim {
    Claim {
        span: span(words),
        voice,
        attribution: attribution.map(AttributionId),
        check_worthiness: 0.5,
        grounds: Grounds::default(),
        framing: Vec::new(),
        framing_score: 0.0,
    }
}

fn review(checker: &Checker) -> Review<'static> {
    let mut review = checker.review(TEXT);
    review.attributions = vec![
        attribution(0, 0, "Ann Orr, the mayor", "said", &["“It is old,”"]),
        attribution(1, 0, "she", "added", &["“It must,”", "“close.”"]),
        Attribution {
            cue: None,
            content: Vec::new(),
            ..attribution(2, 1, "Critics", "disagree", &[])
        },
    ];
    review.entities = vec![
        Entity {
            id: EntityId(0),
            name: Some("Ann Orr".to_owned()),
            class: SourceClass::Person,
            anonymous: false,
            role: Some(span("the mayor")),
            first_mention: Some(span("Ann Orr, the mayor")),
            mentions: vec![span("Ann Orr, the mayor"), span("she")],
            ..Entity::default()
        },
        Entity {
            id: EntityId(1),
            name: None,
            class: SourceClass::Group,
            anonymous: true,
            role: None,
            mentions: vec![span("Critics")],
            ..Entity::default()
        },
    ];
    assert!(review.embeds.len() == 1 && review.embeds[0].orphan);
    let landmark = span("The landmark was built in 1931").start as usize;
    review.claims = vec![
        claim("“It is old,” said Ann Orr, the mayor", Voice::Sourced, Some(0)),
        claim("Critics disagree", Voice::Unsourced, None),
        Claim {
            framing: vec![Framing {
                span: Span::new(landmark + 4, landmark + 12),
                category: FramingCategory::Peacock,
                rule: "peacock",
                weight: 0.4,
            }],
            framing_score: 0.4,
            ..claim("The landmark was built in 1931", Voice::Editorial, None)
        },
    ];
    review.diagnostics = diagnostics();
    review.score = Score {
        overall: Some(38),
        parts: Some(Parts {
            attribution: 41,
            identification: 90,
            diversity: 12,
            ..Parts::default()
        }),
        grounds: vec![Ground {
            part: Part::Attribution,
            points: -12.04,
            message: "9 predictions without a source".to_owned(),
            spans: vec![span("Critics disagree.")],
        }],
    };
    review.stats = Stats { words: 65, sentences: 6, sourced_words: 6, quoted_words: 6, sources: 2 };
    review
}

fn diagnostics() -> Vec<Diagnostic> {
    let critics = span("Critics");
    let diagnostic = |rule, severity, span, message: &str, help: &str| Diagnostic {
        rule,
        code: "ATR102",
        severity,
        span,
        message: message.to_owned(),
        help: help.to_owned(),
        related: Vec::new(),
    };
    vec![
        Diagnostic {
            related: vec![
                Related { span: span("she"), message: "the only one named".to_owned() },
                Related { span: span("Bridge"), message: "what the headline says".to_owned() },
            ],
            ..diagnostic(
                "vague-source",
                Severity::Warning,
                critics,
                "“Critics” names nobody, and a reader cannot tell whether there is more than one of them",
                "name them, or say how many there are and how they know",
            )
        },
        diagnostic(
            "peacock",
            Severity::Note,
            span("landmark"),
            "“landmark” praises",
            "leave it out",
        ),
        diagnostic(
            "continued-quotation",
            Severity::Error,
            Span { start: critics.start, end: span("1931").end },
            "runs over paragraphs",
            "",
        ),
    ]
}

/// Without what only a terminal understands.
fn plain(styled: &str) -> String {
    anstream::adapter::strip_str(styled).to_string()
}

#[test]
fn text_at_eighty_columns() {
    let checker = Checker::default();
    let review = review(&checker);
    let report = TextReport::new(&review, "bridge.txt", 80);
    insta::assert_snapshot!(plain(&(report.diagnostics() + &report.summary())));
}

#[test]
fn text_stays_within_any_width() {
    let checker = Checker::default();
    let review = review(&checker);
    for columns in [60, 80, 120, 200] {
        let report = TextReport::new(&review, "bridge.txt", columns);
        let text = plain(&(report.diagnostics() + &report.summary()));
        for line in text.lines() {
            assert!(line.chars().count() <= columns, "{columns}: {line}");
        }
    }
}

/// Tabs, wide, right-to-left, joined and control characters, lone and paired line ends.
const ODD: &str =
    "\u{feff}one\ttwo\r\n\r\n東京都 שלום عرب e\u{301} 👩\u{200d}👧\rx\u{2028}y\u{202e}z\0\n\n";

#[test]
fn any_span_of_odd_text_can_be_shown() {
    let checker = Checker::default();
    let mut review = checker.review(ODD);
    let ends: Vec<usize> = ODD.char_indices().map(|(i, _)| i).chain([ODD.len()]).collect();
    for (n, &start) in ends.iter().enumerate() {
        let spans = ends[n..].iter().map(|&end| Span::new(start, end));
        let mut diagnostic = diagnostics().swap_remove(0);
        diagnostic.related.truncate(1);
        diagnostic.related[0].span = Span::new(0, 6);
        review.diagnostics = spans.map(|span| Diagnostic { span, ..diagnostic.clone() }).collect();
        for columns in [0, 30, 100] {
            let text = TextReport::new(&review, "odd.txt", columns).diagnostics();
            assert_eq!(text.matches("vague-source").count(), review.diagnostics.len());
        }
    }
}

#[test]
fn json() {
    let checker = Checker::default();
    let review = review(&checker);
    insta::assert_json_snapshot!(review.json("bridge", Offsets::Chars));
}

#[test]
fn a_review_serializes_as_its_json() {
    let checker = Checker::default();
    let review = review(&checker);
    let direct = serde_json::to_value(&review).unwrap();
    assert_eq!(direct, serde_json::to_value(review.json("article", Offsets::Chars)).unwrap());
}

#[test]
fn spans_fit_their_unit() {
    let checker = Checker::default();
    let review = review(&checker);
    let wide: Vec<u16> = TEXT.encode_utf16().collect();
    let chars: Vec<char> = TEXT.chars().collect();
    for offsets in [Offsets::Chars, Offsets::Bytes, Offsets::Utf16] {
        let json = serde_json::to_value(review.json("x", offsets)).unwrap();
        let mut seen = 0;
        for attribution in json["attributions"].as_array().unwrap() {
            let parts = ["source", "cue"].map(|part| &attribution[part]);
            for part in parts.into_iter().filter(|p| !p.is_null()) {
                let at = |i: usize| part["spans"][0][i].as_u64().unwrap() as usize;
                let (start, end) = (at(0), at(1));
                let words = match offsets {
                    Offsets::Chars => chars[start..end].iter().collect(),
                    Offsets::Bytes => TEXT[start..end].to_owned(),
                    Offsets::Utf16 => String::from_utf16(&wide[start..end]).unwrap(),
                };
                assert_eq!(part["text"], words);
                seen += 1;
            }
        }
        assert_eq!(seen, 5);
    }
}

#[test]
fn schema() {
    insta::assert_json_snapshot!(onrecord::report::schema());
}

mod against_schema {
    //! A check of the parts of JSON Schema that the published one uses.

    use super::*;
    use onrecord::report::{Failure, FailureJson};
    use serde_json::Value;

    #[test]
    fn a_review_is_valid() {
        let checker = Checker::default();
        let review = review(&checker);
        let json = serde_json::to_value(review.json("x", Offsets::Chars)).unwrap();
        validate(&json).unwrap();
    }

    #[test]
    fn a_failure_is_valid() {
        let failure = Failure::from(&onrecord::Error::TooLong { bytes: 2, limit: 1 });
        validate(&serde_json::to_value(FailureJson::new(None, &failure)).unwrap()).unwrap();
    }

    #[test]
    fn other_things_are_not() {
        let checker = Checker::default();
        let review = review(&checker);
        let good = serde_json::to_value(review.json("x", Offsets::Chars)).unwrap();
        for (pointer, bad) in [
            ("/schema", "onrecord.review/0".into()),
            ("/attributions/0/kind", "shouted".into()),
            ("/attributions/0/source/spans/0", vec![1, 2, 3].into()),
            ("/entities/0/id", Value::Null),
            ("/score/parts/attribution", "high".into()),
        ] {
            let mut json = good.clone();
            *json.pointer_mut(pointer).unwrap() = bad;
            assert!(validate(&json).is_err(), "{pointer}");
        }
    }

    fn validate(value: &Value) -> Result<(), String> {
        let root = onrecord::report::schema().to_value();
        check(&root, &root, value, "")
    }

    fn check(root: &Value, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
        let Some(rules) = schema.as_object() else { return Ok(()) };
        for (rule, wanted) in rules {
            let good = match rule.as_str() {
                "$ref" => {
                    let target = root.pointer(&wanted.as_str().unwrap()[1..]).unwrap();
                    check(root, target, value, at)?;
                    true
                }
                "type" => types(wanted).any(|t| has_type(value, t)),
                "const" => value == wanted,
                "enum" => wanted.as_array().unwrap().contains(value),
                "anyOf" | "oneOf" => {
                    let options = wanted.as_array().unwrap();
                    options.iter().any(|o| check(root, o, value, at).is_ok())
                }
                "required" => {
                    let names = wanted.as_array().unwrap();
                    names.iter().all(|n| value.get(n.as_str().unwrap()).is_some())
                }
                "properties" => {
                    for (name, inner) in wanted.as_object().unwrap() {
                        if let Some(field) = value.get(name) {
                            check(root, inner, field, &format!("{at}/{name}"))?;
                        }
                    }
                    true
                }
                "items" => {
                    for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                        check(root, wanted, item, &format!("{at}/{i}"))?;
                    }
                    true
                }
                "minItems" => {
                    value.as_array().is_none_or(|a| a.len() as u64 >= wanted.as_u64().unwrap())
                }
                "maxItems" => {
                    value.as_array().is_none_or(|a| a.len() as u64 <= wanted.as_u64().unwrap())
                }
                "minimum" => value.as_f64().is_none_or(|n| n >= wanted.as_f64().unwrap()),
                "maximum" => value.as_f64().is_none_or(|n| n <= wanted.as_f64().unwrap()),
                "$schema" | "$defs" | "title" | "description" | "format" => true,
                other => return Err(format!("{at}: the check does not know `{other}`")),
            };
            if !good {
                return Err(format!("{at}: {rule} {wanted}: {value}"));
            }
        }
        Ok(())
    }

    fn types(wanted: &Value) -> impl Iterator<Item = &str> {
        let list = wanted.as_array().map_or(std::slice::from_ref(wanted), Vec::as_slice);
        list.iter().filter_map(Value::as_str)
    }

    fn has_type(value: &Value, name: &str) -> bool {
        match name {
            "null" => value.is_null(),
            "boolean" => value.is_boolean(),
            "integer" => value.is_u64() || value.is_i64(),
            "number" => value.is_number(),
            "string" => value.is_string(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            _ => false,
        }
    }
}
