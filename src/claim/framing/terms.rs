//! Terms: words and phrases that frame by themselves, unless the words around make them plain.

use super::Found;
use crate::article::Article;
use crate::claim::words::{self, Term};
use crate::document::{Sentence, TokenSpan};
use crate::lexicon::Part;
use crate::tagger::Tag;

/// How far from a term a guard word is looked for, in tokens.
const NEAR: u32 = 5;

/// The longest term that begins at token `i`.
pub(super) fn find(
    article: &Article<'_>,
    terms: &[Term],
    i: u32,
    run: TokenSpan,
    sentence: &Sentence,
) -> Option<Found> {
    let term = terms.iter().find(|term| {
        end(article, term, i).is_some_and(|end| end <= run.end)
            && fits(article, term, i, sentence)
            && !is_guarded(article, term, i, sentence)
    })?;
    let tokens = TokenSpan { start: i, end: i + 1 + term.rest.len() as u32 };
    Some(Found { tokens, rule: term.rule, weight: term.weight, composed: false })
}

/// Where a term ends whose first word stands at token `i`, if the others follow.
pub(super) fn end(article: &Article<'_>, term: &Term, i: u32) -> Option<u32> {
    let follows = |(word, j): (&u16, u32)| article.lexeme(j).form.0 == *word;
    let all = term.rest.iter().zip(i + 1..).all(follows);
    all.then_some(i + 1 + term.rest.len() as u32)
}

/// A compound that no term lists, by its ending: crime-infested.
pub(super) fn compound(article: &Article<'_>, i: u32) -> Option<Found> {
    let ending = words::ending(article.word(i))?;
    let tokens = TokenSpan { start: i, end: i + 1 };
    Some(Found { tokens, rule: ending.rule, weight: ending.weight, composed: false })
}

/// Whether the part of speech is the term's. A capital within a sentence makes a name, unless all words have one.
fn fits(article: &Article<'_>, term: &Term, i: u32, sentence: &Sentence) -> bool {
    let tag = article.tag(i);
    if tag.is_proper() {
        return i == sentence.tokens.start || is_title(article, sentence);
    }
    // A noun before another is an adjective: "a landmark treaty".
    let modifier = term.part == Part::Adjective && tag == Tag::Nn && article.tag(i + 1).is_noun();
    // The words of a phrase tell enough; a verb's object may be tagged as anything.
    !term.rest.is_empty() && term.part != Part::Verb || modifier || term.part.fits(tag)
}

/// Whether nearly all longer words of a sentence begin with a capital.
fn is_title(article: &Article<'_>, sentence: &Sentence) -> bool {
    let (mut capitals, mut words) = (0, 0);
    for i in sentence.tokens.range().map(|i| i as u32) {
        let word = article.word(i);
        if word.len() > 3 && article.tag(i) != Tag::Cd {
            words += 1;
            capitals += u32::from(word.starts_with(char::is_uppercase));
        }
    }
    words >= 3 && capitals * 5 >= words * 4
}

fn is_guarded(article: &Article<'_>, term: &Term, i: u32, sentence: &Sentence) -> bool {
    if term.unless.is_empty() {
        return false;
    }
    let from = i.saturating_sub(NEAR).max(sentence.tokens.start);
    let to = (i + 1 + term.rest.len() as u32 + NEAR).min(sentence.tokens.end);
    (from..to).any(|j| j != i && term.unless.contains(&article.lexeme(j).form.0))
}
