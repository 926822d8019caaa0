//! The plan: settings compiled once, and run over any number of reviews.

use super::parameter::{ALLOW, Parameter, QUOTATIONS, TERMS, Value};
use super::rule::Findings;
use super::suppress::{Ignores, Suppressed};
use super::{Basis, Context, Diagnostic, Group, InForce, Rule, Settings, Severity, rules};
use crate::claim::HouseTerms;
use crate::{Review, Span};
use std::borrow::Cow;

/// Rules with their settings, ready to run.
///
/// ```
/// use onrecord::Checker;
/// use onrecord::lint::{self, Plan};
/// let settings = lint::Settings::default().select(&["SRC".parse()?], &[]);
/// let review = Checker::default().review("Critics say that the pier is too short.");
/// assert!(Plan::new(&settings).run(&review).diagnostics.is_empty());
/// # Ok::<(), lint::UnknownRule>(())
/// ```
#[derive(Debug, Clone)]
pub struct Plan {
    active: Vec<Active>,
}

/// What a run of the rules comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Outcome {
    /// Findings in the order of the text, then of their codes.
    pub diagnostics: Vec<Diagnostic>,
    /// Findings that the text asks to leave out, in the same order.
    pub suppressed: Vec<Suppressed>,
}

impl Plan {
    /// Compiles settings.
    pub fn new(settings: &Settings) -> Self {
        let in_force = super::rules().iter().map(|r| settings.in_force(r));
        Self { active: in_force.filter(|f| f.on).map(Active::new).collect() }
    }

    /// Whether a rule runs.
    pub fn runs(&self, rule: &Rule) -> bool {
        self.active.iter().any(|a| a.rule == rule)
    }

    /// Runs the rules over a review.
    ///
    /// What frames in the writer's words is in the review already, by a newsroom's own terms too; in quotations
    /// it is looked for here, by the terms of the seeds. A [`Checker`](crate::Checker) looks for its own there too.
    pub fn run(&self, review: &Review<'_>) -> Outcome {
        self.run_on(review, &Basis::of(review), None)
    }

    /// As [`Plan::run`], over a review whose basis is known, with a newsroom's own terms that frame.
    pub(crate) fn run_on(
        &self,
        review: &Review<'_>,
        basis: &Basis,
        house: Option<&HouseTerms>,
    ) -> Outcome {
        let mut context = Context::on(review, Cow::Borrowed(basis));
        context.house = house;
        let mut all = self.find(&context, |group| group != Group::Ignore);
        all = without_doubles(all);
        let mut ignores = Ignores::read(review.document());
        let (kept, suppressed) = ignores.sift(all);
        ignores.forgive(self);
        context.ignores = ignores;
        let mut diagnostics = kept;
        diagnostics.append(&mut self.find(&context, |group| group == Group::Ignore));
        diagnostics.sort_by_key(|d| (d.span, d.code));
        Outcome { diagnostics, suppressed }
    }

    fn find(&self, context: &Context<'_, '_>, wanted: fn(Group) -> bool) -> Vec<Diagnostic> {
        let mut all = Vec::new();
        for active in self.active.iter().filter(|a| wanted(a.rule.group)) {
            let mut findings = Findings::new(active);
            (active.rule.check)(context, &mut findings);
            let found = findings.into_diagnostics().into_iter();
            all.extend(found.filter(|d| !active.allows(d.span.of(context.review.text()))));
        }
        all.sort_by_key(|d| (d.span, d.code));
        all
    }
}

impl Default for Plan {
    fn default() -> Self {
        Self::new(&Settings::default())
    }
}

/// A rule that runs, as asked for.
#[derive(Debug, Clone)]
pub(super) struct Active {
    pub(super) rule: &'static Rule,
    pub(super) severity: Severity,
    numbers: Vec<(&'static str, f64)>,
    /// More words of the rule's kind, in lower case.
    pub(super) terms: Vec<String>,
    /// Words whose findings are let pass, in lower case with a space at either end.
    allow: Vec<String>,
    pub(super) quotations: bool,
}

impl Active {
    fn new(asked: InForce) -> Self {
        let mut active = Self {
            rule: asked.rule,
            severity: asked.severity,
            numbers: Vec::new(),
            terms: Vec::new(),
            allow: Vec::new(),
            quotations: false,
        };
        for (parameter, value, _) in asked.values {
            match value {
                Value::Number(n) => active.numbers.push((parameter.name, n)),
                Value::Words(words) if *parameter == TERMS => {
                    active.terms = words.iter().map(|w| w.to_lowercase()).collect();
                }
                Value::Words(words) if *parameter == ALLOW => {
                    active.allow = words.iter().map(|w| padded(w)).collect();
                }
                Value::Switch(on) if *parameter == QUOTATIONS => active.quotations = on,
                _ => {}
            }
        }
        active
    }

    /// The value of a number of the rule's.
    pub(super) fn number(&self, parameter: &Parameter) -> f64 {
        let set = self.numbers.iter().find(|(name, _)| *name == parameter.name);
        set.map_or(f64::INFINITY, |(_, n)| *n)
    }

    fn allows(&self, words: &str) -> bool {
        !self.allow.is_empty() && {
            let words = padded(words);
            self.allow.iter().any(|allowed| words.contains(allowed))
        }
    }
}

/// ` the old pier `: lower case, single spaces, no marks at the ends of words.
fn padded(words: &str) -> String {
    let mut out = String::from(" ");
    for word in words.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        out.extend([&bare.to_lowercase(), " "]);
    }
    out
}

/// Drops what `weasel` finds in words that `vague-source` names already: one place, one finding.
fn without_doubles(all: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let (vague, weasel) = (rules::vague_source::RULE.code, rules::weasel::RULE.code);
    let named: Vec<Span> = all.iter().filter(|d| d.code == vague).map(|d| d.span).collect();
    let is_double = |d: &Diagnostic| {
        let next = named.partition_point(|n| n.end <= d.span.start);
        d.code == weasel && named.get(next).is_some_and(|n| n.overlaps(d.span))
    };
    all.into_iter().filter(|d| !is_double(d)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Voice;
    use crate::lint::testing::Draft;

    #[test]
    fn allowed_words_pass() {
        let found = |allow: &str| {
            let text = "It is a landmark pier. It is old.";
            let draft = Draft::new(text);
            let framing = Some(("a landmark pier", "peacock"));
            let review = draft.claim("It is a landmark pier.", Voice::Editorial, framing).review();
            let allow = Value::Words(vec![allow.to_owned()]);
            let settings = Settings::default().value("peacock".parse().unwrap(), "allow", allow);
            Plan::new(&settings.unwrap()).run(&review).diagnostics.len()
        };
        assert_eq!(found("Landmark"), 0);
        assert_eq!(found("landmark  pier"), 0);
        assert_eq!(found("land"), 1);
    }
}
