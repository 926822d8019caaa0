//! The seeds, compiled for look-up: cues with their acts and frames, and facts about single words.
//!
//! Every word of the seeds has a number ([`WordId`]); a token is looked up once, and all later
//! questions are asked of the number.

mod table;
pub(crate) use table::hash;

use crate::attribution::{Act, Stance};
use table::Table;

/// The number of a word of the seeds; [`WordId::NONE`] for a word that they do not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct WordId(pub u16);

impl WordId {
    /// A word that the seeds do not hold.
    pub const NONE: WordId = WordId(0);
}

/// What a cue's content may look like, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Frames(pub u16);

impl Frames {
    /// A clause with or without "that".
    pub const THAT: Frames = Frames(1);
    /// A quotation.
    pub const QUOTE: Frames = Frames(2);
    /// An infinitive: plans to leave.
    pub const TO: Frames = Frames(4);
    /// A clause with a wh-word, if or whether.
    pub const WH: Frames = Frames(8);
    /// A noun phrase: praised the plan.
    pub const OBJECT: Frames = Frames(16);
    /// `X as Y`: described it as old.
    pub const AS: Frames = Frames(32);
    /// An -ing form: denied taking it.
    pub const GERUND: Frames = Frames(64);
    /// Somebody stands between cue and content: told him that.
    pub const RECIPIENT: Frames = Frames(128);
    /// A preposition and a noun phrase: his view of it.
    pub const PREP: Frames = Frames(256);

    /// The frames of both.
    pub const fn or(self, other: Frames) -> Frames {
        Frames(self.0 | other.0)
    }

    /// Whether any of `other` is in the set.
    pub fn any(self, other: Frames) -> bool {
        self.0 & other.0 != 0
    }
}

/// What the seeds say of a word, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Facts(pub u32);

impl Facts {
    /// Stands in titles before a name: Mr., Senator, Chief.
    pub const TITLE: Facts = Facts(1);
    /// What a person does: spokesman, coach, resident.
    pub const ROLE: Facts = Facts(2);
    /// The head of an organization's name or description: committee, university.
    pub const ORGANIZATION: Facts = Facts(4);
    /// Unnamed people, several: officials, critics.
    pub const GROUP: Facts = Facts(8);
    /// An informant without a name: source, aide.
    pub const UNNAMED: Facts = Facts(16);
    /// A document that says or shows: poll, report.
    pub const DOCUMENT: Facts = Facts(32);
    /// A month, short or long.
    pub const MONTH: Facts = Facts(64);
    /// A day of the week, short or long.
    pub const WEEKDAY: Facts = Facts(128);
    /// A country.
    pub const COUNTRY: Facts = Facts(256);
    /// Its people: Mexican, British.
    pub const DEMONYM: Facts = Facts(512);
    /// The last word of a newspaper's or broadcaster's name: Times, News.
    pub const MASTHEAD: Facts = Facts(1024);
    /// A whole population, a crowd: voters, residents.
    pub const POPULATION: Facts = Facts(2048);
    /// What somebody utters or thinks, and so that person: remarks, claim.
    pub const SPEECH: Facts = Facts(4096);
    /// Singular in form, several people: family, crowd.
    pub const COLLECTIVE: Facts = Facts(8192);
    /// The last word of the name of a state, province or continent.
    pub const PLACE: Facts = Facts(16384);
    /// A text that is filed or kept: brief, memo.
    pub const RECORD: Facts = Facts(32768);

    /// The last word of a company's name: Foods, Motors.
    pub const TRADE: Facts = Facts(65536);

    /// The facts of both.
    pub const fn or(self, other: Facts) -> Facts {
        Facts(self.0 | other.0)
    }

    /// Whether any of `other` is in the set.
    pub fn any(self, other: Facts) -> bool {
        self.0 & other.0 != 0
    }
}

/// The form that a cue takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CueForm {
    /// said, pointed out
    Verb,
    /// his view that
    Noun,
    /// is confident that
    Adjective,
    /// according to: the source follows
    Phrase,
    /// as * put it: the source stands within
    Around,
    /// reportedly: no source
    Adverb,
    /// poll, report: a source that shows
    Document,
}

/// A cue of the seeds.
#[derive(Debug, Clone, Copy)]
pub struct CueEntry {
    /// Its words: the first one is a lemma.
    pub text: &'static str,
    /// The same as numbers; 0 stands for a source within.
    pub words: &'static [u16],
    /// What it is.
    pub form: CueForm,
    /// What its source does.
    pub act: Act,
    /// Its editorial colour.
    pub stance: Stance,
    /// What its content may look like.
    pub frames: Frames,
}

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// All of the seeds, ready for look-up.
#[derive(Debug, Clone)]
pub struct Lexicon {
    table: Table,
    /// The first cue in `CUES` whose first word has that number, and how many follow.
    cues: Vec<(u16, u16)>,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new()
    }
}

impl Lexicon {
    /// Builds the look-up tables (well under a millisecond).
    pub fn new() -> Self {
        let mut cues = vec![(0, 0); WORDS.len() + 1];
        for (i, entry) in CUES.iter().enumerate() {
            let slot = &mut cues[entry.words[0] as usize];
            if slot.1 == 0 {
                slot.0 = i as u16;
            }
            slot.1 = i as u16 + 1 - slot.0;
        }
        Self { table: Table::new(WORDS.iter().map(|(word, _)| *word)), cues }
    }

    /// The number of a word; `lower` is in lower case, apostrophes straight.
    pub fn word(&self, lower: &str) -> WordId {
        self.table.get(lower)
    }

    /// What the seeds say of a word.
    pub fn facts(&self, word: WordId) -> Facts {
        word.0.checked_sub(1).map_or(Facts(0), |i| WORDS[i as usize].1)
    }

    /// The cues that begin with a word.
    pub fn cues(&self, first: WordId) -> &'static [CueEntry] {
        let (start, count) = self.cues.get(first.0 as usize).copied().unwrap_or_default();
        &CUES[start as usize..(start + count) as usize]
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
    let at = NATIONS.binary_search_by_key(&lower, |(name, _)| name).ok()?;
    Some(NATIONS[at].1)
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
    ROLES.binary_search_by_key(&lower, |(word, _)| word).map_or(lower, |at| ROLES[at].1)
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
