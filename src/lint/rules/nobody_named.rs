//! Rule `nobody-named`: something is reported and nobody is named who says so.
#![doc = include_str!("nobody-named.md")]

use crate::Span;
use crate::document::{BlockKind, TokenSpan};
use crate::lexicon::Facts;
use crate::lint::word_set::WordSet;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::tagger::Tag;

/// The rule.
pub const RULE: Rule = Rule {
    name: "nobody-named",
    code: "ATR113",
    group: Group::Attribution,
    severity: Severity::Warning,
    summary: "Something is reported and nobody is named who says so",
    page: include_str!("nobody-named.md"),
    check,
};

/// Adverbs that stand for a source.
const ADVERBS: WordSet = WordSet::of(&[
    "allegedly",
    "purportedly",
    "reportedly",
    "reputedly",
    "rumoredly",
    "supposedly",
]);
/// Participles that stand for a source, before an infinitive.
/// What hearsay begins with: one of these adverbs, or a form of be or have.
const OPENING: WordSet = WordSet::of(&[
    "allegedly",
    "are",
    "has",
    "have",
    "is",
    "purportedly",
    "reportedly",
    "reputedly",
    "rumoredly",
    "supposedly",
    "was",
    "were",
]);
const PARTICIPLES: &[&str] =
    &["alleged", "believed", "reported", "rumored", "rumoured", "said", "thought", "understood"];

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let sourced = context.sourced();
    let document = context.document();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let block = sentence.block as usize;
        let is_text =
            matches!(document.blocks[block].kind, BlockKind::Paragraph | BlockKind::Bullet);
        if !is_text {
            continue;
        }
        for t in sentence.tokens.start..sentence.tokens.end {
            let Some((span, what)) = hearsay(context, t) else { continue };
            let answered = match what {
                Hearsay::Learned => false,
                Hearsay::Said => sourced.sentences[index] || on_record(context, sentence.tokens),
            };
            if !answered && !context.is_quoted(span) {
                let message = format!("{} and {}", context.quote(span), what.lacks());
                findings.report(span, message, "name who says so, or say why they are not named");
            }
        }
    }
}

impl Hearsay {
    fn lacks(self) -> &'static str {
        match self {
            Self::Said => "nobody is named who says so",
            Self::Learned => "the text does not say from whom",
        }
    }
}

/// What stands for a source.
enum Hearsay {
    /// `reportedly`, `is said to`
    Said,
    /// `the Courier has learned`
    Learned,
}

/// Words that begin at a token and report without a source.
fn hearsay(context: &Context<'_, '_>, token: u32) -> Option<(Span, Hearsay)> {
    if !context.is_any(token, &OPENING) {
        return None;
    }
    let run = |end| context.document().span(TokenSpan { start: token, end });
    if context.is_any(token, &ADVERBS) {
        return Some((run(token + 1), Hearsay::Said));
    }
    if context.is_any(token, const { &WordSet::of(&["is", "are", "was", "were"]) }) {
        let verb = next_but_adverbs(context, token + 1);
        let participle = context.lower(verb);
        // What was thought once is told as past, not as hearsay.
        let past = context.is_any(token, const { &WordSet::of(&["was", "were"]) })
            && matches!(&*participle, "believed" | "thought");
        let said = !past && PARTICIPLES.contains(&&*participle);
        let open =
            context.lower(verb + 1) == "to" && context.review.article.tag(verb + 2) == Tag::Vb;
        return (said && open).then(|| (run(verb + 1), Hearsay::Said));
    }
    if context.is_any(token, const { &WordSet::of(&["has", "have"]) }) {
        let learned = matches!(&*context.lower(token + 1), "learned" | "learnt");
        return (learned && is_outlet(context, token)).then(|| (run(token + 2), Hearsay::Learned));
    }
    None
}

fn next_but_adverbs(context: &Context<'_, '_>, from: u32) -> u32 {
    let adverb = |t: &u32| context.review.article.tag(*t).is_adverb();
    (from..from + 2).find(|t| !adverb(t)).unwrap_or(from + 2)
}

/// Whether an outlet or the writer is the subject of the verb at a token.
fn is_outlet(context: &Context<'_, '_>, verb: u32) -> bool {
    let Some(before) = verb.checked_sub(1) else { return false };
    let facts = context.review.article.lexeme(before).facts;
    let name = context.review.article.tag(before).is_proper();
    let outlet = facts.any(Facts::MASTHEAD) || is_capitals(context.document().word(before));
    name && outlet || matches!(&*context.lower(before), "we")
}

fn is_capitals(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

/// Words of the law: whoever is charged did it allegedly, and the charge is the source.
fn on_record(context: &Context<'_, '_>, tokens: TokenSpan) -> bool {
    (tokens.start..tokens.end).any(|t| context.is_any(t, &RECORD))
}

const RECORD: WordSet = WordSet::of(&[
    "accused",
    "affidavit",
    "arrested",
    "charge",
    "charged",
    "charges",
    "complaint",
    "court",
    "filing",
    "indicted",
    "indictment",
    "investigation",
    "lawsuit",
    "lawsuits",
    "plaintiff",
    "plaintiffs",
    "police",
    "prosecutors",
    "sued",
    "suit",
    "suspect",
    "suspects",
    "trial",
    "warrant",
]);
