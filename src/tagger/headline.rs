//! Verbs of headlines that were read as nouns: `Judge orders release`.
//!
//! A headline leaves out articles and full stops, so that its verb looks like the head of a compound.
//! Where a line has no verb with a tense, the first word that may be one and is a cue takes its place.

use super::{Tag, lemma_into};
use crate::document::{Document, Sentence, TokenKind};
use crate::lexicon::{CueForm, Lexicon};

/// Headlines have at most so many tokens.
const LONGEST: usize = 18;

/// Retags the verb of a sentence that is a headline without one; `tags` are those of the sentence.
pub(crate) fn mend(
    document: &Document<'_>,
    sentence: &Sentence,
    tags: &mut [Tag],
    lexicon: &Lexicon,
) {
    if !(3..=LONGEST).contains(&tags.len()) || ends_sentence(document, sentence) {
        return;
    }
    let has_tense = tags.iter().any(|t| matches!(t, Tag::Vbz | Tag::Vbd | Tag::Vbp | Tag::Md));
    if has_tense {
        return;
    }
    let first = sentence.tokens.start;
    let word = |i: usize| document.word(first + i as u32);
    let quoted = |i: usize| document.tokens[first as usize + i].quoted;
    for i in 1..tags.len() - 1 {
        let subject = matches!(tags[i - 1], Tag::Nn | Tag::Nnp);
        if quoted(i) || !subject || !matches!(tags[i], Tag::Nns | Tag::Nnps) {
            continue;
        }
        if is_verb_cue(lexicon, word(i), word(i + 1), takes_object(tags[i + 1])) {
            tags[i] = Tag::Vbz;
            return;
        }
    }
}

fn ends_sentence(document: &Document<'_>, sentence: &Sentence) -> bool {
    let last = document.tokens[sentence.tokens.range()].last();
    last.is_none_or(|t| {
        t.kind == TokenKind::Punct
            && matches!(t.span.of(document.text), "." | "?" | "!" | ":" | "…")
    })
}

/// Whether a tag may begin what a verb says or does: no comma, no preposition.
fn takes_object(next: Tag) -> bool {
    next.is_noun()
        || matches!(
            next,
            Tag::Jj | Tag::Jjr | Tag::Jjs | Tag::Dt | Tag::Cd | Tag::PrpS | Tag::Prp | Tag::To
        )
        || next == Tag::OpenQuote
}

/// Whether a word is a cue before an object, or together with the word behind it: `hints at`.
fn is_verb_cue(lexicon: &Lexicon, word: &str, next: &str, object: bool) -> bool {
    let next = lexicon.word(next).0;
    verb_cues(lexicon, word).any(|words| match words {
        [_] => object,
        [_, second] => next != 0 && *second == next,
        _ => false,
    })
}

/// The words of each verb cue that a word in the third person begins: `hints at`.
pub(super) fn verb_cues<'l>(
    lexicon: &'l Lexicon,
    word: &str,
) -> impl Iterator<Item = &'l [u16]> + use<'l> {
    let mut lemma = String::new();
    lemma_into(&word.to_lowercase(), Tag::Vbz, &mut lemma);
    let cues = lexicon.cues(lexicon.word(&lemma)).iter();
    cues.filter(|c| c.form == CueForm::Verb).map(|&c| lexicon.cue_words(c))
}

#[cfg(test)]
mod tests {
    use crate::Checker;

    #[test]
    fn a_headline_has_its_verb() {
        let cases = [
            ("Judge orders release of tapes", "orders"),
            ("Minister blasts ‘obscene’ pay deal", "blasts"),
            ("Minister hints at retirement", "hints at"),
        ];
        for (text, cue) in cases {
            let review = Checker::default().review(text);
            let found = review.attributions.iter().filter_map(|a| a.cue.as_ref());
            assert!(found.map(|c| c.span.of(text)).any(|c| c == cue), "{text}");
        }
    }

    #[test]
    fn other_lines_stay_as_they_are() {
        for text in ["Two court orders, one bridge", "The judge’s orders.", "Pay claims at a high"]
        {
            assert!(Checker::default().review(text).attributions.is_empty(), "{text}");
        }
    }
}
