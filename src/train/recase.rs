//! Sentences written in other cases.

use super::lottery::Lottery;
use std::borrow::Cow;

/// How a sentence is written while learning from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Casing {
    /// As it stands.
    AsIs,
    /// all in lower case
    Lower,
    /// Long Words Capitalised
    Title,
    /// ALL IN CAPITALS
    Upper,
}

impl Casing {
    /// Draws a casing: most sentences stay as they are.
    pub fn draw(lottery: &mut Lottery) -> Casing {
        match lottery.draw() {
            x if x < 0.04 => Casing::Lower,
            x if x < 0.08 => Casing::Title,
            x if x < 0.10 => Casing::Upper,
            _ => Casing::AsIs,
        }
    }
}

/// The form in another case; `first` words are always capitalised in titles.
pub fn recase(form: &str, casing: Casing, first: bool) -> Cow<'_, str> {
    let long = form.chars().filter(|c| c.is_alphabetic()).count() > 3;
    match casing {
        Casing::Lower => Cow::Owned(form.to_lowercase()),
        Casing::Upper => Cow::Owned(form.to_uppercase()),
        Casing::Title if first || long => {
            let mut letters = form.chars();
            let head = letters.next().into_iter().flat_map(char::to_uppercase);
            Cow::Owned(head.chain(letters).collect())
        }
        Casing::AsIs | Casing::Title => Cow::Borrowed(form),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_change_case() {
        assert_eq!(recase("senate", Casing::Title, false), "Senate");
        assert_eq!(recase("of", Casing::Title, false), "of");
        assert_eq!(recase("of", Casing::Title, true), "Of");
        assert_eq!(recase("élan", Casing::Upper, false), "ÉLAN");
    }
}
