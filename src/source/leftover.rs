//! Names that are no runs of their own: words that were taken for others, beginnings of longer names,
//! and headlines that spell a surname out.

use super::cast::{Builder, MemberId};
use super::run::{Run, is_lower};
use crate::document::{TokenKind, TokenSpan};
use crate::lexicon::Facts;
use crate::tagger::Tag;

impl Builder<'_> {
    /// Names that were taken for other words: "said Devine", "Cook said", "Alder Gate" of Alder Gate
    /// Holdings.
    pub(super) fn unread(&mut self) {
        let mut found = Vec::new();
        for sentence in &self.article.document.sentences {
            let capital = |t: &u32| !is_lower(self.article, *t);
            for at in (sentence.tokens.start..sentence.tokens.end).filter(capital) {
                if let Some((tokens, id)) = self.beginning(at, sentence.tokens.end) {
                    found.push((tokens, id));
                    continue;
                }
                let word = self.word(at);
                let first = at == sentence.tokens.start;
                let token = &self.article.document.tokens[at as usize];
                let named = token.kind == TokenKind::Word
                    && word.starts_with(char::is_uppercase)
                    && !self.article.tag(at).is_proper()
                    && (!first || self.article.tag(at + 1).is_finite_verb());
                let Some([id]) = self.by_last.get(word).map(Vec::as_slice).filter(|_| named) else {
                    continue;
                };
                let member = self.cast.member(*id);
                if member.person > 0 && member.name.len() > 1 && self.cast.at(at).is_none() {
                    found.push((TokenSpan { start: at, end: at + 1 }, *id));
                }
            }
        }
        for (tokens, id) in found {
            self.mention(tokens, tokens, id, false);
        }
    }

    /// The first two words or more of a longer name that stands elsewhere.
    fn beginning(&self, at: u32, limit: u32) -> Option<(TokenSpan, MemberId)> {
        let word = self.word(at);
        if !word.starts_with(char::is_uppercase) {
            return None;
        }
        let &id = self.by_first.get(word)?.first()?;
        if self.cast.at(at).is_some() {
            return None;
        }
        let name = self.cast.member(id).name;
        let same = |i: &u32| at + i < limit && self.word(at + i) == self.word(name.start + i);
        let length = (0..name.len() as u32).take_while(same).count() as u32;
        let capital = self.word(at + length.max(1) - 1).starts_with(char::is_uppercase);
        let tokens = TokenSpan { start: at, end: at + length };
        (length >= 2 && capital && self.cast.within(tokens).is_empty()).then_some((tokens, id))
    }

    /// A surname that only the headline spells out: its words before the surname are the full name.
    pub(super) fn lengthen_from_titles(&mut self, runs: &[Run], owners: &[Option<MemberId>]) {
        for (run, owner) in runs.iter().zip(owners) {
            if !run.title_case || owner.is_some() || run.name.len() < 2 {
                continue;
            }
            let surname = run.name.start + 1;
            let first = self.article.lexeme(run.name.start).facts;
            let name = TokenSpan { start: run.name.start, end: surname + 1 };
            let owner = self.by_last.get(self.word(surname)).and_then(|ids| ids.first().copied());
            let Some(id) = owner.filter(|id| self.cast.member(*id).person >= 0) else { continue };
            let plain = !first.any(Facts::TITLE.or(Facts::DEMONYM).or(Facts::ORGANIZATION))
                && self.article.tag(run.name.start) != Tag::Nnps;
            let alone = self.cast.member(id).name.len() == 1;
            if plain && (alone || self.is_same(id, name)) {
                if alone {
                    self.cast.members[id.0 as usize].name = name;
                    self.cast.members[id.0 as usize].introduced = true;
                }
                let tokens = TokenSpan { start: run.tokens.start, end: name.end };
                self.mention(tokens, name, id, false);
            }
        }
    }
}
