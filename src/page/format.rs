//! What a page is written in, told by its name or by its first lines.

use std::path::Path;

/// What an article's file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// HTML.
    #[cfg(feature = "html")]
    Html,
    /// Markdown, with front matter and HTML in it.
    #[cfg(feature = "markdown")]
    Markdown,
}

impl Format {
    /// What a file is written in, by its name, else by how its text begins.
    ///
    /// ```
    /// use onrecord::page::Format;
    /// use std::path::Path;
    /// assert_eq!(Format::of(Path::new("a.html"), ""), Format::Html);
    /// assert_eq!(Format::of(Path::new("-"), "<!DOCTYPE html><p>Text"), Format::Html);
    /// assert_eq!(Format::of(Path::new("a.txt"), "<tweet id=\"1\">Text"), Format::Text);
    /// ```
    pub fn of(path: &Path, text: &str) -> Self {
        Self::of_name(path).unwrap_or_else(|| Self::of_text(text))
    }

    /// What a file's last extension says.
    fn of_name(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            #[cfg(feature = "html")]
            "html" | "htm" | "xhtml" => Some(Self::Html),
            #[cfg(feature = "markdown")]
            "md" | "markdown" | "mdown" | "mkd" => Some(Self::Markdown),
            "txt" | "text" => Some(Self::Text),
            _ => None,
        }
    }

    /// What the beginning of a text says.
    fn of_text(text: &str) -> Self {
        #[cfg(feature = "html")]
        if begins_html(text) {
            return Self::Html;
        }
        let _ = text;
        Self::Text
    }
}

/// Whether a text begins with a document type, a comment, or an element that no plain text has.
#[cfg(feature = "html")]
fn begins_html(text: &str) -> bool {
    const STARTS: [&str; 14] = [
        "<!doctype",
        "<!--",
        "<html",
        "<head",
        "<body",
        "<article",
        "<div",
        "<p>",
        "<p ",
        "<h1",
        "<section",
        "<main",
        "<figure",
        "<blockquote",
    ];
    let text = text.trim_start_matches('\u{feff}').trim_start();
    STARTS.iter().any(|s| text.get(..s.len()).is_some_and(|t| t.eq_ignore_ascii_case(s)))
}
