//! Grounds: why a claim does or does not ask for a check.

use serde::Serialize;

/// Declares the grounds, their weights and their number in one place.
macro_rules! grounds {
    ($($(#[$doc:meta])* $name:ident = $weight:literal,)*) => {
        /// A reason why a claim does or does not ask for a check.
        ///
        /// After Hassan et al., *Toward Automated Fact-Checking* (ClaimBuster, 2017), and Konstantinovskiy et al., *Toward
        /// Automated Factchecking* (2021): figures, comparisons, causes, laws and deeds ask for one; opinion, forecasts,
        /// questions and experience do not.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        pub enum Ground { $($(#[$doc])* $name,)* }

        impl Ground {
            /// Every ground, those for a check first.
            pub const ALL: &'static [Ground] = &[$(Ground::$name,)*];

            /// What it adds to a claim's check-worthiness, −1 to 1, once however often it is met.
            ///
            /// ```
            /// use onrecord::claim::Ground;
            /// assert!(Ground::Number.weight() > 0.0 && Ground::Question.weight() < 0.0);
            /// ```
            pub fn weight(self) -> f32 {
                match self { $(Self::$name => $weight,)* }
            }
        }
    };
}

grounds! {
    /// A figure that can be looked up.
    Number = 0.22,
    /// A sum of money, beyond the figure.
    Money = 0.08,
    /// More, less, rose, fell.
    Comparison = 0.15,
    /// First, only, most: wrong if there is one other.
    First = 0.12,
    /// Because, led to, caused.
    Cause = 0.12,
    /// A month, a day, a year: it happened or it did not.
    Date = 0.1,
    /// Laws, votes, rulings: there is a record.
    Law = 0.12,
    /// Somebody who is named did something.
    NamedAct = 0.12,
    /// A verb in the past or present: something is said to be so.
    Fact = 0.1,
    /// I think, should; the writer's judgement.
    Opinion = -0.2,
    /// Will, could: nothing to look up yet.
    Future = -0.15,
    /// It asks.
    Question = -0.3,
    /// I, we, my: only the speaker knows.
    Experience = -0.15,
    /// No verb: headings and fragments say little by themselves.
    NoVerb = -0.1,
}

/// Grounds as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Grounds(u32);

impl Grounds {
    /// What a claim has before any ground is counted.
    pub const BASE: f32 = 0.2;

    pub(super) fn add(&mut self, ground: Ground, holds: bool) {
        self.0 |= u32::from(holds) << ground as u32;
    }

    /// Whether a ground holds.
    pub fn holds(self, ground: Ground) -> bool {
        self.0 & 1 << ground as u32 != 0
    }

    /// Those that hold, in the order of [`Ground::ALL`].
    ///
    /// ```
    /// use onrecord::{Checker, claim::Ground};
    /// let review = Checker::default().review("Ann Orr paid $4 million in May.");
    /// let grounds: Vec<Ground> = review.claims[0].grounds.iter().collect();
    /// assert_eq!(grounds, [Ground::Number, Ground::Money, Ground::Date, Ground::NamedAct, Ground::Fact]);
    /// ```
    pub fn iter(self) -> impl Iterator<Item = Ground> {
        Ground::ALL.iter().copied().filter(move |g| self.holds(*g))
    }

    /// Check-worthiness, 0 to 1: [`Grounds::BASE`] and the weights of those that hold, cut to that range.
    pub fn worth(self) -> f32 {
        (Self::BASE + self.iter().map(Ground::weight).sum::<f32>()).clamp(0.0, 1.0)
    }
}
