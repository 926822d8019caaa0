//! Which of the drafts of a sentence stay, where several lay claim to the same words.

use std::cmp::Reverse;

use super::find::Draft;
use super::{Act, Production};
use crate::article::Article;
use crate::document::TokenSpan;
use crate::grammar::site::{Site, SiteKind};

/// An attribution within another's content is kept only if it is hearsay, a statement, and this sure, 0 to 1:
/// "X said that Y had told him". What else a source thinks and does is part of what it says.
/// What was parted from who reports it stays in any case.
pub(super) const NESTED: f32 = 0.8;

/// Of two that hold each other's cue both stay, parted, where they are this sure, 0 to 1.
const SURE: f32 = 0.5;

/// What quotes, within another's content, stands in the other's place where it is surer by more than this, 0 to 1.
const SURER: f32 = 0.2;

/// Judges once more the sites of a sentence that lie within contents; what is hearsay there takes the place of
/// what was found on the same site before, if it is surer.
pub(super) fn add_hearsay(
    drafts: &mut Vec<Draft>,
    first: usize,
    sites: &[Site],
    judge: impl FnMut(&Site) -> Option<Draft>,
) {
    let within = |site: &&Site| {
        may_be_hearsay(site) && drafts[first..].iter().any(|d| d.holds_token(site.head))
    };
    let sites: Vec<&Site> = sites.iter().filter(within).collect();
    for draft in sites.into_iter().filter_map(judge).filter(Draft::stays_within) {
        match drafts[first..].iter().position(|d| d.head == draft.head) {
            Some(known) if drafts[first + known].confidence >= draft.confidence => {}
            Some(known) => drafts[first + known] = draft,
            None => drafts.push(draft),
        }
    }
}

/// Whether an attribution on a site could stay within another's content.
fn may_be_hearsay(site: &Site) -> bool {
    site.kind == SiteKind::Verb && site.entry.is_none_or(|entry| entry.act == Act::Statement)
}

/// Within a sentence: what stands in another's content is nested in it, and kept only if it is sure;
/// of two that lie across each other the surer one stays.
pub(super) fn settle(article: &Article<'_>, drafts: &mut Vec<Draft>, first: usize) {
    let parted = part(article, &mut drafts[first..]);
    let count = drafts.len() - first;
    let mut kept = vec![true; count];
    let mut order: Vec<usize> = (0..count).collect();
    // Surer first; of equals the earlier one.
    order.sort_by(|&a, &b| {
        drafts[first + b].confidence.total_cmp(&drafts[first + a].confidence).then(a.cmp(&b))
    });
    for (rank, &a) in order.iter().enumerate() {
        for &b in &order[..rank] {
            let (x, y) = (&drafts[first + a], &drafts[first + b]);
            if kept[b] && x.crosses(y) {
                kept[a] = false;
            }
        }
    }
    give_way(article, &drafts[first..], &parted, &mut kept);
    // Outermost first: who holds an attribution is settled before it.
    order.retain(|&a| kept[a]);
    order.sort_by_key(|&a| (Reverse(drafts[first + a].size()), a));
    for (rank, &a) in order.iter().enumerate() {
        let holds = |b: &&usize| kept[**b] && drafts[first + **b].holds(&drafts[first + a]);
        if let Some(&holder) = order[..rank].iter().rev().find(holds) {
            let draft = &mut drafts[first + a];
            kept[a] = parted[a] || draft.stays_within();
            draft.parent = Some(first + holder);
        }
    }
    compact(drafts, first, &kept);
}

/// Drops what holds the attribution of all its quoted words, where that is much surer: `Hill fanned anger over her
/// remark that “…”`, if she remarked and hardly anybody fanned.
fn give_way(article: &Article<'_>, drafts: &[Draft], parted: &[bool], kept: &mut [bool]) {
    for (a, inner) in drafts.iter().enumerate() {
        if !kept[a] || parted[a] || !inner.quotes(article) {
            continue;
        }
        for (b, outer) in drafts.iter().enumerate() {
            let surer = inner.confidence > outer.confidence + SURER;
            let within = outer.holds(inner) && !inner.holds(outer);
            if surer && within && !parted[b] && outer.quoted(article).all(|t| inner.holds_token(t))
            {
                kept[b] = false;
            }
        }
    }
}

/// Drops what is not kept, and renumbers parents.
fn compact(drafts: &mut Vec<Draft>, first: usize, kept: &[bool]) {
    let mut number = first;
    let numbers: Vec<Option<usize>> = kept
        .iter()
        .map(|&k| {
            let mine = k.then_some(number);
            number += usize::from(k);
            mine
        })
        .collect();
    let mut place = 0;
    let drafted = drafts.split_off(first);
    drafts.extend(drafted.into_iter().filter_map(|mut draft| {
        place += 1;
        draft.parent = draft.parent.and_then(|p| numbers[p - first]);
        kept[place - 1].then_some(draft)
    }));
}

/// Takes out of each content the attribution that stands at its end and is one of the whole: what Orr knew ends
/// ahead of the Herald in `Orr knew that it leaks, the Herald reported`. Says which lost their ends.
fn part(article: &Article<'_>, drafts: &mut [Draft]) -> Vec<bool> {
    let mut parted = vec![false; drafts.len()];
    for a in 0..drafts.len() {
        for b in 0..drafts.len() {
            let end = drafts[a].ends_ahead_of(&drafts[b]).filter(|_| a != b);
            if let (Some(end), Some(last)) = (end, drafts[a].content.last_mut()) {
                let comma = article.word(end - 1) == ",";
                last.end = end - u32::from(comma);
                parted[a] = true;
            }
        }
    }
    parted
}

impl Draft {
    /// Where its content ends if the other begins within it and has all of it for a content: both are sure,
    /// its content lies behind its cue, and the other's ahead.
    fn ends_ahead_of(&self, other: &Draft) -> Option<u32> {
        if !self.holds(other) || !other.holds(self) || self.confidence.min(other.confidence) < SURE
        {
            return None;
        }
        let source = Some(other.source.start).filter(|_| !other.source.is_empty());
        let end = source.map_or(other.cue.start, |s| s.min(other.cue.start));
        let last = self.content.last()?;
        let behind = self.cue.end <= last.start && last.start + 2 < end && end < last.end;
        (behind && other.content.iter().all(|c| c.end <= end)).then_some(end)
    }

    /// Whether it is hearsay, and sure enough to be kept within another's content.
    fn stays_within(&self) -> bool {
        let is_hearsay =
            self.act == Act::Statement && self.production == Production::SourceCueContent;
        is_hearsay && self.confidence >= NESTED
    }

    /// Whether some of its content is quoted.
    pub(super) fn quotes(&self, article: &Article<'_>) -> bool {
        self.quoted(article).next().is_some()
    }

    /// The tokens of its content that are quoted.
    fn quoted(&self, article: &Article<'_>) -> impl Iterator<Item = u32> {
        let tokens = &article.document.tokens;
        self.content.iter().flat_map(|c| c.start..c.end).filter(|&t| tokens[t as usize].quoted)
    }

    /// Whether its content holds a token.
    fn holds_token(&self, token: u32) -> bool {
        self.content.iter().any(|c| c.holds(token))
    }

    /// Whether a content of its own holds the other's cue.
    fn holds(&self, other: &Draft) -> bool {
        self.content.iter().any(|c| c.contains(other.cue))
    }

    /// Whether the two cannot both stand: the same content, or each other's cue within, or borders that cross.
    fn crosses(&self, other: &Draft) -> bool {
        if self.cue.overlaps(other.cue) {
            return true;
        }
        let (ours, theirs) = (self.holds(other), other.holds(self));
        if ours || theirs {
            let (inner, holder) = if ours { (other, self) } else { (self, other) };
            let within = |span: &TokenSpan| holder.content.iter().any(|c| c.contains(*span));
            return ours && theirs || !inner.content.iter().all(within);
        }
        let overlap = |a: &Draft, b: &Draft| {
            a.content.iter().any(|c| b.content.iter().any(|d| c.overlaps(*d)))
        };
        overlap(self, other)
            || self.content.iter().any(|c| c.overlaps(other.source) && !other.source.is_empty())
    }

    fn size(&self) -> usize {
        self.content.iter().map(|c| c.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::attribution::Stance;
    use crate::document::Document;
    use crate::lexicon::Lexicon;
    use crate::tagger::Tagger;

    /// What stays of two drafts, each a source, a cue, its content and how sure it is: cues and contents.
    fn settled(text: &str, drafts: [(&str, &str, &str, f32); 2]) -> Vec<[String; 2]> {
        let tagger = Tagger::new().expect("the weights that are compiled in are whole");
        let article = Article::new(Document::read(text, &[]), &tagger, &Lexicon::new());
        let tokens = |words: &str| {
            let start = text.find(words).expect("the words stand in the text");
            article.document.tokens_in(Span::new(start, start + words.len()))
        };
        let draft = |(source, cue, content, confidence): (&str, &str, &str, f32)| Draft {
            cue: tokens(cue),
            head: tokens(cue).start,
            lemma: None,
            source: tokens(source),
            content: vec![tokens(content)],
            act: Act::Evaluation,
            stance: Stance::Neutral,
            production: Production::NounCue,
            confidence,
            sentence: 0,
            parent: None,
        };
        let mut drafts: Vec<Draft> = drafts.into_iter().map(draft).collect();
        settle(&article, &mut drafts, 0);
        let words = |tokens: TokenSpan| article.document.span(tokens).of(text).to_owned();
        drafts.iter().map(|d| [words(d.cue), words(d.content[0])]).collect()
    }

    #[test]
    fn a_surer_quotation_takes_the_place_of_what_holds_it() {
        let cues = |text: &str, whole: &str, sure: f32| {
            let inner = ("her", "remark", "that “it leaks.”", 0.7);
            let kept = settled(text, [("Hill", "fanned", whole, sure), inner]);
            kept.into_iter().map(|[cue, _]| cue).collect::<Vec<_>>()
        };
        let text = "Hill fanned anger over her remark that “it leaks.”";
        let whole = "anger over her remark that “it leaks.”";
        assert_eq!(cues(text, whole, 0.4), ["remark"]);
        assert_eq!(cues(text, whole, 0.6), ["fanned"]);
        // Nobody else would have said “old”.
        let text = "Hill fanned “old” anger over her remark that “it leaks.”";
        let whole = "“old” anger over her remark that “it leaks.”";
        assert_eq!(cues(text, whole, 0.4), ["fanned"]);
    }

    #[test]
    fn who_reports_a_statement_is_no_part_of_it() {
        let text = "Ann Orr acknowledged that the bridge leaks, the Herald reported on Monday.";
        let whole = "Ann Orr acknowledged that the bridge leaks";
        let rest = "that the bridge leaks, the Herald reported on Monday";
        let both = |sure| {
            let orr = ("Ann Orr", "acknowledged", rest, 0.8);
            settled(text, [orr, ("the Herald", "reported", whole, sure)])
        };
        let kept = [["acknowledged", "that the bridge leaks"], ["reported", whole]];
        assert_eq!(both(0.6), kept.map(|words| words.map(str::to_owned)));
        assert_eq!(both(0.4), [["acknowledged", rest].map(str::to_owned)]);
    }
}
