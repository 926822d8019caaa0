//! Cues whose source follows them: the comma before such a cue ends the content, and what stands
//! ahead of the comma is no source.

use super::chunk::ChunkKind;
use super::row::Row;
use super::site::{Site, SiteKind};
use crate::lexicon::{CueForm, Frames};

/// A clause or a source is looked for in so many chunks on one side of its cue.
const REACH: usize = 24;

/// Whether the content of a site stands ahead of it and its source behind.
///
/// `inversion = clause ("," | quotation) cue noun_phrase ("," | end)`
pub(crate) fn is_inverted(row: &Row<'_>, site: &Site) -> bool {
    let speaks = site.entry.is_some_and(|e| e.frames.any(Frames::QUOTE.or(Frames::THAT)));
    let finite = site.kind == SiteKind::Verb && row.is(site.first as isize, ChunkKind::Finite);
    speaks && finite && follows_clause(row, site.first) && closes_after_noun(row, site.last)
}

/// Whether a whole clause, and no apposition or relative clause, ends right before a chunk.
fn follows_clause(row: &Row<'_>, cue: usize) -> bool {
    use ChunkKind::*;
    let Some(end) = cue.checked_sub(1).filter(|&i| matches!(row.chunks[i].kind, Comma | Quotation))
    else {
        return false;
    };
    let floor = end.saturating_sub(REACH);
    let breaks =
        row.chunks[floor..end].iter().rposition(|c| matches!(c.kind, Comma | Dash | Bracket));
    let start = breaks.map_or(floor, |i| floor + i + 1);
    let mut clause = row.chunks[start..end].iter();
    let first = clause.find(|c| matches!(c.kind, Finite | Wh | That | Subordinator | Participle));
    first.is_some_and(|c| c.kind == Finite)
        && row.kind(start as isize).is_some_and(|k| k.is_nominal() || k == Possessive)
}

/// Whether a noun phrase begins at a chunk and ends its clause: no verb of its own follows.
fn closes_after_noun(row: &Row<'_>, start: usize) -> bool {
    use ChunkKind::*;
    let nominal = |k: ChunkKind| k.is_nominal() || k == Possessive;
    row.kind(start as isize).is_some_and(nominal)
        && row.chunks[start..]
            .iter()
            .take(REACH)
            .find(|c| matches!(c.kind, Comma | Stop | Dash | Quotation | Wh) || c.kind.is_verbal())
            .is_none_or(|c| !matches!(c.kind, Finite | Infinitive))
}

/// The last comma of a sentence, where "according to" follows it.
///
/// `vouched = clause "," "according" "to" source`
pub(crate) fn before_phrase(row: &Row<'_>) -> Option<usize> {
    let comma = row.chunks.iter().rposition(|c| c.kind == ChunkKind::Comma)?;
    let next = row.chunks.get(comma + 1)?;
    let (entry, _) = row.cue_at(next.tokens.start, &[CueForm::Phrase])?;
    row.lexicon.cue_text(entry).starts_with("according to").then_some(comma)
}

/// The chunks of the source that a participle shares with the inverted cue before it.
///
/// `shared = cue source "," participle`: …, said Orr, adding that …
pub(crate) fn shared_source(row: &Row<'_>, site: &Site) -> Option<(usize, usize)> {
    use ChunkKind::*;
    let comma = site.first.checked_sub(1).filter(|&i| row.chunks[i].kind == Comma)?;
    if !row.is(site.first as isize, Gerund) {
        return None;
    }
    let floor = comma.saturating_sub(REACH);
    let cue = floor + row.chunks[floor..comma].iter().rposition(|c| c.kind == Finite)?;
    let inverted = cue > 0 && matches!(row.chunks[cue - 1].kind, Comma | Quotation);
    let speaks = row.cue_verb(cue as isize).is_some();
    let nominal = row.kind(cue as isize + 1).is_some_and(|k| k.is_nominal() || k == Possessive);
    (inverted && speaks && nominal).then_some((cue + 1, comma))
}

/// Whether a comma at a chunk ends a source: a participle that is a cue follows.
pub(crate) fn is_before_participle(row: &Row<'_>, comma: usize) -> bool {
    let next = comma as isize + 1;
    row.is(comma as isize, ChunkKind::Comma)
        && row.is(next, ChunkKind::Gerund)
        && row.cue_verb(next).is_some()
}

#[cfg(test)]
mod tests {
    use crate::{Checker, Settings};

    /// Source and content of the attribution with a cue.
    fn read(text: &str, cue: &str) -> Option<(String, String)> {
        // What the weights think of it does not matter here.
        let checker = Checker::new(Settings { threshold: 0.1, ..Settings::default() });
        let review = checker.review(text);
        let with_cue =
            |a: &&crate::Attribution| a.cue.as_ref().is_some_and(|c| c.span.of(text) == cue);
        review.attributions.iter().find(with_cue).map(|a| {
            let source = a.source.map_or("", |s| s.span.of(text));
            (source.to_owned(), a.content[0].of(text).to_owned())
        })
    }

    #[test]
    fn the_source_stands_behind_the_cue() {
        let cases = [
            (
                "Six boats sank, said Ann Orr, who runs the port.",
                "said",
                "Ann Orr, who runs the port",
                "Six boats sank",
            ),
            (
                "The port was ‘a ruin’, claimed Ann Orr.",
                "claimed",
                "Ann Orr",
                "The port was ‘a ruin’",
            ),
            (
                "Ann Orr, who runs the port, said the boats sank.",
                "said",
                "Ann Orr, who runs the port",
                "the boats sank",
            ),
            (
                "Ann Orr, the mayor, said the boats sank.",
                "said",
                "Ann Orr, the mayor",
                "the boats sank",
            ),
            (
                "“It is old,” said Ann Orr, adding that it would close.",
                "adding",
                "Ann Orr",
                "that it would close",
            ),
            (
                "“It is old,” said Ann Orr, adding that it would close.",
                "said",
                "Ann Orr",
                "“It is old,”",
            ),
        ];
        for (text, cue, source, content) in cases {
            let found = read(text, cue).unwrap_or_default();
            assert_eq!(
                (found.0.trim_end_matches(','), found.1.as_str()),
                (source, content),
                "{text}"
            );
        }
    }

    #[test]
    fn a_content_ends_before_the_source_that_vouches_for_it() {
        let text = "Orr announced that prices rose by 2 percent, according to data from the bank.";
        let found = read(text, "announced").map(|(_, content)| content);
        assert_eq!(found.as_deref(), Some("that prices rose by 2 percent"));
    }
}
