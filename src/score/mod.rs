//! The score: six parts, each 0 to 100, and their weighted mean.
//!
//! | part | what it measures | formula |
//! | --- | --- | --- |
//! | attribution | check-worthy claims that have a source | 100 × Σ check-worthiness of sourced claims / Σ check-worthiness |
//! | identification | attributed words whose source is identified | 100 × Σ words × credit / Σ words ([`identification`]) |
//! | diversity | how many sources the words are spread over | 10 at one effective source, 100 at five ([`diversity`]) |
//! | directness | attributed words that are verbatim | 100 at half of them ([`directness`]) |
//! | neutrality | freedom from framing in the writer's voice | 100 × e^(−d/2), d = framing weight per 100 of the writer's words ([`neutrality`]) |
//! | citations | posts that are whole, dated, introduced | mean of 60 + 20 + 20 a post ([`citations`]) |
//!
//! Diversity counts what sources say, know or judge; what they want or order does not tell who told the
//! writer.
//!
//! The overall score weighs attribution 30, identification 20, neutrality 20, diversity 15, directness
//! 10 and citations 5. An article without posts has 100 for citations, and the part does not count. An
//! article of fewer than [`SHORTEST`] words has no score: one sentence would decide it. What keeps a score
//! from 100 is listed as its [`Ground`]s.
//!
//! The score measures how well an article shows its sources, never whether it is true.

mod ground;
mod parts;

pub use ground::Ground;
pub use parts::{
    Post, Sourced, attribution, citations, directness, diversity, effective_sources,
    identification, neutrality,
};

use crate::lint::{Basis, Ledger};
use crate::{Claim, EntityId, Review, SourceClass, Span, Voice};
use serde::Serialize;

/// A part of the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Part {
    /// Check-worthy claims that have a source.
    Attribution,
    /// Attributed words whose source is named.
    Identification,
    /// How many sources the attributed words are spread over.
    Diversity,
    /// Attributed words that are verbatim.
    Directness,
    /// Freedom from framing in the writer's voice.
    Neutrality,
    /// Embedded posts that are whole, dated and introduced.
    Citations,
}

impl Part {
    /// Every part, in the order in which they are told.
    pub const ALL: [Part; 6] = [
        Part::Attribution,
        Part::Identification,
        Part::Diversity,
        Part::Directness,
        Part::Neutrality,
        Part::Citations,
    ];

    /// Its name, as JSON and the command line write it.
    ///
    /// ```
    /// assert_eq!(onrecord::score::Part::Neutrality.as_str(), "neutrality");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Attribution => "attribution",
            Self::Identification => "identification",
            Self::Diversity => "diversity",
            Self::Directness => "directness",
            Self::Neutrality => "neutrality",
            Self::Citations => "citations",
        }
    }

    /// How much it counts in the overall score.
    fn weight(self) -> f64 {
        match self {
            Self::Attribution => 30.0,
            Self::Identification | Self::Neutrality => 20.0,
            Self::Diversity => 15.0,
            Self::Directness => 10.0,
            Self::Citations => 5.0,
        }
    }
}

/// The parts of a score, each 0 to 100; higher is better sourced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Parts {
    /// Check-worthy claims that have a source.
    pub attribution: u8,
    /// Attributed words whose source is named.
    pub identification: u8,
    /// How many sources the attributed words are spread over.
    pub diversity: u8,
    /// Attributed words that are verbatim.
    pub directness: u8,
    /// Freedom from framing in the writer's voice.
    pub neutrality: u8,
    /// Embedded posts that are whole, dated and introduced.
    pub citations: u8,
}

impl Parts {
    /// A part's value, 0 to 100.
    pub fn get(&self, part: Part) -> u8 {
        match part {
            Part::Attribution => self.attribution,
            Part::Identification => self.identification,
            Part::Diversity => self.diversity,
            Part::Directness => self.directness,
            Part::Neutrality => self.neutrality,
            Part::Citations => self.citations,
        }
    }
}

/// The score of an article.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Score {
    /// Weighted mean of the parts, 0 to 100; none where the text is too short to score.
    pub overall: Option<u8>,
    /// The parts; none where the text is too short to score.
    pub parts: Option<Parts>,
    /// What keeps the overall score from 100, the gravest first.
    pub grounds: Vec<Ground>,
}

/// An article of fewer words has no score.
pub const SHORTEST: usize = 100;

/// The score of a review, from its attributions, entities, claims, posts and diagnostics.
///
/// ```
/// use onrecord::{Checker, score};
/// let checker = Checker::default();
/// let short = checker.review("The bridge is closed.");
/// assert_eq!(score::of(&short).overall, None);
/// assert_eq!(score::of(&short).parts, None);
///
/// let text = "The pier burned in May and the town lost nine boats. ".repeat(12);
/// let score = score::of(&checker.review(&text));
/// assert_eq!(score.parts.map(|p| p.attribution), Some(0));
/// assert!(score.grounds.iter().all(|g| g.points < 0.0));
/// ```
pub fn of(review: &Review<'_>) -> Score {
    of_basis(review, &Basis::of(review))
}

/// The score of a review whose basis is known.
pub(crate) fn of_basis(review: &Review<'_>, basis: &Basis) -> Score {
    if review.stats.words < SHORTEST {
        return Score::default();
    }
    let measured = Measured::new(review, basis);
    let claims = review.claims.iter();
    let parts = Parts {
        attribution: attribution(claims.map(|c| (c.check_worthiness, c.voice == Voice::Sourced))),
        identification: identification(measured.credits.iter().copied()),
        diversity: diversity(measured.sources),
        directness: directness(measured.verbatim, measured.attributed),
        neutrality: neutrality(framing(&review.claims), measured.plain_words),
        citations: citations(measured.posts.iter().map(|(_, post)| *post)),
    };
    let weights = weights(measured.posts.is_empty());
    let overall = overall(&parts, &weights);
    let lost = weights.map(|(part, weight)| (part, weight * f64::from(100 - parts.get(part))));
    let grounds = ground::grounds(review, &measured, &lost);
    Score { overall: Some(overall), parts: Some(parts), grounds }
}

/// What the parts are computed from, measured once.
struct Measured {
    /// How well the source of each attribution is identified, with its words.
    credits: Vec<(Sourced, u32)>,
    /// Attributed words, and those of them that are verbatim.
    attributed: u32,
    verbatim: u32,
    /// Effective number of sources.
    sources: f64,
    /// Who says most.
    most: Option<EntityId>,
    /// Words of the writer's in claims without framing.
    plain_words: usize,
    /// The posts that are cited, each with its place.
    posts: Vec<(Span, Post)>,
}

impl Measured {
    fn new(review: &Review<'_>, basis: &Basis) -> Self {
        let ledger = &basis.ledger;
        let spread: Vec<u32> = ledger.spoken(review).iter().map(|s| s.words).collect();
        let most = review.entities.iter().zip(&spread).max_by_key(|(_, words)| **words);
        Self {
            credits: credits(review, ledger).collect(),
            attributed: total(&ledger.words),
            verbatim: total(&ledger.verbatim),
            sources: effective_sources(&spread),
            most: most.filter(|(_, words)| **words > 0).map(|(entity, _)| entity.id),
            plain_words: plain_words(review, ledger),
            posts: posts(review, &basis.introduced).collect(),
        }
    }
}

/// The parts' shares in the overall score, which make 1; citations count only where there are posts.
fn weights(without_posts: bool) -> [(Part, f64); 6] {
    let weight = |part: Part| match part {
        Part::Citations if without_posts => 0.0,
        _ => part.weight(),
    };
    let all: f64 = Part::ALL.iter().map(|p| weight(*p)).sum();
    Part::ALL.map(|part| (part, weight(part) / all))
}

/// The weighted mean.
fn overall(parts: &Parts, weights: &[(Part, f64); 6]) -> u8 {
    let sum: f64 = weights.iter().map(|(p, weight)| weight * f64::from(parts.get(*p))).sum();
    sum.round() as u8
}

/// Words in the voice of the writer, in claims that nothing frames: all that nobody is cited with.
fn plain_words(review: &Review<'_>, ledger: &Ledger) -> usize {
    let document = review.document();
    let plain = review.claims.iter().filter(|c| c.framing.is_empty());
    let own = |i: &usize| {
        let token = &document.tokens[*i];
        token.kind.is_word() && !token.quoted && !ledger.attributed[*i]
    };
    plain.map(|c| document.tokens_in(c.span).range().filter(own).count()).sum()
}

fn framing(claims: &[Claim]) -> f32 {
    claims.iter().flat_map(|c| &c.framing).map(|f| f.weight).sum()
}

/// How well the source of each attribution is identified, with its words.
fn credits<'a>(
    review: &'a Review<'_>,
    ledger: &'a Ledger,
) -> impl Iterator<Item = (Sourced, u32)> + 'a {
    review.attributions.iter().zip(&ledger.words).map(|(attribution, &words)| {
        let sourced = match review.entity_of(attribution) {
            None => Sourced::Unidentified,
            Some(entity) => match (entity.class, entity.name.is_some(), entity.role.is_some()) {
                (_, false, _) if entity.anonymous => Sourced::Unidentified,
                (SourceClass::Person, true, false) => Sourced::Named,
                (_, true, _) => Sourced::NamedWithRole,
                (SourceClass::Group | SourceClass::Organization | SourceClass::Document, ..) => {
                    Sourced::Described
                }
                _ => Sourced::Unidentified,
            },
        };
        (sourced, words)
    })
}

/// The posts that are cited, each with its place; players cite nothing.
fn posts<'a>(
    review: &'a Review<'_>,
    introduced: &'a [bool],
) -> impl Iterator<Item = (Span, Post)> + 'a {
    let cited = review.embeds.iter().zip(introduced).filter(|(embed, _)| !embed.is_player());
    cited.map(|(embed, &introduced)| {
        let whole = !embed.orphan && embed.body.is_some();
        let dated = embed.date.is_some() || embed.posted().is_some();
        (embed.span, Post { whole, dated, introduced })
    })
}

fn total(counts: &[u32]) -> u32 {
    counts.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_count_only_where_there_are_any() {
        let parts = Parts { citations: 0, attribution: 100, ..Parts::default() };
        assert_eq!(overall(&parts, &weights(true)), 32);
        assert_eq!(overall(&parts, &weights(false)), 30);
    }
}
