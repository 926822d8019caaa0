//! Who holds the floor: a quotation that stands alone, and is nobody's yet, is spoken by who spoke in the
//! sentence before it, be it in the paragraph before.
//!
//! ```text
//! Orr said that the bridge leaks.      statement
//!
//! “We want it mended.”                 quotation: Orr's
//! ```

use super::find::Draft;
use super::outer::{OuterQuotations, is_quotation_alone, of_sentence};
use super::{Act, Attribution};
use crate::article::Article;
use crate::document::{BlockKind, TokenSpan};
use crate::embed::Embed;
use crate::grammar::row::Rows;

/// Gives quotations that stand alone to who spoke in the sentence before; `speakers` are those that quotations
/// have. What lies in `taken` sentences neither gets nor gives anything. There is one of them for each row.
pub(super) fn hand_over(
    outer: &OuterQuotations,
    rows: &Rows<'_>,
    drafts: &mut [Draft],
    speakers: &mut [Option<usize>],
    taken: &[bool],
) {
    let (mut before, mut block) = (None, 0);
    for (index, &taken) in taken.iter().enumerate() {
        let row = rows.row(index);
        // A block without sentences, an author line, is none of the article's text.
        let follows = row.sentence.block <= block + 1;
        block = row.sentence.block;
        let speaker: Option<usize> = before.take().filter(|_| follows);
        if taken || row.block() != BlockKind::Paragraph {
            continue;
        }
        let said = of_sentence(drafts, index);
        before = first_speaker(&drafts[said.clone()]).map(|i| said.start + i);
        let here = outer.index(row.sentence.tokens.start);
        let Some(quotation) = here.filter(|_| said.is_empty() && is_quotation_alone(&row)) else {
            continue;
        };
        if let Some(by) = speaker.filter(|_| ends_alone(outer, rows, quotation, drafts)) {
            outer.give(quotation, by, drafts, speakers);
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
        of_sentence(drafts, sentence).is_empty() && is_quotation_alone(&rows.row(sentence))
    })
}

/// Which sentences have speakers of other kinds: they are signed, or said in a turn or a post.
pub(super) fn spoken_elsewhere(
    article: &Article<'_>,
    embeds: &[Embed<'_>],
    turns: &[Attribution],
    signed: &[Draft],
) -> Vec<bool> {
    let document = &article.document;
    let bodies = embeds.iter().filter_map(|e| e.body);
    let said = turns.iter().flat_map(|t| t.content.iter().copied()).chain(bodies);
    let said = said.map(|span| document.tokens_in(span));
    let signed = signed.iter().flat_map(|d| d.content.iter().copied());
    let mut spoken = vec![false; document.sentences.len()];
    for TokenSpan { start, end } in said.chain(signed).filter(|s| !s.is_empty()) {
        if let (Some(first), Some(last)) =
            (document.sentence_of(start), document.sentence_of(end - 1))
        {
            spoken[first..=last].fill(true);
        }
    }
    spoken
}

#[cfg(test)]
mod tests {
    use crate::{Attribution, Checker, Span};

    /// `source: contents`, an item for each attribution.
    fn spoken(text: &str) -> Vec<String> {
        let review = Checker::default().review(text);
        let words = |s: &Span| s.of(text);
        let line = |a: &Attribution| {
            let contents: Vec<_> = a.content.iter().map(words).collect();
            let source = a.source.as_ref().map_or("", |s| words(&s.span));
            format!("{source}: {}", contents.join(" … "))
        };
        review.attributions.iter().map(line).collect()
    }

    #[test]
    fn a_quotation_alone_is_spoken_by_who_made_the_statement_before() {
        let [stated, first, second] =
            ["the bridge leaks", "“It is a disgrace.”", "“We want it mended.”"];
        let text = format!("Ann Orr, a baker, said {stated}. {first}");
        assert_eq!(spoken(&text), [format!("Ann Orr, a baker: {stated} … {first}")]);
        let text = format!("At last\n\nAnn Orr, a baker, said {stated}.\n\n{first}\n\n{second}");
        assert_eq!(spoken(&text), [format!("Ann Orr, a baker: {stated} … {first} … {second}")]);
    }

    #[test]
    fn a_quotation_alone_is_nobodys_behind_a_sentence_that_says_nothing() {
        let stated = "At last\n\nAnn Orr, a baker, said the bridge leaks.";
        for between in [" It rained.", "\n\nThe river"] {
            let text = format!("{stated}{between}\n\n“It is a disgrace.”");
            assert_eq!(spoken(&text), ["Ann Orr, a baker: the bridge leaks"]);
        }
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
