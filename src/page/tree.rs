//! A page's elements and text in the order of the source, in one vector.

use super::tag::{TAGS, Tag};
use crate::Span;

/// The number of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct NodeId(pub(super) u32);

/// The page itself.
pub(super) const ROOT: NodeId = NodeId(0);

/// An element, a stretch of text or a comment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    /// Its bytes in the source; of an element, those of its start tag.
    pub(super) span: Span,
    pub(super) parent: NodeId,
    /// One past its last descendant.
    pub(super) last: NodeId,
}

/// What a node is.
#[derive(Debug, Clone, Copy)]
pub(super) enum NodeKind {
    /// An element and its attributes, `count` of them from the `first` on.
    Element { tag: Tag, first: u32, count: u32 },
    /// Text as it stands in the source.
    Text,
    /// Text that stands for what is in the source; its place in [`Tree::decoded`].
    Decoded(Span),
    /// A comment.
    Comment,
}

/// An attribute.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attribute {
    pub(super) name: Value,
    pub(super) value: Value,
}

/// The value of an attribute.
#[derive(Debug, Clone, Copy)]
pub(super) enum Value {
    /// As it stands in the source.
    Source(Span),
    /// In [`Tree::decoded`], for it held character references.
    Decoded(Span),
}

impl Value {
    /// Its length in bytes.
    pub(super) fn len(self) -> usize {
        match self {
            Value::Source(span) | Value::Decoded(span) => span.len(),
        }
    }
}

/// All nodes of a page, each before its descendants.
#[derive(Debug)]
pub(super) struct Tree<'s> {
    pub(super) source: &'s str,
    pub(super) nodes: Vec<Node>,
    pub(super) attributes: Vec<Attribute>,
    /// Text and values that are not in the source as such.
    pub(super) decoded: String,
}

impl<'s> Tree<'s> {
    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// The element that a node is.
    pub(super) fn tag(&self, id: NodeId) -> Option<Tag> {
        match self.node(id).kind {
            NodeKind::Element { tag, .. } => Some(tag),
            _ => None,
        }
    }

    /// The nodes below one, in order.
    pub(super) fn below(&self, id: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        (id.0 + 1..self.node(id).last.0).map(NodeId)
    }

    /// The nodes that hold one, from the nearest on.
    pub(super) fn above(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let parent = |id: NodeId| (id != ROOT).then(|| self.node(id).parent);
        std::iter::successors(parent(id), move |id| parent(*id))
    }

    pub(super) fn contains(&self, outer: NodeId, inner: NodeId) -> bool {
        outer <= inner && inner < self.node(outer).last
    }

    /// The attributes of an element.
    pub(super) fn attributes(&self, id: NodeId) -> &[Attribute] {
        match self.node(id).kind {
            NodeKind::Element { first, count, .. } => {
                self.attributes.get(first as usize..(first + count) as usize).unwrap_or(&[])
            }
            _ => &[],
        }
    }

    pub(super) fn value(&self, value: Value) -> &str {
        match value {
            Value::Source(span) => span.of(self.source),
            Value::Decoded(span) => span.of(&self.decoded),
        }
    }

    /// The value of an element's attribute, its name in lower case.
    pub(super) fn attribute(&self, id: NodeId, name: &str) -> Option<&str> {
        let named = |a: &&Attribute| {
            a.name.len() == name.len() && self.value(a.name).eq_ignore_ascii_case(name)
        };
        self.attributes(id).iter().find(named).map(|a| self.value(a.value))
    }

    /// The name of an element, as written.
    pub(super) fn name(&self, id: NodeId) -> &'s str {
        let tag = self.node(id).span.of(self.source).trim_start_matches('<');
        let end = tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'));
        &tag[..end.unwrap_or(tag.len())]
    }

    /// Whether an element has a name, in any case; reads no more of its tag than the name is long.
    pub(super) fn is_named(&self, id: NodeId, name: &[u8]) -> bool {
        let tag = self.node(id).span.of(self.source).trim_start_matches('<').as_bytes();
        let ends = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'>' | b'/');
        tag.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name))
            && tag.get(name.len()).is_none_or(ends)
    }

    /// The words of a text node.
    pub(super) fn words(&self, id: NodeId) -> &str {
        match self.node(id).kind {
            NodeKind::Text => self.node(id).span.of(self.source),
            NodeKind::Decoded(span) => span.of(&self.decoded),
            _ => "",
        }
    }

    /// The text of the few nodes right below one, blanks as they are.
    pub(super) fn text_near(&self, id: NodeId) -> String {
        self.below(id).take(16).map(|n| self.words(n)).collect()
    }
}

/// The farthest up that an end tag looks for its start, so that time stays in proportion.
const FAR: usize = 256;

/// Puts a tree together from tags and text, closing what the source leaves open.
#[derive(Debug)]
pub(super) struct Builder<'s> {
    pub(super) tree: Tree<'s>,
    open: Vec<NodeId>,
    /// How many of each are open.
    counts: [u32; TAGS],
}

impl<'s> Builder<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        let tree = Tree {
            source,
            nodes: Vec::with_capacity(source.len() / 24 + 1),
            attributes: Vec::with_capacity(source.len() / 64),
            decoded: String::new(),
        };
        let mut builder = Self { tree, open: Vec::new(), counts: [0; TAGS] };
        builder.push(NodeKind::Element { tag: Tag::Document, first: 0, count: 0 }, Span::default());
        builder.open.push(ROOT);
        builder
    }

    fn push(&mut self, kind: NodeKind, span: Span) -> NodeId {
        let id = NodeId(u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX));
        let parent = self.open.last().copied().unwrap_or(ROOT);
        self.tree.nodes.push(Node { kind, span, parent, last: NodeId(id.0 + 1) });
        id
    }

    /// A start tag with the attributes that were added since `first`.
    pub(super) fn start(&mut self, tag: Tag, span: Span, first: usize) {
        if let Some((ended, limits)) = tag.ends() {
            self.imply_end(ended, limits);
        }
        let count = self.tree.attributes.len() - first;
        let first = Span::new(first, first).start;
        let id = self.push(NodeKind::Element { tag, first, count: count as u32 }, span);
        if !tag.is_void() {
            self.open.push(id);
            self.counts[tag as usize] += 1;
        }
    }

    /// Ends the nearest of some elements, if one is open within `limits`.
    fn imply_end(&mut self, ended: &[Tag], limits: &[Tag]) {
        if ended.iter().all(|t| self.counts[*t as usize] == 0) {
            return;
        }
        let tags = self.open.iter().rev().take(FAR).map(|id| self.tree.tag(*id));
        let found = tags.enumerate().find_map(|(up, tag)| {
            let tag = tag?;
            (ended.contains(&tag) || limits.contains(&tag)).then(|| (up, ended.contains(&tag)))
        });
        if let Some((up, true)) = found {
            self.pop(up + 1);
        }
    }

    /// An end tag.
    pub(super) fn end(&mut self, tag: Tag, name: &[u8]) {
        if self.counts[tag as usize] == 0 {
            return;
        }
        let mut up = None;
        for (i, &id) in self.open.iter().rev().take(FAR).enumerate() {
            let Some(open) = self.tree.tag(id) else { break };
            let same = open == tag && (!tag.is_kind() || self.tree.is_named(id, name));
            if same {
                up = Some(i);
                break;
            }
            // The end of something within a line ends no block.
            if tag.is_inline() && !open.is_inline() {
                break;
            }
        }
        if let Some(up) = up {
            self.pop(up + 1);
        }
    }

    fn pop(&mut self, count: usize) {
        let end = NodeId(self.tree.nodes.len() as u32);
        for _ in 0..count {
            let Some(id) = self.open.pop() else { return };
            if let Some(tag) = self.tree.tag(id) {
                self.counts[tag as usize] = self.counts[tag as usize].saturating_sub(1);
            }
            self.tree.nodes[id.0 as usize].last = end;
        }
    }

    /// Text as it stands in the source.
    pub(super) fn text(&mut self, span: Span) {
        if let Some(last) = self.tree.nodes.last_mut()
            && matches!(last.kind, NodeKind::Text)
            && last.span.end == span.start
        {
            last.span.end = span.end;
            return;
        }
        self.push(NodeKind::Text, span);
    }

    /// Text that stands for `span`.
    pub(super) fn decoded(&mut self, span: Span, text: &str) {
        let place = self.keep(text);
        self.push(NodeKind::Decoded(place), span);
    }

    /// Remembers a text that is not in the source as such.
    pub(super) fn keep(&mut self, text: &str) -> Span {
        let start = self.tree.decoded.len();
        self.tree.decoded.push_str(text);
        Span::new(start, start + text.len())
    }

    /// A comment.
    pub(super) fn comment(&mut self, span: Span) {
        self.push(NodeKind::Comment, span);
    }

    /// The tree, all elements closed.
    pub(super) fn finish(mut self) -> Tree<'s> {
        self.pop(self.open.len());
        self.tree
    }
}
