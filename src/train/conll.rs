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
    /// Its lemma in lower case, in treebanks.
    pub lemma: String,
}

/// A sentence of a corpus.
pub type Sentence = Vec<MarkedWord>;

/// Reads a treebank in CoNLL-U.
pub fn read_conllu(path: &Path) -> Result<Vec<Sentence>, TrainError> {
    let text = fs::read_to_string(path).map_err(|e| unreadable(path, e))?;
    let mut sentences = Vec::new();
    let mut sentence = Sentence::new();
    for (number, line) in text.lines().chain([""]).enumerate() {
        let columns: Vec<&str> = line.split('\t').collect();
        match columns[..] {
            [""] if sentence.is_empty() => {}
            [""] => sentences.push(std::mem::take(&mut sentence)),
            // Ranges (`3-4`) and empty nodes (`5.1`) repeat or add to other lines.
            [number, ..] if number.starts_with('#') || number.contains(['-', '.']) => {}
            [_, form, lemma, upos, xpos, ..] => {
                let word = marked(form, xpos, &sentence);
                let (upos, lemma) = (Upos::parse(upos), lemma.to_lowercase());
                sentence.push(MarkedWord { upos, lemma, ..word });
            }
            _ => return Err(malformed(path, number, "fewer than five columns")),
        }
    }
    Ok(sentences)
}

/// Reads PolNeAR's analysis (`corenlp.conll.gz`): sentences with the names of their articles. The forms come from
/// the texts beside it.
pub(super) fn read_corenlp(folder: &Path) -> Result<Vec<(String, Sentence)>, TrainError> {
    let (path, table) = corenlp(folder)?;
    let (mut sentences, mut name, mut article) = (Vec::new(), "", Vec::new());
    each_sentence(&table, |of, first, lines| {
        if of != name {
            name = of;
            article = read_article(&folder.join("text").join(format!("{name}.txt")))?;
        }
        let mut sentence = Sentence::new();
        for (line, number) in lines.iter().zip(first..) {
            let columns: Vec<&str> = line.split('\t').collect();
            let word = corenlp_word(&columns, &article, &sentence)
                .ok_or_else(|| malformed(&path, number, "not nine columns with offsets"))?;
            sentence.push(word);
        }
        part_prepositions(&mut sentence);
        sentences.push((of.to_owned(), sentence));
        Ok(())
    })?;
    // Markup is no language.
    let is_markup = |word: &MarkedWord| word.form.contains(['<', '>']);
    sentences.retain(|(_, s)| !s.is_empty() && !s.iter().any(is_markup));
    Ok(sentences)
}

/// Begins the line above an article's first sentence.
const NEW_ARTICLE: &str = "# newdoc id = ";

/// PolNeAR's analysis, unpacked.
fn corenlp(folder: &Path) -> Result<(PathBuf, String), TrainError> {
    let path = folder.join("corenlp.conll.gz");
    let bytes = fs::read(&path).map_err(|e| unreadable(&path, e))?;
    let mut table = String::new();
    GzDecoder::new(&bytes[..]).read_to_string(&mut table).map_err(|e| unreadable(&path, e))?;
    Ok((path, table))
}

/// What PolNeAR's analysis says of a word's place in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parsed<'t> {
    /// The relation to its head.
    pub(super) relation: &'t str,
    /// The number of its head in the sentence, from 0; none for the root.
    pub(super) head: Option<usize>,
    pub(super) is_verb: bool,
    /// Where it begins in the text, in code points.
    pub(super) start: u32,
}

/// Hands on the sentences of PolNeAR's analysis: the article's name, the number of the first line, the lines.
fn each_sentence<'t>(
    table: &'t str,
    mut hear: impl FnMut(&'t str, usize, &[&'t str]) -> Result<(), TrainError>,
) -> Result<(), TrainError> {
    let (mut article, mut lines) = ("", Vec::new());
    for (number, line) in table.lines().chain([""]).enumerate() {
        match line.strip_prefix(NEW_ARTICLE) {
            Some(name) => article = name,
            None if !line.is_empty() => lines.push(line),
            None if lines.is_empty() => {}
            None => {
                hear(article, number - lines.len(), &lines)?;
                lines.clear();
            }
        }
    }
    Ok(())
}

/// Reads the parses of PolNeAR's analysis: each sentence, with the name of its article, goes to `hear`.
pub(super) fn read_parses(
    folder: &Path,
    mut hear: impl FnMut(&str, &[Parsed<'_>]),
) -> Result<(), TrainError> {
    let (path, table) = corenlp(folder)?;
    each_sentence(&table, |article, first, lines| {
        let what = "not nine columns with a head and offsets";
        let mut words = Vec::with_capacity(lines.len());
        for (&line, number) in lines.iter().zip(first..) {
            words.push(parsed(line).ok_or_else(|| malformed(&path, number, what))?);
        }
        hear(article, &words);
        Ok(())
    })
}

fn parsed(line: &str) -> Option<Parsed<'_>> {
    let columns: Vec<&str> = line.split('\t').collect();
    let &[_, _, _, xpos, _, head, relation, start, _] = &columns[..] else { return None };
    let (head, start) = (head.parse::<usize>().ok()?.checked_sub(1), start.parse().ok()?);
    Some(Parsed { relation, head, is_verb: xpos.starts_with("VB"), start })
}

/// An article as a sequence of code points, which the offsets count.
fn read_article(path: &Path) -> Result<Vec<char>, TrainError> {
    let text = fs::read_to_string(path).map_err(|e| unreadable(path, e))?;
    Ok(text.chars().collect())
}

fn corenlp_word(columns: &[&str], article: &[char], before: &Sentence) -> Option<MarkedWord> {
    let &[_, _, _, xpos, _, _, _, start, end] = columns else { return None };
    let form: String = article.get(start.parse().ok()?..end.parse().ok()?)?.iter().collect();
    Some(marked(&form, xpos, before))
}

/// Gives *to* the tag `IN` unless an infinitive follows, as later treebanks do.
fn part_prepositions(sentence: &mut Sentence) {
    for i in 0..sentence.len() {
        let next = sentence[i + 1..].iter().filter_map(|word| word.tag).find(|t| !t.is_adverb());
        if sentence[i].tag == Some(Tag::To) && next != Some(Tag::Vb) {
            sentence[i].tag = Some(Tag::In);
        }
    }
}

fn marked(form: &str, xpos: &str, before: &Sentence) -> MarkedWord {
    let tag = Tag::parse(xpos).or(match xpos {
        "HYPH" => Some(Tag::Colon),
        "AFX" => Some(Tag::Jj),
        _ => None,
    });
    let quotes = before.iter().filter(|word| word.form == form).count();
    let kind = kind_of(form, quotes % 2 == 0);
    MarkedWord { form: form.to_owned(), kind, tag, upos: None, lemma: String::new() }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn infinitives_keep_their_to() {
        let words = [("to", "TO"), ("Oslo", "NNP"), ("to", "TO"), ("quickly", "RB"), ("go", "VB")];
        let mut sentence = Sentence::new();
        for (form, tag) in words {
            let word = marked(form, tag, &sentence);
            sentence.push(word);
        }
        part_prepositions(&mut sentence);
        assert_eq!([sentence[0].tag, sentence[2].tag], [Some(Tag::In), Some(Tag::To)]);
    }

    #[test]
    fn sentences_go_by_with_their_article_and_line() {
        let table = "# newdoc id = a\n1\tIt\n2\tleaks\n\n\n1\tSo\n\n# newdoc id = b\n1\tAh";
        let mut heard = Vec::new();
        let all = each_sentence(table, |article, first, lines| {
            heard.push((article, first, lines.len()));
            Ok(())
        });
        assert!(all.is_ok());
        assert_eq!(heard, [("a", 1, 2), ("a", 5, 1), ("b", 8, 1)]);
    }

    #[test]
    fn parses_are_read_from_their_columns() {
        let line = "2\tsaid\tsay\tVBD\tO\t0\troot\t14\t18";
        let expected = Parsed { relation: "root", head: None, is_verb: true, start: 14 };
        assert_eq!(parsed(line), Some(expected));
        assert_eq!(parsed("2\tsaid\tsay\tVBD\tO\tx\troot\t14\t18"), None);
    }

    #[test]
    fn kinds_follow_forms() {
        assert_eq!(kind_of("n't", true), TokenKind::Clitic);
        assert_eq!(kind_of("’s", true), TokenKind::Clitic);
        assert_eq!(kind_of("\"", true), TokenKind::OpenQuote);
        assert_eq!(kind_of("\"", false), TokenKind::CloseQuote);
        assert_eq!(kind_of("1,200", true), TokenKind::Number);
        assert_eq!(kind_of("@vale", true), TokenKind::Handle);
        assert_eq!(kind_of("—", true), TokenKind::Punct);
        assert_eq!(kind_of("so-called", true), TokenKind::Word);
    }
}
