//! The words of the seeds that tell a channel: nouns of occasions and documents, verbs.

use super::Channel;
use crate::sieve::Sieve;

include!(concat!(env!("OUT_DIR"), "/channels.rs"));

/// The channel that a noun names, or two: "interview", "news conference"; in lower case.
pub(super) fn noun(lower: &str) -> Option<Channel> {
    static SIEVE: Sieve = Sieve::of_firsts(NOUNS);
    find(NOUNS, &SIEVE, lower)
}

/// The channel that a verb tells by itself; a lemma.
pub(super) fn verb(lemma: &str) -> Option<Channel> {
    static SIEVE: Sieve = Sieve::of_firsts(VERBS);
    find(VERBS, &SIEVE, lemma)
}

fn find(table: &[(&str, Channel)], sieve: &Sieve, word: &str) -> Option<Channel> {
    if !sieve.may_hold(word) {
        return None;
    }
    let at = table.binary_search_by_key(&word, |(w, _)| w).ok()?;
    table.get(at).map(|(_, channel)| *channel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_singular_and_plural() {
        assert_eq!(noun("interview"), Some(Channel::Interview));
        assert_eq!(noun("speeches"), Some(Channel::Speech));
        assert_eq!(noun("news conference"), Some(Channel::Briefing));
        assert_eq!(noun("bridge"), None);
        assert_eq!(verb("testify"), Some(Channel::Testimony));
    }
}
