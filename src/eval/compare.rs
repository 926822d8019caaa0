//! Compares what was found in an article with what was marked in it.

use super::figures::{Counts, Figures, Measure};
use super::words::{WordSet, Words, kind, shared};
use super::{Found, GoldArticle, GoldAttribution, Role};
use crate::attribution::Kind;
use std::collections::{HashMap, HashSet};

/// Contents agree where their Dice coefficient is at least this.
const AGREE: f64 = 0.5;

/// How an attribution fails to be both marked and found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// The other side has nothing of the kind: no such content, and no such cue.
    Absent,
    /// The other side has the cue, with another content.
    Content,
    /// The other side has the content, with another source.
    Source,
}

/// What came of comparing one article.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Comparison {
    /// Counts.
    pub figures: Figures,
    /// What is marked and found by the relaxed measure: its number in the gold, and among what was found.
    pub pairs: Vec<(usize, usize)>,
    /// What is marked and not found: its number in the gold, and why.
    pub missed: Vec<(usize, Fault)>,
    /// What is found and not marked: its number among what was found, and why.
    pub extra: Vec<(usize, Fault)>,
}

/// Compares what was found in an article with what was marked in it.
///
/// Everything is compared as sets of words, so outer punctuation and white space never matter.
/// Attributions are paired one to one, greedily, those with the best agreement of content first.
///
/// ```
/// use onrecord::{Checker, Span, eval};
/// let mut marked = eval::GoldAttribution::default();
/// marked.content.push(Span::new(3, 12));
/// marked.cue.push(Span::new(17, 21));
/// marked.source.push(Span::new(22, 29));
/// let text = "“It is old,” said Ann Orr.".to_owned();
/// let article = eval::GoldArticle { id: "bridge".into(), text, attributions: vec![marked] };
///
/// let review = Checker::default().review(&article.text);
/// let comparison = eval::compare(&article, &eval::Found::all(&review));
/// assert_eq!(comparison.pairs, [(0, 0)]);
/// assert_eq!(comparison.figures.of(eval::Measure::Strict).f1(), 100.0);
/// ```
pub fn compare(article: &GoldArticle, found: &[Found]) -> Comparison {
    let words = Words::of(&article.text);
    let view = |parts| View::of(parts, &article.text, &words);
    let golds: Vec<View<'_>> = article.attributions.iter().map(view).collect();
    let founds: Vec<View<'_>> = found.iter().map(|f| view(&f.parts)).collect();
    let candidates = candidates(&golds, &founds);
    let relaxed = pair(&candidates, |c| {
        c.dice >= AGREE && golds[c.gold].source.half_shared(&founds[c.found].source)
    });
    let strict = pair(&candidates, |c| golds[c.gold].same(&founds[c.found]));
    let figures = Figures::count(|measure| match measure {
        Measure::Token(role) => tokens(role, &golds, &founds),
        Measure::Span(role) => spans(role, &words, &golds, &founds),
        Measure::Relaxed => Counts::new(relaxed.len(), founds.len(), golds.len()),
        Measure::Strict => Counts::new(strict.len(), founds.len(), golds.len()),
        Measure::RelaxedOf(kind) => of_kind(kind, &relaxed, &golds, &founds),
    });
    let near = |c: &&Candidate| c.dice >= AGREE;
    let (near_gold, near_found) = candidates.iter().filter(near).map(|c| (c.gold, c.found)).unzip();
    let (paired_gold, paired_found) = relaxed.iter().copied().unzip();
    let missed = faults(&golds, &paired_gold, &near_gold, &founds);
    let extra = faults(&founds, &paired_found, &near_found, &golds);
    Comparison { figures, pairs: relaxed, missed, extra }
}

/// An attribution as sets of words.
struct View<'a> {
    parts: &'a GoldAttribution,
    source: WordSet,
    cue: WordSet,
    content: WordSet,
    kind: Kind,
}

impl<'a> View<'a> {
    fn of(parts: &'a GoldAttribution, text: &str, words: &Words) -> Self {
        Self {
            parts,
            source: words.within(&parts.source),
            cue: words.within(&parts.cue),
            content: words.within(&parts.content),
            kind: kind(text, &parts.content),
        }
    }

    fn part(&self, role: Role) -> &WordSet {
        match role {
            Role::Source => &self.source,
            Role::Cue => &self.cue,
            Role::Content => &self.content,
        }
    }

    fn same(&self, other: &Self) -> bool {
        Role::ALL.into_iter().all(|role| self.part(role) == other.part(role))
    }
}

/// Two attributions whose contents share words, or are both empty.
struct Candidate {
    /// Dice coefficient of the contents, 0 to 1.
    dice: f64,
    gold: usize,
    found: usize,
}

/// All candidates, best first; of equals those that come last in the text.
fn candidates(golds: &[View<'_>], founds: &[View<'_>]) -> Vec<Candidate> {
    let mut owners: HashMap<u32, Vec<usize>> = HashMap::new();
    for (number, found) in founds.iter().enumerate() {
        for &word in found.content.words() {
            owners.entry(word).or_default().push(number);
        }
    }
    let empty: Vec<usize> = (0..founds.len()).filter(|&i| founds[i].content.is_empty()).collect();
    let mut candidates = Vec::new();
    for (gold, view) in golds.iter().enumerate() {
        if view.content.is_empty() {
            candidates.extend(empty.iter().map(|&found| Candidate { dice: 1.0, gold, found }));
        }
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for &found in view.content.words().iter().filter_map(|w| owners.get(w)).flatten() {
            *shared.entry(found).or_default() += 1;
        }
        candidates.extend(shared.into_iter().map(|(found, shared)| {
            let all = view.content.len() + founds[found].content.len();
            Candidate { dice: (2 * shared) as f64 / all as f64, gold, found }
        }));
    }
    candidates.sort_unstable_by(|a, b| {
        b.dice.total_cmp(&a.dice).then((b.gold, b.found).cmp(&(a.gold, a.found)))
    });
    candidates
}

/// Pairs one to one, the first candidates first.
fn pair(candidates: &[Candidate], accept: impl Fn(&Candidate) -> bool) -> Vec<(usize, usize)> {
    let (mut golds, mut founds) = (HashSet::new(), HashSet::new());
    let mut pairs = Vec::new();
    for c in candidates {
        if !golds.contains(&c.gold) && !founds.contains(&c.found) && accept(c) {
            golds.insert(c.gold);
            founds.insert(c.found);
            pairs.push((c.gold, c.found));
        }
    }
    pairs
}

fn tokens(role: Role, golds: &[View<'_>], founds: &[View<'_>]) -> Counts {
    let all = |views: &[View<'_>]| {
        WordSet::collect(views.iter().flat_map(|v| v.part(role).words()).copied())
    };
    let (golds, founds) = (all(golds), all(founds));
    Counts::new(golds.shared(&founds), founds.len(), golds.len())
}

fn spans(role: Role, words: &Words, golds: &[View<'_>], founds: &[View<'_>]) -> Counts {
    let all = |views: &[View<'_>]| {
        let spans = views.iter().flat_map(|v| v.parts.part(role));
        let mut ranges: Vec<_> = spans.map(|s| words.range(*s)).collect();
        ranges.sort_unstable();
        ranges.dedup();
        ranges
    };
    let (golds, founds) = (all(golds), all(founds));
    Counts::new(shared(&golds, &founds), founds.len(), golds.len())
}

fn of_kind(
    kind: Kind,
    pairs: &[(usize, usize)],
    golds: &[View<'_>],
    founds: &[View<'_>],
) -> Counts {
    let all = |views: &[View<'_>]| views.iter().filter(|v| v.kind == kind).count();
    Counts {
        right: pairs.iter().filter(|(_, found)| founds[*found].kind == kind).count(),
        found: all(founds),
        recalled: pairs.iter().filter(|(gold, _)| golds[*gold].kind == kind).count(),
        gold: all(golds),
    }
}

/// What is not paired, and why; `near` has content that agrees with something on the other side.
fn faults(
    views: &[View<'_>],
    paired: &HashSet<usize>,
    near: &HashSet<usize>,
    others: &[View<'_>],
) -> Vec<(usize, Fault)> {
    let cues: HashSet<u32> = others.iter().flat_map(|v| v.cue.words()).copied().collect();
    let alone = views.iter().enumerate().filter(|(number, _)| !paired.contains(number));
    alone
        .map(|(number, view)| {
            let has_cue = || view.cue.words().iter().any(|w| cues.contains(w));
            let fault = match near.contains(&number) {
                true => Fault::Source,
                false if has_cue() => Fault::Content,
                false => Fault::Absent,
            };
            (number, fault)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    const TEXT: &str = "Ruddock said he supported the repair. “Debt,” he said, “is a tax.” \
        Slate questioned whether the estimate would hold. \
        Replacement would cost $11 million, Tull replied.";

    /// Pieces are parted by `|`, and looked for from `behind` on.
    fn marked(behind: &str, source: &str, cue: &str, content: &str) -> GoldAttribution {
        let from = TEXT.find(behind).unwrap();
        let spans = |pieces: &str| {
            let pieces = pieces.split('|').filter(|p| !p.is_empty());
            let start = |p: &str| from + TEXT[from..].find(p).unwrap();
            pieces.map(|p| Span::new(start(p), start(p) + p.len())).collect()
        };
        GoldAttribution { source: spans(source), cue: spans(cue), content: spans(content) }
    }

    fn compared(gold: Vec<GoldAttribution>, found: Vec<GoldAttribution>) -> Comparison {
        let article = GoldArticle { id: String::new(), text: TEXT.to_owned(), attributions: gold };
        let found = found.into_iter().map(|parts| Found { parts, ..Found::default() });
        compare(&article, &found.collect::<Vec<_>>())
    }

    fn sentences() -> Comparison {
        let whole = "whether the estimate would hold";
        let gold = vec![
            marked("Rud", "Ruddock", "said", "he supported the repair"),
            marked("“D", "he", "said", "“Debt,”|“is a tax.”"),
            marked("Slate", "Slate", "questioned", whole),
            marked("Repl", "Tull", "replied", "Replacement would cost $11 million"),
        ];
        let found = vec![
            marked("Rud", "Ruddock", "said", "he supported the repair."),
            marked("“D", "he", "said", "“Debt,”"),
            GoldAttribution { source: gold[0].source.clone(), ..gold[2].clone() },
            marked("Repl", "Tull", "replied", "would cost $11 million"),
            marked("Rud", "", "", "Ruddock"),
        ];
        compared(gold, found)
    }

    #[test]
    fn counts_by_hand() {
        let figures = sentences().figures;
        let counts = |measure| {
            let counts = figures.of(measure);
            [counts.right, counts.found, counts.recalled, counts.gold]
        };
        assert_eq!(counts(Measure::Token(Role::Source)), [3, 3, 3, 4]);
        assert_eq!(counts(Measure::Token(Role::Cue)), [4, 4, 4, 4]);
        assert_eq!(counts(Measure::Token(Role::Content)), [14, 15, 14, 18]);
        assert_eq!(counts(Measure::Span(Role::Source)), [3, 3, 3, 4]);
        assert_eq!(counts(Measure::Span(Role::Cue)), [4, 4, 4, 4]);
        assert_eq!(counts(Measure::Span(Role::Content)), [3, 5, 3, 5]);
        assert_eq!(counts(Measure::Relaxed), [2, 5, 2, 4]);
        assert_eq!(counts(Measure::Strict), [1, 5, 1, 4]);
        assert_eq!(counts(Measure::RelaxedOf(Kind::Direct)), [0, 1, 0, 1]);
        assert_eq!(counts(Measure::RelaxedOf(Kind::Mixed)), [0, 0, 0, 0]);
        assert_eq!(counts(Measure::RelaxedOf(Kind::Indirect)), [2, 4, 2, 3]);
    }

    #[test]
    fn faults_say_what_differs() {
        let comparison = sentences();
        assert_eq!(comparison.pairs, [(0, 0), (3, 3)]);
        assert_eq!(comparison.missed, [(1, Fault::Content), (2, Fault::Source)]);
        let extra = [(1, Fault::Content), (2, Fault::Source), (4, Fault::Absent)];
        assert_eq!(comparison.extra, extra);
    }

    #[test]
    fn the_best_content_is_paired() {
        let slate = |content| marked("Slate", "Slate", "questioned", content);
        let gold = vec![slate("the estimate would hold"), slate("whether the estimate")];
        let found = vec![slate("estimate would hold"), slate("the estimate would hold")];
        assert_eq!(compared(gold, found).pairs, [(0, 1)]);
    }

    #[test]
    fn parts_may_be_absent_on_both_sides() {
        let bare = || vec![marked("Repl", "", "replied", "")];
        let comparison = compared(bare(), bare());
        assert_eq!(comparison.pairs, [(0, 0)]);
        assert_eq!(comparison.figures.of(Measure::Strict), Counts::new(1, 1, 1));
        assert_eq!(compared(vec![], vec![]).figures, Figures::default());
    }
}
