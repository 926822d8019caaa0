//! Suppressions: findings that the text asks to leave out, with a reason.

use super::{Diagnostic, Plan, Selector, UnknownRule};
use crate::Span;
use crate::document::{BlockKind, Document, IGNORE};
use nom::bytes::complete::{tag, take_till1, take_while};
use nom::character::complete::{char, space0};
use nom::combinator::{opt, rest};
use nom::multi::separated_list0;
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};
use std::collections::{HashMap, HashSet};
use thiserror::Error;

/// What a line or a comment asks to leave out, and why.
///
/// ```
/// use onrecord::lint::Suppression;
/// let parsed = Suppression::parse("onrecord-ignore peacock, FRM107: the prize is called so");
/// assert_eq!(parsed.unwrap().unwrap().reason, "the prize is called so");
/// assert!(Suppression::parse("onrecord-ignore peacock").unwrap().is_err());
/// assert!(Suppression::parse("a comment of another kind").is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Suppression {
    /// The rules.
    pub rules: Vec<Selector>,
    /// Why.
    pub reason: String,
}

/// What is wrong with a suppression.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Malformed {
    /// No rule is named.
    #[error("no rule is named")]
    NoRule,
    /// A rule does not exist.
    #[error("{0}")]
    UnknownRule(#[from] UnknownRule),
    /// No reason is given.
    #[error("no reason is given")]
    NoReason,
}

impl Suppression {
    /// Reads what stands in a comment or between brackets; none where it is no suppression.
    ///
    /// ```text
    /// suppression = "onrecord-ignore" rules (":" reason)?
    /// rules       = rule ("," rule)*
    /// ```
    pub fn parse(comment: &str) -> Option<Result<Self, Malformed>> {
        let (_, (names, reason)) = suppression(comment.trim()).ok()?;
        Some(Self::new(&names, reason))
    }

    fn new(names: &[&str], reason: Option<&str>) -> Result<Self, Malformed> {
        if names.is_empty() {
            return Err(Malformed::NoRule);
        }
        let rules = names.iter().map(|n| n.trim().parse()).collect::<Result<_, _>>()?;
        match reason.map(str::trim).filter(|r| !r.is_empty()) {
            Some(reason) => Ok(Self { rules, reason: reason.to_owned() }),
            None => Err(Malformed::NoReason),
        }
    }
}

type Parts<'a> = (Vec<&'a str>, Option<&'a str>);

fn suppression(input: &str) -> IResult<&str, Parts<'_>> {
    let name = take_till1(|c: char| matches!(c, ',' | ':') || c.is_whitespace());
    let names = separated_list0(delimited(space0, char(','), space0), name);
    let (input, _) = tag(IGNORE).parse(input)?;
    let (input, gap) = take_while(char::is_whitespace).parse(input)?;
    if gap.is_empty() && !input.is_empty() && !input.starts_with(':') {
        return Err(nom::Err::Error(nom::error::make_error(input, nom::error::ErrorKind::Space)));
    }
    (names, opt(preceded((space0, char(':')), rest))).parse(input)
}

/// A finding that the text asks to leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Suppressed {
    /// What was found.
    pub diagnostic: Diagnostic,
    /// Why it is left out, as the text has it.
    pub reason: String,
}

/// The suppressions of a text, in order.
#[derive(Debug, Default)]
pub(super) struct Ignores {
    pub(super) all: Vec<Ignore>,
    /// The first suppression of a rule, by its code, in each scope.
    by_rule: HashMap<(Scope, &'static str), usize>,
    /// The paragraphs that suppressions are about, in order.
    paragraphs: Vec<Span>,
}

/// What a suppression is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Scope {
    Article,
    Paragraph(Span),
    Nothing,
}

/// One suppression of a text.
#[derive(Debug)]
pub(super) struct Ignore {
    /// Where it stands.
    pub(super) span: Span,
    /// What it asks for.
    pub(super) asks: Result<Suppression, Malformed>,
    /// Those of its selectors that nothing was left out for.
    pub(super) unused: Vec<Selector>,
}

impl Ignores {
    /// Reads the suppressions of a document and finds what each is about.
    pub(super) fn read(document: &Document<'_>) -> Self {
        let mut ignores = Self::default();
        for directive in &document.directives {
            let Some(asks) = Suppression::parse(&directive.text) else { continue };
            let unused = asks.as_ref().map(|a| a.rules.clone()).unwrap_or_default();
            let scope = scope(document, directive.span);
            for rule in super::rules().iter().filter(|r| unused.iter().any(|s| s.holds(r))) {
                ignores.by_rule.entry((scope, rule.code)).or_insert(ignores.all.len());
            }
            if let Scope::Paragraph(paragraph) = scope {
                ignores.paragraphs.push(paragraph);
            }
            ignores.all.push(Ignore { span: directive.span, asks, unused });
        }
        ignores.paragraphs.sort();
        ignores
    }

    /// Parts findings into those that stay and those that are left out.
    pub(super) fn sift(&mut self, all: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<Suppressed>) {
        if self.all.is_empty() {
            return (all, Vec::new());
        }
        let (mut kept, mut suppressed) = (Vec::new(), Vec::new());
        let mut used = HashSet::new();
        for diagnostic in all {
            match self.leaving_out(&diagnostic) {
                Some(index) => {
                    if used.insert((index, diagnostic.code)) {
                        self.use_up(index, diagnostic.code);
                    }
                    let asks = self.all[index].asks.as_ref();
                    let reason = asks.map(|a| a.reason.clone()).unwrap_or_default();
                    suppressed.push(Suppressed { diagnostic, reason });
                }
                None => kept.push(diagnostic),
            }
        }
        (kept, suppressed)
    }

    /// The suppression that leaves a finding out, if one does.
    fn leaving_out(&self, diagnostic: &Diagnostic) -> Option<usize> {
        let at = diagnostic.span.start;
        let next = self.paragraphs.partition_point(|p| p.start <= at);
        let paragraph = self.paragraphs[..next].last().filter(|p| at < p.end);
        let scopes = [paragraph.map(|p| Scope::Paragraph(*p)), Some(Scope::Article)];
        let mut known = scopes.into_iter().flatten().map(|s| (s, diagnostic.code));
        known.find_map(|key| self.by_rule.get(&key).copied())
    }

    fn use_up(&mut self, index: usize, code: &str) {
        if let Some(rule) = super::rule(code) {
            self.all[index].unused.retain(|s| !s.holds(rule));
        }
    }

    /// Whether a suppression is unused can be told only of rules that run.
    pub(super) fn forgive(&mut self, plan: &Plan) {
        for ignore in &mut self.all {
            let runs = |s: &Selector| super::rules().iter().any(|r| s.holds(r) && plan.runs(r));
            ignore.unused.retain(runs);
        }
    }
}

/// What a suppression is about: the paragraph that it stands in or the next one; everything where it
/// stands before the headline.
fn scope(document: &Document<'_>, at: Span) -> Scope {
    let blocks = &document.blocks;
    let next = blocks.partition_point(|b| b.span.end <= at.start);
    match blocks.get(next) {
        Some(block)
            if next == 0
                && at.start <= block.span.start
                && matches!(block.kind, BlockKind::Headline | BlockKind::Heading) =>
        {
            Scope::Article
        }
        Some(block) => Scope::Paragraph(block.span),
        None => Scope::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule;

    fn parsed(comment: &str) -> Result<Suppression, String> {
        Suppression::parse(comment).unwrap().map_err(|e| e.to_string())
    }

    #[test]
    fn parses_rules_and_reason() {
        let found = parsed("onrecord-ignore peacock , SRC101,QUO: it is: so").unwrap();
        assert_eq!(found.reason, "it is: so");
        let rules: Vec<_> =
            super::super::rules().iter().filter(|r| found.rules[2].holds(r)).collect();
        assert_eq!(rules.len(), 3);
        assert_eq!(found.rules[1], Selector::Rule(rule("single-source").unwrap()));
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(parsed("onrecord-ignore").unwrap_err(), "no rule is named");
        assert_eq!(parsed("onrecord-ignore: why").unwrap_err(), "no rule is named");
        assert_eq!(parsed("onrecord-ignore peacock").unwrap_err(), "no reason is given");
        assert_eq!(parsed("onrecord-ignore peacock: ").unwrap_err(), "no reason is given");
        let unknown = parsed("onrecord-ignore peacok: why").unwrap_err();
        assert!(unknown.contains("did you mean `peacock`?"), "{unknown}");
        assert!(Suppression::parse("onrecord-ignored: why").is_none());
    }
}
