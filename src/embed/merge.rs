//! Which proposals speak of one post, and what words are left to each.

use super::ground::{Setting, score};
use super::lone::FRAMES;
use super::text::{after, before, offset, span};
use super::tweet::{absorb, gap, same_account};
use super::{Embed, Found, Words, body};
use crate::Span;

/// The farthest that a frame's foot stands from its opening words, in bytes.
const FRAME: usize = 3_000;

/// The embeds of the text in document order, from what the parsers propose.
pub(super) fn merge<'t>(
    text: &'t str,
    mut found: Vec<Found<'t>>,
    mut tweets: Vec<(Found<'t>, Span)>,
    known: &[Span],
) -> Vec<Embed<'t>> {
    found.retain(|f| !is_known(known, f.embed.span));
    tweets.retain(|(f, _)| !is_known(known, f.embed.span));
    found.sort_by_key(|f| (f.embed.span.start, std::cmp::Reverse(f.embed.span.end)));
    let kept = join(text, with_tweets(text, found, tweets));
    settle(text, kept, known)
}

/// Whether a post that is already known holds some of it.
fn is_known(known: &[Span], span: Span) -> bool {
    let next = known.partition_point(|k| k.end <= span.start);
    known.get(next).is_some_and(|k| k.start < span.end)
}

/// Gives author lines within or right behind `<tweet>` tags to the tags.
fn with_tweets<'t>(
    text: &'t str,
    found: Vec<Found<'t>>,
    tweets: Vec<(Found<'t>, Span)>,
) -> Vec<Found<'t>> {
    let mut all = Vec::with_capacity(found.len() + tweets.len());
    let mut lines = found.into_iter().peekable();
    for (mut tweet, region) in tweets {
        while let Some(line) = lines.next_if(|l| l.embed.span.start < region.start) {
            all.push(line);
        }
        let mut free = true;
        while let Some(line) = lines.peek() {
            let inside = region.contains(line.embed.span);
            let signed = line.words != Words::Unsigned
                && same_account(tweet.embed.handle.as_ref(), line.embed.handle.as_ref())
                && gap(text, region, line.embed.span);
            if signed && free {
                absorb(text, &mut tweet.embed, region, &line.embed);
                free = false;
            } else if !inside {
                break;
            }
            lines.next();
        }
        all.push(tweet);
    }
    all.extend(lines);
    all
}

/// Drops what overlaps, and joins addresses to the author lines they adjoin.
fn join<'t>(text: &str, found: Vec<Found<'t>>) -> Vec<Found<'t>> {
    let mut kept: Vec<Found<'t>> = Vec::with_capacity(found.len());
    for mut next in found {
        let Some(last) = kept.last_mut() else {
            kept.push(next);
            continue;
        };
        let (end, start) = (last.embed.span.end, next.embed.span.start);
        let signed = next.embed.body.is_some_and(|b| b.start < end);
        if start < end || next.words == Words::Unsigned && signed {
            continue;
        }
        let close = start - end <= 8
            && text.get(end as usize..start as usize).is_some_and(|b| b.trim().is_empty());
        let one = close
            && last.embed.platform == next.embed.platform
            && same_account(last.embed.handle.as_ref(), next.embed.handle.as_ref());
        match (last.words, next.words) {
            (Words::Unsigned, Words::Before { .. } | Words::Known) if close => *last = next,
            (Words::Address, Words::Address) => kept.push(next),
            (_, Words::Address) if one && last.embed.url.is_none() => {
                lend(&mut last.embed, &next.embed)
            }
            (Words::Address, Words::Before { .. }) if one => {
                lend(&mut next.embed, &last.embed);
                *last = next;
            }
            _ => kept.push(next),
        }
    }
    kept
}

/// Gives one embed the address of another.
fn lend<'t>(to: &mut Embed<'t>, from: &Embed<'t>) {
    to.url = to.url.or(from.url);
    to.post_id = to.post_id.or(from.post_id);
}

/// Finds the words of each embed and drops what turns out to be none.
fn settle<'t>(text: &'t str, found: Vec<Found<'t>>, known: &[Span]) -> Vec<Embed<'t>> {
    let mut done: Vec<(Embed<'t>, Words)> = Vec::with_capacity(found.len());
    let mut floor = 0;
    for Found { mut embed, words } in found {
        let before = known.partition_point(|k| k.end <= embed.span.start);
        floor = known[..before].last().map_or(floor, |k| floor.max(k.end as usize));
        if matches!(words, Words::Known | Words::Frame | Words::Unsigned) {
            if words != Words::Unsigned {
                floor = end(&embed);
            }
            done.push((embed, words));
            continue;
        }
        let frame = words == Words::Framed;
        let opened = done.pop_if(|(e, w)| {
            let near = embed.span.start - e.span.end <= FRAME as u32;
            frame && *w == Words::Frame && near
        });
        let body = match opened {
            Some((frame, _)) => between(text, frame.span.end, embed.span.start),
            None => words_of(text, floor, &embed, words),
        };
        if body.is_none()
            && matches!(
                words,
                Words::Before { required: true, .. } | Words::Below { required: true }
            )
        {
            continue;
        }
        if let Some(body) = body {
            while done.pop_if(|(e, w)| *w == Words::Unsigned && body.contains(e.span)).is_some() {}
        }
        embed.orphan = body.is_none();
        embed.body = body;
        floor = end(&embed);
        done.push((embed, words));
    }
    done.into_iter().map(|(embed, _)| embed).collect()
}

/// Where an embed ends, its words included.
fn end(embed: &Embed<'_>) -> usize {
    embed.body.map_or(embed.span, |b| b.join(embed.span)).end as usize
}

fn between(text: &str, start: u32, end: u32) -> Option<Span> {
    let words = span(text, text.get(start as usize..end as usize)?);
    (!words.is_empty()).then_some(words)
}

fn words_of(text: &str, floor: usize, embed: &Embed<'_>, words: Words) -> Option<Span> {
    match words {
        Words::Before { at_least, .. } => body::before_line(text, floor, embed, at_least),
        Words::Framed => match opening(text, floor, embed.span.start as usize) {
            Some(opened) => between(text, opened, embed.span.start),
            None => body::before_line(text, floor, embed, 1),
        },
        Words::Address => body::before_line(text, floor, embed, 5),
        Words::Around => body::before_line(text, floor, embed, 1).or_else(|| below(text, embed)),
        Words::Below { required } => {
            below(text, embed).filter(|w| !required || reads_as_post(w.of(text)))
        }
        Words::Known | Words::Frame | Words::Unsigned => embed.body,
    }
}

fn reads_as_post(words: &str) -> bool {
    score(words, &Setting { limit: 280, ..Setting::default() }) >= 2
}

/// Where the opening words of a frame end that stand on the foot's own line.
fn opening(text: &str, floor: usize, foot: usize) -> Option<u32> {
    let near = before(text, floor, foot, FRAME);
    let line = near.rsplit('\n').next().unwrap_or(near);
    let words = FRAMES.iter().find_map(|f| line.rfind(f).map(|i| &line[i + f.len()..]))?;
    u32::try_from(offset(text, words)).ok()
}

/// The line right below, if it is short.
fn below(text: &str, embed: &Embed<'_>) -> Option<Span> {
    let rest = after(text, embed.span.end as usize, 1_200);
    let line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?.lines().next()?;
    (!line.trim().is_empty() && line.chars().count() <= 300).then(|| span(text, line))
}
