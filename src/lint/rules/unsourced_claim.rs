//! Rule `unsourced-claim`: a statement that asks for a check has no source near it.
#![doc = include_str!("unsourced-claim.md")]

use crate::document::{BlockKind, TokenKind};
use crate::lexicon::Facts;
use crate::lint::word_set::WordSet;
use crate::lint::{Group, Parameter, Rule, Severity, context::Context, rule::Findings};
use crate::tagger::Tag;
use crate::{Claim, Voice};
use std::cell::LazyCell;

/// The rule.
pub const RULE: Rule = Rule {
    name: "unsourced-claim",
    code: "ATR101",
    group: Group::Attribution,
    severity: Severity::Note,
    summary: "A statement that asks for a check has no source near it",
    page: include_str!("unsourced-claim.md"),
    check,
};

/// Claims that ask for a check less than this are let pass.
pub(super) const WORTH: Parameter = Parameter::share(
    "check-worthiness",
    0.6,
    "the check-worthiness, 0 to 1, from which a claim must have a source",
);

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let blocks = &context.document().blocks;
    let about_a_poll = LazyCell::new(|| is_about_a_poll(context));
    let sourced = context.sourced();
    let worth = findings.number(&WORTH);
    let mut last = None;
    for claim in &context.review.claims {
        if claim.voice != Voice::Unsourced || f64::from(claim.check_worthiness) < worth {
            continue;
        }
        let Some(block) = context.block_index(claim.span.start) else { continue };
        let is_text = blocks[block].kind == BlockKind::Paragraph;
        if is_text && last != Some(block) && !sourced.blocks[block] && asks(context, claim, block) {
            if *about_a_poll {
                return;
            }
            last = Some(block);
            let message = format!("nobody is named for {}", context.quote(claim.span));
            findings.report(claim.span, message, "say who says so, or which record shows it");
        }
    }
}

/// An item about a poll has its source once, for all of its figures.
fn is_about_a_poll(context: &Context<'_, '_>) -> bool {
    let tokens = 0..context.document().tokens.len() as u32;
    let polls = |t: &u32| context.is_any(*t, const { &WordSet::of(&["poll", "polls", "survey"]) });
    tokens.filter(polls).nth(POLL - 1).is_some()
}

/// An item that names polls as often is about one.
const POLL: usize = 3;

/// Somebody's reckoning, outside quotations, that neither the paragraph nor the one before names a record of.
fn asks(context: &Context<'_, '_>, claim: &Claim, block: usize) -> bool {
    let document = context.document();
    let tokens = document.tokens_in(claim.span);
    let is_free =
        |t: u32| !document.tokens[t as usize].quoted && context.review.article.tag(t) != Tag::Md;
    let before = document.blocks[block.saturating_sub(1)].tokens;
    let near = before.start..document.blocks[block].tokens.end;
    let compared = (tokens.start..tokens.end).any(|t| is_compared(context, t));
    (tokens.start..tokens.end).all(is_free)
        && (tokens.start..tokens.end)
            .any(|t| is_reckoned(context, t, compared) && !is_aim(context, t))
        && !near.into_iter().any(|t| is_record(context, t))
}

/// `40 percent`, `an estimated 4,000`, `an average of 12`, `the highest`; a sum (`$3 billion`) where it is
/// compared with another.
fn is_reckoned(context: &Context<'_, '_>, token: u32, compared: bool) -> bool {
    if context.review.article.tag(token) == Tag::Jjs {
        return context.is_any(token, &EXTREMES);
    }
    if context.document().tokens[token as usize].kind != TokenKind::Number {
        return false;
    }
    let measured = match &*context.lower(token + 1) {
        "%" | "percent" | "percentage" => true,
        "per" => context.lower(token + 2) == "cent",
        "million" | "billion" | "trillion" => compared,
        _ => context.document().word(token).ends_with('%'),
    };
    let guess =
        |t: u32| context.is_any(t, const { &WordSet::of(&["average", "estimated", "median"]) });
    measured || (token.saturating_sub(2)..token).any(guess)
}

/// `to raise more than $60 million`: what somebody wants has not come about.
fn is_aim(context: &Context<'_, '_>, token: u32) -> bool {
    let tag = |t: u32| context.review.article.tag(t);
    (token.saturating_sub(5)..token).any(|t| tag(t) == Tag::To && tag(t + 1) == Tag::Vb)
}

/// `more`, `than`, `from … to`, `since`, `half`
fn is_compared(context: &Context<'_, '_>, token: u32) -> bool {
    matches!(context.review.article.tag(token), Tag::Jjr | Tag::Rbr)
        || context
            .is_any(token, const { &WordSet::of(&["than", "from", "since", "half", "twice"]) })
}

/// A poll, a document, an election or a market, whose figures anybody can look up.
fn is_record(context: &Context<'_, '_>, token: u32) -> bool {
    let facts = context.review.article.lexeme(token).facts;
    facts.any(Facts::DOCUMENT) || context.is_any(token, &PUBLIC)
}

/// What is so is so among all others, and somebody compared them.
const EXTREMES: WordSet = WordSet::of(&[
    "biggest",
    "cheapest",
    "costliest",
    "fastest",
    "greatest",
    "highest",
    "largest",
    "lowest",
    "safest",
    "slowest",
    "smallest",
    "worst",
]);

/// Words for them.
const PUBLIC: WordSet = WordSet::of(&[
    "according",
    "ballot",
    "ballots",
    "caucus",
    "caucuses",
    "delegates",
    "dow",
    "election",
    "elections",
    "errors",
    "index",
    "nasdaq",
    "polls",
    "pollsters",
    "primaries",
    "primary",
    "respondents",
    "share",
    "shareholders",
    "shares",
    "stake",
    "stock",
    "stocks",
    "surveyed",
    "turnout",
    "vote",
    "voted",
    "voters",
    "votes",
    "won",
]);
