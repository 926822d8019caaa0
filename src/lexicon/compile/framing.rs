//! Compiles `seeds/framing.toml` and `seeds/worth.toml`: word classes and framing terms, each inflected form a word.

use super::{AnyError, Words, camel};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

/// A seed file: classes of words for the grammar, and terms that frame by themselves.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seeds {
    #[serde(default)]
    classes: BTreeMap<String, Class>,
    #[serde(default)]
    terms: Vec<Group>,
    #[serde(default)]
    endings: Vec<Endings>,
}

/// What compounds end in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Endings {
    rule: String,
    weight: f32,
    ends: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Class {
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    rule: String,
    weight: f32,
    part: Part,
    /// Adjectives: whether their adverbs in -ly frame too.
    #[serde(default)]
    adverbs: bool,
    /// Words that make the term a plain one where they stand near.
    #[serde(default)]
    unless: Vec<String>,
    /// Whether terms are met as they are written only: "would be" is no would-be.
    #[serde(default)]
    hyphened: bool,
    terms: Vec<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(rename_all = "lowercase")]
enum Part {
    Noun,
    Verb,
    Adjective,
    Adverb,
    Any,
}

/// A term in one of its forms.
struct Term {
    words: Vec<String>,
    part: Part,
    rule: String,
    weight: f32,
    unless: Vec<String>,
}

/// All of both files, in inflected forms.
pub struct Framing {
    /// By name: the forms of its words.
    classes: BTreeMap<String, Vec<String>>,
    terms: Vec<Term>,
    endings: Vec<Endings>,
}

impl Framing {
    pub fn read() -> Result<Self, AnyError> {
        let mut classes = BTreeMap::new();
        let mut terms = BTreeMap::new();
        let mut endings = Vec::new();
        for path in ["seeds/framing.toml", "seeds/worth.toml"] {
            let seeds: Seeds = toml::from_str(&fs::read_to_string(path)?)?;
            for (name, class) in seeds.classes {
                classes.insert(name, class.forms());
            }
            endings.extend(seeds.endings);
            seeds.terms.iter().for_each(|group| group.expand(&mut terms));
            seeds.terms.iter().for_each(|group| group.derive(&mut terms));
        }
        let mut terms: Vec<Term> = terms.into_values().collect();
        // Of terms with the same first word, the longest is tried first.
        terms.sort_by(|a, b| (&a.words[0], b.words.len()).cmp(&(&b.words[0], a.words.len())));
        Ok(Self { classes, terms, endings })
    }

    pub fn intern(&self, words: &mut Words) {
        let classes = self.classes.values().flatten();
        let terms = self.terms.iter().flat_map(|t| t.words.iter().chain(&t.unless));
        classes.chain(terms).for_each(|word| words.intern(word));
    }

    /// Writes the classes as bits, the terms, and for each word its classes and terms.
    pub fn write(&self, out: &mut String, words: &Words) -> Result<(), AnyError> {
        let mut entries: BTreeMap<u16, (u128, usize, usize)> = BTreeMap::new();
        for (bit, (name, forms)) in self.classes.iter().enumerate() {
            writeln!(out, "pub(super) const {}: Class = Class(1 << {bit});", name.to_uppercase())?;
            for form in forms {
                entries.entry(words.id(form)).or_default().0 |= 1 << bit;
            }
        }
        writeln!(out, "static TERMS: &[Term] = &[")?;
        for (i, term) in self.terms.iter().enumerate() {
            let entry = entries.entry(words.id(&term.words[0])).or_default();
            entry.1 = if entry.2 == 0 { i } else { entry.1 };
            entry.2 += 1;
            writeln!(out, "    {},", term.rust(words))?;
        }
        writeln!(out, "];\nstatic ENTRIES: &[Entry] = &[")?;
        let mut index = vec![0; words.0.len() + 1];
        for (number, (word, (bits, first, count))) in (1..).zip(&entries) {
            index[usize::from(*word)] = number;
            writeln!(
                out,
                "    Entry {{ classes: Class({bits}), first: {first}, count: {count} }},"
            )?;
        }
        writeln!(out, "];\nstatic INDEX: &[u16] = &{index:?};")?;
        writeln!(out, "static ENDINGS: &[Ending] = &[")?;
        for group in &self.endings {
            let rule: String = group.rule.split('-').map(camel).collect();
            for end in &group.ends {
                let weight = group.weight;
                writeln!(
                    out,
                    "    Ending {{ end: {end:?}, rule: Rule::{rule}, weight: {weight:?} }},"
                )?;
            }
        }
        writeln!(out, "];")?;
        Ok(())
    }
}

impl Class {
    fn forms(&self) -> Vec<String> {
        let verbs = self.verbs.iter().flat_map(|v| inflected(v, Part::Verb));
        let nouns = self.nouns.iter().flat_map(|n| inflected(n, Part::Noun));
        verbs.chain(nouns).chain(self.words.iter().cloned()).collect()
    }
}

impl Group {
    /// Adds every form of the group's terms.
    fn expand(&self, terms: &mut BTreeMap<(Vec<String>, Part), Term>) {
        for term in self.spellings() {
            for words in phrases(&term, self.part) {
                let term = self.term(words.clone(), self.part);
                terms.insert((words, self.part), term);
            }
        }
    }

    /// Adds the adverbs of its adjectives, unless they are terms themselves.
    fn derive(&self, terms: &mut BTreeMap<(Vec<String>, Part), Term>) {
        for adjective in self.spellings().filter(|t| self.adverbs && !t.contains(' ')) {
            let words = vec![adverb(&adjective)];
            let term = self.term(words.clone(), Part::Adverb);
            terms.entry((words, Part::Adverb)).or_insert(term);
        }
    }

    /// The terms as they are written; those with a hyphen with a space too.
    fn spellings(&self) -> impl Iterator<Item = String> {
        self.terms.iter().flat_map(|term| {
            let spaced = (term.contains('-') && !self.hyphened).then(|| term.replace('-', " "));
            [Some(term.clone()), spaced].into_iter().flatten()
        })
    }

    fn term(&self, words: Vec<String>, part: Part) -> Term {
        Term {
            words,
            part,
            rule: self.rule.split('-').map(camel).collect(),
            weight: self.weight,
            unless: self.unless.clone(),
        }
    }
}

impl Term {
    fn rust(&self, words: &Words) -> String {
        let ids = |list: &[String]| {
            let ids: Vec<String> = list.iter().map(|w| words.id(w).to_string()).collect();
            format!("&[{}]", ids.join(", "))
        };
        format!(
            "Term {{ rest: {}, part: Part::{:?}, rule: Rule::{}, weight: {:?}, unless: {} }}",
            ids(&self.words[1..]),
            self.part,
            self.rule,
            self.weight,
            ids(&self.unless)
        )
    }
}

/// A term's forms, word by word: verbs inflect their first word, nouns their last.
fn phrases(term: &str, part: Part) -> Vec<Vec<String>> {
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
fn inflected(word: &str, part: Part) -> Vec<String> {
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
fn adverb(adjective: &str) -> String {
    let stem = |cut: usize| &adjective[..adjective.len() - cut];
    match adjective.as_bytes() {
        [.., b'i', b'c'] => format!("{adjective}ally"),
        [.., b'l', b'l'] => format!("{adjective}y"),
        [.., before, b'l', b'e'] if !vowel(*before) => format!("{}y", stem(1)),
        [.., b'y'] => format!("{}ily", stem(1)),
        _ => format!("{adjective}ly"),
    }
}
