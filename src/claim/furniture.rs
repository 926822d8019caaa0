//! What surrounds an article's text and states nothing in the writer's voice: bylines, captions, tables, credits.

use crate::document::{Block, BlockKind};

/// How the credits of a wire story begin, in lower case.
const CREDITS: &[&str] = &[
    "additional reporting by ",
    "compiled by ",
    "editing by ",
    "photography by ",
    "reporting by ",
    "translated by ",
    "writing by ",
    "written by ",
];

/// Paragraphs are credits only up to so many bytes.
const LONGEST: usize = 300;

/// Whether the writer states nothing in a block, whatever its words.
pub(super) fn is_furniture(text: &str, block: &Block) -> bool {
    match block.kind {
        BlockKind::Byline | BlockKind::AuthorLine | BlockKind::Caption | BlockKind::Row => true,
        BlockKind::Paragraph | BlockKind::Heading => is_credit(block.span.of(text)),
        _ => false,
    }
}

/// `(Reporting by Jane Roe; editing by A. Roe)`
fn is_credit(line: &str) -> bool {
    let line = line.trim_start_matches(['(', '[', '*', '_', '—', '–', '-', ' ']);
    let begins = |c: &&str| line.get(..c.len()).is_some_and(|l| l.eq_ignore_ascii_case(c));
    let named = |c: &&str| line[c.len()..].starts_with(char::is_uppercase);
    line.len() <= LONGEST && CREDITS.iter().any(|c| begins(c) && named(c))
}

#[cfg(test)]
mod tests {
    use super::is_credit;

    #[test]
    fn tells_credits_from_text() {
        assert!(is_credit("(Reporting by Jane Roe; editing by A. Roe)"));
        assert!(is_credit("Additional reporting by Jane Roe in Alder."));
        assert!(!is_credit("Reporting by the paper led to a trial."));
        assert!(!is_credit("Reporting is no crime."));
    }
}
