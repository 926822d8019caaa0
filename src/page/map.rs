//! Where each byte of a page's reading text stands in the page's source.

use crate::Span;

/// A stretch of the reading text and the source that it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Segment {
    /// Its first byte in the reading text; it ends where the next begins.
    text: u32,
    /// Its first byte in the source.
    source: u32,
    /// How many bytes of source stand for it.
    len: u32,
    /// Its bytes are those of the source; else all of it stands for all of them.
    verbatim: bool,
}

/// Reading text to source, by segments in the order of the text; the identity where there are none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct SourceMap {
    segments: Vec<Segment>,
}

impl SourceMap {
    /// From the first source byte of the span's first character to the last of its last.
    pub(crate) fn span(&self, span: Span) -> Span {
        let start = self.start(span.start);
        let end = if span.is_empty() { start } else { self.end(span.end).max(start) };
        Span { start, end }
    }

    fn start(&self, at: u32) -> u32 {
        match self.at(at) {
            None => at,
            Some(s) if s.verbatim => s.source + (at - s.text).min(s.len),
            Some(s) => s.source,
        }
    }

    /// The source's end of what ends at `at`, which is not the text's beginning.
    fn end(&self, at: u32) -> u32 {
        match self.at(at.saturating_sub(1)) {
            None => at,
            Some(s) if s.verbatim => s.source + (at - s.text).min(s.len),
            Some(s) => s.source + s.len,
        }
    }

    /// The segment that holds a byte.
    fn at(&self, byte: u32) -> Option<&Segment> {
        let next = self.segments.partition_point(|s| s.text <= byte);
        self.segments.get(next.saturating_sub(1))
    }
}

/// How a map is made.
#[cfg(feature = "html")]
impl SourceMap {
    /// Adds text from byte `text` on whose bytes are those of `source`.
    pub(super) fn verbatim(&mut self, text: usize, source: Span) {
        if let Some(last) = self.segments.last_mut()
            && last.verbatim
            && last.source + last.len == source.start
        {
            last.len += source.end - source.start;
            return;
        }
        self.push(text, source, true);
    }

    /// Adds text from byte `text` on that stands for all of `source`: a reference, white space, a tag.
    pub(super) fn whole(&mut self, text: usize, source: Span) {
        self.push(text, source, false);
    }

    /// How many segments there are.
    pub(super) fn len(&self) -> usize {
        self.segments.len()
    }

    /// Keeps the first segments only.
    pub(super) fn truncate(&mut self, len: usize) {
        self.segments.truncate(len);
    }

    /// Drops what stands for text from byte `text` on.
    pub(super) fn cut(&mut self, text: usize) {
        let len = self.segments.partition_point(|s| (s.text as usize) < text);
        self.segments.truncate(len);
    }

    fn push(&mut self, text: usize, source: Span, verbatim: bool) {
        let text = Span::new(text, text).start;
        let len = source.end.saturating_sub(source.start);
        self.segments.push(Segment { text, source: source.start, len, verbatim });
    }

    /// Follows this map and then `outer`, which leads from this map's source to its own.
    pub(super) fn through(mut self, outer: &SourceMap) -> Self {
        let mut segments = Vec::with_capacity(self.segments.len());
        for (i, segment) in self.segments.iter().enumerate() {
            let next = self.segments.get(i + 1).map_or(u32::MAX, |s| s.text);
            outer.carry(*segment, next, &mut segments);
        }
        self.segments = segments;
        self
    }

    /// Cuts a segment at the borders of this map's own.
    fn carry(&self, segment: Segment, next: u32, out: &mut Vec<Segment>) {
        let whole = Span { start: segment.source, end: segment.source + segment.len };
        if !segment.verbatim || segment.len == 0 {
            let outer = self.span(whole);
            let len = outer.end - outer.start;
            out.push(Segment { source: outer.start, len, verbatim: false, ..segment });
            return;
        }
        let mut at = whole.start;
        while at < whole.end && segment.text + (at - whole.start) < next {
            let inner = self.segments.partition_point(|s| s.text <= at);
            let border = self.segments.get(inner).map_or(whole.end, |s| s.text.min(whole.end));
            let outer = self.span(Span { start: at, end: border });
            let verbatim = self.at(at).is_none_or(|s| s.verbatim);
            let text = segment.text + (at - whole.start);
            out.push(Segment { text, source: outer.start, len: outer.end - outer.start, verbatim });
            at = border.max(at + 1);
        }
    }
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;

    /// The reading text `a & b` of `<p>a &amp; <b>b</b>`.
    fn map() -> SourceMap {
        let mut map = SourceMap::default();
        map.verbatim(0, Span::new(3, 4));
        map.verbatim(1, Span::new(4, 5));
        map.whole(2, Span::new(5, 10));
        map.verbatim(3, Span::new(10, 11));
        map.verbatim(4, Span::new(14, 15));
        map
    }

    #[test]
    fn spans_hold_whole_references_and_no_outer_tags() {
        assert_eq!(map().segments.len(), 4);
        let table = [((0, 1), (3, 4)), ((2, 3), (5, 10)), ((0, 5), (3, 15)), ((4, 5), (14, 15))];
        for ((start, end), (from, to)) in table {
            assert_eq!(map().span(Span::new(start, end)), Span::new(from, to));
        }
        assert_eq!(map().span(Span::new(2, 2)), Span::new(5, 5));
        assert_eq!(SourceMap::default().span(Span::new(2, 4)), Span::new(2, 4));
    }

    #[test]
    fn maps_follow_one_another() {
        // `a & b` of `<p>a &amp; <b>b</b>`, whose quotation mark, in another source, is escaped.
        let mut outer = SourceMap::default();
        outer.verbatim(0, Span::new(100, 105));
        outer.whole(5, Span::new(105, 111));
        outer.verbatim(6, Span::new(111, 130));
        let through = map().through(&outer);
        assert_eq!(through.span(Span::new(0, 1)), Span::new(103, 104));
        assert_eq!(through.span(Span::new(2, 3)), Span::new(105, 115));
        assert_eq!(through.span(Span::new(4, 5)), Span::new(119, 120));
    }
}
