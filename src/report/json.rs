//! The JSON form of a review, `onrecord.review/1`.

use crate::claim::FramingCategory;
use crate::embed::{Date, Embed};
use crate::{
    Act, Anonymity, Attribution, Claim, Cue, Diagnostic, Entity, Framing, Kind, OffsetMap, Offsets,
    Production, Review, Score, Severity, Source, SourceClass, Span, Stance, Stats, Voice,
};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// The name and version of the form.
pub const SCHEMA: &str = "onrecord.review/1";

/// A half-open span in the review's unit, counted from the start of the text as it was given.
pub type SpanJson = [u32; 2];

/// A review as JSON; made by [`Review::json`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ReviewJson<'r> {
    /// The name and version of this form.
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    pub schema: &'static str,
    /// What the input calls the article.
    pub id: &'r str,
    /// The unit of every span.
    pub offsets: Offsets,
    /// Who said what, in the order of the text.
    pub attributions: Vec<AttributionJson<'r>>,
    /// Who the sources are.
    pub entities: Vec<EntityJson<'r>>,
    /// Posts from social media.
    pub embeds: Vec<EmbedJson<'r>>,
    /// The smallest stretches that can be checked, in order.
    pub claims: Vec<ClaimJson>,
    /// What the rules found, in the order of the text.
    pub diagnostics: Vec<DiagnosticJson<'r>>,
    /// The score.
    pub score: Score,
    /// Counts.
    pub stats: Stats,
}

/// Who said what, by which words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AttributionJson<'r> {
    /// Its number in this review, from 0.
    pub id: u32,
    /// In whose words the content stands.
    pub kind: Kind,
    /// What the source does.
    pub act: Act,
    /// The shape in which the grammar found it.
    pub production: Production,
    /// The attribution whose content holds this one.
    pub parent: Option<u32>,
    /// 0 to 1: how sure the weights are.
    pub confidence: f32,
    /// Who; null where the text has none.
    pub source: Option<SourceJson<'r>>,
    /// By which words; null where the text has none.
    pub cue: Option<CueJson<'r>>,
    /// What; null where the text has none.
    pub content: Option<PassageJson<'r>>,
}

/// The words that name a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SourceJson<'r> {
    /// Where they stand.
    pub spans: Vec<SpanJson>,
    /// The words themselves.
    pub text: &'r str,
    /// The number of the entity that they stand for.
    pub entity: Option<u32>,
}

/// The words that tie a source to its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CueJson<'r> {
    /// Where they stand.
    pub spans: Vec<SpanJson>,
    /// The words themselves.
    pub text: &'r str,
    /// The lemma of their head, or the phrase.
    pub lemma: &'r str,
    /// Their editorial colour.
    pub stance: Stance,
}

/// A passage, in several spans where it is broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PassageJson<'r> {
    /// Where it stands.
    pub spans: Vec<SpanJson>,
    /// The words of the spans, joined by " … ".
    pub text: Cow<'r, str>,
}

/// Who a source is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EntityJson<'r> {
    /// Its number in this review, from 0.
    pub id: u32,
    /// The fullest form of its name in the article, without titles.
    pub name: Option<&'r str>,
    /// What kind of source it is.
    pub class: SourceClass,
    /// An unnamed individual or informant.
    pub anonymous: bool,
    /// The office or affiliation, in the article's words.
    pub role: Option<&'r str>,
    /// Where the sources of attributions name it, in order.
    pub mentions: Vec<SpanJson>,
    /// Those of the mentions that may as well mean somebody else; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub doubtful: Vec<SpanJson>,
    /// What the article tells of an anonymous source; left out where it tells nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anonymity: Option<AnonymityJson>,
}

/// What an article tells of a source that it does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AnonymityJson {
    /// What places the source, such as "familiar with the plan".
    pub position: Option<SpanJson>,
    /// Why no name is given.
    pub reason: Option<SpanJson>,
    /// How many there are said to be.
    pub count: Option<u32>,
}

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
    /// Its address as written, without the query.
    pub url: Option<&'r str>,
    /// The platform's number or code of it.
    pub post_id: Option<&'r str>,
    /// The post's own words.
    pub body: Option<PassageJson<'r>>,
    /// Whether those words are gone.
    pub orphan: bool,
}

/// The smallest stretch that can be checked.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ClaimJson {
    /// Its words.
    pub span: SpanJson,
    /// In whose voice it stands.
    pub voice: Voice,
    /// The number of the attribution that sources it.
    pub attribution: Option<u32>,
    /// 0 to 1: how much it asks to be checked.
    pub check_worthiness: f32,
    /// Framing in the writer's voice within it, in order.
    pub framing: Vec<FramingJson>,
    /// 0 to 1: the strength of that framing.
    pub framing_score: f32,
}

/// Words that frame.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FramingJson {
    /// The words.
    pub span: SpanJson,
    /// What they do.
    pub category: FramingCategory,
    /// The rule that reports them.
    pub rule: &'static str,
}

/// Something that an editor should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DiagnosticJson<'r> {
    /// The rule's name.
    pub rule: &'static str,
    /// The rule's code.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The words it is about.
    pub span: SpanJson,
    /// What was found.
    pub message: &'r str,
    /// What would mend it.
    pub help: &'r str,
    /// Other places that belong to it.
    pub related: Vec<RelatedJson<'r>>,
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RelatedJson<'r> {
    /// Where.
    pub span: SpanJson,
    /// Why it belongs.
    pub message: &'r str,
}

impl Review<'_> {
    /// The review as JSON: `id` is what the input calls the article, `offsets` the unit of spans.
    ///
    /// ```
    /// use onrecord::{Checker, Offsets};
    /// let review = Checker::default().review("It is old.");
    /// let json = serde_json::to_value(review.json("bridge", Offsets::Utf16)).unwrap();
    /// assert_eq!(json["id"], "bridge");
    /// assert_eq!(json["offsets"], "utf16");
    /// assert_eq!(json["stats"]["words"], 3);
    /// ```
    pub fn json<'r>(&'r self, id: &'r str, offsets: Offsets) -> ReviewJson<'r> {
        let view = View { text: self.text(), map: OffsetMap::new(self.text(), offsets) };
        ReviewJson {
            schema: SCHEMA,
            id,
            offsets,
            attributions: self.attributions.iter().map(|a| view.attribution(a)).collect(),
            entities: self.entities.iter().map(|e| view.entity(e)).collect(),
            embeds: self.embeds.iter().map(|e| view.embed(e)).collect(),
            claims: self.claims.iter().map(|c| view.claim(c)).collect(),
            diagnostics: self.diagnostics.iter().map(|d| view.diagnostic(d)).collect(),
            score: self.score,
            stats: self.stats,
        }
    }
}

/// As [`Review::json`] with the id `article` and spans in code points.
impl Serialize for Review<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json("article", Offsets::Chars).serialize(serializer)
    }
}

/// Turns the parts of a review into their JSON forms.
struct View<'r> {
    text: &'r str,
    map: OffsetMap<'r>,
}

impl<'r> View<'r> {
    fn attribution(&self, a: &'r Attribution) -> AttributionJson<'r> {
        AttributionJson {
            id: a.id.0,
            kind: a.kind,
            act: a.act,
            production: a.production,
            parent: a.parent.map(|p| p.0),
            confidence: thousandths(a.confidence),
            source: a.source.as_ref().map(|s| self.source(s)),
            cue: a.cue.as_ref().map(|c| self.cue(c)),
            content: self.passage(&a.content),
        }
    }

    fn source(&self, source: &Source) -> SourceJson<'r> {
        SourceJson {
            spans: vec![self.map.span(source.span)],
            text: source.span.of(self.text),
            entity: source.entity.map(|e| e.0),
        }
    }

    fn cue(&self, cue: &'r Cue) -> CueJson<'r> {
        CueJson {
            spans: vec![self.map.span(cue.span)],
            text: cue.span.of(self.text),
            lemma: &cue.lemma,
            stance: cue.stance,
        }
    }

    fn passage(&self, spans: &[Span]) -> Option<PassageJson<'r>> {
        let text = match spans {
            [] => return None,
            [span] => Cow::Borrowed(span.of(self.text)),
            spans => {
                let pieces: Vec<_> = spans.iter().map(|s| s.of(self.text)).collect();
                Cow::Owned(pieces.join(" … "))
            }
        };
        Some(PassageJson { spans: self.spans(spans), text })
    }

    fn entity(&self, e: &'r Entity) -> EntityJson<'r> {
        EntityJson {
            id: e.id.0,
            name: e.name.as_deref(),
            class: e.class,
            anonymous: e.anonymous,
            role: e.role.map(|r| r.of(self.text)),
            mentions: self.spans(&e.mentions),
            doubtful: self.spans(&e.doubtful),
            anonymity: (e.anonymity != Anonymity::default()).then(|| self.anonymity(e.anonymity)),
        }
    }

    fn anonymity(&self, a: Anonymity) -> AnonymityJson {
        AnonymityJson {
            position: a.position.map(|s| self.map.span(s)),
            reason: a.reason.map(|s| self.map.span(s)),
            count: a.count,
        }
    }

    fn embed(&self, e: &'r Embed<'_>) -> EmbedJson<'r> {
        EmbedJson {
            span: self.map.span(e.span),
            platform: e.platform.as_str(),
            name: e.name.as_deref(),
            handle: e.handle.as_deref(),
            date: e.date.map(day),
            url: e.url,
            post_id: e.post_id,
            body: e.body.and_then(|b| self.passage(&[b])),
            orphan: e.orphan,
        }
    }

    fn claim(&self, c: &Claim) -> ClaimJson {
        ClaimJson {
            span: self.map.span(c.span),
            voice: c.voice,
            attribution: c.attribution.map(|a| a.0),
            check_worthiness: thousandths(c.check_worthiness),
            framing: c.framing.iter().map(|f| self.framing(f)).collect(),
            framing_score: thousandths(c.framing_score),
        }
    }

    fn framing(&self, f: &Framing) -> FramingJson {
        FramingJson { span: self.map.span(f.span), category: f.category, rule: f.rule }
    }

    fn diagnostic(&self, d: &'r Diagnostic) -> DiagnosticJson<'r> {
        let related = |r: &'r crate::Related| RelatedJson {
            span: self.map.span(r.span),
            message: &r.message,
        };
        DiagnosticJson {
            rule: d.rule,
            code: d.code,
            severity: d.severity,
            span: self.map.span(d.span),
            message: &d.message,
            help: &d.help,
            related: d.related.iter().map(related).collect(),
        }
    }

    fn spans(&self, spans: &[Span]) -> Vec<SpanJson> {
        spans.iter().map(|s| self.map.span(*s)).collect()
    }
}

fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// Three decimals: more would tell nothing and cost bytes.
fn thousandths(x: f32) -> f32 {
    (x * 1000.0).round() / 1000.0
}
