//! The forms of words by rule, and the spellings of terms; the build script reads this file too.

use super::Part;
use super::shape::TermGroup;

/// A term as it is written, and with a space where it has a hyphen.
pub fn spellings<R>(group: &TermGroup<R>) -> impl Iterator<Item = String> {
    group.terms.iter().flat_map(|term| {
        let spaced = (term.contains('-') && !group.hyphened).then(|| term.replace('-', " "));
        [Some(term.clone()), spaced].into_iter().flatten()
    })
}

/// A term's forms, word by word: verbs inflect their first word, nouns their last.
pub fn phrases(term: &str, part: Part) -> Vec<Vec<String>> {
    let words: Vec<&str> = term.split_whitespace().collect();
    let at = match part {
        Part::Verb => 0,
        Part::Noun => words.len() - 1,
        _ => return vec![words.iter().map(|w| (*w).to_owned()).collect()],
    };
    let with = |form: String| {
        words
            .iter()
            .enumerate()
            .map(|(i, w)| if i == at { form.clone() } else { (*w).to_owned() })
            .collect()
    };
    inflected(words[at], part).into_iter().map(with).collect()
}

/// All forms of a verb or noun; `lie|lies|lied|lying` gives them itself.
pub fn inflected(word: &str, part: Part) -> Vec<String> {
    if word.contains('|') {
        return word.split('|').map(str::to_owned).collect();
    }
    let with_s = match word.as_bytes() {
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => format!("{word}es"),
        [.., before, b'y'] if !vowel(*before) => format!("{}ies", &word[..word.len() - 1]),
        _ => format!("{word}s"),
    };
    if part == Part::Noun {
        return vec![word.to_owned(), with_s];
    }
    let (past, gerund) = match word.as_bytes() {
        [.., b'i', b'e'] => (format!("{word}d"), format!("{}ying", &word[..word.len() - 2])),
        [.., b'e', b'e'] => (format!("{word}d"), format!("{word}ing")),
        [.., b'e'] => (format!("{word}d"), format!("{}ing", &word[..word.len() - 1])),
        [.., before, b'y'] if !vowel(*before) => {
            (format!("{}ied", &word[..word.len() - 1]), format!("{word}ing"))
        }
        [.., last] if doubles(word) => {
            let last = char::from(*last);
            (format!("{word}{last}ed"), format!("{word}{last}ing"))
        }
        _ => (format!("{word}ed"), format!("{word}ing")),
    };
    vec![word.to_owned(), with_s, past, gerund]
}

/// Whether a verb of one syllable doubles its last letter: slam, slammed.
fn doubles(word: &str) -> bool {
    let bytes = word.as_bytes();
    let vowels = bytes.iter().filter(|b| vowel(**b)).count();
    let &[.., before, last] = bytes else { return false };
    vowels == 1 && vowel(before) && !vowel(last) && !matches!(last, b'w' | b'x' | b'y')
}

fn vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The adverb of an adjective: absurd, absurdly.
pub fn adverb(adjective: &str) -> String {
    let stem = |cut: usize| &adjective[..adjective.len() - cut];
    match adjective.as_bytes() {
        [.., b'i', b'c'] => format!("{adjective}ally"),
        [.., b'l', b'l'] => format!("{adjective}y"),
        [.., before, b'l', b'e'] if !vowel(*before) => format!("{}y", stem(1)),
        [.., b'y'] => format!("{}ily", stem(1)),
        _ => format!("{adjective}ly"),
    }
}
