//! Cuts a stretch of text into tokens in one pass.

use super::abbreviation::abbreviation;
use super::{Token, TokenKind};
use crate::Span;

/// The longest markup residue (`<tweet …>`) that is passed over, in bytes.
const LONGEST_TAG: usize = 400;

/// Appends the tokens of `span` of `text`. Quotation marks get a first guess (open or close) that
/// the pairing may change.
pub(super) fn tokenize(text: &str, span: Span, out: &mut Vec<Token>) {
    let end = span.end as usize;
    let mut scanner =
        Scanner { text: &text[..end], at: span.start as usize, from: span.start as usize, out };
    while scanner.at < end {
        scanner.next_token();
    }
}

struct Scanner<'t, 'o> {
    text: &'t str,
    at: usize,
    from: usize,
    out: &'o mut Vec<Token>,
}

impl Scanner<'_, '_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn push(&mut self, len: usize, kind: TokenKind) {
        self.out.push(Token { span: Span::new(self.at, self.at + len), kind, quoted: false });
        self.at += len;
    }

    fn next_token(&mut self) {
        let rest = self.rest();
        let Some(c) = rest.chars().next() else { return };
        match c {
            _ if c.is_whitespace()
                || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}') =>
            {
                self.at += c.len_utf8();
            }
            'h' | 'w' | 'p' | 't' if address_len(rest).is_some() => {
                self.push(address_len(rest).unwrap_or(1), TokenKind::Url);
            }
            _ if c.is_alphabetic() => self.word(),
            '0'..='9' => self.number(0),
            '@' | '#' => self.sigil(c),
            '$' | '€' | '£' | '¥' | '₹' => self.push(c.len_utf8(), TokenKind::Currency),
            '<' => self.markup(),
            '\'' | '’' | '‘' => self.single_mark(c),
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '`' => self.double_mark(c),
            '.' | '-' | '—' | '–' | '…' | '!' | '?' => self.run_of(c),
            _ if c.is_numeric() => self.number(0),
            _ if c.is_ascii_punctuation() || is_mark(c) => {
                self.push(c.len_utf8(), TokenKind::Punct)
            }
            _ => self.push(c.len_utf8(), TokenKind::Symbol),
        }
    }

    /// A word with its inner hyphens, dots and apostrophes; clitics are split off.
    fn word(&mut self) {
        let len = word_len(self.rest());
        if self.rest()[len..].starts_with('@')
            && let Some(mail) = mail_len(self.rest())
        {
            return self.push(mail, TokenKind::Url);
        }
        let word = &self.rest()[..len];
        if word == "US" && self.rest()[len..].starts_with('$') {
            return self.push(3, TokenKind::Currency);
        }
        if let Some(stem) = clitic_split(word) {
            let clitic = len - stem;
            self.push(stem, TokenKind::Word);
            return self.push(clitic, TokenKind::Clitic);
        }
        let dotted = self.rest()[len..]
            .strip_prefix('.')
            .is_some_and(|after| abbreviation(word, after).is_some());
        // "U.S.'s" and "J.'s": the dot goes with the word, the clitic is read next.
        self.push(len + usize::from(dotted), TokenKind::Word);
    }

    /// Digits with separators; `skip` bytes (an apostrophe) go before them.
    fn number(&mut self, skip: usize) {
        let bytes = &self.rest().as_bytes()[skip..];
        let mut len = 0;
        while len < bytes.len() {
            let digit_follows = bytes.get(len + 1).is_some_and(u8::is_ascii_digit);
            match bytes[len] {
                b'0'..=b'9' => len += 1,
                b',' | b'.' | b':' | b'/' | b'-' if len > 0 && digit_follows => len += 1,
                _ => break,
            }
        }
        if len == 0 {
            let c = self.rest().chars().next().map_or(1, char::len_utf8);
            return self.push(c, TokenKind::Number);
        }
        let mut rest = &self.rest()[skip + len..];
        // "20th", "1990s", "5pm", "16-year-old", "42nd": letters go with the digits.
        while let Some(tail) = rest
            .strip_prefix('-')
            .filter(|t| t.starts_with(char::is_alphabetic))
            .or_else(|| rest.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(rest))
        {
            let letters = tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
            len += rest.len() - tail.len() + letters;
            rest = &tail[letters..];
        }
        self.push(skip + len, TokenKind::Number);
    }

    fn sigil(&mut self, c: char) {
        let name = &self.rest()[1..];
        let len = name.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(name.len());
        match (len, c) {
            (0, _) => self.push(1, TokenKind::Symbol),
            (_, '@') => self.push(1 + len, TokenKind::Handle),
            _ => self.push(1 + len, TokenKind::Hashtag),
        }
    }

    /// `<tweet …>` and the like are residue, no words; any other `<` is a mark.
    fn markup(&mut self) {
        let rest = self.rest().as_bytes();
        let name = rest.get(1).is_some_and(|&b| b == b'/' || b.is_ascii_alphabetic());
        let window = &rest[..rest.len().min(LONGEST_TAG)];
        match name.then(|| window.iter().position(|&b| b == b'>')).flatten() {
            Some(close) => self.at += close + 1,
            None => self.push(1, TokenKind::Punct),
        }
    }

    /// `'`, `’`, `‘`: doubled as a double mark, an apostrophe before what it shortens, a clitic, or a mark.
    fn single_mark(&mut self, c: char) {
        let size = c.len_utf8();
        let after = &self.rest()[size..];
        if c != '‘' && after.starts_with(c) {
            return self.push_quote(2 * size);
        }
        if is_decade(after) {
            return self.number(size);
        }
        let prev_joined = self.joined_to_previous();
        if prev_joined && let Some(len) = clitic_tail(after) {
            return self.push(size + len, TokenKind::Clitic);
        }
        if !prev_joined
            && c != '‘'
            && let Some(len) = short_form(after)
        {
            return self.push(size + len, TokenKind::Word);
        }
        self.push_quote(size);
    }

    fn double_mark(&mut self, c: char) {
        let size = c.len_utf8();
        let doubled = c == '`' && self.rest()[1..].starts_with('`');
        self.push_quote(if doubled { 2 } else { size });
    }

    /// A quotation mark, guessed by what stands on either side.
    fn push_quote(&mut self, len: usize) {
        let before = self.text[self.from..self.at].chars().next_back();
        let after = self.rest()[len..].chars().next();
        let opens = match self.rest().chars().next() {
            Some('“' | '‘' | '„' | '«' | '`') => true,
            Some('”' | '»') => false,
            _ => {
                let space_before = before.is_none_or(|c| {
                    c.is_whitespace()
                        || matches!(c, '(' | '[' | '—' | '–' | '-' | '“' | '"' | '‘' | '/')
                });
                space_before && after.is_some_and(|c| !c.is_whitespace())
            }
        };
        self.push(len, if opens { TokenKind::OpenQuote } else { TokenKind::CloseQuote });
    }

    fn run_of(&mut self, c: char) {
        let runs = matches!(c, '-' | '.' | '—' | '–');
        let len = if runs { self.rest().chars().take_while(|&x| x == c).count() } else { 1 };
        self.push(len * c.len_utf8(), TokenKind::Punct);
    }

    fn joined_to_previous(&self) -> bool {
        self.at > self.from
            && self.out.last().is_some_and(|t| t.span.end as usize == self.at && t.kind.is_word())
    }
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '‚' | '‹' | '›' | '•' | '·' | '′' | '″' | '‐'
            ..='―' | '、' | '。' | '「' | '」' | '（' | '）' | '¿' | '¡' | '§'
    )
}

/// Bytes of the word at the start of `text`: letters and digits, with inner `-`, `&`, `_`,
/// apostrophes before a letter, and dots between single letters.
fn word_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    // Most words are plain, and end at a space or a comma.
    let plain = bytes.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let goes_on = |b: &u8| !b.is_ascii() || matches!(b, b'-' | b'&' | b'\'' | b'.' | b'_');
    if plain > 0 && !bytes.get(plain).is_some_and(goes_on) {
        return plain;
    }
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    while let Some(&(i, c)) = chars.peek() {
        if c.is_alphanumeric() || c == '_' || is_combining(c) {
            end = i + c.len_utf8();
            chars.next();
            continue;
        }
        let next = text[i + c.len_utf8()..].chars().next();
        let joins = match c {
            '-' | '&' | '\'' | '’' | '‑' => next.is_some_and(char::is_alphanumeric),
            // "U.S", "a.m", but no "end.Next".
            '.' => {
                let single = i == 1 || (i >= 2 && matches!(bytes[i - 2], b'.' | b'-'));
                let then = &text[i + 1..];
                let letter = then.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
                let hyphen =
                    i > 1 && then.starts_with('-') && then[1..].starts_with(char::is_alphabetic);
                single && (hyphen || letter && !then[1..].starts_with(char::is_alphabetic))
            }
            _ => false,
        };
        if !joins {
            break;
        }
        chars.next();
    }
    end.max(text.chars().next().map_or(1, char::len_utf8))
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}')
}

/// Where a word falls apart into stem and clitic: `do|n't`, `Rubio|’s`, `can|not`, `gon|na`.
fn clitic_split(word: &str) -> Option<usize> {
    let lower = |s: &str, t: &str| s.eq_ignore_ascii_case(t);
    if lower(word, "cannot") {
        return Some(3);
    }
    let mark = word.rfind(['\'', '’'])?;
    let mark_len = if word.as_bytes()[mark] == b'\'' { 1 } else { 3 };
    let tail = &word[mark + mark_len..];
    if lower(tail, "t") {
        let stem = mark.checked_sub(1)?;
        return (stem > 0 && matches!(word.as_bytes()[stem], b'n' | b'N')).then_some(stem);
    }
    (mark > 0 && CLITICS.iter().any(|c| lower(tail, c))).then_some(mark)
}

const CLITICS: &[&str] = &["s", "re", "ll", "ve", "d", "m"];

/// Bytes of the clitic's letters at the start of `after`, which follows an apostrophe.
fn clitic_tail(after: &str) -> Option<usize> {
    let len = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    CLITICS.iter().any(|c| after[..len].eq_ignore_ascii_case(c)).then_some(len)
}

/// `90s`, `08` after an apostrophe.
fn is_decade(after: &str) -> bool {
    let bytes = after.as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    digits == 2
        && !matches!(bytes.get(2), Some(b'.' | b',' | b'%') if bytes.get(3).is_some_and(u8::is_ascii_digit))
        && matches!(bytes.get(2), None | Some(b's' | b' ' | b',' | b'.' | b';' | b'\n'))
}

/// `em`, `til`, `cause` … after an apostrophe that opens nothing.
fn short_form(after: &str) -> Option<usize> {
    let len = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    const FORMS: &[&str] = &["em", "til", "till", "tis", "twas", "cause", "bout", "round"];
    if after.starts_with("n'") || after.starts_with("n’") {
        return after.chars().nth(1).map(|mark| 1 + mark.len_utf8());
    }
    let closed = after[len..].starts_with(['\'', '’']);
    (!closed && FORMS.iter().any(|f| after[..len].eq_ignore_ascii_case(f))).then_some(len)
}

/// Bytes of the web address at the start of `text`.
fn address_len(text: &str) -> Option<usize> {
    const STARTS: &[&str] =
        &["https://", "http://", "www.", "pic.twitter.com/", "twitter.com/", "t.co/"];
    STARTS.iter().find(|s| text.starts_with(**s))?;
    let stop =
        |c: char| c.is_whitespace() || matches!(c, '”' | '“' | '"' | '<' | '>' | '—' | '’' | ')');
    let len = text.find(stop).unwrap_or(text.len());
    Some(text[..len].trim_end_matches(['.', ',', ';', ':', '!', '?']).len().max(1))
}

/// Bytes of an e-mail address at the start of `text`.
fn mail_len(text: &str) -> Option<usize> {
    let (name, domain) = text.split_once('@')?;
    let len = domain
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-')))
        .unwrap_or(domain.len());
    let domain = domain[..len].trim_end_matches('.');
    domain.contains('.').then_some(name.len() + 1 + domain.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut out);
        out.iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn splits_as_the_treebank_does() {
        let cases: &[(&str, &[&str])] = &[
            (
                "I don't think Ames's plan can't work.",
                &["I", "do", "n't", "think", "Ames", "'s", "plan", "ca", "n't", "work", "."],
            ),
            ("the voters’ roll, O’Neil’s", &["the", "voters", "’", "roll", ",", "O’Neil", "’s"]),
            (
                "Mr. J. R. Vance of Orr Inc. paid $1.5 million",
                &["Mr.", "J.", "R.", "Vance", "of", "Orr", "Inc.", "paid", "$", "1.5", "million"],
            ),
            ("U.S. and a.m. and U.S.-led", &["U.S.", "and", "a.m.", "and", "U.S.-led"]),
            ("the '90s, the ’90s and 1990s", &["the", "'90s", ",", "the", "’90s", "and", "1990s"]),
            (
                "a 16-year-old on the 20th at 14:32",
                &["a", "16-year-old", "on", "the", "20th", "at", "14:32"],
            ),
            (
                "see https://x.example/a.b?c, @ames_1 #News ames@orr.example.",
                &[
                    "see",
                    "https://x.example/a.b?c",
                    ",",
                    "@ames_1",
                    "#News",
                    "ames@orr.example",
                    ".",
                ],
            ),
            (
                "''Yes,'' he said -- twice...",
                &["''", "Yes", ",", "''", "he", "said", "--", "twice", "..."],
            ),
            ("end.Next <tweet id=\"1\">word</tweet>", &["end", ".", "Next", "word"]),
            ("well-to-do AT&T", &["well-to-do", "AT&T"]),
            ("tell 'em", &["tell", "'em"]),
        ];
        for (text, expected) in cases {
            assert_eq!(&words(text), expected, "{text}");
        }
    }
}
