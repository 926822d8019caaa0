//! What is learned for attributions, and how much of it a review uses.

use super::weights::Weights;
use crate::grammar::row::Rows;
use crate::net::hint::Hints;
use crate::net::{Net, Reading};
use crate::weights::{Parts, WeightsError};

/// What a review takes to read attributions.
///
/// ```
/// use onrecord::{Checker, Mode, Settings};
/// let settings = Settings { mode: Mode::Fast, ..Settings::default() };
/// let review = Checker::new(settings).review("“It is old,” said Ann Orr, the mayor.");
/// assert_eq!(review.attributions.len(), 1);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Mode {
    /// The net reads every paragraph, and the decisions know what it says.
    #[default]
    Full,
    /// The grammar and linear weights alone: about three times as fast, and not as good.
    Fast,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Full, Self::Fast];

    /// Its name in settings.
    ///
    /// ```
    /// assert_eq!(onrecord::Mode::Fast.as_str(), "fast");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Fast => "fast",
        }
    }
}

/// The net, and the weights of the decisions with and without it.
#[derive(Debug)]
pub(crate) struct Reader {
    fast: Weights,
    net: Net,
    full: Weights,
}

impl Reader {
    /// What is compiled in.
    pub(crate) fn shipped() -> Result<Self, WeightsError> {
        Self::with(Parts::shipped()?, Weights::borrow)
    }

    /// What learning wrote.
    pub(crate) fn read(parts: Parts<'_>) -> Result<Self, WeightsError> {
        Self::with(parts, Weights::read)
    }

    fn with<'f>(
        parts: Parts<'f>,
        weights: impl Fn(&'f [u8]) -> Result<Weights, WeightsError>,
    ) -> Result<Self, WeightsError> {
        let (fast, full) = (weights(parts.fast)?, weights(parts.full)?);
        Ok(Self { fast, net: Net::decode(parts.net)?, full })
    }

    /// What the net says of the article whose sentences are `rows`; nothing in the fast mode.
    pub(crate) fn reading(&self, mode: Mode, rows: &Rows<'_>) -> Option<Reading> {
        match mode {
            Mode::Full => Some(self.net.read(rows.article, &Hints::of(rows))),
            Mode::Fast => None,
        }
    }

    /// All that the decisions know, where the net has said `reading`.
    pub(crate) fn knowledge<'k>(&'k self, reading: Option<&'k Reading>) -> Knowledge<'k> {
        let (fast, full) = (&self.fast, &self.full);
        match reading {
            None => Knowledge { reading, weights: fast, nested: None },
            Some(_) => Knowledge { reading, weights: full, nested: Some(fast) },
        }
    }
}

/// What the decisions know.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Knowledge<'k> {
    /// What the net says; nothing where it was not asked.
    pub(crate) reading: Option<&'k Reading>,
    pub(crate) weights: &'k Weights,
    /// The weights for attributions within others' contents, where `weights` are not for them: the net gives
    /// each token one role, and what is content is no cue to it.
    pub(crate) nested: Option<&'k Weights>,
}

#[cfg(test)]
mod tests {
    use super::super::{THRESHOLD, find};
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::{Checker, Settings};
    use fearless_simd::Level;

    /// Whether any decision on the attributions of a text asked the net.
    fn asks_the_net(mode: Mode, text: &str) -> bool {
        let checker = Checker::new(Settings { mode, ..Settings::default() });
        let review = checker.review(text);
        assert!(!review.attributions.is_empty());
        let explanations = review.attributions.iter().map(|a| checker.explain(&review, a));
        let steps: Vec<_> = explanations.flat_map(|e| e.steps).collect();
        steps.iter().flat_map(|s| &s.features).any(|f| f.question.starts_with("net: "))
    }

    #[test]
    fn the_net_is_asked_unless_time_is_short() {
        let text = "Ann Orr, the mayor, said that the bridge is old.";
        assert!(asks_the_net(Mode::Full, text));
        assert!(!asks_the_net(Mode::Fast, text));
    }

    #[test]
    fn machines_without_wide_vectors_find_the_same() {
        let mut reader = Reader::shipped().expect("the weights that are compiled in are whole");
        reader.net = reader.net.on(Level::baseline());
        let checker = Checker::default();
        for text in
            [include_str!("../../fixtures/wire.txt"), include_str!("../../fixtures/aggregator.txt")]
        {
            let (article, lexicon) = (checker.review(text).article, Lexicon::new());
            let rows = Rows::read(&article, &lexicon);
            let reading = reader.reading(Mode::Full, &rows);
            let here = checker.attributions(&article);
            let there = find(rows, &[], reader.knowledge(reading.as_ref()), THRESHOLD);
            assert_eq!(here, there);
        }
    }
}
