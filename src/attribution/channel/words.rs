//! The words of the seeds that tell a channel: nouns of occasions and documents, verbs.

use super::Channel;
use crate::sieve::Sieved;

include!(concat!(env!("OUT_DIR"), "/channels.rs"));

/// The channel that a noun names, or two: "interview", "news conference"; in lower case.
pub(super) fn noun(lower: &str) -> Option<Channel> {
    static KNOWN: Sieved<Channel> = Sieved::new(NOUNS);
    KNOWN.find(lower).copied()
}

/// The channel that a verb tells by itself; a lemma.
pub(super) fn verb(lemma: &str) -> Option<Channel> {
    static KNOWN: Sieved<Channel> = Sieved::new(VERBS);
    KNOWN.find(lemma).copied()
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
