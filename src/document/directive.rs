//! Lines by which a text speaks to the checker: `[onrecord-ignore peacock: the prize is called so]`.

use crate::Span;

/// How a directive begins.
pub(crate) const IGNORE: &str = "onrecord-ignore";

/// A line or a comment by which the text speaks to the checker; it is no prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// Where it stands; empty for a comment that the text itself does not hold.
    pub span: Span,
    /// What it says, without brackets or comment marks.
    pub text: String,
}

/// The directive that a line is.
///
/// ```text
/// line = "[" "onrecord-ignore" … "]"
/// ```
pub(super) fn directive(text: &str, line: Span) -> Option<Directive> {
    let said = line.of(text).strip_prefix('[')?.strip_suffix(']')?.trim();
    is_said(said).then(|| Directive { span: line, text: said.to_owned() })
}

/// Whether words are said to the checker, with its word whole.
pub(crate) fn is_said(words: &str) -> bool {
    let rest = words.strip_prefix(IGNORE);
    rest.is_some_and(|r| r.is_empty() || r.starts_with(|c: char| c == ':' || c.is_whitespace()))
}
