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
#[cfg(feature = "html")]
mod escaped;
mod format;
#[cfg(feature = "html")]
mod frame;
#[cfg(feature = "markdown")]
mod front;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "html")]
mod main_content;
mod map;
#[cfg(feature = "markdown")]
mod markdown;
mod meta;
#[cfg(feature = "html")]
mod post;
#[cfg(feature = "html")]
mod pull;
#[cfg(feature = "html")]
mod render;
#[cfg(feature = "html")]
mod tag;
#[cfg(feature = "html")]
mod tree;
#[cfg(feature = "html")]
mod writer;

pub use format::Format;
pub use meta::Meta;

use std::borrow::Cow;

use crate::Span;
use crate::document::{BlockKind, Document};
use crate::embed::{self, Embed};
use crate::span::readable;
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
    meta: Meta,
    comments: Vec<Comment>,
    #[cfg(feature = "html")]
    posts: Vec<post::Post>,
    #[cfg(feature = "html")]
    links: Vec<render::Link>,
}

/// A comment in a page's markup that begins with the word `onrecord-ignore`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comment {
    /// Its words.
    pub text: String,
    /// Where the reading text stands at it, in bytes: what is written later begins there or behind it.
    pub at: u32,
    /// Its bytes in the source, with the marks around it.
    pub source: Span,
}

impl<'s> Page<'s> {
    /// Reads a page; what lies past 4 GiB is left out.
    pub fn read(source: &'s str, format: Format) -> Self {
        let source = readable(source);
        match format {
            Format::Text => Self::plain(source),
            #[cfg(feature = "html")]
            Format::Html => Self::html(source),
            #[cfg(feature = "markdown")]
            Format::Markdown => {
                let (tree, meta) = markdown::parse(source);
                Self::of_tree(source, &tree, meta)
            }
        }
    }

    #[cfg(feature = "html")]
    fn html(source: &'s str) -> Self {
        let Some(escaped::Unescaped { html, map }) = escaped::unescape(source) else {
            return Self::of_tree(source, &html::parse(source), Meta::default());
        };
        let Page { text, blocks, map: inner, meta, mut comments, posts, links, .. } =
            Page::of_tree(&html, &html::parse(&html), Meta::default());
        for comment in &mut comments {
            comment.source = map.span(comment.source);
        }
        let text = Cow::Owned(text.into_owned());
        Self { source, text, blocks, map: inner.through(&map), meta, comments, posts, links }
    }

    /// A plain text: it is its own reading text.
    pub fn plain(text: &'s str) -> Self {
        Self {
            source: text,
            text: Cow::Borrowed(text),
            blocks: None,
            map: SourceMap::default(),
            meta: Meta::default(),
            comments: Vec::new(),
            #[cfg(feature = "html")]
            posts: Vec::new(),
            #[cfg(feature = "html")]
            links: Vec::new(),
        }
    }

    #[cfg(feature = "html")]
    fn of_tree(source: &'s str, tree: &tree::Tree<'_>, mut meta: Meta) -> Self {
        let plan = main_content::plan(tree);
        let render::Rendered { writer, posts, links, comments } = render::render(tree, &plan);
        meta.complete(meta::of(tree, plan.root));
        Self {
            source,
            text: Cow::Owned(writer.text),
            blocks: Some(writer.blocks),
            map: writer.map,
            meta,
            comments,
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

    /// What it says of its article beside the text.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// What its comments say to onrecord, in the order of the text.
    pub fn comments(&self) -> &[Comment] {
        &self.comments
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
            embeds.extend(self.lone_links(&embeds));
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
        for render::Link { address, .. } in on {
            if embed.url.is_none() && address.platform == embed.platform {
                embed.url = address.url.as_deref();
                embed.post_id = Some(&address.post_id);
            }
        }
    }

    /// Links to posts that are all of a block, shown by a piece of their address or as frames show
    /// them: `View this post on Facebook`.
    #[cfg(feature = "html")]
    fn lone_links<'p>(&'p self, found: &[Embed<'_>]) -> Vec<Embed<'p>> {
        let whole = |span: Span| {
            let blocks = self.blocks.as_deref().unwrap_or(&[]);
            blocks
                .binary_search_by_key(&span.start, |(s, _)| s.start)
                .is_ok_and(|i| blocks[i].0 == span)
        };
        let is_address = |words: &str| words.contains('/') && !words.contains(char::is_whitespace);
        let is_shown = |words: &str| is_address(words) || embed::is_frame_text(words);
        let fresh = |span: Span| {
            let next = found.partition_point(|e| e.span.end <= span.start);
            found.get(next).is_none_or(|e| e.span.start >= span.end)
        };
        let lone = self
            .links
            .iter()
            .filter(|l| is_shown(l.span.of(&self.text)) && whole(l.span) && fresh(l.span));
        lone.map(|render::Link { span, address }| {
            let mut embed = Embed::new(address.platform, *span);
            embed.handle = address.handle.as_deref().map(Cow::Borrowed);
            embed.url = address.url.as_deref();
            embed.post_id = Some(&address.post_id);
            embed
        })
        .collect()
    }

    /// The reading text taken apart; `author_lines` as [`Document::read`] takes them.
    pub(crate) fn document(&self, author_lines: &[Span]) -> Document<'_> {
        match &self.blocks {
            Some(blocks) => {
                let mut document = Document::with_blocks(&self.text, blocks, author_lines);
                document.add_directives(self.comments.iter().map(|c| (c.at, c.text.clone())));
                document
            }
            None => Document::read(&self.text, author_lines),
        }
    }
}
