//! Reads the frame of a post and writes it down: its words as a block quotation, then its author line.

use std::borrow::Cow;

use super::frame::Frame;
use super::frame::address::{self, Address};
use super::frame::content::{Content, Line, content};
use super::render::Rendered;
use super::tree::{NodeId, NodeKind, Tree};
use super::writer::{OBJECT, Writer};
use crate::Span;
use crate::document::BlockKind;
use crate::embed::{Date, Embed, Platform, is_frame_text, signature};

/// A post that the markup shows; spans lie in the reading text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Post {
    /// The author line, or what stands in for it.
    pub(crate) span: Span,
    pub(crate) platform: Platform,
    pub(crate) name: Option<String>,
    pub(crate) handle: Option<String>,
    pub(crate) date: Option<Date>,
    pub(crate) url: Option<String>,
    pub(crate) post_id: Option<String>,
    pub(crate) body: Option<Span>,
}

/// Writes a frame and what it holds.
pub(super) fn write(tree: &Tree<'_>, id: NodeId, frame: Frame, out: &mut Rendered) {
    let mut waiting = vec![(id, frame)];
    // A post in a post comes after it.
    while let Some((id, frame)) = waiting.pop() {
        let content = content(tree, id, &frame);
        let before = out.writer.mark();
        let post = write_one(tree, id, &frame, &content, &mut out.writer);
        let text = &out.writer.text;
        out.posts.pop_if(|last| is_filled(last, &post, text));
        if out.posts.last().is_some_and(|last| is_again(last, &post, text)) {
            out.writer.back(before);
        } else {
            out.posts.push(post);
        }
        waiting.extend(content.inner.into_iter().rev());
    }
}

/// Whether a frame is the one before it in another form: a script's, or one for readers without scripts.
fn is_again(last: &Post, post: &Post, text: &str) -> bool {
    let Some(body) = post.body else { return is_same(last, post) };
    let told = |told: Span| told.of(text) == body.of(text);
    is_same(last, post) && last.body.is_some_and(told) && is_next(last, post, text)
}

/// Whether a frame shows the post whose place the one before it only keeps.
fn is_filled(last: &Post, post: &Post, text: &str) -> bool {
    let empty = |post: &Post| post.body.is_none() && post.span.of(text) == OBJECT;
    is_same(last, post) && empty(last) && !empty(post) && is_next(last, post, text)
}

fn is_same(last: &Post, post: &Post) -> bool {
    post.post_id.is_some() && last.post_id == post.post_id
}

/// Whether no words stand between two posts.
fn is_next(last: &Post, post: &Post, text: &str) -> bool {
    let between = Span { start: last.hull().end, end: post.hull().start };
    between.start <= between.end && between.of(text).trim().is_empty()
}

/// A line in the reading text.
#[derive(Debug, Clone, Copy)]
struct Written {
    line: Line,
    span: Span,
}

/// Who signs, and on which line.
#[derive(Debug)]
struct Author {
    line: usize,
    span: Span,
    name: Option<String>,
    handle: Option<String>,
    date: Option<Date>,
}

fn write_one(
    tree: &Tree<'_>,
    id: NodeId,
    frame: &Frame,
    content: &Content,
    writer: &mut Writer,
) -> Post {
    let before = writer.mark();
    let blocks = writer.blocks.len();
    let mut lines = write_lines(tree, content, writer);
    let author = author(&lines, &writer.text)
        .or_else(|| page(tree, content, &lines, &writer.text))
        .or_else(|| itself(frame, &lines, &writer.text));
    if author.is_none() && !frame.own {
        // The words of what only keeps a post's place are not the post's.
        writer.back(before);
        lines.clear();
    }
    writer.blocks.truncate(blocks);
    let body = body(&lines, author.as_ref(), &writer.text);
    set_blocks(&lines, author.as_ref(), writer);
    let span = match &author {
        Some(author) => author.span,
        None => writer.object(tree.node(id).span),
    };
    let address = address_of(tree, frame, content, author.as_ref().map(|a| lines[a.line].line));
    let author = author.unwrap_or(Author { line: 0, span, name: None, handle: None, date: None });
    let post_id = address.map(|a| a.post_id.clone());
    // A broken generator shows the number of the post as its author.
    let shown = author.handle.filter(|h| Some(h) != post_id.as_ref());
    let account = address.and_then(|a| a.handle.clone());
    let profile = content.profile.as_ref().map(|(_, name)| name.clone());
    let profile = profile.or_else(|| frame.profile.clone());
    // A number is an account's too, but its name says more.
    let numbered = account.as_ref().is_some_and(|h| h.bytes().all(|b| b.is_ascii_digit()));
    let owner = if numbered { profile.or(account) } else { account.or(profile) };
    Post {
        span,
        platform: frame.platform,
        name: author.name,
        handle: shown.or(owner),
        date: author.date.or(content.day),
        url: address.and_then(|a| a.url.clone()),
        post_id,
        body,
    }
}

/// Writes the lines of a frame, but not the frame's own words.
fn write_lines(tree: &Tree<'_>, content: &Content, writer: &mut Writer) -> Vec<Written> {
    let mut written = Vec::with_capacity(content.lines.len());
    for &line in &content.lines {
        let before = writer.mark();
        for node in (line.first.0..line.last.0).map(NodeId) {
            let verbatim = matches!(tree.node(node).kind, NodeKind::Text);
            writer.write(tree.words(node), tree.node(node).span, verbatim, BlockKind::BlockQuote);
        }
        let Some(block) = writer.end_block(BlockKind::BlockQuote) else { continue };
        let span = writer.blocks[block].0;
        if is_frame_text(span.of(&writer.text)) {
            writer.back(before);
        } else {
            written.push(Written { line, span });
        }
    }
    written
}

/// The last line that reads as an author line.
fn author(lines: &[Written], text: &str) -> Option<Author> {
    lines.iter().enumerate().rev().find_map(|(line, written)| {
        let found = signature(written.span.of(text))?;
        let start = written.span.start;
        Some(Author {
            line,
            span: Span { start: start + found.span.start, end: start + found.span.end },
            name: found.name.map(|n| n.into_owned()),
            handle: found.handle.map(|h| h.into_owned()),
            date: found.date,
        })
    })
}

/// The line that is nothing but a link to the page that posted.
fn page(tree: &Tree<'_>, content: &Content, lines: &[Written], text: &str) -> Option<Author> {
    let (link, _) = content.profile.as_ref()?;
    let whole = |w: &Written| *link < w.line.first && w.line.last <= tree.node(*link).last;
    let line = lines.iter().position(whole)?;
    let span = lines[line].span;
    Some(Author { line, span, name: Some(span.of(text).to_owned()), handle: None, date: None })
}

/// The line that is nothing but the post's own address.
fn itself(frame: &Frame, lines: &[Written], text: &str) -> Option<Author> {
    let is_address =
        |w: &Written| address::post(w.span.of(text)).is_some_and(|a| a.platform == frame.platform);
    let line = lines.iter().rposition(is_address)?;
    Some(Author { line, span: lines[line].span, name: None, handle: None, date: None })
}

/// The post's own words: what stands before the author, or after one that comes first.
fn body(lines: &[Written], author: Option<&Author>, text: &str) -> Option<Span> {
    let hull = |lines: &[Written]| Some(lines.first()?.span.join(lines.last()?.span));
    let Some(author) = author else { return hull(lines) };
    let own = lines.get(author.line)?.span;
    let before = Span { start: own.start, end: author.span.start };
    let len = before.of(text).trim_end().len();
    let before =
        Some(Span::new(own.start as usize, own.start as usize + len)).filter(|b| !b.is_empty());
    match (hull(&lines[..author.line]), before) {
        (None, None) => hull(&lines[author.line + 1..]),
        (Some(above), Some(before)) => Some(above.join(before)),
        (above, before) => above.or(before),
    }
}

/// The blocks that the lines make; lines of one paragraph are one.
fn set_blocks(lines: &[Written], author: Option<&Author>, writer: &mut Writer) {
    let first = writer.blocks.len();
    for (i, written) in lines.iter().enumerate() {
        let signs = author.is_some_and(|a| a.line == i && a.span.start == written.span.start);
        let kind = if signs { BlockKind::AuthorLine } else { BlockKind::BlockQuote };
        let fresh = writer.blocks.len() > first;
        match writer.blocks.last_mut() {
            Some((span, BlockKind::BlockQuote)) if fresh && written.line.runs_on && !signs => {
                *span = span.join(written.span);
            }
            _ => writer.blocks.push((written.span, kind)),
        }
    }
}

/// The post's address: on the author line, else of the frame, else of the last link to a post.
fn address_of<'c>(
    tree: &Tree<'_>,
    frame: &'c Frame,
    content: &'c Content,
    author: Option<Line>,
) -> Option<&'c Address> {
    let on = |line: Line| {
        let held = |n: NodeId| n < line.last && line.first < tree.node(n).last;
        content.links.iter().rfind(|(n, _)| held(*n))
    };
    let last = content.links.last().map(|(_, a)| a);
    let signed = author.and_then(on).map(|(_, a)| a);
    let own = frame.address.as_ref();
    signed.or(own.filter(|a| a.url.is_some())).or(last).or(own)
}

impl Post {
    /// All that it covers, its words included.
    pub(super) fn hull(&self) -> Span {
        self.body.map_or(self.span, |b| b.join(self.span))
    }

    /// As an embed of the reading text.
    pub(super) fn embed(&self) -> Embed<'_> {
        let mut embed = Embed::new(self.platform, self.span);
        embed.name = self.name.as_deref().map(Cow::Borrowed);
        embed.handle = self.handle.as_deref().map(Cow::Borrowed);
        embed.date = self.date;
        embed.url = self.url.as_deref();
        embed.post_id = self.post_id.as_deref();
        embed.body = self.body;
        embed.orphan = self.body.is_none();
        embed
    }
}

#[cfg(test)]
mod tests {
    use crate::page::{Format, Page};

    #[test]
    fn a_post_in_two_forms_is_written_once() {
        let post = "<blockquote class=twitter-tweet><p>It burns.</p>&mdash; Ann Roe (@annroe) <a href='https://twitter.com/annroe/status/123456789'>May 3, 2020</a></blockquote>";
        for again in [
            "<amp-twitter data-tweetid=123456789></amp-twitter>",
            "<iframe src='https://platform.twitter.com/embed/Tweet.html?id=123456789'></iframe>",
            &format!("<noscript>{post}</noscript>"),
            "<noscript><blockquote class=twitter-tweet>&mdash; Ann Roe (@annroe) <a href='https://twitter.com/annroe/status/123456789'>May 3, 2020</a></blockquote></noscript>",
        ] {
            let source = format!("<p>Smoke rose.{post}{again}<p>So it was.");
            let page = Page::read(&source, Format::Html);
            assert_eq!(
                page.text(),
                "Smoke rose.\n\nIt burns.\n\n— Ann Roe (@annroe) May 3, 2020\n\nSo it was.",
                "{again}"
            );
            assert_eq!(page.embeds().len(), 1, "{again}");
        }
    }

    #[test]
    fn a_frame_that_keeps_the_place_of_a_post_is_that_post() {
        let post = "<blockquote class=twitter-tweet><p>It burns.</p>&mdash; Ann Roe (@annroe) <a href='https://twitter.com/annroe/status/123456789'>May 3, 2020</a></blockquote>";
        for (source, embeds) in [
            (format!("<div data-tweet-id=123456789></div><template>{post}</template>"), 1),
            (format!("<amp-twitter data-tweetid=123456789></amp-twitter>{post}"), 1),
            (format!("<amp-twitter data-tweetid=123456788></amp-twitter>{post}"), 2),
            (format!("<amp-twitter data-tweetid=123456789></amp-twitter><p>So.</p>{post}"), 2),
        ] {
            let page = Page::read(&source, Format::Html);
            let found = page.embeds();
            assert_eq!(found.len(), embeds, "{source}");
            assert!(found.last().is_some_and(|e| e.body.is_some()), "{source}");
        }
    }
}
