//! Grounds: what takes points off a score, and where it stands.

use super::parts::{Post, Sourced};
use super::{Measured, Part};
use crate::claim::{FramingCategory, Ground as ClaimGround};
use crate::{Claim, Kind, Review, Span, Voice};
use std::collections::BTreeMap;

/// Why points are missing from the overall score.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    /// The part that it lowers.
    pub part: Part,
    /// Points of the overall score that it costs, below 0. What costs less than half a point is no ground: the points of
    /// all grounds and the overall score make 100, but for that and for rounding.
    pub points: f32,
    /// What it is: "9 predictions without a source".
    pub message: String,
    /// The words that it is about, in order; none where the article as a whole is meant.
    pub spans: Vec<Span>,
}

/// Grounds that cost less are not listed.
const LEAST: f64 = 0.5;

/// One reason within a part: how much of the part's loss it bears, in any unit, and where.
struct Cause {
    share: f64,
    message: String,
    spans: Vec<Span>,
}

/// The grounds of a score, the gravest first; `lost` is what each part takes off the overall score.
pub(super) fn grounds(
    review: &Review<'_>,
    measured: &Measured,
    lost: &[(Part, f64)],
) -> Vec<Ground> {
    let mut found = Vec::new();
    for &(part, points) in lost {
        let causes = match part {
            Part::Attribution => unsourced(&review.claims),
            Part::Identification => unidentified(review, measured),
            Part::Diversity => few_sources(review, measured),
            Part::Directness => paraphrase(review, measured),
            Part::Neutrality => framing(&review.claims),
            Part::Citations => posts(&measured.posts),
        };
        let all: f64 = causes.iter().map(|c| c.share).sum();
        for cause in causes {
            let points = points * cause.share / all.max(f64::MIN_POSITIVE);
            if points >= LEAST {
                let Cause { message, spans, .. } = cause;
                found.push(Ground { part, points: -points as f32, message, spans });
            }
        }
    }
    found.sort_by(|a, b| a.points.total_cmp(&b.points).then(a.part.cmp(&b.part)));
    found
}

/// What an unsourced claim is, the first that fits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unsourced {
    Prediction,
    Evaluation,
    Figure,
    Statement,
}

impl Unsourced {
    fn of(claim: &Claim) -> Self {
        let predicts = |f: &crate::Framing| f.category == FramingCategory::Prediction;
        match claim.voice {
            _ if claim.framing.iter().any(predicts) => Self::Prediction,
            Voice::Editorial => Self::Evaluation,
            _ if claim.grounds.holds(ClaimGround::Number) => Self::Figure,
            _ => Self::Statement,
        }
    }

    /// `2 predictions without a source`
    fn message(self, n: usize) -> String {
        let (noun, lack) = match self {
            Self::Prediction => ("prediction", "without a source"),
            Self::Evaluation => ("evaluation", "without a source"),
            Self::Figure => ("statement", "with a figure and no source"),
            Self::Statement => ("statement", "without a source"),
        };
        format!("{} {lack}", count(n, noun))
    }
}

/// Claims without a source, by what they are, each weighed by its check-worthiness.
fn unsourced(claims: &[Claim]) -> Vec<Cause> {
    let mut kinds: BTreeMap<Unsourced, (f64, Vec<Span>)> = BTreeMap::new();
    for claim in claims.iter().filter(|c| c.voice != Voice::Sourced && c.check_worthiness > 0.0) {
        let (worth, spans) = kinds.entry(Unsourced::of(claim)).or_default();
        *worth += f64::from(claim.check_worthiness);
        spans.push(claim.span);
    }
    let cause = |(kind, (share, spans)): (Unsourced, (f64, Vec<Span>))| Cause {
        share,
        message: kind.message(spans.len()),
        spans,
    };
    kinds.into_iter().map(cause).collect()
}

/// Attributed words whose source is not identified in full, by how well it is.
fn unidentified(review: &Review<'_>, measured: &Measured) -> Vec<Cause> {
    let mut kinds: BTreeMap<Sourced, (u32, Vec<Span>)> = BTreeMap::new();
    for (attribution, &(sourced, words)) in review.attributions.iter().zip(&measured.credits) {
        if words > 0 && sourced != Sourced::NamedWithRole {
            let (sum, spans) = kinds.entry(sourced).or_default();
            *sum += words;
            spans.push(attribution.source.map_or(attribution.content[0], |s| s.span));
        }
    }
    if measured.attributed == 0 {
        return vec![whole("no words are attributed to a source")];
    }
    let cause = |(sourced, (words, spans)): (Sourced, (u32, Vec<Span>))| {
        let of = match sourced {
            Sourced::Unidentified => "of sources that nobody can identify",
            Sourced::Described => "of bodies and documents without a name",
            Sourced::Named | Sourced::NamedWithRole => "of people named without a role",
        };
        let message = format!("{} {of}", count(words as usize, "word"));
        Cause { share: f64::from(words) * (1.0 - sourced.credit()), message, spans }
    };
    kinds.into_iter().map(cause).collect()
}

fn few_sources(review: &Review<'_>, measured: &Measured) -> Vec<Cause> {
    let Some(most) = measured.most else { return vec![whole("no source speaks")] };
    let message =
        format!("the words come from {:.1} sources in effect; five would do", measured.sources);
    let of_most = review.attributions.iter().filter_map(|a| a.source);
    let spans = of_most.filter(|s| s.entity == Some(most)).map(|s| s.span).collect();
    vec![Cause { share: 1.0, message, spans }]
}

fn paraphrase(review: &Review<'_>, measured: &Measured) -> Vec<Cause> {
    if measured.attributed == 0 {
        return vec![whole("no words are attributed to a source")];
    }
    let percent = 100.0 * f64::from(measured.verbatim) / f64::from(measured.attributed);
    let message = format!("{percent:.0} % of the attributed words are verbatim; half would do");
    let indirect = review.attributions.iter().filter(|a| a.kind == Kind::Indirect);
    let spans = indirect.filter_map(|a| a.content.first().copied()).collect();
    vec![Cause { share: 1.0, message, spans }]
}

/// Framing by category, weighed.
fn framing(claims: &[Claim]) -> Vec<Cause> {
    let mut kinds: BTreeMap<FramingCategory, (f64, Vec<Span>)> = BTreeMap::new();
    for framing in claims.iter().flat_map(|c| &c.framing) {
        let (weight, spans) = kinds.entry(framing.category).or_default();
        *weight += f64::from(framing.weight);
        spans.push(framing.span);
    }
    let cause = |(category, (share, spans)): (FramingCategory, (f64, Vec<Span>))| {
        let message = format!("{} of framing: {}", count(spans.len(), "place"), what(category));
        Cause { share, message, spans }
    };
    kinds.into_iter().map(cause).collect()
}

/// What framing of a category does, in a word or two.
fn what(category: FramingCategory) -> &'static str {
    match category {
        FramingCategory::Significance => "significance",
        FramingCategory::Motive => "imputed motives",
        FramingCategory::Prediction => "predictions",
        FramingCategory::Peacock => "praise",
        FramingCategory::Label => "labels",
        FramingCategory::Adverb => "comment by adverb",
        FramingCategory::Intensifier => "intensifiers",
        FramingCategory::Presupposition => "things taken for granted",
        FramingCategory::Loaded => "loaded words",
        FramingCategory::Weasel => "weasel words",
        FramingCategory::Doubt => "doubt",
        FramingCategory::Cause => "implied causes",
        FramingCategory::Question => "questions to the reader",
        FramingCategory::Person => "the writer’s own person",
        FramingCategory::Cue => "loaded verbs of speech",
    }
}

/// What may be wrong with a post: whether it is, what that costs, and how it is told.
type Fault = (fn(&Post) -> bool, u32, &'static str);

fn posts(posts: &[(Span, Post)]) -> Vec<Cause> {
    let faults: [Fault; 3] = [
        (|p| !p.whole, Post::WHOLE, "whose words are gone"),
        (|p| !p.dated, Post::DATED, "without a date"),
        (|p| !p.introduced, Post::INTRODUCED, "whose account is not introduced"),
    ];
    let cause = |(fault, points, what): Fault| {
        let faulty = posts.iter().filter(|(_, post)| fault(post));
        let spans: Vec<Span> = faulty.map(|(span, _)| *span).collect();
        let share = f64::from(points) * spans.len() as f64;
        Cause { share, message: format!("{} {what}", count(spans.len(), "post")), spans }
    };
    faults.map(cause).into_iter().filter(|c| !c.spans.is_empty()).collect()
}

/// A cause that has no place.
fn whole(message: &str) -> Cause {
    Cause { share: 1.0, message: message.to_owned(), spans: Vec::new() }
}

/// `1 post`, `2 posts`.
fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Checker;
    use crate::embed::Embed;

    #[test]
    fn a_player_before_a_post_is_not_taken_for_it() {
        let story = "The pier burned in May and the town lost nine boats. ".repeat(12);
        let text = format!(
            "{story}\n\nhttps://www.youtube.com/watch?v=abcdefghijk\n\n{story}\n\n\
             — Ledger Watch 9 (@LedgerWatch9) March 4, 2025\n\n{story}"
        );
        let review = Checker::default().review(&text);
        let players: Vec<bool> = review.embeds.iter().map(Embed::is_player).collect();
        assert_eq!(players, [true, false]);
        let grounds = review.score.grounds.iter().filter(|g| g.part == Part::Citations);
        let found: Vec<_> = grounds.map(|g| (g.message.as_str(), g.spans.as_slice())).collect();
        assert_eq!(found[0], ("1 post whose words are gone", &[review.embeds[1].span][..]));
    }
}
