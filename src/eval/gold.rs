//! Articles that somebody marked, in JSON Lines, in brat's standoff form, or quoted in words in TOML.

use super::record::{Record, records};
use super::{EvalError, brat, quoted};
use crate::{Attribution, Span};
use std::fs;
use std::path::{Path, PathBuf};

/// One marked article.
#[derive(Debug, Clone)]
pub struct GoldArticle {
    /// Its name.
    pub id: String,
    /// Its text.
    pub text: String,
    /// What was marked in it.
    pub attributions: Vec<GoldAttribution>,
}

/// The spans of one attribution, in bytes; a part that the text does not have is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GoldAttribution {
    /// Who.
    pub source: Vec<Span>,
    /// By which words.
    pub cue: Vec<Span>,
    /// What.
    pub content: Vec<Span>,
}

/// A part of an attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Who.
    Source,
    /// By which words.
    Cue,
    /// What.
    Content,
}

impl Role {
    /// Every part, in the order of figures.
    pub const ALL: [Self; 3] = [Self::Source, Self::Cue, Self::Content];

    /// What figures call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Cue => "cue",
            Self::Content => "content",
        }
    }
}

impl GoldAttribution {
    /// The spans of a part.
    pub fn part(&self, role: Role) -> &[Span] {
        match role {
            Role::Source => &self.source,
            Role::Cue => &self.cue,
            Role::Content => &self.content,
        }
    }

    pub(super) fn part_mut(&mut self, role: Role) -> &mut Vec<Span> {
        match role {
            Role::Source => &mut self.source,
            Role::Cue => &mut self.cue,
            Role::Content => &mut self.content,
        }
    }
}

impl From<&Attribution> for GoldAttribution {
    fn from(attribution: &Attribution) -> Self {
        Self {
            source: attribution.source.iter().map(|s| s.span).collect(),
            cue: attribution.cue.iter().map(|c| c.span).collect(),
            content: attribution.content.clone(),
        }
    }
}

/// Reads marked articles; the text of `NAME` is `NAME.txt` in `texts`.
///
/// A file is JSON Lines, an article a line, with offsets in code points; a part that the text does
/// not have is `null` or an empty list. Its texts lie in the folder `text` beside it, unless
/// `texts` names another.
///
/// ```json
/// {"id": "bridge", "attributions": [{"source": [[16, 23]], "cue": [[11, 15]], "content": [[0, 9]]}]}
/// ```
///
/// A folder holds brat's standoff form: `NAME.ann` for every article, the texts beside. Entities of
/// the types `Source`, `Cue` and `Content`, in any case, are the parts; see
/// <https://brat.nlplab.org/standoff.html>. Relations of any name tie them: every cue makes an
/// attribution with the contents and sources that are tied to it, or else with the sources of its
/// contents; a content that no cue is tied to makes one with its own sources. An event of any name
/// is an attribution too: its trigger is the cue, its arguments the other parts. Lines of other kinds
/// are passed over. (Columns are parted by tabs, which are wide gaps here.)
///
/// ```text
/// T1    Content 0 9    It is old
/// T2    Cue 11 15    said
/// T3    Source 16 23    Ann Orr
/// R1    Says Arg1:T3 Arg2:T2
/// R2    Says Arg1:T2 Arg2:T1
/// ```
///
/// A file `*.toml` holds short texts with their attributions quoted in words. The first piece of content stands at
/// its first place as whole words, each next one behind it; the cue is the one nearest to the content, the source
/// the one nearest to the cue, both outside of the content. `texts` is not asked for then.
///
/// ```toml
/// [[text]]
/// text = "“It is old,” said Ann Orr."
/// attributions = [{ source = "Ann Orr", cue = "said", content = ["“It is old,”"] }]
/// ```
///
/// # Errors
/// A file that cannot be read, or a line that is not what its format says.
pub fn read(gold: &Path, texts: Option<&Path>) -> Result<Vec<GoldArticle>, EvalError> {
    if gold.is_dir() {
        return brat::read(gold, texts.unwrap_or(gold));
    }
    if gold.extension().is_some_and(|e| e == "toml") {
        return quoted::read(gold);
    }
    let texts = texts.map_or_else(|| gold.with_file_name("text"), PathBuf::from);
    let mut articles = Vec::new();
    for line in records(gold)? {
        let (number, record) = line?;
        articles.push(article(record, &texts, &|what| EvalError::malformed(gold, number, what))?);
    }
    Ok(articles)
}

fn article(
    record: Record,
    texts: &Path,
    malformed: &dyn Fn(&str) -> EvalError,
) -> Result<GoldArticle, EvalError> {
    let id = record.id.clone().ok_or_else(|| malformed("an article has no id"))?;
    let text = read_text(texts, &id)?;
    let rows = record.rows(&text).map_err(malformed)?;
    let rows = rows.ok_or_else(|| malformed("an article has no attributions"))?;
    Ok(GoldArticle { id, attributions: rows.into_iter().map(|r| r.parts).collect(), text })
}

pub(super) fn read_text(folder: &Path, name: &str) -> Result<String, EvalError> {
    let path = folder.join(format!("{name}.txt"));
    fs::read_to_string(&path).map_err(|e| EvalError::read(&path, e))
}
