//! Puts together what cues, posts and turns give, in the order of the text.

use super::{Attribution, AttributionId, post};
use crate::Span;
use crate::article::Article;
use crate::claim::{is_idiom, is_inference};
use crate::embed::{self, Embed};

/// An attribution on its way to its place.
struct Entry {
    /// Its number among those that cues made.
    old: Option<AttributionId>,
    /// The turn or post that holds it.
    turn: Option<usize>,
    /// The number of the turn or post that it is.
    number: Option<usize>,
    attribution: Attribution,
}

/// Adds the signed quotations, the posts, whose words hold no attributions of the article's own, and the
/// turns, whose words may; leaves out inferences and idioms.
pub(super) fn merge(
    article: &Article<'_>,
    embeds: &[Embed<'_>],
    turns: Vec<Attribution>,
    signed: Vec<Attribution>,
    found: Vec<Attribution>,
) -> Vec<Attribution> {
    let bodies = embed::bodies(embeds);
    let count = found.len();
    let mut all: Vec<Entry> = Vec::with_capacity(count + bodies.len() + signed.len() + turns.len());
    for attribution in found {
        let cue = attribution.cue.as_ref().map(|c| c.span.start);
        let in_post = cue.is_some_and(|at| embed::holder(&bodies, at).is_some());
        let place = Place::of(&turns, &attribution);
        let is_none = is_inference(article, &attribution) || is_idiom(article, &attribution);
        if !in_post && place != Place::Across && !is_none {
            let turn = if let Place::Within(turn) = place { Some(turn) } else { None };
            all.push(Entry { old: Some(attribution.id), turn, number: None, attribution });
        }
    }
    let first = turns.len();
    let added = |number, attribution| Entry { old: None, turn: None, number, attribution };
    all.extend(signed.into_iter().map(|a| added(None, a)));
    all.extend(turns.into_iter().enumerate().map(|(i, t)| added(Some(i), t)));
    let posts = post::attributions(article.document.text, embeds);
    all.extend(posts.into_iter().enumerate().map(|(i, (attribution, holder))| Entry {
        old: None,
        turn: holder.map(|h| first + h),
        number: Some(first + i),
        attribution,
    }));
    number(all, count)
}

/// Sorts, gives numbers in the order of the text, and lets parents follow.
fn number(mut all: Vec<Entry>, count: usize) -> Vec<Attribution> {
    all.sort_by_key(|e| first_byte(&e.attribution));
    let turns = all.iter().filter_map(|e| e.number).count();
    // Where each of the attributions that cues made, and each turn and post, has gone.
    let (mut places, mut turn_places) = (vec![None; count], vec![None; turns]);
    for (place, entry) in all.iter().enumerate() {
        let id = Some(AttributionId(place as u32));
        match (entry.old, entry.number) {
            (Some(old), _) => places[old.0 as usize] = id,
            (None, Some(turn)) => turn_places[turn] = id,
            (None, None) => {}
        }
    }
    let renumber = |(place, entry): (usize, Entry)| {
        let mut attribution = entry.attribution;
        attribution.id = AttributionId(place as u32);
        let parent = attribution.parent.and_then(|p| places[p.0 as usize]);
        attribution.parent = parent.or(entry.turn.and_then(|t| turn_places[t]));
        attribution
    };
    all.into_iter().enumerate().map(renumber).collect()
}

/// How an attribution lies to the turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In none of them.
    Outside,
    /// In what that speaker says.
    Within(usize),
    /// In a turn without being part of its words.
    Across,
}

impl Place {
    fn of(turns: &[Attribution], attribution: &Attribution) -> Self {
        let parts = || {
            let source = attribution.source.iter().map(|s| s.span);
            let cue = attribution.cue.iter().map(|c| c.span);
            source.chain(cue).chain(attribution.content.iter().copied())
        };
        let whole = |t: &Attribution| first_span(t).map(|s| s.join(t.content[0]));
        let touches = |t: &Attribution| whole(t).is_some_and(|w| parts().any(|p| p.overlaps(w)));
        let Some(last) = parts().map(|p| p.end).max() else { return Place::Outside };
        let next = turns.partition_point(|t| first_span(t).is_some_and(|s| s.start < last));
        match next.checked_sub(1).filter(|&i| touches(&turns[i])) {
            None => Place::Outside,
            Some(i) => {
                let body = turns[i].content[0];
                if parts().all(|p| body.contains(p)) { Place::Within(i) } else { Place::Across }
            }
        }
    }
}

/// Where an attribution begins, source, cue or content.
fn first_span(attribution: &Attribution) -> Option<Span> {
    let source = attribution.source.map(|s| s.span);
    let cue = attribution.cue.as_ref().map(|c| c.span);
    let content = attribution.content.first().copied();
    [source, cue, content].into_iter().flatten().min_by_key(|s| s.start)
}

fn first_byte(attribution: &Attribution) -> Option<u32> {
    first_span(attribution).map(|s| s.start)
}
