//! Lemmas of verbs: endings off, doubled letters halved, a lost *e* put back.

use super::Recipe;
use super::irregular::{PARTICIPLES, PAST};
use super::stems::{SINGLE_L, WITH_E, WITHOUT_E};
use crate::sieve::Sieved;
use crate::tagger::Tag;

/// The lemma of a verb form.
pub fn of_verb(word: &str, tag: Tag) -> Recipe {
    if let Some(lemma) = of_auxiliary(word) {
        return Recipe::Whole(lemma);
    }
    match tag {
        Tag::Vbz => of_third_person(word),
        Tag::Vbd | Tag::Vbn => of_past(word),
        Tag::Vbg => of_participle(word),
        _ => Recipe::Keep(word.len()),
    }
}

/// The lemma of a modal; only contractions change.
pub fn of_modal(word: &str) -> Recipe {
    match word {
        "ca" => Recipe::Whole("can"),
        "wo" | "'ll" | "’ll" => Recipe::Whole("will"),
        "sha" => Recipe::Whole("shall"),
        "'d" | "’d" => Recipe::Whole("would"),
        _ => Recipe::Keep(word.len()),
    }
}

fn of_auxiliary(word: &str) -> Option<&'static str> {
    Some(match word {
        "am" | "are" | "is" | "was" | "were" | "been" | "being" | "'s" | "’s" | "'m" | "’m"
        | "'re" | "’re" | "ai" | "s" | "m" | "r" => "be",
        "has" | "had" | "having" | "'ve" | "’ve" | "'d" | "’d" | "ve" => "have",
        "does" | "did" | "done" | "doing" => "do",
        "wan" => "want",
        _ => return None,
    })
}

fn of_third_person(word: &str) -> Recipe {
    let cut = |count| Recipe::Keep(word.len() - count);
    let Some(stem) = word.strip_suffix("es") else {
        let keeps = word.ends_with("ss") || !word.ends_with('s');
        return if keeps { Recipe::Keep(word.len()) } else { cut(1) };
    };
    match stem.as_bytes() {
        [.., b'i'] if stem.len() > 2 => Recipe::Add(stem.len() - 1, "y"),
        [.., b's', b's'] | [.., b'x' | b'o'] | [.., b'z', b'z'] | [.., b's', b'h'] => cut(2),
        [.., b'c', b'h'] if !matches!(stem, "ach" | "psych" | "cach") => cut(2),
        b"focus" | b"canvas" | b"bias" | b"caucus" => cut(2),
        _ => cut(1),
    }
}

fn of_past(word: &str) -> Recipe {
    if let Some(lemma) = irregular_past(word) {
        return Recipe::Whole(lemma);
    }
    let Some(stem) = word.strip_suffix("ed") else { return irregular_compound(word) };
    match stem.as_bytes() {
        [] | [_] => Recipe::Keep(word.len()),
        [_, b'i'] | [b'v', b'i', b'e'] => Recipe::Keep(word.len() - 1),
        [.., b'i'] => Recipe::Add(stem.len() - 1, "y"),
        // Past tenses in *eed* stand in the table; others are bases, as *need*.
        [.., b'e'] => Recipe::Keep(word.len()),
        _ => restored(word, stem, true),
    }
}

fn irregular_past(word: &str) -> Option<&'static str> {
    static IRREGULAR: Sieved<&str> = Sieved::new(PAST);
    IRREGULAR.find(word).copied()
}

/// Irregular verbs with a prefix: *overtook*, *rewritten*.
fn irregular_compound(word: &str) -> Recipe {
    const PREFIXES: &[&str] =
        &["over", "under", "out", "mis", "fore", "inter", "with", "up", "re", "un"];
    let kept = PREFIXES.iter().find_map(|prefix| {
        let lemma = irregular_past(word.strip_prefix(prefix)?)?;
        Some(Recipe::Add(prefix.len(), lemma))
    });
    kept.unwrap_or(Recipe::Keep(word.len()))
}

fn of_participle(word: &str) -> Recipe {
    static IRREGULAR: Sieved<&str> = Sieved::new(PARTICIPLES);
    if let Some(lemma) = IRREGULAR.find(word) {
        return Recipe::Whole(lemma);
    }
    let dropped_g = word.strip_suffix("in").or(word.strip_suffix("in'"));
    match word.strip_suffix("ing").or(dropped_g) {
        Some(stem) if stem.len() > 1 => restored(word, stem, false),
        _ => Recipe::Keep(word.len()),
    }
}

/// The verb behind a stem that lost *ed* or *ing*.
fn restored(word: &str, stem: &str, past: bool) -> Recipe {
    if is_doubled(stem) {
        return Recipe::Keep(stem.len() - 1);
    }
    if matches!(stem, "panick" | "mimick" | "traffick" | "picnick") {
        return Recipe::Keep(stem.len() - 1);
    }
    match (lost_e(stem), past) {
        (false, _) => Recipe::Keep(stem.len()),
        (true, true) => Recipe::Keep(word.len() - 1),
        (true, false) => Recipe::Add(stem.len(), "e"),
    }
}

/// Whether the last letter was doubled before the ending.
fn is_doubled(stem: &str) -> bool {
    let [.., before, a, b] = stem.as_bytes() else { return false };
    if a != b || !is_vowel(*before) {
        return false;
    }
    match b {
        b'b' | b'd' | b'g' | b'k' | b'm' | b'n' | b'p' | b'r' | b't' => {
            !matches!(stem, "add" | "boycott" | "butt" | "ebb" | "egg" | "err" | "purr")
        }
        b'l' => SINGLE_L.iter().any(|verb| stem.ends_with(verb)),
        b's' => matches!(stem, "biass" | "buss" | "focuss" | "gass"),
        b'v' => stem == "revv",
        b'z' => stem == "quizz",
        _ => false,
    }
}

/// Whether the verb ends in an *e* that its stem lost.
fn lost_e(stem: &str) -> bool {
    if WITH_E.binary_search(&stem).is_ok() {
        return true;
    }
    if WITHOUT_E.binary_search(&stem).is_ok() {
        return false;
    }
    let [.., third, second, last] = *stem.as_bytes() else {
        return !matches!(stem, "be" | "do" | "go" | "ax");
    };
    match last {
        b'v' | b'u' | b'c' => true,
        b'z' => second != b'z' && second != b't',
        b's' => second != b's',
        b'g' if second == b'n' => matches!(third, b'e' | b'u'),
        b'g' => second != b'g',
        b't' | b'd' if second == b'a' && matches!(third, b'i' | b'u') => true,
        b'l' if !is_vowel(second) => !matches!(second, b'r' | b'l' | b'w'),
        b'w' | b'x' | b'y' | b'h' | b'f' | b'e' | b'i' | b'o' | b'a' => false,
        _ if !is_vowel(second) || is_vowel(third) && !(third == b'u' && before_is_q(stem)) => false,
        // A short verb without e would have doubled its last letter.
        _ => vowel_groups(stem) == 1 || long_verb_has_e(second, last),
    }
}

/// For longer verbs, what an ending of one vowel and one consonant usually means.
fn long_verb_has_e(vowel: u8, last: u8) -> bool {
    let consonants: &[u8] = match vowel {
        b'a' => b"dkmprt",
        b'i' => b"bdklmnpr",
        b'o' => b"bdklpt",
        b'u' => b"bdklmnrt",
        vowel => return vowel == b'y',
    };
    consonants.contains(&last)
}

fn before_is_q(stem: &str) -> bool {
    matches!(stem.as_bytes(), [.., b'q', b'u', _, _])
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// How many groups of vowels a stem has: about its syllables.
fn vowel_groups(stem: &str) -> usize {
    let mut groups = 0;
    let mut before = false;
    for (i, &byte) in stem.as_bytes().iter().enumerate() {
        let vowel = is_vowel(byte) && !(byte == b'y' && i == 0);
        groups += usize::from(vowel && !before);
        before = vowel;
    }
    groups
}

#[cfg(test)]
mod tests {
    use crate::tagger::{Tag, lemma};

    fn check(tag: Tag, pairs: &[(&str, &str)]) {
        for &(word, expected) in pairs {
            assert_eq!(lemma(word, tag), expected, "{word}");
        }
    }

    #[test]
    fn past_tenses() {
        check(
            Tag::Vbd,
            &[
                ("noted", "note"),
                ("argued", "argue"),
                ("called", "call"),
                ("remained", "remain"),
                ("admitted", "admit"),
                ("visited", "visit"),
                ("travelled", "travel"),
                ("denied", "deny"),
                ("lied", "lie"),
                ("agreed", "agree"),
                ("offered", "offer"),
                ("required", "require"),
                ("added", "add"),
                ("focused", "focus"),
                ("rewrote", "rewrite"),
                ("said", "say"),
                ("owed", "owe"),
                ("played", "play"),
            ],
        );
    }

    #[test]
    fn participles_and_third_persons() {
        check(
            Tag::Vbg,
            &[
                ("making", "make"),
                ("running", "run"),
                ("going", "go"),
                ("lying", "lie"),
                ("changing", "change"),
                ("bringing", "bring"),
                ("judging", "judge"),
                ("seeing", "see"),
                ("sayin'", "say"),
            ],
        );
        check(
            Tag::Vbz,
            &[
                ("denies", "deny"),
                ("lies", "lie"),
                ("passes", "pass"),
                ("teaches", "teach"),
                ("vetoes", "veto"),
                ("closes", "close"),
                ("is", "be"),
                ("’s", "be"),
            ],
        );
        check(Tag::Vb, &[("found", "found"), ("saw", "saw"), ("be", "be")]);
    }

    #[test]
    fn modals_lose_their_contraction() {
        check(Tag::Md, &[("wo", "will"), ("ca", "can"), ("could", "could")]);
    }
}
