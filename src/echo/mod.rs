//! Posts whose words the article quotes once more, and where the two disagree.
//!
//! `words` takes quotations and posts apart without what typography may change; runs of three words
//! that a quotation shares with a post propose it; `diff` lays the two side by side and tells where
//! words differ. What an ellipsis or brackets mark is no difference.

mod diff;
mod words;

use crate::Span;
use crate::document::Document;
use crate::embed::{self, Embed};
use std::collections::HashMap;

pub(crate) use diff::Difference;
use words::{Word, words};

/// A quotation of a post's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Echo {
    /// The number of the post among the embeds.
    pub(crate) embed: usize,
    /// The quotation, marks included.
    pub(crate) quotation: Span,
    /// Where they disagree, in order.
    pub(crate) differences: Vec<Difference>,
}

/// A quotation of fewer words may be anybody's.
const FEWEST: usize = 4;
/// So many words of a quotation are compared.
const LONGEST: usize = 120;
/// A run of words is looked for in so many places at most.
const PLACES: usize = 8;
/// So many of a quotation's words must be the post's, in hundredths.
const SHARE: usize = 65;

/// A place in a post: its number and a number of a word.
type Place = (usize, usize);

/// Writes down for every post where the text outside of posts quotes it, and gives what it found.
pub(crate) fn mark(document: &Document<'_>, embeds: &mut [Embed<'_>]) -> Vec<Echo> {
    let echoes = find(document, embeds);
    for echo in &echoes {
        embeds[echo.embed].quoted.push(echo.quotation);
    }
    echoes
}

/// The quotations that are posts' words, in the order of the text.
fn find(document: &Document<'_>, embeds: &[Embed<'_>]) -> Vec<Echo> {
    if embeds.iter().all(|e| e.body.is_none()) {
        return Vec::new();
    }
    let text = document.text;
    let body = |e: &Embed<'_>| e.body.map(|b| words(text, b)).unwrap_or_default();
    let posts: Vec<Vec<Word>> = embeds.iter().map(body).collect();
    let index = index(&posts);
    let bodies = embed::bodies(embeds);
    let own = |span: Span| embed::holder(&bodies, span.start).is_none();
    let quotations = document.quotations.iter().filter(|q| q.depth == 0 && own(q.span));
    quotations.filter_map(|q| echo(text, q.span, &posts, &index)).collect()
}

/// The places of every run of three words.
fn index(posts: &[Vec<Word>]) -> HashMap<[u32; 3], Vec<Place>> {
    let mut index: HashMap<[u32; 3], Vec<Place>> = HashMap::new();
    for (number, post) in posts.iter().enumerate() {
        for (at, run) in post.windows(3).enumerate() {
            let places = index.entry(key(run)).or_default();
            if places.len() < PLACES {
                places.push((number, at));
            }
        }
    }
    index
}

fn key(run: &[Word]) -> [u32; 3] {
    [run[0].hash, run[1].hash, run[2].hash]
}

fn echo(
    text: &str,
    quotation: Span,
    posts: &[Vec<Word>],
    index: &HashMap<[u32; 3], Vec<Place>>,
) -> Option<Echo> {
    let mut own = words(text, quotation);
    own.truncate(LONGEST);
    let (embed, at) = place(&own, index)?;
    // The words around the run that the two share: nothing further off is quoted.
    let reach = own.len() * 2;
    let post = &posts[embed];
    let post = &post[at.saturating_sub(reach)..(at + reach).min(post.len())];
    let pairs = diff::align(&own, post);
    let firm = own.iter().filter(|w| !w.soft).count();
    let enough = pairs.len() >= FEWEST && pairs.len() * 100 >= firm * SHARE;
    enough.then(|| Echo { embed, quotation, differences: diff::differences(&own, post, &pairs) })
}

/// The post that shares most runs of words with a quotation, and where it first does.
fn place(own: &[Word], index: &HashMap<[u32; 3], Vec<Place>>) -> Option<Place> {
    let mut votes: HashMap<usize, (usize, usize)> = HashMap::new();
    for run in own.windows(3) {
        for &(embed, at) in index.get(&key(run)).into_iter().flatten() {
            votes.entry(embed).or_insert((0, at)).0 += 1;
        }
    }
    let most = votes.into_iter().max_by_key(|&(embed, (count, _))| (count, usize::MAX - embed));
    most.map(|(embed, (_, at))| (embed, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `post | text` for every difference.
    fn read(text: &str) -> Option<Vec<String>> {
        let embeds = embed::find(text);
        let lines: Vec<_> = embeds.iter().map(|e| e.span).collect();
        let found = find(&Document::read(text, &lines), &embeds);
        let pair = |d: &Difference| format!("{} | {}", d.post.of(text), d.quotation.of(text));
        found.first().map(|e| e.differences.iter().map(pair).collect())
    }

    fn quoted(words: &str) -> Option<Vec<String>> {
        read(&format!(
            "The mayor wrote, “{words}”\n\nThe old pier is safe & won't close before May, I promise you! #pier https://t.co/AbCdEfGh12\n\n— Ann Orr (@annorr) March 4, 2025\n\nShe left."
        ))
    }

    #[test]
    fn differences() {
        let table: [(&str, &[&str]); 8] = [
            ("The old pier is safe and won’t close before May, I promise you!", &[]),
            ("The old pier is safe … I promise you", &[]),
            ("[The pier] is safe & won’t close before May", &[]),
            ("is safe and won’t close before May.", &[]),
            ("The old pier is sound and won’t close before May", &["safe | sound"]),
            ("The pier is safe and won’t close before May", &["The old pier | The pier"]),
            (
                "The old pier is safe and won’t ever close before May",
                &["won't close | won’t ever close"],
            ),
            ("The old pier is safe and will not close before May", &["won't | will not"]),
        ];
        for (words, expected) in table {
            let expected = expected.iter().map(|s| (*s).to_owned()).collect();
            assert_eq!(quoted(words), Some(expected), "{words}");
        }
    }

    #[test]
    fn other_words_are_nobodys_echo() {
        for words in ["The pier is old", "We will see what the council says before May is over"] {
            assert_eq!(quoted(words), None, "{words}");
        }
    }

    proptest! {
        #[test]
        fn a_post_quoted_as_it_stands_differs_nowhere(
            post in prop::collection::vec("[a-z]{2,7}", 8..40),
            from in 0usize..4,
            length in 4usize..30,
        ) {
            let quoted = &post[from..(from + length).min(post.len())];
            let text = format!(
                "The mayor wrote, “{}.”\n\nWell: {} #pier\n\n— Ann Orr (@annorr) March 4, 2025\n\nShe left.",
                quoted.join(" "),
                post.join(" ")
            );
            prop_assert_eq!(read(&text), Some(Vec::new()), "{}", text);
        }
    }
}
