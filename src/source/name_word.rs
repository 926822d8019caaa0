//! Words within names that tell what the others are: suffixes, courtesies, parties, trade names.

/// Jr., III: behind a name and no name.
pub(super) fn is_suffix(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "Jr" | "Sr"
            | "II"
            | "III"
            | "IV"
            | "MP"
            | "MSP"
            | "TD"
            | "QC"
            | "KC"
            | "SC"
            | "OBE"
            | "MBE"
            | "CBE"
            | "Esq"
    )
}

/// What people of a party are called, before their names too.
pub(super) fn is_party(word: &str) -> bool {
    matches!(
        word,
        "Republican" | "Democrat" | "Democratic" | "Conservative" | "Labour" | "Liberal" | "GOP"
    )
}

pub(super) fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

/// A capital within a word, as in trade names; not as in McOrr.
pub(super) fn is_camel(word: &str) -> bool {
    let surname = ["Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "O"];
    let inner = word.char_indices().skip(1).find(|(_, c)| c.is_uppercase()).map(|(i, _)| i);
    inner.is_some_and(|i| {
        let start = word[..i].trim_end_matches(['\'', '’']);
        !start.ends_with('-') && !surname.contains(&start)
    })
}

/// Titles that are first names too.
pub(super) fn is_given_name(word: &str) -> bool {
    matches!(word, "Baron" | "Dean" | "Duke" | "Earl" | "Lance" | "Major" | "Prince")
}

pub(super) fn is_courtesy(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Mx" | "MR" | "MRS" | "MS" | "DR"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trade_names_are_no_surnames() {
        assert!(is_camel("HarborLeaks") && is_camel("YouGov"));
        assert!(!is_camel("McOrr") && !is_camel("O’Pell") && !is_camel("Orr"));
    }

    #[test]
    fn suffixes_and_courtesies() {
        assert!(is_suffix("Jr.") && is_suffix("KC") && !is_suffix("Orr"));
        assert!(is_courtesy("Mr.") && is_courtesy("MS.") && !is_courtesy("Sen."));
    }
}
