//! What on a page is not its article: told by element, role, and the words of class and id.

use super::tag::Tag;
use super::tree::{NodeId, Tree};

/// What an element is to the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Part {
    /// Part of it, as far as it can be told.
    #[default]
    Content,
    /// Not shown as such; posts in it are cited nevertheless: templates, what waits for consent.
    Silent,
    /// No part of it.
    Chrome,
}

/// Words of a class or an id that only furniture has.
const WORDS: [&str; 76] = [
    "ad",
    "ads",
    "adsbygoogle",
    "adslot",
    "adunit",
    "advert",
    "advertisement",
    "advertising",
    "authorbio",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "colophon",
    "comment",
    "commentlist",
    "comments",
    "copyright",
    "disqus",
    "donate",
    "donation",
    "footer",
    "jumplink",
    "masthead",
    "menu",
    "modal",
    "mostread",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "newsletters",
    "outbrain",
    "pager",
    "pagination",
    "paywall",
    "popup",
    "printfriendly",
    "promo",
    "promos",
    "promotion",
    "rating",
    "ratings",
    "readmore",
    "readnext",
    "recirc",
    "recirculation",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "relatedposts",
    "respond",
    "share",
    "sharebar",
    "sharedaddy",
    "sharethis",
    "sharing",
    "sidebar",
    "signup",
    "sitemap",
    "skiplink",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "tagcloud",
    "taglist",
    "tags",
    "teaser",
    "teasers",
    "toolbar",
    "tooltip",
    "topics",
    "trending",
];

/// Pairs of words that only furniture has.
const PAIRS: [(&str, &str); 20] = [
    ("also", "read"),
    ("author", "bio"),
    ("follow", "us"),
    ("jump", "link"),
    ("more", "from"),
    ("more", "on"),
    ("more", "stories"),
    ("most", "popular"),
    ("most", "read"),
    ("post", "tags"),
    ("read", "also"),
    ("read", "more"),
    ("read", "next"),
    ("see", "also"),
    ("sign", "up"),
    ("skip", "link"),
    ("skip", "to"),
    ("up", "next"),
    ("widget", "area"),
    ("print", "only"),
];

/// Words of what a reader has to agree to before it is shown.
const CONSENT: [&str; 6] = ["consent", "cookie", "cookies", "gdpr", "placeholder", "privacy"];

/// Classes of what only a screen reader tells, or nobody.
const UNSEEN: [&str; 9] = [
    "assistive-text",
    "d-none",
    "hidden",
    "offscreen",
    "screen-reader-text",
    "screenreader",
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
];

/// What an element is to the article, whatever it holds.
pub(super) fn part(tree: &Tree<'_>, id: NodeId, tag: Tag) -> Part {
    match tag {
        Tag::Script | Tag::Template | Tag::Noscript => return Part::Silent,
        Tag::Style | Tag::Head | Tag::Title | Tag::Hidden | Tag::Nav | Tag::Footer => {
            return Part::Chrome;
        }
        Tag::Document | Tag::Html | Tag::Body | Tag::Main => return Part::Content,
        _ => {}
    }
    let out = tag == Tag::Aside || is_plugin(tree, id);
    let mut part = if out { Part::Chrome } else { Part::Content };
    if tag == Tag::Custom {
        part = of_words(tree.name(id));
    }
    for attribute in tree.attributes(id) {
        let name = tree.value(attribute.name);
        let found = match name.len() {
            2 if name.eq_ignore_ascii_case("id") => of_words(tree.value(attribute.value)),
            4 if name.eq_ignore_ascii_case("role") => of_role(tree.value(attribute.value)),
            5 if name.eq_ignore_ascii_case("class") => of_class(tree.value(attribute.value)),
            5 if name.eq_ignore_ascii_case("style") => of_style(tree.value(attribute.value)),
            6 if name.eq_ignore_ascii_case("hidden") => Part::Silent,
            11 if name.eq_ignore_ascii_case("aria-hidden") => match tree.value(attribute.value) {
                "true" => Part::Silent,
                _ => Part::Content,
            },
            _ => Part::Content,
        };
        part = match (part, found) {
            (Part::Chrome, _) | (_, Part::Chrome) => Part::Chrome,
            (Part::Silent, _) | (_, Part::Silent) => Part::Silent,
            _ => Part::Content,
        };
    }
    part
}

/// Whether an element shows an account rather than a post, whatever words it shows in its place.
pub(super) fn is_plugin(tree: &Tree<'_>, id: NodeId) -> bool {
    const PLUGINS: [&str; 6] = [
        "fb-like",
        "fb-page",
        "twitter-follow-button",
        "twitter-share-button",
        "twitter-timeline",
        "fb-comments",
    ];
    let class = tree.attribute(id, "class").unwrap_or("");
    class.split_ascii_whitespace().any(|c| PLUGINS.contains(&c))
}

fn of_role(role: &str) -> Part {
    const ROLES: [&str; 11] = [
        "alert",
        "alertdialog",
        "banner",
        "complementary",
        "contentinfo",
        "dialog",
        "menu",
        "navigation",
        "search",
        "toolbar",
        "tooltip",
    ];
    if ROLES.contains(&role) { Part::Chrome } else { Part::Content }
}

fn of_style(style: &str) -> Part {
    let gone = |rule: &str| {
        rule.split_once(':').is_some_and(|(name, value)| {
            matches!((name.trim(), value.trim()), ("display", "none") | ("visibility", "hidden"))
        })
    };
    if style.split(';').any(gone) { Part::Silent } else { Part::Content }
}

fn of_class(class: &str) -> Part {
    let unseen = class.split_ascii_whitespace().any(|c| UNSEEN.contains(&c));
    // `hidden md:block` is shown on a wide screen.
    if unseen && !class.contains(':') { Part::Silent } else { of_words(class) }
}

/// What the words of a class or an id say.
fn of_words(value: &str) -> Part {
    let words = || value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    let is = |w: &str, known: &str| w.eq_ignore_ascii_case(known);
    if words().any(|w| is(w, "embed") || is(w, "tweet")) {
        return Part::Content;
    }
    if words().any(|w| CONSENT.iter().any(|c| is(w, c))) {
        return Part::Silent;
    }
    let mut before = "";
    for word in words() {
        let pair = PAIRS.iter().any(|(a, b)| is(before, a) && is(word, b));
        if pair || is_furniture(word) {
            return Part::Chrome;
        }
        before = word;
    }
    Part::Content
}

/// Whether a word is one of [`WORDS`], in any case.
fn is_furniture(word: &str) -> bool {
    let lower = |b: &u8| b.to_ascii_lowercase();
    WORDS.binary_search_by(|known| known.bytes().cmp(word.as_bytes().iter().map(lower))).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_by_its_words() {
        assert!(WORDS.is_sorted());
        for class in ["share-bar", "c-related__list", "post_tags x", "ad slot-1", "AD", "read-more"]
        {
            assert_eq!(of_class(class), Part::Chrome, "{class}");
        }
        for class in ["entry-content", "header", "shared-space", "social-embed", "hidden md:block"]
        {
            assert_eq!(of_class(class), Part::Content, "{class}");
        }
        assert_eq!(of_class("cookie-wall"), Part::Silent);
        assert_eq!(of_style("color: red; display : none"), Part::Silent);
    }
}
