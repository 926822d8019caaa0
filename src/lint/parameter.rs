//! What can be set on a rule beside its severity: limits, words, whether it looks into quotations.

use super::{Group, Rule, rules};
use std::ops::RangeInclusive;

/// Something that can be set on a rule.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Parameter {
    /// Its name, in kebab case.
    pub name: &'static str,
    /// What it is for, in one line; numbers with their unit.
    pub summary: &'static str,
    /// What it may be, and what it is where nobody sets it.
    pub kind: ParameterKind,
}

/// What a parameter may be.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ParameterKind {
    /// A number.
    Number {
        /// Where nobody sets it.
        default: f64,
        /// The least and the greatest value.
        range: RangeInclusive<f64>,
    },
    /// Words or phrases, none where nobody sets them.
    Words,
    /// Yes or no; no where nobody sets it.
    Switch,
}

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// A number.
    Number(f64),
    /// Words or phrases.
    Words(Vec<String>),
    /// Yes or no.
    Switch(bool),
}

impl Parameter {
    /// A count, from 1.
    pub(super) const fn count(name: &'static str, default: f64, summary: &'static str) -> Self {
        Self { name, summary, kind: ParameterKind::Number { default, range: 1.0..=1000.0 } }
    }

    /// A share, 0 to 1.
    pub(super) const fn share(name: &'static str, default: f64, summary: &'static str) -> Self {
        Self { name, summary, kind: ParameterKind::Number { default, range: 0.0..=1.0 } }
    }

    /// Why a value cannot be its own; none where it can.
    pub(crate) fn refuses(&self, value: &Value) -> Option<String> {
        match (&self.kind, value) {
            (ParameterKind::Number { range, .. }, Value::Number(n)) if range.contains(n) => None,
            (ParameterKind::Number { range, .. }, _) => {
                Some(format!("must be a number from {} to {}", range.start(), range.end()))
            }
            (ParameterKind::Words, Value::Words(_)) | (ParameterKind::Switch, Value::Switch(_)) => {
                None
            }
            (ParameterKind::Words, _) => Some("must be a list of words".to_owned()),
            (ParameterKind::Switch, _) => Some("must be `true` or `false`".to_owned()),
        }
    }
}

/// Words whose findings are let pass; every rule has it.
pub(super) const ALLOW: Parameter = Parameter {
    name: "allow",
    summary: "words whose findings are let pass",
    kind: ParameterKind::Words,
};
/// More words of the rule's kind.
pub(super) const TERMS: Parameter = Parameter {
    name: "terms",
    summary: "more words that the rule looks for",
    kind: ParameterKind::Words,
};
/// Whether quotations are looked into.
pub(super) const QUOTATIONS: Parameter = Parameter {
    name: "quotations",
    summary: "whether words in quotations are looked at too",
    kind: ParameterKind::Switch,
};

/// What rules about style can be asked.
const STYLE: &[Parameter] = &[TERMS, QUOTATIONS];

impl Rule {
    /// What can be set on it beside its severity.
    ///
    /// ```
    /// let rule = onrecord::lint::rule("single-source").unwrap();
    /// let names: Vec<_> = rule.parameters().map(|p| p.name).collect();
    /// assert_eq!(names, ["attributions", "share", "allow"]);
    /// ```
    pub fn parameters(&self) -> impl Iterator<Item = &'static Parameter> + Clone + use<> {
        let own = rules::PARAMETERS.iter().find(|(name, _)| *name == self.name);
        let own = match (own, self.group) {
            (Some((_, own)), _) => own,
            (None, Group::Framing | Group::Cue) => STYLE,
            (None, _) => &[],
        };
        own.iter().chain(std::iter::once(&ALLOW))
    }
}
