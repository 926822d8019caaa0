//! Profiles: settings for kinds of items.

use super::{Level, Selector, Severity};
use crate::near;
use std::str::FromStr;
use thiserror::Error;

/// A kind of item, and what is asked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Profile {
    /// A report, as every rule has it.
    #[default]
    News,
    /// Agency copy, which others print as it comes: framing is as grave as a missing source.
    Wire,
    /// A long read, which may tell a story in its own voice.
    Feature,
    /// A column or a leader: opinion is its purpose, but not to pass for a report.
    Opinion,
}

impl Profile {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::News, Self::Wire, Self::Feature, Self::Opinion];

    /// Its name in settings.
    ///
    /// ```
    /// use onrecord::lint::Profile;
    /// assert_eq!("opinion".parse(), Ok(Profile::Opinion));
    /// assert!("oppinion".parse::<Profile>().unwrap_err().to_string().contains("`opinion`"));
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Wire => "wire",
            Self::Feature => "feature",
            Self::Opinion => "opinion",
        }
    }

    /// What it asks for, the narrower after the wider.
    pub(super) fn choices(self) -> impl Iterator<Item = (Selector, Level)> {
        let named = match self {
            Self::News => &[],
            Self::Wire => WIRE,
            Self::Feature => FEATURE,
            Self::Opinion => OPINION,
        };
        named.iter().filter_map(|(name, level)| Some((name.parse().ok()?, *level)))
    }
}

const OFF: Level = Level::Off;
const NOTE: Level = Level::Severity(Severity::Note);
const WARNING: Level = Level::Severity(Severity::Warning);

const WIRE: &[(&str, Level)] = &[
    ("FRM", WARNING),
    ("CUE", WARNING),
    ("opinion-as-report", Level::Severity(Severity::Error)),
    ("unsourced-claim", WARNING),
];

const FEATURE: &[(&str, Level)] = &[
    ("unsourced-claim", OFF),
    ("late-attribution", OFF),
    ("unsourced-lead", OFF),
    ("verb-pile", OFF),
    ("impossible-verb", OFF),
    ("intensifier", OFF),
    ("editorial-adverb", OFF),
    ("peacock", OFF),
    ("implied-cause", OFF),
    ("rhetorical-question", OFF),
    ("first-person", OFF),
];

const OPINION: &[(&str, Level)] = &[
    ("CUE", OFF),
    ("FRM", OFF),
    ("opinion-as-report", Level::On),
    ("weasel", NOTE),
    ("unsourced-claim", OFF),
    ("unsourced-lead", OFF),
    ("late-attribution", OFF),
    ("single-source", OFF),
    ("no-quotation", OFF),
    ("one-side-only", OFF),
];

/// No profile is called so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no profile `{name}`{hint}")]
pub struct UnknownProfile {
    name: String,
    hint: String,
}

impl FromStr for Profile {
    type Err = UnknownProfile;

    fn from_str(name: &str) -> Result<Self, UnknownProfile> {
        let found = Self::ALL.into_iter().find(|p| p.as_str() == name);
        found.ok_or_else(|| {
            let hint = match near::hint(name, Self::ALL.iter().map(|p| p.as_str())) {
                hint if hint.is_empty() => "; write `news`, `wire`, `feature` or `opinion`".into(),
                hint => hint,
            };
            UnknownProfile { name: name.to_owned(), hint }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_name_rules() {
        for (name, _) in [WIRE, FEATURE, OPINION].concat() {
            assert!(name.parse::<Selector>().is_ok(), "{name}");
        }
    }

    #[test]
    fn the_narrower_choice_comes_last() {
        for profile in Profile::ALL {
            let narrow: Vec<u8> = profile.choices().map(|(s, _)| s.narrowness()).collect();
            assert!(narrow.is_sorted(), "{profile:?}");
        }
    }
}
