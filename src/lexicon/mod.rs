//! The seeds, compiled for look-up: cues with their acts and frames, and facts about single words; and the
//! words of a newsroom, laid over them when a checker is made.
//!
//! Every word has a number ([`WordId`]); a token is looked up once, and all later
//! questions are asked of the number.

mod house;
#[cfg(feature = "config")]
mod inflect;
mod kinds;
#[cfg(feature = "config")]
mod names;
#[cfg(feature = "config")]
mod read;
#[cfg(feature = "config")]
mod shape;
mod table;

pub use house::{House, HouseCue, HouseTerm};
pub use kinds::{CueForm, Facts, Frames, Part};
#[cfg(feature = "config")]
pub use read::{HouseFile, LexiconError};
pub(crate) use table::{hash, hash_bytes};

use crate::attribution::{Act, Stance};
use crate::sieve::Sieved;
use std::borrow::Cow;
use table::Table;

/// The number of a word of the seeds; [`WordId::NONE`] for a word that they do not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct WordId(pub u16);

impl WordId {
    /// A word that the seeds do not hold.
    pub const NONE: WordId = WordId(0);
}

impl Frames {
    /// Whether any of `other` is in the set.
    pub fn any(self, other: Frames) -> bool {
        self.0 & other.0 != 0
    }
}

impl Facts {
    /// Whether any of `other` is in the set.
    pub fn any(self, other: Facts) -> bool {
        self.0 & other.0 != 0
    }
}

/// What a cue is; its words are asked of the [`Lexicon`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CueEntry {
    /// Its place among the cues of its lexicon.
    number: u16,
    /// What it is.
    pub form: CueForm,
    /// What its source does.
    pub act: Act,
    /// Its editorial colour.
    pub stance: Stance,
    /// What its content may look like.
    pub frames: Frames,
}

impl Facts {
    /// What names places, times and bodies, and so nobody.
    pub(crate) const NO_PERSON: Facts = Facts::WEEKDAY
        .or(Facts::MONTH)
        .or(Facts::COUNTRY)
        .or(Facts::DEMONYM)
        .or(Facts::PLACE)
        .or(Facts::MASTHEAD)
        .or(Facts::ORGANIZATION);
}

/// The words of a cue: the first one is a lemma.
#[derive(Debug, Clone)]
struct CueWords {
    text: Cow<'static, str>,
    /// The same as numbers; 0 stands for a source within.
    words: Cow<'static, [u16]>,
}

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// All of the seeds, and what a newsroom adds to them, ready for look-up.
#[derive(Debug, Clone)]
pub struct Lexicon {
    table: Table,
    /// What is said of each word, by number less 1.
    facts: Vec<Facts>,
    /// In the order of their first words.
    cues: Cow<'static, [CueEntry]>,
    /// The words of each cue, by its number.
    cue_words: Cow<'static, [CueWords]>,
    /// The first cue whose first word has that number, and how many follow.
    by_word: Vec<(u16, u16)>,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new()
    }
}

impl Lexicon {
    /// Builds the look-up tables (well under a millisecond).
    pub fn new() -> Self {
        Self::with(&House::default())
    }

    /// The seeds with the words of a newsroom. Where both have a cue, the newsroom's goes first.
    ///
    /// ```
    /// use onrecord::lexicon::{Facts, House, Lexicon};
    /// let house = House { facts: vec![("Harbourmaster".into(), Facts::TITLE)], ..House::default() };
    /// let lexicon = Lexicon::with(&house);
    /// assert_eq!(lexicon.facts(lexicon.word("harbourmaster")), Facts::TITLE);
    /// ```
    pub fn with(house: &House) -> Self {
        let mut table = Table::new(WORDS.iter().map(|(word, _)| *word), house.count_words());
        let mut facts: Vec<Facts> = WORDS.iter().map(|(_, facts)| *facts).collect();
        house.add_facts(&mut table, &mut facts);
        let (cues, cue_words) = house.merge_cues(&mut table);
        house.intern_terms(&mut table);
        facts.resize(table.len(), Facts::default());
        let mut by_word = vec![(0, 0); table.len() + 1];
        for (i, entry) in cues.iter().enumerate() {
            let first = cue_words[usize::from(entry.number)].words.first();
            let slot: &mut (u16, u16) = &mut by_word[first.map_or(0, |w| usize::from(*w))];
            if slot.1 == 0 {
                slot.0 = i as u16;
            }
            slot.1 = i as u16 + 1 - slot.0;
        }
        Self { table, facts, cues, cue_words, by_word }
    }

    /// The number of a word; `lower` is in lower case, apostrophes straight.
    pub fn word(&self, lower: &str) -> WordId {
        self.table.get(lower)
    }

    /// The number of a word and its [`hash`], which is reckoned for it anyhow.
    pub(crate) fn word_and_hash(&self, lower: &str) -> (WordId, u32) {
        let hash = hash(lower);
        (self.table.get_hashed(lower, hash), hash)
    }

    /// What is said of a word.
    pub fn facts(&self, word: WordId) -> Facts {
        let index = usize::from(word.0).checked_sub(1);
        index.and_then(|i| self.facts.get(i)).copied().unwrap_or_default()
    }

    /// The cues that begin with a word.
    pub fn cues(&self, first: WordId) -> &[CueEntry] {
        let (start, count) = self.by_word.get(usize::from(first.0)).copied().unwrap_or_default();
        &self.cues[usize::from(start)..usize::from(start) + usize::from(count)]
    }

    /// A cue's words, the first one a lemma.
    pub fn cue_text(&self, cue: CueEntry) -> &str {
        self.cue_words.get(usize::from(cue.number)).map_or("", |c| &c.text)
    }

    /// A cue's words as numbers; 0 stands for a source within.
    pub(crate) fn cue_words(&self, cue: CueEntry) -> &[u16] {
        self.cue_words.get(usize::from(cue.number)).map_or(&[], |c| &c.words)
    }
}

/// The country that a name of it or of its people stands for; `lower` is in lower case.
///
/// ```
/// use onrecord::lexicon::nation;
/// assert_eq!(nation("dutch"), Some("Netherlands"));
/// assert_eq!(nation("united states"), Some("United States"));
/// assert_eq!(nation("bridge"), None);
/// ```
pub fn nation(lower: &str) -> Option<&'static str> {
    static BY_NAME: Sieved<&str> = Sieved::new(NATIONS);
    BY_NAME.find(lower).copied()
}

/// The one word for roles that mean the same, short titles spelt out; `lower` is in lower case.
///
/// ```
/// use onrecord::lexicon::role;
/// assert_eq!(role("gov."), role("governor"));
/// assert_eq!(role("nominee"), role("candidate"));
/// assert_eq!(role("baker"), "baker");
/// ```
pub fn role(lower: &str) -> &str {
    static BY_WORD: Sieved<&str> = Sieved::new(ROLES);
    BY_WORD.find(lower).copied().unwrap_or(lower)
}

/// Whether a noun, or two, names an office that one person holds; `lower` is in lower case.
///
/// ```
/// use onrecord::lexicon::is_office;
/// assert!(is_office("mayor") && is_office("attorney general"));
/// assert!(!is_office("official"));
/// ```
pub fn is_office(lower: &str) -> bool {
    OFFICES.binary_search(&lower).is_ok()
}
