//! Rule `orphan-quotation`: a quotation has no speaker.
#![doc = include_str!("orphan-quotation.md")]

use super::scare_quotes;
use crate::document::{BlockKind, Closing, Quotation, TokenSpan};
use crate::lint::word_set::WordSet;
use crate::lint::{Group, Parameter, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "orphan-quotation",
    code: "ATR109",
    group: Group::Attribution,
    severity: Severity::Warning,
    summary: "A quotation has no speaker",
    page: include_str!("orphan-quotation.md"),
    check,
};

/// A shorter quotation may be a title, a name or a scare quote.
pub(super) const WORDS: Parameter =
    Parameter::count("words", 4.0, "the fewest words of a quotation that must have a speaker");

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let spoken = spoken_blocks(context);
    let shortest = findings.count(&WORDS);
    let mut last = None;
    for quotation in &context.document().quotations {
        let block = context.block_index(quotation.span.start);
        let run = last.is_some() && (block == last || block == last.map(|b: usize| b + 1));
        if is_whole(context, quotation, shortest)
            && !is_covered(context, quotation)
            && !is_title(context, quotation)
            && !is_transcript(context, quotation)
            && !has_floor(context, &spoken, quotation)
        {
            last = block;
            if run {
                continue;
            }
            let message = format!("nobody is named who said {}", context.quote(quotation.span));
            findings.report(quotation.span, message, "name the speaker in the same paragraph");
        }
    }
}

/// For every block, whether somebody speaks in it or is left to speak by the one before: it ends with
/// a colon, or a quotation follows it.
fn spoken_blocks(context: &Context<'_, '_>) -> Vec<bool> {
    let document = context.document();
    let mut spoken = vec![false; document.blocks.len()];
    for source in context.review.attributions.iter().filter_map(|a| a.source) {
        if let Some(block) = context.block_index(source.span.start) {
            spoken[block] = true;
        }
    }
    for (i, pair) in document.blocks.windows(2).enumerate() {
        let [before, block] = pair else { continue };
        let introduced = before.span.of(document.text).ends_with(':');
        let quoted = block.span.of(document.text).starts_with(['“', '"', '‘', '«']);
        spoken[i + 1] |= introduced || quoted && spoken[i];
    }
    spoken
}

/// Somebody speaks in the same paragraph or the one before: a reader takes the words for theirs. So
/// too where a colon stands before them, a credit in brackets behind, or a line with a dash and a name follows.
fn has_floor(context: &Context<'_, '_>, spoken: &[bool], quotation: &Quotation) -> bool {
    let document = context.document();
    let Some(block) = context.block_index(quotation.span.start) else { return false };
    let signed = |b: usize| {
        let line = document.blocks.get(b).map_or("", |b| b.span.of(document.text));
        line.starts_with(['—', '–', '-', '―', '~'])
    };
    let after = quotation.span.end as usize..document.blocks[block].span.end as usize;
    let rest = document.text.get(after).unwrap_or("").trim_start();
    let before = document.blocks[block].span.start as usize..quotation.span.start as usize;
    let before = document.text.get(before).unwrap_or("").trim_end();
    let credited = document.blocks[block].span.of(document.text).ends_with(']');
    before.ends_with(':')
        || rest.starts_with(['[', '('])
        || credited
        || (block.saturating_sub(2)..=block).any(|b| spoken[b])
        || tells(context, document.blocks[block].tokens)
        || signed(block + 1)
        || rest.starts_with(['—', '–', '-', '―', '~'])
}

/// A word of speech, writing or titles in the writer's words: who speaks is told, if not found, or the
/// quotation is the name of something.
fn tells(context: &Context<'_, '_>, block: TokenSpan) -> bool {
    let own = |t: &u32| !context.document().tokens[*t as usize].quoted;
    (block.start..block.end).filter(own).any(|t| context.is_any(t, &TELLING))
}

const TELLING: WordSet = WordSet::of(&[
    "added",
    "argued",
    "asked",
    "by",
    "column",
    "editorial",
    "headline",
    "headlines",
    "read",
    "reads",
    "said",
    "say",
    "says",
    "shouted",
    "sign",
    "state",
    "stated",
    "states",
    "titled",
    "told",
    "word",
    "words",
    "writes",
    "wrote",
]);

/// A quotation of running text that stands for itself: with both its marks, enough words and a capital.
fn is_whole(context: &Context<'_, '_>, quotation: &Quotation, shortest: usize) -> bool {
    let in_text =
        context.block_at(quotation.span.start).is_some_and(|b| b.kind == BlockKind::Paragraph);
    in_text
        && quotation.depth == 0
        && matches!(quotation.closing, Closing::Closed | Closing::Continued)
        && context.document().count_words(quotation.tokens) >= shortest
        && context.document().word(quotation.tokens.start + 1).starts_with(char::is_uppercase)
}

/// An attribution, an embedded post or a scare quote takes it up.
fn is_covered(context: &Context<'_, '_>, quotation: &Quotation) -> bool {
    let attributed = &context.basis.ledger.attributed[quotation.tokens.range()];
    let (span, claims) = (quotation.span, &context.review.claims);
    let next = claims.partition_point(|c| c.span.end <= span.start);
    let mut framing =
        claims[next..].iter().take_while(|c| c.span.start < span.end).flat_map(|c| &c.framing);
    attributed.contains(&true)
        || context.is_post(span.start)
        || framing.any(|f| f.rule == scare_quotes::RULE.name && f.span.overlaps(span))
}

/// Every longer word begins with a capital: a book, a song, a film.
fn is_title(context: &Context<'_, '_>, quotation: &Quotation) -> bool {
    let words = (quotation.tokens.start..quotation.tokens.end).map(|t| context.document().word(t));
    words.filter(|w| w.len() > 4).all(|w| !w.starts_with(char::is_lowercase))
}

/// `“ORR: It is old.”` names its speaker within.
fn is_transcript(context: &Context<'_, '_>, quotation: &Quotation) -> bool {
    let first = quotation.tokens.start + 1;
    let name = context.document().word(first);
    name.len() > 1
        && !name.contains(char::is_lowercase)
        && (first + 1..first + 4).any(|t| context.document().word(t) == ":")
}
