//! What is missed and what is found too much, in context, by production and cue.

use super::excerpt::excerpt;
use super::shape::Shapes;
use super::{Comparison, Fault, Found, GoldArticle};
use crate::Production;
use crate::tagger::Tagger;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::AddAssign;

/// On which side an attribution stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Marked, not found.
    Missed,
    /// Found, not marked.
    Extra,
}

/// Attributions that are missed or found too much.
#[derive(Debug, Clone, Default)]
pub struct Faults(Vec<Alone>);

/// An attribution that stands alone.
#[derive(Debug, Clone)]
struct Alone {
    /// For gold, what the order of its parts suggests.
    production: Option<Production>,
    lemma: String,
    side: Side,
    fault: Fault,
    article: String,
    excerpt: String,
}

impl Faults {
    /// The faults of one article.
    ///
    /// What is found tells its production. For what is missed it is told from the words of the cue and
    /// the order of the parts: participles and cues that share a source look like others then.
    ///
    /// ```
    /// use onrecord::{Span, eval, tagger::Tagger};
    /// let mut marked = eval::GoldAttribution::default();
    /// marked.content.push(Span::new(3, 12));
    /// marked.cue.push(Span::new(17, 21));
    /// marked.source.push(Span::new(22, 29));
    /// let text = "“It is old,” said Ann Orr.".to_owned();
    /// let article = eval::GoldArticle { id: "bridge".into(), text, attributions: vec![marked] };
    ///
    /// let comparison = eval::compare(&article, &[]);
    /// let faults = eval::Faults::of(&article, &[], &comparison, &Tagger::new()?);
    /// assert_eq!(faults.count(eval::Side::Missed), 1);
    /// assert!(faults.report(5).contains("“[X It is old],” [C said] [S Ann Orr]."));
    /// # Ok::<(), onrecord::WeightsError>(())
    /// ```
    pub fn of(
        article: &GoldArticle,
        found: &[Found],
        comparison: &Comparison,
        tagger: &Tagger,
    ) -> Self {
        let shapes = Shapes::read(article, tagger);
        let missed = comparison.missed.iter().filter_map(|&(number, fault)| {
            let gold = article.attributions.get(number)?;
            let shape = shapes.of(gold);
            Some((Side::Missed, fault, gold, Some(shape.production), shape.lemma))
        });
        let extra = comparison.extra.iter().filter_map(|&(number, fault)| {
            let found = found.get(number)?;
            let lemma = found.lemma.clone().unwrap_or_else(|| shapes.of(&found.parts).lemma);
            Some((Side::Extra, fault, &found.parts, found.production, lemma))
        });
        let alone = missed.chain(extra).map(|(side, fault, parts, production, lemma)| Alone {
            production,
            lemma,
            side,
            fault,
            article: article.id.clone(),
            excerpt: excerpt(&article.text, parts),
        });
        Self(alone.collect())
    }

    /// How many there are on a side.
    pub fn count(&self, side: Side) -> usize {
        self.0.iter().filter(|a| a.side == side).count()
    }

    /// Counts by production, and by what the other side has in the place (nothing, another content or
    /// another source); then up to `limit` of each side for every production, in context.
    ///
    /// Productions with the most faults come first, and within them the cues with the most.
    pub fn report(&self, limit: usize) -> String {
        let mut productions: BTreeMap<Option<Production>, Vec<&Alone>> = BTreeMap::new();
        for alone in &self.0 {
            productions.entry(alone.production).or_default().push(alone);
        }
        let mut productions: Vec<_> = productions.into_iter().collect();
        productions.sort_by_key(|(_, all)| Reverse(all.len()));
        let mut out = table(&productions);
        for (production, mut all) in productions {
            sort_by_cue(&mut all);
            for side in [Side::Missed, Side::Extra] {
                for alone in all.iter().filter(|a| a.side == side).take(limit) {
                    let _ = write!(out, "\n{}\n", alone.line(&name(production)));
                }
            }
        }
        out
    }
}

impl AddAssign for Faults {
    fn add_assign(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

impl Alone {
    fn line(&self, production: &str) -> String {
        let side = match self.side {
            Side::Missed => "missed",
            Side::Extra => "extra",
        };
        let why = match (self.fault, self.side) {
            (Fault::Source, _) => "other source",
            (Fault::Content, _) => "other content",
            (Fault::Absent, Side::Missed) => "nothing found",
            (Fault::Absent, Side::Extra) => "nothing marked",
        };
        let lemma = if self.lemma.is_empty() { "no cue" } else { &self.lemma };
        format!("{side}: {production}, {lemma}: {why} ({})\n  {}", self.article, self.excerpt)
    }
}

/// For every production: how many are missed, of those nothing like it found, another content, another
/// source; and the same of what is found too much.
fn table(productions: &[(Option<Production>, Vec<&Alone>)]) -> String {
    let mut out = format!("{:20}", "");
    for title in ["missed", "nothing", "content", "source", "extra", "nothing", "content", "source"]
    {
        let _ = write!(out, "{title:>8}");
    }
    out.push('\n');
    for (production, all) in productions {
        let _ = write!(out, "{:20}", name(*production));
        for side in [Side::Missed, Side::Extra] {
            let here = all.iter().filter(|a| a.side == side);
            let of = |fault| here.clone().filter(|a| a.fault == fault).count();
            let [absent, content, source] = [Fault::Absent, Fault::Content, Fault::Source].map(of);
            let sum = here.clone().count();
            let _ = write!(out, "{sum:8}{absent:8}{content:8}{source:8}");
        }
        out.push('\n');
    }
    out
}

/// Cues with the most faults first; the order of the text is kept within a cue.
fn sort_by_cue(all: &mut [&Alone]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for alone in all.iter() {
        *counts.entry(&alone.lemma).or_default() += 1;
    }
    all.sort_by_key(|a| (Reverse(counts.get(a.lemma.as_str()).copied()), a.lemma.as_str()));
}

/// As JSON writes it.
fn name(production: Option<Production>) -> String {
    let Some(production) = production else { return "unknown".to_owned() };
    match serde_json::to_value(production) {
        Ok(serde_json::Value::String(name)) => name,
        _ => format!("{production:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alone(side: Side, production: Production, lemma: &str) -> Alone {
        Alone {
            production: Some(production),
            lemma: lemma.to_owned(),
            side,
            fault: Fault::Absent,
            article: "a".to_owned(),
            excerpt: format!("[C {lemma}]"),
        }
    }

    #[test]
    fn the_most_faults_come_first() {
        use Production::{NounCue, Split};
        use Side::{Extra, Missed};
        let faults = Faults(vec![
            alone(Missed, NounCue, "view"),
            alone(Missed, Split, "add"),
            alone(Missed, Split, "say"),
            alone(Extra, Split, "say"),
        ]);
        let report = faults.report(1);
        let lines: Vec<&str> = report.lines().collect();
        assert_eq!(
            lines[1],
            "split                      2       2       0       0       1       1       0       0"
        );
        assert_eq!(
            lines[2],
            "noun-cue                   1       1       0       0       0       0       0       0"
        );
        let titles: Vec<&str> = lines[3..].iter().copied().filter(|l| l.contains(':')).collect();
        assert_eq!(
            titles,
            [
                "missed: split, say: nothing found (a)",
                "extra: split, say: nothing marked (a)",
                "missed: noun-cue, view: nothing found (a)",
            ]
        );
        assert_eq!(faults.report(0).lines().count(), 3);
    }
}
