//! The checkers of a run: one for each set of settings that its files have.

use super::args::Asked;
use super::input::{Input, is_stdin};
use onrecord::config::{Config, ConfigError};
use onrecord::{Checker, Settings};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Checkers by the paths of files; they share their weights.
pub struct Checkers {
    all: Vec<Checker>,
    by_path: HashMap<PathBuf, usize>,
}

/// What tells settings apart: the settings file, and which of its overrides hold.
type Key = (Option<usize>, Vec<usize>);

impl Checkers {
    /// Reads the settings of all files, each once. Records and standard input have those of the working
    /// folder; `records` says whether the files hold records.
    ///
    /// # Errors
    /// The first thing that is wrong with a settings file.
    pub fn new(asked: &Asked, files: &[PathBuf], records: bool) -> Result<Self, ConfigError> {
        let mut maker =
            Maker { configs: Configs::new(asked)?, known: HashMap::new(), all: Vec::new() };
        let mut by_path = HashMap::new();
        for path in files {
            let own = !records && !is_stdin(path);
            let checker = maker.checker(asked, own.then_some(path))?;
            by_path.insert(path.clone(), checker);
        }
        Ok(Self { all: maker.all, by_path })
    }

    /// The checker of an input.
    pub fn of(&self, input: &Input) -> &Checker {
        let index = match input {
            Input::File(path) => self.by_path.get(path).copied().unwrap_or_default(),
            Input::Record(_) => 0,
        };
        &self.all[index]
    }

    /// The longest text that any of them reviews, in bytes.
    pub fn longest(&self) -> usize {
        self.all.iter().map(|c| c.settings().max_bytes).max().unwrap_or_default()
    }
}

struct Maker {
    configs: Configs,
    known: HashMap<Key, usize>,
    all: Vec<Checker>,
}

impl Maker {
    /// The number of the checker for a file, or for what is no file.
    fn checker(&mut self, asked: &Asked, path: Option<&PathBuf>) -> Result<usize, ConfigError> {
        let config = self.configs.of(path.map_or(Path::new("."), PathBuf::as_path))?;
        let found = config.map(|i| &self.configs.all[i]);
        let overrides = found.zip(path).map(|(c, p)| c.overrides(p)).unwrap_or_default();
        let key = (config, overrides);
        if let Some(&known) = self.known.get(&key) {
            return Ok(known);
        }
        let settings = found.map(|c| c.settings(path.map(PathBuf::as_path))).unwrap_or_default();
        let settings = asked.over(settings);
        let checker = match self.all.first() {
            Some(first) => first.with_settings(settings),
            None => Checker::new(settings),
        };
        self.all.push(checker);
        self.known.insert(key, self.all.len() - 1);
        Ok(self.all.len() - 1)
    }
}

/// Settings files, each read once.
pub struct Configs {
    all: Vec<Config>,
    /// The settings file that the arguments name, or none at all.
    fixed: Option<Option<usize>>,
    by_folder: HashMap<PathBuf, Option<usize>>,
}

impl Configs {
    /// Reads the settings file that the arguments name, if they do.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(asked: &Asked) -> Result<Self, ConfigError> {
        let named = asked.config.as_deref().map(Config::read).transpose()?;
        let fixed = match (&named, asked.no_config) {
            (Some(_), _) => Some(Some(0)),
            (None, true) => Some(None),
            (None, false) => None,
        };
        Ok(Self { all: named.into_iter().collect(), fixed, by_folder: HashMap::new() })
    }

    /// The number of the settings file that holds for a file or folder.
    fn of(&mut self, path: &Path) -> Result<Option<usize>, ConfigError> {
        if let Some(fixed) = self.fixed {
            return Ok(fixed);
        }
        let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
        if let Some(&known) = self.by_folder.get(folder) {
            return Ok(known);
        }
        let found = match Config::find(folder) {
            Some(file) => Some(self.read(&file)?),
            None => None,
        };
        self.by_folder.insert(folder.to_owned(), found);
        Ok(found)
    }

    fn read(&mut self, file: &Path) -> Result<usize, ConfigError> {
        if let Some(known) = self.all.iter().position(|c| c.path() == file) {
            return Ok(known);
        }
        self.all.push(Config::read(file)?);
        Ok(self.all.len() - 1)
    }

    /// The settings file that holds for a file or folder, and its settings.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn in_force(
        &mut self,
        path: Option<&Path>,
    ) -> Result<(Option<&Config>, Settings), ConfigError> {
        let config = self.of(path.unwrap_or(Path::new(".")))?.map(|i| &self.all[i]);
        Ok((config, config.map(|c| c.settings(path)).unwrap_or_default()))
    }
}
