//! Compiles `seeds/channels.toml`: the nouns and verbs that tell how words came to the writer.

use super::inflect::inflected;
use super::{AnyError, Part, camel};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    nouns: Vec<String>,
    verbs: Vec<String>,
}

/// Two tables in alphabetical order: nouns with their plurals, and verbs.
pub(super) fn tables() -> Result<String, AnyError> {
    let seeds: BTreeMap<String, Words> =
        toml::from_str(&fs::read_to_string("seeds/channels.toml")?)?;
    let (mut nouns, mut verbs) = (BTreeMap::new(), BTreeMap::new());
    for (channel, words) in &seeds {
        let channel = camel(channel);
        for noun in &words.nouns {
            let forms = inflected(noun, Part::Noun).into_iter();
            nouns.extend(forms.map(|form| (form, channel.clone())));
        }
        verbs.extend(words.verbs.iter().map(|v| (v.clone(), channel.clone())));
    }
    let mut out = String::new();
    for (name, table) in [("NOUNS", nouns), ("VERBS", verbs)] {
        writeln!(out, "static {name}: &[(&str, Channel)] = &[")?;
        for (word, channel) in table {
            writeln!(out, "    ({word:?}, Channel::{channel}),")?;
        }
        writeln!(out, "];")?;
    }
    Ok(out)
}
