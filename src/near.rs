//! The nearest of some names, for "did you mean".

/// The name that is nearest to `wanted`, if it is near: about a third of its letters differ at most; or else the
/// first one that holds the word.
pub(crate) fn nearest<'n>(
    wanted: &str,
    names: impl Iterator<Item = &'n str> + Clone,
) -> Option<&'n str> {
    if wanted.len() > LONGEST {
        return None;
    }
    let near = names.clone().map(|name| (distance(wanted, name), name)).min();
    let near = near.filter(|(edits, name)| *edits <= name.len().div_ceil(3)).map(|(_, name)| name);
    near.or_else(|| names.clone().find(|name| wanted.len() > 3 && name.contains(wanted)))
}

/// `; did you mean …?`, or nothing.
pub(crate) fn hint(wanted: &str, names: impl Iterator<Item = &'static str> + Clone) -> String {
    nearest(wanted, names).map(|name| format!("; did you mean `{name}`?")).unwrap_or_default()
}

/// Longer words are nobody's slip, in bytes.
const LONGEST: usize = 80;

/// Edits that turn `a` into `b` (Levenshtein 1966).
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.bytes().enumerate() {
            let changed = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (a, b, d) in [("", "abc", 3), ("kitten", "sitting", 3), ("same", "same", 0)] {
            assert_eq!(distance(a, b), d, "{a} {b}");
        }
    }

    #[test]
    fn only_what_is_near() {
        let names = ["peacock", "weasel", "vague-source"];
        let near = |wanted| nearest(wanted, names.into_iter());
        assert_eq!(near("peacok"), Some("peacock"));
        assert_eq!(near("vague"), Some("vague-source"));
        assert_eq!(near("bridge"), None);
    }
}
