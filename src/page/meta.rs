//! What a page says of its article beside the text: JSON-LD, meta tags, front matter, times.

use crate::embed::Date;
#[cfg(feature = "html")]
use crate::embed::stated_day;

/// What a page says of its article.
///
/// ```
/// # #[cfg(feature = "html")] {
/// use onrecord::page::{Format, Page};
/// let page = Page::read("<meta name=author content='Ann Orr'><p>Text.", Format::Html);
/// assert_eq!(page.meta().authors, ["Ann Orr"]);
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Meta {
    /// Its headline.
    pub headline: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The day on which it was published.
    pub date: Option<Date>,
    /// Who published it.
    pub publisher: Option<String>,
}

#[cfg(feature = "html")]
impl Meta {
    /// Takes from `other` what is not known yet.
    pub(super) fn complete(&mut self, other: Meta) {
        self.headline = self.headline.take().or(other.headline);
        self.date = self.date.or(other.date);
        self.publisher = self.publisher.take().or(other.publisher);
        if self.authors.is_empty() {
            self.authors = other.authors;
        }
    }

    /// Takes a value under one of the names that meta tags and front matter use.
    pub(super) fn take(&mut self, name: &str, value: &str) {
        let text = || Some(value.trim().to_owned()).filter(|v| !v.is_empty());
        match name.to_ascii_lowercase().as_str() {
            "og:title" | "twitter:title" | "title" | "headline" | "dc.title" => {
                self.headline = self.headline.take().or_else(text);
            }
            "author" | "authors" | "byline" | "article:author" | "parsely-author"
            | "dc.creator" | "sailthru.author" => self.author(value),
            "article:published_time"
            | "date"
            | "datepublished"
            | "dc.date"
            | "dc.date.issued"
            | "parsely-pub-date"
            | "pubdate"
            | "published"
            | "publishdate"
            | "publish_date"
            | "sailthru.date"
            | "og:pubdate" => {
                self.date = self.date.or_else(|| stated_day(value));
            }
            "og:site_name" | "publisher" | "dc.publisher" | "site" | "source" => {
                self.publisher = self.publisher.take().or_else(text);
            }
            _ => {}
        }
    }

    /// A writer's name; an address is none.
    fn author(&mut self, value: &str) {
        let name = value.trim();
        let name = name.strip_prefix("By ").unwrap_or(name);
        let known = self.authors.iter().any(|a| a == name);
        let fits = !name.is_empty() && name.len() <= NAME && !name.contains("://");
        if fits && !known && self.authors.len() < AUTHORS {
            self.authors.push(name.to_owned());
        }
    }
}

/// The most writers that an article is given.
#[cfg(feature = "html")]
const AUTHORS: usize = 20;
/// The longest name of a writer, in bytes.
#[cfg(feature = "html")]
const NAME: usize = 120;

#[cfg(feature = "html")]
pub(super) use markup::of;

#[cfg(feature = "html")]
mod markup {
    use super::{Meta, stated_day};
    use crate::page::tag::Tag;
    use crate::page::tree::{NodeId, ROOT, Tree};
    use serde_json::Value;

    /// What the tags of a page say; `article` is the element that holds the article.
    pub(in crate::page) fn of(tree: &Tree<'_>, article: NodeId) -> Meta {
        let (mut linked, mut tagged, mut shown) =
            (Meta::default(), Meta::default(), Meta::default());
        for id in tree.below(ROOT) {
            match tree.tag(id) {
                Some(Tag::Meta) => {
                    let content = tree.attribute(id, "content").unwrap_or("");
                    for key in ["property", "name", "itemprop"] {
                        tagged.take(tree.attribute(id, key).unwrap_or(""), content);
                    }
                }
                Some(Tag::Script) if is_json(tree, id) => linked.complete(of_json(tree, id)),
                Some(Tag::Time) if tree.contains(article, id) => {
                    let day = tree.attribute(id, "datetime").and_then(stated_day);
                    shown.date = shown.date.or(day);
                }
                Some(Tag::A | Tag::Inline) if is_author(tree, id) => {
                    shown.author(tree.text_near(id).trim());
                }
                _ => {}
            }
        }
        linked.complete(tagged);
        linked.complete(shown);
        linked
    }

    fn is_author(tree: &Tree<'_>, id: NodeId) -> bool {
        let is =
            |name: &str| tree.attribute(id, name).is_some_and(|v| v.eq_ignore_ascii_case("author"));
        is("rel") || is("itemprop")
    }

    fn is_json(tree: &Tree<'_>, id: NodeId) -> bool {
        let kind = tree.attribute(id, "type").unwrap_or("");
        kind.trim().eq_ignore_ascii_case("application/ld+json")
    }

    /// Longer data are no article's, in bytes.
    const DATA: usize = 1 << 18;

    /// What JSON-LD says of the first article in it.
    fn of_json(tree: &Tree<'_>, script: NodeId) -> Meta {
        let Some(data) = tree.below(script).map(|n| tree.words(n)).next() else {
            return Meta::default();
        };
        if data.len() > DATA {
            return Meta::default();
        }
        // Some generators write line ends within strings.
        let parsed = serde_json::from_str::<Value>(data)
            .or_else(|_| serde_json::from_str(&data.replace(['\n', '\r', '\t'], " ")));
        parsed.ok().and_then(|value| article(&value).map(read)).unwrap_or_default()
    }

    /// The first object, from the outside in, that is an article.
    fn article(value: &Value) -> Option<&serde_json::Map<String, Value>> {
        let mut waiting = std::collections::VecDeque::from([value]);
        while let Some(value) = waiting.pop_front() {
            match value {
                Value::Array(all) => waiting.extend(all),
                Value::Object(object) => {
                    if is_article(object.get("@type")) {
                        return Some(object);
                    }
                    waiting.extend(
                        ["@graph", "mainEntity", "mainEntityOfPage"]
                            .iter()
                            .filter_map(|k| object.get(*k)),
                    );
                }
                _ => {}
            }
        }
        None
    }

    /// `NewsArticle`, `ReportageNewsArticle`, `BlogPosting`, `LiveBlogPosting` …
    fn is_article(kind: Option<&Value>) -> bool {
        let named = |v: &Value| {
            v.as_str().is_some_and(|k| k.ends_with("Article") || k.ends_with("Posting"))
        };
        match kind {
            Some(Value::Array(kinds)) => kinds.iter().any(named),
            Some(kind) => named(kind),
            None => false,
        }
    }

    fn read(object: &serde_json::Map<String, Value>) -> Meta {
        let mut meta = Meta::default();
        let text = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or("");
        meta.take("headline", text("headline"));
        meta.take("headline", text("name"));
        meta.take("date", text("datePublished"));
        meta.take("date", text("dateCreated"));
        names(object.get("author"), &mut |name| meta.author(name));
        names(object.get("publisher"), &mut |name| meta.take("publisher", name));
        meta
    }

    /// The names of a person or an organization, or of several.
    fn names(value: Option<&Value>, take: &mut dyn FnMut(&str)) {
        let all = match value {
            Some(Value::Array(all)) => all.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        for one in all {
            let name = one.as_str().or_else(|| one.get("name").and_then(Value::as_str));
            name.into_iter().for_each(&mut *take);
        }
    }
}
