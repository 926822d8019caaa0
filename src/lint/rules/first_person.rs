//! Rule `first-person`: the writer speaks as I or we.
#![doc = include_str!("first-person.md")]

use crate::Span;
use crate::document::BlockKind;
use crate::lint::opinion::is_opinion;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings, words};
use crate::tagger::Tag;

/// The rule.
pub const RULE: Rule = Rule {
    name: "first-person",
    code: "FRM116",
    group: Group::Framing,
    severity: Severity::Note,
    summary: "The writer speaks as I or we",
    page: include_str!("first-person.md"),
    check,
};

/// How many further places a finding points at.
const SHOWN: usize = 3;

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if is_opinion(context) {
        return;
    }
    let spans: Vec<Span> = context
        .own_tokens()
        .filter(|&t| is_writer(context, t))
        .map(|t| context.document().tokens[t as usize].span)
        .collect();
    let Some((&first, others)) = spans.split_first() else { return };
    let message = format!(
        "the writer speaks in the first person {}: {}",
        words::times(spans.len()),
        context.quote(first)
    );
    findings.report(
        first,
        message,
        "take the writer out, or mark the item as opinion or as a first-hand account",
    );
    for other in others.iter().take(SHOWN) {
        findings.relate(*other, "and here");
    }
}

/// Whether a token is I or we in the writer's own voice; capitals make numbers and countries: World War I, the US.
fn is_writer(context: &Context<'_, '_>, token: u32) -> bool {
    let (article, document) = (&context.review.article, context.document());
    if !matches!(article.tag(token), Tag::Prp | Tag::PrpS) {
        return false;
    }
    let is_person = match document.word(token) {
        "I" => token == 0 || !article.tag(token - 1).is_noun(),
        "me" | "my" | "myself" | "we" | "us" | "our" | "ourselves" => true,
        // Within a sentence they are titles: Our Town.
        "My" | "We" | "Our" => {
            let sentence = document.sentence_of(token).map(|i| &document.sentences[i]);
            sentence.is_some_and(|s| s.tokens.start == token)
        }
        _ => false,
    };
    let span = document.tokens[token as usize].span;
    let in_text = context.block_at(span.start).is_some_and(|b| b.kind == BlockKind::Paragraph);
    is_person
        && in_text
        && !context.basis.ledger.attributed[token as usize]
        && !context.is_post(span.start)
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Draft;

    fn found(text: &'static str) -> usize {
        Draft::new(text).findings("first-person").len()
    }

    #[test]
    fn only_the_writers_own_person() {
        assert_eq!(found("Before it rains.\n\nI met the mayor on the pier, and we spoke."), 1);
        assert_eq!(found("Before it rains.\n\nWorld War I ended; the US left."), 0);
        assert_eq!(found("Before it rains.\n\n“I am cold,” she said."), 0);
        assert_eq!(found("Opinion | Why it rains\n\nI met the mayor on the pier."), 0);
    }
}
