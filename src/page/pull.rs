//! Pull quotes: words of the article that the page shows a second time.

use super::chrome::Part;
use super::tag::Tag;
use super::tree::{NodeId, Tree};

/// How many pull quotes are looked at, so that time stays in proportion.
const MANY: usize = 16;
/// The longest, in nodes.
const NODES: u32 = 64;

/// The pull quotes below `root` whose words stand elsewhere in the article.
pub(super) fn repeated(tree: &Tree<'_>, parts: &[Part], root: NodeId) -> Vec<NodeId> {
    let marked = |id: &NodeId| tree.tag(*id).is_some_and(|tag| is_pull_quote(tree, *id, tag));
    let mut quotes: Vec<NodeId> = Vec::new();
    for id in tree.below(root).filter(marked) {
        let inner = quotes.last().is_some_and(|outer| tree.contains(*outer, id));
        if !inner && tree.node(id).last.0 - id.0 <= NODES && quotes.len() < MANY {
            quotes.push(id);
        }
    }
    if quotes.is_empty() {
        return quotes;
    }
    let article =
        folded(tree, root, |id| parts[id.0 as usize] != Part::Content || quotes.contains(&id));
    quotes.retain(|id| {
        let words = folded(tree, *id, |_| false);
        !words.is_empty() && article.contains(&words)
    });
    quotes
}

/// Whether a class says so: `pullquote`, `pull-quote`, `c-pull_quote`.
fn is_pull_quote(tree: &Tree<'_>, id: NodeId, tag: Tag) -> bool {
    if tag.is_inline() && tag != Tag::Custom {
        return false;
    }
    let class = tree.attribute(id, "class").unwrap_or("");
    let mut before = "";
    class.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
        let pair = before.eq_ignore_ascii_case("pull") && word.eq_ignore_ascii_case("quote");
        before = word;
        pair || word.eq_ignore_ascii_case("pullquote")
    })
}

/// The words below a node in lower case, without marks; `out` tells what is left out.
fn folded(tree: &Tree<'_>, root: NodeId, out: impl Fn(NodeId) -> bool) -> String {
    let mut words = String::new();
    let end = tree.node(root).last;
    let mut id = root;
    while id < end {
        if tree.tag(id).is_some() && out(id) {
            id = tree.node(id).last;
            continue;
        }
        for word in tree.words(id).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
            words.extend(word.chars().flat_map(char::to_lowercase));
            words.push(' ');
        }
        id = NodeId(id.0 + 1);
    }
    words
}
