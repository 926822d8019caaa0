//! Lists of words, compiled when first asked.

use std::collections::HashSet;
use std::sync::OnceLock;

use crate::lower::lower;

/// No word of a list is longer, in bytes.
const LONGEST: usize = 48;

/// A blank-separated list of words in lower case.
pub(super) struct List {
    list: &'static str,
    set: OnceLock<HashSet<&'static str>>,
}

impl List {
    pub(super) const fn new(list: &'static str) -> Self {
        Self { list, set: OnceLock::new() }
    }

    /// Whether the list holds `word`, in any case.
    pub(super) fn has(&self, word: &str) -> bool {
        let set = self.set.get_or_init(|| self.list.split_ascii_whitespace().collect());
        !word.is_empty() && word.len() <= LONGEST && set.contains(&*lower(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_any_case() {
        static LIST: List = List::new("über by\n  via");
        assert!(LIST.has("By") && LIST.has("ÜBER") && LIST.has("via"));
        assert!(!LIST.has("") && !LIST.has("b") && !LIST.has(&"by".repeat(99)));
    }
}
