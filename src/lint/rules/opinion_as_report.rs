//! Rule `opinion-as-report`: most sentences of an item that is not marked opinion are the writer’s own view.
#![doc = include_str!("opinion-as-report.md")]

use crate::Voice;
use crate::document::{BlockKind, Sentence};
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "opinion-as-report",
    code: "FRM114",
    group: Group::Framing,
    severity: Severity::Warning,
    summary: "Most sentences of an item that is not marked opinion are the writer’s own view",
    page: include_str!("opinion-as-report.md"),
    check,
};

/// Fewer sentences are too few to tell.
const FEWEST: usize = 8;
/// Titles and bylines that mark an item stand among the first blocks.
const HEAD: usize = 5;

/// Words that mark an item as the writer's view.
const MARKS: &[&str] = &[
    "analysis",
    "column",
    "comment",
    "commentary",
    "editorial",
    "essay",
    "guest",
    "leader",
    "letter",
    "letters",
    "op-ed",
    "opinion",
    "perspective",
    "review",
    "viewpoint",
    "views",
];

fn check(context: &Context<'_, '_>, findings: &mut Findings) {
    if is_marked(context) {
        return;
    }
    let mut editorial = Vec::new();
    let mut all = 0;
    let mut claims = context.review.claims.iter().peekable();
    for sentence in context.body_sentences() {
        all += 1;
        while claims.next_if(|c| c.span.end <= sentence.span.start).is_some() {}
        let mut own = false;
        while let Some(claim) = claims.next_if(|c| c.span.start < sentence.span.end) {
            own |= claim.voice == Voice::Editorial;
        }
        if own {
            editorial.push(sentence);
        }
    }
    if let [first, ..] = editorial[..]
        && all >= FEWEST
        && editorial.len() * 2 > all
    {
        report(findings, first, editorial.len(), all);
    }
}

fn report(findings: &mut Findings, first: &Sentence, editorial: usize, all: usize) {
    let message = format!(
        "{editorial} of {all} sentences are the writer’s own evaluation, inference or prediction"
    );
    findings.report(first.span, message, "mark the item as opinion, or source what it asserts");
}

/// A kicker, heading, headline or byline that says so: `Opinion | …`, `Analysis`.
pub(super) fn is_marked(context: &Context<'_, '_>) -> bool {
    let document = context.document();
    let head =
        document.blocks.iter().take(HEAD).filter(|b| {
            matches!(b.kind, BlockKind::Headline | BlockKind::Heading | BlockKind::Byline)
        });
    head.into_iter().any(|block| {
        let line = block.span.of(document.text);
        let (first, rest) = line.split_once([' ', ':', '|']).unwrap_or((line, ""));
        let marks = |word: &str| MARKS.contains(&word.to_lowercase().as_str());
        let alone = rest.is_empty()
            || rest.trim_start().starts_with(['|', ':', '-', '–', '—'])
            || line[first.len()..].starts_with([':', '|']);
        marks(first) && alone
            || block.kind == BlockKind::Byline
                && line
                    .split([' ', ',', '|'])
                    .any(|w| marks(w) || w.eq_ignore_ascii_case("columnist"))
    })
}

#[cfg(test)]
mod tests {
    use crate::Voice;
    use crate::lint::testing::Draft;

    fn found(head: &str, voice: Voice) -> usize {
        let text = format!("{head}\n\n{}", "It is a bold step for us all. ".repeat(9));
        let mut draft = Draft::new(text.leak());
        for _ in 0..9 {
            draft = draft.claim("It is a bold step for us all.", voice, None);
        }
        draft.findings("opinion-as-report").len()
    }

    #[test]
    fn only_what_is_not_marked() {
        assert_eq!(found("Bridge to close", Voice::Editorial), 1);
        assert_eq!(found("Bridge to close", Voice::Unsourced), 0);
        assert_eq!(found("Opinion | Close the bridge", Voice::Editorial), 0);
        assert_eq!(found("Comment: close the bridge", Voice::Editorial), 0);
        assert_eq!(found("Opinion of judges divided", Voice::Editorial), 1);
    }
}
