//! Posts from social media, cited in the text.

use crate::Span;
use std::borrow::Cow;

/// Where a post was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Platform {
    /// X, Twitter before.
    X,
}

impl Platform {
    /// Its name in JSON.
    pub fn as_str(self) -> &'static str {
        "x"
    }
}

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month.
    pub month: u8,
    /// Day.
    pub day: u8,
}

/// A post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embed<'t> {
    /// The author line.
    pub span: Span,
    /// Where it was made.
    pub platform: Platform,
    /// Display name.
    pub name: Option<Cow<'t, str>>,
    /// Without its `@`.
    pub handle: Option<Cow<'t, str>>,
    /// Day.
    pub date: Option<Date>,
    /// Permalink.
    pub url: Option<Cow<'t, str>>,
    /// The platform's number of it.
    pub post_id: Option<Cow<'t, str>>,
    /// The post's own words.
    pub body: Option<Span>,
    /// Whether those words are gone.
    pub orphan: bool,
}

/// Finds the posts of a text.
pub fn find(_text: &str) -> Vec<Embed<'_>> {
    Vec::new()
}
