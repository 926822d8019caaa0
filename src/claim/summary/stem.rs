//! Stems: what words of one family share, roughly, so that a headline's words meet the body's.

use crate::lexicon::hash;

/// Letters that a stem holds at most: resign, resignation.
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
            of_lower(std::str::from_utf8(lower).unwrap_or_default())
        }
        _ => of_lower(&word.to_lowercase()),
    }
}

fn of_lower(lower: &str) -> u32 {
    let mut stem = lower.trim_end_matches(['\'', '’', '.']);
    for ending in ["ing", "ed", "es", "s", "e", "y", "ie"] {
        if let Some(short) = stem.strip_suffix(ending).filter(|s| s.chars().count() >= 3) {
            stem = short;
            break;
        }
    }
    let stem = stem.trim_end_matches(['e', 'i', 'y']);
    let end = stem.char_indices().nth(LONGEST).map_or(stem.len(), |(at, _)| at);
    let stem = &stem[..end];
    // stopped, stop
    let bytes = stem.as_bytes();
    let doubled = bytes.len() > 3 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2];
    hash(stem.get(..bytes.len() - usize::from(doubled)).unwrap_or(stem))
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
