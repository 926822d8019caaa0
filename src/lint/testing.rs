//! Reviews made by hand for unit tests: a text, and who says what in it.

use super::Diagnostic;
use crate::article::Article;
use crate::claim::Grounds;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::tagger::Tagger;
use crate::{
    Act, Attribution, AttributionId, Claim, Cue, Entity, EntityId, Framing, FramingCategory, Kind,
    Production, Review, Source, SourceClass, Span, Stance, Voice,
};

/// A review in the making. Words are looked for in the order in which they are given.
pub(crate) struct Draft {
    text: &'static str,
    at: usize,
    attributions: Vec<Attribution>,
    entities: Vec<Entity>,
    claims: Vec<Claim>,
}

impl Draft {
    pub(crate) fn new(text: &'static str) -> Self {
        Self { text, at: 0, attributions: Vec::new(), entities: Vec::new(), claims: Vec::new() }
    }

    /// A person, by name: the first is entity 0.
    pub(crate) fn person(self, name: &str) -> Self {
        self.entity(Some(name), SourceClass::Person)
    }

    pub(crate) fn entity(mut self, name: Option<&str>, class: SourceClass) -> Self {
        self.entities.push(Entity {
            id: EntityId(self.entities.len() as u32),
            name: name.map(str::to_owned),
            class,
            anonymous: class == SourceClass::UnnamedPerson,
            ..Entity::default()
        });
        self
    }

    /// `source cue content`, a statement of an entity.
    pub(crate) fn says(self, entity: u32, source: &str, cue: &str, content: &str) -> Self {
        self.attribution(Some(entity), source, cue, content, Act::Statement)
    }

    pub(crate) fn attribution(
        mut self,
        entity: Option<u32>,
        source: &str,
        cue: &str,
        content: &str,
        act: Act,
    ) -> Self {
        let source = Source { span: self.find(source), entity: entity.map(EntityId) };
        if let Some(entity) = entity {
            self.entities[entity as usize].mentions.push(source.span);
        }
        let cue = Cue { span: self.find(cue), lemma: cue.to_owned(), stance: Stance::Neutral };
        let content = vec![self.find(content)];
        let quoted = content[0].of(self.text).starts_with('“');
        self.attributions.push(Attribution {
            id: AttributionId(self.attributions.len() as u32),
            kind: if quoted { Kind::Direct } else { Kind::Indirect },
            act,
            parent: None,
            confidence: 1.0,
            production: Production::SourceCueContent,
            source: Some(source),
            cue: Some(cue),
            content,
            setting: crate::attribution::Setting::default(),
        });
        self
    }

    /// Gives the last cue a stance.
    pub(crate) fn stance(mut self, stance: Stance) -> Self {
        let cue = self.attributions.last_mut().and_then(|a| a.cue.as_mut());
        cue.expect("an attribution comes first").stance = stance;
        self
    }

    /// A claim in a voice, with the words that frame it, if any.
    pub(crate) fn claim(
        mut self,
        words: &str,
        voice: Voice,
        framing: Option<(&str, &'static str)>,
    ) -> Self {
        let at = self.at;
        let span = self.find(words);
        self.at = at.max(span.start as usize);
        let framing: Vec<_> = framing
            .map(|(words, rule)| Framing {
                span: self.find(words),
                category: FramingCategory::Loaded,
                rule,
                weight: 0.5,
            })
            .into_iter()
            .collect();
        self.at = span.end as usize;
        self.claims.push(Claim {
            span,
            voice,
            attribution: None,
            check_worthiness: 0.5,
            grounds: Grounds::default(),
            framing_score: if framing.is_empty() { 0.0 } else { 0.5 },
            framing,
        });
        self
    }

    pub(crate) fn review(self) -> Review<'static> {
        let lexicon = Lexicon::new();
        let tagger = Tagger::new().expect("the weights that are compiled in are whole");
        let mut embeds = crate::embed::find(self.text);
        let lines: Vec<_> = embeds.iter().map(|e| e.span).collect();
        let article = Article::new(Document::read(self.text, &lines), &tagger, &lexicon);
        let echoes = crate::echo::mark(&article.document, &mut embeds);
        let mut review =
            Review::assemble(article, self.attributions, self.entities, embeds, self.claims);
        review.echoes = echoes;
        review
    }

    /// What one rule finds.
    pub(crate) fn findings(self, rule: &str) -> Vec<Diagnostic> {
        super::run(&self.review()).into_iter().filter(|d| d.rule == rule).collect()
    }

    fn find(&mut self, words: &str) -> Span {
        let start =
            self.at + self.text[self.at..].find(words).expect("the words stand in the text");
        self.at = start + words.len();
        Span::new(start, self.at)
    }
}
