//! A newsroom's lexicon files: TOML of the shape of the seeds.

use super::inflect::{adverb, phrases, spellings};
use super::shape::{Cues, TermGroup};
use super::{House, HouseCue, HouseTerm, Part, names};
use crate::attribution::{Act, Stance};
use crate::{LineColumn, claim, near};
use serde::Deserialize;
use thiserror::Error;
use toml::Spanned;

/// What a lexicon file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum HouseFile {
    /// Cues, as in `seeds/cues.toml`.
    Cues,
    /// Titles, roles and their like, as in `seeds/names.toml`.
    Titles,
    /// Terms that frame, as in `seeds/framing.toml`.
    Framing,
}

/// What is wrong with a lexicon file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {message}")]
#[non_exhaustive]
pub struct LexiconError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
}

/// A newsroom's file of terms; the classes of `seeds/framing.toml` belong to the grammar.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Terms {
    terms: Vec<TermGroup<Spanned<String>>>,
}

impl House {
    /// Adds the words of a file.
    ///
    /// ```
    /// use onrecord::lexicon::{House, HouseFile};
    /// let mut house = House::default();
    /// house.add(HouseFile::Cues, "[[verbs]]\nact = \"statement\"\nlemmas = [\"natter\"]")?;
    /// assert_eq!(house.cues[0].text, "natter");
    /// let wrong = house.add(HouseFile::Titles, "tittles = [\"Provost\"]").unwrap_err();
    /// assert_eq!(wrong.to_string(), "line 1: there is no table `tittles`; did you mean `titles`?");
    /// # Ok::<(), onrecord::lexicon::LexiconError>(())
    /// ```
    ///
    /// # Errors
    /// The first thing that is wrong with the file.
    pub fn add(&mut self, kind: HouseFile, text: &str) -> Result<(), LexiconError> {
        match kind {
            HouseFile::Cues => self.add_cues(text),
            HouseFile::Titles => self.add_titles(text),
            HouseFile::Framing => self.add_framing(text),
        }
    }

    fn add_cues(&mut self, text: &str) -> Result<(), LexiconError> {
        let cues: Cues<Act, Stance> = toml::from_str(text).map_err(|e| broken(text, &e))?;
        self.cues.extend(cues.entries().into_iter().map(|cue| HouseCue {
            text: cue.lemma,
            form: cue.form,
            act: cue.act.unwrap_or(Act::Evidence),
            stance: cue.stance.unwrap_or(Stance::Neutral),
            frames: cue.frames,
        }));
        Ok(())
    }

    fn add_titles(&mut self, text: &str) -> Result<(), LexiconError> {
        let tables: std::collections::BTreeMap<Spanned<String>, toml::Value> =
            toml::from_str(text).map_err(|e| broken(text, &e))?;
        for (table, value) in &tables {
            let name = table.get_ref();
            let known = names::TABLES.iter().find(|(n, _)| n == name);
            let Some(&(_, fact)) = known else {
                let hint = near::hint(name, names::TABLES.iter().map(|(n, _)| *n));
                let message = format!("there is no table `{name}`{hint}");
                return Err(at(text, table.span().start, message));
            };
            let words = names::words(fact, value).into_iter();
            self.facts.extend(words.map(|word| (word, fact)));
        }
        Ok(())
    }

    fn add_framing(&mut self, text: &str) -> Result<(), LexiconError> {
        let file: Terms = toml::from_str(text).map_err(|e| broken(text, &e))?;
        for group in &file.terms {
            let rule = group.rule.get_ref();
            if !claim::framing_rules().any(|r| r == rule) {
                let hint = near::hint(rule, claim::framing_rules());
                let message = format!("`{rule}` is no rule that reports terms{hint}");
                return Err(at(text, group.rule.span().start, message));
            }
            if !(0.0..=1.0).contains(&group.weight) {
                let message = format!("the weight {} is not between 0 and 1", group.weight);
                return Err(at(text, group.rule.span().start, message));
            }
            self.add_terms(group);
        }
        Ok(())
    }

    /// Every form of a group's terms, and the adverbs of its adjectives.
    fn add_terms(&mut self, group: &TermGroup<Spanned<String>>) {
        let term = |words: Vec<String>, part: Part| HouseTerm {
            words,
            part,
            rule: group.rule.get_ref().clone(),
            weight: group.weight,
            unless: group.unless.iter().map(|w| w.to_lowercase()).collect(),
        };
        for spelling in spellings(group).filter(|t| !t.trim().is_empty()) {
            let spelling = spelling.to_lowercase();
            let forms = phrases(&spelling, group.part).into_iter();
            self.terms.extend(forms.map(|words| term(words, group.part)));
            if group.adverbs && !spelling.contains(' ') {
                self.terms.push(term(vec![adverb(&spelling)], Part::Adverb));
            }
        }
    }
}

fn broken(text: &str, error: &toml::de::Error) -> LexiconError {
    let start = error.span().map_or(0, |s| s.start);
    at(text, start, error.message().to_owned())
}

fn at(text: &str, byte: usize, message: String) -> LexiconError {
    LexiconError { line: LineColumn::of(text, byte).line, message }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Facts;

    fn read(kind: HouseFile, text: &str) -> Result<House, String> {
        let mut house = House::default();
        house.add(kind, text).map(|()| house).map_err(|e| e.to_string())
    }

    #[test]
    fn the_seeds_are_of_the_shape() {
        assert!(read(HouseFile::Cues, include_str!("../../seeds/cues.toml")).is_ok());
    }

    #[test]
    fn terms_come_in_all_forms() {
        let text = "[[terms]]\nrule = \"peacock\"\nweight = 0.5\npart = \"verb\"\nterms = [\"wow-factor\", \"dazzle\"]";
        let house = read(HouseFile::Framing, text).unwrap();
        let words: Vec<_> = house.terms.iter().map(|t| t.words.join(" ")).collect();
        assert!(words.contains(&"dazzled".to_owned()), "{words:?}");
        assert!(words.iter().any(|w| w == "wow factor"), "{words:?}");
    }

    #[test]
    fn terms_may_be_written_with_capitals() {
        let text = "[[terms]]\nrule = \"peacock\"\nweight = 0.5\npart = \"adjective\"\nadverbs = true\nunless = [\"Théâtre\"]\nterms = [\"Olympian\"]";
        let house = read(HouseFile::Framing, text).unwrap();
        let words: Vec<_> = house.terms.iter().map(|t| t.words.join(" ")).collect();
        assert_eq!(words, ["olympian", "olympianly"]);
        assert!(house.terms.iter().all(|t| t.unless == ["théâtre"]), "{:?}", house.terms);
    }

    #[test]
    fn titles_may_have_several_words() {
        let house =
            read(HouseFile::Titles, "titles = [\"Lord Provost\"]\nroles = [\"harbour pilot\"]");
        let facts = house.unwrap().facts;
        assert!(facts.contains(&("provost".to_owned(), Facts::TITLE)), "{facts:?}");
        assert!(facts.contains(&("pilot".to_owned(), Facts::ROLE)), "{facts:?}");
    }

    #[test]
    fn errors_say_where() {
        let wrong = |kind, text| read(kind, text).unwrap_err();
        let unknown =
            wrong(HouseFile::Cues, "[[verbs]]\nact = \"statement\"\nlemas = [\"natter\"]");
        assert!(unknown.starts_with("line 3: unknown field `lemas`"), "{unknown}");
        let act = wrong(HouseFile::Cues, "[[verbs]]\nact = \"talk\"\nlemmas = [\"natter\"]");
        assert!(act.starts_with("line 2: unknown variant `talk`"), "{act}");
        let rule = wrong(
            HouseFile::Framing,
            "[[terms]]\nrule = \"peacok\"\nweight = 0.5\npart = \"any\"\nterms = []",
        );
        assert_eq!(rule, "line 2: `peacok` is no rule that reports terms; did you mean `peacock`?");
    }
}
