//! Figures in figures and in words, with what they count.

use super::stem::stem;
use crate::Span;
use crate::article::Article;
use crate::document::{TokenKind, TokenSpan};
use crate::tagger::Tag;
use nom::character::complete::{alpha0, char, digit1};
use nom::combinator::{all_consuming, opt, recognize};
use nom::multi::separated_list1;
use nom::sequence::preceded;
use nom::{IResult, Parser};

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Money,
    Percent,
    /// The stem of the noun after it.
    Noun(u32),
    /// What a verb counts without naming it: "kills nine".
    Object,
}

impl Unit {
    /// Whether two figures may be of the same thing.
    pub(super) fn may_be(self, other: Unit) -> bool {
        self == other || matches!((self, other), (Unit::Object, Unit::Noun(_)))
    }
}

/// A figure in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Quantity {
    pub(super) value: f64,
    pub(super) unit: Option<Unit>,
    pub(super) span: Span,
}

/// Figures that differ by no more than this share are the same, rounded.
const ROUNDED: f64 = 0.07;

impl Quantity {
    pub(super) fn agrees(&self, other: &Quantity) -> bool {
        let greater = self.value.abs().max(other.value.abs());
        (self.value - other.value).abs() <= greater * ROUNDED
    }

    /// A year, rather than an amount.
    pub(super) fn is_year(&self) -> bool {
        self.unit.is_none_or(|u| !matches!(u, Unit::Money | Unit::Percent))
            && (1800.0..2100.0).contains(&self.value)
            && self.value.fract() == 0.0
    }
}

/// The figures among some tokens, in order.
pub(super) fn quantities(article: &Article<'_>, tokens: TokenSpan) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut i = tokens.start;
    while i < tokens.end {
        match quantity(article, i, tokens) {
            Some((quantity, next)) => {
                found.push(quantity);
                i = next;
            }
            None => i += 1,
        }
    }
    found
}

/// `quantity = currency? number (multiplier)? ("%" | "percent" | adjective* noun)?`
fn quantity(article: &Article<'_>, i: u32, tokens: TokenSpan) -> Option<(Quantity, u32)> {
    let kind = article.document.tokens[i as usize].kind;
    let is_figure = kind == TokenKind::Number || article.tag(i) == Tag::Cd;
    let mut value = is_figure.then(|| value_of(article.word(i))).flatten()?;
    let mut next = i + 1;
    while let Some(times) = (next < tokens.end).then(|| multiplier(article.word(next))).flatten() {
        value *= times;
        next += 1;
    }
    let is_money = i > tokens.start
        && article.document.tokens[i as usize - 1].kind == TokenKind::Currency
        || article.word(i).starts_with(['$', '€', '£']);
    let unit = if is_money {
        Some(Unit::Money)
    } else if next < tokens.end && is_percent(article.word(next)) || article.word(i).ends_with('%')
    {
        Some(Unit::Percent)
    } else {
        let noun = (next..tokens.end)
            .take_while(|&j| {
                let tag = article.tag(j);
                tag.is_adjective() || tag.is_noun() || matches!(tag, Tag::Vbn | Tag::Vbg)
            })
            .take(4)
            .find(|&j| article.tag(j).is_noun() && !article.tag(j + 1).is_noun());
        let of_verb = i > tokens.start && article.tag(i - 1).is_verb();
        noun.map(|j| Unit::Noun(stem(article.word(j)))).or(of_verb.then_some(Unit::Object))
    };
    let span = article.document.span(TokenSpan { start: i, end: next });
    Some((Quantity { value, unit, span }, next))
}

fn is_percent(word: &str) -> bool {
    ["%", "percent", "pc", "percentage"].iter().any(|p| word.eq_ignore_ascii_case(p))
}

/// The number of a word: `1,200`, `3.5`, `$1.9bn`, `seven`.
fn value_of(word: &str) -> Option<f64> {
    let lower = word.to_ascii_lowercase();
    let small = SMALL.iter().position(|w| *w == lower).map(|n| n as f64);
    let tens = TENS.iter().position(|w| *w == lower).map(|n| 10.0 * (n + 2) as f64);
    small.or(tens).or_else(|| multiplier(&lower)).or_else(|| figure(&lower).ok().map(|(_, v)| v))
}

const SMALL: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: &[&str] =
    &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn multiplier(word: &str) -> Option<f64> {
    let value = match word.to_ascii_lowercase().as_str() {
        "dozen" | "dozens" => 12.0,
        "hundred" => 1e2,
        "thousand" | "k" => 1e3,
        "million" | "m" | "mn" => 1e6,
        "billion" | "b" | "bn" => 1e9,
        "trillion" | "tn" => 1e12,
        _ => return None,
    };
    Some(value)
}

/// `figure = currency? digit+ ("," digit+)* ("." digit+)? ("k" | "m" | "bn" …)?`
fn figure(input: &str) -> IResult<&str, f64> {
    let currency = opt(nom::character::complete::one_of("$€£"));
    let whole = recognize(separated_list1(char(','), digit1));
    let fraction = opt(preceded(char('.'), digit1));
    let (rest, (_, whole, fraction, suffix, _)) =
        all_consuming((currency, whole, fraction, alpha0, opt(char('%')))).parse(input)?;
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let number: f64 = format!("{digits}.{}", fraction.unwrap_or("0")).parse().unwrap_or(f64::MAX);
    match suffix {
        "" => Ok((rest, number)),
        _ => multiplier(suffix)
            .map(|times| (rest, number * times))
            .ok_or(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_figures_and_words() {
        for (word, value) in [
            ("1,200", 1200.0),
            ("3.5", 3.5),
            ("$1.9bn", 1.9e9),
            ("seven", 7.0),
            ("forty", 40.0),
            ("40%", 40.0),
        ] {
            assert_eq!(value_of(word), Some(value), "{word}");
        }
        for word in ["20th", "1990s", "3-2", "", "bridge", "10:30"] {
            assert_eq!(value_of(word), None, "{word}");
        }
    }

    #[test]
    fn tells_what_they_count() {
        let article =
            crate::claim::tests::article("The two old ships cost $3 million, up 12 percent.");
        let all = TokenSpan::new(0, article.document.tokens.len());
        let found: Vec<_> = quantities(&article, all).iter().map(|q| (q.value, q.unit)).collect();
        let ships = Unit::Noun(stem("ship"));
        assert_eq!(
            found,
            [(2.0, Some(ships)), (3e6, Some(Unit::Money)), (12.0, Some(Unit::Percent))]
        );
    }
}
