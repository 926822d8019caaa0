//! What is asked of the rules: which run, how grave their findings are, with which limits and words.

use super::parameter::{ParameterKind, TERMS, Value};
use super::{Level, Parameter, Profile, Rule, Selector, Severity};
use crate::lexicon::{HouseTerm, Part};
use crate::{claim, near};
use std::fmt;
use std::sync::Arc;
use thiserror::Error;

/// Settings of the rules. What is set later goes before what was set earlier, and everything goes before
/// the profile.
///
/// ```
/// use onrecord::lint::{self, Profile, Value};
/// use onrecord::{Checker, Settings};
/// let rules = lint::Settings::default()
///     .profile(Profile::Wire)
///     .level("orphan-quotation".parse()?, "error".parse()?)
///     .level("QUO".parse()?, "off".parse()?)
///     .value("peacock".parse()?, "terms", Value::Words(vec!["gleaming".to_owned()]))?;
/// let checker = Checker::new(Settings { rules, ..Settings::default() });
/// let review = checker.review("The council met on Monday in the harbor hall. A gleaming pier stands.");
/// assert!(review.diagnostics.iter().any(|d| d.rule == "peacock"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    profile: Profile,
    profile_origin: Origin,
    levels: Vec<(Selector, Level, Origin)>,
    values: Vec<(Selector, &'static str, Value, Origin)>,
}

/// Where a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Origin {
    /// Nobody set it.
    #[default]
    Default,
    /// A profile.
    Profile(Profile),
    /// A file.
    File {
        /// Its name.
        name: Arc<str>,
        /// The line, from 1.
        line: usize,
    },
    /// The arguments of the command.
    CommandLine,
    /// A program that uses the library.
    Code,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::Profile(profile) => write!(f, "profile {}", profile.as_str()),
            Self::File { name, line } => write!(f, "{name}:{line}"),
            Self::CommandLine => f.write_str("command line"),
            Self::Code => f.write_str("code"),
        }
    }
}

/// Why a value cannot be set on a rule.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BadValue {
    /// The rule has no such parameter.
    #[error("{rule} has no setting `{name}`{hint}")]
    Unknown {
        /// The rule or group.
        rule: String,
        /// What was to be set.
        name: String,
        /// What may have been meant.
        hint: String,
    },
    /// It is of the wrong kind, or out of range.
    #[error("`{name}` {why}")]
    Refused {
        /// The parameter.
        name: &'static str,
        /// What it must be.
        why: String,
    },
}

/// What is in force for one rule, and where it comes from.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InForce {
    /// The rule.
    pub rule: &'static Rule,
    /// Whether it runs.
    pub on: bool,
    /// How grave its findings are.
    pub severity: Severity,
    /// What decided the two.
    pub origin: Origin,
    /// Its parameters, each with its value and what set it.
    pub values: Vec<(&'static Parameter, Value, Origin)>,
}

impl Settings {
    /// Chooses a profile.
    pub fn profile(self, profile: Profile) -> Self {
        self.profile_from(profile, Origin::Code)
    }

    /// Switches rules on or off, or says how grave they are.
    pub fn level(self, rules: Selector, level: Level) -> Self {
        self.level_from(rules, level, Origin::Code)
    }

    /// Sets a parameter of a rule, or of all rules of a group that have it.
    ///
    /// # Errors
    /// No rule that is meant has it, or the value is none of its.
    pub fn value(self, rules: Selector, name: &str, value: Value) -> Result<Self, BadValue> {
        self.value_from(rules, name, value, Origin::Code)
    }

    /// As a command's `--select` and `--ignore` do: only what is selected runs (everything where
    /// nothing is), without what is ignored; the narrower of the two wins.
    pub fn select(mut self, select: &[Selector], ignore: &[Selector]) -> Self {
        let mut choices: Vec<_> = select.iter().map(|s| (*s, Level::On)).collect();
        choices.extend(ignore.iter().map(|s| (*s, Level::Off)));
        choices.sort_by_key(|(selector, _)| selector.narrowness());
        if !select.is_empty() {
            choices.insert(0, (Selector::All, Level::Off));
        }
        let levels = choices.into_iter().map(|(s, level)| (s, level, Origin::CommandLine));
        self.levels.extend(levels);
        self
    }

    /// Chooses a profile, and says who chose it.
    pub fn profile_from(self, profile: Profile, origin: Origin) -> Self {
        Self { profile, profile_origin: origin, ..self }
    }

    /// The profile, and who chose it.
    pub fn chosen_profile(&self) -> (Profile, &Origin) {
        (self.profile, &self.profile_origin)
    }

    pub(crate) fn level_from(mut self, rules: Selector, level: Level, origin: Origin) -> Self {
        self.levels.push((rules, level, origin));
        self
    }

    pub(crate) fn value_from(
        mut self,
        rules: Selector,
        name: &str,
        value: Value,
        origin: Origin,
    ) -> Result<Self, BadValue> {
        let meant = || super::rules().iter().filter(move |r| rules.holds(r));
        let mut own = meant().flat_map(Rule::parameters);
        let Some(parameter) = own.find(|p| p.name == name) else {
            let names = meant().flat_map(Rule::parameters).map(|p| p.name);
            return Err(BadValue::Unknown {
                rule: title(rules),
                name: name.to_owned(),
                hint: near::hint(name, names),
            });
        };
        match parameter.refuses(&value) {
            Some(why) => Err(BadValue::Refused { name: parameter.name, why }),
            None => {
                self.values.push((rules, parameter.name, value, origin));
                Ok(self)
            }
        }
    }

    /// The terms that rules on framing are asked to look for; each frames by itself.
    pub(crate) fn terms(&self) -> impl Iterator<Item = HouseTerm> {
        let rules = claim::framing_rules().filter_map(super::rule);
        rules.flat_map(|rule| match self.value_of(rule, &TERMS).1 {
            Value::Words(words) => words.iter().map(|term| house_term(rule, term)).collect(),
            _ => Vec::new(),
        })
    }

    /// What is in force for a rule.
    pub fn in_force(&self, rule: &'static Rule) -> InForce {
        let profile = Origin::Profile(self.profile);
        let of_profile = self.profile.choices().map(|(s, level)| (s, level, &profile));
        let own = self.levels.iter().map(|(s, level, origin)| (*s, *level, origin));
        let (mut on, mut severity, mut decisive) = (true, rule.severity, &Origin::Default);
        for (_, level, origin) in of_profile.chain(own).filter(|(s, ..)| s.holds(rule)) {
            on = level != Level::Off;
            if let Level::Severity(asked) = level {
                severity = asked;
            }
            decisive = origin;
        }
        let values = rule.parameters().map(|p| self.value_of(rule, p)).collect();
        InForce { rule, on, severity, origin: decisive.clone(), values }
    }

    fn value_of(
        &self,
        rule: &Rule,
        parameter: &'static Parameter,
    ) -> (&'static Parameter, Value, Origin) {
        let set = self.values.iter().rev();
        let mut set = set.filter(|(s, name, ..)| *name == parameter.name && s.holds(rule));
        match set.next() {
            Some((_, _, value, origin)) => (parameter, value.clone(), origin.clone()),
            None => (parameter, parameter.kind.default_value(), Origin::Default),
        }
    }
}

impl ParameterKind {
    fn default_value(&self) -> Value {
        match self {
            Self::Number { default, .. } => Value::Number(*default),
            Self::Words => Value::Words(Vec::new()),
            Self::Switch => Value::Switch(false),
        }
    }
}

fn house_term(rule: &Rule, term: &str) -> HouseTerm {
    HouseTerm {
        words: term.to_lowercase().split_whitespace().map(str::to_owned).collect(),
        part: Part::Any,
        rule: rule.name.to_owned(),
        weight: WEIGHT,
        unless: Vec::new(),
    }
}

/// How strongly the terms of settings frame, 0 to 1: enough to take a side.
const WEIGHT: f32 = 0.5;

/// What messages call some rules.
fn title(rules: Selector) -> String {
    match rules {
        Selector::All => "no rule".to_owned(),
        Selector::Group(group) => format!("no rule of {}", group.as_str()),
        Selector::Rule(rule) => format!("`{}`", rule.name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule;

    fn of(settings: &Settings, name: &str) -> (bool, Severity) {
        let found = settings.in_force(rule(name).unwrap());
        (found.on, found.severity)
    }

    fn selectors(names: &[&str]) -> Vec<Selector> {
        names.iter().map(|n| n.parse().unwrap()).collect()
    }

    #[test]
    fn later_goes_before_earlier_and_all_before_the_profile() {
        let frm = || "FRM".parse().unwrap();
        let settings = Settings::default().level(frm(), Level::Off).profile(Profile::Wire);
        assert_eq!(of(&settings, "peacock"), (false, Severity::Warning));
        let settings = settings.level(frm(), Level::On);
        assert_eq!(of(&settings, "peacock"), (true, Severity::Warning));
        assert_eq!(of(&Settings::default(), "peacock"), (true, Severity::Note));
    }

    #[test]
    fn the_narrower_of_select_and_ignore_wins() {
        let selected = |select: &[&str], ignore: &[&str]| {
            let settings = Settings::default().select(&selectors(select), &selectors(ignore));
            ["peacock", "weasel", "single-source"].map(|name| of(&settings, name).0)
        };
        assert_eq!(selected(&["FRM"], &["peacock"]), [false, true, false]);
        assert_eq!(selected(&["peacock"], &["FRM"]), [true, false, false]);
        assert_eq!(selected(&[], &["FRM"]), [false, false, true]);
        assert_eq!(selected(&["all"], &["SRC101"]), [true, true, false]);
    }

    #[test]
    fn values_must_be_known_and_fit() {
        let set = |name: &str, value| {
            let single = "single-source".parse().unwrap();
            Settings::default().value(single, name, value).map_err(|e| e.to_string())
        };
        assert!(set("share", Value::Number(0.5)).is_ok());
        let refused = set("share", Value::Number(2.0)).unwrap_err();
        assert_eq!(refused, "`share` must be a number from 0 to 1");
        let unknown = set("shares", Value::Number(0.5)).unwrap_err();
        assert_eq!(unknown, "`single-source` has no setting `shares`; did you mean `share`?");
    }
}
