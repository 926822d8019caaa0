//! Who is in view: the people and groups last spoken of, and how prominently.

use super::cast::MemberId;
use crate::document::TokenSpan;

/// So many mentions are kept in view.
const VIEW: usize = 24;
/// A pronoun reaches so many sentences back.
const REACH: u32 = 6;

/// Somebody whom an article speaks of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Who {
    /// Somebody with a name.
    Member(MemberId),
    /// Somebody without one: the noun phrase, and a hash of its head, by which it is known again.
    Unnamed(TokenSpan, u32),
    /// "Ann Orr and Ben Pell": from the first to the last of their mentions, by index.
    Joined(usize, usize),
}

impl Who {
    /// Whether both are known to be the same.
    pub(super) fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Member(a), Self::Member(b)) => a == b,
            (Self::Unnamed(_, a), Self::Unnamed(_, b)) => a == b,
            (Self::Joined(a, b), Self::Joined(c, d)) => (a, b) == (c, d),
            _ => false,
        }
    }
}

/// Whom a word means.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meant {
    pub(super) who: Who,
    /// Somebody else fits as well.
    pub(super) doubtful: bool,
}

/// Where a word stands: its sentence, counted without those that are all quotation, its block, and
/// whether it is quoted.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) sentence: u32,
    pub(super) block: u32,
    pub(super) quoted: bool,
}

#[derive(Debug, Clone, Copy)]
struct Seen {
    who: Who,
    place: Place,
    weight: i32,
}

/// What was last seen, the oldest first.
#[derive(Debug, Default)]
pub(super) struct View(Vec<Seen>);

impl View {
    pub(super) fn push(&mut self, who: Who, place: Place, weight: i32) {
        if self.0.len() >= VIEW * 2 {
            self.0.drain(..VIEW);
        }
        self.0.push(Seen { who, place, weight });
    }

    /// The one who fits and stands out most; each sentence that lies between costs two. Who speaks
    /// between quotation marks names others than the writer, so that what is quoted is seen from
    /// quotations only.
    pub(super) fn best(&self, at: Place, fits: &dyn Fn(Who) -> bool) -> Option<Meant> {
        self.best_by(at, &|who| fits(who).then_some(0))
    }

    /// As `best`, with what speaks for each of those who fit.
    pub(super) fn best_by(&self, at: Place, fit: &dyn Fn(Who) -> Option<i32>) -> Option<Meant> {
        let recent = self.0.iter().rev().take(VIEW);
        let seen = recent
            .take_while(|s| at.sentence - s.place.sentence <= REACH)
            .filter(|s| at.quoted || !s.place.quoted)
            .filter_map(|s| Some((s, fit(s.who)?)));
        let mut best: Option<(i32, Who)> = None;
        let mut second = i32::MIN;
        for (s, bonus) in seen {
            let away = (at.sentence - s.place.sentence) as i32;
            let score = s.weight + bonus - 2 * away - i32::from(s.place.block != at.block);
            match best {
                Some((top, who)) if who.is(s.who) => best = Some((top.max(score), who)),
                Some((top, _)) if score <= top => second = second.max(score),
                Some((top, _)) => {
                    second = second.max(top);
                    best = Some((score, s.who));
                }
                None => best = Some((score, s.who)),
            }
        }
        best.map(|(top, who)| Meant { who, doubtful: second == top })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(sentence: u32) -> Place {
        Place { sentence, ..Place::default() }
    }

    #[test]
    fn the_nearer_and_the_heavier_stand_out() {
        let mut view = View::default();
        let (orr, pell) = (Who::Member(MemberId(0)), Who::Member(MemberId(1)));
        view.push(orr, at(0), 5);
        view.push(pell, at(1), 2);
        let best =
            |view: &View, n| view.best(at(n), &|_| true).map(|m| (m.who.is(orr), m.doubtful));
        assert_eq!(best(&view, 1), Some((true, false)));
        view.push(pell, at(1), 3);
        assert_eq!(best(&view, 1), Some((false, true)));
        view.push(pell, at(2), 4);
        assert_eq!(best(&view, 2), Some((false, false)));
        assert_eq!(best(&view, 9), None);
    }

    #[test]
    fn what_a_source_says_is_not_in_the_writers_view() {
        let mut view = View::default();
        view.push(Who::Member(MemberId(0)), Place { quoted: true, ..at(0) }, 5);
        assert!(view.best(at(0), &|_| true).is_none());
        assert!(view.best(Place { quoted: true, ..at(0) }, &|_| true).is_some());
    }
}
