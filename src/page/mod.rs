//! Pages: what an article is written in (plain text, HTML, Markdown) and the reading text within.
//!
//! A page is read in one direction, in time proportional to its length:
//!
//! 1. `html` (and `markdown`) make a `tree` of the source, its tags and text with their places;
//! 2. `main_content` and `chrome` tell the article from what surrounds it;
//! 3. `render` walks the article and writes the reading text with its blocks, and with a `map`
//!    from each of its bytes to the source; frames of posts are read by `frame` and `post`.
//!
//! The rest of the library sees the reading text alone; [`Page::in_source`] leads back.

#[cfg(feature = "html")]
mod chrome;
mod format;
#[cfg(feature = "html")]
mod frame;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "html")]
mod main_content;
mod map;
#[cfg(feature = "markdown")]
mod markdown;
#[cfg(feature = "html")]
mod post;
#[cfg(feature = "html")]
mod render;
#[cfg(feature = "html")]
mod tag;
#[cfg(feature = "html")]
mod tree;
#[cfg(feature = "html")]
mod writer;

pub use format::Format;

use std::borrow::Cow;

use crate::Span;
use crate::document::{BlockKind, Document};
use crate::embed::{self, Embed};
use map::SourceMap;

/// An article as its file has it, and the text that a reader sees.
///
/// ```
/// use onrecord::page::{Format, Page};
/// let page = Page::read("It is <b>old</b> &amp; long.", Format::Html);
/// assert_eq!(page.text(), "It is old & long.");
/// let old = onrecord::Span::new(6, 11);
/// assert_eq!(old.of(page.text()), "old &");
/// assert_eq!(page.in_source(old).of(page.source()), "old</b> &amp;");
/// ```
#[derive(Debug, Clone)]
pub struct Page<'s> {
    source: &'s str,
    text: Cow<'s, str>,
    /// None where the text is to be split as plain text.
    blocks: Option<Vec<(Span, BlockKind)>>,
    map: SourceMap,
    #[cfg(feature = "html")]
    posts: Vec<post::Post>,
    #[cfg(feature = "html")]
    links: Vec<render::Link>,
}

impl<'s> Page<'s> {
    /// Reads a page.
    pub fn read(source: &'s str, format: Format) -> Self {
        match format {
            Format::Text => Self::plain(source),
            #[cfg(feature = "html")]
            Format::Html => Self::of_tree(source, &html::parse(source)),
            #[cfg(feature = "markdown")]
            Format::Markdown => Self::of_tree(source, &markdown::parse(source)),
        }
    }

    /// A plain text: it is its own reading text.
    pub fn plain(text: &'s str) -> Self {
        Self {
            source: text,
            text: Cow::Borrowed(text),
            blocks: None,
            map: SourceMap::default(),
            #[cfg(feature = "html")]
            posts: Vec::new(),
            #[cfg(feature = "html")]
            links: Vec::new(),
        }
    }

    #[cfg(feature = "html")]
    fn of_tree(source: &'s str, tree: &tree::Tree<'_>) -> Self {
        let plan = main_content::plan(tree);
        let render::Rendered { writer, posts, links, .. } = render::render(tree, &plan);
        Self {
            source,
            text: Cow::Owned(writer.text),
            blocks: Some(writer.blocks),
            map: writer.map,
            posts,
            links,
        }
    }

    /// The file's own text.
    pub fn source(&self) -> &'s str {
        self.source
    }

    /// The text that a reader sees.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a span of the reading text stands in the source: from the first byte of its first
    /// character to the last byte of its last, with the markup between them.
    pub fn in_source(&self, span: Span) -> Span {
        self.map.span(span)
    }

    /// The posts that it cites, in the markup or in the text.
    pub(crate) fn embeds(&self) -> Vec<Embed<'_>> {
        #[cfg(feature = "html")]
        {
            let known: Vec<Span> = self.posts.iter().map(post::Post::hull).collect();
            let mut embeds = embed::find_outside(&self.text, &known);
            for embed in &mut embeds {
                self.lend(embed);
            }
            embeds.extend(self.posts.iter().map(post::Post::embed));
            embeds.sort_by_key(|e| e.span);
            embeds
        }
        #[cfg(not(feature = "html"))]
        embed::find(&self.text)
    }

    /// Gives an author line the address that a link on it has.
    #[cfg(feature = "html")]
    fn lend<'p>(&'p self, embed: &mut Embed<'p>) {
        let first = self.links.partition_point(|l| l.span.end <= embed.span.start);
        let on = self.links[first..].iter().take_while(|l| l.span.start < embed.span.end);
        for link in on {
            if embed.url.is_none()
                && let Some(found) = embed::permalink(&link.href).ok().map(|(_, l)| l)
                && found.platform == embed.platform
            {
                embed.url = Some(found.url);
                embed.post_id = Some(found.post_id);
            }
        }
    }

    /// The reading text taken apart; `author_lines` as [`Document::read`] takes them.
    pub(crate) fn document(&self, author_lines: &[Span]) -> Document<'_> {
        match &self.blocks {
            Some(blocks) => Document::with_blocks(&self.text, blocks, author_lines),
            None => Document::read(&self.text, author_lines),
        }
    }
}
