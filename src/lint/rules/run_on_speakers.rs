//! Rule `run-on-speakers`: two people are quoted next to each other, the second one named too late.
#![doc = include_str!("run-on-speakers.md")]

use crate::document::BlockKind;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::tagger::Tag;
use crate::{Attribution, EntityId, Production, Source, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "run-on-speakers",
    code: "ATR108",
    group: Group::Attribution,
    severity: Severity::Note,
    summary: "Two people are quoted next to each other, the second one named too late",
    page: include_str!("run-on-speakers.md"),
    check,
};

/// A quotation of a source within one paragraph.
struct Quoted<'r> {
    attribution: &'r Attribution,
    entity: EntityId,
    block: usize,
    /// The quotation that is read first.
    first: Span,
    /// Where its words and whose they are have been read.
    end: u32,
}

/// A shorter quotation is a phrase within a sentence, in words.
const SHORTEST: usize = 4;

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let quoted: Vec<_> =
        context.review.attributions.iter().filter_map(|a| read(context, a)).collect();
    for pair in quoted.windows(2) {
        let [before, next] = pair else { continue };
        if before.block != next.block
            || before.entity == next.entity
            || !follows(context, before, next)
        {
            continue;
        }
        let (one, two) =
            (context.source_name(before.attribution), context.source_name(next.attribution));
        let message = format!("a reader takes this for {one}’s words: {two} is named behind them");
        findings.report(
            next.first,
            message,
            "name the second speaker before the quotation, or begin a new paragraph",
        );
    }
}

/// A direct quotation with a speaker, in a paragraph of running text.
fn read<'r>(context: &Context<'r, '_>, attribution: &'r Attribution) -> Option<Quoted<'r>> {
    let source = attribution.source.filter(|_| attribution.parent.is_none())?;
    let first = *attribution.content.first()?;
    let block = context.block_index(first.start)?;
    let document = context.document();
    let paragraph = document.blocks.get(block).is_some_and(|b| b.kind == BlockKind::Paragraph);
    let opens = first.of(document.text).starts_with(['“', '"', '‘', '\'']);
    let long = document.count_words(document.tokens_in(first)) >= SHORTEST;
    let post = attribution.production == Production::Post;
    let end = attribution.content.iter().map(|s| s.end).chain([source.span.end]);
    (paragraph && opens && long && !post).then(|| Quoted {
        attribution,
        entity: source.entity.unwrap_or_default(),
        block,
        first,
        end: end.max().unwrap_or(first.end),
    })
}

/// The second quotation stands right behind the first speaker's words, before its own speaker.
fn follows(context: &Context<'_, '_>, before: &Quoted<'_>, next: &Quoted<'_>) -> bool {
    let tag = |s: Span| context.review.article.tag(context.document().tokens_in(s).start);
    let behind = |s: &Source| s.span.start >= next.first.end && tag(s.span) != Tag::Prp;
    let named = next.attribution.source.as_ref().is_some_and(behind);
    let cue = before.attribution.cue.as_ref().map_or(0, |c| c.span.end);
    let from = before.end.max(cue);
    let document = context.document();
    let between = document.tokens_in(Span { start: from, end: next.first.start.max(from) });
    named && next.first.start >= from && document.count_words(between) == 0
}
