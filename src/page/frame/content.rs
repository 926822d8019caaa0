//! What the frame of a post holds: its lines, its links, its day, and frames within.

use super::address::Address;
use super::{self as frame, Frame};
use crate::embed::{Date, Platform, stated_day};
use crate::page::tag::Tag;
use crate::page::tree::{NodeId, NodeKind, Tree};

/// A line of a frame: the nodes that hold its text.
#[derive(Debug, Clone, Copy)]
pub(in crate::page) struct Line {
    pub(in crate::page) first: NodeId,
    pub(in crate::page) last: NodeId,
    /// A lone `br` stands before it.
    pub(in crate::page) runs_on: bool,
}

/// Everything in a frame that matters.
#[derive(Debug, Default)]
pub(in crate::page) struct Content {
    pub(in crate::page) lines: Vec<Line>,
    /// Links to posts, and where they stand.
    pub(in crate::page) links: Vec<(NodeId, Address)>,
    /// The page that posted, by a link to it.
    pub(in crate::page) profile: Option<(NodeId, String)>,
    /// The time that the markup gives.
    pub(in crate::page) day: Option<Date>,
    /// Frames within.
    pub(in crate::page) inner: Vec<(NodeId, Frame)>,
}

/// Takes a frame apart.
pub(in crate::page) fn content(tree: &Tree<'_>, id: NodeId, frame: &Frame) -> Content {
    let mut content = Content { day: day_of(tree, id), ..Content::default() };
    let end = tree.node(id).last;
    let mut open: Vec<NodeId> = Vec::new();
    let mut line: Option<Line> = None;
    let mut runs_on = false;
    let mut at = NodeId(id.0 + 1);
    while at < end {
        let mut ended = false;
        while open.pop_if(|last| *last <= at).is_some() {
            ended = true;
        }
        let node = tree.node(at);
        let next = NodeId(at.0 + 1);
        if ended {
            content.lines.extend(line.take());
            runs_on = false;
        }
        let NodeKind::Element { tag, .. } = node.kind else {
            if !tree.words(at).trim().is_empty() {
                let begun = line.get_or_insert(Line { first: at, last: next, runs_on });
                begun.last = next;
                runs_on = false;
            }
            at = next;
            continue;
        };
        if matches!(tag, Tag::Script | Tag::Style | Tag::Hidden) {
            at = node.last;
            continue;
        }
        let inner = frame::of(tree, at, tag);
        if let Some(address) = inner.as_ref().and_then(|f| is_part(frame, f, tag)) {
            content.links.push((at, address));
        } else if let Some(inner) =
            inner.filter(|f| f.platform != Platform::Facebook || frame.platform != f.platform)
        {
            content.lines.extend(line.take());
            content.inner.push((at, inner));
            at = node.last;
            continue;
        }
        content.note(tree, at, tag, frame.platform);
        if tag == Tag::Br {
            runs_on = line.is_some();
            content.lines.extend(line.take());
        } else if !tag.is_inline() {
            content.lines.extend(line.take());
            runs_on = false;
            open.push(node.last);
        }
        at = next;
    }
    content.lines.extend(line.take());
    content
}

/// The address of a frame that is only the inner part of another: a player, or the same post again.
fn is_part(outer: &Frame, inner: &Frame, tag: Tag) -> Option<Address> {
    let address = inner.address.as_ref().filter(|_| inner.platform == outer.platform)?;
    let again = outer.address.as_ref().is_some_and(|a| a.post_id == address.post_id);
    (again || tag == Tag::Iframe).then(|| address.clone())
}

/// The day that an attribute of an element states.
fn day_of(tree: &Tree<'_>, id: NodeId) -> Option<Date> {
    let dates = ["datetime", "data-datetime", "data-date", "data-created-at", "data-timestamp"];
    dates.iter().find_map(|name| stated_day(tree.attribute(id, name)?))
}

impl Content {
    /// Remembers what an element within the frame says.
    fn note(&mut self, tree: &Tree<'_>, id: NodeId, tag: Tag, platform: Platform) {
        if tag == Tag::Time {
            self.day = self.day.or_else(|| day_of(tree, id));
        }
        let Some(href) = (tag == Tag::A).then(|| tree.attribute(id, "href")).flatten() else {
            return;
        };
        let href = frame::bare(href);
        if let Some(address) = frame::address::post(href).filter(|a| a.platform == platform) {
            self.links.push((id, address));
        } else if platform == Platform::Facebook && self.profile.is_none() {
            self.profile = frame::address::profile(href).map(|name| (id, name.to_owned()));
        }
    }
}
