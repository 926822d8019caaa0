//! The shape of lexicon files: the seeds, and a newsroom's own; the build script reads this file too.

use super::{CueForm, Frames, Part};
use serde::Deserialize;

/// Cues, as in `seeds/cues.toml`; `A` names acts, `S` stances.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cues<A, S> {
    #[serde(default = "Vec::new")]
    verbs: Vec<CueGroup<A, S>>,
    #[serde(default = "Vec::new")]
    nouns: Vec<CueGroup<A, S>>,
    #[serde(default = "Vec::new")]
    adjectives: Vec<CueGroup<A, S>>,
    #[serde(default = "Vec::new")]
    phrases: Vec<CueGroup<A, S>>,
    #[serde(default = "Vec::new")]
    documents: Vec<CueGroup<A, S>>,
}

/// Cues that share an act, a stance and their frames.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CueGroup<A, S> {
    act: Option<A>,
    stance: Option<S>,
    order: Option<Order>,
    #[serde(default)]
    frames: Vec<String>,
    lemmas: Vec<String>,
}

/// Where a phrase has its source.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Order {
    PhraseSource,
    SourcePhrase,
    SourceNone,
}

/// A cue; its act and stance are none where the file leaves them out.
pub struct CueOf<A, S> {
    pub lemma: String,
    pub form: CueForm,
    pub act: Option<A>,
    pub stance: Option<S>,
    pub frames: Frames,
}

impl<A: Clone, S: Clone> Cues<A, S> {
    /// The cues one by one, in the order of their words.
    pub fn entries(&self) -> Vec<CueOf<A, S>> {
        let lists = [
            (CueForm::Verb, &self.verbs),
            (CueForm::Noun, &self.nouns),
            (CueForm::Adjective, &self.adjectives),
            (CueForm::Phrase, &self.phrases),
            (CueForm::Document, &self.documents),
        ];
        let mut entries = Vec::new();
        for (form, groups) in lists {
            for group in groups {
                let form = match (form, group.order) {
                    (CueForm::Phrase, Some(Order::SourceNone)) => CueForm::Adverb,
                    (CueForm::Phrase, Some(Order::SourcePhrase)) => CueForm::Around,
                    (form, _) => form,
                };
                entries.extend(group.lemmas.iter().map(|lemma| CueOf {
                    lemma: lemma.to_lowercase().replace("'s", " 's"),
                    form,
                    act: group.act.clone(),
                    stance: group.stance.clone(),
                    frames: frames(&group.frames),
                }));
            }
        }
        entries.sort_by(|a, b| (&a.lemma, a.form).cmp(&(&b.lemma, b.form)));
        entries
    }
}

/// Frames by name; a preposition's own name (of, about …) is the frame of all of them.
fn frames(names: &[String]) -> Frames {
    let frame = |name: &str| match name {
        "that" => Frames::THAT,
        "quote" => Frames::QUOTE,
        "to" => Frames::TO,
        "wh" => Frames::WH,
        "object" => Frames::OBJECT,
        "as" => Frames::AS,
        "gerund" => Frames::GERUND,
        "recipient" => Frames::RECIPIENT,
        _ => Frames::PREP,
    };
    names.iter().fold(Frames(0), |all, name| all.or(frame(name)))
}

/// Terms that one rule reports, as in `seeds/framing.toml`; `R` names rules.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermGroup<R> {
    pub rule: R,
    pub weight: f32,
    pub part: Part,
    /// Adjectives: whether their adverbs in -ly frame too.
    #[serde(default)]
    pub adverbs: bool,
    /// Words that make the term a plain one where they stand near.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Whether terms are met as they are written only: "would be" is no would-be.
    #[serde(default)]
    pub hyphened: bool,
    pub terms: Vec<String>,
}
