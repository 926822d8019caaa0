//! Measures what is learned on articles that it was not learned from (cross-validation).

use super::attribution::decisions;
use super::lesson::Lesson;
use super::net::PARTS;
use crate::attribution::{self, Knowledge, THRESHOLD, Weights};
use crate::embed;
use crate::eval::{Figures, Found, GoldArticle, compare};
use crate::grammar::row::Rows;
use crate::lexicon::Lexicon;

/// Of each part of the lessons, weights of the decisions that were learned from the other parts. What the net said of
/// those came from nets that had learned from this part, too.
pub(super) struct HeldOut(Vec<Weights>);

impl HeldOut {
    /// Learns them.
    pub(super) fn learn(
        lessons: &[Lesson<'_>],
        lexicon: &Lexicon,
        progress: &mut dyn FnMut(&str),
    ) -> Self {
        let learn = |part: usize| {
            progress(&format!("decisions, all but part {} of {PARTS}", part + 1));
            let others = lessons.iter().enumerate().filter(|(i, _)| i % PARTS != part);
            let others: Vec<_> = others.map(|(_, lesson)| lesson).collect();
            let file = decisions(&others, lexicon, &mut |_| ());
            Weights::read(&file).expect("what was written reads back")
        };
        Self((0..PARTS).map(learn).collect())
    }

    /// How well the lessons are read, each by the weights that were not learned from it and, where a net says
    /// something of it, by one that was not either; `nested` are the weights without the net.
    pub(super) fn measure(
        &self,
        articles: &[GoldArticle],
        lessons: &[Lesson<'_>],
        lexicon: &Lexicon,
        nested: Option<&HeldOut>,
    ) -> Figures {
        let mut figures = Figures::default();
        for (number, (gold, lesson)) in articles.iter().zip(lessons).enumerate() {
            let part = number % PARTS;
            let knowledge = Knowledge {
                reading: lesson.reading.as_ref(),
                weights: &self.0[part],
                nested: nested.map(|fast| &fast.0[part]),
            };
            let rows = Rows::read(&lesson.article, lexicon);
            let found = attribution::find(rows, &embed::find(&gold.text), knowledge, THRESHOLD);
            let found: Vec<_> = found.iter().map(Found::from).collect();
            figures += compare(gold, &found).figures;
        }
        figures
    }
}
