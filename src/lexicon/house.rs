//! What a newsroom adds to the seeds: its own cues, words for people and bodies, and terms that frame.

use super::table::Table;
use super::{CUE_WORDS, CUES, CueEntry, CueForm, CueWords, Facts, Frames, Part};
use crate::attribution::{Act, Stance};
use std::borrow::Cow;

/// A newsroom's own words.
///
/// ```
/// use onrecord::lexicon::{House, HouseTerm, Part};
/// use onrecord::{Checker, Settings};
/// let term = HouseTerm {
///     words: vec!["gold-plated".into()],
///     part: Part::Adjective,
///     rule: "loaded-language".into(),
///     weight: 0.6,
///     unless: vec!["medal".into()],
/// };
/// let house = House { terms: vec![term], ..House::default() };
/// let checker = Checker::new(Settings { house, ..Settings::default() });
/// let review = checker.review("The council met in May. Its gold-plated pensions cost $4,000.");
/// assert_eq!(review.diagnostics[0].rule, "loaded-language");
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct House {
    /// Words that hand what is said, thought or shown to somebody.
    pub cues: Vec<HouseCue>,
    /// What single words say of a source: titles, roles, groups.
    pub facts: Vec<(String, Facts)>,
    /// Terms that frame.
    pub terms: Vec<HouseTerm>,
}

/// A newsroom's own cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseCue {
    /// Its words: the first one is a lemma, `*` stands for a source within.
    pub text: String,
    /// What it is.
    pub form: CueForm,
    /// What its source does.
    pub act: Act,
    /// Its editorial colour.
    pub stance: Stance,
    /// What its content may look like.
    pub frames: Frames,
}

/// A newsroom's own term that frames, in one of its forms.
#[derive(Debug, Clone, PartialEq)]
pub struct HouseTerm {
    /// Its words as the text has them, in lower case.
    pub words: Vec<String>,
    /// The part of speech that it has to be.
    pub part: Part,
    /// The name of the rule on framing that reports it.
    pub rule: String,
    /// 0 to 1: how strongly it frames.
    pub weight: f32,
    /// Words that make it a plain one where they stand near.
    pub unless: Vec<String>,
}

impl House {
    /// How many words it may add to the seeds'.
    pub(super) fn count_words(&self) -> usize {
        let cues = self.cues.iter().map(|c| c.text.split_whitespace().count());
        let terms = self.terms.iter().map(|t| t.words.len() + t.unless.len());
        self.facts.len() + cues.sum::<usize>() + terms.sum::<usize>()
    }

    /// Adds what it says of single words.
    pub(super) fn add_facts(&self, table: &mut Table, facts: &mut Vec<Facts>) {
        for (word, fact) in &self.facts {
            let Some(id) = table.intern(&word.to_lowercase()) else { continue };
            let index = usize::from(id.0) - 1;
            if facts.len() <= index {
                facts.resize(index + 1, Facts::default());
            }
            facts[index] = facts[index].or(*fact);
        }
    }

    /// The seeds' cues and its own, its own first, in the order of their first words.
    pub(super) fn merge_cues(
        &self,
        table: &mut Table,
    ) -> (Cow<'static, [CueEntry]>, Cow<'static, [CueWords]>) {
        if self.cues.is_empty() {
            return (Cow::Borrowed(CUES), Cow::Borrowed(CUE_WORDS));
        }
        let (mut cues, mut words) = (Vec::new(), CUE_WORDS.to_vec());
        for cue in &self.cues {
            let id = |w: &str| if w == "*" { Some(0) } else { table.intern(w).map(|id| id.0) };
            let ids: Option<Vec<u16>> = cue.text.split_whitespace().map(id).collect();
            let whole = ids.filter(|ids| ids.first().is_some_and(|first| *first != 0));
            let (Some(ids), Ok(number)) = (whole, u16::try_from(words.len())) else { continue };
            words.push(CueWords { text: cue.text.clone().into(), words: ids.into() });
            let HouseCue { form, act, stance, frames, .. } = *cue;
            cues.push(CueEntry { number, form, act, stance, frames });
        }
        cues.extend_from_slice(CUES);
        cues.sort_by_key(|c| words[usize::from(c.number)].words.first().copied());
        (cues.into(), words.into())
    }

    /// Gives its terms' words numbers.
    pub(super) fn intern_terms(&self, table: &mut Table) {
        for word in self.terms.iter().flat_map(|t| t.words.iter().chain(&t.unless)) {
            table.intern(word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::{Checker, Settings};

    fn cue(text: &str, stance: Stance) -> HouseCue {
        HouseCue {
            text: text.to_owned(),
            form: CueForm::Verb,
            act: Act::Statement,
            stance,
            frames: Frames::THAT.or(Frames::QUOTE),
        }
    }

    #[test]
    fn its_cues_go_before_the_seeds() {
        let cues = vec![cue("say", Stance::Doubting), cue("natter on", Stance::Manner)];
        let lexicon = Lexicon::with(&House { cues, ..House::default() });
        let said = lexicon.cues(lexicon.word("say"));
        assert_eq!((said[0].stance, lexicon.cue_text(said[0])), (Stance::Doubting, "say"));
        assert!(said.len() > 1);
        let natter = lexicon.cues(lexicon.word("natter"));
        assert_eq!(lexicon.cue_words(natter[0])[1], lexicon.word("on").0);
        let plain = Lexicon::new();
        assert_eq!(plain.cues(plain.word("told")).len(), lexicon.cues(lexicon.word("told")).len());
        for word in ["according", "announce", "view"] {
            let texts = |l: &Lexicon| -> Vec<String> {
                l.cues(l.word(word)).iter().map(|c| l.cue_text(*c).to_owned()).collect()
            };
            assert_eq!(texts(&plain), texts(&lexicon));
        }
    }

    #[test]
    fn its_cues_are_found() {
        let cues = vec![cue("natter", Stance::Manner)];
        let house = House { cues, ..House::default() };
        let checker = Checker::new(Settings { house, ..Settings::default() });
        let review =
            checker.review("The town hall is old.\n\n“It is old,” nattered Ann Orr, the mayor.");
        let cue = review.attributions[0].cue.as_ref().map(|c| (c.lemma.as_str(), c.stance));
        assert_eq!(cue, Some(("natter", Stance::Manner)));
    }

    #[test]
    fn too_many_words_are_left_out() {
        let facts = (0..70_000).map(|i| (format!("w{i}"), Facts::ROLE)).collect();
        let lexicon = Lexicon::with(&House { facts, ..House::default() });
        assert_eq!(lexicon.facts(lexicon.word("w1")), Facts::ROLE);
        assert_eq!(lexicon.facts(lexicon.word("w69999")), Facts::default());
    }
}
