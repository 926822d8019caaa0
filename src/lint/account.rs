//! Accounts: whether the text says whose a cited post is.

use crate::Review;
use crate::embed::Embed;
use std::collections::HashSet;

/// For every post, whether the text outside posts names its account.
pub(crate) fn introduced(review: &Review<'_>) -> Vec<bool> {
    if review.embeds.is_empty() {
        return Vec::new();
    }
    let prose = prose(review);
    review.embeds.iter().map(|embed| is_introduced(embed, &prose)).collect()
}

/// The capitalized words and handles of the text outside posts, in lower case.
fn prose(review: &Review<'_>) -> HashSet<String> {
    let document = review.document();
    let bodies: Vec<_> = review.embeds.iter().filter_map(|e| e.body).collect();
    let in_body = |at: u32| {
        let next = bodies.partition_point(|b| b.start <= at);
        bodies[..next].last().is_some_and(|b| at < b.end)
    };
    let own = document.tokens.iter().filter(|t| !in_body(t.span.start));
    own.map(|t| t.span.of(document.text))
        .filter(|w| w.starts_with(|c: char| c.is_uppercase() || c == '@'))
        .map(|w| w.trim_start_matches('@').to_lowercase())
        .collect()
}

/// The handle, or the last word of the name (a surname, mostly), stands in the prose.
fn is_introduced(embed: &Embed<'_>, prose: &HashSet<String>) -> bool {
    let holds = |word: &str| prose.contains(&word.to_lowercase());
    let name = embed.name.as_deref().unwrap_or("");
    let mut words = name.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().count() > 1);
    embed.handle.as_deref().is_some_and(holds) || words.next_back().is_some_and(holds)
}
