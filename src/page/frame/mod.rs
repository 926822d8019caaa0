//! Frames: the markup with which a page shows a post, platform by platform.

pub(in crate::page) mod address;
pub(in crate::page) mod content;

use address::Address;

use crate::embed::{Platform, stated_day};
use crate::page::tag::Tag;
use crate::page::tree::{NodeId, Tree};

/// What the markup of a frame says of its post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::page) struct Frame {
    pub(in crate::page) platform: Platform,
    pub(in crate::page) address: Option<Address>,
    /// The page that posted, where the frame shows no post of its own.
    pub(in crate::page) profile: Option<String>,
    /// The markup is the platform's own: unsigned words in it are the post's.
    pub(in crate::page) own: bool,
}

/// Classes that the platforms' own markup has.
const CLASSES: [(&str, Platform); 15] = [
    ("twitter-tweet", Platform::X),
    ("twitter-video", Platform::X),
    ("bluesky-embed", Platform::Bluesky),
    ("mastodon-embed", Platform::Mastodon),
    ("text-post-media", Platform::Threads),
    ("instagram-media", Platform::Instagram),
    ("fb-post", Platform::Facebook),
    ("fb-video", Platform::Facebook),
    ("fb-xfbml-parse-ignore", Platform::Facebook),
    ("tiktok-embed", Platform::TikTok),
    ("reddit-embed-bq", Platform::Reddit),
    ("reddit-card", Platform::Reddit),
    ("telegram-post", Platform::Telegram),
    ("truthsocial-embed", Platform::TruthSocial),
    ("truth-social-embed", Platform::TruthSocial),
];

/// The platform whose own markup has one of the classes that an element has.
fn platform_of(class: &str) -> Option<Platform> {
    class.split_ascii_whitespace().map(bare).find_map(|class| {
        CLASSES.iter().find(|(known, _)| *known == class).map(|(_, platform)| *platform)
    })
}

/// The frame that an element is.
pub(in crate::page) fn of(tree: &Tree<'_>, id: NodeId, tag: Tag) -> Option<Frame> {
    if tree.attributes(id).is_empty() && tag != Tag::Blockquote
        || matches!(tag, Tag::A | Tag::Link | Tag::Meta | Tag::Li)
    {
        return None;
    }
    let class = tree.attribute(id, "class").unwrap_or("");
    let platform = platform_of(class);
    let words = matches!(tag, Tag::P | Tag::H1 | Tag::Heading | Tag::Inline | Tag::Void);
    if words && platform.is_none() {
        return None;
    }
    let own = matches!(tag, Tag::Iframe | Tag::Custom | Tag::Script) || platform.is_some();
    let address = stated(tree, id, own);
    if let Some(platform) = platform {
        let address = address.filter(|a| a.platform == platform);
        let profile = ["cite", "data-href"]
            .iter()
            .find_map(|name| address::profile(tree.attribute(id, name)?))
            .map(str::to_owned);
        return Some(Frame { platform, address, profile, own: true });
    }
    if tag == Tag::Blockquote && address.is_none() {
        return signed(tree, id);
    }
    let address = address?;
    let holds = own || is_wrapper(tree, id, class);
    holds.then_some(Frame {
        platform: address.platform,
        address: Some(address),
        profile: None,
        own: false,
    })
}

/// A block quotation without a class whose last link to a post shows its day: a post all the same.
fn signed(tree: &Tree<'_>, id: NodeId) -> Option<Frame> {
    /// A post has no more nodes.
    const NODES: u32 = 200;
    if tree.node(id).last.0 - id.0 > NODES {
        return None;
    }
    let dated = tree.below(id).filter(|n| tree.tag(*n) == Some(Tag::A)).filter_map(|link| {
        let address = address::post(tree.attribute(link, "href")?)?;
        stated_day(&tree.text_near(link)).map(|_| address)
    });
    let address = dated.last()?;
    Some(Frame { platform: address.platform, address: Some(address), profile: None, own: true })
}

/// Scripts and JSON keep the marks of quotation marks that they escape: `class=\"…\"`.
pub(in crate::page) fn bare(value: &str) -> &str {
    value.trim_matches(['\\', '"', '\''])
}

/// The post that the attributes of an element name.
fn stated(tree: &Tree<'_>, id: NodeId, own: bool) -> Option<Address> {
    tree.attributes(id).iter().find_map(|attribute| {
        let name = tree.value(attribute.name);
        let value = bare(tree.value(attribute.value));
        let data = name.get(..5).is_some_and(|n| n.eq_ignore_ascii_case("data-"));
        if data {
            return of_data(&name[5..].to_ascii_lowercase(), value);
        }
        let link = ["src", "cite", "href", "url"].iter().any(|n| name.eq_ignore_ascii_case(n));
        let short = name.eq_ignore_ascii_case("videoid");
        match own {
            true if link => address::address(value),
            true if short => of_data("videoid", value),
            _ => None,
        }
    })
}

/// The post that an attribute `data-…` names.
fn of_data(name: &str, value: &str) -> Option<Address> {
    let coded = |platform| {
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let code = value.len() >= 5 && value.len() <= 64 && value.chars().all(fits);
        let post_id = value.to_owned();
        code.then_some(Address { platform, handle: None, post_id, url: None })
    };
    let digits = value.bytes().all(|b| b.is_ascii_digit());
    match name {
        "tweetid" | "tweet-id" | "tweet_id" | "twitter-id" if digits => coded(Platform::X),
        "telegram-post" => address::telegram(value),
        "shortcode" => coded(Platform::Instagram),
        "videoid" | "youtube-id" | "youtubeid" => coded(Platform::YouTube),
        "video-id" if digits && value.len() >= 15 => coded(Platform::TikTok),
        _ => address::address(value),
    }
}

/// Whether an element that names a post only holds its place: it has little text, no other frame,
/// and is no button to share with.
fn is_wrapper(tree: &Tree<'_>, id: NodeId, class: &str) -> bool {
    /// The most nodes that a place holder has.
    const NODES: u32 = 60;
    let shares =
        |w: &str| ["share", "sharing", "button", "btn"].iter().any(|s| w.eq_ignore_ascii_case(s));
    let node = tree.node(id);
    !class.split(|c: char| !c.is_ascii_alphanumeric()).any(shares)
        && node.last.0 - id.0 <= NODES
        && !tree.below(id).any(|n| {
            tree.tag(n) == Some(Tag::Iframe)
                || tree.attribute(n, "class").is_some_and(|c| platform_of(c).is_some())
        })
}
