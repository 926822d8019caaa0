//! Where a sentence comes apart into claims: at the borders of attributions, and between clauses.
//!
//! ```text
//! sentence   = claim+
//! claim      = clause | rider | relative | apposition
//! clause     = … finite_verb …
//! rider      = "," adverb* gerund … | "," "with" noun_phrase participle …
//! relative   = "," preposition? wh … | "," determiner noun_phrase ("that" | "which" | "who") …
//! apposition = noun "," ("a" | "the" superlative) … up to the end
//! ```
//!
//! Claims are unbroken: a relative clause between a subject and its verb stays where it is.

use super::voice::{Owner, Owners};
use super::words::{self, Class};
use crate::article::Article;
use crate::document::{Sentence, TokenKind, TokenSpan};
use crate::tagger::Tag;

/// A claim's tokens, and whose words most of them are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) tokens: TokenSpan,
    pub(super) owner: Owner,
}

/// How far ahead a subject's verb is looked for, in tokens.
const SUBJECT: u32 = 12;
/// How many words each part of a sentence split between clauses has at least.
const SHORTEST: u32 = 3;

/// Splits sentences; keeps its buffers.
pub(super) struct Splitter<'a> {
    article: &'a Article<'a>,
    owners: &'a Owners<'a>,
    pieces: Vec<Piece>,
    clauses: Vec<Piece>,
}

impl<'a> Splitter<'a> {
    pub(super) fn new(article: &'a Article<'a>, owners: &'a Owners<'a>) -> Self {
        Self { article, owners, pieces: Vec::new(), clauses: Vec::new() }
    }

    /// The claims of a sentence, in order; none where it holds no word.
    pub(super) fn split(&mut self, sentence: &Sentence) -> &[Piece] {
        self.clauses.clear();
        if !sentence.tokens.range().any(|i| self.is_word(i as u32)) {
            return &self.clauses;
        }
        self.split_by_owner(sentence.tokens);
        self.merge_fragments();
        for i in 0..self.pieces.len() {
            self.split_by_clause(self.pieces[i]);
        }
        &self.clauses
    }

    /// One piece for each run of tokens of the same owner; marks go with what is before them.
    fn split_by_owner(&mut self, tokens: TokenSpan) {
        self.pieces.clear();
        let mut piece: Option<Piece> = None;
        for i in tokens.range().map(|i| i as u32) {
            let owner = self.owners.of(i);
            if owner == Owner::Writer && !self.is_word(i) {
                continue;
            }
            match &mut piece {
                None => piece = Some(Piece { tokens, owner }),
                Some(open) if open.owner != owner => {
                    let cut = self.before_openers(i, open);
                    self.pieces
                        .push(Piece { tokens: TokenSpan { end: cut, ..open.tokens }, ..*open });
                    *open = Piece { tokens: TokenSpan { start: cut, ..tokens }, owner };
                }
                Some(_) => {}
            }
        }
        self.pieces.extend(piece);
    }

    /// Opening marks go with what follows, and so do the writer's words that open a phrase: and, which, a; before
    /// a noun also: amid, mounting.
    fn before_openers(&self, mut i: u32, open: &Piece) -> u32 {
        let noun = self.tag(i).is_noun();
        while i > open.tokens.start + 1 {
            let (kind, tag) = (self.article.document.tokens[i as usize - 1].kind, self.tag(i - 1));
            let mark = kind == TokenKind::OpenQuote || tag == Tag::Lrb;
            let before_noun = tag == Tag::In || tag.is_adjective() || tag == Tag::Vbg;
            let word = open.owner == Owner::Writer && (opens_phrase(tag) || noun && before_noun);
            if !mark && !word {
                break;
            }
            i -= 1;
        }
        i
    }

    /// Gives the pieces that are no clause to their neighbours: the writer's own, and sources that stand far
    /// from what they say.
    fn merge_fragments(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        let mut merged: Vec<Piece> = std::mem::take(&mut self.clauses);
        let mut pending: Option<u32> = None;
        let last = pieces.len().saturating_sub(1);
        for (i, piece) in pieces.iter().enumerate() {
            let start = pending.take().unwrap_or(piece.tokens.start);
            let piece = Piece { tokens: TokenSpan { start, ..piece.tokens }, ..*piece };
            let fragment = !self.has_content(&piece) && !self.stands_alone(piece.tokens);
            match merged.last_mut() {
                Some(before) if before.owner == piece.owner => before.tokens.end = piece.tokens.end,
                _ if fragment && i < last && self.leads(start) => pending = Some(start),
                Some(before) if fragment => before.tokens.end = piece.tokens.end,
                None if fragment && i < last => pending = Some(start),
                _ => merged.push(piece),
            }
        }
        self.clauses = pieces;
        self.clauses.clear();
        self.pieces = merged;
    }

    fn has_content(&self, piece: &Piece) -> bool {
        piece.owner != Owner::Writer && piece.tokens.range().any(|i| self.owners.is_cited(i as u32))
    }

    /// Whether a stretch of the writer's own can be a claim: it has a verb and more than a word or two.
    fn stands_alone(&self, tokens: TokenSpan) -> bool {
        let mut words = 0;
        let mut verb = false;
        for i in tokens.range().map(|i| i as u32) {
            let tag = self.tag(i);
            verb |= tag.is_finite_verb() || tag == Tag::Vbg && words <= 2;
            words += u32::from(self.is_word(i));
        }
        verb && words >= SHORTEST
    }

    /// Whether a fragment belongs to what follows it.
    fn leads(&self, first: u32) -> bool {
        let tag = self.tag(first);
        opens_phrase(tag) || tag == Tag::In || self.owners.is_frame(first)
    }

    fn split_by_clause(&mut self, piece: Piece) {
        let TokenSpan { start, end } = piece.tokens;
        let mut open = Clause { start, words: 0, finite: false, front: self.front(start) };
        for i in start..end {
            if open.words >= SHORTEST && open.finite && self.begins_clause(i, end, &open) {
                self.clauses
                    .push(Piece { tokens: TokenSpan { start: open.start, end: i }, ..piece });
                open = Clause { start: i, words: 0, finite: false, front: Front::None };
            }
            open.words += u32::from(self.is_word(i));
            open.finite |= self.tag(i).is_finite_verb() || self.tag(i) == Tag::Vbn;
        }
        self.clauses.push(Piece { tokens: TokenSpan { start: open.start, end }, ..piece });
    }

    /// Whether a new claim begins at token `i`.
    fn begins_clause(&self, i: u32, end: u32, open: &Clause) -> bool {
        let tag = self.tag(i);
        // Most tokens begin nothing: they follow no mark and are no conjunction.
        let before = self.tag(i - 1);
        let marked = matches!(before, Tag::Comma | Tag::Colon);
        if !marked && tag != Tag::Cc || !self.has_words(i, end) {
            return false;
        }
        match before {
            Tag::Colon => self.finite_ahead(i, end),
            Tag::Comma => {
                self.joins(i, end, true)
                    || self.is_rider(i, end)
                    || self.is_relative(i, end)
                    || self.is_apposition(i, end)
                    || self.is(i, words::CONCEDE) && self.subject_and_verb(i + 1, end)
                    || (open.front == Front::Clause
                        || open.front == Front::None && self.lists(i, end))
                        && self.subject_and_verb(i, end)
            }
            _ => self.joins(i, end, false),
        }
    }

    /// `joins = ("and" | "but" …) (subject finite_verb | adverb* finite_verb)`
    ///
    /// Without a comma before it, "and Orr left" may belong to a list: only a pronoun is sure to be a subject.
    fn joins(&self, i: u32, end: u32, comma: bool) -> bool {
        if self.tag(i) != Tag::Cc {
            return false;
        }
        let next = self.skip(i + 1, end, |t| t.is_adverb());
        let pronoun = matches!(self.tag(next), Tag::Prp | Tag::Ex);
        next < end && self.tag(next).is_finite_verb()
            || (comma || pronoun) && self.subject_and_verb(next, end)
            || comma && self.subject_and(next, end, |t| matches!(t, Tag::Vbn | Tag::Vb))
    }

    /// `rider = adverb* gerund | "with" noun_phrase participle`
    fn is_rider(&self, i: u32, end: u32) -> bool {
        let verb = self.skip(i, end, |t| t.is_adverb());
        if verb < end && self.tag(verb) == Tag::Vbg {
            return !self.is(verb, words::PREPOSITIONAL);
        }
        let absolute = |t: Tag| self.is_nominal(t) || matches!(t, Tag::In | Tag::Cc | Tag::Rb);
        let verb = self.skip(i + 1, end.min(i + SUBJECT), absolute);
        self.article.word(i).eq_ignore_ascii_case("with")
            && verb < end
            && matches!(self.tag(verb), Tag::Vbg | Tag::Vbn)
    }

    /// `relative = preposition? wh | determiner noun_phrase ("that" | "which" | "who")`
    fn is_relative(&self, i: u32, end: u32) -> bool {
        let wh = i + u32::from(self.tag(i) == Tag::In);
        if wh < end && self.tag(wh).is_wh() && !self.is(wh, words::THAT) {
            return self.finite_ahead(wh, end);
        }
        let noun = self.skip(i + 1, end.min(i + SUBJECT), |t| self.is_nominal(t));
        self.tag(i) == Tag::Dt
            && noun > i + 1
            && noun < end
            && matches!(self.tag(noun), Tag::Wdt | Tag::Wp | Tag::In)
            && (self.is(noun, words::THAT) || self.tag(noun).is_wh())
            && self.finite_ahead(noun, end)
    }

    /// `apposition = noun "," ("a" | "an" | "the" … superlative | "first" …) … up to the end`
    ///
    /// It tells something of the noun before it; "the mayor" only says who that is, and with "and" it may be a list.
    fn is_apposition(&self, i: u32, end: u32) -> bool {
        if i < 2 || !self.tag(i - 2).is_noun() || self.tag(i) != Tag::Dt {
            return false;
        }
        let telling =
            |j: u32| matches!(self.tag(j), Tag::Jjs | Tag::Rbs) || self.is(j, words::FIRST);
        let indefinite = ["a", "an"].iter().any(|a| self.article.word(i).eq_ignore_ascii_case(a));
        let close = self.skip(i, end, |t| !matches!(t, Tag::Comma | Tag::Colon | Tag::Period));
        let last = !(close..end).any(|j| self.is_word(j));
        last && (i..close).filter(|&j| self.is_word(j)).count() > SHORTEST as usize
            && !(i..close).any(|j| self.tag(j) == Tag::Cc)
            && (indefinite || telling(i + 1))
    }

    /// `subject finite_verb`, the subject a noun phrase with its prepositions.
    fn subject_and_verb(&self, i: u32, end: u32) -> bool {
        self.subject_and(i, end, Tag::is_finite_verb)
    }

    fn subject_and(&self, i: u32, end: u32, is_verb: impl Fn(Tag) -> bool) -> bool {
        let end = end.min(i + SUBJECT);
        let subject = |t: Tag| self.is_nominal(t) || t == Tag::Ex;
        if i >= end || !subject(self.tag(i)) {
            return false;
        }
        let verb = self.skip(i, end, |t| subject(t) || t == Tag::In || t.is_adverb());
        verb < end && is_verb(self.tag(verb))
    }

    /// What a noun phrase is made of.
    fn is_nominal(&self, tag: Tag) -> bool {
        tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::Dt | Tag::Pdt | Tag::Cd | Tag::Prp | Tag::PrpS | Tag::Pos)
            || matches!(tag, Tag::Dollar)
    }

    fn finite_ahead(&self, i: u32, end: u32) -> bool {
        (i..end.min(i + 2 * SUBJECT)).any(|j| self.tag(j).is_finite_verb())
    }

    fn has_words(&self, i: u32, end: u32) -> bool {
        (i..end).filter(|&j| self.is_word(j)).take(SHORTEST as usize).count() == SHORTEST as usize
    }

    /// How a clause begins: with while or after, it ends at a comma; with if, its main clause says nothing without it.
    fn front(&self, start: u32) -> Front {
        if self.is(start, words::CONCEDE.or(words::SUBORDINATE)) {
            Front::Clause
        } else if self.is(start, words::CONDITION) {
            Front::Condition
        } else {
            Front::None
        }
    }

    /// Whether a list of clauses goes on: another comma, with "and" or "but" after it, joins one.
    fn lists(&self, i: u32, end: u32) -> bool {
        let ahead = i + 1..end.min(i + 2 * SUBJECT);
        ahead.into_iter().any(|j| self.tag(j - 1) == Tag::Comma && self.joins(j, end, true))
    }

    fn skip(&self, mut i: u32, end: u32, pass: impl Fn(Tag) -> bool) -> u32 {
        while i < end && pass(self.tag(i)) {
            i += 1;
        }
        i
    }

    fn is(&self, token: u32, class: Class) -> bool {
        words::classes(self.article.lexeme(token).form).any(class)
    }

    fn tag(&self, token: u32) -> Tag {
        self.article.tag(token)
    }

    fn is_word(&self, token: u32) -> bool {
        self.article.document.tokens[token as usize].kind.is_word()
    }
}

/// Whether a word needs what follows it.
fn opens_phrase(tag: Tag) -> bool {
    matches!(tag, Tag::Cc | Tag::Dt | Tag::PrpS) || tag.is_wh()
}

/// The clause that is being read.
struct Clause {
    start: u32,
    words: u32,
    /// Whether it has a verb with a tense yet; the tagger takes some for participles.
    finite: bool,
    front: Front,
}

/// What stands in front of a main clause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Front {
    /// Nothing.
    None,
    /// A clause that can be checked by itself: while, although, after …
    Clause,
    /// A condition.
    Condition,
}
