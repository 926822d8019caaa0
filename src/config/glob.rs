//! Patterns for paths: `opinion/**`, `*-column.txt`.

/// A pattern, taken apart at its slashes.
///
/// ```text
/// pattern = segment ("/" segment)*
/// segment = "**" | (character | "?" | "*")*
/// ```
///
/// `**` stands for any number of folders, `*` for any characters of one name, `?` for one. A pattern
/// without a slash is met in any folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Glob {
    segments: Vec<String>,
}

impl Glob {
    pub(super) fn new(pattern: &str) -> Self {
        let pattern = pattern.trim_start_matches("./");
        let anywhere = (!pattern.contains('/')).then(|| "**".to_owned());
        let own = pattern.split('/').filter(|s| !s.is_empty()).map(str::to_owned);
        Self { segments: anywhere.into_iter().chain(own).collect() }
    }

    /// Whether a path, its names one by one, is meant.
    pub(super) fn matches(&self, path: &[&str]) -> bool {
        let is_any = |segment: &String| segment == "**";
        let same = |segment: &String, name: &&str| {
            let (segment, name): (Vec<_>, Vec<_>) =
                (segment.chars().collect(), name.chars().collect());
            wild(&segment, &name, |c| *c == '*', |c, n| *c == '?' || c == n)
        };
        wild(&self.segments, path, is_any, same)
    }
}

/// Whether a pattern with wild cards for any number of items covers all items: where it does not, the last
/// wild card met takes one item more, so that the time is at most the product of both lengths.
fn wild<P, I>(
    pattern: &[P],
    items: &[I],
    is_any: impl Fn(&P) -> bool,
    same: impl Fn(&P, &I) -> bool,
) -> bool {
    let (mut p, mut i) = (0, 0);
    let mut last: Option<(usize, usize)> = None;
    while let Some(item) = items.get(i) {
        match pattern.get(p) {
            Some(part) if is_any(part) => {
                last = Some((p, i));
                p += 1;
            }
            Some(part) if same(part, item) => (p, i) = (p + 1, i + 1),
            _ => match &mut last {
                Some((at, taken)) => {
                    *taken += 1;
                    (p, i) = (*at + 1, *taken);
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(is_any)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wild_cards() {
        let cases = [
            ("opinion/**", "opinion/a.txt", true),
            ("opinion/**", "opinion/2026/a.txt", true),
            ("opinion/**", "news/opinion/a.txt", false),
            ("**/opinion/*.txt", "news/opinion/a.txt", true),
            ("**/opinion/*.txt", "opinion/a.txt", true),
            ("**/opinion/*.txt", "opinion/b/a.txt", false),
            ("*-column.txt", "news/2026/harbour-column.txt", true),
            ("*-column.txt", "news/column.txt", false),
            ("./a?.txt", "ab.txt", true),
            ("news/a*b*c.md", "news/aXbXbXc.md", true),
            ("news/a*b*c.md", "news/aXbXbX.md", false),
            ("**", "a", true),
        ];
        for (pattern, path, expected) in cases {
            let names: Vec<&str> = path.split('/').collect();
            assert_eq!(Glob::new(pattern).matches(&names), expected, "{pattern} {path}");
        }
    }
}
