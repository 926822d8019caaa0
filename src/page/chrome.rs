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

/// What a word of a class or an id says.
#[derive(Debug, Clone, Copy)]
enum Word {
    /// Only furniture has it.
    Furniture,
    /// Only furniture has it behind one of these.
    Behind(&'static [&'static str]),
    /// A reader has to agree before it is shown.
    Consent,
    /// A post is shown, whatever the other words say.
    Post,
}

/// Words in the order of bytes.
const WORDS: [(&str, Word); 98] = [
    ("ad", Word::Furniture),
    ("ads", Word::Furniture),
    ("adsbygoogle", Word::Furniture),
    ("adslot", Word::Furniture),
    ("adunit", Word::Furniture),
    ("advert", Word::Furniture),
    ("advertisement", Word::Furniture),
    ("advertising", Word::Furniture),
    ("also", Word::Behind(&["read", "see"])),
    ("area", Word::Behind(&["widget"])),
    ("authorbio", Word::Furniture),
    ("bio", Word::Furniture),
    ("breadcrumb", Word::Furniture),
    ("breadcrumbs", Word::Furniture),
    ("colophon", Word::Furniture),
    ("comment", Word::Furniture),
    ("commentlist", Word::Furniture),
    ("comments", Word::Furniture),
    ("consent", Word::Consent),
    ("cookie", Word::Consent),
    ("cookies", Word::Consent),
    ("copyright", Word::Furniture),
    ("disqus", Word::Furniture),
    ("donate", Word::Furniture),
    ("donation", Word::Furniture),
    ("embed", Word::Post),
    ("footer", Word::Furniture),
    ("from", Word::Behind(&["more"])),
    ("gdpr", Word::Consent),
    ("jumplink", Word::Furniture),
    ("link", Word::Behind(&["jump", "skip"])),
    ("masthead", Word::Furniture),
    ("menu", Word::Furniture),
    ("modal", Word::Furniture),
    ("more", Word::Behind(&["read"])),
    ("mostread", Word::Furniture),
    ("nav", Word::Furniture),
    ("navbar", Word::Furniture),
    ("navigation", Word::Furniture),
    ("newsletter", Word::Furniture),
    ("newsletters", Word::Furniture),
    ("next", Word::Behind(&["read", "up"])),
    ("on", Word::Behind(&["more"])),
    ("only", Word::Behind(&["print"])),
    ("outbrain", Word::Furniture),
    ("pager", Word::Furniture),
    ("pagination", Word::Furniture),
    ("paywall", Word::Furniture),
    ("placeholder", Word::Consent),
    ("popular", Word::Behind(&["most"])),
    ("popup", Word::Furniture),
    ("printfriendly", Word::Furniture),
    ("privacy", Word::Consent),
    ("promo", Word::Furniture),
    ("promos", Word::Furniture),
    ("promotion", Word::Furniture),
    ("rating", Word::Furniture),
    ("ratings", Word::Furniture),
    ("read", Word::Behind(&["also", "most"])),
    ("readmore", Word::Furniture),
    ("readnext", Word::Furniture),
    ("recirc", Word::Furniture),
    ("recirculation", Word::Furniture),
    ("recommendation", Word::Furniture),
    ("recommendations", Word::Furniture),
    ("recommended", Word::Furniture),
    ("related", Word::Furniture),
    ("relatedposts", Word::Furniture),
    ("respond", Word::Furniture),
    ("share", Word::Furniture),
    ("sharebar", Word::Furniture),
    ("sharedaddy", Word::Furniture),
    ("sharethis", Word::Furniture),
    ("sharing", Word::Furniture),
    ("sidebar", Word::Furniture),
    ("signup", Word::Furniture),
    ("sitemap", Word::Furniture),
    ("skiplink", Word::Furniture),
    ("social", Word::Furniture),
    ("sponsor", Word::Furniture),
    ("sponsored", Word::Furniture),
    ("stories", Word::Behind(&["more"])),
    ("subscribe", Word::Furniture),
    ("subscription", Word::Furniture),
    ("taboola", Word::Furniture),
    ("tagcloud", Word::Furniture),
    ("taglist", Word::Furniture),
    ("tags", Word::Furniture),
    ("teaser", Word::Furniture),
    ("teasers", Word::Furniture),
    ("to", Word::Behind(&["skip"])),
    ("toolbar", Word::Furniture),
    ("tooltip", Word::Furniture),
    ("topics", Word::Furniture),
    ("trending", Word::Furniture),
    ("tweet", Word::Post),
    ("up", Word::Behind(&["sign"])),
    ("us", Word::Behind(&["follow"])),
];

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

/// The class by which search engines ask publishers to mark the very text that is not free.
const PAYWALLED: &str = "paywall";

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
        part = of_words(words(tree.name(id)));
    }
    for attribute in tree.attributes(id) {
        let name = tree.value(attribute.name);
        let found = match name.len() {
            2 if name.eq_ignore_ascii_case("id") => of_words(words(tree.value(attribute.value))),
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
    if unseen && !class.contains(':') {
        return Part::Silent;
    }
    of_words(class.split_ascii_whitespace().filter(|c| *c != PAYWALLED).flat_map(words))
}

fn words(value: &str) -> impl Iterator<Item = &str> {
    value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty())
}

/// What the words of a class or an id say.
fn of_words<'t>(words: impl Iterator<Item = &'t str>) -> Part {
    let mut part = Part::Content;
    let mut before = "";
    for word in words {
        match known(word) {
            Some(Word::Post) => return Part::Content,
            Some(Word::Consent) => part = Part::Silent,
            Some(Word::Furniture) if part == Part::Content => part = Part::Chrome,
            Some(Word::Behind(first))
                if part == Part::Content
                    && first.iter().any(|f| before.eq_ignore_ascii_case(f)) =>
            {
                part = Part::Chrome;
            }
            _ => {}
        }
        before = word;
    }
    part
}

/// What a word says, in any case.
fn known(word: &str) -> Option<Word> {
    let lower = |b: &u8| b.to_ascii_lowercase();
    let order = |(known, _): &(&str, Word)| known.bytes().cmp(word.as_bytes().iter().map(lower));
    WORDS.binary_search_by(order).ok().map(|at| WORDS[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_by_its_words() {
        assert!(WORDS.is_sorted_by_key(|(word, _)| *word));
        for class in [
            "share-bar",
            "c-related__list",
            "post_tags x",
            "ad slot-1",
            "AD",
            "read-more",
            "read more",
            "paywall-prompt",
            "paywall subscribe",
        ] {
            assert_eq!(of_class(class), Part::Chrome, "{class}");
        }
        for class in [
            "entry-content",
            "header",
            "shared-space",
            "social-embed",
            "hidden md:block",
            "paywall",
            "body__text paywall",
        ] {
            assert_eq!(of_class(class), Part::Content, "{class}");
        }
        assert_eq!(of_class("cookie-wall"), Part::Silent);
        assert_eq!(of_style("color: red; display : none"), Part::Silent);
    }
}
