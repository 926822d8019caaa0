//! From an article to its attributions: sites, choices, conflicts, quotations that go on.

use super::decide::{Buffers, Choice, decide};
use super::merge::merge;
use super::outer::OuterQuotations;
use super::reader::Knowledge;
use super::settle::{NESTED, add_hearsay, settle};
use super::weights::Weights;
use super::{Act, Attribution, AttributionId, Cue, Kind, Production, Source, Stance};
use super::{floor, signature, title, turn};
use crate::article::Article;
use crate::document::{BlockKind, TokenKind, TokenSpan};
use crate::embed::Embed;
use crate::grammar::chunk::ChunkKind;
use crate::grammar::propose::Anchor;
use crate::grammar::row::{Row, Rows};
use crate::grammar::site::{Site, SiteKind};
use crate::grammar::source::SourceKind;

/// An attribution as runs of tokens, before it is written down.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) cue: TokenSpan,
    pub(super) head: u32,
    pub(super) lemma: Option<String>,
    pub(super) source: TokenSpan,
    pub(super) content: Vec<TokenSpan>,
    pub(super) act: Act,
    pub(super) stance: Stance,
    pub(super) production: Production,
    pub(super) confidence: f32,
    pub(super) sentence: usize,
    pub(super) parent: Option<usize>,
}

/// Finds the attributions of an article whose sentences are `rows`, in the order of the text.
pub(crate) fn find<'a>(
    rows: Rows<'a>,
    embeds: &[Embed<'_>],
    knowledge: Knowledge<'a>,
    threshold: f32,
) -> Vec<Attribution> {
    let rows = rows.knowing(knowledge.reading);
    let article = rows.article;
    let outer = OuterQuotations::of(article);
    let turns = turn::with_titles(article, title::attributions(article));
    let mut drafts: Vec<Draft> = Vec::new();
    let (mut buffers, mut found) = (Buffers::default(), Vec::new());
    for index in 0..rows.len() {
        let row = rows.row(index);
        if article.document.blocks[row.sentence.block as usize].kind == BlockKind::Byline {
            continue;
        }
        found.clear();
        let sites = rows.sites(index).iter().copied();
        found.extend(sites.filter(|site| !turn::is_mark(&turns, article, site)));
        let mut judge = |weights: &Weights, row: &Row<'_>, site: &Site, threshold| {
            let choice = decide(weights, row, site, threshold, &mut buffers);
            choice.map(|c| draft(row, &outer, index, &c))
        };
        let first = drafts.len();
        let sure = found.iter().filter_map(|s| judge(knowledge.weights, &row, s, threshold));
        drafts.extend(sure);
        if let Some(weights) = knowledge.nested {
            let row = row.unknowing();
            let judge = |site: &Site| judge(weights, &row, site, NESTED);
            add_hearsay(&mut drafts, first, &found, judge);
        }
        settle(article, &mut drafts, first);
    }
    let mut speakers = outer.hand_on(&rows, &mut drafts);
    let signed = signature::signed(article, &outer.claimed(&speakers));
    let elsewhere = floor::spoken_elsewhere(article, embeds, &turns, &signed);
    floor::hand_over(&outer, &rows, &mut drafts, &mut speakers, &elsewhere);
    merge(article, embeds, turns, write_down(article, signed), write_down(article, drafts))
}

/// The content of a choice as runs of tokens, in the order they were found.
pub(crate) fn content(row: &Row<'_>, outer: &OuterQuotations, choice: &Choice) -> Vec<TokenSpan> {
    let within = choice.content.iter().map(|&(from, to)| content_tokens(row, outer, from, to));
    within.chain(choice.beyond.and_then(|t| outer.holding(t))).collect()
}

fn draft(row: &Row<'_>, outer: &OuterQuotations, sentence: usize, choice: &Choice) -> Draft {
    let site = &choice.site;
    Draft {
        cue: choice.cue,
        head: site.head,
        lemma: site.entry.map(|e| row.lexicon.cue_text(e).to_owned()),
        source: choice.source.tokens,
        content: content(row, outer, choice),
        act: site.entry.map_or(default_act(row, choice), |e| e.act),
        stance: site.entry.map_or(Stance::Neutral, |e| e.stance),
        production: production(row, choice),
        confidence: choice.confidence,
        sentence,
        parent: None,
    }
}

/// The tokens of a run of chunks without outer commas, and all of the quotations that it begins or ends with.
fn content_tokens(
    row: &Row<'_>,
    outer: &OuterQuotations,
    mut from: usize,
    mut to: usize,
) -> TokenSpan {
    let loose = |i: usize| matches!(row.chunks[i].kind, ChunkKind::Comma | ChunkKind::Colon);
    while from + 1 < to && loose(from) {
        from += 1;
    }
    while to > from + 1 && loose(to - 1) {
        to -= 1;
    }
    let mut tokens = row.tokens(from, to);
    if let Some(quotation) = outer.holding(tokens.start) {
        tokens.start = tokens.start.min(quotation.start);
    }
    if let Some(quotation) = tokens.end.checked_sub(1).and_then(|last| outer.holding(last)) {
        tokens.end = tokens.end.max(quotation.end);
    }
    tokens
}

fn default_act(row: &Row<'_>, choice: &Choice) -> Act {
    match choice.anchor {
        Anchor::Right(at) if row.is(at as isize, ChunkKind::Infinitive) => Act::Intention,
        _ => Act::Statement,
    }
}

fn production(row: &Row<'_>, choice: &Choice) -> Production {
    let site = &choice.site;
    let participle = row.chunks[site.first].kind == ChunkKind::Gerund;
    let behind = matches!(choice.source.kind, SourceKind::After | SourceKind::Agent);
    match (site.kind, choice.anchor) {
        (SiteKind::Phrase, _) => Production::Phrase,
        (SiteKind::Noun, _) => Production::NounCue,
        (SiteKind::Adjective, _) => Production::AdjectiveCue,
        (SiteKind::Passive, _) | (SiteKind::Adverb, _) => Production::Passive,
        (SiteKind::Mark, _) => Production::Mark,
        (_, Anchor::Left(_)) if choice.content.len() > 1 => Production::Split,
        (_, Anchor::Left(_)) if behind => Production::ContentCueSource,
        (_, Anchor::Left(_)) => Production::ContentSourceCue,
        (_, Anchor::Subject(..)) => Production::ContentSourceCue,
        (_, Anchor::Previous(_)) => Production::ContentSourceCue,
        (_, Anchor::Next(_)) => Production::SourceCueContent,
        (_, Anchor::Right(_)) if behind => Production::CueSourceContent,
        (_, Anchor::Right(_)) if participle => Production::Participle,
        (_, Anchor::Right(_)) if choice.source.last + 2 < site.first => Production::SharedSource,
        (_, Anchor::Right(_)) => Production::SourceCueContent,
    }
}

/// Drafts as attributions, numbered in the order of the text.
fn write_down(article: &Article<'_>, drafts: Vec<Draft>) -> Vec<Attribution> {
    let id = |i: usize| AttributionId(i as u32);
    drafts
        .into_iter()
        .enumerate()
        .map(|(i, draft)| {
            let mut spans: Vec<TokenSpan> = draft.content;
            spans.sort_unstable();
            let lemma = draft.lemma.unwrap_or_else(|| article.word(draft.head).to_lowercase());
            Attribution {
                id: id(i),
                kind: kind(article, &spans),
                act: draft.act,
                parent: draft.parent.map(id),
                confidence: draft.confidence,
                production: draft.production,
                source: (!draft.source.is_empty())
                    .then(|| Source { span: article.document.span(draft.source), entity: None }),
                cue: (!draft.cue.is_empty()).then(|| Cue {
                    span: article.document.span(draft.cue),
                    lemma,
                    stance: draft.stance,
                }),
                content: spans.iter().map(|&s| article.document.span(s)).collect(),
                setting: crate::attribution::Setting::default(),
            }
        })
        .collect()
}

/// Direct where every word stands between quotation marks, indirect where none does.
fn kind(article: &Article<'_>, spans: &[TokenSpan]) -> Kind {
    let words = spans
        .iter()
        .flat_map(|s| &article.document.tokens[s.range()])
        .filter(|t| matches!(t.kind, TokenKind::Clitic) || t.kind.is_word());
    let (mut inside, mut outside) = (0, 0);
    for token in words {
        if token.quoted { inside += 1 } else { outside += 1 }
    }
    match (inside, outside) {
        (1.., 0) => Kind::Direct,
        (0, _) => Kind::Indirect,
        _ => Kind::Mixed,
    }
}
