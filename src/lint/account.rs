//! Accounts: whether the text says whose a cited post is.

use super::words::quote;
use crate::Review;
use crate::embed::{self, Embed};
use std::collections::HashSet;

/// For every post, whether the text outside posts names its account.
pub(super) fn introduced(review: &Review<'_>) -> Vec<bool> {
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
    let bodies = embed::bodies(&review.embeds);
    let capital = |c: char| c.is_uppercase() || c == '@';
    let tokens = document.tokens.iter().filter(|t| t.span.of(document.text).starts_with(capital));
    tokens
        .filter(|t| embed::holder(&bodies, t.span.start).is_none())
        .map(|t| t.span.of(document.text).trim_start_matches('@').to_lowercase())
        .collect()
}

/// Last words that many names share; they tell nothing without the first.
const SHARED: [&str; 16] = [
    "news", "official", "press", "post", "times", "tv", "live", "media", "party", "watch",
    "online", "daily", "today", "jr", "sr", "md",
];

/// A name that the handle spells, or the last word of the name shown (a surname, mostly), stands in
/// the prose.
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
    named || embed.handle.as_deref().is_some_and(|h| spells(h, prose))
}

/// A name that a handle ends in has at least so many bytes.
const SURNAME: usize = 4;

/// Whether the prose holds the handle, or a name that the handle ends in: Orwell for `@SenJaneOrwell`.
fn spells(handle: &str, prose: &HashSet<String>) -> bool {
    let account = handle.split(['.', '@']).next().unwrap_or(handle).to_lowercase();
    let bare = account.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_');
    let ends = bare.char_indices().map(|(at, _)| &bare[at..]);
    let parts = bare.split('_').filter(|part| !part.is_empty());
    prose.contains(&account)
        || bare.contains('_') && parts.clone().all(|part| prose.contains(part))
        || prose.contains(&handle.to_lowercase())
        || ends.take_while(|end| end.len() >= SURNAME).any(|end| prose.contains(end))
}
