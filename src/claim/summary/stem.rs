//! Stems: what words of one family share, roughly, so that a headline's words meet the body's.

use crate::lexicon::hash_bytes;

/// Bytes that a stem holds at most: resign, resignation.
const LONGEST: usize = 6;
/// Words of so many bytes are put in lower case without allocation.
const SHORT: usize = 32;

/// A hash of a word's first letters in lower case, without a plural's or a verb's ending: protests and protested
/// have the same. It joins too much rather than too little.
///
/// `stem = word without ("'s" | "s" | "es" | "ed" | "ing" | "e"), cut to six letters`
pub(super) fn stem(word: &str) -> u32 {
    let mut buffer = [0; SHORT];
    match buffer.get_mut(..word.len()) {
        Some(lower) if word.is_ascii() => {
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            of_lower(lower)
        }
        _ => of_lower(word.to_lowercase().as_bytes()),
    }
}

fn of_lower(lower: &[u8]) -> u32 {
    let mut stem = lower;
    while let Some(short) = without(stem, &["'", "’", "."]).next() {
        stem = short;
    }
    let endings = &["ing", "ed", "es", "s", "e", "y"];
    stem = without(stem, endings).find(|short| short.len() > 2).unwrap_or(stem);
    while let Some(short) = without(stem, &["e", "i", "y"]).next() {
        stem = short;
    }
    stem = &stem[..stem.len().min(LONGEST)];
    // stopped, stop
    match stem {
        [short @ .., last] if short.len() > 2 && short.ends_with(&[*last]) => hash_bytes(short),
        _ => hash_bytes(stem),
    }
}

/// What is left of a word without one of some endings, an item for each that it has.
fn without<'w>(word: &'w [u8], endings: &'w [&str]) -> impl Iterator<Item = &'w [u8]> {
    endings.iter().filter_map(|ending| word.strip_suffix(ending.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn families_share_a_stem() {
        for family in [
            &["protest", "protests", "protested", "protesting"][..],
            &["resign", "resigns", "resignation"],
            &["close", "closes", "closed", "closing"],
            &["stop", "stopped", "stops"],
            &["city", "cities"],
        ] {
            assert!(family.iter().all(|w| stem(w) == stem(family[0])), "{family:?}");
        }
        assert_ne!(stem("bridge"), stem("ferry"));
        stem("");
        stem("éé");
    }
}
