//! What lexicons say of words; the build script reads this file too.

use serde::Deserialize;

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
}

/// The form that a cue takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

/// The part of speech that a term which frames has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// landmark
    Noun,
    /// gush
    Verb,
    /// historic
    Adjective,
    /// notably
    Adverb,
    /// Any of them.
    Any,
}
