//! Settings files: `onrecord.toml`, found upwards from an article, and what is in force for a path.
//!
//! ```toml
//! profile = "wire"                # news, wire, feature or opinion
//! mode = "fast"                   # "full" (the net reads too, the default) or "fast"
//! threshold = 0.3                 # least confidence of attributions, 0 to 1
//!
//! [rules]
//! peacock = "off"                 # off, on, note, warning or error; a name, a code, a group or `all`
//! SRC = "error"
//!
//! [rules.vague-source]
//! severity = "error"
//! terms = ["figures"]             # more words that the rule looks for
//! allow = ["club officials"]      # words whose findings are let pass
//! quotations = true               # look into quotations too
//!
//! [lexicon]                       # files of the shape of `seeds/*.toml`
//! cues = ["house-cues.toml"]
//!
//! [[overrides]]
//! paths = ["opinion/**"]
//! profile = "opinion"
//! ```
//!
//! Of two settings for one rule the narrower wins, and over it an override that comes later in the file;
//! all of them go before the profile.

mod error;
mod glob;
mod read;

pub use error::ConfigError;

use crate::lexicon::{House, HouseFile};
use crate::lint::{self, Level, Origin, Profile, Selector, Value};
use crate::{Mode, Settings};
use glob::Glob;
use read::Reader;
use std::fs;
use std::path::{self, Path, PathBuf};

/// What the settings file is called.
pub const FILE_NAME: &str = "onrecord.toml";

/// A settings file.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    path: PathBuf,
    mode: Option<(Mode, Origin)>,
    threshold: Option<(f32, Origin)>,
    max_bytes: Option<(usize, Origin)>,
    base: Layer,
    overrides: Vec<Override>,
    house: House,
    lexicons: Lexicons,
}

/// Settings of rules that stand together.
#[derive(Debug, Clone, PartialEq, Default)]
struct Layer {
    profile: Option<(Profile, Origin)>,
    levels: Vec<(Selector, Level, Origin)>,
    values: Vec<(Selector, String, Value, Origin)>,
}

/// Settings for some paths.
#[derive(Debug, Clone, PartialEq)]
struct Override {
    paths: Vec<Glob>,
    layer: Layer,
}

/// Lexicon files as they are named, and by what.
type Lexicons = Vec<(HouseFile, String, Origin)>;

impl Config {
    /// Reads a settings file, and the lexicon files that it names.
    ///
    /// # Errors
    /// The first thing that is wrong, with its place.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        Self::parse(&read_file(path)?, path)
    }

    /// Reads settings from their text; `path` is what messages call it, and lexicon files and paths of
    /// overrides are looked for from its folder.
    ///
    /// ```
    /// use onrecord::config::Config;
    /// use onrecord::lint;
    /// use std::path::Path;
    /// let path = Path::new("desk/onrecord.toml");
    /// let text = "[rules]\npeacock = 'off'\n[[overrides]]\npaths = ['columns/*']\nprofile = 'opinion'";
    /// let config = Config::parse(text, path)?;
    /// let rules = config.settings(Some(Path::new("desk/columns/pier.txt"))).rules;
    /// assert!(!rules.in_force(lint::rule("intensifier").unwrap()).on);
    /// let wrong = Config::parse("[rules]\npeacok = 'off'", path).unwrap_err();
    /// assert!(wrong.to_string().starts_with("desk/onrecord.toml:2: `peacok`: there is no rule"));
    /// # Ok::<(), onrecord::config::ConfigError>(())
    /// ```
    ///
    /// # Errors
    /// The first thing that is wrong, with its place.
    pub fn parse(text: &str, path: &Path) -> Result<Self, ConfigError> {
        let mut config = Reader::new(text, path).config(path)?;
        for (kind, name, _) in &config.lexicons {
            let file = path.with_file_name(name);
            let text = read_file(&file)?;
            config.house.add(*kind, &text).map_err(|e| ConfigError::Syntax {
                file: file.display().to_string(),
                line: e.line,
                what: e.message,
            })?;
        }
        Ok(config)
    }

    /// The settings file that holds for a file or a folder: in its folder or the nearest above.
    pub fn find(path: &Path) -> Option<PathBuf> {
        let here = path.as_os_str().is_empty();
        let path = whole(if here { Path::new(".") } else { path });
        path.ancestors().map(|folder| folder.join(FILE_NAME)).find(|file| file.is_file())
    }

    /// Settings without a file.
    fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            mode: None,
            threshold: None,
            max_bytes: None,
            base: Layer::default(),
            overrides: Vec::new(),
            house: House::default(),
            lexicons: Lexicons::new(),
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The overrides that hold for a path, by their numbers: paths with the same ones have the same settings.
    pub fn overrides(&self, path: &Path) -> Vec<usize> {
        let names = names_below(&self.path, path);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let holds = |o: &Override| o.paths.iter().any(|p| p.matches(&names));
        (0..self.overrides.len()).filter(|&i| holds(&self.overrides[i])).collect()
    }

    /// What is in force for a path, or for a text that has none.
    pub fn settings(&self, path: Option<&Path>) -> Settings {
        let overrides = path.map(|p| self.overrides(p)).unwrap_or_default();
        let layers = overrides.into_iter().filter_map(|i| self.overrides.get(i));
        let mut rules = self.base.over(lint::Settings::default());
        for layer in layers {
            rules = layer.layer.over(rules);
        }
        let default = Settings::default();
        Settings {
            mode: self.mode.as_ref().map_or(default.mode, |(mode, _)| *mode),
            threshold: self.threshold.as_ref().map_or(default.threshold, |(n, _)| *n),
            max_bytes: self.max_bytes.as_ref().map_or(default.max_bytes, |(n, _)| *n),
            house: self.house.clone(),
            rules,
        }
    }

    /// Where the settings that are not about rules come from: the mode, the threshold and the length.
    pub fn origins(&self) -> [Origin; 3] {
        let mode = self.mode.as_ref().map(|(_, origin)| origin.clone());
        let threshold = self.threshold.as_ref().map(|(_, origin)| origin.clone());
        let max_bytes = self.max_bytes.as_ref().map(|(_, origin)| origin.clone());
        [mode, threshold, max_bytes].map(Option::unwrap_or_default)
    }

    /// The lexicon files, each with what names it.
    pub fn lexicons(&self) -> impl Iterator<Item = (HouseFile, &str, &Origin)> {
        self.lexicons.iter().map(|(kind, name, origin)| (*kind, name.as_str(), origin))
    }
}

impl Layer {
    /// Lays these settings over others.
    fn over(&self, mut rules: lint::Settings) -> lint::Settings {
        if let Some((profile, origin)) = &self.profile {
            rules = rules.profile_from(*profile, origin.clone());
        }
        for (selector, level, origin) in &self.levels {
            rules = rules.level_from(*selector, *level, origin.clone());
        }
        for (selector, name, value, origin) in &self.values {
            let before = rules.clone();
            let set = rules.value_from(*selector, name, value.clone(), origin.clone());
            rules = set.unwrap_or(before);
        }
        rules
    }
}

fn read_file(path: &Path) -> Result<String, ConfigError> {
    fs::read_to_string(path)
        .map_err(|error| ConfigError::Unreadable { path: path.to_owned(), why: error.to_string() })
}

/// The names of a path's folders and file below the folder of the settings; all of them where it lies
/// elsewhere.
fn names_below(settings: &Path, path: &Path) -> Vec<String> {
    let (folder, path) = (whole(settings), whole(path));
    let folder = folder.parent().unwrap_or(Path::new(""));
    let below = path.strip_prefix(folder).unwrap_or(&path);
    below.iter().map(|name| name.to_string_lossy().into_owned()).collect()
}

/// A path from the root, without `..`: the folders above it are then those that hold it. Other links stay as they are
/// named, so that what is linked has the settings of where it is linked to.
fn whole(path: &Path) -> PathBuf {
    let path = path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // Only the file system knows what lies above a link.
    let upward = path.ancestors().find(|p| p.ends_with(".."));
    let resolved =
        upward.and_then(|p| Some((fs::canonicalize(p).ok()?, path.strip_prefix(p).ok()?)));
    match resolved {
        Some((folder, rest)) => folder.join(rest),
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule;

    fn parse(text: &str) -> Result<Config, String> {
        Config::parse(text, Path::new("onrecord.toml")).map_err(|e| e.to_string())
    }

    #[test]
    fn the_narrower_setting_wins_wherever_it_stands() {
        let config = parse("[rules]\npeacock = 'error'\nFRM = 'off'").unwrap();
        let rules = config.settings(None).rules;
        let peacock = rules.in_force(rule("peacock").unwrap());
        assert!(peacock.on);
        assert_eq!(peacock.origin.to_string(), "onrecord.toml:2");
        assert!(!rules.in_force(rule("weasel").unwrap()).on);
    }

    #[test]
    fn overrides_hold_for_their_paths() {
        let text = "profile = 'wire'\n[[overrides]]\npaths = ['opinion/**', '*.md']\nprofile = 'opinion'\n[overrides.rules.single-source]\nshare = 0.8";
        let config = parse(text).unwrap();
        let profile = |path: Option<&str>| {
            let settings = config.settings(path.map(Path::new));
            settings.rules.chosen_profile().0
        };
        assert_eq!(profile(None), Profile::Wire);
        assert_eq!(profile(Some("news/a.txt")), Profile::Wire);
        assert_eq!(profile(Some("opinion/2026/a.txt")), Profile::Opinion);
        assert_eq!(profile(Some("news/a.md")), Profile::Opinion);
        let rules = config.settings(Some(Path::new("news/a.md"))).rules;
        let share = rules.in_force(rule("single-source").unwrap()).values;
        assert!(share.iter().any(|(_, value, origin)| {
            *value == Value::Number(0.8) && origin.to_string() == "onrecord.toml:6"
        }));
    }

    #[test]
    fn paths_may_lead_upwards() {
        // The crate's own folders are there; none of them has settings.
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert_eq!(whole(&src.join("lint/../config/mod.rs")), whole(&src.join("config/mod.rs")));
        assert_eq!(whole(&src.join("lint/..")), src);
        assert_eq!(whole(&src.join("../src/..")), src.parent().unwrap());
        assert_eq!(whole(Path::new("src/../a.txt")), whole(Path::new("a.txt")));
        let config = Config::parse(
            "[[overrides]]\npaths = ['config/*']\nprofile = 'wire'",
            &src.join("lint/../onrecord.toml"),
        );
        assert_eq!(config.unwrap().overrides(&src.join("score/../config/a.txt")), [0]);
    }

    #[test]
    fn faults_have_their_places() {
        let cases = [
            ("profle = 'wire'", "1: unknown key `profle`; did you mean `profile`?"),
            (
                "\nprofile = 'wyre'",
                "2: `profile`: there is no profile `wyre`; did you mean `wire`?",
            ),
            (
                "[rules]\npeacock = 'of'",
                "2: `peacock`: `of` is no level; write `off`, `on`, `note`, `warning` or `error`",
            ),
            ("[rules.peacock]\nshare = 1", "2: `share`: `peacock` has no setting `share`"),
            ("[rules.single-source]\nshare = 3", "2: `share`: must be a number from 0 to 1"),
            (
                "[rules.peacock]\nterms = 'a'",
                "2: `terms`: must be a number, a list or true or false",
            ),
            ("mode = 'quick'", "1: `mode`: must be `full` or `fast`"),
            ("mode = 1", "1: `mode`: must be `full` or `fast`"),
            ("threshold = 2", "1: `threshold`: must be a number from 0 to 1"),
            ("[lexicon]\ncue = []", "2: unknown key `cue`; did you mean `cues`?"),
            (
                "[[overrides]]\nprofile = 'wire'",
                "1: `overrides`: `paths` says which files are meant",
            ),
            ("overrides = 3", "1: `overrides`: must be tables: [[overrides]]"),
            (
                "[rules]\npeacock = 1979-05-27",
                "2: `peacock`: `datetime` is no level; write `off`, `on`, `note`, `warning` or `error`",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text).unwrap_err(), format!("onrecord.toml:{expected}"), "{text}");
        }
        assert!(parse("profile = ").unwrap_err().starts_with("onrecord.toml:1: "));
    }
}
