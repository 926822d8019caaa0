//! Whether what stands around a handle makes it an author line.

use super::Words;
use super::lead::{Edge, Lead};
use super::lists::List;
use super::mark::mark;
use super::tail::{Close, Tail};
use super::text::before;

/// Whether this is an author line, and what its words must be like.
pub(super) fn judge(
    text: &str,
    lead: &Lead<'_>,
    tail: &Tail<'_>,
    bracketed: bool,
) -> Option<Words> {
    let dashed = matches!(lead.edge, Edge::Dash | Edge::Hyphen);
    let ends_line = tail.close == Close::Line;
    let barred = tail.separator.is_some_and(|c| !matches!(c, ',' | '·' | '•'));
    let recent = tail.yearless && tail.platform.is_none() && tail.separator != Some('·');
    let alone = dashed && lead.own_line && ends_line;
    if is_credit(text, lead, bracketed) || (barred || recent) && !alone {
        return None;
    }
    let required = doubtful(text, lead, tail);
    let usual = Words::Before { at_least: if required { 2 } else { 1 }, required };
    match (tail.date, tail.platform) {
        (Some(_), _) if dashed => {
            let prose = tail.close == Close::Prose || tail.preposition && !ends(tail);
            (!prose).then_some(usual)
        }
        (Some(_), None) if bracketed && !tail.split && !tail.yearless => {
            let whole = lead.own_line && ends_line;
            let plain = tail.separator.is_none() && (!tail.preposition || whole);
            (plain && ends(tail)).then_some(usual)
        }
        (Some(_), None) => {
            let card = tail.separator == Some('·') && lead.own_line && ends_line;
            card.then_some(Words::Below { required: is_top(text, lead.start) })
        }
        (_, Some(_)) => (ends_line && (dashed || lead.own_line)).then_some(usual),
        (None, None) if tail.link.is_some() => (dashed && ends_line).then_some(usual),
        (None, None) => (dashed && ends_line && bracketed).then(|| undated(text, lead)).flatten(),
    }
}

/// Whether the line, or the sentence that is glued to what follows, ends with the author line.
fn ends(tail: &Tail<'_>) -> bool {
    matches!(tail.close, Close::Line | Close::Glued)
}

/// Undated, a name and an account are a signature of any kind: only marks of a post tell.
fn undated(text: &str, lead: &Lead<'_>) -> Option<Words> {
    let listed = lead.own_line && follows(text, lead.start, |l| mark(l).is_ok());
    let at_least = if lead.own_line { 5 } else { 12 };
    (!listed).then_some(Words::Before { at_least, required: true })
}

/// Names of sections, which a dash sets off from their author.
static SECTIONS: List = List::new(
    "opinion opinions analysis comment commentary column interview review live \
     watch listen video podcast exclusive update updated updates story profile feature features q&a \
     news sports business letters",
);

/// Whether it is an item of a list, the credit of a section (`Opinion — Jane Roe`), or goes on with
/// a sentence (`— see @jroe`).
fn is_credit(text: &str, lead: &Lead<'_>, bracketed: bool) -> bool {
    let item = lead.edge == Edge::Hyphen && lead.own_line;
    let near = before(text, 0, lead.start, 80);
    let label = near.rsplit('\n').next().unwrap_or(near).trim();
    lead.edge == Edge::Dash && SECTIONS.has(label)
        || !bracketed && lead.name.starts_with(char::is_lowercase)
        || item && follows(text, lead.start, |l| l.starts_with("- "))
}

/// Whether the line could as well be a byline, a caption or an item of a list, so
/// that only a post's words above it settle the matter.
fn doubtful(text: &str, lead: &Lead<'_>, tail: &Tail<'_>) -> bool {
    match lead.edge {
        Edge::Hyphen => lead.own_line,
        Edge::Dash => false,
        _ if tail.platform.is_some() => false,
        _ => {
            lead.own_line
                && (tail.close == Close::Line && is_top(text, lead.start)
                    || lead.name.contains(", ")
                    || text[tail.end..].starts_with('.'))
        }
    }
}

/// Whether the line before the one at `start` is `alike`.
fn follows(text: &str, start: usize, alike: impl Fn(&str) -> bool) -> bool {
    let near = before(text, 0, start, 400);
    let above = near.lines().rev().map(str::trim).find(|l| !l.is_empty());
    above.is_some_and(alike)
}

/// Whether at most two lines stand above and neither both nor a long one is a paragraph: the place of
/// a byline.
pub(super) fn is_top(text: &str, start: usize) -> bool {
    const TOP: usize = 1_000;
    /// Bytes of a line that is a paragraph, and of one that is no standfirst either.
    const PARAGRAPH: (usize, usize) = (100, 160);
    let lines = || text[..start].lines().map(str::trim).filter(|l| !l.is_empty());
    let paragraphs = |least| lines().filter(|l| l.len() > least && l.ends_with('.')).count();
    start <= TOP
        && lines().take(3).count() < 3
        && paragraphs(PARAGRAPH.0) < 2
        && paragraphs(PARAGRAPH.1) == 0
}
