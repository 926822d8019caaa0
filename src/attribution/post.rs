//! An embedded post is an attribution: its account says its words.

use super::repost::{Repost, reposts};
use super::{Act, Attribution, AttributionId, Kind, Production, Source};
use crate::Span;
use crate::embed::Embed;

/// The attributions of a post whose words are there: its own, then those of the posts that it hands
/// on, each within the one before it.
pub(super) fn attributions(text: &str, embed: &Embed<'_>) -> Vec<Attribution> {
    let Some(body) = embed.body else { return Vec::new() };
    let handed = reposts(text, body);
    let own = said(account(text, embed), body);
    let inner = handed.iter().map(|&Repost { source, content }| said(source, content));
    std::iter::once(own).chain(inner).collect()
}

fn said(source: Span, words: Span) -> Attribution {
    Attribution {
        id: AttributionId(0),
        kind: Kind::Direct,
        act: Act::Statement,
        parent: None,
        confidence: 1.0,
        production: Production::Post,
        source: Some(Source { span: source, entity: None }),
        cue: None,
        content: vec![words],
    }
}

/// Display name and handle where they stand on the author line; all of it where neither can be found there.
fn account(text: &str, embed: &Embed<'_>) -> Span {
    let line = embed.span.of(text);
    let find = |part: Option<&str>| {
        part.filter(|p| !p.is_empty()).and_then(|p| line.find(p).map(|at| (at, at + p.len())))
    };
    let name = find(embed.name.as_deref());
    let handle = find(embed.handle.as_deref())
        .map(|(start, end)| (start, end + usize::from(line[end..].starts_with(')'))));
    let (start, end) = match (name, handle) {
        (Some((start, _)), Some((_, end))) if end > start => (start, end),
        (Some(found), _) | (None, Some(found)) => found,
        (None, None) => (0, line.len()),
    };
    let base = embed.span.start as usize;
    Span::new(base + start, base + end)
}
