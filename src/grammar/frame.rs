//! The frame of direct speech: who speaks, the verb and the quotation side by side, in one of their orders.

use super::chunk::ChunkKind;
use super::row::Row;
use super::site::Site;

/// How many frames there are, and none.
pub(crate) const SPEECH_FRAMES: u32 = 5 << 3;

/// The frame of direct speech that a site stands in: 0 for none, else the order of its parts and how the
/// quotation ends; below [`SPEECH_FRAMES`].
///
/// ```text
/// frame = quotation subject verb | quotation verb subject | subject verb ("," | ":") quotation
/// ```
pub(crate) fn speech_frame(row: &Row<'_>, site: &Site) -> u32 {
    let (first, last) = (site.first as isize, site.last as isize);
    let quoted = |at| row.is(at, ChunkKind::Quotation);
    let nominal = |at| row.kind(at).is_some_and(ChunkKind::is_nominal);
    let mark = |at| matches!(row.kind(at), Some(ChunkKind::Comma | ChunkKind::Colon));
    let (order, at) = match () {
        () if nominal(first - 1) && quoted(first - 2) => (1, first - 2),
        () if quoted(first - 1) && nominal(last) => (2, first - 1),
        () if nominal(first - 1) && mark(last) && quoted(last + 1) => (3, last + 1),
        () if nominal(first - 1) && quoted(last) => (4, last),
        () => return 0,
    };
    let ending = row.get(at).map_or("", |c| row.article.word(c.tokens.end.saturating_sub(2)));
    let ending = match ending {
        "," => 1,
        "?" | "!" => 2,
        "." => 3,
        _ => 4,
    };
    order << 3 | ending
}
