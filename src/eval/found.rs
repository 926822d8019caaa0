//! What was found in an article: by a checker just now, or in reviews written before.

use super::record::records;
use super::{EvalError, GoldArticle, GoldAttribution};
use crate::{Attribution, Production, Review};
use std::collections::HashMap;
use std::path::PathBuf;

/// One attribution to be compared with gold.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Its spans, in bytes.
    pub parts: GoldAttribution,
    /// The lemma of its cue, where it has one.
    pub lemma: Option<String>,
    /// The shape in which it was found, where that is known.
    pub production: Option<Production>,
    /// 0 to 1, where that is known.
    pub confidence: Option<f32>,
}

impl From<&Attribution> for Found {
    fn from(attribution: &Attribution) -> Self {
        Self {
            parts: attribution.into(),
            lemma: attribution.cue.as_ref().map(|c| c.lemma.clone()),
            production: Some(attribution.production),
            confidence: Some(attribution.confidence),
        }
    }
}

impl Found {
    /// All attributions of a review.
    pub fn all(review: &Review<'_>) -> Vec<Self> {
        review.attributions.iter().map(Self::from).collect()
    }
}

/// Reads what reviews in JSON Lines found in some articles, in the order of the articles.
///
/// Articles and reviews are paired by `id`; of several reviews of an article the last counts, and an
/// article without one counts as empty. The form of [gold](super::gold::read) will do too.
///
/// # Errors
/// A file that cannot be read, or a line that is not what its format says.
pub fn read_reviews(
    paths: &[PathBuf],
    articles: &[GoldArticle],
) -> Result<Vec<Vec<Found>>, EvalError> {
    let places: HashMap<&str, usize> =
        articles.iter().enumerate().map(|(i, a)| (a.id.as_str(), i)).collect();
    let mut found = vec![Vec::new(); articles.len()];
    for path in paths {
        for line in records(path)? {
            let (number, record) = line?;
            let place = record.id.as_deref().and_then(|id| places.get(id));
            let Some(&place) = place else { continue };
            let rows = record.rows(&articles[place].text);
            let rows = rows.map_err(|what| EvalError::malformed(path, number, what))?;
            found[place] = rows.unwrap_or_default();
        }
    }
    Ok(found)
}
