//! Scare quotes: a word or two between quotation marks that nobody is quoted with.

use super::{Found, Rule};
use crate::article::Article;
use crate::claim::voice::{Owner, Owners};
use crate::claim::words;
use crate::document::{Sentence, TokenKind, TokenSpan};
use crate::lexicon::WordId;
use crate::lower::lower;
use crate::tagger::Tag;

/// Quotations of more words are quotations.
const LONGEST: u32 = 3;
/// How far before the marks a verb of naming or speech is looked for, in tokens.
const NAMING: u32 = 4;

/// Adds the scare quotes of a sentence.
pub(super) fn scare_quotes(
    article: &Article<'_>,
    owners: &Owners<'_>,
    sentence: &Sentence,
    found: &mut Vec<Found>,
) {
    let tokens = &article.document.tokens;
    let mut i = sentence.tokens.start;
    while i < sentence.tokens.end {
        if tokens[i as usize].kind == TokenKind::OpenQuote && tokens[i as usize].quoted {
            let end = sentence.tokens.end.min(i + LONGEST + 2);
            let close = (i + 1..end).find(|&j| tokens[j as usize].kind == TokenKind::CloseQuote);
            if let Some(close) = close {
                let span = TokenSpan { start: i, end: close + 1 };
                if doubts(article, owners, sentence, span) {
                    found.push(Found {
                        tokens: span,
                        rule: Rule::ScareQuotes,
                        weight: 0.3,
                        composed: false,
                    });
                }
                i = close;
            }
        }
        i += 1;
    }
}

/// Whether the marks around a phrase cast doubt: it is a common one after a determiner or adjective of the
/// writer's, and neither attributed nor introduced as a name.
fn doubts(
    article: &Article<'_>,
    owners: &Owners<'_>,
    sentence: &Sentence,
    span: TokenSpan,
) -> bool {
    let inner = || span.start + 1..span.end - 1;
    let common = inner().all(|i| !article.word(i).starts_with(char::is_uppercase));
    let plain = inner().all(|i| owners.of(i) == Owner::Writer && article.tag(i) != Tag::Cd);
    let from = span.start.saturating_sub(NAMING).max(sentence.tokens.start);
    let named =
        (from..span.start).any(|i| words::classes(article.lexeme(i).form).any(words::NAMING));
    let determined = span.start > sentence.tokens.start
        && matches!(article.tag(span.start - 1), Tag::Dt | Tag::PrpS | Tag::Pos | Tag::Jj);
    !inner().is_empty()
        && common
        && plain
        && !named
        && determined
        && !is_cited_before(article, owners, span)
}

/// So many tokens before are looked at.
const BEFORE: u32 = 1500;

/// Whether somebody said the words before: then the marks quote them again.
fn is_cited_before(article: &Article<'_>, owners: &Owners<'_>, span: TokenSpan) -> bool {
    let length = span.len() as u32 - 2;
    let same = |at: u32| (0..length).all(|i| is_same(article, at + i, span.start + 1 + i));
    (span.start.saturating_sub(BEFORE)..span.start.saturating_sub(length))
        .any(|at| owners.is_cited(at) && same(at))
}

/// Whether two tokens are one word, whatever its capitals. All words that the seeds do not hold have one number.
fn is_same(article: &Article<'_>, a: u32, b: u32) -> bool {
    let (form, other) = (article.lexeme(a).form, article.lexeme(b).form);
    form == other && (form != WordId::NONE || lower(article.word(a)) == lower(article.word(b)))
}
