//! Walks the article of a page and writes its reading text.

use super::Comment;
use super::chrome::Part;
use super::frame::{self, address::Address};
use super::main_content::Plan;
use super::post::{self, Post};
use super::tag::Tag;
use super::tree::{NodeId, NodeKind, Tree};
use super::writer::Writer;
use crate::Span;
use crate::document::{BlockKind, is_said};

/// A link to a post, in the reading text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// Its words.
    pub(super) span: Span,
    pub(super) address: Address,
}

/// What comes of the walk.
#[derive(Debug, Default)]
pub(super) struct Rendered {
    pub(super) writer: Writer,
    pub(super) posts: Vec<Post>,
    pub(super) links: Vec<Link>,
    pub(super) comments: Vec<Comment>,
}

/// Writes the headline and the article.
pub(super) fn render(tree: &Tree<'_>, plan: &Plan) -> Rendered {
    let mut walk =
        Walk { tree, plan, open: Vec::new(), kind: BlockKind::Paragraph, out: Rendered::default() };
    // A page's title is never part of its article.
    let outside = |h: &NodeId| !tree.contains(plan.root, *h) || tree.tag(*h) == Some(Tag::Title);
    if let Some(id) = plan.headline.filter(outside) {
        walk.title(id);
    }
    walk.nodes(plan.root);
    walk.out
}

struct Walk<'t, 's> {
    tree: &'t Tree<'s>,
    plan: &'t Plan,
    open: Vec<Open>,
    /// What text is where it stands.
    kind: BlockKind,
    out: Rendered,
}

/// An element that has begun.
struct Open {
    last: NodeId,
    id: NodeId,
    /// What text was before it.
    kind: BlockKind,
    /// What is done at its end.
    end: End,
}

impl Open {
    /// Whether it stands within an item of a list, whose bullet it would have.
    fn is_within_item(&self, tree: &Tree<'_>) -> bool {
        self.kind == BlockKind::Bullet && tree.tag(self.id) != Some(Tag::Li)
    }
}

enum End {
    Nothing,
    Block,
    /// A closing quotation mark.
    Quote,
    /// A link to a post, from a byte of the reading text on.
    Link(usize, Address),
}

impl Walk<'_, '_> {
    /// A headline that stands outside of the article.
    fn title(&mut self, id: NodeId) {
        // The title of HTML, not that of front matter.
        let named = self.tree.tag(id) == Some(Tag::Title) && !self.tree.node(id).span.is_empty();
        let before = self.out.writer.mark();
        for node in self.tree.below(id) {
            self.text(node, BlockKind::Headline);
        }
        self.out.writer.end_block(BlockKind::Headline);
        if named {
            self.out.writer.keep_title(before);
        }
    }

    fn nodes(&mut self, root: NodeId) {
        let end = self.tree.node(root).last;
        let mut id = root;
        while id < end {
            self.close(id);
            id = self.node(id);
        }
        self.close(end);
        self.out.writer.end_block(self.kind);
    }

    /// Ends the elements that hold no node from `id` on.
    fn close(&mut self, id: NodeId) {
        while let Some(mut open) = self.open.pop_if(|o| o.last <= id) {
            match open.end {
                End::Nothing => {}
                End::Block => {
                    if self.end_block() && open.is_within_item(self.tree) {
                        open.kind = BlockKind::Paragraph;
                    }
                }
                End::Quote => {
                    let place = self.out.writer.source_place();
                    self.out.writer.write("”", place, false, self.kind);
                }
                End::Link(start, address) => self.link(start, address),
            }
            self.kind = open.kind;
        }
    }

    /// Ends a block; a second paragraph of an item has no bullet: whether that is so now.
    fn end_block(&mut self) -> bool {
        let ended = self.out.writer.end_block(self.kind);
        let item = ended.is_some() && self.kind == BlockKind::Bullet;
        if item {
            self.kind = BlockKind::Paragraph;
            let tree = self.tree;
            let within = |open: &&mut Open| open.is_within_item(tree);
            let open = self.open.iter_mut().rev().take_while(within);
            open.for_each(|o| o.kind = BlockKind::Paragraph);
        }
        item
    }

    fn link(&mut self, start: usize, address: Address) {
        let end = self.out.writer.place();
        let words = self.out.writer.text.get(start..).unwrap_or("");
        let start = start + words.len() - words.trim_start().len();
        if end > start {
            self.out.links.push(Link { span: Span::new(start, end), address });
        }
    }

    fn text(&mut self, id: NodeId, kind: BlockKind) {
        let node = self.tree.node(id);
        match node.kind {
            NodeKind::Text => self.out.writer.write(self.tree.words(id), node.span, true, kind),
            NodeKind::Decoded(_) => {
                self.out.writer.write(self.tree.words(id), node.span, false, kind)
            }
            _ => {}
        }
    }

    /// Writes a node, or all of it where it is left out or a post; gives the next.
    fn node(&mut self, id: NodeId) -> NodeId {
        let node = *self.tree.node(id);
        match node.kind {
            NodeKind::Text | NodeKind::Decoded(_) => self.text(id, self.kind),
            NodeKind::Comment => self.comment(node.span),
            NodeKind::Element { tag, .. } => match self.plan.parts[id.0 as usize] {
                Part::Chrome => return node.last,
                Part::Silent => {
                    self.silent(id);
                    return node.last;
                }
                Part::Content => {
                    if let Some(frame) = frame::of(self.tree, id, tag) {
                        self.end_block();
                        post::write(self.tree, id, frame, &mut self.out);
                        return node.last;
                    }
                    if tag == Tag::Sup && is_note(self.tree, id) {
                        return node.last;
                    }
                    self.element(id, tag);
                }
            },
        }
        NodeId(id.0 + 1)
    }

    /// Remembers what is said to onrecord itself.
    fn comment(&mut self, span: Span) {
        let words = span.of(self.tree.source);
        let words = words.strip_prefix("<!--").unwrap_or(words);
        let words = words.strip_suffix("-->").unwrap_or(words).trim();
        if is_said(words) {
            let at = Span::new(self.out.writer.place(), 0).start;
            self.out.comments.push(Comment { text: words.to_owned(), at, source: span });
        }
    }

    /// What is not shown may still hold posts.
    fn silent(&mut self, id: NodeId) {
        let end = self.tree.node(id).last;
        let mut id = id;
        while id < end {
            let frame = self.tree.tag(id).and_then(|tag| frame::of(self.tree, id, tag));
            id = match frame {
                Some(frame) => {
                    self.end_block();
                    post::write(self.tree, id, frame, &mut self.out);
                    self.tree.node(id).last
                }
                None => NodeId(id.0 + 1),
            };
        }
    }

    fn element(&mut self, id: NodeId, tag: Tag) {
        let node = *self.tree.node(id);
        let (kind, end) = match tag {
            Tag::Br => {
                self.line_end(id, node.span);
                return;
            }
            Tag::Q => {
                self.out.writer.write("“", node.span, false, self.kind);
                (self.kind, End::Quote)
            }
            Tag::A => {
                let post = self.tree.attribute(id, "href").and_then(frame::address::post);
                let link = |address| End::Link(self.out.writer.place(), address);
                (self.kind, post.map_or(End::Nothing, link))
            }
            t if t.is_inline() => (self.kind, End::Nothing),
            t => {
                if t == Tag::Cell {
                    self.out.writer.line_end(node.span);
                } else {
                    self.end_block();
                }
                (self.kind_of(id, t), if t == Tag::Cell { End::Nothing } else { End::Block })
            }
        };
        if !tag.is_void() {
            self.open.push(Open { last: node.last, id, kind: self.kind, end });
            self.kind = kind;
        }
    }

    /// One `br` ends a line, two end a paragraph.
    fn line_end(&mut self, id: NodeId, span: Span) {
        let parent = self.tree.node(self.tree.node(id).parent);
        let next = (id.0 + 1..parent.last.0)
            .map(NodeId)
            .find(|n| self.tree.tag(*n).is_some() || !self.tree.words(*n).trim().is_empty());
        let twice = next.is_some_and(|n| self.tree.tag(n) == Some(Tag::Br));
        match twice {
            true => {
                self.end_block();
            }
            false => self.out.writer.line_end(span),
        }
    }

    /// What the text of an element is to the article.
    fn kind_of(&self, id: NodeId, tag: Tag) -> BlockKind {
        match tag {
            Tag::H1 if self.plan.headline == Some(id) => BlockKind::Headline,
            Tag::H1 | Tag::Heading | Tag::Dt => BlockKind::Heading,
            Tag::Li => BlockKind::Bullet,
            Tag::Blockquote => BlockKind::BlockQuote,
            Tag::Figcaption | Tag::Caption => BlockKind::Caption,
            Tag::Tr if is_row(self.tree, id) => BlockKind::Row,
            Tag::Address => BlockKind::Byline,
            _ if self.is_byline(id) => BlockKind::Byline,
            _ => self.kind,
        }
    }

    fn is_byline(&self, id: NodeId) -> bool {
        let words = |name| self.tree.attribute(id, name).unwrap_or("");
        let class = words("class").split(|c: char| !c.is_ascii_alphanumeric());
        self.kind == BlockKind::Paragraph
            && (class.into_iter().any(|w| w.eq_ignore_ascii_case("byline"))
                || words("itemprop").eq_ignore_ascii_case("author"))
    }
}

/// Whether a raised piece is a note's number or sign.
fn is_note(tree: &Tree<'_>, id: NodeId) -> bool {
    let text = tree.text_near(id);
    let sign = |c: char| c.is_ascii_digit() || "[]()*†‡§".contains(c) || c.is_whitespace();
    text.len() <= 12 && text.chars().all(sign)
}

/// Whether a row is one of data, and not of a page that is laid out as a table.
fn is_row(tree: &Tree<'_>, id: NodeId) -> bool {
    /// A row of data has no more nodes.
    const NODES: usize = 256;
    use Tag::*;
    let mut cells = 0;
    for tag in tree.below(id).take(NODES).filter_map(|n| tree.tag(n)) {
        match tag {
            Cell => cells += 1,
            Blockquote | Div | H1 | Heading | List | P | Table => return false,
            _ => {}
        }
    }
    cells > 1
}

#[cfg(test)]
mod tests {
    use crate::document::BlockKind::{self, *};
    use crate::page::{Format, Page};

    #[test]
    fn blocks_are_what_the_markup_says() {
        let blocks = |source: &str| -> Vec<(BlockKind, String)> {
            let page = Page::read(source, Format::Html);
            let document = page.document(&[]);
            document.blocks.iter().map(|b| (b.kind, b.span.of(page.text()).to_owned())).collect()
        };
        let is = |kind, text: &str| (kind, text.to_owned());
        let table = [
            ("a<br>b<br><br>c", vec![is(Paragraph, "a\nb"), is(Paragraph, "c")]),
            (
                "<ul><li>a<li><p>b<p>c</ul>",
                vec![is(Bullet, "a"), is(Bullet, "b"), is(Paragraph, "c")],
            ),
            (
                "<blockquote><p>a<p>b</blockquote>c",
                vec![is(BlockQuote, "a"), is(BlockQuote, "b"), is(Paragraph, "c")],
            ),
            ("<p>a <q>b</q> c<sup>[1]</sup></p>", vec![is(Paragraph, "a “b” c")]),
            ("<table><tr><td>a<td>b</table>", vec![is(Row, "a\nb")]),
            ("<figure><img><figcaption>a</figcaption></figure>", vec![is(Caption, "a")]),
            (
                "<h2>a</h2><p class=byline>Ann Orr</p>b",
                vec![is(Heading, "a"), is(Byline, "Ann Orr"), is(Paragraph, "b")],
            ),
        ];
        for (source, expected) in table {
            assert_eq!(blocks(source), expected, "{source}");
        }
    }

    #[test]
    fn links_lend_their_addresses() {
        let line = |href: &str| {
            format!("<p>It burns.<p>— Ann Roe (@annroe) <a href='{href}'>May 3, 2020</a>")
        };
        for href in [
            "https://x.com/annroe/status/123456789?s=1",
            "//x.com/annroe/status/123456789",
            " https://x.com/annroe/status/123456789 ",
        ] {
            let source = line(href);
            let page = Page::read(&source, Format::Html);
            let embeds = page.embeds();
            let urls: Vec<_> = embeds.iter().map(|e| (e.url, e.post_id)).collect();
            assert_eq!(
                urls,
                [(Some("https://x.com/annroe/status/123456789"), Some("123456789"))],
                "{href}"
            );
        }
    }

    #[test]
    fn a_link_alone_is_a_post() {
        for (words, posts) in [
            ("x.com/annroe/123…", 1),
            ("View this post on X", 1),
            ("View post on X →", 1),
            ("What she wrote on X", 0),
        ] {
            let source =
                format!("<p>It burns.<p><a href='//x.com/annroe/status/123456789'>{words}</a>");
            let page = Page::read(&source, Format::Html);
            let embeds = page.embeds();
            assert_eq!(embeds.len(), posts, "{words}");
            for embed in embeds {
                assert_eq!(embed.handle.as_deref(), Some("annroe"), "{words}");
                assert_eq!(embed.post_id, Some("123456789"), "{words}");
            }
        }
    }

    #[test]
    fn comments_to_onrecord_have_a_place() {
        let source = "<p>One.</p><!-- onrecord-ignore peacock --><!-- other --><!-- onrecord-ignored: --><!--onrecord-ignore--><p>Two.</p>";
        let page = Page::read(source, Format::Html);
        let [comment, bare] = page.comments() else { panic!("two comments are read") };
        assert_eq!((comment.text.as_str(), comment.at), ("onrecord-ignore peacock", 4));
        assert_eq!(comment.source.of(source), "<!-- onrecord-ignore peacock -->");
        assert_eq!(bare.text, "onrecord-ignore");
    }
}
