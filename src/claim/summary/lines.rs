//! The lines that sum an article up, and their content words and names.

use super::SummaryKind;
use super::quantity::{Quantity, quantities};
use super::stem::stem;
use crate::Span;
use crate::article::Article;
use crate::claim::words;
use crate::document::{Block, BlockKind, TokenKind, TokenSpan};
use crate::lexicon::Facts;
use crate::tagger::Tag;

/// A line that sums the article up.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) block: usize,
    pub(super) kind: SummaryKind,
    pub(super) span: Span,
    pub(super) tokens: TokenSpan,
    /// Stems of its content words, each once.
    pub(super) words: Vec<u32>,
    pub(super) quantities: Vec<Quantity>,
    pub(super) is_question: bool,
}

/// No article has more lines that sum it up: so the work stays in proportion to the text.
const MOST: usize = 24;
/// A line's words and figures beyond these are not matched.
const WORDS: usize = 64;
/// A standfirst has at most this many words.
const LONGEST_STANDFIRST: usize = 45;

/// Headings over a list that sums up.
const GLANCE: &[&str] = &[
    "at a glance",
    "highlights",
    "in brief",
    "in short",
    "key facts",
    "key points",
    "key takeaways",
    "summary",
    "takeaways",
    "the main points",
    "main points",
    "the essentials",
    "what to know",
    "what we know",
    "tl;dr",
];

pub(super) fn find(article: &Article<'_>) -> Vec<Line> {
    let blocks = &article.document.blocks;
    let mut lines = Vec::new();
    let mut titled = false;
    let mut listing = true;
    for (i, block) in blocks.iter().enumerate() {
        let kind = match block.kind {
            BlockKind::Headline => Some(SummaryKind::Headline),
            BlockKind::Heading | BlockKind::Paragraph if titled && is_standfirst(article, i) => {
                Some(SummaryKind::Standfirst)
            }
            BlockKind::Bullet if listing => Some(SummaryKind::Bullet),
            _ => None,
        };
        titled = block.kind == BlockKind::Headline;
        match block.kind {
            BlockKind::Heading => listing |= is_glance(article, block),
            BlockKind::Paragraph | BlockKind::BlockQuote if kind.is_none() => listing = false,
            _ => {}
        }
        lines.extend(kind.map(|kind| line(article, i, block, kind)));
        if lines.len() == MOST {
            break;
        }
    }
    lines
}

/// A line right under the title that a byline follows, or that is no sentence of its own.
fn is_standfirst(article: &Article<'_>, i: usize) -> bool {
    let blocks = &article.document.blocks;
    let next = blocks.get(i + 1).map(|b| b.kind);
    article.document.count_words(blocks[i].tokens) <= LONGEST_STANDFIRST
        && (next == Some(BlockKind::Byline)
            || blocks[i].kind == BlockKind::Heading && !is_glance(article, &blocks[i]))
}

fn is_glance(article: &Article<'_>, block: &Block) -> bool {
    let heading = block.span.of(article.document.text).trim_end_matches(':');
    GLANCE.iter().any(|g| heading.eq_ignore_ascii_case(g))
}

fn line(article: &Article<'_>, block_index: usize, block: &Block, kind: SummaryKind) -> Line {
    let mut words: Vec<u32> = Vec::new();
    for i in block.tokens.range().map(|i| i as u32).filter(|&i| is_content(article, i)) {
        let stem = stem(article.word(i));
        if words.len() < WORDS && !words.contains(&stem) {
            words.push(stem);
        }
    }
    Line {
        block: block_index,
        kind,
        span: block.span,
        tokens: block.tokens,
        words,
        quantities: figures(article, block.tokens),
        is_question: block.span.of(article.document.text).trim_end().ends_with('?'),
    }
}

/// The figures of a line that state an amount: no years, no counts of the list to come ("5 things to know").
fn figures(article: &Article<'_>, tokens: TokenSpan) -> Vec<Quantity> {
    let mut found = quantities(article, tokens);
    found.retain(|q| {
        let at = article.document.tokens_in(q.span);
        let counts_list = (at.end..(at.end + 3).min(tokens.end))
            .any(|i| words::classes(article.lexeme(i).form).any(words::LISTED));
        let named = at.start > tokens.start
            && article.tag(at.start - 1).is_noun()
            && article.word(at.start - 1).starts_with(char::is_uppercase);
        let dated = at.start > tokens.start && article.lexeme(at.start - 1).facts.any(Facts::MONTH)
            || at.end < tokens.end && article.lexeme(at.end).facts.any(Facts::MONTH);
        q.unit.is_some() && !q.is_year() && !counts_list && !named && !dated && q.value != 1.0
    });
    found.truncate(WORDS);
    found
}

/// Whether a token is a content word: noun, verb, adjective or number, no auxiliary.
fn is_content(article: &Article<'_>, i: u32) -> bool {
    let tag = article.tag(i);
    let open = tag.is_noun() || tag.is_verb() || tag.is_adjective() || tag == Tag::Cd;
    open && article.document.tokens[i as usize].kind.is_word()
        && !words::classes(article.lexeme(i).form).any(words::AUXILIARY.or(words::BE))
}

/// The words of a line that are names beyond doubt: capitals in a line that has few, amid words without one.
pub(super) fn names<'a>(article: &'a Article<'_>, line: &Line) -> impl Iterator<Item = u32> + 'a {
    let tokens = line.tokens;
    let long = |i: &u32| article.word(*i).chars().count() > 3;
    let capital = |i: u32| article.word(i).starts_with(char::is_uppercase);
    let words = || (tokens.start + 1..tokens.end).filter(long);
    let plain = words().filter(|&i| capital(i)).count() * 2 <= words().count();
    (tokens.start + 1..tokens.end).filter(move |&i| {
        let facts = article.lexeme(i).facts;
        let known = Facts::MONTH
            .or(Facts::WEEKDAY)
            .or(Facts::TITLE)
            .or(Facts::COUNTRY)
            .or(Facts::DEMONYM)
            .or(Facts::PLACE)
            .or(Facts::ORGANIZATION)
            .or(Facts::MASTHEAD);
        let alone = |j: u32| j >= tokens.end || !capital(j) && article.word(j) != ":";
        plain
            && is_surname(article.word(i))
            && article.tag(i).is_proper()
            && article.document.tokens[i as usize].kind == TokenKind::Word
            && !facts.any(known)
            // The name of a person: alone after a plain word, or after a first name.
            && alone(i + 1)
            && article.document.tokens[i as usize - 1].kind.is_word()
    })
}

/// `surname = capital lower{3,}`, no plural, and nothing that people are called by where they come from
fn is_surname(word: &str) -> bool {
    word.chars().count() > 3
        && word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
        && !["s", "ern", "ian", "ese", "ish", "er"].iter().any(|ending| word.ends_with(ending))
}
