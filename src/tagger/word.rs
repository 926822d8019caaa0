//! What the tagger sees of one word: hashed once, before any feature asks.

use crate::document::{Token, TokenKind};

use super::Tag;

/// Bytes of a word that are looked at; longer words are cut.
const MAX_BYTES: usize = 64;

/// The hashed parts of a word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// Hash of the lower-cased form; digits count as `0`, `’` as `'`.
    pub form: u32,
    /// The first four bytes of that form.
    pub head: u32,
    /// The last eight bytes of that form, the very last one lowest.
    pub tail: u64,
    /// How it is written.
    pub shape: Shape,
    /// The tag that its kind decides, if any.
    pub fixed: Option<Tag>,
    /// Which tags the lexicon knows it to have; 0 for unknown words.
    pub class: u16,
}

/// How a word is written: case in the low bits, marks above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape(pub u8);

impl Shape {
    pub const LOWER: u8 = 0;
    pub const TITLE: u8 = 1;
    pub const UPPER: u8 = 2;
    pub const MIXED: u8 = 3;
    pub const INITIAL: u8 = 4;
    pub const NO_LETTER: u8 = 5;
    const HYPHEN: u8 = 1 << 3;
    const DOT: u8 = 1 << 4;
    const DIGIT: u8 = 1 << 5;

    /// The case alone.
    pub fn case(self) -> u8 {
        self.0 & 7
    }

    /// Whether any letter is a capital.
    pub fn is_capitalised(self) -> bool {
        matches!(self.case(), Self::TITLE | Self::UPPER | Self::MIXED | Self::INITIAL)
    }
}

impl Word {
    /// Stands before the first and after the last word of a sentence.
    pub const EDGE: Word =
        Word { form: 1, head: 1, tail: 1, shape: Shape(7), fixed: None, class: 0 };

    /// Reads a token. `class` is left for the lexicon to fill.
    pub fn read(text: &str, token: &Token) -> Word {
        let form = token.span.of(text);
        let fixed = tag_of_kind(form, token.kind);
        Word { fixed, ..Word::of_form(form) }
    }

    /// Reads a form without its kind.
    pub fn of_form(form: &str) -> Word {
        let mut bytes = [0; MAX_BYTES];
        let (length, shape) = normalise(form, &mut bytes);
        let used = &bytes[..length];
        let head = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        let mut tail = 0;
        for &byte in &used[length.saturating_sub(8)..] {
            tail = tail << 8 | u64::from(byte);
        }
        Word { form: hash(used), head, tail, shape, fixed: None, class: 0 }
    }

    /// The last `count` bytes (at most 7) of the lower-cased form.
    pub fn suffix(&self, count: u32) -> u64 {
        self.tail & ((1 << (8 * count)) - 1)
    }

    /// Whether it has four bytes or more.
    pub fn is_long(&self) -> bool {
        self.tail >> 24 != 0
    }

    /// The first three bytes of the lower-cased form.
    pub fn prefix(&self) -> u32 {
        self.head & 0x00FF_FFFF
    }
}

/// Hashes a form by words of eight bytes (FxHash's mixing).
fn hash(bytes: &[u8]) -> u32 {
    const SEED: u64 = 0x517c_c1b7_2722_0a95;
    let mut state = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let word = chunk.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
        state = (state.rotate_left(5) ^ word).wrapping_mul(SEED);
    }
    (state >> 32) as u32
}

/// Counts of the letters and marks of a form.
#[derive(Default)]
struct Marks {
    upper: u32,
    lower: u32,
    first_upper: bool,
    other: u8,
}

impl Marks {
    fn shape(&self) -> Shape {
        let case = match (self.upper, self.lower) {
            (0, 0) => Shape::NO_LETTER,
            (0, _) => Shape::LOWER,
            (1, 0) => Shape::INITIAL,
            (_, 0) => Shape::UPPER,
            (1, _) if self.first_upper => Shape::TITLE,
            _ => Shape::MIXED,
        };
        Shape(case | self.other)
    }

    fn add_ascii(&mut self, byte: u8, first: bool) {
        match byte {
            b'a'..=b'z' => self.lower += 1,
            b'A'..=b'Z' => {
                self.upper += 1;
                self.first_upper |= first;
            }
            b'0'..=b'9' => self.other |= Shape::DIGIT,
            b'-' => self.other |= Shape::HYPHEN,
            b'.' => self.other |= Shape::DOT,
            _ => {}
        }
    }
}

/// Writes the lower-cased form into `into`; returns its length and the form's shape.
fn normalise(form: &str, into: &mut [u8; MAX_BYTES]) -> (usize, Shape) {
    let mut marks = Marks::default();
    let mut length = 0;
    if form.is_ascii() {
        for (slot, &byte) in into.iter_mut().zip(form.as_bytes()) {
            marks.add_ascii(byte, length == 0);
            *slot = if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() };
            length += 1;
        }
        return (length, marks.shape());
    }
    for (i, letter) in form.chars().enumerate() {
        let lower = match letter {
            '’' | '‘' => '\'',
            '0'..='9' => '0',
            other => other.to_lowercase().next().unwrap_or(other),
        };
        if let Ok(byte) = u8::try_from(letter)
            && byte.is_ascii()
        {
            marks.add_ascii(byte, i == 0);
        } else if letter.is_uppercase() {
            marks.upper += 1;
            marks.first_upper |= i == 0;
        } else if letter.is_alphabetic() {
            marks.lower += 1;
        }
        let Some(slot) = into.get_mut(length..length + lower.len_utf8()) else { break };
        lower.encode_utf8(slot);
        length += lower.len_utf8();
    }
    (length, marks.shape())
}

/// The tag of tokens that need no model.
fn tag_of_kind(form: &str, kind: TokenKind) -> Option<Tag> {
    match kind {
        TokenKind::OpenQuote => Some(Tag::OpenQuote),
        TokenKind::CloseQuote => Some(Tag::CloseQuote),
        TokenKind::Currency => Some(Tag::Dollar),
        TokenKind::Url => Some(Tag::Add),
        TokenKind::Handle | TokenKind::Hashtag => Some(Tag::Nnp),
        TokenKind::Symbol => Some(Tag::Sym),
        TokenKind::Punct if matches!(form, "'" | "’") => None,
        TokenKind::Punct => Some(tag_of_mark(form)),
        TokenKind::Number => {
            let plain = form.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'));
            plain.then_some(Tag::Cd)
        }
        _ => None,
    }
}

/// The tag of a punctuation mark.
fn tag_of_mark(form: &str) -> Tag {
    match form.chars().next() {
        Some(',') => Tag::Comma,
        Some('.') if form.starts_with("..") => Tag::Colon,
        Some('.' | '!' | '?') => Tag::Period,
        Some(':' | ';' | '-' | '–' | '—' | '…' | '―' | '‐' | '‑' | '‒' | '−') => {
            Tag::Colon
        }
        Some('(' | '[' | '{' | '<') => Tag::Lrb,
        Some(')' | ']' | '}' | '>') => Tag::Rrb,
        Some('%') => Tag::Nn,
        Some('&') => Tag::Cc,
        Some('#') => Tag::Hash,
        Some('$') => Tag::Dollar,
        Some('=' | '+' | '/' | '\\' | '^' | '~' | '°' | '©' | '®') => Tag::Sym,
        Some('`' | '“' | '‘' | '«') => Tag::OpenQuote,
        Some('\'' | '"' | '”' | '’' | '»') => Tag::CloseQuote,
        _ => Tag::Nfp,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    #[test]
    fn case_and_apostrophes_do_not_change_the_form() {
        assert_eq!(Word::of_form("Can’t").form, Word::of_form("can't").form);
        assert_eq!(Word::of_form("ÉTÉ").form, Word::of_form("été").form);
        assert_eq!(Word::of_form("1990s").form, Word::of_form("2010s").form);
        assert_ne!(Word::of_form("noted").form, Word::of_form("voted").form);
        assert_eq!(Word::of_form("noted").suffix(4), Word::of_form("Voted").suffix(4));
    }

    #[test]
    fn shapes_tell_cases_apart() {
        let case = |form| Word::of_form(form).shape.case();
        assert_eq!(case("house"), Shape::LOWER);
        assert_eq!(case("House"), Shape::TITLE);
        assert_eq!(case("HOUSE"), Shape::UPPER);
        assert_eq!(case("iPad"), Shape::MIXED);
        assert_eq!(case("A"), Shape::INITIAL);
        assert_eq!(case("12"), Shape::NO_LETTER);
        assert_eq!(case("Élan"), Shape::TITLE);
    }

    #[test]
    fn long_and_empty_words_are_read() {
        for form in ["x".repeat(500), "é".repeat(500), String::new()] {
            let token =
                Token { span: Span::new(0, form.len()), kind: TokenKind::Word, quoted: false };
            assert_eq!(Word::read(&form, &token).fixed, None);
        }
    }
}
