//! Words whose dot is their own and does not end the sentence.

/// What may follow an abbreviation's dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// A name or number follows; the dot never ends a sentence: `Mr.`, `Sen.`, `No.`, `Jan.`.
    Leading,
    /// May end a sentence: `U.S.`, `Inc.`, `a.m.`, `etc.`.
    Final,
}

const LEADING: &[&str] = &[
    "adm", "apr", "aug", "brig", "capt", "cf", "cmdr", "col", "cpl", "dec", "det", "dr", "feb",
    "fig", "ft", "gen", "gov", "hon", "insp", "jan", "jul", "jun", "lt", "maj", "messrs", "mr",
    "mrs", "ms", "mt", "no", "nos", "nov", "oct", "pfc", "pres", "prof", "pvt", "rep", "reps",
    "rev", "sen", "sens", "sep", "sept", "sgt", "st", "supt", "vs",
];

const FINAL: &[&str] = &[
    "al", "ala", "ariz", "ark", "assn", "ave", "bros", "calif", "co", "colo", "conn", "corp",
    "dept", "dist", "ed", "eg", "etc", "fla", "ga", "ie", "ill", "inc", "ind", "jr", "kan", "ky",
    "la", "ltd", "mass", "md", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore",
    "pa", "rd", "sr", "tenn", "tex", "univ", "va", "vol", "vt", "wash", "wis", "wyo",
];

/// What a word that is followed by a dot is, if that dot belongs to it.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    let mut chars = word.chars();
    let first = chars.next()?;
    if chars.next().is_none() {
        return first.is_uppercase().then_some(Abbreviation::Leading);
    }
    if word.contains('.') {
        return Some(Abbreviation::Final);
    }
    // All but a few ("vs.", "a.m.", "etc.") are written with a capital; "no." and "ill." end sentences.
    if word.len() > 6 || !(first.is_uppercase() || matches!(word, "vs" | "etc" | "cf" | "al")) {
        return None;
    }
    let mut lower = [0u8; 6];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).ok()?;
    if LEADING.binary_search(&lower).is_ok() {
        Some(Abbreviation::Leading)
    } else if FINAL.binary_search(&lower).is_ok() {
        Some(Abbreviation::Final)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(LEADING.is_sorted() && FINAL.is_sorted());
    }

    #[test]
    fn knows_whose_dot_it_is() {
        assert_eq!(abbreviation("Sen"), Some(Abbreviation::Leading));
        assert_eq!(abbreviation("J"), Some(Abbreviation::Leading));
        assert_eq!(abbreviation("U.S"), Some(Abbreviation::Final));
        assert_eq!(abbreviation("no"), None);
        assert_eq!(abbreviation("Bridge"), None);
    }
}
