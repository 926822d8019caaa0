//! Idioms in an attribution's clothes: "The fee adds insult to injury" insults nobody.

use super::terms;
use crate::Attribution;
use crate::article::Article;
use crate::claim::words;

/// Whether a phrase that frames begins within the cue of an attribution and holds all of its content.
pub(crate) fn is_idiom(article: &Article<'_>, attribution: &Attribution) -> bool {
    let Some(cue) = &attribution.cue else { return false };
    let cue = article.document.tokens_in(cue.span);
    let content = || attribution.content.iter().map(|c| article.document.tokens_in(*c));
    let ends = |i: u32| {
        let terms = words::entry(article.lexeme(i).form).map_or(&[][..], |e| e.terms());
        terms.iter().filter_map(move |term| terms::end(article, term, i))
    };
    let holds = |end: u32| content().all(|c| cue.end <= c.start && c.end <= end);
    (cue.start..cue.end).flat_map(ends).any(holds)
}

#[cfg(test)]
mod tests {
    use crate::Checker;

    #[test]
    fn idioms_attribute_nothing() {
        let found = |text: &str| Checker::default().review(text).attributions.len();
        assert_eq!(found("The new fee adds insult to injury."), 0);
        assert_eq!(found("The mayor called the new fee an insult to the town."), 1);
    }
}
