//! Embedded social-media posts: who posted, where, when, and whether the words are still there.
//!
//! A news page shows a post in a frame; its text keeps a line such as
//! `— Jane Roe (@jroe) February 4, 2017`, glued to what stood around it, with its
//! dash misread or lost, and often without the words that it signs. Finding these
//! lines goes in three steps:
//!
//! 1. every platform's parsers propose what reads like its signature: `author`
//!    (X, Bluesky, Mastodon, "on Truth Social"), `shared` (Instagram, Facebook),
//!    `reddit`, `card` (copied cards, TikTok), `lone` (bare addresses and
//!    frames), `tweet` (`<tweet>` residue);
//! 2. `merge` settles which of them speak of one post;
//! 3. `body` looks for the post's own words, and `ground` weighs whether they
//!    are that or the article's. An embed without them is an *orphan*;
//! 4. `nest` finds posts that quote others.
//!
//! `time` reads from a post's number when it was made.

mod author;
mod body;
mod calendar;
mod card;
#[cfg(test)]
mod cases;
mod date;
#[cfg(feature = "html")]
mod framed;
mod ground;
mod handle;
mod lead;
mod lists;
mod lone;
#[cfg(test)]
mod look_alikes;
mod mark;
mod merge;
mod months;
mod nest;
mod permalink;
mod reddit;
mod shared;
#[cfg(test)]
mod tables;
mod tail;
mod text;
mod time;
mod tweet;
mod verdict;

use std::borrow::Cow;

pub use calendar::Date;
#[cfg(feature = "html")]
pub(crate) use framed::{is_frame_text, signature, stated_day};
#[cfg(feature = "html")]
pub(crate) use permalink::permalink;
pub(crate) use text::is_link;
pub use time::PostTime;

use crate::Span;

/// Where a post was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Platform {
    /// X, formerly Twitter.
    X,
    /// Bluesky.
    Bluesky,
    /// Mastodon and its kin: handles of the form `name@host`.
    Mastodon,
    /// Threads.
    Threads,
    /// Instagram.
    Instagram,
    /// Facebook.
    Facebook,
    /// TikTok.
    TikTok,
    /// Reddit.
    Reddit,
    /// Telegram.
    Telegram,
    /// Truth Social.
    TruthSocial,
    /// YouTube.
    YouTube,
}

impl Platform {
    /// Its name as a review writes it.
    ///
    /// ```
    /// assert_eq!(onrecord::embed::Platform::TruthSocial.as_str(), "truthsocial");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Platform::X => "x",
            Platform::Bluesky => "bluesky",
            Platform::Mastodon => "mastodon",
            Platform::Threads => "threads",
            Platform::Instagram => "instagram",
            Platform::Facebook => "facebook",
            Platform::TikTok => "tiktok",
            Platform::Reddit => "reddit",
            Platform::Telegram => "telegram",
            Platform::TruthSocial => "truthsocial",
            Platform::YouTube => "youtube",
        }
    }

    /// Its name as readers know it.
    ///
    /// ```
    /// assert_eq!(onrecord::embed::Platform::TruthSocial.title(), "Truth Social");
    /// ```
    pub fn title(self) -> &'static str {
        match self {
            Platform::X => "X",
            Platform::Bluesky => "Bluesky",
            Platform::Mastodon => "Mastodon",
            Platform::Threads => "Threads",
            Platform::Instagram => "Instagram",
            Platform::Facebook => "Facebook",
            Platform::TikTok => "TikTok",
            Platform::Reddit => "Reddit",
            Platform::Telegram => "Telegram",
            Platform::TruthSocial => "Truth Social",
            Platform::YouTube => "YouTube",
        }
    }
}

/// A post cited in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Embed<'t> {
    /// The author line; where there is none, the tag, frame or address.
    pub span: Span,
    /// Where it was published.
    pub platform: Platform,
    /// The author's name as displayed.
    pub name: Option<Cow<'t, str>>,
    /// The author's account, without the leading `@`.
    pub handle: Option<Cow<'t, str>>,
    /// The day as stated; none where none is, or where the calendar lacks it.
    pub date: Option<Date>,
    /// The post's address as written, without its query.
    pub url: Option<&'t str>,
    /// The platform's number or code for the post, as written.
    pub post_id: Option<&'t str>,
    /// The post's own words.
    pub body: Option<Span>,
    /// Whether its own words are gone.
    pub orphan: bool,
    /// Where the article quotes it once more, in order.
    pub quoted: Vec<Span>,
}

impl Embed<'_> {
    /// When it was made, as far as its own number tells: those of X since November 2010, of
    /// Mastodon, Truth Social and Bluesky do.
    pub fn posted(&self) -> Option<PostTime> {
        time::of_id(self.platform, self.post_id?)
    }

    /// Whether it is a player or a picture that nobody signs: it shows something, and cites no words.
    pub fn is_player(&self) -> bool {
        let shows = matches!(
            self.platform,
            Platform::YouTube | Platform::TikTok | Platform::Instagram | Platform::Facebook
        );
        shows && self.body.is_none() && self.name.is_none() && self.date.is_none()
    }

    pub(crate) fn new(platform: Platform, span: Span) -> Self {
        Self {
            span,
            platform,
            name: None,
            handle: None,
            date: None,
            url: None,
            post_id: None,
            body: None,
            orphan: true,
            quoted: Vec::new(),
        }
    }
}

/// What a parser proposes, and where the post's words are to be looked for.
#[derive(Debug, Clone)]
struct Found<'t> {
    embed: Embed<'t>,
    words: Words,
}

/// Where a post's own words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Words {
    /// Already settled.
    Known,
    /// Before the author line, if they score `at_least`; without them the line is
    /// none where they are `required`.
    Before { at_least: i32, required: bool },
    /// Between a frame's opening words and the line, or before it.
    Framed,
    /// Before the line, or on the line below.
    Around,
    /// On the line below; the line is no signature where they are `required` and
    /// do not read as a post's.
    Below { required: bool },
    /// The opening words of a frame: an empty one, unless its foot follows.
    Frame,
    /// A post's address alone on a line.
    Address,
    /// A picture's link: a post without its author, unless another has its words.
    Unsigned,
}

/// All posts cited in `text`, in document order, in time proportional to its length.
///
/// ```
/// let text = "Thank you all! #roe2024\n— Jane Roe (@jroe) February 4, 2017\nShe left at noon.";
/// let found = onrecord::embed::find(text);
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].handle.as_deref(), Some("jroe"));
/// assert_eq!(found[0].date.unwrap().to_string(), "2017-02-04");
/// assert_eq!(found[0].body.unwrap().of(text), "Thank you all! #roe2024");
/// assert!(!found[0].orphan);
/// ```
pub fn find(text: &str) -> Vec<Embed<'_>> {
    find_outside(text, &[])
}

/// All posts cited in `text` outside of some stretches in order, which are known to be posts.
pub(crate) fn find_outside<'t>(text: &'t str, known: &[Span]) -> Vec<Embed<'t>> {
    let mut found = signatures(text);
    found.extend(shared::facebook(text));
    found.extend(reddit::reddit(text));
    found.extend(card::clocked(text));
    found.extend(card::sounded(text));
    found.extend(lone::lines(text));
    let mut embeds = merge::merge(text, found, tweet::tweets(text), known);
    nest::nest(text, &mut embeds);
    embeds
}

/// The words of posts in the order of the text, those of posts within posts joined to theirs.
pub(crate) fn bodies(embeds: &[Embed<'_>]) -> Vec<Span> {
    let mut bodies: Vec<Span> = embeds.iter().filter_map(|e| e.body).collect();
    bodies.sort_unstable();
    bodies.dedup_by(|next, last| {
        let joins = next.overlaps(*last);
        *last = if joins { last.join(*next) } else { *last };
        joins
    });
    bodies
}

/// The span among some in order, none of which overlap, that holds a byte position.
pub(crate) fn holder(spans: &[Span], at: u32) -> Option<usize> {
    let next = spans.partition_point(|s| s.start <= at);
    next.checked_sub(1).filter(|&i| at < spans[i].end)
}

/// Reads a date as author lines state it; none where it names no day or two.
pub(crate) fn stated(i: &str) -> nom::IResult<&str, Option<Date>> {
    date::date(i)
}

/// Reads a handle; yields it without its `@`.
pub(crate) fn account(i: &str) -> nom::IResult<&str, &str> {
    handle::handle(i)
}

/// The first byte of a full-width `＠`.
const FULL_WIDTH: u8 = "＠".as_bytes()[0];

/// The signatures that have a handle with `@`.
fn signatures(text: &str) -> Vec<Found<'_>> {
    let mut floor = 0;
    let mut all = Vec::new();
    for at in text::places(text, |b| matches!(b, b'@' | b'&' | FULL_WIDTH)) {
        if at < floor || handle::sign(&text[at..]).is_err() {
            continue;
        }
        let found = shared::instagram(text, floor, at).or_else(|| author::author(text, floor, at));
        if let Some(found) = found {
            floor = found.embed.span.end as usize;
            all.push(found);
        }
    }
    all
}
