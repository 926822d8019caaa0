//! Whose accounts posts come from, as far as the article names their owners among its sources.

use super::cast::{Cast, MemberId, NAMESAKES};
use super::registry::Registry;
use crate::article::Article;
use crate::embed::Embed;
use std::collections::HashMap;

/// The first name that each account shows.
pub(super) fn display_names<'e>(embeds: &'e [Embed<'_>]) -> HashMap<String, &'e str> {
    let named = |e: &'e Embed<'_>| Some((e.handle.as_deref()?.to_lowercase(), e.name.as_deref()?));
    // Of several the first stays: it is entered last.
    embeds.iter().rev().filter_map(named).collect()
}

/// A full name that a handle ends in has at least so many bytes.
const NAME: usize = 6;

/// Ties accounts to the people and organizations whose names they bear.
pub(super) fn give_owners(
    article: &Article<'_>,
    cast: &Cast,
    registry: &mut Registry,
    embeds: &[Embed<'_>],
) {
    if embeds.is_empty() {
        return;
    }
    let owners = Owners::of(article, cast);
    for embed in embeds {
        let key = embed.handle.as_deref().or(embed.name.as_deref());
        let Some(id) = key.and_then(|k| registry.known_account(k)) else { continue };
        let owner = owners.of_account(embed).and_then(|member| registry.of_member(member));
        registry.entities[id.0 as usize].owner = owner;
    }
}

/// Members of the cast by the last word of their names.
struct Owners<'a> {
    cast: &'a Cast,
    by_last: HashMap<String, Vec<(MemberId, Vec<String>)>>,
    by_letters: HashMap<String, MemberId>,
}

impl<'a> Owners<'a> {
    fn of(article: &Article<'_>, cast: &'a Cast) -> Self {
        let mut owners = Self { cast, by_last: HashMap::new(), by_letters: HashMap::new() };
        for (number, member) in (0..).zip(&cast.members) {
            let name = article.document.span(member.name).of(article.document.text);
            let words = words(name);
            let Some(last) = words.last() else { continue };
            if words.len() > 1 {
                owners.by_letters.entry(words.concat()).or_insert(MemberId(number));
            }
            let same = owners.by_last.entry(last.clone()).or_default();
            if same.len() < NAMESAKES {
                same.push((MemberId(number), words));
            }
        }
        owners
    }

    /// The one member that has the account's name, or whose name its handle spells.
    fn of_account(&self, embed: &Embed<'_>) -> Option<MemberId> {
        let shown = words(embed.name.as_deref().unwrap_or(""));
        let namesakes = shown.last().and_then(|last| self.by_last.get(last)).into_iter().flatten();
        let mut alike = namesakes.filter(|(id, name)| self.is_same(*id, name, &shown));
        match (alike.next(), alike.next()) {
            (Some((id, _)), None) => Some(*id),
            (Some(_), Some(_)) => None,
            (None, _) => {
                let handle = embed.handle.as_deref()?;
                let handle = handle.split(['.', '@']).next()?.to_lowercase().replace('_', "");
                let ends = handle.char_indices().map(|(at, _)| &handle[at..]);
                ends.filter(|end| end.len() >= NAME)
                    .find_map(|end| self.by_letters.get(end))
                    .copied()
            }
        }
    }

    /// Whether a name in the text is the one shown: equal; or a person's of the same first name or
    /// initial, or a surname alone, titles before it passed over.
    fn is_same(&self, id: MemberId, name: &[String], shown: &[String]) -> bool {
        let (Some(first), Some(given)) = (name.first(), shown.first()) else { return false };
        let initial = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
        let person = self.cast.is_person(id);
        name == shown
            || person
                && (shown.ends_with(name)
                    || shown.contains(first)
                    || initial(first, given)
                    || initial(given, first))
    }
}

/// The words of a name in lower case, without "the" and what is no letter or digit.
fn words(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    let words = parts.filter(|w| !w.is_empty()).map(str::to_lowercase);
    words.skip_while(|w| w == "the").collect()
}

#[cfg(test)]
mod tests {
    use crate::Checker;

    fn owner(text: &str) -> Option<String> {
        let review = Checker::default().review(text);
        let account = review.entities.iter().find(|e| e.class == crate::SourceClass::Account)?;
        let owner = account.owner.and_then(|id| review.entities.get(id.0 as usize))?;
        owner.name.clone()
    }

    #[test]
    fn owners() {
        let said = "Senator Jane Roe said on Tuesday that the pier would stay shut.\n\nThank you all, my friends! #pier\n\n";
        let table = [
            ("— Jane Roe (@jroe) March 4, 2025", Some("Jane Roe")),
            ("— Sen. Jane Q. Roe (@SenRoe) March 4, 2025", Some("Jane Roe")),
            ("— Senator Jane Roe 🌊 (@SenRoe) March 4, 2025", Some("Jane Roe")),
            ("— JR (@JaneRoe) March 4, 2025", Some("Jane Roe")),
            ("— JR (@SenJane_Roe) March 4, 2025", Some("Jane Roe")),
            ("— Tom Roe (@tomroe) March 4, 2025", None),
            ("— Pier Watch (@pierwatch) March 4, 2025", None),
        ];
        for (line, expected) in table {
            assert_eq!(owner(&format!("{said}{line}\n\nShe left.")).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn a_quoted_post_stands_within_the_one_that_quotes_it() {
        let text = "So true!\n> The pier is shut again!\n> — Pier Watch (@pierwatch) March 3, 2025\n— Jane Roe (@jroe) March 4, 2025";
        let review = Checker::default().review(text);
        let parents: Vec<_> = review
            .attributions
            .iter()
            .map(|a| (review.entity_of(a).and_then(|e| e.name.as_deref()), a.parent.map(|p| p.0)))
            .collect();
        assert_eq!(parents, [(Some("Jane Roe"), None), (Some("Pier Watch"), Some(0))]);
    }

    #[test]
    fn words_handed_on_are_their_authors() {
        let text = "The mayor was quick to answer.\n\nRT @pierwatch: The pier is shut again! #pier\n\n— Jane Roe (@jroe) March 4, 2025\n\nThe pier is safe!\n\n— Pier Watch (@PierWatch) March 5, 2025";
        let review = Checker::default().review(text);
        let names: Vec<_> = review
            .attributions
            .iter()
            .map(|a| (review.entity_of(a).and_then(|e| e.name.as_deref()), a.parent.map(|p| p.0)))
            .collect();
        assert_eq!(
            names,
            [(Some("Jane Roe"), None), (Some("Pier Watch"), Some(0)), (Some("Pier Watch"), None)]
        );
    }
}
