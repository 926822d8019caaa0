//! JSON Lines in: records of `id` and `text`, streamed.

use super::input::{self, Article, Input, Line};
use onrecord::page::Format;
use onrecord::report::{Failure, FailureKind};
use serde::Deserialize;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;

/// The inputs of several JSON Lines files, one after the other.
pub struct Records {
    files: std::vec::IntoIter<PathBuf>,
    reader: Option<LineReader>,
    limit: usize,
}

impl Records {
    /// `max_bytes` is the longest text; what is longer is passed over, not kept.
    pub fn new(files: Vec<PathBuf>, max_bytes: usize) -> Self {
        // A byte may be written as six: `\u0001`.
        let limit = max_bytes.saturating_mul(6).saturating_add(1 << 16);
        Self { files: files.into_iter(), reader: None, limit }
    }
}

impl Iterator for Records {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        loop {
            if let Some(reader) = &mut self.reader {
                match reader.next_line(self.limit) {
                    Some(Ok(line)) if line.bytes.trim_ascii().is_empty() => continue,
                    Some(line) => return Some(Input::Record(line)),
                    None => self.reader = None,
                }
            }
            let path = self.files.next()?;
            match input::open(&path) {
                Ok(file) => self.reader = Some(LineReader::new(file)),
                Err(mut failure) => {
                    failure.message = format!("{}: {}", input::file_name(&path), failure.message);
                    return Some(Input::Record(Err(failure)));
                }
            }
        }
    }
}

/// Reads lines, and knows where they lie.
struct LineReader {
    reader: BufReader<Box<dyn Read + Send>>,
    number: usize,
    offset: usize,
    broken: bool,
}

impl LineReader {
    fn new(file: Box<dyn Read + Send>) -> Self {
        Self {
            reader: BufReader::with_capacity(1 << 16, file),
            number: 0,
            offset: 0,
            broken: false,
        }
    }

    fn next_line(&mut self, limit: usize) -> Option<Result<Line, Failure>> {
        if self.broken {
            return None;
        }
        self.number += 1;
        let line = self.read_line(limit);
        if let Err(error) = &line {
            self.broken = true;
            let failure = Failure { line: Some(self.number), ..input::unreadable(error) };
            return Some(Err(failure));
        }
        line.ok()?
    }

    fn read_line(&mut self, limit: usize) -> io::Result<Option<Result<Line, Failure>>> {
        let mut bytes = Vec::new();
        let read = self.reader.by_ref().take(limit as u64).read_until(b'\n', &mut bytes)?;
        if read == 0 {
            return Ok(None);
        }
        let mut offset = self.offset;
        self.offset += read;
        if read == limit && !bytes.ends_with(b"\n") {
            self.offset += self.skip_line()?;
            return Ok(Some(Err(input::too_long(limit, Some(self.number)))));
        }
        if offset == 0 && bytes.starts_with(BOM) {
            bytes.drain(..BOM.len());
            offset = BOM.len();
        }
        Ok(Some(Ok(Line { number: self.number, offset, bytes })))
    }

    /// Passes over the rest of a line; gives its length.
    fn skip_line(&mut self) -> io::Result<usize> {
        let mut skipped = 0;
        loop {
            let buffer = self.reader.fill_buf()?;
            let end = buffer.iter().position(|&b| b == b'\n');
            let n = end.map_or(buffer.len(), |i| i + 1);
            let done = end.is_some() || buffer.is_empty();
            self.reader.consume(n);
            skipped += n;
            if done {
                return Ok(skipped);
            }
        }
    }
}

const BOM: &[u8] = "\u{feff}".as_bytes();

/// A record; other fields are passed over.
#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
    #[serde(default)]
    format: Written,
}

/// What a record's text is written in.
#[derive(Deserialize, Default)]
#[serde(rename_all = "lowercase")]
enum Written {
    #[default]
    Text,
    Html,
    Markdown,
}

impl From<Written> for Format {
    fn from(written: Written) -> Self {
        match written {
            Written::Text => Self::Text,
            Written::Html => Self::Html,
            Written::Markdown => Self::Markdown,
        }
    }
}

/// What can still be told of a record that is malformed.
#[derive(Deserialize)]
struct Named {
    id: String,
}

/// The article of a line.
pub fn parse(line: &Line) -> Article {
    let name = input::line_name(Some(line.number));
    let text = match std::str::from_utf8(&line.bytes) {
        Ok(text) => text,
        Err(_) => {
            let failure = input::decode(line.bytes.clone(), line.offset, line.number);
            return article(None, name, line, Format::Text, failure);
        }
    };
    if !text.trim_start().starts_with('{') {
        let text = Err(no_record("it is no JSON object", line.number));
        return article(None, name, line, Format::Text, text);
    }
    match serde_json::from_str::<Record>(text) {
        Ok(record) => {
            let name = format!("{name} ({})", record.id);
            article(Some(record.id), name, line, record.format.into(), Ok(record.text))
        }
        Err(error) => {
            let id = serde_json::from_str::<Named>(text).ok().map(|n| n.id);
            let text = Err(malformed(&error, line.number));
            article(id, name, line, Format::Text, text)
        }
    }
}

fn article(
    id: Option<String>,
    name: String,
    line: &Line,
    format: Format,
    text: Result<String, Failure>,
) -> Article {
    Article { id, name, line: Some(line.number), format, text }
}

fn malformed(error: &serde_json::Error, line: usize) -> Failure {
    let message = error.to_string();
    let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
    no_record(&format!("{what} (column {})", error.column()), line)
}

fn no_record(why: &str, line: usize) -> Failure {
    let message = format!("not a record of `id` and `text`: {why}");
    Failure { kind: FailureKind::Malformed, message, line: Some(line) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &'static [u8], limit: usize) -> Vec<Result<Line, Failure>> {
        let mut reader = LineReader::new(Box::new(text));
        std::iter::from_fn(|| reader.next_line(limit)).collect()
    }

    #[test]
    fn long_lines_are_passed_over() {
        let found = lines(b"short\nmuch too long\nlast", 8);
        assert_eq!(found[0].as_ref().unwrap().bytes, b"short\n");
        assert_eq!(found[1].as_ref().unwrap_err().kind, FailureKind::TooLong);
        let last = found[2].as_ref().unwrap();
        assert_eq!((last.number, last.offset, last.bytes.as_slice()), (3, 20, b"last".as_slice()));
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn a_malformed_record_keeps_its_id() {
        let line = Line { number: 7, offset: 0, bytes: br#"{"id": "a", "text": 3}"#.to_vec() };
        let article = parse(&line);
        assert_eq!(article.id.as_deref(), Some("a"));
        let failure = article.text.unwrap_err();
        assert_eq!((failure.kind, failure.line), (FailureKind::Malformed, Some(7)));
        assert!(!failure.message.contains("line 1"), "{}", failure.message);
    }

    #[test]
    fn only_objects_are_records() {
        for line in [r#"["a", "Some text."]"#, "[]", "3", "\"text\"", "null"] {
            let line = Line { number: 1, offset: 0, bytes: line.into() };
            let failure = parse(&line).text.unwrap_err();
            assert_eq!(failure.message, "not a record of `id` and `text`: it is no JSON object");
        }
    }
}
