//! An attribution in its context, on one line.

use super::{GoldAttribution, Role};
use std::cmp::Reverse;

/// How many characters of text are shown on either side of a mark.
const CONTEXT: usize = 60;

/// The text around an attribution, with its parts marked `[S …]`, `[C …]` and `[X …]` (content);
/// long stretches between marks are left out.
pub(super) fn excerpt(text: &str, attribution: &GoldAttribution) -> String {
    let mut out = String::new();
    let mut last = None;
    for (at, mark) in marks(attribution) {
        match last {
            None => push_tail(&mut out, text.get(..at).unwrap_or("")),
            Some(last) => push_between(&mut out, text.get(last..at).unwrap_or("")),
        }
        out.push_str(mark);
        last = Some(at);
    }
    push_head(&mut out, text.get(last.unwrap_or(0)..).unwrap_or(""));
    out
}

/// Where marks stand, in bytes, and what they are.
fn marks(attribution: &GoldAttribution) -> Vec<(usize, &'static str)> {
    let mut marks = Vec::new();
    for (role, opens) in Role::ALL.into_iter().zip(["[S ", "[C ", "[X "]) {
        for span in attribution.part(role).iter().filter(|s| !s.is_empty()) {
            let (start, end) = (span.start as usize, span.end as usize);
            // Marks that close come first; of those that open, the outermost.
            marks.push(((end, false, Reverse(end)), "]"));
            marks.push(((start, true, Reverse(end)), opens));
        }
    }
    marks.sort_by_key(|(place, _)| *place);
    marks.into_iter().map(|((at, ..), mark)| (at, mark)).collect()
}

fn push_between(out: &mut String, text: &str) {
    if text.chars().nth(2 * CONTEXT).is_none() {
        return push_flat(out, text);
    }
    push_head(out, text);
    push_flat(out, tail(text));
}

/// The beginning of a text, up to a space.
fn push_head(out: &mut String, text: &str) {
    let Some((limit, _)) = text.char_indices().nth(CONTEXT) else { return push_flat(out, text) };
    let end = text[..limit].rfind(char::is_whitespace).unwrap_or(limit);
    push_flat(out, &text[..end]);
    out.push_str(" …");
}

/// The end of a text, from a space on.
fn push_tail(out: &mut String, text: &str) {
    let tail = tail(text);
    if tail.len() < text.len() {
        out.push('…');
    }
    push_flat(out, tail);
}

fn tail(text: &str) -> &str {
    let Some((limit, _)) = text.char_indices().rev().nth(CONTEXT) else { return text };
    let start = text[limit..].find(char::is_whitespace).map_or(limit, |i| limit + i);
    &text[start..]
}

/// The text with every stretch of white space as one space, or as a pilcrow where it breaks the line.
fn push_flat(out: &mut String, text: &str) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_whitespace() {
            out.push(c);
            continue;
        }
        let mut breaks = c == '\n';
        while let Some(space) = chars.next_if(|c| c.is_whitespace()) {
            breaks |= space == '\n';
        }
        out.push_str(if breaks { " ¶ " } else { " " });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    fn spans(text: &str, words: &[&str]) -> Vec<Span> {
        let span = |w: &&str| text.find(w).map(|at| Span::new(at, at + w.len()));
        words.iter().filter_map(span).collect()
    }

    #[test]
    fn parts_are_marked() {
        let text = "Bridge\n\n“It is,” said  Orr, “old.”";
        let attribution = GoldAttribution {
            source: spans(text, &["Orr"]),
            cue: spans(text, &["said"]),
            content: spans(text, &["It is", "old"]),
        };
        let expected = "Bridge ¶ “[X It is],” [C said] [S Orr], “[X old].”";
        assert_eq!(excerpt(text, &attribution), expected);
    }

    #[test]
    fn long_stretches_are_cut() {
        let text = format!("{0}Orr said {0}é.", "word ".repeat(100));
        let attribution = GoldAttribution {
            source: spans(&text, &["Orr"]),
            content: vec![Span::new(text.len() - 450, text.len())],
            ..Default::default()
        };
        let line = excerpt(&text, &attribution);
        assert!(line.starts_with("… word") && line.ends_with("word é.]"), "{line}");
        assert!(line.contains(" … word"), "{line}");
        assert!(line.chars().count() < 400, "{line}");
    }

    #[test]
    fn nested_parts_keep_their_order() {
        let attribution = GoldAttribution {
            source: vec![Span::new(0, 1)],
            content: vec![Span::new(0, 3), Span::new(3, 3)],
            ..Default::default()
        };
        assert_eq!(excerpt("a b", &attribution), "[X [S a] b]");
        assert_eq!(excerpt("a b", &GoldAttribution::default()), "a b");
    }
}
