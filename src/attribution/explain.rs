//! Why an attribution is one: the production that proposed it, and what the weights weighed.

use super::decide::{Buffers, decide};
use super::reader::Knowledge;
use super::weights::Weights;
use super::{Attribution, Production};
use crate::article::Article;
use crate::grammar::row::{Row, Rows};
use crate::lexicon::Lexicon;
use serde::Serialize;

/// The decisions that weights make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[repr(u32)]
pub enum Decision {
    /// Is this a cue?
    #[default]
    Cue = 1,
    /// Where does its content lie?
    Anchor,
    /// Where does a content that follows its cue end?
    End,
    /// Where does a content that precedes its cue begin?
    Start,
    /// Does the content go on behind the cue, and where?
    Tail,
    /// Who is the source?
    Source,
    /// At which token does the cue begin?
    CueStart,
    /// At which token does it end?
    CueEnd,
    /// Is all of it together an attribution?
    Accept,
}

impl Decision {
    /// What it decides, in a few words.
    ///
    /// ```
    /// assert_eq!(onrecord::Decision::Anchor.as_str(), "where the content lies");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cue => "whether it is a cue",
            Self::Anchor => "where the content lies",
            Self::End => "where the content ends",
            Self::Start => "where the content begins",
            Self::Tail => "whether the content goes on",
            Self::Source => "who the source is",
            Self::CueStart => "where the cue begins",
            Self::CueEnd => "where the cue ends",
            Self::Accept => "whether it is an attribution",
        }
    }
}

/// A feature that weighed something.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FeatureWeight {
    /// What it looks at: one to three things together.
    pub question: &'static str,
    /// What it adds to the score of the choice, in logits; below zero it speaks against it.
    pub weight: f32,
}

/// One decision on the way to an attribution.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Step {
    /// What was decided.
    pub decision: Decision,
    /// How sure the weights were of the choice that was made, 0 to 1.
    pub sure: f32,
    /// What spoke for and against that choice, heaviest first.
    pub features: Vec<FeatureWeight>,
}

/// Why an attribution is one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Explanation {
    /// The shape in which the grammar found it.
    pub production: Production,
    /// The attribution's confidence, 0 to 1.
    pub confidence: f32,
    /// The decisions in their order; none where the shape alone decides: signed quotations, turns of an
    /// interview, posts.
    pub steps: Vec<Step>,
}

impl Explanation {
    /// The `count` features that weighed most, of all decisions, heaviest first.
    pub fn heaviest(&self, count: usize) -> Vec<(Decision, FeatureWeight)> {
        let weighed = |s: &Step| s.features.iter().map(|g| (s.decision, *g)).collect::<Vec<_>>();
        let mut all: Vec<_> = self.steps.iter().flat_map(weighed).collect();
        all.sort_by(|a, b| b.1.weight.abs().total_cmp(&a.1.weight.abs()));
        all.truncate(count);
        all
    }
}

/// Decides once more on the site of an attribution, and keeps what was weighed.
pub(crate) fn explain(
    article: &Article<'_>,
    attribution: &Attribution,
    lexicon: &Lexicon,
    knowledge: Knowledge<'_>,
) -> Explanation {
    let steps = steps(article, attribution, lexicon, knowledge).unwrap_or_default();
    Explanation { production: attribution.production, confidence: attribution.confidence, steps }
}

fn steps(
    article: &Article<'_>,
    attribution: &Attribution,
    lexicon: &Lexicon,
    knowledge: Knowledge<'_>,
) -> Option<Vec<Step>> {
    let cue = article.document.tokens_in(attribution.cue.as_ref()?.span);
    let sentence = article.document.sentence_of(cue.start)?;
    let rows = Rows::read_some(article, lexicon, sentence..sentence + 1).knowing(knowledge.reading);
    let row = rows.row(sentence);
    let found = rows.sites(sentence);
    let mut buffers = Buffers::explaining();
    let alone = knowledge.nested.map(|weights| (weights, row.unknowing()));
    let mut read = |(weights, row): (&Weights, Row<'_>)| {
        found.iter().filter(|site| site.tokens.overlaps(cue)).find_map(|site| {
            let choice = decide(weights, &row, site, 0.0, &mut buffers);
            let steps = buffers.take_steps();
            choice.filter(|c| c.cue == cue).map(|c| (c.confidence, steps))
        })
    };
    let readings = [read((knowledge.weights, row)), alone.and_then(read)];
    let far = |confidence: &f32| (confidence - attribution.confidence).abs();
    let nearest = |a: &(f32, _), b: &(f32, _)| far(&a.0).total_cmp(&far(&b.0));
    readings.into_iter().flatten().min_by(nearest).map(|(_, steps)| steps)
}

#[cfg(test)]
mod tests {
    use crate::{Checker, Decision};

    #[test]
    fn each_decision_is_told_once_and_in_order() {
        let checker = Checker::default();
        let review = checker.review("Ann Orr, the mayor, said on Friday that the bridge is old.");
        let why = checker.explain(&review, &review.attributions[0]);
        let decisions: Vec<_> = why.steps.iter().map(|s| s.decision).collect();
        let expected = [
            Decision::Cue,
            Decision::Anchor,
            Decision::End,
            Decision::Source,
            Decision::Accept,
            Decision::CueStart,
            Decision::CueEnd,
        ];
        assert_eq!(decisions, expected);
        assert_eq!(why.steps[4].sure, why.confidence);
    }

    #[test]
    fn the_features_add_up_to_the_answer() {
        let checker = Checker::default();
        let review = checker.review("Ann Orr said that the bridge is old.");
        let why = checker.explain(&review, &review.attributions[0]);
        let score: f32 = why.steps[0].features.iter().map(|g| g.weight).sum();
        let likely = 1.0 / (1.0 + (-score).exp());
        assert!((likely - why.steps[0].sure).abs() < 1e-3);
    }

    #[test]
    fn a_shape_that_decides_alone_has_no_steps() {
        let checker = Checker::default();
        let review = checker.review("“A bridge is a promise.”\n— Ann Orr");
        let signed = review.attributions.iter().find(|a| a.cue.is_none()).expect("it is signed");
        assert!(checker.explain(&review, signed).steps.is_empty());
    }
}
