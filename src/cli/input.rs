//! Inputs: files, standard input and JSON Lines records, read one at a time.

use super::args::Id;
use onrecord::Error;
use onrecord::page::Format;
use onrecord::report::{Failure, FailureKind};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What standard input is called.
pub const STDIN: &str = "article";

/// Something to review, not yet read.
#[derive(Debug)]
pub enum Input {
    /// A file with one article; `-` is standard input.
    File(PathBuf),
    /// A line of JSON, or why it could not be read.
    Record(Result<Line, Failure>),
}

/// A line of a JSON Lines input.
#[derive(Debug)]
pub struct Line {
    /// The line, from 1.
    pub number: usize,
    /// Its first byte in the input.
    pub offset: usize,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// An article that was read, or why not.
#[derive(Debug)]
pub struct Article {
    /// What the input calls it; none where that could not be told.
    pub id: Option<String>,
    /// What messages call it.
    pub name: String,
    /// Its line in a JSON Lines input, from 1.
    pub line: Option<usize>,
    /// What it is written in.
    pub format: Format,
    /// Its text.
    pub text: Result<String, Failure>,
}

impl Input {
    /// Reads the input; `written` is what a file is written in, where that is known.
    pub fn read(self, id: Id, written: Option<Format>, max_bytes: usize) -> Article {
        match self {
            Self::File(path) => {
                let text = read_file(&path, max_bytes);
                let told = || Format::of(&path, text.as_deref().unwrap_or(""));
                let format = written.unwrap_or_else(told);
                let (id, name) = (file_id(&path, id), file_name(&path));
                Article { id: Some(id), name, line: None, format, text }
            }
            Self::Record(Ok(line)) => super::lines::parse(&line),
            Self::Record(Err(failure)) => {
                let name = line_name(failure.line);
                Article {
                    id: None,
                    name,
                    line: failure.line,
                    format: Format::Text,
                    text: Err(failure),
                }
            }
        }
    }
}

/// What messages call a line.
pub fn line_name(line: Option<usize>) -> String {
    line.map_or_else(|| "input".to_owned(), |n| format!("line {n}"))
}

/// What messages call a file.
pub fn file_name(path: &Path) -> String {
    if is_stdin(path) { "standard input".to_owned() } else { path.display().to_string() }
}

pub fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

fn file_id(path: &Path, id: Id) -> String {
    let name = match id {
        _ if is_stdin(path) => Some(OsStr::new(STDIN)),
        Id::Stem => path.file_stem(),
        Id::File => path.file_name(),
    };
    name.unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Opens a file; a directory is no file.
pub fn open(path: &Path) -> Result<Box<dyn Read + Send>, Failure> {
    if is_stdin(path) {
        return Ok(Box::new(io::stdin()));
    }
    let meta = fs::metadata(path).map_err(|e| unreadable(&e))?;
    if meta.is_dir() {
        let message = "it is a directory; name the files in it".to_owned();
        return Err(Failure { kind: FailureKind::Unreadable, message, line: None });
    }
    Ok(Box::new(File::open(path).map_err(|e| unreadable(&e))?))
}

/// Reads a text, and no more of it than can be reviewed.
fn read_file(path: &Path, max_bytes: usize) -> Result<String, Failure> {
    let mut file = open(path)?;
    let known = if is_stdin(path) { None } else { fs::metadata(path).ok().map(|m| m.len()) };
    let known = known.and_then(|n| usize::try_from(n).ok());
    if let Some(bytes) = known.filter(|&n| n > max_bytes) {
        return Err(Failure::from(&Error::TooLong { bytes, limit: max_bytes }));
    }
    let mut bytes = Vec::with_capacity(known.map_or(0, |n| n + 1));
    let limit = (max_bytes as u64).saturating_add(1);
    file.by_ref().take(limit).read_to_end(&mut bytes).map_err(|e| unreadable(&e))?;
    if bytes.len() > max_bytes {
        return Err(too_long(max_bytes, None));
    }
    decode(bytes, 0, 1)
}

/// The text of some bytes that begin at `offset` in line `line` of their input.
pub fn decode(bytes: Vec<u8>, offset: usize, line: usize) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = &error.as_bytes()[..good];
        let line = line + before.iter().filter(|&&b| b == b'\n').count();
        Failure::from(&Error::NotUtf8 { offset: offset + good, line })
    })
}

/// A stream that goes on past the limit; nobody knows how far.
pub fn too_long(limit: usize, line: Option<usize>) -> Failure {
    let message = format!("the text is longer than the {limit} bytes that are reviewed at most");
    Failure { kind: FailureKind::TooLong, message, line }
}

pub fn unreadable(error: &io::Error) -> Failure {
    Failure { kind: FailureKind::Unreadable, message: error.to_string(), line: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let path = Path::new("news/a.b.txt");
        assert_eq!(file_id(path, Id::Stem), "a.b");
        assert_eq!(file_id(path, Id::File), "a.b.txt");
        assert_eq!(file_id(Path::new("-"), Id::File), STDIN);
    }

    #[test]
    fn bad_bytes_are_located() {
        let failure = decode(b"one\ntw\xFFo".to_vec(), 10, 3).unwrap_err();
        assert_eq!((failure.kind, failure.line), (FailureKind::NotUtf8, Some(4)));
        assert!(failure.message.contains("byte 16"), "{}", failure.message);
    }
}
