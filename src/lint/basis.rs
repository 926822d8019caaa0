//! What the rules and the score both stand on, computed once a review.

use super::{Ledger, account};
use crate::Review;

/// Who answers for which words, and which posts are introduced.
#[derive(Debug, Clone)]
pub(crate) struct Basis {
    /// For every attribution and token, who answers for which words.
    pub(crate) ledger: Ledger,
    /// For every post, whether the text outside posts names its account.
    pub(crate) introduced: Vec<bool>,
}

impl Basis {
    /// Reads a review once.
    pub(crate) fn of(review: &Review<'_>) -> Self {
        Self { ledger: Ledger::new(review), introduced: account::introduced(review) }
    }
}
