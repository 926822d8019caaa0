//! Compiles the lexicons in `seeds/` into tables: every word gets a number, every fact a bit.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[path = "src/lexicon/compile/channel.rs"]
mod channel;
#[path = "src/lexicon/compile/framing.rs"]
mod framing;

type AnyError = Box<dyn std::error::Error>;

fn main() -> Result<(), AnyError> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/lexicon/compile");
    println!("cargo::rerun-if-changed=seeds");
    let cues: Cues = toml::from_str(&fs::read_to_string("seeds/cues.toml")?)?;
    let names: toml::Table = toml::from_str(&fs::read_to_string("seeds/names.toml")?)?;
    let mut words = Words::default();
    let cues = cues.entries();
    for (entry, ..) in &cues {
        words.intern(entry);
    }
    let facts = facts(&names, &cues)?;
    for (phrase, _) in &facts {
        words.intern(phrase);
    }
    let framing = framing::Framing::read()?;
    framing.intern(&mut words);
    words.number();
    let mut out = String::new();
    write_nations(&mut out, &names)?;
    write_roles(&mut out, &names)?;
    write_offices(&mut out, &names)?;
    words.write(&mut out, &facts)?;
    write_cues(&mut out, &words, &cues)?;
    let folder = env::var("OUT_DIR")?;
    fs::write(Path::new(&folder).join("lexicon.rs"), out)?;
    fs::write(Path::new(&folder).join("abbreviations.rs"), abbreviations(&names)?)?;
    fs::write(Path::new(&folder).join("channels.rs"), channel::tables()?)?;
    let mut out = String::new();
    framing.write(&mut out, &words)?;
    fs::write(Path::new(&folder).join("framing.rs"), out)?;
    Ok(())
}

/// The abbreviations of `seeds/names.toml`, sorted, without their dots, and what may follow each.
fn abbreviations(names: &toml::Table) -> Result<String, AnyError> {
    let groups = names.get("abbreviations").and_then(toml::Value::as_array);
    let mut found = BTreeMap::new();
    for group in groups.ok_or("seeds/names.toml: no [[abbreviations]]")? {
        let (mut flags, mut words) = (Vec::new(), Vec::new());
        strings(&group["flags"], false, &mut flags);
        strings(&group["words"], false, &mut words);
        let has = |flag: &str| flags.iter().any(|f| f == flag);
        let follows = match (has("maybe_final"), has("before_number")) {
            (true, _) => "Final",
            (_, true) => "Number",
            _ => "Leading",
        };
        for word in words {
            found.entry(word.trim_end_matches('.').to_owned()).or_insert(follows);
        }
    }
    let mut out = String::from("static ABBREVIATIONS: &[(&str, Abbreviation)] = &[\n");
    for (word, follows) in found {
        writeln!(out, "    ({word:?}, Abbreviation::{follows}),")?;
    }
    out.push_str("];\n");
    Ok(out)
}

/// `seeds/cues.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cues {
    verbs: Vec<Group>,
    nouns: Vec<Group>,
    adjectives: Vec<Group>,
    phrases: Vec<Group>,
    documents: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    act: Option<String>,
    stance: Option<String>,
    order: Option<String>,
    #[serde(default)]
    frames: Vec<String>,
    lemmas: Vec<String>,
}

/// A cue's words, and the rest as Rust: form, act, stance, frames.
type Entry = (String, &'static str, String, String, String);

impl Cues {
    fn entries(&self) -> Vec<Entry> {
        let lists = [
            ("Verb", &self.verbs),
            ("Noun", &self.nouns),
            ("Adjective", &self.adjectives),
            ("Phrase", &self.phrases),
            ("Document", &self.documents),
        ];
        let mut entries = Vec::new();
        for (form, groups) in lists {
            for group in groups {
                let form = match (form, group.order.as_deref()) {
                    ("Phrase", Some("source-none")) => "Adverb",
                    ("Phrase", Some("source-phrase")) => "Around",
                    (form, _) => form,
                };
                let act = camel(group.act.as_deref().unwrap_or("evidence"));
                let stance = camel(group.stance.as_deref().unwrap_or("neutral"));
                let frames = frames(&group.frames);
                for lemma in &group.lemmas {
                    let lemma = lemma.to_lowercase().replace("'s", " 's");
                    entries.push((lemma, form, act.clone(), stance.clone(), frames.clone()));
                }
            }
        }
        entries.sort();
        entries
    }
}

fn camel(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Frames as bits; a preposition's own name (of, about …) is the bit of all of them.
fn frames(names: &[String]) -> String {
    const KNOWN: &[&str] = &["that", "quote", "to", "wh", "object", "as", "gerund", "recipient"];
    let bits: BTreeSet<String> = names
        .iter()
        .map(|n| if KNOWN.contains(&n.as_str()) { n.to_uppercase() } else { "PREP".to_owned() })
        .map(|n| format!("Frames::{n}.0"))
        .collect();
    if bits.is_empty() {
        return "Frames(0)".to_owned();
    }
    format!("Frames({})", bits.into_iter().collect::<Vec<_>>().join(" | "))
}

/// Which words of `seeds/names.toml` carry which facts; of several words, the last one carries it.
fn facts(names: &toml::Table, cues: &[Entry]) -> Result<Vec<(String, &'static str)>, AnyError> {
    let tables = [
        ("titles", "TITLE"),
        ("roles", "ROLE"),
        ("organizations", "ORGANIZATION"),
        ("groups", "GROUP"),
        ("collectives", "COLLECTIVE"),
        ("places", "PLACE"),
        ("records", "RECORD"),
        ("unnamed", "UNNAMED"),
        ("months", "MONTH"),
        ("weekdays", "WEEKDAY"),
        ("mastheads", "MASTHEAD"),
        ("trades", "TRADE"),
        ("populations", "POPULATION"),
        ("speech", "SPEECH"),
    ];
    let mut facts = Vec::new();
    for (table, fact) in tables {
        let value = names.get(table).ok_or_else(|| format!("seeds/names.toml: no [{table}]"))?;
        let mut found = Vec::new();
        strings(value, table == "titles" || table == "months" || table == "weekdays", &mut found);
        for phrase in found {
            let phrase = phrase.to_lowercase();
            if fact == "TITLE" {
                facts.extend(
                    phrase
                        .split_whitespace()
                        .filter(|w| *w != "of" && *w != "the")
                        .map(|w| (w.to_owned(), fact)),
                );
            } else if let Some(last) = phrase.split_whitespace().next_back() {
                facts.push((last.to_owned(), fact));
            }
        }
    }
    let nations = names.get("nationalities").and_then(toml::Value::as_table);
    for (country, demonym) in nations.into_iter().flatten() {
        facts.push((country.to_lowercase(), "COUNTRY"));
        let mut found = Vec::new();
        strings(demonym, false, &mut found);
        facts.extend(found.into_iter().map(|d| (d.to_lowercase(), "DEMONYM")));
    }
    for (lemma, form, ..) in cues {
        if *form == "Document" {
            facts.push((lemma.rsplit(' ').next().unwrap_or(lemma).to_owned(), "DOCUMENT"));
        }
    }
    facts.sort();
    facts.dedup();
    Ok(facts)
}

/// All strings of a value, keys too where they are the short forms of titles, months and days.
fn strings(value: &toml::Value, keys: bool, out: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => out.push(text.clone()),
        toml::Value::Array(items) => items.iter().for_each(|v| strings(v, keys, out)),
        toml::Value::Table(table) => {
            for (key, value) in table {
                if keys && value.is_str() {
                    out.push(key.clone());
                }
                strings(value, keys, out);
            }
        }
        _ => {}
    }
}

/// Every word of the seeds, numbered from 1 in alphabetical order; 0 is a word they do not hold.
#[derive(Default)]
struct Words(BTreeMap<String, u16>);

impl Words {
    fn intern(&mut self, phrase: &str) {
        for word in phrase.split_whitespace().filter(|w| *w != "*") {
            self.0.entry(word.to_owned()).or_default();
        }
    }

    fn number(&mut self) {
        for (number, id) in (1..).zip(self.0.values_mut()) {
            *id = number;
        }
    }

    fn id(&self, word: &str) -> u16 {
        self.0.get(word).copied().unwrap_or(0)
    }

    fn ids(&self, phrase: &str) -> String {
        let ids: Vec<String> = phrase.split_whitespace().map(|w| self.id(w).to_string()).collect();
        format!("&[{}]", ids.join(", "))
    }

    fn write(&self, out: &mut String, facts: &[(String, &str)]) -> Result<(), AnyError> {
        let mut by_word: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (phrase, fact) in facts {
            if !phrase.contains(' ') {
                by_word.entry(phrase).or_default().push(fact);
            }
        }
        writeln!(out, "pub(super) static WORDS: &[(&str, Facts)] = &[")?;
        for word in self.0.keys() {
            let bits: Vec<String> = by_word
                .get(word.as_str())
                .into_iter()
                .flatten()
                .map(|f| format!("Facts::{f}.0"))
                .collect();
            let bits = if bits.is_empty() { "0".to_owned() } else { bits.join(" | ") };
            writeln!(out, "    ({word:?}, Facts({bits})),")?;
        }
        writeln!(out, "];")?;
        Ok(())
    }
}

fn write_cues(out: &mut String, words: &Words, cues: &[Entry]) -> Result<(), AnyError> {
    writeln!(out, "pub(super) static CUES: &[CueEntry] = &[")?;
    for (lemma, form, act, stance, frames) in cues {
        writeln!(
            out,
            "    CueEntry {{ text: {lemma:?}, words: {}, form: CueForm::{form}, act: Act::{act}, stance: Stance::{stance}, frames: {frames} }},",
            words.ids(lemma)
        )?;
    }
    writeln!(out, "];")?;
    Ok(())
}

/// What names a country, its people included, and the country, in alphabetical order.
fn write_nations(out: &mut String, names: &toml::Table) -> Result<(), AnyError> {
    let mut nations = BTreeMap::new();
    for (country, demonyms) in
        names.get("nationalities").and_then(toml::Value::as_table).into_iter().flatten()
    {
        let mut found = vec![country.clone()];
        strings(demonyms, false, &mut found);
        nations.extend(found.into_iter().map(|name| (name.to_lowercase(), country)));
    }
    writeln!(out, "pub(super) static NATIONS: &[(&str, &str)] = &[")?;
    for (name, country) in nations {
        writeln!(out, "    ({name:?}, {country:?}),")?;
    }
    writeln!(out, "];")?;
    Ok(())
}

/// The offices that one person holds, in alphabetical order.
fn write_offices(out: &mut String, names: &toml::Table) -> Result<(), AnyError> {
    let mut found = Vec::new();
    strings(names.get("offices").ok_or("seeds/names.toml: no offices")?, false, &mut found);
    found.sort();
    writeln!(out, "pub(super) static OFFICES: &[&str] = &{found:?};")?;
    Ok(())
}

/// Short titles and roles that mean the same, each with the one word for them, in alphabetical order.
fn write_roles(out: &mut String, names: &toml::Table) -> Result<(), AnyError> {
    let mut roles = BTreeMap::new();
    for (word, same) in
        names.get("same_roles").and_then(toml::Value::as_table).into_iter().flatten()
    {
        let mut found = Vec::new();
        strings(same, false, &mut found);
        roles.extend(found.into_iter().map(|role| (role, word.clone())));
    }
    let short = names["titles"].get("abbreviated").and_then(toml::Value::as_table);
    for (short, full) in short.into_iter().flatten() {
        let last = full.as_str().and_then(|f| f.split(' ').next_back()).unwrap_or_default();
        let last = last.to_lowercase();
        let last = roles.get(&last).cloned().unwrap_or(last);
        if !short.contains(' ') {
            roles.insert(short.to_lowercase(), last);
        }
    }
    writeln!(out, "pub(super) static ROLES: &[(&str, &str)] = &[")?;
    for (word, same) in roles {
        writeln!(out, "    ({word:?}, {same:?}),")?;
    }
    writeln!(out, "];")?;
    Ok(())
}
