//! Inferences in an attribution's clothes: "The visit signals its commitment" has no source but the writer.

use super::writers_production;
use crate::article::Article;
use crate::claim::words;
use crate::document::TokenSpan;
use crate::grammar::input::Tokens;
use crate::lexicon::Facts;
use crate::tagger::Tag;
use crate::{Attribution, Production};

/// What a speaker's description ends in.
const SPEAKER: Facts = Facts::TITLE
    .or(Facts::ROLE)
    .or(Facts::ORGANIZATION)
    .or(Facts::GROUP)
    .or(Facts::UNNAMED)
    .or(Facts::COUNTRY)
    .or(Facts::DOCUMENT);

/// Whether the cue of an attribution is what a production of framing begins with, and nobody speaks by it: the
/// verb is none of speech, or the source is no speaker.
pub(crate) fn is_inference(article: &Article<'_>, attribution: &Attribution) -> bool {
    let Some(cue) = attribution.cue.as_ref().filter(|_| begins_unquoted(article, attribution))
    else {
        return false;
    };
    let cue = article.document.tokens_in(cue.span);
    let Some(sentence) = article.document.sentence_of(cue.start) else { return false };
    let end = article.document.sentences[sentence].tokens.end;
    let is_speech =
        cue.range().any(|i| words::classes(article.lexeme(i as u32).form).any(words::SPEECH));
    let speaker =
        attribution.source.is_some_and(|s| is_speaker(article, article.document.tokens_in(s.span)));
    !(is_speech && speaker)
        && cue.range().any(|i| infers(article, TokenSpan { start: i as u32, end }))
}

/// Whether the content by the cue is not quoted; a quotation that stands alone may follow it.
fn begins_unquoted(article: &Article<'_>, attribution: &Attribution) -> bool {
    attribution.content.first().is_some_and(|c| !article.document.quotes(*c))
}

/// Whether the writer infers, imputes or foretells from the first of some tokens on.
pub(in crate::claim) fn infers(article: &Article<'_>, tokens: TokenSpan) -> bool {
    writers_production(Tokens::new(article, tokens))
}

/// Whether an attribution by a noun is only what the writer says that something shows: "underscoring its commitment
/// to reform".
pub(in crate::claim) fn is_shown(article: &Article<'_>, attribution: &Attribution) -> bool {
    if attribution.production != Production::NounCue || !begins_unquoted(article, attribution) {
        return false;
    }
    let cue = attribution.cue.as_ref().map(|c| c.span);
    let source = attribution.source.map(|s| s.span);
    let Some(first) = [cue, source].into_iter().flatten().min() else { return false };
    let TokenSpan { start, .. } = article.document.tokens_in(first);
    let sentence =
        article.document.sentence_of(start).map(|i| article.document.sentences[i].tokens);
    sentence.is_some_and(|s| {
        let from = start.saturating_sub(SHOWN_BEFORE).max(s.start);
        (from..start).any(|i| infers(article, TokenSpan { start: i, end: s.end }))
    })
}

/// How many tokens before a noun phrase the verb that shows it is looked for: its determiner and adjectives between.
const SHOWN_BEFORE: u32 = 3;

/// Whether a source can speak: a name, a person's pronoun, or a noun for people, bodies or documents.
fn is_speaker(article: &Article<'_>, source: TokenSpan) -> bool {
    let named = |i: u32| article.tag(i).is_proper() || article.lexeme(i).facts.any(SPEAKER);
    // Of "Orr's visit" the visit is the source.
    let owner = source.range().any(|i| article.tag(i as u32) == Tag::Pos);
    let last = source.end.saturating_sub(1);
    let pronoun = article.tag(last) == Tag::Prp && !article.word(last).eq_ignore_ascii_case("it");
    pronoun || if owner { named(last) } else { source.range().any(|i| named(i as u32)) }
}
