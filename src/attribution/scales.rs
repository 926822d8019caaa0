//! Weighs the proposals of a decision.

use super::explain::Step;
use super::features::Features;
use super::weights::Weights;
use crate::exact::{exp, logistic};

/// Memory that is used again from decision to decision.
#[derive(Default)]
pub(super) struct Scales {
    features: Features,
    scores: Vec<f32>,
    explaining: bool,
}

/// A proposal, as its decision weighed it.
#[derive(Debug, Clone)]
pub(super) struct Weighed<T> {
    pub(super) what: T,
    /// How likely it is, 0 to 1.
    pub(super) share: f32,
    /// What it weighed, where somebody wants to know.
    pub(super) step: Option<Step>,
}

/// The likeliest proposal, and the next.
pub(super) struct Picks<T> {
    pub(super) best: Weighed<T>,
    pub(super) other: Option<Weighed<T>>,
}

impl Scales {
    /// Scales that keep what each proposal weighed.
    pub(super) fn explaining() -> Self {
        Self { explaining: true, ..Self::default() }
    }

    /// The likeliest of `count` proposals under softmax, by their numbers; of equals the first.
    pub(super) fn weigh(
        &mut self,
        weights: &Weights,
        count: usize,
        ask: impl Fn(&mut Features, usize),
    ) -> Option<Picks<usize>> {
        self.scores.clear();
        for i in 0..count {
            ask(&mut self.features, i);
            self.scores.push(weights.score(&self.features));
        }
        let (best, next) = first_two(&self.scores)?;
        let top = self.scores[best];
        let sum: f32 = self.scores.iter().map(|s| exp(s - top)).sum();
        let mut pick = |what: usize| {
            let share = exp(self.scores[what] - top) / sum;
            let step = self.explaining.then(|| {
                ask(&mut self.features, what);
                step(weights, &self.features, share)
            });
            Weighed { what, share, step }
        };
        Some(Picks { best: pick(best), other: next.map(pick) })
    }

    /// How likely the answer to a question is yes.
    pub(super) fn likely(
        &mut self,
        weights: &Weights,
        ask: impl FnOnce(&mut Features),
    ) -> Weighed<()> {
        ask(&mut self.features);
        let share = logistic(weights.score(&self.features));
        let step = self.explaining.then(|| step(weights, &self.features, share));
        Weighed { what: (), share, step }
    }
}

impl<T> Picks<T> {
    /// A proposal without a rival.
    pub(super) fn only(what: T) -> Self {
        Self { best: Weighed { what, share: 1.0, step: None }, other: None }
    }

    pub(super) fn map<U>(self, of: impl Fn(T) -> U) -> Picks<U> {
        let map = |Weighed { what, share, step }| Weighed { what: of(what), share, step };
        Picks { best: map(self.best), other: self.other.map(map) }
    }

    /// The best one, and the other where it is at least so likely.
    pub(super) fn some(&self, least: f32) -> impl Iterator<Item = &Weighed<T>> {
        let other = self.other.iter().filter(move |other| other.share >= least);
        std::iter::once(&self.best).chain(other)
    }
}

fn step(weights: &Weights, features: &Features, sure: f32) -> Step {
    Step { decision: features.decision(), sure, features: weights.contributions(features) }
}

/// The places of the best score and of the next; of equals the first.
fn first_two(scores: &[f32]) -> Option<(usize, Option<usize>)> {
    let best_but = |not: Option<usize>| {
        let mut best = None;
        for (i, &score) in scores.iter().enumerate() {
            if Some(i) != not && best.is_none_or(|b: usize| score > scores[b]) {
                best = Some(i);
            }
        }
        best
    };
    let best = best_but(None)?;
    Some((best, best_but(Some(best))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_equals_is_best() {
        assert_eq!(first_two(&[]), None);
        assert_eq!(first_two(&[0.5]), Some((0, None)));
        assert_eq!(first_two(&[0.5, 2.0, 2.0]), Some((1, Some(2))));
        assert_eq!(first_two(&[2.0, 0.5, 1.0]), Some((0, Some(2))));
    }
}
