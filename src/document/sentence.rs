//! Where sentences end.

use super::abbreviation::{Abbreviation, abbreviation};
use super::{Token, TokenKind, TokenSpan};
use crate::Span;

/// A sentence, or what stands for one (a heading, a fragment).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenSpan,
    /// The index of its block.
    pub block: u32,
}

/// A run of tokens without an end is cut here, so that what works on sentences stays bounded.
pub(crate) const LONGEST_SENTENCE: u32 = 400;

/// Appends the sentences of `tokens`.
pub(super) fn split(
    text: &str,
    all: &[Token],
    tokens: TokenSpan,
    block: u32,
    out: &mut Vec<Sentence>,
) {
    let reader = Reader { text, all, end: tokens.end };
    let mut start = tokens.start;
    let mut i = start;
    while i < tokens.end {
        let end =
            reader.end_after(i).or_else(|| (i + 1 - start >= LONGEST_SENTENCE).then_some(i + 1));
        match end {
            Some(end) => {
                out.push(reader.sentence(start, end, block));
                start = end;
                i = end;
            }
            None => i += 1,
        }
    }
    if start < tokens.end {
        out.push(reader.sentence(start, tokens.end, block));
    }
}

struct Reader<'a> {
    text: &'a str,
    all: &'a [Token],
    end: u32,
}

/// Words that begin a sentence more often than they follow an abbreviation within one.
const STARTERS: &[&str] = &[
    "A", "After", "All", "Although", "An", "And", "As", "At", "Before", "But", "By", "For", "He",
    "Her", "His", "However", "I", "If", "In", "It", "Its", "Many", "Most", "Mr.", "Mrs.", "Ms.",
    "My", "No", "Of", "On", "One", "Or", "Our", "She", "So", "Some", "That", "The", "Their",
    "There", "These", "They", "This", "Those", "To", "We", "What", "When", "While", "With", "Yet",
    "You",
];

/// Verbs that follow a quotation's question or exclamation mark: `“Why?” Orr asked.`
const SPEECH: &[&str] = &[
    "questioned",
    "inquired",
    "quipped",
    "mused",
    "pressed",
    "insisted",
    "announced",
    "warned",
    "recalled",
    "repeated",
    "boasted",
    "complained",
    "argued",
    "observed",
    "remarked",
    "explained",
    "screamed",
    "chanted",
    "thundered",
    "writes",
    "adds",
    "tells",
    "wonders",
    "argues",
    "retorted",
    "said",
    "says",
    "asked",
    "asks",
    "added",
    "told",
    "wrote",
    "tweeted",
    "cried",
    "shouted",
    "replied",
    "yelled",
    "wondered",
    "exclaimed",
    "continued",
    "demanded",
    "responded",
    "joked",
    "declared",
];

impl Reader<'_> {
    fn sentence(&self, start: u32, end: u32, block: u32) -> Sentence {
        let tokens = TokenSpan { start, end };
        let span = self.all[start as usize].span.join(self.all[end as usize - 1].span);
        Sentence { span, tokens, block }
    }

    fn word(&self, i: u32) -> &str {
        if i < self.end { self.all[i as usize].span.of(self.text) } else { "" }
    }

    fn kind(&self, i: u32) -> Option<TokenKind> {
        (i < self.end).then(|| self.all[i as usize].kind)
    }

    /// One past the sentence that token `i` ends, if it ends one.
    fn end_after(&self, i: u32) -> Option<u32> {
        let word = self.word(i);
        let (stop, abbreviated) = match word.as_bytes() {
            b"." | b"?" | b"!" => (true, None),
            [.., b'.'] if self.kind(i) == Some(TokenKind::Punct) => (true, None),
            [stem @ .., b'.'] if self.kind(i) == Some(TokenKind::Word) => {
                let after = &self.text[self.all[i as usize].span.end as usize..];
                (true, abbreviation(std::str::from_utf8(stem).unwrap_or(""), after))
            }
            _ => (word == "…" || word == "。", None),
        };
        let leads = matches!(abbreviated, Some(Abbreviation::Leading | Abbreviation::Number));
        if !stop || leads && !self.initial_ends(i) {
            return None;
        }
        let mut next = i + 1;
        while self.closes(next) {
            next += 1;
        }
        let quoted_end = next > i + 1 && self.all[next as usize - 1].kind == TokenKind::CloseQuote;
        self.begins(next, i, abbreviated.is_some(), quoted_end).then_some(next)
    }

    /// An initial ends a sentence only before a word that begins one: "plan B. The".
    fn initial_ends(&self, i: u32) -> bool {
        self.word(i).len() == 2
            && self.word(i) != "J."
            && STARTERS.binary_search(&self.word(i + 1)).is_ok()
    }

    fn closes(&self, i: u32) -> bool {
        match self.kind(i) {
            Some(TokenKind::CloseQuote) => true,
            Some(TokenKind::Punct) => {
                matches!(self.word(i), ")" | "]" | "?" | "!" | "." | "’" | "'")
            }
            _ => false,
        }
    }

    /// Whether a new sentence can begin at `next`, after the stop at `i`.
    fn begins(&self, next: u32, i: u32, abbreviated: bool, quoted_end: bool) -> bool {
        let Some(kind) = self.kind(next) else { return true };
        let word = self.word(next);
        let capital = word.starts_with(char::is_uppercase);
        if abbreviated {
            let opens =
                kind == TokenKind::OpenQuote && self.word(next + 1).starts_with(char::is_uppercase);
            return opens || STARTERS.binary_search(&word).is_ok();
        }
        match kind {
            TokenKind::Word if quoted_end && !self.full_stop_before(i) => {
                capital && !self.speech_follows(next)
            }
            TokenKind::Word => capital || self.word(i) == "." && !quoted_end && is_branded(word),
            TokenKind::Punct => matches!(word, "(" | "[" | "—" | "–" | "--" | "•") && !quoted_end,
            TokenKind::Clitic => false,
            _ => true,
        }
    }

    fn full_stop_before(&self, i: u32) -> bool {
        self.word(i) == "."
    }

    /// `Orr asked`, `Mr. Orr, the mayor, asked`: a verb of speech within a few tokens.
    fn speech_follows(&self, next: u32) -> bool {
        (next..next + 6).any(|j| SPEECH.contains(&self.word(j)))
    }
}

/// `iPhone`, `eBay`: lower case, then a capital.
fn is_branded(word: &str) -> bool {
    word.chars().nth(1).is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    #[test]
    fn starters_are_sorted() {
        let mut sorted = STARTERS.to_vec();
        sorted.sort_unstable();
        assert_eq!(sorted, STARTERS);
    }

    #[test]
    fn ends() {
        let cases = [
            ("Mr. J. R. Vance of Orr Inc. paid $1.5 million. He left.", 2),
            ("She lives in the U.S. The firm moved to Orr Corp. headquarters.", 2),
            ("“Why?” Orr asked. “Why not?” said Pell.", 2),
            ("“It is over.” Orr left at 5 p.m. on Monday.", 2),
            ("He waited ... and left. No. 5 came at 10 a.m. But nobody saw it…", 3),
            ("“One. Two,” she said. “Three.”", 3),
            ("Gen. Pell (ret.) said no! Why? (Nobody knew.)", 3),
            ("It rose 3.5 percent, to 1,200 vs. 900 in Jan. 2020.", 1),
        ];
        for (text, count) in cases {
            let text = format!("A title\n\n{text}");
            let document = Document::read(&text, &[]);
            let found: Vec<_> = document.sentences[1..].iter().map(|s| s.span.of(&text)).collect();
            assert_eq!(found.len(), count, "{found:#?}");
        }
    }

    #[test]
    fn an_endless_sentence_is_cut() {
        let text = "word ".repeat(10_000);
        let document = Document::read(&text, &[]);
        assert!(document.sentences.iter().all(|s| s.tokens.len() <= LONGEST_SENTENCE as usize));
    }
}
