//! Reads the corpora: CoNLL-U treebanks and PolNeAR's automatic analysis.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;

use super::TrainError;
use crate::document::TokenKind;
use crate::tagger::{Tag, Upos};

/// A word as a corpus marks it.
#[derive(Debug, Clone)]
pub struct MarkedWord {
    /// The word as the text spells it.
    pub form: String,
    /// Its kind, told from the form.
    pub kind: TokenKind,
    /// Its tag; none where the corpus has no Penn tag for it.
    pub tag: Option<Tag>,
    /// Its universal part of speech, in treebanks.
    pub upos: Option<Upos>,
    /// Its lemma.
    pub lemma: String,
}

/// A sentence of a corpus.
pub type Sentence = Vec<MarkedWord>;

/// Reads a treebank in CoNLL-U.
pub fn read_conllu(path: &Path) -> Result<Vec<Sentence>, TrainError> {
    let text = fs::read_to_string(path).map_err(|e| unreadable(path, e))?;
    let mut sentences = vec![Sentence::new()];
    for (number, line) in text.lines().enumerate() {
        if line.is_empty() {
            sentences.push(Sentence::new());
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        // Ranges (`3-4`) and empty nodes (`5.1`) repeat or add to other lines.
        if line.starts_with('#') || columns[0].contains(['-', '.']) {
            continue;
        }
        let [_, form, lemma, upos, xpos, ..] = columns[..] else {
            return Err(malformed(path, number, "fewer than five columns"));
        };
        let mut word = marked(form, lemma, xpos, sentences.last());
        word.upos = Upos::parse(upos);
        if let Some(sentence) = sentences.last_mut() {
            sentence.push(word);
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    Ok(sentences)
}

/// Reads PolNeAR's analysis (`corenlp.conll.gz`); the forms come from the texts beside it.
pub fn read_corenlp(folder: &Path) -> Result<Vec<Sentence>, TrainError> {
    let path = folder.join("corenlp.conll.gz");
    let bytes = fs::read(&path).map_err(|e| unreadable(&path, e))?;
    let mut table = String::new();
    GzDecoder::new(&bytes[..]).read_to_string(&mut table).map_err(|e| unreadable(&path, e))?;
    let mut sentences = Vec::new();
    let mut sentence = Sentence::new();
    let mut article = Vec::new();
    for (number, line) in table.lines().enumerate() {
        if let Some(name) = line.strip_prefix("# newdoc id = ") {
            article = read_article(&folder.join("text").join(format!("{name}.txt")))?;
        } else if line.is_empty() {
            sentences.push(std::mem::take(&mut sentence));
        } else {
            let columns: Vec<&str> = line.split('\t').collect();
            let word = corenlp_word(&columns, &article, &sentence)
                .ok_or_else(|| malformed(&path, number, "not nine columns with offsets"))?;
            sentence.push(word);
        }
    }
    sentences.push(sentence);
    // Markup is no language.
    sentences.retain(|s| !s.is_empty() && !s.iter().any(|word| word.form.contains(['<', '>'])));
    Ok(sentences)
}

/// An article as a sequence of code points, which the offsets count.
fn read_article(path: &Path) -> Result<Vec<char>, TrainError> {
    let text = fs::read_to_string(path).map_err(|e| unreadable(path, e))?;
    Ok(text.chars().collect())
}

fn corenlp_word(columns: &[&str], article: &[char], before: &Sentence) -> Option<MarkedWord> {
    let &[_, _, lemma, xpos, _, _, relation, start, end] = columns else { return None };
    let form: String = article.get(start.parse().ok()?..end.parse().ok()?)?.iter().collect();
    let mut word = marked(&form, lemma, xpos, Some(before));
    // The treebanks since keep TO for infinitives.
    if word.tag == Some(Tag::To) && relation == "case" {
        word.tag = Some(Tag::In);
    }
    Some(word)
}

fn marked(form: &str, lemma: &str, xpos: &str, before: Option<&Sentence>) -> MarkedWord {
    let tag = Tag::parse(xpos).or(match xpos {
        "HYPH" => Some(Tag::Colon),
        "AFX" => Some(Tag::Jj),
        _ => None,
    });
    let quotes = before.map_or(0, |s| s.iter().filter(|word| word.form == form).count());
    let kind = kind_of(form, quotes % 2 == 0);
    MarkedWord { form: form.to_owned(), kind, tag, upos: None, lemma: lemma.to_owned() }
}

/// The kind of a form; a straight quotation mark opens if `opens`.
fn kind_of(form: &str, opens: bool) -> TokenKind {
    let has = |test: fn(char) -> bool| form.chars().any(test);
    match form {
        "“" | "``" | "«" => return TokenKind::OpenQuote,
        "”" | "''" | "»" => return TokenKind::CloseQuote,
        "\"" if opens => return TokenKind::OpenQuote,
        "\"" => return TokenKind::CloseQuote,
        "$" | "€" | "£" | "US$" => return TokenKind::Currency,
        "n't" | "n’t" => return TokenKind::Clitic,
        _ => {}
    }
    let mut letters = form.chars();
    match letters.next() {
        Some('@') if form.len() > 1 => TokenKind::Handle,
        Some('#') if form.len() > 1 => TokenKind::Hashtag,
        Some('\'' | '’') if form.len() > 1 && has(char::is_alphabetic) => TokenKind::Clitic,
        Some(_) if form.contains("://") || form.starts_with("www.") => TokenKind::Url,
        Some(_) if form.contains('@') && form.contains('.') => TokenKind::Url,
        Some(_) if has(|c| c.is_ascii_digit()) && !form.starts_with(char::is_alphabetic) => {
            TokenKind::Number
        }
        Some(_) if has(char::is_alphabetic) => TokenKind::Word,
        Some(c) if c.is_ascii_punctuation() || "–—…‘’•·".contains(c) => {
            TokenKind::Punct
        }
        _ => TokenKind::Symbol,
    }
}

fn unreadable(path: &Path, source: std::io::Error) -> TrainError {
    TrainError::Read { path: PathBuf::from(path), source }
}

fn malformed(path: &Path, number: usize, what: &'static str) -> TrainError {
    TrainError::Malformed { path: PathBuf::from(path), line: number + 1, what }
}
