//! Which rules a setting is about, and what it asks of them.

use super::{Group, Rule, Severity, rule, rules};
use crate::near;
use std::str::FromStr;
use thiserror::Error;

/// The rules that a setting is about: all, a group, or one.
///
/// ```
/// use onrecord::lint::{Group, Selector};
/// assert_eq!("FRM".parse(), Ok(Selector::Group(Group::Framing)));
/// assert_eq!("peacock".parse::<Selector>(), "frm104".parse());
/// assert_eq!(
///     "peacok".parse::<Selector>().unwrap_err().to_string(),
///     "there is no rule, code or group `peacok`; did you mean `peacock`?"
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Selector {
    /// Every rule: `all`.
    All,
    /// The rules of a group: `FRM`.
    Group(Group),
    /// One rule, by name or code: `peacock`, `FRM104`.
    Rule(&'static Rule),
}

impl Selector {
    /// Whether it is about a rule.
    pub fn holds(self, rule: &Rule) -> bool {
        match self {
            Self::All => true,
            Self::Group(group) => group == rule.group,
            Self::Rule(one) => one == rule,
        }
    }

    /// How narrow it is: of two settings in one place the narrower one wins.
    pub(crate) fn narrowness(self) -> u8 {
        match self {
            Self::All => 0,
            Self::Group(_) => 1,
            Self::Rule(_) => 2,
        }
    }
}

/// Nothing is called so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no rule, code or group `{name}`{hint}")]
pub struct UnknownRule {
    name: String,
    hint: String,
}

impl FromStr for Selector {
    type Err = UnknownRule;

    fn from_str(name: &str) -> Result<Self, UnknownRule> {
        let found = match name {
            "all" => Some(Self::All),
            _ => Group::ALL
                .iter()
                .find(|g| g.as_str().eq_ignore_ascii_case(name))
                .map(|g| Self::Group(*g))
                .or_else(|| rule(name).map(Self::Rule)),
        };
        found.ok_or_else(|| {
            let names = rules().iter().map(|r| r.name);
            let hint = near::hint(&name.to_lowercase(), names.chain(Group::ALL.map(Group::as_str)));
            UnknownRule { name: name.to_owned(), hint }
        })
    }
}

/// What is asked of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Level {
    /// It does not run.
    Off,
    /// It runs, as grave as it was.
    On,
    /// It runs, and is so grave.
    Severity(Severity),
}

impl Level {
    const NAMES: [(&'static str, Self); 5] = [
        ("off", Self::Off),
        ("on", Self::On),
        ("note", Self::Severity(Severity::Note)),
        ("warning", Self::Severity(Severity::Warning)),
        ("error", Self::Severity(Severity::Error)),
    ];

    /// Its name in settings: `off`, `on`, `note`, `warning` or `error`.
    ///
    /// ```
    /// use onrecord::lint::Level;
    /// assert_eq!("off".parse(), Ok(Level::Off));
    /// assert_eq!(Level::On.as_str(), "on");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::On => "on",
            Self::Severity(severity) => severity.as_str(),
        }
    }
}

/// No level is called so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is no level; write `off`, `on`, `note`, `warning` or `error`")]
pub struct UnknownLevel(String);

impl FromStr for Level {
    type Err = UnknownLevel;

    fn from_str(name: &str) -> Result<Self, UnknownLevel> {
        let found = Self::NAMES.iter().find(|(n, _)| *n == name);
        found.map(|(_, level)| *level).ok_or_else(|| UnknownLevel(name.to_owned()))
    }
}
