//! What a review says, for snapshots.

use onrecord::{Attribution, Review, Span};
use std::fmt::Write as _;

/// The words of a span, cut in the middle where they are many.
fn words(text: &str, span: Span) -> String {
    let all: Vec<&str> = span.of(text).split_whitespace().collect();
    match all.len() {
        0..=14 => all.join(" "),
        n => format!("{} […] {}", all[..7].join(" "), all[n - 6..].join(" ")),
    }
}

fn attribution(out: &mut String, review: &Review<'_>, a: &Attribution) {
    let text = review.text();
    let source = a.source.map_or("nobody".to_owned(), |s| words(text, s.span));
    let cue = a.cue.as_ref().map_or("–".to_owned(), |c| words(text, c.span));
    let content: Vec<_> = a.content.iter().map(|s| words(text, *s)).collect();
    let nested = a.parent.map_or(String::new(), |p| format!(" in {}", p.0));
    let name = review
        .entity_of(a)
        .and_then(|e| e.name.clone())
        .map_or(String::new(), |n| format!(" = {n}"));
    let (production, channel) = (a.production, a.setting.channel);
    let _ = writeln!(
        out,
        "{:>3}{nested} {:?} {:?} by {production:?}, {channel:?}",
        a.id.0, a.kind, a.act
    );
    let _ = writeln!(out, "    {source}{name} | {cue} | {}", content.join(" … "));
}

/// All that a review says, a line each.
pub fn render(review: &Review<'_>) -> String {
    let (text, mut out) = (review.text(), String::new());
    let _ = writeln!(out, "# blocks");
    for block in &review.document().blocks {
        let _ = writeln!(out, "{:?}: {}", block.kind, words(text, block.span));
    }
    let _ = writeln!(out, "\n# attributions");
    review.attributions.iter().for_each(|a| attribution(&mut out, review, a));
    let _ = writeln!(out, "\n# sources");
    for e in &review.entities {
        let role = e.role.map_or(String::new(), |r| format!(", {}", words(text, r)));
        let anonymous = if e.anonymous { ", anonymous" } else { "" };
        let first = e.mentions.first().map_or(String::new(), |m| words(text, *m));
        let _ = writeln!(
            out,
            "{} ({:?}{anonymous}{role}) ×{}, first “{first}”",
            e.name.as_deref().unwrap_or("–"),
            e.class,
            e.mentions.len()
        );
    }
    let _ = writeln!(out, "\n# posts");
    for e in &review.embeds {
        let body = e.body.map_or("gone".to_owned(), |b| words(text, b));
        let _ = writeln!(
            out,
            "{} {:?} @{:?} {:?}: {body}",
            e.platform.as_str(),
            e.name,
            e.handle,
            e.date.map(|d| d.to_string())
        );
    }
    let _ = writeln!(out, "\n# claims in the writer's voice");
    for c in review.claims.iter().filter(|c| c.attribution.is_none()) {
        let framing: Vec<_> =
            c.framing.iter().map(|f| format!("{} “{}”", f.rule, words(text, f.span))).collect();
        let _ = writeln!(
            out,
            "{:?} {:.1}: {} {}",
            c.voice,
            c.check_worthiness,
            words(text, c.span),
            framing.join("; ")
        );
    }
    let _ = writeln!(out, "\n# findings");
    for d in &review.diagnostics {
        let _ =
            writeln!(out, "{} {:?} “{}”: {}", d.rule, d.severity, words(text, d.span), d.message);
    }
    score(&mut out, review);
    out
}

fn score(out: &mut String, review: &Review<'_>) {
    let overall = review.score.overall.map_or("none".to_owned(), |s| s.to_string());
    let _ = writeln!(out, "\n# score\n{overall} {:?}", review.score.parts);
    for ground in &review.score.grounds {
        let _ = writeln!(
            out,
            "{:.1} {:?}: {} (×{})",
            ground.points,
            ground.part,
            ground.message,
            ground.spans.len()
        );
    }
    let _ = writeln!(out, "{:?}", review.stats);
}
