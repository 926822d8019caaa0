//! Words that tell who a source is, as in `seeds/names.toml`; the build script reads this file too.

use super::Facts;
use toml::Value;

/// The tables of such a file, and what each says of its words.
pub const TABLES: &[(&str, Facts)] = &[
    ("titles", Facts::TITLE),
    ("roles", Facts::ROLE),
    ("organizations", Facts::ORGANIZATION),
    ("groups", Facts::GROUP),
    ("collectives", Facts::COLLECTIVE),
    ("places", Facts::PLACE),
    ("records", Facts::RECORD),
    ("unnamed", Facts::UNNAMED),
    ("months", Facts::MONTH),
    ("weekdays", Facts::WEEKDAY),
    ("mastheads", Facts::MASTHEAD),
    ("trades", Facts::TRADE),
    ("populations", Facts::POPULATION),
    ("speech", Facts::SPEECH),
];

/// The words of a table that carry what it says, in lower case: all words of a title, of other phrases the last.
pub fn words(fact: Facts, value: &Value) -> Vec<String> {
    let short_forms = [Facts::TITLE, Facts::MONTH, Facts::WEEKDAY].contains(&fact);
    let mut found = Vec::new();
    strings(value, short_forms, &mut found);
    let mut words = Vec::new();
    for phrase in found {
        let phrase = phrase.to_lowercase();
        let parts = phrase.split_whitespace();
        if fact == Facts::TITLE {
            words.extend(parts.filter(|w| *w != "of" && *w != "the").map(str::to_owned));
        } else {
            words.extend(parts.last().map(str::to_owned));
        }
    }
    words
}

/// All strings of a value, keys too where they are the short forms of titles, months and days.
pub fn strings(value: &Value, keys: bool, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|v| strings(v, keys, out)),
        Value::Table(table) => {
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
