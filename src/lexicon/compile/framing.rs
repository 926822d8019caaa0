//! Compiles `seeds/framing.toml` and `seeds/worth.toml`: word classes and framing terms, each inflected form a word.

use super::inflect::{adverb, inflected, phrases, spellings};
use super::shape::TermGroup;
use super::{AnyError, Part, Words, camel};
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
    terms: Vec<TermGroup<String>>,
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
                classes.insert(name, forms(&class));
            }
            endings.extend(seeds.endings);
            seeds.terms.iter().for_each(|group| expand(group, &mut terms));
            seeds.terms.iter().for_each(|group| derive(group, &mut terms));
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

fn forms(class: &Class) -> Vec<String> {
    let verbs = class.verbs.iter().flat_map(|v| inflected(v, Part::Verb));
    let nouns = class.nouns.iter().flat_map(|n| inflected(n, Part::Noun));
    verbs.chain(nouns).chain(class.words.iter().cloned()).collect()
}

type Terms = BTreeMap<(Vec<String>, Part), Term>;

/// Adds every form of a group's terms.
fn expand(group: &TermGroup<String>, terms: &mut Terms) {
    for term in spellings(group) {
        for words in phrases(&term, group.part) {
            let term = term_of(group, words.clone(), group.part);
            terms.insert((words, group.part), term);
        }
    }
}

/// Adds the adverbs of a group's adjectives, unless they are terms themselves.
fn derive(group: &TermGroup<String>, terms: &mut Terms) {
    for adjective in spellings(group).filter(|t| group.adverbs && !t.contains(' ')) {
        let words = vec![adverb(&adjective)];
        let term = term_of(group, words.clone(), Part::Adverb);
        terms.entry((words, Part::Adverb)).or_insert(term);
    }
}

fn term_of(group: &TermGroup<String>, words: Vec<String>, part: Part) -> Term {
    Term {
        words,
        part,
        rule: group.rule.split('-').map(camel).collect(),
        weight: group.weight,
        unless: group.unless.clone(),
    }
}

impl Term {
    fn rust(&self, words: &Words) -> String {
        let ids = |list: &[String]| {
            let ids: Vec<String> = list.iter().map(|w| words.id(w).to_string()).collect();
            format!("&[{}]", ids.join(", "))
        };
        format!(
            "Term {{ rest: Cow::Borrowed({}), part: Part::{:?}, rule: Rule::{}, weight: {:?}, unless: Cow::Borrowed({}) }}",
            ids(&self.words[1..]),
            self.part,
            self.rule,
            self.weight,
            ids(&self.unless)
        )
    }
}
