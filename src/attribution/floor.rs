//! Who holds the floor: a quotation that stands alone, and is nobody's yet, is spoken by who spoke in the
//! sentence before it, be it in the paragraph before.
//!
//! ```text
//! Orr said that the bridge leaks.      statement
//!
//! “We want it mended.”                 quotation: Orr's
//! ```

use super::Act;
use super::find::Draft;
use super::outer::{OuterQuotations, is_quotation_alone};
use crate::document::{BlockKind, Document, TokenSpan};
use crate::grammar::row::Rows;

/// Gives quotations that stand alone to who spoke in the sentence before. What lies in `taken` sentences neither
/// gets nor gives anything: it has speakers of other kinds. There is one of them for each row.
pub(super) fn hand_over(
    outer: &OuterQuotations,
    rows: &Rows<'_>,
    drafts: &mut [Draft],
    taken: &[bool],
) {
    let mut speakers = outer.speakers(drafts);
    let (mut before, mut next, mut block) = (None, 0, 0);
    for (index, &taken) in taken.iter().enumerate() {
        let row = rows.row(index);
        let first = next;
        next += drafts[first..].iter().take_while(|d| d.sentence == index).count();
        // A block without sentences, an author line, is none of the article's text.
        let follows = row.sentence.block <= block + 1;
        block = row.sentence.block;
        let speaker: Option<usize> = before.take().filter(|_| follows);
        if taken || row.block() != BlockKind::Paragraph {
            continue;
        }
        before = first_speaker(&drafts[first..next]).map(|i| first + i);
        let here = outer.index(row.sentence.tokens.start);
        let Some(quotation) = here.filter(|_| first == next && is_quotation_alone(&row)) else {
            continue;
        };
        if let Some(by) = speaker.filter(|_| ends_alone(outer, rows, quotation, drafts)) {
            outer.give(quotation, by, drafts, &mut speakers);
        }
        before = speakers[quotation];
    }
}

/// The first of a sentence's drafts whose source says something or judges, in its own right.
fn first_speaker(drafts: &[Draft]) -> Option<usize> {
    let speaks = |d: &Draft| {
        let says = matches!(d.act, Act::Statement | Act::Evaluation);
        says && d.parent.is_none() && !d.source.is_empty()
    };
    let speakers = drafts.iter().enumerate().filter(|(_, d)| speaks(d));
    speakers.min_by_key(|(_, d)| d.cue.start).map(|(i, _)| i)
}

/// Whether nothing follows a quotation in the sentence that it ends in, and nobody speaks there.
fn ends_alone(
    outer: &OuterQuotations,
    rows: &Rows<'_>,
    quotation: usize,
    drafts: &[Draft],
) -> bool {
    let last = outer.tokens(quotation).end.saturating_sub(1);
    rows.article.document.sentence_of(last).is_some_and(|sentence| {
        let spoken = drafts.binary_search_by_key(&sentence, |d| d.sentence).is_ok();
        !spoken && is_quotation_alone(&rows.row(sentence))
    })
}

/// Which sentences some spans touch.
pub(super) fn touched(
    document: &Document<'_>,
    spans: impl Iterator<Item = TokenSpan>,
) -> Vec<bool> {
    let mut touched = vec![false; document.sentences.len()];
    for span in spans.filter(|s| !s.is_empty()) {
        let (first, last) = (document.sentence_of(span.start), document.sentence_of(span.end - 1));
        if let (Some(first), Some(last)) = (first, last) {
            touched[first..=last].fill(true);
        }
    }
    touched
}

#[cfg(test)]
mod tests {
    use crate::Checker;

    /// The contents of the first attribution of a text.
    fn contents(text: &str) -> Vec<String> {
        let review = Checker::default().review(text);
        review.attributions[0].content.iter().map(|c| c.of(text).to_owned()).collect()
    }

    #[test]
    fn a_quotation_alone_is_spoken_by_who_made_the_statement_before() {
        let [stated, first, second] =
            ["the bridge leaks", "“It is a disgrace.”", "“We want it mended.”"];
        let text = format!("Ann Orr, a baker, said {stated}. {first}");
        assert_eq!(contents(&text), [stated, first]);
        let text = format!("At last\n\nAnn Orr, a baker, said {stated}.\n\n{first}\n\n{second}");
        assert_eq!(contents(&text), [stated, first, second]);
    }

    #[test]
    fn a_quotation_alone_is_nobodys_behind_a_sentence_that_says_nothing() {
        let text =
            "At last\n\nAnn Orr, a baker, said the bridge leaks. It rained.\n\n“It is a disgrace.”";
        assert_eq!(contents(text), ["the bridge leaks"]);
        let text = "At last\n\nAnn Orr, a baker, said the bridge leaks.\n\nThe river\n\n“It is a disgrace.”";
        assert_eq!(contents(text), ["the bridge leaks"]);
    }

    /// `source: contents`, an item for each attribution.
    fn spoken(text: &str) -> Vec<String> {
        let review = Checker::default().review(text);
        let words = |s: &crate::Span| s.of(text);
        let line = |a: &crate::Attribution| {
            let contents: Vec<_> = a.content.iter().map(words).collect();
            let source = a.source.as_ref().map_or("", |s| words(&s.span));
            format!("{source}: {}", contents.join(" … "))
        };
        review.attributions.iter().map(line).collect()
    }

    #[test]
    fn who_is_named_behind_a_quotation_keeps_it() {
        let stated = "At last\n\nAnn Orr, a baker, said the bridge leaks.";
        let text = format!("{stated}\n\n“It rusts.\n\n“We want it mended,” Dan Pell said.");
        let spoken = self::spoken(&text);
        assert_eq!(spoken[0], "Ann Orr, a baker: the bridge leaks");
        assert!(spoken[1].starts_with("Dan Pell: “It rusts."), "{spoken:?}");

        let text = format!("{stated}\n\n“It is old and it rusts.”\n— Dan Pell");
        let spoken = self::spoken(&text);
        assert_eq!(spoken[0], "Ann Orr, a baker: the bridge leaks");
        assert!(spoken[1].starts_with("Dan Pell: “It is old"), "{spoken:?}");
    }
}
