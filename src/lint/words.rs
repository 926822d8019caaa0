//! Wording of messages: quoted words, counts.

/// Words are quoted up to about this many characters.
const LONGEST: usize = 60;

/// `“words”`, cut at a space where they are long; line ends become spaces.
pub(super) fn quote(words: &str) -> String {
    let mut short = String::with_capacity(words.len().min(LONGEST) + 8);
    for word in words.split_whitespace() {
        if !short.is_empty() {
            if short.len() + word.len() > LONGEST {
                short.push_str(" …");
                break;
            }
            short.push(' ');
        }
        short.push_str(word);
    }
    let bare = short.trim_matches(['“', '”', '"', '«', '»']);
    format!("“{bare}”")
}

/// `1 claim`, `2 claims`.
pub(super) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// `once`, `twice`, `3 times`.
pub(super) fn times(number: usize) -> String {
    match number {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_at_word_boundaries() {
        assert_eq!(quote("a\n  bridge"), "“a bridge”");
        assert_eq!(quote("“a bridge,”"), "“a bridge,”");
        let long = quote(&"bridge ".repeat(20));
        assert!(long.ends_with("bridge …”") && long.len() < 80);
    }
}
