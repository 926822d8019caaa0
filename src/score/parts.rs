//! The formulae of the parts, as pure functions of counts.

use crate::exact::{long_exp, long_ln};

/// How well a source is identified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sourced {
    /// Nobody, or nobody who could be found: credit 0.
    Unidentified,
    /// A group, a body or a document without a name: credit 0.4.
    Described,
    /// A person's name and no more: credit 0.85.
    Named,
    /// A name and a role; for bodies, documents and accounts the name is enough: credit 1.
    NamedWithRole,
}

impl Post {
    /// What its own words count for, of 100.
    pub(super) const WHOLE: u32 = 60;
    /// What its date counts for.
    pub(super) const DATED: u32 = 20;
    /// What a word on its account counts for.
    pub(super) const INTRODUCED: u32 = 20;
}

impl Sourced {
    /// What its words count for, 0 to 1.
    pub fn credit(self) -> f64 {
        match self {
            Self::Unidentified => 0.0,
            Self::Described => 0.4,
            Self::Named => 0.85,
            Self::NamedWithRole => 1.0,
        }
    }
}

/// A post that the article cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Post {
    /// Its own words are there: 60.
    pub whole: bool,
    /// So is its date: 20.
    pub dated: bool,
    /// The text says whose account it is: 20.
    pub introduced: bool,
}

/// Attribution, 0 to 100: the sourced share of claims, each weighed by its check-worthiness (0 to 1);
/// 100 where nothing asks to be checked.
///
/// ```
/// use onrecord::score::attribution;
/// assert_eq!(attribution([(0.9, true), (0.3, false)]), 75);
/// ```
pub fn attribution(claims: impl IntoIterator<Item = (f32, bool)>) -> u8 {
    let (mut sourced, mut all) = (0.0, 0.0);
    for (worth, is_sourced) in claims {
        let worth = f64::from(worth.max(0.0));
        all += worth;
        sourced += if is_sourced { worth } else { 0.0 };
    }
    if all > 0.0 { percent(sourced / all) } else { 100 }
}

/// Identification, 0 to 100: the mean credit of attributed words; 0 where there are none.
///
/// ```
/// use onrecord::score::{Sourced, identification};
/// assert_eq!(identification([(Sourced::NamedWithRole, 30), (Sourced::Unidentified, 10)]), 75);
/// ```
pub fn identification(words: impl IntoIterator<Item = (Sourced, u32)>) -> u8 {
    let (mut credit, mut all) = (0.0, 0.0);
    for (sourced, words) in words {
        credit += sourced.credit() * f64::from(words);
        all += f64::from(words);
    }
    if all > 0.0 { percent(credit / all) } else { 0 }
}

/// The effective number of sources that words are spread over: e to the power of the entropy of
/// their shares (Hill's number of order 1). Four sources with equal shares count as 4; 0 without words.
///
/// ```
/// use onrecord::score::effective_sources;
/// assert!((effective_sources(&[40, 40, 40, 40]) - 4.0).abs() < 1e-9);
/// assert!(effective_sources(&[97, 1, 1, 1]) < 1.3);
/// ```
pub fn effective_sources(words: &[u32]) -> f64 {
    let all: f64 = words.iter().map(|&w| f64::from(w)).sum();
    if all == 0.0 {
        return 0.0;
    }
    let shares = words.iter().filter(|&&w| w > 0).map(|&w| f64::from(w) / all);
    long_exp(shares.map(|share| -share * long_ln(share)).sum())
}

/// Diversity, 0 to 100: 0 without sources, 10 with one effective source, a straight line up to 100
/// with five or more.
///
/// ```
/// use onrecord::score::diversity;
/// assert_eq!([0.0, 1.0, 3.0, 5.0, 9.0].map(diversity), [0, 10, 55, 100, 100]);
/// ```
pub fn diversity(effective_sources: f64) -> u8 {
    if effective_sources <= 0.0 {
        return 0;
    }
    percent(0.1 + 0.9 * (effective_sources.max(1.0) - 1.0) / 4.0)
}

/// Directness, 0 to 100: twice the share of attributed words that are verbatim; 0 without any. Half is
/// the most that is asked for, because paraphrase has its place.
///
/// ```
/// use onrecord::score::directness;
/// assert_eq!([directness(0, 80), directness(20, 80), directness(60, 80)], [0, 50, 100]);
/// ```
pub fn directness(verbatim: u32, attributed: u32) -> u8 {
    if attributed == 0 { 0 } else { percent(2.0 * f64::from(verbatim) / f64::from(attributed)) }
}

/// How many words a claim of weight 1 counts as, whatever its length: so no evaluation dilutes another.
const FRAMED_WORDS: f64 = 15.0;

/// Neutrality, 0 to 100: 100 × e^(−d/2), where d is the weight of framing (0 to 1 a span) per 100 words in the
/// writer's voice: those of claims that nothing frames, and 15 for each unit of framing. One strong span beside 85
/// plain words leaves 61, three leave 22 beside 55.
///
/// ```
/// use onrecord::score::neutrality;
/// assert_eq!([neutrality(0.0, 100), neutrality(1.0, 85), neutrality(3.0, 55)], [100, 61, 22]);
/// ```
pub fn neutrality(framing: f32, plain_words: usize) -> u8 {
    let framing = f64::from(framing.max(0.0));
    let words = plain_words as f64 + FRAMED_WORDS * framing;
    let density = if framing > 0.0 { 100.0 * framing / words } else { 0.0 };
    percent(long_exp(-density / 2.0))
}

/// Citations, 0 to 100: the mean over posts of 60 for its words, 20 for its date and 20 for a word on
/// whose account it is; 100 where there are no posts.
///
/// ```
/// use onrecord::score::{Post, citations};
/// assert_eq!(citations([Post { whole: false, dated: true, introduced: false }]), 20);
/// assert_eq!(citations([]), 100);
/// ```
pub fn citations(posts: impl IntoIterator<Item = Post>) -> u8 {
    let (mut sum, mut count) = (0u32, 0u32);
    for post in posts {
        sum += Post::WHOLE * u32::from(post.whole)
            + Post::DATED * u32::from(post.dated)
            + Post::INTRODUCED * u32::from(post.introduced);
        count += 1;
    }
    if count == 0 { 100 } else { percent(f64::from(sum) / f64::from(count) / 100.0) }
}

/// A share as a whole percentage, kept within 0 and 100.
fn percent(share: f64) -> u8 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u8
}
