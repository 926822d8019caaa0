//! Compiles the lexicons in `seeds/` into tables: every word gets a number, every fact a bit.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[path = "src/lexicon/compile/channel.rs"]
mod channel;
#[path = "src/lexicon/compile/framing.rs"]
mod framing;
#[path = "src/lexicon/inflect.rs"]
mod inflect;
#[path = "src/lexicon/kinds.rs"]
mod kinds;
#[path = "src/lexicon/names.rs"]
mod names;
#[path = "src/lexicon/shape.rs"]
mod shape;

use kinds::{CueForm, Facts, Frames, Part};
use names::strings;

type AnyError = Box<dyn std::error::Error>;

fn main() -> Result<(), AnyError> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=seeds");
    let cues: shape::Cues<String, String> =
        toml::from_str(&fs::read_to_string("seeds/cues.toml")?)?;
    let names: toml::Table = toml::from_str(&fs::read_to_string("seeds/names.toml")?)?;
    let mut words = Words::default();
    let cues = cues.entries();
    for cue in &cues {
        words.intern(&cue.lemma);
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

/// The cues of `seeds/cues.toml`.
type Entry = shape::CueOf<String, String>;

fn camel(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Which words of `seeds/names.toml` carry which facts.
fn facts(names: &toml::Table, cues: &[Entry]) -> Result<Vec<(String, Facts)>, AnyError> {
    let mut facts = Vec::new();
    for &(table, fact) in names::TABLES {
        let value = names.get(table).ok_or_else(|| format!("seeds/names.toml: no [{table}]"))?;
        facts.extend(names::words(fact, value).into_iter().map(|word| (word, fact)));
    }
    let nations = names.get("nationalities").and_then(toml::Value::as_table);
    for (country, demonym) in nations.into_iter().flatten() {
        facts.push((country.to_lowercase(), Facts::COUNTRY));
        let mut found = Vec::new();
        strings(demonym, false, &mut found);
        facts.extend(found.into_iter().map(|d| (d.to_lowercase(), Facts::DEMONYM)));
    }
    for cue in cues.iter().filter(|c| c.form == CueForm::Document) {
        let lemma = &cue.lemma;
        facts.push((lemma.rsplit(' ').next().unwrap_or(lemma).to_owned(), Facts::DOCUMENT));
    }
    Ok(facts)
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

    fn write(&self, out: &mut String, facts: &[(String, Facts)]) -> Result<(), AnyError> {
        let mut by_word: BTreeMap<&str, Facts> = BTreeMap::new();
        for (word, fact) in facts {
            let all = by_word.entry(word).or_default();
            *all = all.or(*fact);
        }
        writeln!(out, "static WORDS: &[(&str, Facts)] = &[")?;
        for word in self.0.keys() {
            let facts = by_word.get(word.as_str()).copied().unwrap_or_default();
            writeln!(out, "    ({word:?}, {facts:?}),")?;
        }
        writeln!(out, "];")?;
        Ok(())
    }
}

fn write_cues(out: &mut String, words: &Words, cues: &[Entry]) -> Result<(), AnyError> {
    writeln!(out, "static CUES: &[CueEntry] = &[")?;
    for (number, cue) in cues.iter().enumerate() {
        let act = camel(cue.act.as_deref().unwrap_or("evidence"));
        let stance = camel(cue.stance.as_deref().unwrap_or("neutral"));
        let (form, frames) = (cue.form, cue.frames);
        writeln!(
            out,
            "    CueEntry {{ number: {number}, form: CueForm::{form:?}, act: Act::{act}, stance: Stance::{stance}, frames: {frames:?} }},",
        )?;
    }
    writeln!(out, "];\nstatic CUE_WORDS: &[CueWords] = &[")?;
    for cue in cues {
        let (lemma, ids) = (&cue.lemma, words.ids(&cue.lemma));
        writeln!(
            out,
            "    CueWords {{ text: Cow::Borrowed({lemma:?}), words: Cow::Borrowed({ids}) }},"
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
