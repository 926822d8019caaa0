//! The phrases of a sentence that tell when, where and to whom, each given to the cue it stands by.

use super::phrase::{self, Occasion};
use super::{Attribution, Channel};
use crate::Span;
use crate::article::Article;
use crate::document::TokenSpan;
use crate::grammar::input::Tokens;
use crate::lexicon::Facts;
use std::collections::BTreeMap;

/// Of a sentence, so many phrases are looked at.
const PHRASES: usize = 16;
/// A phrase belongs to one of so many cues before it.
const CUES: usize = 4;

/// What was found for an attribution.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Found {
    pub(super) occasion: Option<Channel>,
    pub(super) when: Option<Span>,
    pub(super) place: Option<Span>,
    pub(super) recipient: Option<Span>,
}

enum Part {
    Occasion(Occasion),
    When(TokenSpan),
}

impl Part {
    fn tokens(&self) -> TokenSpan {
        match self {
            Self::Occasion(occasion) => occasion.tokens,
            Self::When(tokens) => *tokens,
        }
    }
}

/// An attribution in tokens.
struct Row {
    index: usize,
    cue: TokenSpan,
    source: TokenSpan,
    content: Vec<TokenSpan>,
}

impl Row {
    fn of(article: &Article<'_>, index: usize, attribution: &Attribution) -> Option<Self> {
        let tokens = |span: Span| article.document.tokens_in(span);
        let cue = attribution.cue.as_ref().map(|c| tokens(c.span))?;
        let source = attribution.source.map(|s| tokens(s.span)).unwrap_or_default();
        let content = attribution.content.iter().map(|s| tokens(*s)).collect();
        Some(Self { index, cue, source, content })
    }

    fn holds(&self, part: TokenSpan) -> bool {
        self.source.overlaps(part) || self.content.iter().any(|c| c.overlaps(part))
    }
}

/// Reads every sentence that holds a cue once; an attribution each.
pub(super) fn read(article: &Article<'_>, attributions: &[Attribution]) -> Vec<Found> {
    let mut found = vec![Found::default(); attributions.len()];
    let mut sentences: BTreeMap<usize, Vec<Row>> = BTreeMap::new();
    for (index, attribution) in attributions.iter().enumerate() {
        let Some(row) = Row::of(article, index, attribution) else { continue };
        if let Some(sentence) = article.document.sentence_of(row.cue.start) {
            sentences.entry(sentence).or_default().push(row);
        }
    }
    for (sentence, mut rows) in sentences {
        rows.sort_by_key(|r| r.cue.start);
        let tokens = article.document.sentences[sentence].tokens;
        for part in parts(article, tokens) {
            give(article, &part, &rows, &mut found);
        }
        for row in &rows {
            let slot = &mut found[row.index];
            slot.recipient = recipient(article, row, tokens).or(slot.recipient);
        }
    }
    found
}

/// The phrases of a sentence, outside quotations, in order.
fn parts(article: &Article<'_>, tokens: TokenSpan) -> Vec<Part> {
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end && found.len() < PHRASES {
        let input = Tokens::new(article, TokenSpan { start: at, ..tokens });
        at += 1;
        if article.document.tokens[at as usize - 1].quoted {
            continue;
        }
        let part = match phrase::when(input) {
            Ok((_, when)) => Some(Part::When(when)),
            Err(_) => phrase::occasion(article, input).ok().map(|(_, o)| Part::Occasion(o)),
        };
        if let Some(part) = part {
            at = part.tokens().end;
            found.push(part);
        }
    }
    found
}

/// A phrase before all cues tells of each of them, one behind a cue of the last cue whose content
/// does not hold it.
fn give(article: &Article<'_>, part: &Part, rows: &[Row], found: &mut [Found]) {
    let tokens = part.tokens();
    let next = rows.partition_point(|r| r.cue.start < tokens.start);
    if next == 0 {
        for row in rows.iter().take(CUES).filter(|r| !r.holds(tokens)) {
            write(article, part, &mut found[row.index]);
        }
        return;
    }
    let owner = rows[..next].iter().rev().take(CUES).find(|r| !r.holds(tokens));
    if let Some(row) = owner {
        write(article, part, &mut found[row.index]);
    }
}

fn write(article: &Article<'_>, part: &Part, slot: &mut Found) {
    match part {
        Part::When(tokens) => slot.when = slot.when.or(Some(article.document.span(*tokens))),
        Part::Occasion(occasion) => {
            let better =
                slot.place.is_none() || slot.occasion.is_none() && occasion.channel.is_some();
            if better {
                slot.place = Some(article.document.span(occasion.tokens));
                slot.occasion = occasion.channel;
            }
            if occasion.channel == Some(Channel::Interview) && slot.recipient.is_none() {
                slot.recipient = occasion.partner.map(|p| article.document.span(p));
            }
        }
    }
}

/// Whoever stands right behind the cue and is neither source nor content: told reporters, said to the
/// Post.
fn recipient(article: &Article<'_>, row: &Row, sentence: TokenSpan) -> Option<Span> {
    let input = Tokens::new(article, TokenSpan { start: row.cue.end, ..sentence });
    let (_, tokens) = match phrase::recipient(input, true) {
        Ok(found) => found,
        Err(_) => phrase::recipient(input, false).ok()?,
    };
    let date = Facts::WEEKDAY.or(Facts::MONTH);
    let dated = (tokens.start..tokens.end).any(|t| article.lexeme(t).facts.any(date));
    let quoted = article.document.tokens.get(tokens.start as usize).is_some_and(|t| t.quoted);
    (!row.holds(tokens) && !dated && !quoted).then(|| article.document.span(tokens))
}
