//! The JSON form of embedded posts.

use super::{PassageJson, SpanJson, View};
use crate::embed::Embed;
use serde::Serialize;

/// A post from social media.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EmbedJson<'r> {
    /// Its author line.
    pub span: SpanJson,
    /// Where it was made.
    pub platform: &'static str,
    /// The author's name as displayed.
    pub name: Option<&'r str>,
    /// The author's account, without its `@`.
    pub handle: Option<&'r str>,
    /// Its day, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// When its own number says it was made, `YYYY-MM-DDThh:mm:ssZ`.
    pub posted: Option<String>,
    /// Its address as written, without the query.
    pub url: Option<&'r str>,
    /// The platform's number or code of it.
    pub post_id: Option<&'r str>,
    /// The post's own words.
    pub body: Option<PassageJson<'r>>,
    /// Whether those words are gone.
    pub orphan: bool,
    /// Where the article quotes the post once more; left out where it does not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub quoted: Vec<SpanJson>,
}

impl<'r> View<'r> {
    pub(super) fn embed(&self, e: &'r Embed<'_>) -> EmbedJson<'r> {
        EmbedJson {
            span: self.span(e.span),
            platform: e.platform.as_str(),
            name: e.name.as_deref(),
            handle: e.handle.as_deref(),
            date: e.date.map(|d| d.to_string()),
            posted: e.posted().map(|t| t.to_string()),
            url: e.url,
            post_id: e.post_id,
            body: e.body.and_then(|b| self.passage(&[b])),
            orphan: e.orphan,
            quoted: self.spans(&e.quoted),
        }
    }
}
