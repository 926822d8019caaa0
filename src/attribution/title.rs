//! Titles that set a source off with a mark: `Orr: ‘No deal’`, `City “in debt”: auditor`.
//!
//! ```text
//! title = source ":" words             words quoted, or the source's own: I, we
//!       | words (":" | dash) source    the source in lower case and a role, a group, a document
//!       | quotation ":" source verb …
//! ```

use super::{Act, Attribution, AttributionId, Cue, Kind, Production, Source, Stance};
use crate::article::Article;
use crate::document::{Block, BlockKind, Document, TokenKind, TokenSpan};
use crate::lexicon::Facts;

/// How sure a title is, 0 to 1.
const CONFIDENCE: f32 = 0.8;
/// Titles have at most so many tokens.
const LONGEST: usize = 24;
/// A source that a mark sets off has at most so many tokens.
const LONGEST_SOURCE: usize = 3;

/// The titles of an article that a mark makes attributions, in order.
pub(super) fn attributions(article: &Article<'_>) -> Vec<Attribution> {
    article.document.blocks.iter().filter_map(|b| title(article, b)).collect()
}

fn title(article: &Article<'_>, block: &Block) -> Option<Attribution> {
    use BlockKind::*;
    let tokens = block.tokens;
    let fits = (3..=LONGEST).contains(&tokens.len())
        && matches!(block.kind, Headline | Heading | Paragraph)
        && !ends_sentence(&article.document, tokens);
    let mark = fits.then(|| only_mark(&article.document, tokens)).flatten()?;
    let (before, after) =
        (TokenSpan { end: mark, ..tokens }, TokenSpan { start: mark + 1, ..tokens });
    let colon = article.word(mark) == ":";
    let (source, content) = if is_set_off(article, after) && before.len() >= LONGEST_SOURCE {
        (after, before)
    } else if colon && is_quotation(article, before) {
        (subject(article, after)?, before)
    } else if colon && is_name(article, before) && is_own(article, after) {
        (before, after)
    } else {
        return None;
    };
    Some(attribution(article, source, mark, content))
}

/// The colon or dash of a title that has one only, outside of its quotations.
fn only_mark(document: &Document<'_>, tokens: TokenSpan) -> Option<u32> {
    let is_mark = |&t: &u32| {
        !document.tokens[t as usize].quoted && matches!(document.word(t), ":" | "–" | "—" | "--")
    };
    let mut marks = (tokens.start..tokens.end).filter(is_mark);
    marks.next().filter(|_| marks.next().is_none())
}

fn ends_sentence(document: &Document<'_>, tokens: TokenSpan) -> bool {
    (tokens.start..tokens.end)
        .next_back()
        .is_none_or(|t| matches!(document.word(t), "." | "?" | "!" | ":" | "…"))
}

/// A few words in lower case of which the last is a role, a group or a document: `… : auditor`.
fn is_set_off(article: &Article<'_>, tokens: TokenSpan) -> bool {
    let kinds = Facts::ROLE.or(Facts::GROUP).or(Facts::UNNAMED).or(Facts::DOCUMENT);
    is_name(article, tokens)
        && article.word(tokens.start).starts_with(char::is_lowercase)
        && article.lexeme(tokens.end - 1).facts.any(kinds)
}

fn is_quotation(article: &Article<'_>, tokens: TokenSpan) -> bool {
    tokens.len() > LONGEST_SOURCE
        && article.document.tokens[tokens.range()].iter().all(|t| t.quoted)
}

/// The noun phrase that a title's clause begins with.
fn subject(article: &Article<'_>, tokens: TokenSpan) -> Option<TokenSpan> {
    let end = (tokens.start..tokens.end).find(|&t| !is_nominal(article, t))?;
    let is_subject = end > tokens.start && article.tag(end).is_finite_verb();
    is_subject.then_some(TokenSpan { end, ..tokens })
}

/// A name, a role or a body of at most three words.
fn is_name(article: &Article<'_>, tokens: TokenSpan) -> bool {
    (1..=LONGEST_SOURCE).contains(&tokens.len())
        && (tokens.start..tokens.end).all(|t| is_nominal(article, t))
}

fn is_nominal(article: &Article<'_>, token: u32) -> bool {
    article.tag(token).is_noun() || article.tag(token).is_adjective()
}

/// Whether words are those of a speaker: some of them quoted, or in the first person.
fn is_own(article: &Article<'_>, tokens: TokenSpan) -> bool {
    (tokens.start..tokens.end).any(|t| {
        article.document.tokens[t as usize].kind == TokenKind::OpenQuote
            || matches!(article.word(t), "I" | "We" | "we" | "My" | "my" | "Our" | "our")
    })
}

fn attribution(
    article: &Article<'_>,
    source: TokenSpan,
    mark: u32,
    content: TokenSpan,
) -> Attribution {
    let span = |tokens: TokenSpan| article.document.span(tokens);
    let cue = span(TokenSpan { start: mark, end: mark + 1 });
    let quoted = article.document.tokens[content.range()].iter().filter(|t| t.quoted).count();
    let kind = match quoted {
        0 => Kind::Indirect,
        n if n == content.len() => Kind::Direct,
        _ => Kind::Mixed,
    };
    Attribution {
        id: AttributionId(0),
        kind,
        act: Act::Statement,
        parent: None,
        confidence: CONFIDENCE,
        production: Production::Mark,
        source: Some(Source { span: span(source), entity: None }),
        cue: Some(Cue { span: cue, lemma: article.word(mark).to_owned(), stance: Stance::Neutral }),
        content: vec![span(content)],
        setting: crate::attribution::Setting::default(),
    }
}

#[cfg(test)]
mod tests {
    use crate::Checker;

    fn read(text: &str) -> Option<(&str, String)> {
        let review = Checker::default().review(text);
        let found = review.attributions.iter().find(|a| a.lemma_is_mark())?;
        Some((found.source?.span.of(text), found.content[0].of(text).to_owned()))
    }

    impl crate::Attribution {
        fn lemma_is_mark(&self) -> bool {
            self.cue.as_ref().is_some_and(|c| matches!(c.lemma.as_str(), ":" | "–"))
        }
    }

    #[test]
    fn a_mark_sets_the_source_off() {
        let cases = [
            ("City “drowning in debt”: auditor", "auditor", "City “drowning in debt”"),
            ("Ferry ‘had holes in hull’ – auditor", "auditor", "Ferry ‘had holes in hull’"),
            ("‘I never saw it’: Minister denies claim", "Minister", "‘I never saw it’"),
            ("Brandt: Why I quit the board", "Brandt", "Why I quit the board"),
            ("Union: Pay offer ‘an insult’", "Union", "Pay offer ‘an insult’"),
        ];
        for (text, source, content) in cases {
            assert_eq!(read(text), Some((source, content.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_topic_is_no_source() {
        for text in ["Bridge closure: what happens next", "Pell harbour: a town at sea"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
