//! Loaded cue verbs: the writer doubts, accuses, vouches, praises or strikes by the choice of a verb.

use super::{Found, Rule};
use crate::article::Article;
use crate::{Act, Attribution, Production, Stance};

/// The cues that colour what they introduce, in the order of the text.
pub(super) fn coloured(article: &Article<'_>, attributions: &[Attribution]) -> Vec<Found> {
    let mut found: Vec<Found> = attributions.iter().filter_map(|a| colour(article, a)).collect();
    found.sort_by_key(|f| f.tokens.start);
    found
}

/// The plain words for praise and blame: nothing milder says the same.
pub(crate) fn is_plain(lemma: &str) -> bool {
    matches!(lemma, "praise" | "denounce" | "condemn" | "boo")
}

fn colour(article: &Article<'_>, attribution: &Attribution) -> Option<Found> {
    let by_verb = !matches!(
        attribution.production,
        Production::NounCue | Production::AdjectiveCue | Production::Phrase
    );
    let cue = attribution.cue.as_ref().filter(|_| by_verb)?;
    if is_plain(&cue.lemma) {
        return None;
    }
    let (rule, weight) = match (cue.stance, attribution.act) {
        (Stance::Attack, _) => (Rule::AttackVerb, 0.45),
        (Stance::Praise, _) => (Rule::PraiseVerb, 0.3),
        (Stance::Doubting, Act::Statement) => (Rule::DoubtingVerb, 0.4),
        (Stance::Guilt, Act::Statement) => (Rule::GuiltVerb, 0.26),
        (Stance::Factive, Act::Statement) => (Rule::FactiveVerb, 0.15),
        _ => return None,
    };
    let tokens = article.document.tokens_in(cue.span);
    (!tokens.is_empty() && !article.document.quotes(cue.span)).then_some(Found {
        tokens,
        rule,
        weight,
        composed: true,
    })
}
