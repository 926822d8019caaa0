//! An embedded post is an attribution: its account says its words.

use super::{Act, Attribution, AttributionId, Kind, Production, Source};
use crate::Span;
use crate::embed::Embed;

/// The attribution of a post whose words are there.
pub(super) fn attribution(text: &str, embed: &Embed<'_>) -> Option<Attribution> {
    let body = embed.body?;
    Some(Attribution {
        id: AttributionId(0),
        kind: Kind::Direct,
        act: Act::Statement,
        parent: None,
        confidence: 1.0,
        production: Production::Post,
        source: Some(Source { span: account(text, embed), entity: None }),
        cue: None,
        content: vec![body],
        setting: crate::attribution::Setting::default(),
    })
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
