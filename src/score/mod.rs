//! The score: six parts, each 0 to 100, and their weighted mean.
//!
//! | part | what it measures | formula |
//! | --- | --- | --- |
//! | attribution | check-worthy claims that have a source | 100 × Σ check-worthiness of sourced claims / Σ check-worthiness |
//! | identification | attributed words whose source is identified | 100 × Σ words × credit / Σ words ([`identification`]) |
//! | diversity | how many sources the words are spread over | 10 at one effective source, 100 at five ([`diversity`]) |
//! | directness | attributed words that are verbatim | 100 at half of them ([`directness`]) |
//! | neutrality | freedom from framing in the writer's voice | 100 × e^(−d/2), d = framing weight per 100 words ([`neutrality`]) |
//! | citations | posts that are whole, dated, introduced | mean of 60 + 20 + 20 a post ([`citations`]) |
//!
//! Diversity counts what sources say, know or judge; what they want or order does not tell who told the
//! writer.
//!
//! The overall score weighs attribution 30, identification 20, neutrality 20, diversity 15, directness
//! 10 and citations 5. An article without posts has 100 for citations, and the part does not count. An
//! article of fewer than [`SHORTEST`] words has no overall score: one sentence would decide it.
//!
//! The score measures how well an article shows its sources, never whether it is true.

mod parts;

pub use parts::{
    Post, Sourced, attribution, citations, directness, diversity, effective_sources,
    identification, neutrality,
};

use crate::lint::{self, Ledger};
use crate::{Claim, Review, SourceClass, Voice};
use serde::Serialize;

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

/// The score of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Score {
    /// Weighted mean of the parts, 0 to 100; none where the text is too short to score.
    pub overall: Option<u8>,
    /// The parts.
    pub parts: Parts,
}

/// An article of fewer words has no overall score.
pub const SHORTEST: usize = 100;

/// The score of a review, from its attributions, entities, claims, posts and diagnostics.
///
/// ```
/// let review = onrecord::Checker::default().review("The bridge is closed.");
/// let score = onrecord::score::of(&review);
/// assert_eq!(score.overall, None);
/// assert_eq!(score.parts.neutrality, 100);
/// ```
pub fn of(review: &Review<'_>) -> Score {
    let ledger = Ledger::new(review);
    let (words, verbatim) = (total(&ledger.words), total(&ledger.verbatim));
    let spread: Vec<u32> = ledger.spoken(review).iter().map(|s| s.words).collect();
    let claims = review.claims.iter();
    let parts = Parts {
        attribution: attribution(claims.map(|c| (c.check_worthiness, c.voice == Voice::Sourced))),
        identification: identification(credits(review, &ledger)),
        diversity: diversity(effective_sources(&spread)),
        directness: directness(verbatim, words),
        neutrality: neutrality(framing(&review.claims), own_words(review, &ledger)),
        citations: citations(posts(review)),
    };
    Score { overall: overall(&parts, review.stats.words, review.embeds.is_empty()), parts }
}

/// The weighted mean; citations count only where there are posts.
fn overall(parts: &Parts, words: usize, without_posts: bool) -> Option<u8> {
    let weighted = [
        (30.0, parts.attribution),
        (20.0, parts.identification),
        (20.0, parts.neutrality),
        (15.0, parts.diversity),
        (10.0, parts.directness),
        (if without_posts { 0.0 } else { 5.0 }, parts.citations),
    ];
    let weights: f64 = weighted.iter().map(|(weight, _)| weight).sum();
    let sum: f64 = weighted.iter().map(|(weight, part)| weight * f64::from(*part)).sum();
    (words >= SHORTEST).then_some((sum / weights).round() as u8)
}

/// Words in the voice of the writer: all that no attribution's content holds.
fn own_words(review: &Review<'_>, ledger: &Ledger) -> usize {
    let tokens = review.document().tokens.iter().zip(&ledger.attributed);
    tokens.filter(|(token, attributed)| token.kind.is_word() && !**attributed).count()
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

fn posts<'a>(review: &'a Review<'_>) -> impl Iterator<Item = Post> + 'a {
    let introduced = lint::introduced(review);
    review.embeds.iter().zip(introduced).map(|(embed, introduced)| Post {
        whole: !embed.orphan && embed.body.is_some(),
        dated: embed.date.is_some() || embed.posted().is_some(),
        introduced,
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
        assert_eq!(overall(&parts, 400, true), Some(32));
        assert_eq!(overall(&parts, 400, false), Some(30));
        assert_eq!(overall(&parts, 99, true), None);
    }
}
