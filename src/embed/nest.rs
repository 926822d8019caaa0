//! Posts within posts: a post that quotes another in its frame.

use super::text::{before, is_bare, offset, span};
use super::{Embed, body};
use crate::Span;

/// The longest line looked at between two posts, in bytes.
const LINE: usize = 200;
/// What X writes between a post and the one that it quotes.
const QUOTE: [&str; 5] = ["Quote", "Quote Tweet", "Quoted post", "Quoting", "Quoted Tweet"];

/// Gives posts the posts that they quote, as part of their words.
///
/// ```text
/// quoting = words { ">" line } ">" author-line author-line
///         | author-line words "Quote" author-line words
/// ```
pub(super) fn nest(text: &str, embeds: &mut [Embed<'_>]) {
    for at in 1..embeds.len() {
        let (earlier, later) = embeds.split_at_mut(at);
        if let (Some(first), Some(second)) = (earlier.last_mut(), later.first_mut()) {
            let words = quoted_above(text, first, second);
            if let Some(words) = words {
                second.body = Some(words);
                second.orphan = false;
            } else if is_announced(text, first, second) {
                let end = second.body.map_or(second.span, |b| b.join(second.span));
                first.body = first.body.map(|b| b.join(end));
            }
        }
    }
}

/// The words of `outer`, where `inner` is a block of quoted lines right above its author line.
fn quoted_above(text: &str, inner: &Embed<'_>, outer: &Embed<'_>) -> Option<Span> {
    let between = text.get(inner.span.end as usize..outer.span.start as usize)?;
    if !outer.orphan || !is_bare(between) || !is_quoted(text, inner.span.start) {
        return None;
    }
    let first = inner.body.map_or(inner.span, |b| b.join(inner.span)).start as usize;
    let above = before(text, 0, first, LINE);
    let line = above.rsplit('\n').next().unwrap_or(above);
    let start = is_bare(line).then(|| offset(text, line))?;
    let place = Embed { span: Span::new(start, start), ..outer.clone() };
    let own = body::before_line(text, 0, &place, 1);
    let whole = span(text, text.get(start..inner.span.end as usize)?);
    Some(own.map_or(whole, |o| o.join(whole)))
}

/// Whether the line at `start` is one of a quoted block.
fn is_quoted(text: &str, start: u32) -> bool {
    let near = before(text, 0, start as usize, LINE);
    let line = near.rsplit('\n').next().unwrap_or(near);
    line.contains('>') && is_bare(line)
}

/// Whether nothing but the word for a quoted post stands between the words of `outer` and `inner`.
fn is_announced(text: &str, outer: &Embed<'_>, inner: &Embed<'_>) -> bool {
    let Some(words) = outer.body.filter(|b| b.end <= inner.span.start) else { return false };
    let between = text.get(words.end as usize..inner.span.start as usize);
    between.is_some_and(|b| b.len() <= LINE && QUOTE.contains(&b.trim()))
}

#[cfg(test)]
mod tests {
    use crate::embed::find;

    #[test]
    fn quoted_posts() {
        let table = [
            (
                "So true!\n> The pier is shut again!\n> — Pier Watch (@pierwatch) March 3, 2025\n— Jane Roe (@jroe) March 4, 2025",
                "jroe",
                "So true!\n> The pier is shut again!\n> — Pier Watch (@pierwatch) March 3, 2025",
            ),
            (
                "Jane Roe @jroe · Mar 4, 2025\nSo true. This is the point!\nQuote\nPier Watch @pierwatch · Mar 3, 2025\nThe pier is shut again!",
                "jroe",
                "So true. This is the point!\nQuote\nPier Watch @pierwatch · Mar 3, 2025\nThe pier is shut again!",
            ),
        ];
        for (text, handle, words) in table {
            let found = find(text);
            assert_eq!(found.len(), 2, "{text}");
            let outer = found.iter().find(|e| e.handle.as_deref() == Some(handle)).unwrap();
            assert_eq!(outer.body.map(|b| b.of(text)), Some(words));
            let inner = found.iter().find(|e| e.handle.as_deref() != Some(handle)).unwrap();
            assert_eq!(inner.body.map(|b| b.of(text)), Some("The pier is shut again!"));
        }
    }
}
