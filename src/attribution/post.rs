//! An embedded post is an attribution: its account says its words.

use super::repost::{Repost, reposts};
use super::{Act, Attribution, AttributionId, Kind, Production, Source};
use crate::Span;
use crate::embed::Embed;

/// The attributions of the posts whose words are there, and the number among them of the one that
/// holds each: a post that quotes it, or hands it on.
pub(super) fn attributions(text: &str, embeds: &[Embed<'_>]) -> Vec<(Attribution, Option<usize>)> {
    let mut all = Vec::new();
    // Where the attribution of each post stands.
    let mut places = vec![None; embeds.len()];
    for (embed, place) in embeds.iter().zip(&mut places) {
        let Some(body) = embed.body else { continue };
        *place = Some(all.len());
        all.push((said(account(text, embed), body), None));
        for Repost { source, content } in reposts(text, body) {
            let holder = all.len().checked_sub(1);
            all.push((said(source, content), holder));
        }
    }
    for (at, embed) in embeds.iter().enumerate() {
        let holds =
            |&i: &usize| embeds.get(i).and_then(|e| e.body).is_some_and(|b| b.contains(embed.span));
        // A post that quotes another stands right beside it.
        let outer = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().find(holds);
        if let (Some(own), Some(outer)) = (places[at], outer.and_then(|o| places[o])) {
            all[own].1 = Some(outer);
        }
    }
    all
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
        setting: crate::attribution::Setting::default(),
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
