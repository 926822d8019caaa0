//! Rule `source-without-role`: a source has a name, and the text does not say who that is.
#![doc = include_str!("source-without-role.md")]

use crate::document::{BlockKind, TokenSpan};
use crate::lint::named::{first_person, surname};
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::tagger::Tag;
use crate::{Attribution, Channel, Kind, SourceClass};

/// The rule.
pub const RULE: Rule = Rule {
    name: "source-without-role",
    code: "ATR111",
    group: Group::Attribution,
    severity: Severity::Note,
    summary: "A source has a name, and the text does not say who that is",
    page: include_str!("source-without-role.md"),
    check,
};

/// Who is named more often is whom the story is about.
const NAMED: usize = 3;
/// Verbs by which somebody tells the writer something, by their lemmas.
const SPEAKING: &[&str] = &["add", "recall", "say", "tell"];

/// Whom every reader knows: the last words of their names and the first, in lower case.
const FAMOUS: &[(&str, &[&str])] = &[
    ("biden", &["joe", "jill"]),
    ("bush", &["george", "jeb"]),
    ("carson", &["ben"]),
    ("clinton", &["hillary", "bill"]),
    ("cruz", &["ted"]),
    ("francis", &["pope"]),
    ("gandhi", &["mahatma"]),
    ("harris", &["kamala"]),
    ("johnson", &["boris"]),
    ("kennedy", &["john"]),
    ("king", &["martin"]),
    ("macron", &["emmanuel"]),
    ("mandela", &["nelson"]),
    ("merkel", &["angela"]),
    ("musk", &["elon"]),
    ("obama", &["barack", "michelle"]),
    ("orwell", &["george"]),
    ("pence", &["mike"]),
    ("putin", &["vladimir"]),
    ("reagan", &["ronald"]),
    ("romney", &["mitt"]),
    ("rubio", &["marco"]),
    ("sanders", &["bernie"]),
    ("thatcher", &["margaret"]),
    ("trump", &["donald", "melania", "ivanka"]),
    ("zelensky", &["volodymyr"]),
];

fn is_famous(name: &str) -> bool {
    let lower = name.to_lowercase();
    let (first, last) = (lower.split(' ').next().unwrap_or(""), surname(&lower));
    FAMOUS.iter().any(|(l, firsts)| *l == last && firsts.contains(&first))
}

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let places = context.places();
    for entity in &context.review.entities {
        let name = entity.name.as_deref().filter(|n| n.contains(' ') && !n.contains(';'));
        let Some(name) = name.filter(|n| {
            entity.class == SourceClass::Person && entity.role.is_none() && !is_famous(n)
        }) else {
            continue;
        };
        let speaks = |a: &&Attribution| {
            a.source.and_then(|s| s.entity) == Some(entity.id)
                && a.cue.as_ref().is_some_and(|c| SPEAKING.contains(&c.lemma.as_str()))
                && a.cue.as_ref().is_some_and(|c| !is_participle(context, c.span))
                && a.parent.is_none()
        };
        let word = surname(name);
        let Some(first) = places.first(word) else { continue };
        let Some(said) = context.review.attributions.iter().find(speaks) else { continue };
        let Some(source) = said.source.filter(|s| !context.is_quoted(s.span)) else { continue };
        let tokens = context.document().tokens_in(source.span);
        let introduced =
            tokens.holds(first) && tokens.len() > 1 && first_person(context, tokens).is_some();
        let credited =
            matches!(said.setting.channel, Channel::Work | Channel::Post | Channel::PressReport);
        let quoted = said.kind != Kind::Indirect || places.count(word) == 1;
        let known =
            !quoted || places.count(word) >= NAMED || credited || is_told(context, source.span);
        if introduced && !known && is_bare(context, first) {
            let message = format!("{name} is named, and the text does not say who that is");
            findings.report(source.span, message, "say what they do, or whom they speak for");
        }
    }
}

/// `telling people`, `saying`: part of a list or a caption, not of a report.
fn is_participle(context: &Context<'_, '_>, cue: crate::Span) -> bool {
    let first = context.document().tokens_in(cue).start;
    context.review.article.tag(first) == Tag::Vbg
}

/// A surname in running text with nothing behind it that tells who it is, and no noun before the name.
fn is_bare(context: &Context<'_, '_>, surname: u32) -> bool {
    let article = &context.review.article;
    let Some(token) = context.document().tokens.get(surname as usize) else { return false };
    let paragraph =
        context.block_at(token.span.start).is_some_and(|b| b.kind == BlockKind::Paragraph);
    let first =
        (0..=surname).rev().take_while(|&t| article.tag(t).is_proper()).last().unwrap_or(surname);
    let before = first.checked_sub(1).map(|t| article.tag(t));
    let described = before.is_some_and(|tag| {
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Pos | Tag::Cd)
    });
    let next = context.lower(surname + 1);
    let tells = matches!(
        &*next,
        "," | "(" | "—" | "–" | "-" | "of" | "from" | "with" | "at" | "is" | "was" | "'s" | "’s"
    );
    let apposed = before == Some(Tag::Comma) && !article.tag(surname + 1).is_finite_verb();
    paragraph && !described && !tells && !apposed
}

/// The source's own words say more than a name.
fn is_told(context: &Context<'_, '_>, source: crate::Span) -> bool {
    let TokenSpan { start, end } = context.document().tokens_in(source);
    (start..end).any(|t| !context.document().word(t).starts_with(char::is_uppercase))
}
