//! Names of speakers that were read as something else: `Long said`, `said Frank`.
//!
//! Many surnames are words: before or behind a verb that only people are the subject of, a capital makes them names.
//!
//! ```text
//! speaker = name verb               at the beginning of a sentence
//!         | close_quote verb name
//! inverted = verb speaker ("," | ":") open_quote    at the beginning of a sentence
//! ```

use super::Tag;
use crate::document::{Document, Sentence};

/// Verbs of speech with their tense, that are hardly anything else.
const VERBS: &[(&str, Tag)] = &[
    ("added", Tag::Vbd),
    ("adds", Tag::Vbz),
    ("argued", Tag::Vbd),
    ("argues", Tag::Vbz),
    ("asked", Tag::Vbd),
    ("insisted", Tag::Vbd),
    ("insists", Tag::Vbz),
    ("replied", Tag::Vbd),
    ("said", Tag::Vbd),
    ("says", Tag::Vbz),
    ("told", Tag::Vbd),
    ("tweeted", Tag::Vbd),
    ("tweets", Tag::Vbz),
    ("wrote", Tag::Vbd),
    ("writes", Tag::Vbz),
];

/// Verbs that stand before a participle, and so are no names there: `Get told`.
const AUXILIARIES: &[&str] =
    &["Be", "Been", "Get", "Got", "Had", "Has", "Have", "Is", "Was", "Were"];

/// A speaker behind an inverted verb has at most so many tokens.
const LONGEST: usize = 12;

/// Retags names beside verbs of speech; `tags` are those of the sentence.
pub(crate) fn mend(document: &Document<'_>, sentence: &Sentence, tags: &mut [Tag]) {
    let reader = Reader { document, first: sentence.tokens.start };
    reader.begins(tags);
    reader.inverted(tags);
    reader.behind(tags);
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    /// The sentence's first token.
    first: u32,
}

impl Reader<'_, '_> {
    fn word(&self, i: usize) -> &str {
        self.document.word(self.first + i as u32)
    }

    /// The tense of a verb of speech in lower case.
    fn verb(&self, i: usize) -> Option<Tag> {
        let word = self.word(i);
        VERBS.iter().find(|(verb, _)| *verb == word).map(|(_, tag)| *tag)
    }

    /// A capital with a tag that no name has.
    fn may_be_name(&self, tags: &[Tag], i: usize) -> bool {
        let word = self.word(i);
        let other =
            matches!(tags[i], Tag::Jj | Tag::Md) || tags[i].is_verb() && tags[i] != Tag::Vbg;
        other && word.starts_with(char::is_uppercase) && !AUXILIARIES.contains(&word)
    }

    /// `Long said that …`; nobody is named in `Enough said.`
    fn begins(&self, tags: &mut [Tag]) {
        if tags.len() < 4 || !self.may_be_name(tags, 0) {
            return;
        }
        if let Some(tense) = self.verb(1).filter(|_| tags[2] != Tag::Period) {
            (tags[0], tags[1]) = (Tag::Nnp, tense);
        }
    }

    /// `Said Orr, “…”`
    fn inverted(&self, tags: &mut [Tag]) {
        let Some(tense) = VERBS.iter().find(|(v, _)| v.eq_ignore_ascii_case(self.word(0))) else {
            return;
        };
        let named = tags.get(1).is_some_and(|t| t.is_proper() || *t == Tag::Dt);
        let Some(opens) = tags.iter().take(LONGEST).position(|t| *t == Tag::OpenQuote) else {
            return;
        };
        let introduced = opens > 2 && matches!(tags[opens - 1], Tag::Comma | Tag::Colon);
        if named && introduced && !tags[..opens].iter().any(|t| t.is_finite_verb()) {
            tags[0] = tense.1;
        }
    }

    /// `“…,” said Long.`, but `said American officials`
    fn behind(&self, tags: &mut [Tag]) {
        for i in 2..tags.len() {
            if tags[i - 2] != Tag::CloseQuote || self.verb(i - 1).is_none() {
                continue;
            }
            let other = tags[i].is_adverb() || self.may_be_name(tags, i);
            let common = tags.get(i + 1).is_some_and(|t| matches!(t, Tag::Nn | Tag::Nns));
            if other && !common && self.word(i).starts_with(char::is_uppercase) {
                tags[i] = Tag::Nnp;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Checker;

    fn sources(text: &str) -> Vec<String> {
        let review = Checker::default().review(text);
        let sources = review.attributions.iter().filter_map(|a| a.source);
        sources.map(|s| s.span.of(text).to_owned()).collect()
    }

    #[test]
    fn words_are_names_beside_verbs_of_speech() {
        for (text, name) in [
            ("“It is old and it leaks,” said Frank.", "Frank"),
            ("“It is old and it leaks,” said Long.", "Long"),
            ("Long said that the bridge was old.", "Long"),
            ("Hope said that the bridge was old.", "Hope"),
            ("Will told reporters that the bridge was old.", "Will"),
            ("Said Orr, “It is old and it leaks.”", "Orr"),
        ] {
            assert_eq!(sources(text), [name], "{text}");
        }
        // How far the source goes is not the tagger's matter.
        for rest in ["the mayor", "whose boat sank"] {
            let found = sources(&format!("“It is old and it leaks,” said Short, {rest}."));
            assert!(found.len() == 1 && found[0].starts_with("Short"), "{found:?}");
        }
    }

    #[test]
    fn other_words_stay_as_they_are() {
        for text in ["Enough said.", "Get told what to do by others."] {
            let tags = Checker::default().review(text).article.tags;
            assert!(!tags[0].is_proper(), "{text}");
        }
        let text = "“It is old,” said American officials.";
        assert!(Checker::default().review(text).article.tags.iter().all(|t| !t.is_proper()));
    }
}
