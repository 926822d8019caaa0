//! Where a post's own words stand before its author line, if they are there at all.

use super::ground::{Setting, score};
use super::text::{before, is_bare, offset, span};
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
    let author = embed.name.as_deref().unwrap_or("");
    if line.contains(|c: char| c.is_alphanumeric() || !c.is_ascii() && !c.is_whitespace()) {
        return glued(text, line, Setting { author, limit, ..Setting::default() }, at_least);
    }
    let above = &near[..near.len() - line.len()];
    let first = above.lines().filter(|l| !is_bare(l)).count() <= 1;
    let alone = near.len() == end && first && text[embed.span.end as usize..].trim().is_empty();
    let setting = Setting { alone, limit, author, ..Setting::default() };
    above_line(text, above, setting, at_least)
}

/// The words on the author line's own line.
fn glued(text: &str, line: &str, setting: Setting<'_>, at_least: i32) -> Option<Span> {
    let all = after_intro(line);
    let words = stretch(all);
    let crowded = words.len() < all.len();
    let setting = Setting { same_line: true, crowded, ..setting };
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
    let block = !above.trim_end_matches('\n').is_empty() && !ends_blank(above) && is_block(above);
    let mut lines = above.lines().rev().filter(|l| !is_bare(l));
    let last = lines.next()?;
    let context = lines.clone().next().unwrap_or("");
    let limit = setting.limit;
    let own = score(last, &Setting { above: context, adjoined: block, ..setting });
    let first = grow(text, last, lines.take(LINES), block, limit);
    // A plain last line belongs to a post whose other lines are plainly one.
    let carried = own >= at_least.min(CARRIED) && first < offset(text, last) && !block;
    let end = offset(text, last) + last.len();
    (own >= at_least || carried).then(|| span(text, &text[first..end]))
}

/// The least that a post's last line scores where the line above it is surely the post's.
const CARRIED: i32 = -1;

/// Where a post begins that ends with the line `last`, given the lines above it from
/// the nearest on.
fn grow<'t>(
    text: &str,
    last: &str,
    lines: impl Iterator<Item = &'t str>,
    block: bool,
    limit: usize,
) -> usize {
    let setting = Setting { limit, ..Setting::default() };
    let (mut first, mut room) = (offset(text, last), limit.saturating_sub(last.chars().count()));
    for line in lines {
        let apart = text[offset(text, line) + line.len()..first].matches('\n').count() > 1;
        let length = line.chars().count();
        let joins = if block { !apart } else { length <= room && score(line, &setting) >= 4 };
        if !joins || line.trim_end().ends_with(':') || is_quoted(line) != is_quoted(last) {
            break;
        }
        first = offset(text, line);
        room = room.saturating_sub(length);
    }
    first
}

/// Whether a line is one of a quoted block.
fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// Whether a blank line ends it.
fn ends_blank(above: &str) -> bool {
    above.trim_end_matches([' ', '\r']).ends_with("\n\n") || above.ends_with("\n\r\n")
}

/// Whether the last lines form a short paragraph of their own, set off by a blank line.
fn is_block(above: &str) -> bool {
    let above = above.trim_end();
    let blank = above.rfind("\n\n").max(above.rfind("\n\r\n"));
    blank.is_some_and(|i| above.len() - i <= 700)
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
