//! Markdown to a tree: pulldown-cmark finds the elements, and HTML within is read as HTML.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag as Element, TagEnd};

use super::front;
use super::html;
use super::meta::Meta;
use super::tag::Tag;
use super::tree::{Attribute, Builder, Tree, Value};
use crate::Span;

/// The tree of a page.
pub(super) fn parse(source: &str) -> (Tree<'_>, Meta) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader =
        Reader { builder: Builder::new(source), hidden: 0, meta: Meta::default(), block: None };
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        reader.read(event, range);
    }
    reader.flush_html();
    (reader.builder.finish(), reader.meta)
}

struct Reader<'s> {
    builder: Builder<'s>,
    /// How many elements are open whose text is not shown: front matter, code, the words for a picture.
    hidden: u32,
    meta: Meta,
    /// A block of HTML that is being put together.
    block: Option<Span>,
}

impl Reader<'_> {
    fn read(&mut self, event: Event<'_>, range: Range<usize>) {
        let span = Span::new(range.start, range.end);
        if !matches!(event, Event::Html(_) | Event::Start(Element::HtmlBlock)) {
            self.flush_html();
        }
        match event {
            Event::Start(element) => self.start(&element, span),
            Event::End(element) => self.end(element),
            Event::Text(text) | Event::Code(text) => self.text(&text, span),
            Event::Html(_) => {
                self.block = Some(self.block.map_or(span, |block| block.join(span)));
            }
            Event::InlineHtml(_) => html::parse_into(&mut self.builder, span),
            Event::SoftBreak => self.text("\n", span),
            Event::HardBreak => self.element(Tag::Br, span),
            Event::Rule => self.element(Tag::Void, span),
            _ => {}
        }
    }

    fn flush_html(&mut self) {
        if let Some(span) = self.block.take() {
            html::parse_into(&mut self.builder, span);
        }
    }

    fn element(&mut self, tag: Tag, span: Span) {
        let first = self.builder.tree.attributes.len();
        // A start tag has its place, not its content.
        let place = Span { start: span.start, end: span.start };
        self.builder.start(tag, place, first);
    }

    fn start(&mut self, element: &Element<'_>, span: Span) {
        match element {
            Element::MetadataBlock(_) => {
                // Its text comes in pieces, a line each where lines end in CR LF.
                self.front(span);
                self.hidden += 1;
            }
            Element::CodeBlock(_) | Element::Image { .. } | Element::FootnoteDefinition(_) => {
                self.hidden += 1;
            }
            Element::Link { dest_url, .. } => {
                let first = self.builder.tree.attributes.len();
                let name = Value::Decoded(self.builder.keep("href"));
                let href = self.builder.keep(dest_url);
                self.builder.tree.attributes.push(Attribute { name, value: Value::Decoded(href) });
                self.builder.start(Tag::A, Span { start: span.start, end: span.start }, first);
            }
            other => {
                if let Some(tag) = tag_of(&other.to_end()) {
                    self.element(tag, span);
                }
            }
        }
    }

    fn end(&mut self, element: TagEnd) {
        match element {
            TagEnd::MetadataBlock(_)
            | TagEnd::CodeBlock
            | TagEnd::Image
            | TagEnd::FootnoteDefinition => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            TagEnd::Link => self.builder.end(Tag::A, b""),
            other => {
                if let Some(tag) = tag_of(&other) {
                    self.builder.end(tag, b"");
                }
            }
        }
    }

    /// What front matter says, the marks around it included; its title is the page's.
    fn front(&mut self, span: Span) {
        let front = front::front(span.of(self.builder.tree.source));
        if let Some(title) = front.headline {
            self.element(Tag::Title, Span { start: span.start, end: span.start });
            let title = Span { start: span.start + title.start, end: span.start + title.end };
            self.builder.text(title);
            self.builder.end(Tag::Title, b"");
        }
        self.meta.complete(front.meta);
    }

    fn text(&mut self, text: &str, span: Span) {
        if self.hidden > 0 {
            return;
        }
        // Code has its marks around it.
        match span.of(self.builder.tree.source).find(text) {
            Some(at) => {
                let start = span.start as usize + at;
                self.builder.text(Span::new(start, start + text.len()));
            }
            None => self.builder.decoded(span, text),
        }
    }
}

/// The element of HTML that one of Markdown is.
fn tag_of(element: &TagEnd) -> Option<Tag> {
    Some(match element {
        TagEnd::Paragraph => Tag::P,
        TagEnd::Heading(HeadingLevel::H1) => Tag::H1,
        TagEnd::Heading(_) => Tag::Heading,
        TagEnd::BlockQuote(_) => Tag::Blockquote,
        TagEnd::List(_) => Tag::List,
        TagEnd::Item => Tag::Li,
        TagEnd::Table => Tag::Table,
        TagEnd::TableHead | TagEnd::TableRow => Tag::Tr,
        TagEnd::TableCell => Tag::Cell,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::page::{Format, Page};

    #[test]
    fn front_matter_is_read_with_any_line_ends() {
        let source = "---\ntitle: Bridge to close\nauthors:\n  - Ann Orr\n  - Al Poe\ndate: 2025-03-04\n---\n\nIt is old.\n";
        for source in [source.to_owned(), source.replace('\n', "\r\n")] {
            let page = Page::read(&source, Format::Markdown);
            assert_eq!(page.text(), "Bridge to close\n\nIt is old.", "{source:?}");
            assert_eq!(page.meta().authors, ["Ann Orr", "Al Poe"], "{source:?}");
            assert!(page.meta().date.is_some(), "{source:?}");
            assert_eq!(page.in_source(crate::Span::new(0, 6)).of(&source), "Bridge");
        }
    }
}
