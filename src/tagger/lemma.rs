//! Dictionary forms of verbs and nouns, by rule and by tables of irregular words.

mod irregular;
mod noun;
mod stems;
mod verb;

use std::borrow::Cow;

use super::Tag;

/// How a lemma is made from its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Recipe {
    /// The first so many bytes.
    Keep(usize),
    /// The first so many bytes, and an ending.
    Add(usize, &'static str),
    /// A word of a table.
    Whole(&'static str),
}

/// The dictionary form of a word in lower case. Only verbs and nouns change: proper
/// nouns and all other words are their own lemmas.
///
/// Borrows wherever the lemma is a prefix of the word or stands in a table.
///
/// ```
/// use onrecord::tagger::{Tag, lemma};
/// assert_eq!(lemma("says", Tag::Vbz), "say");
/// assert_eq!(lemma("announced", Tag::Vbd), "announce");
/// assert_eq!(lemma("stopped", Tag::Vbn), "stop");
/// assert_eq!(lemma("told", Tag::Vbd), "tell");
/// assert_eq!(lemma("cities", Tag::Nns), "city");
/// ```
pub fn lemma(word_lower: &str, tag: Tag) -> Cow<'_, str> {
    match recipe(word_lower, tag) {
        Recipe::Keep(length) => Cow::Borrowed(kept(word_lower, length)),
        Recipe::Add(length, ending) => Cow::Owned(kept(word_lower, length).to_owned() + ending),
        Recipe::Whole(lemma) => Cow::Borrowed(lemma),
    }
}

/// Appends the lemma to `into`, for callers that keep a buffer.
///
/// ```
/// use onrecord::tagger::{Tag, lemma_into};
/// let mut buffer = String::new();
/// lemma_into("noting", Tag::Vbg, &mut buffer);
/// assert_eq!(buffer, "note");
/// ```
pub fn lemma_into(word_lower: &str, tag: Tag, into: &mut String) {
    match recipe(word_lower, tag) {
        Recipe::Keep(length) => into.push_str(kept(word_lower, length)),
        Recipe::Add(length, ending) => {
            into.push_str(kept(word_lower, length));
            into.push_str(ending);
        }
        Recipe::Whole(lemma) => into.push_str(lemma),
    }
}

/// The first `length` bytes; the whole word where they end within a letter.
fn kept(word: &str, length: usize) -> &str {
    word.get(..length).unwrap_or(word)
}

fn recipe(word: &str, tag: Tag) -> Recipe {
    match tag {
        Tag::Md => verb::of_modal(word),
        tag if tag.is_verb() => verb::of_verb(word, tag),
        Tag::Nns => noun::of_plural(word),
        _ => Recipe::Keep(word.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_agree_and_no_word_breaks_them() {
        let words = ["", "s", "es", "ed", "ing", "ied", "ées", "é", "’s", "züing", "ss", "ies"];
        for word in words {
            for &tag in Tag::ALL {
                let mut buffer = String::new();
                lemma_into(word, tag, &mut buffer);
                assert_eq!(lemma(word, tag), buffer, "{word} {tag:?}");
            }
        }
    }

    #[test]
    fn prefixes_and_tables_are_borrowed() {
        for (word, tag) in [("says", Tag::Vbz), ("called", Tag::Vbd), ("went", Tag::Vbd)] {
            assert!(matches!(lemma(word, tag), Cow::Borrowed(_)), "{word}");
        }
    }
}
