//! The JSON form of what a page says of its article beside the text.

use crate::page::Meta;
use serde::Serialize;

/// What a page says of its article: in JSON-LD, meta tags or front matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MetaJson<'r> {
    /// Its headline.
    pub headline: Option<&'r str>,
    /// Who wrote it.
    pub authors: &'r [String],
    /// The day on which it was published, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Who published it.
    pub publisher: Option<&'r str>,
}

impl<'r> MetaJson<'r> {
    /// None where the page says nothing.
    pub(super) fn new(meta: &'r Meta) -> Option<Self> {
        (*meta != Meta::default()).then(|| Self {
            headline: meta.headline.as_deref(),
            authors: &meta.authors,
            date: meta.date.map(|d| d.to_string()),
            publisher: meta.publisher.as_deref(),
        })
    }
}
