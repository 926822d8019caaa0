//! "A post shared by Name (@handle)", the foot of an Instagram frame, and "Posted
//! by Name on Friday, …", that of a Facebook frame.

use std::borrow::Cow;

use super::author;
use super::date::weekday_date;
use super::handle::handle;
use super::tail::{Close, close, tail};
use super::text::{after, before, displayed, offset, places, rest_of_line};
use super::verdict;
use super::{Embed, Found, Platform, Words};
use crate::Span;

/// What stands before the name.
const SHARED: [&str; 33] = [
    "A post shared by",
    "A photo posted by",
    "A video posted by",
    "A photo shared by",
    "A video shared by",
    "A post posted by",
    "Ein Beitrag geteilt von",
    "Ein Foto geteilt von",
    "Una foto publicada por",
    "Una foto compartida por",
    "Un vídeo publicado por",
    "Un video publicado por",
    "Une photo publiée par",
    "Een foto die is geplaatst door",
    "Una publicación compartida por",
    "Una publicación compartida de",
    "Une publication partagée par",
    "Un post condiviso da",
    "Uma publicação compartilhada por",
    "Uma publicação partilhada por",
    "Een bericht gedeeld door",
    "Ett inlägg delat av",
    "Et opslag delt af",
    "Публикация от",
    "Post udostępniony przez",
    "Et innlegg delt av",
    "Příspěvek sdílený",
    "O postare distribuită de",
    "Sebuah kiriman dibagikan oleh",
    "Допис, поширений",
    "โพสต์ที่แชร์โดย",
    "تمت مشاركة منشور بواسطة",
    "פוסט משותף על ידי",
];

/// What stands before the name and after the handle, where the language puts
/// the verb last.
const AROUND: [(&str, &str); 13] = [
    ("Ein von", " geteilter Beitrag"),
    ("", "がシェアした投稿"),
    ("", " 님의 공유 게시물"),
    ("", "님의 공유 게시물"),
    ("", " 分享的帖子"),
    ("", "分享的貼文"),
    ("", " さんの投稿"),
    ("", "さんの投稿"),
    ("", "'in paylaştığı bir gönderi"),
    ("", "’in paylaştığı bir gönderi"),
    ("", " által megosztott bejegyzés"),
    ("Henkilön", " jakama julkaisu"),
    ("Bài viết do", " chia sẻ"),
];

/// The longest foot looked for before a handle, in bytes.
const FOOT: usize = 240;

/// ```text
/// shared = "A post shared by" ( [ name ] "(" handle ")" | handle ) [ [ "on" ] date ]
/// ```
/// in the languages of the frame, around the `@` at `at`.
pub(super) fn instagram<'t>(text: &'t str, floor: usize, at: usize) -> Option<Found<'t>> {
    let (rest, handle) = handle(after(text, at, 400)).ok()?;
    let open = author::bracket(&text[floor..at]);
    let near = before(text, floor, at - open.unwrap_or(0), FOOT);
    let line = near.rsplit(['\n', '\r']).next().unwrap_or(near);
    let bare = open.is_none() && SHARED.iter().any(|lead| line.trim_end().ends_with(lead));
    if !bare && open.is_none() {
        return None;
    }
    let (rest, _) = if bare { (rest, ' ') } else { author::closing(rest).ok()? };
    let (start, name, rest) = foot(line, rest).filter(|_| author::may_go_on(rest))?;
    let tail = tail(text, rest);
    if tail.close == Close::Prose || bare && tail.close != Close::Line {
        return None;
    }
    let start = offset(text, line) + start;
    let mut embed = Embed::new(Platform::Instagram, Span::new(start, tail.end));
    embed.name = displayed(name);
    embed.handle = Some(Cow::Borrowed(handle));
    embed.date = tail.date.flatten();
    if let Some(link) = tail.link {
        embed.url = Some(link.url);
        embed.post_id = Some(link.post_id);
    }
    Some(Found { embed, words: Words::Framed })
}

/// Where the foot begins on `line`, the name on it, and what follows the foot.
fn foot<'t>(line: &'t str, rest: &'t str) -> Option<(usize, &'t str, &'t str)> {
    // All of them begin with a capital, or in a script without any.
    let initials = line.char_indices().rev().filter(|(_, c)| c.is_uppercase() || !c.is_ascii());
    let lead = |at: usize| SHARED.iter().find(|lead| line[at..].starts_with(**lead));
    if let Some((start, lead)) = initials.filter_map(|(at, _)| Some((at, lead(at)?))).next() {
        return Some((start, &line[start + lead.len()..], rest));
    }
    AROUND.iter().find_map(|(lead, verb)| {
        let rest = rest.strip_prefix(verb)?;
        let rest = rest.strip_prefix(" - ").unwrap_or(rest);
        let start = if lead.is_empty() { 0 } else { line.rfind(lead)? };
        Some((start, &line[start + lead.len()..], rest))
    })
}

/// What stands before the name and before the day.
const POSTED: [(&str, &str); 7] = [
    ("Posted by ", " on "),
    ("Gepostet von ", " am "),
    ("Publiée par ", " sur "),
    ("Publicado por ", " en "),
    ("Publicado por ", " em "),
    ("Pubblicato da ", " su "),
    ("Geplaatst door ", " op "),
];

/// ```text
/// posted = "Posted by" name "on" weekday date
/// ```
/// in the languages of the frame. The weekday is always there: without it the
/// line is a blog's byline.
pub(super) fn facebook(text: &str) -> Vec<Found<'_>> {
    let initials = places(text, |b| matches!(b, b'P' | b'G'));
    let read = |at: usize| {
        let frames = POSTED.iter().filter(|(lead, _)| text[at..].starts_with(lead));
        frames.filter_map(|(lead, on)| posted(text, at, lead, on)).next()
    };
    initials.filter_map(read).collect()
}

/// A byline gives the hour before the day, a frame never does.
fn is_name(name: &str) -> bool {
    name.chars().count() <= 80 && !name.contains(" at ") && !name.contains(" um ")
}

fn posted<'t>(text: &'t str, start: usize, lead: &str, on: &str) -> Option<Found<'t>> {
    let previous = text[..start].chars().next_back();
    let inline = text[..start].trim_end_matches(' ').chars().next_back();
    if previous == Some(' ') && inline.is_some_and(|c| c.is_alphanumeric() || c == ',') {
        return None;
    }
    let line = rest_of_line(text, start + lead.len(), 300);
    if line.trim_start().starts_with("u/") {
        return None;
    }
    let (at, (rest, date)) = line
        .match_indices(on)
        .take(4)
        .find_map(|(i, _)| weekday_date(&line[i + on.len()..]).ok().map(|read| (i, read)))?;
    if !matches!(close(rest), Close::Line | Close::Glued) || !is_name(&line[..at]) {
        return None;
    }
    let mut embed = Embed::new(Platform::Facebook, Span::new(start, offset(text, rest)));
    embed.name = displayed(&line[..at]);
    embed.date = date;
    let top = verdict::is_top(text, start);
    let words = Words::Before { at_least: if top { 2 } else { 1 }, required: top };
    Some(Found { embed, words })
}
