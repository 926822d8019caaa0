//! Whether an item is marked as opinion.

use super::Context;
use crate::document::BlockKind;

/// Titles and bylines that mark an item stand among the first blocks.
const HEAD: usize = 5;

/// Words that mark an item as the writer's view.
const MARKS: &[&str] = &[
    "analysis",
    "column",
    "comment",
    "commentary",
    "editorial",
    "essay",
    "guest",
    "leader",
    "letter",
    "letters",
    "op-ed",
    "opinion",
    "perspective",
    "review",
    "viewpoint",
    "views",
];

/// A kicker, heading, headline or byline that says so: `Opinion | …`, `Analysis`.
pub(super) fn is_opinion(context: &Context<'_, '_>) -> bool {
    let document = context.document();
    let head =
        document.blocks.iter().take(HEAD).filter(|b| {
            matches!(b.kind, BlockKind::Headline | BlockKind::Heading | BlockKind::Byline)
        });
    head.into_iter().any(|block| {
        let line = block.span.of(document.text);
        let (first, rest) = line.split_once([' ', ':', '|']).unwrap_or((line, ""));
        let marks = |word: &str| MARKS.contains(&word.to_lowercase().as_str());
        let alone = rest.is_empty()
            || rest.trim_start().starts_with(['|', ':', '-', '–', '—'])
            || line[first.len()..].starts_with([':', '|']);
        marks(first) && alone
            || block.kind == BlockKind::Byline
                && line
                    .split([' ', ',', '|'])
                    .any(|w| marks(w) || w.eq_ignore_ascii_case("columnist"))
    })
}
