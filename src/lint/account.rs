//! Accounts: whether the text says whose a cited post is.

use super::words::quote;
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

/// How messages call whoever made a post: the display name, else the account.
pub(super) fn poster(embed: &Embed<'_>) -> Option<String> {
    let handle = embed.handle.as_deref().map(|h| format!("@{h}"));
    embed.name.as_deref().map(quote).or(handle)
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

/// Last words that many names share; they tell nothing without the first.
const SHARED: [&str; 16] = [
    "news", "official", "press", "post", "times", "tv", "live", "media", "party", "watch",
    "online", "daily", "today", "jr", "sr", "md",
];

/// The handle, or the last word of the name (a surname, mostly), stands in the prose.
fn is_introduced(embed: &Embed<'_>, prose: &HashSet<String>) -> bool {
    let holds = |word: &str| prose.contains(&word.to_lowercase());
    let name = embed.name.as_deref().unwrap_or("");
    let letters = |c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’' | '-');
    let words: Vec<_> = name.split(letters).filter(|w| w.chars().count() > 1).collect();
    let shared = |w: &str| SHARED.iter().any(|s| s.eq_ignore_ascii_case(w));
    let named = match words.as_slice() {
        [first, .., last] if shared(last) => holds(first),
        [.., last] => holds(last),
        [] => false,
    };
    named || embed.handle.as_deref().is_some_and(holds)
}
