//! Why an attribution is one, for a reader at a terminal.

use super::width::fit;
use crate::report::kind_name;
use crate::{Attribution, Explanation, Span};
use std::fmt::Write;

/// The width of the names of parts, in columns.
const NAMES: usize = 10;

/// The parts of an attribution that stands at `head`, the production that proposed it, the decisions
/// with how sure they were, and the `top` features that weighed most.
pub(super) fn text(
    text: &str,
    head: &str,
    attribution: &Attribution,
    why: &Explanation,
    top: usize,
    columns: usize,
) -> String {
    let kind = kind_name(attribution.kind);
    let mut out = format!(
        "{head}: attribution {}, {kind}, confidence {:.2}\n",
        attribution.id.0, why.confidence
    );
    let spans = |spans: &[Span]| -> String {
        let words: Vec<_> = spans.iter().map(|s| s.of(text)).collect();
        if words.is_empty() { "none".to_owned() } else { words.join(" … ") }
    };
    let source: Vec<Span> = attribution.source.iter().map(|s| s.span).collect();
    let cue: Vec<Span> = attribution.cue.iter().map(|c| c.span).collect();
    let room = columns.saturating_sub(NAMES + 4).max(20);
    for (name, part) in [("source", &source), ("cue", &cue), ("content", &attribution.content)] {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  {name:NAMES$}  {}", fit(&spans(part), room).trim_end());
    }
    let _ = writeln!(out, "  {:NAMES$}  {}", "production", why.production.pattern());
    for step in &why.steps {
        let _ =
            writeln!(out, "  {:NAMES$}  {} {:.2}", "decided", step.decision.as_str(), step.sure);
    }
    for (decision, feature) in why.heaviest(top) {
        let what = format!("{}: {}", decision.as_str(), feature.question);
        let _ = writeln!(out, "  {:>+NAMES$.2}  {}", feature.weight, fit(&what, room).trim_end());
    }
    out
}
