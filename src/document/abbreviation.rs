//! Words whose dot is their own and does not end the sentence.

use crate::sieve::Sieved;

/// What may follow an abbreviation's dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// More of the sentence; the dot never ends one: `Mr.`, `Sen.`, `vs.`.
    Leading,
    /// A number; before anything else the dot is a full stop: `No.`, `vol.`.
    Number,
    /// Anything; the dot may end the sentence too: `U.S.`, `Inc.`, `a.m.`, `Jan.`.
    Final,
}

// `ABBREVIATIONS`, from the seeds: sorted, without the dots.
include!(concat!(env!("OUT_DIR"), "/abbreviations.rs"));

/// What a word that is followed by a dot is, if that dot belongs to it; `after` is what follows the dot.
pub(super) fn abbreviation(word: &str, after: &str) -> Option<Abbreviation> {
    let mut chars = word.chars();
    let initial = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none();
    if initial {
        return Some(Abbreviation::Leading);
    }
    if word.contains('.') {
        return Some(Abbreviation::Final);
    }
    static KNOWN: Sieved<Abbreviation> = Sieved::new(ABBREVIATIONS);
    match *KNOWN.find(word)? {
        Abbreviation::Number
            if !after.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit()) =>
        {
            None
        }
        known => Some(known),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_whose_dot_it_is() {
        assert_eq!(abbreviation("Sen", " Orr"), Some(Abbreviation::Leading));
        assert_eq!(abbreviation("J", " Orr"), Some(Abbreviation::Leading));
        assert_eq!(abbreviation("U.S", " The"), Some(Abbreviation::Final));
        assert_eq!(abbreviation("No", " 5"), Some(Abbreviation::Number));
        assert_eq!(abbreviation("No", " He"), None);
        assert_eq!(abbreviation("Bridge", " He"), None);
    }
}
