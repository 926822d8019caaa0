//! The turns of interviews and transcripts as attributions: whoever the line names says all of it.

use super::{Act, Attribution, AttributionId, Cue, Kind, Production, Source, Stance};
use crate::Span;
use crate::article::Article;
use crate::document::{Block, BlockKind};
use crate::grammar::site::{Site, SiteKind};
use crate::grammar::turn::{Label, Turn, turn};
use crate::lexicon::Facts;

/// How sure a turn is, 0 to 1.
const CONFIDENCE: f32 = 0.95;

/// A title and a name are at most so many words.
const LONGEST_NAME: usize = 4;

/// The turns of an article, in order.
///
/// A line that has the shape of a turn is one where its label says so (`Q:`, a title, a role), or
/// where other lines bear it out: any other turn for capitals and bare letters, the line before or
/// behind for names.
fn attributions(article: &Article<'_>) -> Vec<Attribution> {
    let shapes: Vec<Option<Turn>> =
        article.document.blocks.iter().map(|b| shape(article, b)).collect();
    let count = shapes.iter().flatten().count();
    if count == 0 {
        return Vec::new();
    }
    let beside = |i: usize| {
        let at = |i: Option<usize>| i.and_then(|i| shapes.get(i)).is_some_and(Option::is_some);
        at(i.checked_sub(1)) || at(Some(i + 1))
    };
    let bears_out = |i: usize, found: &Turn| match found.label {
        Label::Letter => true,
        Label::BareLetter => count > 1,
        Label::Capitals => count > 1 || names_speaker(article, i, found),
        Label::Name => {
            ends_sentence(words(article, i, found))
                && (beside(i) || names_speaker(article, i, found))
        }
    };
    let turns = shapes.iter().enumerate().filter_map(|(i, found)| Some((i, (*found)?)));
    turns
        .filter(|(i, found)| bears_out(*i, found))
        .map(|(i, found)| attribution(&article.document.blocks[i], &found))
        .collect()
}

/// The turns of an article together with its titles, which are no turns, in order.
pub(super) fn with_titles(article: &Article<'_>, titles: Vec<Attribution>) -> Vec<Attribution> {
    let mut all = attributions(article);
    let of_turns: Vec<u32> = all.iter().map(|t| t.content[0].end).collect();
    // A title's content or source ends with its block, as a turn's content does.
    let is_turn = |t: &Attribution| {
        let end = t.source.map_or(0, |s| s.span.end).max(t.content[0].end);
        of_turns.binary_search(&end).is_ok()
    };
    all.extend(titles.into_iter().filter(|t| !is_turn(t)));
    all.sort_by_key(|t| t.content[0].start);
    all
}

/// Whether a site is the mark of a turn or a title, which needs no weights.
pub(super) fn is_mark(turns: &[Attribution], article: &Article<'_>, site: &Site) -> bool {
    let mark = |turn: &Attribution| turn.cue.as_ref().map_or(turn.content[0], |c| c.span);
    let span = article.document.span(site.tokens);
    site.kind == SiteKind::Mark
        && turns.binary_search_by_key(&span.start, |t| mark(t).start).is_ok()
}

fn shape(article: &Article<'_>, block: &Block) -> Option<Turn> {
    let spoken = !matches!(block.kind, BlockKind::Byline | BlockKind::AuthorLine);
    spoken.then(|| turn(block.span.of(article.document.text))).flatten()
}

/// Whether a label says that it names a speaker. Capitals hold a title or a role, begin with "THE", or
/// say in brackets where the speaker is; a name begins with a title, or is a role behind "The".
fn names_speaker(article: &Article<'_>, block: usize, found: &Turn) -> bool {
    let block = &article.document.blocks[block];
    let label = Span { end: block.span.start + found.speaker_end as u32, ..block.span };
    let tokens = article.document.tokens_in(label);
    let kinds = Facts::TITLE.or(Facts::ROLE).or(Facts::UNNAMED);
    let says = |t: u32| article.lexeme(t).facts.any(kinds);
    let words = label.of(article.document.text);
    if found.label == Label::Name {
        let role = words.starts_with("The ") && tokens.len() == 2;
        return tokens.len() <= LONGEST_NAME && says(tokens.start + u32::from(role));
    }
    words.starts_with("THE ") || words.ends_with([')', ']']) || (tokens.start..tokens.end).any(says)
}

fn words<'t>(article: &Article<'t>, block: usize, found: &Turn) -> &'t str {
    &article.document.blocks[block].span.of(article.document.text)[found.body..]
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '”', '’', ')', ']']).ends_with(['.', '?', '!', '…', '—'])
}

fn attribution(block: &Block, found: &Turn) -> Attribution {
    let at = |offset: usize| block.span.start + offset as u32;
    let colon = Span { start: at(found.speaker_end), end: at(found.speaker_end + 1) };
    let has_colon = found.label != Label::BareLetter;
    Attribution {
        id: AttributionId(0),
        kind: Kind::Direct,
        act: Act::Statement,
        parent: None,
        confidence: CONFIDENCE,
        production: Production::Mark,
        source: Some(Source { span: Span { end: colon.start, ..block.span }, entity: None }),
        cue: has_colon.then(|| Cue { span: colon, lemma: ":".to_owned(), stance: Stance::Neutral }),
        content: vec![Span { start: at(found.body), ..block.span }],
        setting: crate::attribution::Setting::default(),
    }
}

#[cfg(test)]
mod tests {
    use crate::Checker;

    /// Each attribution's source and content.
    fn read(text: &str) -> Vec<(String, String)> {
        let review = Checker::default().review(text);
        let words = |a: &crate::Attribution| {
            let source = a.source.map_or("", |s| s.span.of(text));
            (source.to_owned(), a.content[0].of(text).to_owned())
        };
        review.attributions.iter().map(words).collect()
    }

    fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
        of.iter().map(|&(a, b)| (a.to_owned(), b.to_owned())).collect()
    }

    #[test]
    fn a_turn_holds_all_that_is_said() {
        let text = "THE COURT: Overruled. You may answer.\nMR. ORR: Thank you.";
        let expected = [("THE COURT", "Overruled. You may answer."), ("MR. ORR", "Thank you.")];
        assert_eq!(read(text), pairs(&expected));
        let text = "Q: Was it cold?\nA: It was. Very.";
        assert_eq!(read(text), pairs(&[("Q", "Was it cold?"), ("A", "It was. Very.")]));
        let text = "Marek Dole: Every day.\nLena: And now?";
        assert_eq!(read(text), pairs(&[("Marek Dole", "Every day."), ("Lena", "And now?")]));
    }

    #[test]
    fn what_a_speaker_cites_lies_within_the_turn() {
        let text = "MR. ORR: It rained. The mayor said that the bridge was old.";
        let review = Checker::default().review(text);
        assert_eq!(review.attributions.len(), 2);
        assert_eq!(review.attributions[1].parent, Some(review.attributions[0].id));
    }
}
