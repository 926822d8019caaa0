//! Rule `late-attribution`: a quotation of several sentences names its speaker only at the end.
#![doc = include_str!("late-attribution.md")]

use crate::document::Sentence;
use crate::lint::words::count;
use crate::lint::{Group, Parameter, Rule, Severity, context::Context, rule::Findings};
use crate::{Attribution, Production, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "late-attribution",
    code: "ATR107",
    group: Group::Attribution,
    severity: Severity::Note,
    summary: "A quotation of several sentences names its speaker only at the end",
    page: include_str!("late-attribution.md"),
    check,
};

/// A speaker named after fewer is named in time.
pub(super) const SENTENCES: Parameter =
    Parameter::count("sentences", 3.0, "how many quoted sentences before the speaker are too many");

/// Fewer words are no sentence: “Okay?”
const WORDS: usize = 3;

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let most = findings.count(&SENTENCES);
    for attribution in &context.review.attributions {
        let Some((quoted, named)) = late(attribution) else { continue };
        let before = sentences_before(context, quoted, named);
        if before < most || is_introduced(context, attribution, quoted) {
            continue;
        }
        let message = format!(
            "{} of {} come before the reader learns who speaks",
            count(before, "sentence"),
            context.source_name(attribution)
        );
        findings.report(quoted, message, "name the speaker after the first sentence");
        findings.relate(named, "the speaker is named here");
    }
}

/// The quotation and the words that name its speaker, where these come after it.
fn late(attribution: &Attribution) -> Option<(Span, Span)> {
    let source = attribution.source?.span;
    let first = attribution.content.first().filter(|c| c.end <= source.start)?;
    let inverted = matches!(
        attribution.production,
        Production::ContentCueSource | Production::ContentSourceCue | Production::Split
    );
    // A post is quoted whole.
    let post =
        attribution.cue.as_ref().is_some_and(|c| matches!(c.lemma.as_str(), "tweet" | "post"));
    (inverted && !post && attribution.parent.is_none()).then_some((*first, source))
}

/// How many sentences, quoted from the first word on, end before the speaker's sentence or with it; a word
/// or two are none.
fn sentences_before(context: &Context<'_, '_>, quoted: Span, named: Span) -> usize {
    let document = context.document();
    let tokens = document.tokens_in(Span { start: quoted.start, end: named.start });
    let opens = document.tokens.get(tokens.start as usize).is_some_and(|t| t.quoted);
    let first = document.sentence_of(tokens.start);
    let last = document.sentence_of(tokens.end.saturating_sub(1));
    match (opens, first, last) {
        (true, Some(first), Some(last)) if first <= last => {
            let whole = |s: &&Sentence| document.count_words(s.tokens) >= WORDS;
            document.sentences[first..=last].iter().filter(whole).count()
        }
        _ => 0,
    }
}

/// Words of the writer's stand before the quotation in its paragraph, or the paragraph before ends with a
/// colon, a question, or words of the same source.
fn is_introduced(context: &Context<'_, '_>, attribution: &Attribution, quoted: Span) -> bool {
    let document = context.document();
    let Some(block) = context.block_index(quoted.start) else { return true };
    if document.blocks[block].tokens.start < document.tokens_in(quoted).start {
        return true;
    }
    let Some(before) = block.checked_sub(1).map(|b| document.blocks[b].span) else { return false };
    let entity = attribution.source.and_then(|s| s.entity);
    let last = context.review.attributions[..attribution.id.0 as usize].iter().rev();
    let held = |a: &&Attribution| a.source.is_some_and(|s| before.contains(s.span));
    let same = last.take_while(held).next().is_some_and(|a| {
        let asked = a.cue.as_ref().is_some_and(|c| c.lemma == "ask");
        asked || a.source.is_some_and(|s| s.entity == entity)
    });
    same || before.of(document.text).ends_with(':')
}
