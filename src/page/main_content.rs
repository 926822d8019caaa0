//! Which element of a page holds its article.

use super::chrome::{Part, is_plugin, part};
use super::pull;
use super::tag::Tag;
use super::tree::{Node, NodeId, NodeKind, ROOT, Tree};

/// What is article and what is not.
#[derive(Debug)]
pub(super) struct Plan {
    /// The element that holds the article.
    pub(super) root: NodeId,
    /// Where text is left out, an entry a node.
    pub(super) parts: Vec<Part>,
    /// The element that holds the headline.
    pub(super) headline: Option<NodeId>,
}

/// Bytes of text before each node.
struct Sums(Vec<u32>);

impl Sums {
    fn of(&self, tree: &Tree<'_>, id: NodeId) -> u64 {
        let at = |id: NodeId| u64::from(self.0.get(id.0 as usize).copied().unwrap_or(0));
        at(tree.node(id).last).saturating_sub(at(id))
    }
}

/// Tells the article of a page from what surrounds it, in time proportional to its length.
///
/// An `article` that holds half of the page's running text is the article; else what is marked as
/// an article's body; else `main`; else the element with the best score, or the nearest around it
/// that holds nine tenths of the text. The score is Readability's (Arc90, 2009), by bytes: a line of running text
/// counts for the element that holds its paragraph, and half for the one around that.
pub(super) fn plan(tree: &Tree<'_>) -> Plan {
    let mut parts = parts(tree);
    let sums = running_text(tree, &parts);
    let root = root(tree, &parts, &sums);
    for id in pull::repeated(tree, &parts, root) {
        parts[id.0 as usize] = Part::Chrome;
    }
    Plan { headline: headline(tree, &parts, root), root, parts }
}

/// What each node is. What holds more than half of the text is no furniture, whatever it is called.
fn parts(tree: &Tree<'_>) -> Vec<Part> {
    let all = Sums(sums(tree, |id, node| match node.kind {
        NodeKind::Element { .. } | NodeKind::Comment => 0,
        _ => size(tree.words(id)),
    }));
    let total = all.of(tree, ROOT);
    let mut parts = vec![Part::Content; tree.nodes.len()];
    for (i, node) in tree.nodes.iter().enumerate() {
        let NodeKind::Element { tag, .. } = node.kind else { continue };
        let id = NodeId(i as u32);
        let found = part(tree, id, tag);
        if found == Part::Content {
            continue;
        }
        let sure = matches!(tag, Tag::Script | Tag::Style | Tag::Head | Tag::Title | Tag::Hidden)
            || is_plugin(tree, id);
        if sure || all.of(tree, id) * 2 <= total {
            parts[i] = found;
        }
    }
    parts
}

/// Bytes of text without blanks at its ends.
fn size(words: &str) -> u32 {
    words.trim().len() as u32
}

fn sums(tree: &Tree<'_>, mut size: impl FnMut(NodeId, &Node) -> u32) -> Vec<u32> {
    let mut sum = 0_u32;
    let mut before = Vec::with_capacity(tree.nodes.len() + 1);
    for (i, node) in tree.nodes.iter().enumerate() {
        before.push(sum);
        sum = sum.saturating_add(size(NodeId(i as u32), node));
    }
    before.push(sum);
    before
}

/// Bytes of running text: no links, no titles, nothing that is left out.
fn running_text(tree: &Tree<'_>, parts: &[Part]) -> Sums {
    let mut skip = ROOT;
    Sums(sums(tree, |id, node| {
        if id < skip {
            return 0;
        }
        let out = match node.kind {
            NodeKind::Element { tag, .. } => {
                matches!(tag, Tag::A | Tag::H1 | Tag::Heading)
                    || parts[id.0 as usize] != Part::Content
            }
            NodeKind::Comment => return 0,
            _ => return size(tree.words(id)),
        };
        if out {
            skip = node.last;
        }
        0
    }))
}

fn root(tree: &Tree<'_>, parts: &[Part], sums: &Sums) -> NodeId {
    let total = sums.of(tree, ROOT);
    let elements = |wanted: fn(&Tree<'_>, NodeId, Tag) -> bool| {
        let ids = (0..tree.nodes.len() as u32).map(NodeId);
        let fits = ids.filter(|id| {
            parts[id.0 as usize] == Part::Content
                && tree.tag(*id).is_some_and(|tag| wanted(tree, *id, tag))
        });
        // Of several the one with most text, of equals the first.
        fits.max_by_key(|id| (sums.of(tree, *id), std::cmp::Reverse(*id)))
            .filter(|id| total > 0 && sums.of(tree, *id) * 2 > total)
    };
    elements(|_, _, tag| tag == Tag::Article)
        .or_else(|| elements(is_body))
        .or_else(|| {
            elements(|tree, id, tag| tag == Tag::Main || tree.attribute(id, "role") == Some("main"))
        })
        .or_else(|| {
            let best = densest(tree, sums)?;
            let holds = |id: &NodeId| sums.of(tree, *id) * 10 >= total * 9;
            std::iter::once(best).chain(tree.above(best)).find(holds)
        })
        .unwrap_or(ROOT)
}

/// Whether an element is marked as an article's body.
fn is_body(tree: &Tree<'_>, id: NodeId, tag: Tag) -> bool {
    const CLASSES: [&str; 12] = [
        "article-body",
        "article-content",
        "article__body",
        "article__content",
        "articleBody",
        "body-content",
        "entry-content",
        "post-body",
        "post-content",
        "story-body",
        "story-content",
        "story__body",
    ];
    if tag.is_inline() {
        return false;
    }
    let marked = |name| tree.attribute(id, name).unwrap_or("").split_ascii_whitespace();
    tree.attribute(id, "itemprop").is_some_and(|p| p.eq_ignore_ascii_case("articleBody"))
        || marked("class").chain(marked("id")).any(|c| CLASSES.contains(&c))
}

/// The element with the best score.
fn densest(tree: &Tree<'_>, sums: &Sums) -> Option<NodeId> {
    /// A shorter line is more likely a label, in bytes.
    const LINE: u32 = 25;
    /// How many elements up are looked at.
    const NEAR: usize = 64;
    let mut scores = vec![0_u32; tree.nodes.len()];
    for i in 0..tree.nodes.len() as u32 {
        let size = sums.0.get(i as usize + 1).copied().unwrap_or(0) - sums.0[i as usize];
        if size < LINE || matches!(tree.node(NodeId(i)).kind, NodeKind::Element { .. }) {
            continue;
        }
        let quoted = |id: NodeId| tree.tag(id) == Some(Tag::Blockquote);
        if tree.above(NodeId(i)).take(NEAR).any(quoted) {
            continue;
        }
        let block = |id: &NodeId| tree.tag(*id).is_some_and(|t| !t.is_inline());
        let mut above = tree.above(NodeId(i)).take(NEAR).filter(block).take(3).skip(1);
        for share in [size, size / 2] {
            if let Some(id) = above.next() {
                let score = &mut scores[id.0 as usize];
                *score = score.saturating_add(share);
            }
        }
    }
    let best = scores.iter().enumerate().max_by_key(|(i, s)| (**s, std::cmp::Reverse(*i)))?;
    (*best.1 > 0).then_some(NodeId(best.0 as u32))
}

/// The first `h1` of the article; of the page where it has none; else the title of lower rank that
/// the page's title repeats; else the page's title.
fn headline(tree: &Tree<'_>, parts: &[Part], root: NodeId) -> Option<NodeId> {
    let (mut first, mut title, mut repeated) = (None, None, None);
    let mut i = 0;
    while i < tree.nodes.len() {
        let id = NodeId(i as u32);
        let tag = tree.tag(id);
        // The head holds the title.
        let left_out = parts[i] != Part::Content && tag != Some(Tag::Head);
        match tag {
            Some(Tag::Title) if title.is_none() => title = Some(id),
            Some(Tag::H1) if !left_out && !is_logo(tree, id) => {
                if tree.contains(root, id) {
                    return Some(id);
                }
                first = first.or(Some(id));
            }
            Some(Tag::Heading) if repeated.is_none() && !left_out => {
                repeated = title.filter(|t| repeats(tree, *t, id)).map(|_| id);
            }
            _ => {}
        }
        i = if left_out { tree.node(id).last.0 as usize } else { i + 1 };
    }
    first.or(repeated).or(title)
}

/// Whether a page's title begins with the words of a heading.
fn repeats(tree: &Tree<'_>, title: NodeId, heading: NodeId) -> bool {
    /// No title is longer, in bytes.
    const TITLE: usize = 400;
    let size = |id: NodeId| -> usize { tree.below(id).take(16).map(|n| tree.words(n).len()).sum() };
    if size(title) > TITLE || size(heading) > TITLE {
        return false;
    }
    let (title, heading) = (tree.text_near(title), tree.text_near(heading));
    let words = heading.split_whitespace();
    let same = title.split_whitespace().zip(words.clone()).take_while(|(a, b)| a == b).count();
    same >= 3 && same == words.count()
}

/// Whether a title is the publisher's name.
fn is_logo(tree: &Tree<'_>, id: NodeId) -> bool {
    let class = tree.attribute(id, "class").unwrap_or("");
    let logo = |w: &str| matches!(w, "logo" | "brand" | "site");
    class.split(|c: char| !c.is_ascii_alphanumeric()).any(logo)
        || tree.below(id).take(64).all(|n| tree.words(n).trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::page::{Format, Page};

    const WORDS: &str =
        "The ferry will stop in May, the council said on Monday after a long debate.";

    #[test]
    fn the_article_is_found() {
        let noise = "<p>Ten boats that everybody here in the harbour loves.</p>";
        let body = format!("<p>{WORDS}</p><p>{WORDS}</p>");
        for page in [
            format!("<article>{body}</article><div>{noise}</div>"),
            format!("<div itemprop='articleBody'>{body}</div><div>{noise}</div>"),
            format!("<div class='x entry-content'>{body}</div>{noise}"),
            format!("<main>{body}</main>{noise}"),
            format!(
                "<body><nav>{noise}</nav><div>{body}</div><aside>{noise}</aside><footer>{noise}</footer>"
            ),
            format!(
                "{body}<div class='related'>{noise}</div><div style='display:none'>{noise}</div>"
            ),
        ] {
            assert_eq!(
                Page::read(&page, Format::Html).text(),
                format!("{WORDS}\n\n{WORDS}"),
                "{page}"
            );
        }
    }

    #[test]
    fn what_holds_most_of_the_text_is_no_furniture() {
        let page = format!("<div class='promo'><p>{WORDS}</p></div>");
        assert_eq!(Page::read(&page, Format::Html).text(), WORDS);
    }

    #[test]
    fn the_headline_comes_first() {
        let table = [
            ("<h1>A B C</h1><article><p>Text</p></article>", "A B C\n\nText"),
            ("<title>Ferry to stop | Post</title><p>Text</p>", "Ferry to stop\n\nText"),
            (
                "<title>Ferry to stop | Post</title><h2>Ferry to stop</h2><p>Text</p>",
                "Ferry to stop\n\nText",
            ),
            (
                "<h1 class=logo>Post</h1><article><h1>Ferry</h1><p>Text</p></article>",
                "Ferry\n\nText",
            ),
        ];
        for (source, text) in table {
            assert_eq!(Page::read(source, Format::Html).text(), text, "{source}");
        }
    }
}
