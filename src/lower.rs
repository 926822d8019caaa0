//! Lower case without an allocation where a word has it already, as most have.

use std::borrow::Cow;

/// A word in lower case.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    let is_lower = |b: &u8| b.is_ascii() && !b.is_ascii_uppercase();
    if word.as_bytes().iter().all(is_lower) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lowers_what_needs_it() {
        assert!(matches!(lower("o'clock"), Cow::Borrowed("o'clock")));
        assert_eq!(lower("ORR"), "orr");
        assert_eq!(lower("Élan"), "élan");
    }
}
