//! HTML to a tree: html5gum finds tags and text, and where they stand in the source.

use std::convert::Infallible;

use html5gum::{Emitter, Error, State, Tokenizer};

use super::tag::Tag;
use super::tree::{Attribute, Builder, Tree, Value};
use crate::Span;

/// The tree of a page.
pub(super) fn parse(source: &str) -> Tree<'_> {
    let mut builder = Builder::new(source);
    parse_into(&mut builder, Span::new(0, source.len()));
    builder.finish()
}

/// Adds the HTML that stands at `span` of the source.
pub(super) fn parse_into(builder: &mut Builder<'_>, span: Span) {
    let source = builder.tree.source;
    let html = span.of(source);
    let reader = Reader {
        builder,
        source: source.as_bytes(),
        at: span.start as usize,
        done: span.start as usize,
        tag: 0,
        closing: false,
        name: Vec::new(),
        last_start: Vec::new(),
        first: 0,
        attribute: None,
        text: None,
        raw: None,
    };
    let Ok(()) = Tokenizer::new_with_emitter(html, reader).finish();
}

/// What the tokenizer tells, and where it stands.
struct Reader<'b, 's> {
    builder: &'b mut Builder<'s>,
    source: &'s [u8],
    /// How far the tokenizer has read.
    at: usize,
    /// The end of what is in the tree.
    done: usize,
    /// The `<` of the tag or comment that is being read.
    tag: usize,
    closing: bool,
    name: Vec<u8>,
    last_start: Vec<u8>,
    /// The first attribute of the tag that is being read.
    first: usize,
    attribute: Option<Pending>,
    /// Text as it stands in the source that is not in the tree yet.
    text: Option<Span>,
    /// The type of a script that is being read.
    raw: Option<Span>,
}

/// An attribute that is being read.
struct Pending {
    name: Span,
    value: Option<Span>,
    /// The value where it is not in the source as such.
    decoded: Option<Vec<u8>>,
}

impl Reader<'_, '_> {
    /// Whether `piece`, just read, stands so in the source.
    fn is_verbatim(&self, piece: &[u8]) -> bool {
        let start = self.at.checked_sub(piece.len());
        start.is_some_and(|s| s >= self.done && self.source.get(s..self.at) == Some(piece))
    }

    fn flush_text(&mut self) {
        if let Some(span) = self.text.take() {
            self.builder.text(span);
        }
    }

    fn flush_attribute(&mut self) {
        let Some(Pending { name, value, decoded }) = self.attribute.take() else { return };
        if self.closing {
            return;
        }
        let value = match decoded {
            Some(bytes) => Value::Decoded(self.builder.keep(&String::from_utf8_lossy(&bytes))),
            None => Value::Source(value.unwrap_or(Span { start: name.end, end: name.end })),
        };
        if name.of(self.builder.tree.source).eq_ignore_ascii_case("type") {
            self.raw = match value {
                Value::Source(span) => Some(span),
                Value::Decoded(_) => None,
            };
        }
        let name = Value::Source(name);
        self.builder.tree.attributes.push(Attribute { name, value });
    }

    /// How the content of the element that has just begun is read.
    fn content(&self) -> Option<State> {
        match self.name.as_slice() {
            b"textarea" | b"title" => Some(State::RcData),
            b"script" if !self.holds_markup() => Some(State::ScriptData),
            b"style" | b"iframe" | b"xmp" | b"noembed" | b"noframes" => Some(State::RawText),
            b"plaintext" => Some(State::PlainText),
            _ => None,
        }
    }

    /// A script that only keeps markup until the reader consents to it.
    fn holds_markup(&self) -> bool {
        const MARKUP: [&str; 4] =
            ["text/template", "text/html", "text/x-template", "text/x-handlebars-template"];
        let kind = self.raw.map_or("", |span| span.of(self.builder.tree.source));
        MARKUP.iter().any(|m| kind.trim().eq_ignore_ascii_case(m))
    }
}

impl Emitter for Reader<'_, '_> {
    type Token = Infallible;

    fn move_position(&mut self, offset: isize) {
        self.at = self.at.saturating_add_signed(offset);
    }

    fn emit_string(&mut self, piece: &[u8]) {
        if piece.is_empty() {
            return;
        }
        if self.is_verbatim(piece) {
            let span = Span::new(self.at - piece.len(), self.at);
            self.text = match self.text {
                Some(text) if text.end == span.start => {
                    Some(Span { start: text.start, end: span.end })
                }
                _ => {
                    self.flush_text();
                    Some(span)
                }
            };
        } else {
            self.flush_text();
            let span = Span::new(self.done, self.at);
            self.builder.decoded(span, &String::from_utf8_lossy(piece));
        }
        self.done = self.at.max(self.done);
    }

    fn start_open_tag(&mut self) {
        self.tag = self.at.saturating_sub(1).max(self.done);
    }

    fn init_start_tag(&mut self) {
        self.closing = false;
        self.name.clear();
        self.raw = None;
        self.first = self.builder.tree.attributes.len();
    }

    fn init_end_tag(&mut self) {
        self.closing = true;
        self.name.clear();
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend_from_slice(name);
    }

    fn init_attribute(&mut self) {
        self.flush_attribute();
    }

    fn push_attribute_name(&mut self, piece: &[u8]) {
        let (at, start) = (self.at, self.at.saturating_sub(piece.len()));
        let new = || Pending { name: Span::new(start, start), value: None, decoded: None };
        self.attribute.get_or_insert_with(new).name.end = Span::new(at, at).end;
    }

    fn push_attribute_value(&mut self, piece: &[u8]) {
        let verbatim = self.is_verbatim(piece);
        let span = Span::new(self.at.saturating_sub(piece.len()), self.at);
        let Some(pending) = &mut self.attribute else { return };
        if let Some(bytes) = &mut pending.decoded {
            bytes.extend_from_slice(piece);
            return;
        }
        match pending.value {
            None if verbatim => pending.value = Some(span),
            Some(value) if verbatim && value.end == span.start => {
                pending.value = Some(value.join(span));
            }
            value => {
                let before = value.and_then(|v| self.source.get(v.range())).unwrap_or(&[]);
                pending.decoded = Some([before, piece].concat());
            }
        }
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush_text();
        self.flush_attribute();
        let tag = Tag::of(&self.name);
        self.done = self.at;
        if self.closing {
            self.builder.end(tag, &self.name);
            self.last_start.clear();
            return None;
        }
        self.builder.start(tag, Span::new(self.tag, self.at), self.first);
        self.last_start.clone_from(&self.name);
        self.content()
    }

    fn init_comment(&mut self) {
        self.flush_text();
    }

    fn emit_current_comment(&mut self) {
        self.builder.comment(Span::new(self.tag, self.at));
        self.done = self.at;
    }

    fn init_doctype(&mut self) {
        self.flush_text();
    }

    fn emit_current_doctype(&mut self) {
        self.done = self.at;
    }

    fn emit_eof(&mut self) {
        self.flush_text();
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.closing && !self.last_start.is_empty() && self.last_start == self.name
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn set_last_start_tag(&mut self, _: Option<&[u8]>) {}
    fn emit_error(&mut self, _: Error) {}
    fn set_self_closing(&mut self) {}
    fn set_force_quirks(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}

#[cfg(test)]
mod tests {
    use super::super::tree::{NodeKind, ROOT};
    use super::*;

    /// The tree as nested names with their texts.
    fn shape(source: &str) -> String {
        let tree = parse(source);
        let (mut out, mut ends) = (String::new(), Vec::new());
        for id in tree.below(ROOT) {
            while ends.last().is_some_and(|end| *end <= id) {
                ends.pop();
                out.push(')');
            }
            match tree.node(id).kind {
                NodeKind::Element { .. } => {
                    out += &format!("({}", tree.name(id).to_lowercase());
                    ends.push(tree.node(id).last);
                }
                NodeKind::Comment => out.push('!'),
                _ => out += &format!("[{}]", tree.words(id)),
            }
        }
        out + &")".repeat(ends.len())
    }

    #[test]
    fn tag_soup_is_sorted() {
        let table = [
            ("<p>a<p>b<div>c", "(p[a])(p[b])(div[c])"),
            ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "(ul(li[a])(li[b](ul(li[c]))))[d]"),
            ("<b>a<div>b</b>c</div>d</b>", "(b[a](div[b][c])[d])"),
            ("<table><tr><td>a<td>b<tr><td>c", "(table(tr(td[a])(td[b]))(tr(td[c])))"),
            ("a<br/>b</p>c<IMG src=x>", "[a](br)[b][c](img)"),
            ("<script>if (a<b) '<p>'</script>x", "(script[if (a<b) '<p>'])[x]"),
            ("<!-- a --><title>a &amp; <b></title>", "!(title[a ][&][ <b>])"),
            ("<div", ""),
        ];
        for (source, expected) in table {
            assert_eq!(shape(source), expected, "{source}");
        }
    }

    #[test]
    fn text_knows_where_it_stands() {
        let source = "<p title='a&amp;b' CLASS=x>é &amp é&nope; &#x41;\r\nend</p>";
        let tree = parse(source);
        let p = tree.below(ROOT).next().unwrap();
        assert_eq!(tree.attribute(p, "title"), Some("a&b"));
        assert_eq!(tree.attribute(p, "class"), Some("x"));
        let pieces: Vec<_> =
            tree.below(p).map(|n| (tree.words(n), tree.node(n).span.of(source))).collect();
        assert_eq!(
            pieces,
            [
                ("é ", "é "),
                ("&", "&amp"),
                (" é&nope; ", " é&nope; "),
                ("A", "&#x41;"),
                ("\n", "\r"),
                ("end", "end")
            ]
        );
    }
}
