//! What a marked attribution looks like: the lemma of its cue, and the production that would find it.

use super::{GoldArticle, GoldAttribution};
use crate::document::Document;
use crate::tagger::{Tag, Tagger, lemma};
use crate::{Production, Span};

/// The looks of a marked attribution.
pub(super) struct Shape {
    /// The production that the cue and the order of the parts suggest.
    pub production: Production,
    /// The lemma of the cue's verb, or the whole cue where it has none; empty without a cue.
    pub lemma: String,
}

/// Tells the shapes of what is marked in one article.
pub(super) struct Shapes<'a> {
    document: Document<'a>,
    tags: Vec<Tag>,
}

impl<'a> Shapes<'a> {
    pub fn read(article: &'a GoldArticle, tagger: &Tagger) -> Self {
        let document = Document::read(&article.text, &[]);
        let mut tags = Vec::with_capacity(document.tokens.len());
        for sentence in &document.sentences {
            tagger.tag(document.text, &document.tokens[sentence.tokens.range()], &mut tags);
        }
        Self { document, tags }
    }

    pub fn of(&self, attribution: &GoldAttribution) -> Shape {
        let Some(&cue) = attribution.cue.first() else {
            return Shape { production: Production::Mark, lemma: String::new() };
        };
        let words = cue.of(self.document.text).to_lowercase();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let tokens = self.document.tokens_in(cue).range();
        let verb = tokens.clone().rev().find(|&t| self.tag(t).is_verb());
        match verb {
            Some(verb) if words != "according to" => {
                let form = self.document.word(verb as u32).to_lowercase();
                let production = by_order(attribution, cue);
                Shape { production, lemma: lemma(&form, self.tag(verb)).into_owned() }
            }
            _ => {
                let last = tokens.last().map_or(Tag::Nfp, |t| self.tag(t));
                Shape { production: by_word(last), lemma: words }
            }
        }
    }

    fn tag(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or(Tag::Nfp)
    }
}

/// For a cue without a verb, by its last word.
fn by_word(tag: Tag) -> Production {
    match tag {
        _ if tag.is_noun() => Production::NounCue,
        _ if tag.is_adjective() => Production::AdjectiveCue,
        _ if tag.is_punctuation() => Production::Mark,
        _ => Production::Phrase,
    }
}

/// For a verb, by the order of the parts.
fn by_order(attribution: &GoldAttribution, cue: Span) -> Production {
    let after = |span: &Span| span.start >= cue.end;
    let content = &attribution.content;
    if content.iter().any(after) && !content.iter().all(after) {
        return Production::Split;
    }
    let Some(source) = attribution.source.first() else { return Production::Passive };
    match (content.iter().all(after), after(source)) {
        (true, false) => Production::SourceCueContent,
        (true, true) => Production::CueSourceContent,
        (false, true) => Production::ContentCueSource,
        (false, false) => Production::ContentSourceCue,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“It is,” said Orr, “old.” According to Vane, it has his view.";

    fn shape(source: &str, cue: &str, content: &[&str]) -> (Production, String) {
        let span = |w: &str| TEXT.find(w).map(|at| Span::new(at, at + w.len()));
        let attribution = GoldAttribution {
            source: span(source).filter(|s| !s.is_empty()).into_iter().collect(),
            cue: span(cue).filter(|s| !s.is_empty()).into_iter().collect(),
            content: content.iter().filter_map(|w| span(w)).collect(),
        };
        let article =
            GoldArticle { id: String::new(), text: TEXT.to_owned(), attributions: vec![] };
        let tagger = Tagger::new().unwrap();
        let shape = Shapes::read(&article, &tagger).of(&attribution);
        (shape.production, shape.lemma)
    }

    #[test]
    fn productions_follow_the_order() {
        let said = |production| (production, "say".to_owned());
        assert_eq!(shape("Orr", "said", &["It is", "old"]), said(Production::Split));
        assert_eq!(shape("Orr", "said", &["It is"]), said(Production::ContentCueSource));
        assert_eq!(shape("Orr", "said", &["old"]), said(Production::CueSourceContent));
        assert_eq!(shape("", "said", &["It is"]), said(Production::Passive));
    }

    #[test]
    fn other_cues_stand_for_themselves() {
        let according = (Production::Phrase, "according to".to_owned());
        assert_eq!(shape("Vane", "According to", &["it has"]), according);
        assert_eq!(shape("his", "view", &["it has"]), (Production::NounCue, "view".to_owned()));
        assert_eq!(shape("Orr", "", &["old"]), (Production::Mark, String::new()));
    }
}
