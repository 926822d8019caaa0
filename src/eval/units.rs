//! From offsets in some unit back to bytes.

use crate::{Offsets, Span};

/// The byte at which each unit of a text begins.
pub(super) struct Units {
    /// The text's length comes last; none where the unit is the byte.
    starts: Option<Vec<u32>>,
    bytes: usize,
}

impl Units {
    pub fn of(text: &str, unit: Offsets) -> Self {
        let width = |c: char| if unit == Offsets::Utf16 { c.len_utf16() } else { 1 };
        let starts = (unit != Offsets::Bytes && !text.is_ascii()).then(|| {
            let each = text.char_indices();
            let starts = each.flat_map(|(at, c)| std::iter::repeat_n(at as u32, width(c)));
            starts.chain([text.len() as u32]).collect()
        });
        Self { starts, bytes: text.len() }
    }

    /// A span in bytes; none where it is reversed or ends past the text.
    pub fn span(&self, [start, end]: [usize; 2]) -> Option<Span> {
        let byte = |at: usize| match &self.starts {
            Some(starts) => starts.get(at).map(|&b| b as usize),
            None => (at <= self.bytes).then_some(at),
        };
        (start <= end).then_some(Span::new(byte(start)?, byte(end)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_become_bytes() {
        let text = "é😀x";
        let span = |unit, ends| Units::of(text, unit).span(ends);
        assert_eq!(span(Offsets::Chars, [1, 3]), Some(Span::new(2, 7)));
        assert_eq!(span(Offsets::Utf16, [1, 4]), Some(Span::new(2, 7)));
        assert_eq!(span(Offsets::Bytes, [2, 7]), Some(Span::new(2, 7)));
        assert_eq!(span(Offsets::Chars, [3, 4]), None);
        assert_eq!(span(Offsets::Chars, [2, 1]), None);
        assert_eq!(Units::of("abc", Offsets::Chars).span([0, 4]), None);
    }
}
