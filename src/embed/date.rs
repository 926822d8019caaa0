//! The date on an author line, in the spellings that platforms and newsrooms use.

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while, take_while_m_n};
use nom::character::complete::{char, digit1, line_ending, one_of, satisfy};
use nom::combinator::{map, map_opt, not, opt, peek, recognize, value, verify};
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::{Date, months};

/// A date as stated: none where the words have the form of a date but name no
/// day (`February 30, 2017`) or two (`3/4/2017`).
pub(super) type Stated = Option<Date>;

/// No platform is older, and no post is dated a lifetime ahead.
const YEARS: std::ops::RangeInclusive<u16> = 2004..=2099;

/// ```text
/// date  = [ time sep ] [ weekday sep ] ( ymd | mdy | dmy | numeric | api ) [ time-tail ]
/// ```
pub(super) fn date(i: &str) -> IResult<&str, Stated> {
    let late = preceded((clock, blank, opt(one_of("·-–•")), blank), day);
    let (i, day) = alt((day, late)).parse(i)?;
    let (i, _) = opt(time_tail).parse(i)?;
    Ok((i, day))
}

fn day(i: &str) -> IResult<&str, Stated> {
    let plain = |i| match str::chars(i).next().and_then(digit) {
        Some(_) => alt((cjk, iso, numeric, day_first)).parse(i),
        None => alt((month_first, api)).parse(i),
    };
    // "mar" is a Tuesday and a month.
    alt((plain, preceded(weekday, plain))).parse(i)
}

/// ```text
/// recent = month day | day month | digits ( "s" | "m" | "h" | "d" | "w" )
/// ```
/// What a platform shows of this year's posts: nothing that a date can be made of.
pub(super) fn recent(i: &str) -> IResult<&str, ()> {
    let blanks = || value((), blank);
    let month_day = (value((), month), blanks(), value((), number2));
    let day_month = (value((), number2), opt(char('.')), blanks(), value((), month));
    let unit = alt((tag("min"), tag("s"), tag("m"), tag("h"), tag("d"), tag("w")));
    let age = (value((), number2), unit);
    let (i, _) = alt((value((), month_day), value((), day_month), value((), age))).parse(i)?;
    let (i, _) = peek(not(satisfy(char::is_alphanumeric))).parse(i)?;
    Ok((i, ()))
}

/// A weekday and then a date: the form that Facebook gives.
pub(super) fn weekday_date(i: &str) -> IResult<&str, Stated> {
    let (i, _) = weekday(i)?;
    alt((numeric, day_first, month_first)).parse(i)
}

/// `weekday = name-of-day [ "." ] [ "," ] { blank }`
fn weekday(i: &str) -> IResult<&str, ()> {
    let name = map_opt(word, |w| months::is_weekday(w).then_some(()));
    value((), (name, opt(char('.')), opt(one_of(",،")), blank)).parse(i)
}

/// `ymd = year "年" month "月" day "日"`, in Korean with `년 월 일`.
fn cjk(i: &str) -> IResult<&str, Stated> {
    // Instagram writes the sign for the month twice.
    let months = take_while_m_n(1, 2, |c| matches!(c, '月' | '월'));
    let (i, (y, _, _, m, _, _, d, _)) =
        (year, one_of("年년"), blank, number2, months, blank, number2, one_of("日일")).parse(i)?;
    let half = alt((tag("午前"), tag("午後"), tag("오전"), tag("오후")));
    let hour = (blank, half, blank, number2, one_of("時시:"), blank, number2, opt(one_of("分분")));
    let (i, _) = opt((hour, opt((blank, zone)))).parse(i)?;
    Ok((i, Date::new(y, m, d)))
}

/// `api = month day time offset year`: `Nov 03 21:41:07 +0000 2020`, as the Twitter API gave it.
fn api(i: &str) -> IResult<&str, Stated> {
    let (i, (m, _, d, _, _, _, y)) = (month, blank, number2, blank, clock, blank, year).parse(i)?;
    Ok((i, Date::new(y, m, d)))
}

/// `ymd = year ( "-" | "/" | "." ) month same day [ "T" time ]`
fn iso(i: &str) -> IResult<&str, Stated> {
    let (i, y) = year(i)?;
    let (i, separator) = one_of("-/.")(i)?;
    let (i, (m, _, d)) = (number2, char(separator), number2).parse(i)?;
    let (i, _) = opt((char('T'), clock)).parse(i)?;
    Ok((i, Date::new(y, m, d)))
}

/// `numeric = day "." month "." year | month "/" day "/" year`; with slashes
/// either may come first, so only one above 12 settles it.
fn numeric(i: &str) -> IResult<&str, Stated> {
    let (i, a) = number2(i)?;
    let (i, separator) = one_of("./-")(i)?;
    let (i, (b, _, y)) = (number2, char(separator), year).parse(i)?;
    let day = match separator {
        '/' if a == b || b > 12 => Date::new(y, a, b),
        '/' if a <= 12 => None,
        _ => Date::new(y, b, a),
    };
    Ok((i, day))
}

/// `mdy = month day [ ordinal ] [ "," ] year`
fn month_first(i: &str) -> IResult<&str, Stated> {
    let (i, (m, _, d, _, _, _, y)) =
        (month, gap, number2, opt(ordinal), opt(one_of(",،")), gap, year).parse(i)?;
    Ok((i, Date::new(y, m, d)))
}

/// Blanks between a date's parts; one line's end may be among them.
fn gap(i: &str) -> IResult<&str, ()> {
    value((), (blank, opt(line_ending), blank)).parse(i)
}

/// `dmy = day [ ordinal ] [ "de" | "of" ] month [ "," | "de" | "del" ] year [ "г." ]`
fn day_first(i: &str) -> IResult<&str, Stated> {
    let of = || alt((tag("de "), tag("of "), tag("d’"), tag("d'")));
    let (i, (d, _, _, _, m, _, _, _, _, y)) = (
        number2,
        opt(ordinal),
        gap,
        opt(of()),
        month,
        opt(one_of(",،")),
        gap,
        opt(alt((tag("de "), tag("del ")))),
        blank,
        year,
    )
        .parse(i)?;
    let (i, _) = opt((blank, alt((tag("г."), tag("года"), tag("р."), tag("年"))))).parse(i)?;
    Ok((i, Date::new(y, m, d)))
}

fn month(i: &str) -> IResult<&str, u8> {
    let (i, m) = map_opt(word, months::number).parse(i)?;
    let (i, _) = opt(char('.')).parse(i)?;
    Ok((i, m))
}

fn word(i: &str) -> IResult<&str, &str> {
    take_while_m_n(2, 16, char::is_alphabetic)(i)
}

fn ordinal(i: &str) -> IResult<&str, &str> {
    alt((tag("."), tag("st"), tag("nd"), tag("rd"), tag("th"), tag("er"), tag("º"), tag("°")))
        .parse(i)
}

/// Four digits and no fifth, within the years of social media.
fn year(i: &str) -> IResult<&str, u16> {
    let (i, y) = verify(number(4, 4), |y| YEARS.contains(y)).parse(i)?;
    let (i, _) = peek(not(satisfy(|c| digit(c).is_some()))).parse(i)?;
    Ok((i, y))
}

fn number2(i: &str) -> IResult<&str, u8> {
    map_opt(number(1, 2), |n| u8::try_from(n).ok()).parse(i)
}

/// `least` to `most` digits, four at most, of any script that posts are dated in.
fn number<'t>(
    least: usize,
    most: usize,
) -> impl Parser<&'t str, Output = u16, Error = nom::error::Error<&'t str>> {
    let digits = take_while_m_n(least, most, |c| digit(c).is_some());
    map(digits, |d: &str| d.chars().filter_map(digit).fold(0, |n, d| n * 10 + d))
}

/// The value of a Western, Arabic, Persian, Devanagari or full-width digit.
fn digit(c: char) -> Option<u16> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        '０'..='９' => '０',
        _ => return None,
    };
    u16::try_from(u32::from(c) - u32::from(zero)).ok()
}

/// `time-tail = [ "," | "·" | "-" | "at" | … ] clock`, set off by a blank.
fn time_tail(i: &str) -> IResult<&str, &str> {
    const AT: [&str; 16] = [
        "at ",
        "um ",
        "à ",
        "a las ",
        "a la(s) ",
        "alle ore ",
        "alle ",
        "às ",
        "kl. ",
        "kl ",
        "om ",
        "в ",
        "о ",
        "· ",
        "- ",
        "@ ",
    ];
    let lead = |i| {
        let (i, _) = opt(char(',')).parse(i)?;
        let (i, _) = take_while_m_n(1, 3, is_blank)(i)?;
        let at = AT.iter().find_map(|at| tag_no_case::<_, _, ()>(*at)(i).ok());
        Ok((at.map_or(i, |(rest, _)| rest), ()))
    };
    recognize((lead, clock)).parse(i)
}

/// ```text
/// clock    = digits ( ":" | "." | "h" ) digits [ ":" digits [ "." digits ] ] [ half ] [ zone ]
///          | digits half [ zone ]
/// half     = "am" | "p.m." | …
/// ```
pub(super) fn clock(i: &str) -> IResult<&str, &str> {
    let minutes = || number(2, 2);
    let fraction = opt((char('.'), digit1));
    let seconds = opt((char(':'), minutes(), fraction));
    let space = || opt(char(' '));
    let full = (space(), one_of(":.h"), space(), minutes(), seconds, opt((blank, half)));
    let short = (blank, half);
    let rest = alt((value((), full), value((), short)));
    recognize((number2, rest, opt((blank, zone)))).parse(i)
}

fn half(i: &str) -> IResult<&str, &str> {
    alt((
        tag_no_case("am"),
        tag_no_case("pm"),
        tag_no_case("a.m."),
        tag_no_case("p.m."),
        tag_no_case("a. m."),
        tag_no_case("p. m."),
    ))
    .parse(i)
}

/// `offset = ( "+" | "-" ) digits [ ":" ] digits`
fn offset(i: &str) -> IResult<&str, &str> {
    recognize((one_of("+-−"), number(2, 2), opt(char(':')), number(2, 2))).parse(i)
}

/// The short name of a time zone, its offset, or `Uhr`.
fn zone(i: &str) -> IResult<&str, &str> {
    const ZONES: [&str; 25] = [
        "Uhr", "UTC", "GMT", "PDT", "PST", "EDT", "EST", "CDT", "CST", "MDT", "MST", "CEST", "CET",
        "BST", "MSK", "JST", "IST", "AEST", "AEDT", "ET", "PT", "CT", "MT", "WIB", "Z",
    ];
    let found = ZONES.iter().find_map(|z| tag::<_, _, ()>(*z)(i).ok());
    match found.filter(|(rest, _)| !rest.starts_with(char::is_alphabetic)) {
        Some(read) => Ok(read),
        None => offset(i),
    }
}

pub(super) fn blank(i: &str) -> IResult<&str, ()> {
    map(take_while(is_blank), |_| ()).parse(i)
}

/// A blank that does not end the line.
pub(super) fn is_blank(c: char) -> bool {
    c != '\n' && c != '\r' && (c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(i: &str) -> Option<(String, &str)> {
        date(i).ok().map(|(rest, day)| (day.map_or("?".into(), |d| d.to_string()), rest))
    }

    #[test]
    fn spellings() {
        let table = [
            ("February 4, 2017", "2017-02-04", ""),
            ("Feb. 4 2017After", "2017-02-04", "After"),
            ("Jun 16, 2019 at 7:30am PDT", "2019-06-16", ""),
            ("25. September 2018", "2018-09-25", ""),
            ("23. Okt 2017 um 0:31 Uhr", "2017-10-23", ""),
            ("26 de abril de 2022", "2022-04-26", ""),
            ("1er mars 2020", "2020-03-01", ""),
            ("3 февраля 2021 г.", "2021-02-03", ""),
            ("2019年1月25日", "2019-01-25", ""),
            ("2019年 6月月16日午前7時30分PDT", "2019-06-16", ""),
            ("16 Juin 2019 à 7 :30 PDT", "2019-06-16", ""),
            ("2023년 11월 5일", "2023-11-05", ""),
            ("2016-08-23T10:00:00Z x", "2016-08-23", " x"),
            ("Friday, June 10, 2016", "2016-06-10", ""),
            ("10:14 AM · Feb 17, 2025 · Web", "2025-02-17", " · Web"),
            ("05.11.2023", "2023-11-05", ""),
            ("Tue Nov 03 21:41:07 +0000 2020", "2020-11-03", ""),
            ("2020-11-03T21:41:07.123+01:00 x", "2020-11-03", " x"),
            ("١٤ فبراير ٢٠١٩", "2019-02-14", ""),
            ("November 3, 2024 at 9 p.m. ET", "2024-11-03", ""),
            ("3/25/2020", "2020-03-25", ""),
            ("3/4/2020", "?", ""),
            ("February 30, 2017", "?", ""),
        ];
        for (text, day, rest) in table {
            assert_eq!(read(text), Some((day.to_string(), rest)), "{text}");
        }
        for text in ["May 1820", "May 3, 1820", "May 3, 20201", "Maybe 3, 2020", "3 2020", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
