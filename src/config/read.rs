//! Reads a settings file: TOML into layers, every fault with its line.

use super::glob::Glob;
use super::{Config, ConfigError, Layer, Lexicons, Override};
use crate::lexicon::HouseFile;
use crate::lint::{BadValue, Level, Origin, Profile, Selector, Value};
use crate::{LineColumn, Mode, near};
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

type Key<'t> = Spanned<Cow<'t, str>>;
/// A key of the file with its value.
type Entry<'d, 't> = (&'d Key<'t>, &'d Spanned<DeValue<'t>>);

/// The file that is read.
pub(super) struct Reader<'t> {
    text: &'t str,
    name: Arc<str>,
}

const KEYS: [&str; 7] =
    ["profile", "mode", "threshold", "max-bytes", "rules", "lexicon", "overrides"];
const OVERRIDE_KEYS: [&str; 3] = ["paths", "profile", "rules"];
const LEXICONS: [(&str, HouseFile); 3] =
    [("cues", HouseFile::Cues), ("titles", HouseFile::Titles), ("framing", HouseFile::Framing)];

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, path: &Path) -> Self {
        Self { text, name: path.display().to_string().into() }
    }

    /// `file = (profile | mode | threshold | max-bytes | rules | lexicon | overrides)*`
    pub(super) fn config(&self, path: &Path) -> Result<Config, ConfigError> {
        let table = DeTable::parse(self.text).map_err(|error| ConfigError::Syntax {
            file: self.name.to_string(),
            line: self.line(error.span().map_or(0, |s| s.start)),
            what: error.message().to_owned(),
        })?;
        let mut config = Config::new(path);
        for (key, value) in table.get_ref() {
            match &**key.get_ref() {
                "profile" => config.base.profile = Some(self.profile(key, value)?),
                "rules" => self.rules((key, value), &mut config.base)?,
                "lexicon" => config.lexicons = self.lexicons((key, value))?,
                "overrides" => config.overrides = self.overrides((key, value))?,
                "mode" => config.mode = Some((self.mode((key, value))?, self.origin(key))),
                "threshold" => {
                    let threshold = self.number((key, value), 0.0, 1.0)? as f32;
                    config.threshold = Some((threshold, self.origin(key)));
                }
                "max-bytes" => {
                    let most = self.number((key, value), 1.0, f64::from(u32::MAX))? as usize;
                    config.max_bytes = Some((most, self.origin(key)));
                }
                _ => return Err(self.unknown(key, KEYS.into_iter())),
            }
        }
        Ok(config)
    }

    /// `mode = "full" | "fast"`
    fn mode(&self, (key, value): Entry<'_, 't>) -> Result<Mode, ConfigError> {
        let named = |name: &str| Mode::ALL.into_iter().find(|m| m.as_str() == name);
        let mode = value.get_ref().as_str().and_then(named);
        mode.ok_or_else(|| self.invalid(key, "must be `full` or `fast`"))
    }

    /// `overrides = ("paths" strings, ("profile" | "rules")*)*`
    fn overrides(&self, (key, value): Entry<'_, 't>) -> Result<Vec<Override>, ConfigError> {
        let Some(items) = value.get_ref().as_array() else {
            return Err(self.invalid(key, "must be tables: [[overrides]]"));
        };
        let mut overrides = Vec::new();
        for item in items.iter() {
            let (mut paths, mut layer) = (Vec::new(), Layer::default());
            for (key, value) in self.table((key, item))? {
                match &**key.get_ref() {
                    "paths" => paths = self.strings((key, value))?,
                    "profile" => layer.profile = Some(self.profile(key, value)?),
                    "rules" => self.rules((key, value), &mut layer)?,
                    _ => return Err(self.unknown(key, OVERRIDE_KEYS.into_iter())),
                }
            }
            if paths.is_empty() {
                let line = self.line(item.span().start);
                return Err(self.invalid_at(key, line, "`paths` says which files are meant"));
            }
            let paths = paths.iter().map(|p| Glob::new(p)).collect();
            overrides.push(Override { paths, layer });
        }
        Ok(overrides)
    }

    /// `rules = (selector (level | options))*`, the wider selectors first
    fn rules(&self, entry: Entry<'_, 't>, layer: &mut Layer) -> Result<(), ConfigError> {
        let mut chosen = Vec::new();
        for (key, value) in self.table(entry)? {
            let name = key.get_ref();
            let rules: Selector = name.parse().map_err(|e| self.invalid(key, e))?;
            chosen.push((rules, key, value));
        }
        chosen.sort_by_key(|(rules, ..)| rules.narrowness());
        for (rules, key, value) in chosen {
            match value.get_ref() {
                DeValue::Table(options) => {
                    for entry in options {
                        self.option(rules, entry, layer)?;
                    }
                }
                _ => layer.levels.push((rules, self.level((key, value))?, self.origin(key))),
            }
        }
        Ok(())
    }

    /// `option = "severity" level | parameter value`
    fn option(
        &self,
        rules: Selector,
        (key, value): Entry<'_, 't>,
        layer: &mut Layer,
    ) -> Result<(), ConfigError> {
        let origin = self.origin(key);
        let name = &**key.get_ref();
        if name == "severity" {
            layer.levels.push((rules, self.level((key, value))?, origin));
            return Ok(());
        }
        let value = match value.get_ref() {
            DeValue::Boolean(on) => Value::Switch(*on),
            DeValue::Array(_) => Value::Words(self.strings((key, value))?),
            other => match number(other) {
                Some(n) => Value::Number(n),
                None => return Err(self.invalid(key, "must be a number, a list or true or false")),
            },
        };
        // Set once to learn whether it can be; what is in force is put together for each path.
        let tried = crate::lint::Settings::default();
        tried.value_from(rules, name, value.clone(), origin.clone()).map_err(|e| match e {
            BadValue::Refused { why, .. } => self.invalid(key, why),
            unknown => self.invalid(key, unknown),
        })?;
        layer.values.push((rules, name.to_owned(), value, origin));
        Ok(())
    }

    /// `lexicon = (("cues" | "titles" | "framing") strings)*`
    fn lexicons(&self, entry: Entry<'_, 't>) -> Result<Lexicons, ConfigError> {
        let mut found = Lexicons::new();
        for (key, value) in self.table(entry)? {
            let known = LEXICONS.iter().find(|(name, _)| name == key.get_ref());
            let Some(&(_, kind)) = known else {
                return Err(self.unknown(key, LEXICONS.iter().map(|(name, _)| *name)));
            };
            let files = self.strings((key, value))?.into_iter();
            found.extend(files.map(|file| (kind, file, self.origin(key))));
        }
        Ok(found)
    }

    fn profile(
        &self,
        key: &Key<'_>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(Profile, Origin), ConfigError> {
        let name = value.get_ref().as_str().unwrap_or_default();
        let profile = name.parse().map_err(|e| self.invalid(key, e))?;
        Ok((profile, self.origin(key)))
    }

    fn level(&self, (key, value): Entry<'_, '_>) -> Result<Level, ConfigError> {
        let name = match value.get_ref() {
            DeValue::Boolean(true) => "on",
            DeValue::Boolean(false) => "off",
            other => other.as_str().unwrap_or_else(|| other.type_str()),
        };
        name.parse::<Level>().map_err(|e| self.invalid(key, e))
    }

    fn number(
        &self,
        (key, value): Entry<'_, '_>,
        least: f64,
        most: f64,
    ) -> Result<f64, ConfigError> {
        let found = number(value.get_ref()).filter(|n| (least..=most).contains(n));
        found.ok_or_else(|| self.invalid(key, format!("must be a number from {least} to {most}")))
    }

    fn table<'d>(&self, (key, value): Entry<'d, 't>) -> Result<&'d DeTable<'t>, ConfigError> {
        value.get_ref().as_table().ok_or_else(|| self.invalid(key, "must be a table"))
    }

    fn strings(&self, (key, value): Entry<'_, '_>) -> Result<Vec<String>, ConfigError> {
        let items = value.get_ref().as_array();
        let strings = items.and_then(|items| {
            items.iter().map(|v| v.get_ref().as_str().map(str::to_owned)).collect()
        });
        strings.ok_or_else(|| self.invalid(key, "must be a list of strings"))
    }

    fn unknown(
        &self,
        key: &Key<'_>,
        known: impl Iterator<Item = &'static str> + Clone,
    ) -> ConfigError {
        ConfigError::UnknownKey {
            file: self.name.to_string(),
            line: self.line(key.span().start),
            key: key.get_ref().to_string(),
            hint: near::hint(key.get_ref(), known),
        }
    }

    fn invalid(&self, key: &Key<'_>, what: impl ToString) -> ConfigError {
        self.invalid_at(key, self.line(key.span().start), what)
    }

    fn invalid_at(&self, key: &Key<'_>, line: usize, what: impl ToString) -> ConfigError {
        let (file, key) = (self.name.to_string(), key.get_ref().to_string());
        ConfigError::Invalid { file, line, key, what: what.to_string() }
    }

    fn origin(&self, key: &Key<'_>) -> Origin {
        Origin::File { name: Arc::clone(&self.name), line: self.line(key.span().start) }
    }

    fn line(&self, byte: usize) -> usize {
        LineColumn::of(self.text, byte).line
    }
}

/// A number of either kind.
fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(n) => i64::from_str_radix(n.as_str(), n.radix()).ok().map(|n| n as f64),
        DeValue::Float(n) => n.as_str().parse().ok(),
        _ => None,
    }
}
