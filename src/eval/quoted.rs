//! Reads short texts whose attributions are quoted in words, in TOML: for those who mark by hand.

use super::{EvalError, GoldArticle, GoldAttribution};
use crate::Span;
use serde::Deserialize;
use std::fs;
use std::path::Path;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    text: Vec<Sample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    text: String,
    attributions: Vec<Spanned<Parts>>,
}

/// An attribution in words; a part that the text does not have is left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    source: Option<String>,
    cue: Option<String>,
    content: Vec<String>,
}

/// Reads a file; its texts are called by its name and their number, from 1.
pub(super) fn read(path: &Path) -> Result<Vec<GoldArticle>, EvalError> {
    let lines = fs::read_to_string(path).map_err(|e| EvalError::read(path, e))?;
    let line = |at: usize| lines.bytes().take(at).filter(|&b| b == b'\n').count();
    let file: File = toml::from_str(&lines).map_err(|e| {
        let at = e.span().map_or(0, |span| span.start);
        EvalError::malformed(path, line(at), e.message())
    })?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let article = |(number, sample): (usize, Sample)| {
        let locate = |parts: &Spanned<Parts>| {
            let missing = |words| {
                let what = format!("{words:?} is not in its place in the text");
                EvalError::malformed(path, line(parts.span().start), what)
            };
            parts.get_ref().locate(&sample.text).map_err(missing)
        };
        let attributions = sample.attributions.iter().map(locate).collect::<Result<_, _>>()?;
        Ok(GoldArticle { id: format!("{name}-{}", number + 1), text: sample.text, attributions })
    };
    file.text.into_iter().enumerate().map(article).collect()
}

impl Parts {
    /// Finds the parts: each piece of content behind the one before, the cue nearest to the content, the
    /// source nearest to the cue, or to the content where there is no cue. The error is the words that are missing.
    fn locate(&self, text: &str) -> Result<GoldAttribution, &str> {
        let mut content = Vec::new();
        let mut from = 0;
        for piece in &self.content {
            let place = places(text, piece).find(|p| p.start as usize >= from);
            let place = place.ok_or(piece.as_str())?;
            from = place.end as usize;
            content.push(place);
        }
        let cue = self.cue.as_deref();
        let cue = cue.map(|words| nearest(text, words, &content, &[]).ok_or(words)).transpose()?;
        let cue: Vec<Span> = cue.into_iter().collect();
        let anchor = if cue.is_empty() { &content } else { &cue };
        let source = self.source.as_deref();
        let source =
            source.map(|words| nearest(text, words, anchor, &content).ok_or(words)).transpose()?;
        Ok(GoldAttribution { source: source.into_iter().collect(), cue, content })
    }
}

/// Where some words stand in a text as whole words; no words stand nowhere.
fn places<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Span> + 'a {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).map(|(at, _)| Span::new(at, at + words.len())).filter(move |place| {
        let before = text[..place.start as usize].chars().next_back();
        let after = text[place.end as usize..].chars().next();
        let cut = letter(before) && letter(words.chars().next())
            || letter(after) && letter(words.chars().next_back());
        !words.is_empty() && !cut
    })
}

/// The place of some words that is nearest to others, and outside of these and of what is `taken`.
fn nearest(text: &str, words: &str, others: &[Span], taken: &[Span]) -> Option<Span> {
    let free = |p: &Span| others.iter().chain(taken).all(|o| p.end <= o.start || o.end <= p.start);
    places(text, words).filter(free).min_by_key(|p| others.iter().map(|o| gap(*p, *o)).min())
}

/// The bytes between two places, 0 where they touch.
fn gap(a: Span, b: Span) -> u32 {
    a.start.saturating_sub(b.end).max(b.start.saturating_sub(a.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts in the order source, cue, content, as they stand in the text.
    fn located(source: &str, cue: &str, content: &[&str], text: &str) -> Result<String, String> {
        let some = |words: &str| (!words.is_empty()).then(|| words.to_owned());
        let content = content.iter().map(|&c| c.to_owned()).collect();
        let parts = Parts { source: some(source), cue: some(cue), content };
        let found = parts.locate(text).map_err(str::to_owned)?;
        let ends = |spans: &[Span]| {
            spans.iter().map(|s| format!("{}-{}", s.start, s.end)).collect::<Vec<_>>().join("+")
        };
        Ok([found.source, found.cue, found.content].map(|part| ends(&part)).join(" "))
    }

    #[test]
    fn parts_stand_nearest_to_each_other() {
        let text = "He said so. “It leaks,” he said, “a lot.”";
        let quoted = ["“It leaks,”", "“a lot.”"];
        assert_eq!(located("he", "said", &quoted, text).as_deref(), Ok("28-30 31-35 12-27+37-49"));
        assert_eq!(located("", "", &["It leaks"], text).as_deref(), Ok("  15-23"));
        assert_eq!(located("H", "said", &quoted, text).as_deref(), Err(&"H".to_owned()));
    }

    #[test]
    fn pieces_of_content_stand_in_order() {
        let text = "“A lot,” he said, “it leaks.”";
        let turned = located("he", "said", &["“it leaks.”", "“A lot,”"], text);
        assert_eq!(turned.as_deref(), Err(&"“A lot,”".to_owned()));
        let empty = located("he", "said", &[""], text);
        assert_eq!(empty.as_deref(), Err(&String::new()));
    }
}
