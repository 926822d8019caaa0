//! The rules that report framing: their names, and the category of each.

use crate::claim::FramingCategory;

/// Declares the rules, their names and categories in one place.
macro_rules! rules {
    ($($rule:ident = $name:literal, $category:ident;)*) => {
        /// A rule on framing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(in crate::claim) enum Rule { $($rule,)* }

        /// The names of all of them.
        pub(in crate::claim) const NAMES: &[&str] = &[$($name,)*];

        impl Rule {
            /// The rule of a name.
            pub(in crate::claim) fn of(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$rule),)* _ => None }
            }

            /// Its name, as the rules' pages have it.
            pub(in crate::claim) fn name(self) -> &'static str {
                match self { $(Self::$rule => $name,)* }
            }

            /// What its spans do.
            pub(in crate::claim) fn category(self) -> FramingCategory {
                match self { $(Self::$rule => FramingCategory::$category,)* }
            }
        }
    };
}

rules! {
    SignificanceInflation = "significance-inflation", Significance;
    ImputedMotive = "imputed-motive", Motive;
    UnsourcedPrediction = "unsourced-prediction", Prediction;
    Peacock = "peacock", Peacock;
    ContentiousLabel = "contentious-label", Label;
    EditorialAdverb = "editorial-adverb", Adverb;
    Intensifier = "intensifier", Intensifier;
    Presupposition = "presupposition", Presupposition;
    LoadedLanguage = "loaded-language", Loaded;
    Weasel = "weasel", Weasel;
    ScareQuotes = "scare-quotes", Doubt;
    SoCalled = "so-called", Doubt;
    ImpliedCause = "implied-cause", Cause;
    RhetoricalQuestion = "rhetorical-question", Question;
    FirstPerson = "first-person", Person;
    DoubtingVerb = "doubting-verb", Cue;
    GuiltVerb = "guilt-verb", Cue;
    FactiveVerb = "factive-verb", Cue;
    PraiseVerb = "praise-verb", Cue;
    AttackVerb = "attack-verb", Cue;
}
