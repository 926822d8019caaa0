//! Elements by name: what reading a page takes to know of each.

/// An element, or the kind of element where no more than that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// The page itself.
    Document,
    A,
    Address,
    Article,
    Aside,
    Blockquote,
    Body,
    Br,
    Caption,
    Cite,
    Dd,
    Div,
    Dt,
    Figcaption,
    Footer,
    H1,
    /// `h2` to `h6`.
    Heading,
    Head,
    Html,
    Iframe,
    Li,
    Link,
    List,
    Main,
    Meta,
    Nav,
    Noscript,
    P,
    Pre,
    Q,
    Script,
    Section,
    Style,
    Sup,
    Table,
    /// `td`, `th`.
    Cell,
    Template,
    Time,
    Title,
    Tr,
    /// `tbody`, `thead`, `tfoot`.
    Rows,
    /// Any other element that begins a line.
    Block,
    /// Any other element within a line.
    Inline,
    /// Any other element whose content is no text of the page.
    Hidden,
    /// Any other element without content.
    Void,
    /// A name with a hyphen: `amp-twitter`.
    Custom,
}

/// How many there are.
pub(super) const TAGS: usize = Tag::Custom as usize + 1;

/// Names in the order of bytes.
const NAMES: [(&str, Tag); 98] = [
    ("a", Tag::A),
    ("address", Tag::Address),
    ("applet", Tag::Hidden),
    ("area", Tag::Void),
    ("article", Tag::Article),
    ("aside", Tag::Aside),
    ("audio", Tag::Hidden),
    ("base", Tag::Void),
    ("blockquote", Tag::Blockquote),
    ("body", Tag::Body),
    ("br", Tag::Br),
    ("button", Tag::Hidden),
    ("canvas", Tag::Hidden),
    ("caption", Tag::Caption),
    ("center", Tag::Block),
    ("cite", Tag::Cite),
    ("col", Tag::Void),
    ("colgroup", Tag::Hidden),
    ("datalist", Tag::Hidden),
    ("dd", Tag::Dd),
    ("details", Tag::Block),
    ("dialog", Tag::Hidden),
    ("dir", Tag::List),
    ("div", Tag::Div),
    ("dl", Tag::List),
    ("dt", Tag::Dt),
    ("embed", Tag::Void),
    ("fieldset", Tag::Hidden),
    ("figcaption", Tag::Figcaption),
    ("figure", Tag::Block),
    ("footer", Tag::Footer),
    ("form", Tag::Block),
    ("frame", Tag::Void),
    ("frameset", Tag::Hidden),
    ("h1", Tag::H1),
    ("h2", Tag::Heading),
    ("h3", Tag::Heading),
    ("h4", Tag::Heading),
    ("h5", Tag::Heading),
    ("h6", Tag::Heading),
    ("head", Tag::Head),
    ("header", Tag::Block),
    ("hgroup", Tag::Block),
    ("hr", Tag::Void),
    ("html", Tag::Html),
    ("iframe", Tag::Iframe),
    ("img", Tag::Void),
    ("input", Tag::Void),
    ("keygen", Tag::Void),
    ("li", Tag::Li),
    ("link", Tag::Link),
    ("main", Tag::Main),
    ("map", Tag::Hidden),
    ("math", Tag::Hidden),
    ("menu", Tag::List),
    ("meta", Tag::Meta),
    ("meter", Tag::Hidden),
    ("nav", Tag::Nav),
    ("noembed", Tag::Hidden),
    ("noframes", Tag::Hidden),
    ("noscript", Tag::Noscript),
    ("object", Tag::Hidden),
    ("ol", Tag::List),
    ("optgroup", Tag::Hidden),
    ("option", Tag::Hidden),
    ("p", Tag::P),
    ("param", Tag::Void),
    ("picture", Tag::Hidden),
    ("pre", Tag::Pre),
    ("progress", Tag::Hidden),
    ("q", Tag::Q),
    ("rp", Tag::Hidden),
    ("rt", Tag::Hidden),
    ("script", Tag::Script),
    ("search", Tag::Nav),
    ("section", Tag::Section),
    ("select", Tag::Hidden),
    ("source", Tag::Void),
    ("style", Tag::Style),
    ("summary", Tag::Block),
    ("sup", Tag::Sup),
    ("svg", Tag::Hidden),
    ("table", Tag::Table),
    ("tbody", Tag::Rows),
    ("td", Tag::Cell),
    ("template", Tag::Template),
    ("textarea", Tag::Hidden),
    ("tfoot", Tag::Rows),
    ("th", Tag::Cell),
    ("thead", Tag::Rows),
    ("time", Tag::Time),
    ("title", Tag::Title),
    ("tr", Tag::Tr),
    ("track", Tag::Void),
    ("ul", Tag::List),
    ("video", Tag::Hidden),
    ("wbr", Tag::Void),
    ("xmp", Tag::Pre),
];

impl Tag {
    /// The element of a name in lower case.
    pub(super) fn of(name: &[u8]) -> Self {
        match NAMES.binary_search_by(|(known, _)| known.as_bytes().cmp(name)) {
            Ok(at) => NAMES[at].1,
            Err(_) if name.contains(&b'-') => Tag::Custom,
            Err(_) => Tag::Inline,
        }
    }

    /// Whether it stands for several names.
    pub(super) fn is_kind(self) -> bool {
        matches!(
            self,
            Tag::Heading
                | Tag::List
                | Tag::Cell
                | Tag::Rows
                | Tag::Block
                | Tag::Inline
                | Tag::Hidden
                | Tag::Void
                | Tag::Custom
                | Tag::Pre
                | Tag::Nav
        )
    }

    /// Whether it never has content.
    pub(super) fn is_void(self) -> bool {
        matches!(self, Tag::Br | Tag::Link | Tag::Meta | Tag::Void)
    }

    /// Whether it stands within a line.
    pub(super) fn is_inline(self) -> bool {
        use Tag::*;
        matches!(
            self,
            A | Br
                | Cite
                | Iframe
                | Inline
                | Hidden
                | Noscript
                | Q
                | Script
                | Style
                | Sup
                | Template
        ) || matches!(self, Time | Title | Void | Link | Meta | Custom)
    }

    /// Whether its start ends a paragraph that is open (HTML Standard, 13.2.6.4.7).
    pub(super) fn ends_paragraph(self) -> bool {
        !self.is_inline() && !matches!(self, Tag::Cell | Tag::Rows | Tag::Tr | Tag::Caption)
    }

    /// What its start ends, and what such an end never reaches past.
    pub(super) fn ends(self) -> Option<(&'static [Tag], &'static [Tag])> {
        match self {
            Tag::Li => Some((&[Tag::Li], &[Tag::List])),
            Tag::Dt | Tag::Dd => Some((&[Tag::Dt, Tag::Dd], &[Tag::List])),
            Tag::Tr => Some((&[Tag::Tr], &[Tag::Table])),
            Tag::Cell => Some((&[Tag::Cell], &[Tag::Table, Tag::Tr])),
            Tag::Rows => Some((&[Tag::Rows], &[Tag::Table])),
            Tag::Body => Some((&[Tag::Head], &[Tag::Body])),
            t if t.ends_paragraph() => Some((
                &[Tag::P],
                &[Tag::Blockquote, Tag::Cell, Tag::Div, Tag::Li, Tag::Section, Tag::Article],
            )),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found() {
        assert!(NAMES.is_sorted_by_key(|(name, _)| name.as_bytes()));
        assert_eq!(Tag::of(b"blockquote"), Tag::Blockquote);
        assert_eq!(Tag::of(b"amp-twitter"), Tag::Custom);
        assert_eq!(Tag::of(b"strong"), Tag::Inline);
    }
}
