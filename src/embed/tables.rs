//! Author lines, posts and look-alikes in many spellings, a line each. All names are invented.
//!
//! In the files `\n`, `\r`, `\t`, `\\` and `\u{…}` stand for what they stand for in Rust, and a tab
//! parts a text from what is to be found in it.

use super::cases::read;

const BODY: &str = "Polls close at eight. Stay in line!";
const LEAD: &str = "The ferry line said on Monday that it would cut its evening sailings from June, and that season tickets would stay valid on the remaining boats.";
const END: &str = "Islanders were quick to respond to the plan, and the harbour board said it would hear them on Thursday.";

fn unescaped(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        rest = match escape.strip_prefix("u{").and_then(|e| e.split_once('}')) {
            Some((hex, rest)) => {
                text.extend(u32::from_str_radix(hex, 16).ok().and_then(char::from_u32));
                rest
            }
            None => {
                let mut chars = escape.chars();
                text.extend(chars.next().map(|c| match c {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    other => other,
                }));
                chars.as_str()
            }
        };
    }
    text + rest
}

/// The rows of a table whose texts, put together by `text`, do not read as they should.
fn wrong(table: &str, text: impl Fn(&str) -> String, expected: impl Fn(&str) -> String) -> String {
    let rows = table.lines().map(|row| row.split_once('\t').unwrap_or((row, "")));
    let faults = rows.filter_map(|(source, wanted)| {
        let (text, wanted) = (text(&unescaped(source)), expected(&unescaped(wanted)));
        let got = read(&text);
        (got != wanted).then(|| format!("{text}\n  wanted: {wanted}\n  got:    {got}\n"))
    });
    faults.collect()
}

#[test]
fn signatures() {
    let table = include_str!("signatures.tsv");
    let faults = wrong(table, |s| format!("{BODY}\n{s}"), |w| format!("{w} | {BODY}"));
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn posts() {
    let faults = wrong(include_str!("posts.tsv"), str::to_owned, str::to_owned);
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn articles() {
    let text = |passage: &str| format!("{LEAD}\n\n{passage}\n\n{END}");
    let faults = wrong(include_str!("articles.tsv"), text, str::to_owned);
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn look_alikes() {
    let faults = wrong(include_str!("look_alikes.txt"), str::to_owned, str::to_owned);
    assert!(faults.is_empty(), "{faults}");
}
