//! Lemmas of plural nouns.

use super::Recipe;
use super::irregular::PLURALS;
use crate::sieve::Sieved;

/// Irregular last parts of compounds.
const COMPOUNDS: &[(&str, &str)] =
    &[("men", "man"), ("children", "child"), ("wives", "wife"), ("shelves", "shelf")];

/// The lemma of a plural.
pub fn of_plural(word: &str) -> Recipe {
    static IRREGULAR: Sieved<&str> = Sieved::new(PLURALS);
    if let Some(lemma) = IRREGULAR.find(word) {
        return Recipe::Whole(lemma);
    }
    for (ending, singular) in COMPOUNDS {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() > 2
        {
            return Recipe::Add(stem.len(), singular);
        }
    }
    let cut = |count| Recipe::Keep(word.len() - count);
    match word.as_bytes() {
        // Decades have no singular.
        [.., b'0', b's'] => Recipe::Keep(word.len()),
        [.., b'\'', b's'] => cut(2),
        [.., b's' | b'u' | b'i', b's'] => Recipe::Keep(word.len()),
        [.., b'i', b'e', b's'] => Recipe::Add(word.len() - 3, "y"),
        [.., b's', b's' | b'h', b'e', b's'] | [.., b'x', b'e', b's'] => cut(2),
        [.., b'c', b'h', b'e', b's'] | [.., b'z', b'z', b'e', b's'] => cut(2),
        [.., b'o', b'e', b's'] => cut(2),
        [.., b'u', b's', b'e', b's'] if !takes_e(word) => cut(2),
        [_, .., b's'] => cut(1),
        _ => Recipe::Keep(word.len()),
    }
}

/// Whether a noun in *-uses* ends in *-use*: *houses*, *causes*, unlike *viruses*.
fn takes_e(word: &str) -> bool {
    const ENDINGS: &[&str] = &["abuses", "auses", "excuses", "fuses", "muses", "ouses"];
    word == "uses" || ENDINGS.iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use crate::tagger::{Tag, lemma};

    #[test]
    fn plurals_lose_their_ending() {
        let pairs = [
            ("voters", "voter"),
            ("parties", "party"),
            ("movies", "movie"),
            ("taxes", "tax"),
            ("speeches", "speech"),
            ("houses", "house"),
            ("viruses", "virus"),
            ("vetoes", "veto"),
            ("spokeswomen", "spokeswoman"),
            ("lives", "life"),
            ("crises", "crisis"),
            ("series", "series"),
            ("1990s", "1990s"),
            ("grandchildren", "grandchild"),
            ("caucuses", "caucus"),
        ];
        for (word, expected) in pairs {
            assert_eq!(lemma(word, Tag::Nns), expected);
        }
    }
}
