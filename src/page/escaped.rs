//! HTML that a script or JSON holds as a string: its escapes taken off, every byte tied to its source.

use super::map::SourceMap;
use crate::Span;

/// HTML without the escapes of the string that held it.
#[derive(Debug)]
pub(super) struct Unescaped {
    pub(super) html: String,
    pub(super) map: SourceMap,
}

/// The HTML that a source holds as a string; none where it is HTML itself.
///
/// Two forms are known: an object with the HTML under `"html"`, as oEmbed gives it, and a bare
/// string, whose first tag shows it: `<blockquote class=\"` or `\u003cblockquote`.
pub(super) fn unescape(source: &str) -> Option<Unescaped> {
    let span = object(source).or_else(|| is_string(source).then(|| Span::new(0, source.len())))?;
    let mut out = Unescaped { html: String::with_capacity(span.len()), map: SourceMap::default() };
    let mut at = span.start as usize;
    let end = span.end as usize;
    while at < end {
        let rest = &source[at..end];
        let plain = rest.find('\\').unwrap_or(rest.len());
        out.write(&rest[..plain], Span::new(at, at + plain), true);
        at += plain;
        let Some((text, len)) = escape(&source[at..end]) else { break };
        out.write(text.encode_utf8(&mut [0; 4]), Span::new(at, at + len), false);
        at += len;
    }
    Some(out)
}

impl Unescaped {
    fn write(&mut self, text: &str, source: Span, verbatim: bool) {
        if text.is_empty() {
            return;
        }
        match verbatim {
            true => self.map.verbatim(self.html.len(), source),
            false => self.map.whole(self.html.len(), source),
        }
        self.html.push_str(text);
    }
}

/// The string under `"html"` of an object that is all of the source.
fn object(source: &str) -> Option<Span> {
    const KEY: &str = "\"html\"";
    if !source.trim_start().starts_with('{') {
        return None;
    }
    let key = source.find(KEY)? + KEY.len();
    let rest = source[key..].trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    let start = source.len() - rest.len();
    let mut escaped = false;
    let end = rest.bytes().position(|b| {
        let closes = b == b'"' && !escaped;
        escaped = b == b'\\' && !escaped;
        closes
    });
    Some(Span::new(start, start + end.unwrap_or(rest.len())))
}

/// Whether the first tag is one within a string.
fn is_string(source: &str) -> bool {
    let text = source.trim_start().trim_start_matches('"');
    let coded = |lead: &str| text.get(..lead.len()).is_some_and(|t| t.eq_ignore_ascii_case(lead));
    if coded("\\u003c") || coded("\\x3c") {
        return true;
    }
    let tag = text.starts_with('<').then(|| text.split('>').next()).flatten().unwrap_or("");
    tag.find('=')
        .is_some_and(|at| tag[at + 1..].starts_with("\\\"") || tag[at + 1..].starts_with("\\'"))
}

/// What an escape stands for, and its length in bytes.
///
/// ```text
/// escape = "\" ( "u" hex{4} [ "\u" hex{4} ] | "x" hex{2} | "n" | "r" | "t" | any )
/// ```
fn escape(i: &str) -> Option<(char, usize)> {
    let c = i.strip_prefix('\\')?.chars().next();
    Some(match c {
        Some('u') => match (unit(i), i.get(6..).and_then(unit)) {
            (Some(high @ 0xD800..=0xDBFF), Some(low)) => {
                let pair = char::decode_utf16([high, low]).next().and_then(Result::ok);
                pair.map_or(('\u{fffd}', 6), |c| (c, 12))
            }
            (Some(unit), _) => (char::from_u32(u32::from(unit)).unwrap_or('\u{fffd}'), 6),
            (None, _) => ('u', 2),
        },
        Some('x') => match i.get(2..4).and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => (char::from(byte), 4),
            None => ('x', 2),
        },
        Some('n') => ('\n', 2),
        Some('r') => ('\r', 2),
        Some('t') => ('\t', 2),
        Some(c) => (c, 1 + c.len_utf8()),
        None => ('\\', 1),
    })
}

/// `unit = "\u" hex{4}`
fn unit(i: &str) -> Option<u16> {
    let hex = i.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(hex, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_known_by_their_first_tag() {
        let table = [
            (r#"<p class=\"a\">x<\/p>\n"#, "<p class=\"a\">x</p>\n"),
            (r"\u003cp\u003e\ud83d\ude00\x26\u003c/p\u003e", "<p>😀&</p>"),
            (r#"{"html": "\u003Cp\u003Ea \"b\"", "x": "y"}"#, "<p>a \"b\""),
        ];
        for (source, html) in table {
            assert_eq!(unescape(source).map(|u| u.html).as_deref(), Some(html), "{source}");
        }
        assert!(unescape("<p class=\"a\">\\\"</p>").is_none());
        assert!(unescape("{}").is_none());
    }

    #[test]
    fn every_byte_has_its_place() {
        let source = r#"<p class=\"a\">é\u00e9x"#;
        let read = unescape(source).unwrap();
        let at = read.html.find("éx").unwrap();
        let span = read.map.span(Span::new(at, at + 3));
        assert_eq!(span.of(source), r"\u00e9x");
    }
}
