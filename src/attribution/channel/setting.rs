//! The phrases of a sentence that tell when, where and to whom, each given to the cue it stands by.

use super::phrase::{self, Occasion};
use super::{Attribution, Channel};
use crate::Span;
use crate::article::Article;
use crate::document::TokenSpan;
use crate::grammar::input::Tokens;
use crate::lexicon::Facts;
use crate::tagger::Tag;
use std::collections::BTreeMap;

/// Of a sentence, so many phrases are looked at.
const PHRASES: usize = 16;
/// A phrase belongs to one of so many cues before it.
const CUES: usize = 4;

/// A phrase stands so many tokens from its cue, content left out.
const REACH: usize = 24;

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
    /// Its verb is followed by whoever is spoken to.
    addresses: bool,
}

/// Verbs that are followed by whoever is spoken to, by their lemmas.
const ADDRESSING: &[&str] = &[
    "advise", "alert", "ask", "assure", "brief", "caution", "email", "inform", "notify", "promise",
    "reassure", "remind", "tell", "text", "warn",
];

impl Row {
    fn of(article: &Article<'_>, index: usize, attribution: &Attribution) -> Option<Self> {
        let tokens = |span: Span| article.document.tokens_in(span);
        let cue = attribution.cue.as_ref().map(|c| tokens(c.span))?;
        let source = attribution.source.map(|s| tokens(s.span)).unwrap_or_default();
        let content = attribution.content.iter().map(|s| tokens(*s)).collect();
        let lemma = attribution.cue.as_ref().map_or("", |c| c.lemma.as_str());
        Some(Self { index, cue, source, content, addresses: ADDRESSING.contains(&lemma) })
    }

    /// Where its cue and source begin.
    fn start(&self) -> u32 {
        if self.source.is_empty() { self.cue.start } else { self.source.start.min(self.cue.start) }
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
            give(article, tokens.start, &part, &rows, &mut found);
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
        if article.document.tokens[at as usize - 1].quoted || !phrase::opens(input) {
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

/// A phrase before all cues tells of each of them that it leads up to, one behind a cue of the last
/// cue whose content does not hold it.
fn give(article: &Article<'_>, start: u32, part: &Part, rows: &[Row], found: &mut [Found]) {
    let tokens = part.tokens();
    let next = rows.partition_point(|r| r.cue.start < tokens.start);
    if next == 0 {
        let free = |r: &&Row| !r.holds(tokens) && leads(article, start, r.start(), r);
        for row in rows.iter().take(CUES).filter(free) {
            write(article, part, &mut found[row.index]);
        }
        return;
    }
    let owner = rows[..next].iter().rev().take(CUES).find(|r| !r.holds(tokens));
    if let Some(row) = owner.filter(|r| leads(article, r.cue.end, tokens.start, r)) {
        write(article, part, &mut found[row.index]);
    }
}

/// Whether no other clause stands between two places, but for what the attribution holds.
fn leads(article: &Article<'_>, from: u32, to: u32, row: &Row) -> bool {
    let mut at = from;
    for _ in 0..REACH {
        if at >= to {
            return true;
        }
        let held = row.content.iter().chain([&row.source]).find(|c| c.holds(at));
        let tag = article.tag(at);
        match held {
            Some(span) => at = span.end,
            None if (tag.is_finite_verb() || tag == Tag::Md) && !is_asked(article, at) => {
                return false;
            }
            None => at += 1,
        }
    }
    false
}

/// "Asked in an interview, Orr said": no clause of its own.
fn is_asked(article: &Article<'_>, token: u32) -> bool {
    matches!(article.word(token), "asked" | "Asked")
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
        Err(_) if row.addresses => phrase::recipient(input, false).ok()?,
        Err(_) => return None,
    };
    let date = Facts::WEEKDAY.or(Facts::MONTH);
    let dated = (tokens.start..tokens.end).any(|t| article.lexeme(t).facts.any(date));
    let quoted = article.document.tokens.get(tokens.start as usize).is_some_and(|t| t.quoted);
    (!row.holds(tokens) && !dated && !quoted).then(|| article.document.span(tokens))
}
