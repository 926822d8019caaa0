//! Learns the net that reads paragraphs.
//!
//! [`paragraph`] is what it learns from, [`learn`] goes through all of it again and again, [`gradient`] says
//! which way each weight of a [`student`] is to move, [`adam`] how far; [`side`] asks it about syntax too, and
//! [`tie`] what belongs to which cue.

mod adam;
mod gradient;
mod learn;
mod paragraph;
mod side;
mod student;
mod tie;

use super::lesson::Lesson;
use crate::net::Net;
use crate::net::model::Model;
use paragraph::Paragraph;

/// Into so many parts the articles are dealt: what the net says of a part was learned from the others.
pub(super) const PARTS: usize = 4;

/// Learns the net; tells each lesson what nets say of it that were learned from other lessons (stacking,
/// after Wolpert 1992). Gives the file.
pub(super) fn train(lessons: &mut [Lesson<'_>], progress: &mut dyn FnMut(&str)) -> Vec<u8> {
    for part in 0..PARTS {
        progress(&format!("net, all but part {} of {PARTS}", part + 1));
        let others = lessons.iter().enumerate().filter(|(i, _)| i % PARTS != part);
        let net = Net::new(learn_from(&others.map(|(_, l)| l).collect::<Vec<_>>(), progress));
        for lesson in lessons.iter_mut().skip(part).step_by(PARTS) {
            lesson.reading = Some(net.read(&lesson.article, &lesson.hints));
        }
    }
    progress("net, all parts");
    learn_from(&lessons.iter().collect::<Vec<_>>(), progress).encode()
}

/// Learns from lessons; the weights are as they read back from their file.
fn learn_from(lessons: &[&Lesson<'_>], progress: &mut dyn FnMut(&str)) -> Model {
    let words = paragraph::words(lessons);
    let all: Vec<_> = lessons.iter().flat_map(|l| Paragraph::all(l, &words)).collect();
    let model = learn::learn(words, &all, progress);
    Model::decode(&model.encode()).expect("what was written reads back")
}
