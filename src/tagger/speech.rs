//! Verbs and names beside a quotation that were read as something else: `“It is old,” Devine riffed`.
//!
//! What stands between a closing quotation mark and the end of the sentence is mostly a subject and its
//! verb, and so is what leads to an opening one. Where the sentence has no verb with a tense, the word that may
//! be one takes its place; a capital behind a quotation begins no sentence and so is a name's.
//!
//! ```text
//! speech_tag = close_quote ( subject verb | verb subject ) rest
//!            | subject verb ("," | ":") open_quote
//! ```

use super::Tag;
use super::headline::verb_cues;
use crate::document::{Document, Sentence};
use crate::lexicon::Lexicon;

/// So many tokens of a speech tag are looked at.
const REACH: usize = 24;

/// Retags what follows the quotations of a sentence; `tags` are those of the sentence.
pub(crate) fn mend(
    document: &Document<'_>,
    sentence: &Sentence,
    tags: &mut [Tag],
    lexicon: &Lexicon,
) {
    if !tags.iter().any(|t| matches!(t, Tag::OpenQuote | Tag::CloseQuote)) {
        return;
    }
    let first = sentence.tokens.start as usize;
    let own = |i: usize| !document.tokens[first + i].quoted;
    let has_tense = |tags: &[Tag]| (0..tags.len()).any(|i| own(i) && tags[i].is_finite_verb());
    // A quotation may have begun in a sentence before.
    let opens = tags.iter().position(|t| *t == Tag::OpenQuote).unwrap_or(0);
    if !has_tense(tags) && opens > 2 && matches!(tags[opens - 1], Tag::Comma | Tag::Colon) {
        Stretch { document, lexicon, first }.leading_verb(&mut tags[..opens - 1]);
    }
    let mut from = 0;
    while let Some(at) = tags[from..].iter().position(|t| *t == Tag::CloseQuote) {
        from += at + 1;
        let ends = |&i: &usize| tags[i] == Tag::OpenQuote || !own(i);
        let limit = tags.len().min(from + REACH);
        let end = (from..limit).find(ends).unwrap_or(limit);
        let stretch = Stretch { document, lexicon, first: first + from };
        stretch.name(&mut tags[from..end]);
        if !has_tense(tags) {
            stretch.verb(&mut tags[from..end]);
        }
    }
}

/// The tokens behind a closing quotation mark.
struct Stretch<'d, 't> {
    document: &'d Document<'t>,
    lexicon: &'d Lexicon,
    /// The number of the first token in the document.
    first: usize,
}

impl Stretch<'_, '_> {
    fn word(&self, i: usize) -> &str {
        self.document.word((self.first + i) as u32)
    }

    /// A capital that begins the stretch and stands before a verb begins a name.
    fn name(&self, tags: &mut [Tag]) {
        let [first, second, ..] = tags else { return };
        let other = first.is_adjective()
            || first.is_adverb()
            || first.is_verb()
            || *first == Tag::Md && second.is_finite_verb();
        if other && second.is_verb() && self.word(0).starts_with(char::is_uppercase) {
            *first = Tag::Nnp;
        }
    }

    /// The last word takes a tense where it may be the verb: `Another tweeted, “…”`.
    fn leading_verb(&self, tags: &mut [Tag]) {
        if let Some(last) = tags.len().checked_sub(1)
            && let Some(tag) = self.tense(tags, last)
        {
            tags[last] = tag;
        }
    }

    /// The word that may be the verb takes a tense.
    fn verb(&self, tags: &mut [Tag]) {
        let found = (0..tags.len()).find_map(|i| Some((i, self.tense(tags, i)?)));
        if let Some((at, tag)) = found {
            tags[at] = tag;
        }
    }

    /// The tense of a word as a verb, if it has its place there.
    fn tense(&self, tags: &[Tag], i: usize) -> Option<Tag> {
        let (word, next) = (self.word(i), tags.get(i + 1).copied().unwrap_or(Tag::Period));
        if word.starts_with(char::is_uppercase) {
            return None;
        }
        let follows = i.checked_sub(1).is_some_and(|before| self.ends_subject(tags, before));
        let leads = i == 0 && begins_subject(next);
        if !follows && !leads {
            return None;
        }
        // Participles such as "written" are never a past tense.
        let past = matches!(tags[i], Tag::Jj | Tag::Nn) && word.ends_with("ed")
            || tags[i] == Tag::Vbn && !word.ends_with(['n', 'g', 'k']);
        let passive = i + 1 < tags.len() && self.word(i + 1) == "by";
        if past && !passive {
            return Some(Tag::Vbd);
        }
        // "the email read"
        if follows && word == "read" && tags[i] != Tag::Jj {
            return Some(Tag::Vbd);
        }
        let is_cue = || verb_cues(self.lexicon, word).any(|words| words.len() == 1);
        let plural = follows && tags[i - 1].is_plural();
        match tags[i] {
            Tag::Nns if is_cue() => Some(Tag::Vbz),
            Tag::Nn | Tag::Vb if plural && is_cue() => Some(Tag::Vbp),
            _ => None,
        }
    }

    /// Whether a subject may end with a token: a noun, `another`, `the 43-year-old`.
    fn ends_subject(&self, tags: &[Tag], i: usize) -> bool {
        let determined = i.checked_sub(1).is_some_and(|before| tags[before] == Tag::Dt);
        match tags[i] {
            Tag::Prp | Tag::Comma | Tag::Wp => true,
            Tag::Dt => STANDING.iter().any(|w| w.eq_ignore_ascii_case(self.word(i))),
            Tag::Jj => determined && self.word(i).contains('-'),
            tag => tag.is_noun(),
        }
    }
}

/// Determiners that stand for somebody by themselves.
const STANDING: &[&str] = &["another", "both", "each", "some"];

fn begins_subject(tag: Tag) -> bool {
    tag.is_noun() || matches!(tag, Tag::Prp | Tag::Dt | Tag::PrpS)
}

#[cfg(test)]
mod tests {
    use crate::{Checker, Settings};

    #[test]
    fn a_speech_tag_has_its_verb_and_its_name() {
        let cases = [
            ("“It is the only one strong enough,” a voice-over in the ad states.", "states"),
            ("“The answer is no, my friend,” the deputy mayor riffed.", "riffed"),
            ("“It is old and it leaks,” quipped Ann Orr.", "quipped"),
            ("“She speaks for many. Her view of it is much the same,” Viguerie notes.", "notes"),
        ];
        for (text, cue) in cases {
            // What the weights think of a verb that they never met does not matter here.
            let checker = Checker::new(Settings { threshold: 0.1, ..Settings::default() });
            let review = checker.review(text);
            let cues = review.attributions.iter().filter_map(|a| a.cue.as_ref());
            assert_eq!(cues.map(|c| c.span.of(text)).collect::<Vec<_>>(), [cue], "{text}");
        }
        let text = "“It is old and it leaks,” Devine said. “We need a new one.”";
        let review = Checker::default().review(text);
        assert_eq!(review.attributions[0].source.map(|s| s.span.of(text)), Some("Devine"));
        for name in ["Will", "Drew", "May", "Bush"] {
            let text = format!("“It is old. Who knows why it leaks,” {name} told reporters.");
            let review = Checker::default().review(&text);
            let source = review.attributions.iter().find_map(|a| a.source);
            assert_eq!(source.map(|s| s.span.of(&text)), Some(name));
        }
    }

    #[test]
    fn other_words_stay_as_they_are() {
        let text = "She sang “The Old Bridge,” a song written in May, and left.";
        let review = Checker::default().review(text);
        let written = text.find("written").expect("it was put there") as u32;
        let token = review.document().tokens.iter().position(|t| t.span.start == written);
        assert_eq!(
            review.article.tag(token.expect("it is a token") as u32),
            crate::tagger::Tag::Vbn
        );
    }
}
