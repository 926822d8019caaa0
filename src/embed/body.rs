//! Where a post's own words stand before its author line, if they are there at all.

use super::ground::{Setting, score};
use super::text::{before, offset, span};
use super::{Date, Embed, Platform};
use crate::Span;

/// The farthest that words are looked for, in bytes.
const REACH: usize = 1_600;
/// The most lines that a post is put together from.
const LINES: usize = 10;
/// Longest stretch taken from a line that holds more than the post, in characters.
const STRETCH: usize = 320;

/// The words before `embed`'s author line, not before `floor`, if they score `at_least`.
pub(super) fn before_line(
    text: &str,
    floor: usize,
    embed: &Embed<'_>,
    at_least: i32,
) -> Option<Span> {
    let end = embed.span.start as usize;
    let near = before(text, floor, end, REACH);
    let line = near.rsplit('\n').next().unwrap_or(near);
    let limit = limit(embed.platform, embed.date);
    if line.contains(|c: char| c.is_alphanumeric() || !c.is_ascii() && !c.is_whitespace()) {
        return glued(text, line, limit, at_least);
    }
    let above = &near[..near.len() - line.len()];
    let first = above.lines().filter(|l| !l.trim().is_empty()).count() <= 1;
    let alone = near.len() == end && first && text[embed.span.end as usize..].trim().is_empty();
    let setting = Setting { alone, limit, ..Setting::default() };
    above_line(text, above, setting, at_least)
}

/// The words on the author line's own line.
fn glued(text: &str, line: &str, limit: usize, at_least: i32) -> Option<Span> {
    let words = stretch(after_intro(line));
    let setting = Setting { same_line: true, limit, ..Setting::default() };
    (!words.trim().is_empty() && score(words, &setting) >= at_least).then(|| span(text, words))
}

/// What stands behind a colon that announces a post (`on Twitter:`), else all.
fn after_intro(line: &str) -> &str {
    const ANNOUNCE: [&str; 9] =
        ["twitter", "tweet", "wrote", "posted", "on x", "social", "instagram", "bluesky", "said"];
    let announced = |&(i, _): &(usize, &str)| {
        let lead = before(line, 0, i, 48).to_lowercase();
        line[i + 1..].starts_with(|c: char| c != '/') && ANNOUNCE.iter().any(|a| lead.contains(a))
            || line[..i].ends_with(' ') && !line[i + 1..].starts_with([' ', '/', ')', '-'])
            || line[i + 1..].trim().is_empty()
    };
    line.match_indices(':').rev().find(announced).map_or(line, |(i, _)| &line[i + 1..])
}

/// The end of `words` from the beginning of a sentence, where there are too many.
fn stretch(words: &str) -> &str {
    let Some((cut, _)) = words.char_indices().rev().nth(STRETCH) else { return words };
    let tail = &words[cut..];
    tail.find(". ").map_or(tail, |i| &tail[i + 2..])
}

/// The words on the lines above the author line.
fn above_line<'t>(
    text: &'t str,
    above: &'t str,
    setting: Setting<'t>,
    at_least: i32,
) -> Option<Span> {
    let lines: Vec<&str> = above.lines().rev().collect();
    let gap = lines.iter().take_while(|l| l.trim().is_empty()).count();
    let mut lines = lines.into_iter().skip(gap).peekable();
    let last = lines.next()?;
    let block = gap == 0 && is_block(above);
    let context = lines.clone().find(|l| !l.trim().is_empty()).unwrap_or("");
    let limit = setting.limit;
    let setting = Setting { above: context, adjoined: block, ..setting };
    if score(last, &setting) < at_least {
        return None;
    }
    let mut first = last;
    for line in lines.take(LINES) {
        let plain = Setting { limit, ..Setting::default() };
        let strong = || score(line, &plain) >= 4;
        let end = line.trim().is_empty() || line.trim_end().ends_with(':');
        if end || !(block || strong()) {
            break;
        }
        first = line;
    }
    let end = offset(text, last) + last.len();
    Some(span(text, &text[offset(text, first)..end]))
}

/// Whether the last lines form a short paragraph of their own, set off by a blank line.
fn is_block(above: &str) -> bool {
    let paragraph = above.trim_end().rfind("\n\n").map(|i| &above[i + 2..]);
    paragraph.is_some_and(|p| p.len() <= 700)
}

/// The most characters that a post could have on `platform` at `date`.
fn limit(platform: Platform, date: Option<Date>) -> usize {
    match platform {
        // Twitter doubled its limit on 7 November 2017.
        Platform::X => {
            let early = date.is_some_and(|d| (d.year, d.month, d.day) < (2017, 11, 7));
            if early { 140 } else { 280 }
        }
        Platform::Bluesky => 300,
        Platform::Mastodon | Platform::Threads => 500,
        _ => 2_200,
    }
}
