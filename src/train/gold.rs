//! Marked articles: the gold form of attributions, one article a line.

use super::TrainError;
use crate::Span;
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// One marked article.
pub struct GoldArticle {
    /// Its name.
    pub id: String,
    /// Its text.
    pub text: String,
    /// What was marked in it.
    pub attributions: Vec<GoldAttribution>,
}

/// One marked attribution; a part that the text does not have is empty.
#[derive(Debug, Clone)]
pub struct GoldAttribution {
    /// Who.
    pub source: Vec<Span>,
    /// By which words.
    pub cue: Vec<Span>,
    /// What.
    pub content: Vec<Span>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    attributions: Vec<Marked>,
}

#[derive(Deserialize)]
struct Marked {
    source: Option<Vec<[usize; 2]>>,
    cue: Option<Vec<[usize; 2]>>,
    content: Option<Vec<[usize; 2]>>,
}

/// Reads `gold.jsonl` and `text/NAME.txt` of a folder; offsets in the file count code points.
///
/// # Errors
/// A file that cannot be read, or a line that is no gold article.
pub fn read(folder: &Path) -> Result<Vec<GoldArticle>, TrainError> {
    let path = folder.join("gold.jsonl");
    let lines = fs::read_to_string(&path)
        .map_err(|source| TrainError::Read { path: path.clone(), source })?;
    let mut articles = Vec::new();
    for (number, line) in lines.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let line: Line = serde_json::from_str(line).map_err(|_| TrainError::Malformed {
            path: path.clone(),
            line: number + 1,
            what: "no gold article",
        })?;
        let path = folder.join("text").join(format!("{}.txt", line.id));
        let text = fs::read_to_string(&path)
            .map_err(|source| TrainError::Read { path: path.clone(), source })?;
        let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        let span = |[start, end]: &[usize; 2]| {
            let at = |i: &usize| bytes.get(*i).copied().unwrap_or(text.len());
            Span::new(at(start), at(end))
        };
        let spans = |part: &Option<Vec<[usize; 2]>>| part.iter().flatten().map(span).collect();
        let attributions = line
            .attributions
            .iter()
            .map(|m| GoldAttribution {
                source: spans(&m.source),
                cue: spans(&m.cue),
                content: spans(&m.content),
            })
            .collect();
        articles.push(GoldArticle { id: line.id, attributions, text });
    }
    Ok(articles)
}
