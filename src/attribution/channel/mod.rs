//! Channels: how the words of a source came to the writer, when, where and to whom they were said
//! (the kinds after Spangher et al. 2023, "Identifying Informational Sources in News Articles").
//!
//! Runs when sources are resolved, because a newspaper's or a poll's words come differently from a
//! person's. `phrase` parses the phrases of a sentence that tell an occasion or a time; `setting`
//! gives each to the attribution whose cue it stands by; `words` holds the seeds.

mod phrase;
mod setting;
mod words;

use super::{Act, Attribution, Kind, Production};
use crate::article::Article;
use crate::lexicon::Facts;
use crate::{Entity, SourceClass, Span};
use serde::Serialize;

/// How the words of a source came to the writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Channel {
    /// The source is quoted, and the text does not tell from where.
    DirectQuote,
    /// The source said it, in other words, and the text does not tell where.
    IndirectQuote,
    /// A statement or press release.
    Statement,
    /// A speech, a rally, a debate, a meeting.
    Speech,
    /// Testimony or a hearing.
    Testimony,
    /// A trial, a ruling, a filing.
    Court,
    /// An interview.
    Interview,
    /// A news conference or briefing.
    Briefing,
    /// An email, a letter, a message.
    Message,
    /// A post on a platform.
    Post,
    /// A book, an article, a study, a report.
    Work,
    /// Another outlet reports it.
    PressReport,
    /// A poll or survey.
    Poll,
    /// A law, an order, a proposal.
    Order,
    /// Figures, records, recordings.
    Document,
    /// The source would not comment.
    Declined,
    /// The writer saw or heard it.
    Observation,
    /// The text does not tell: what somebody thinks, wants or does.
    #[default]
    Unstated,
}

/// How, when, where and to whom something was said, as far as the sentence of its cue tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Setting {
    /// How it came to the writer.
    pub channel: Channel,
    /// When: "on Tuesday".
    pub when: Option<Span>,
    /// Where or on what occasion: "in an interview with the Post", "at a rally in Ohio".
    pub place: Option<Span>,
    /// To whom: "reporters" of "told reporters".
    pub recipient: Option<Span>,
}

/// Gives every attribution its setting.
pub(crate) fn assign(article: &Article<'_>, entities: &[Entity], attributions: &mut [Attribution]) {
    let settings = setting::read(article, attributions);
    for (attribution, found) in attributions.iter_mut().zip(settings) {
        let entity = attribution.source.and_then(|s| s.entity);
        let entity = entity.and_then(|e| entities.get(e.0 as usize));
        let channel = channel(article, attribution, entity, found.occasion);
        attribution.setting =
            Setting { channel, when: found.when, place: found.place, recipient: found.recipient };
    }
}

/// The most telling of: the post, the refusal, the occasion, the verb, the source, the act.
fn channel(
    article: &Article<'_>,
    attribution: &Attribution,
    entity: Option<&Entity>,
    occasion: Option<Channel>,
) -> Channel {
    let class = entity.map(|e| e.class);
    if attribution.production == Production::Post || class == Some(SourceClass::Account) {
        return Channel::Post;
    }
    let lemma = attribution.cue.as_ref().map_or("", |c| c.lemma.as_str());
    if declines(article, attribution, lemma) {
        return Channel::Declined;
    }
    let named = || attribution.source.and_then(|s| of_source(article, s.span, class));
    let first = lemma.split(' ').next().unwrap_or_default();
    occasion
        .or_else(|| words::verb(first))
        .or_else(named)
        .unwrap_or_else(|| by_act(attribution, class))
}

/// `decline to comment`, `refuse to answer`, `did not respond`.
fn declines(article: &Article<'_>, attribution: &Attribution, lemma: &str) -> bool {
    let document = &article.document;
    let content = attribution.content.first().map(|s| document.tokens_in(*s));
    let answer = |t: u32| {
        matches!(
            article.word(t),
            "comment"
                | "answer"
                | "elaborate"
                | "discuss"
                | "respond"
                | "reply"
                | "say"
                | "interview"
        )
    };
    let answers = content.is_some_and(|c| (c.start..c.end.min(c.start + 3)).any(answer));
    let cue = attribution.cue.as_ref().map(|c| document.tokens_in(c.span));
    let denied = cue.is_some_and(|c| {
        (c.start..c.end).any(|t| matches!(article.word(t), "not" | "n't" | "n’t" | "never"))
    });
    match lemma {
        "decline" | "refuse" => answers,
        "respond" | "reply" | "respond to" | "comment" | "comment on" | "answer" => denied,
        _ => false,
    }
}

/// What the source itself is: a survey, a ruling, a newspaper.
fn of_source(article: &Article<'_>, source: Span, class: Option<SourceClass>) -> Option<Channel> {
    let tokens = article.document.tokens_in(source);
    let ends = |&t: &u32| {
        matches!(
            article.word(t),
            "of" | "from" | "by" | "," | "on" | "in" | "that" | "which" | "who"
        )
    };
    let end = (tokens.start..tokens.end).find(ends).unwrap_or(tokens.end);
    let phrase = crate::document::TokenSpan { start: tokens.start, end };
    let last = end.checked_sub(1).filter(|&t| t >= tokens.start)?;
    let facts = article.lexeme(last).facts;
    let capital = article.word(last).starts_with(char::is_uppercase);
    let outlet = facts.any(Facts::MASTHEAD) && article.tag(last).is_proper()
        || is_outlet(article.word(last));
    // Facebook speaks as a company.
    let thing = !capital || class == Some(SourceClass::Document);
    match outlet {
        true => Some(Channel::PressReport),
        false => phrase::channel_of(article, phrase).filter(|_| thing),
    }
}

/// Common nouns for those who publish news.
fn is_outlet(word: &str) -> bool {
    matches!(word, "newspaper" | "magazine" | "broadcaster" | "tabloid" | "outlet" | "website")
}

/// Nothing tells: by what the source does and whether its words are given.
fn by_act(attribution: &Attribution, class: Option<SourceClass>) -> Channel {
    match (attribution.act, attribution.kind) {
        (Act::Perception, _) if class == Some(SourceClass::Author) => Channel::Observation,
        (Act::Evidence, _) if class == Some(SourceClass::Document) => Channel::Document,
        (_, Kind::Direct | Kind::Mixed) => Channel::DirectQuote,
        (Act::Statement | Act::Decree, Kind::Indirect) => Channel::IndirectQuote,
        _ => Channel::Unstated,
    }
}
