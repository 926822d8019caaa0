//! Check-worthiness: the grounds on which a claim asks to be checked.

use super::clause::Piece;
use super::ground::{Ground, Grounds};
use super::words::{self, Class};
use super::{Framing, FramingCategory};
use crate::article::Article;
use crate::document::TokenKind;
use crate::lexicon::Facts;
use crate::tagger::Tag;

/// The grounds of a claim; framing that judges is opinion.
pub(super) fn grounds(article: &Article<'_>, piece: Piece, framing: &[Framing]) -> Grounds {
    let mut grounds = Grounds::default();
    let mut named = false;
    let mut verb = false;
    for i in piece.tokens.range().map(|i| i as u32) {
        let (tag, lexeme) = (article.tag(i), article.lexeme(i));
        let class = words::classes(lexeme.form);
        let is = |c: Class| class.any(c);
        let kind = article.document.tokens[i as usize].kind;
        let past = matches!(tag, Tag::Vbd | Tag::Vbn);
        let counted = tag == Tag::Cd && !article.word(i).eq_ignore_ascii_case("one");
        grounds.add(Ground::Number, kind == TokenKind::Number || counted);
        grounds.add(Ground::Money, kind == TokenKind::Currency || is(words::MONEY));
        grounds.add(Ground::Comparison, matches!(tag, Tag::Jjr | Tag::Rbr) || is(words::CHANGE));
        grounds.add(Ground::First, matches!(tag, Tag::Jjs | Tag::Rbs) || is(words::FIRST));
        grounds.add(Ground::Cause, is(words::CAUSE));
        grounds.add(
            Ground::Date,
            lexeme.facts.any(Facts::MONTH.or(Facts::WEEKDAY)) && tag.is_proper(),
        );
        grounds.add(Ground::Law, is(words::LAW) || tag.is_verb() && is(words::RULING));
        grounds.add(Ground::NamedAct, named && past);
        grounds.add(Ground::Fact, matches!(tag, Tag::Vbd | Tag::Vbz | Tag::Vbp));
        grounds.add(Ground::Opinion, is(words::OPINION));
        grounds.add(Ground::Future, tag == Tag::Md && !is(words::DUTY));
        grounds.add(Ground::Experience, is(words::SELF));
        named |= tag.is_proper();
        verb |= tag.is_verb();
    }
    let last = piece.tokens.end.saturating_sub(1);
    grounds.add(Ground::Question, (last.saturating_sub(1)..=last).any(|i| article.word(i) == "?"));
    grounds.add(Ground::NoVerb, !verb);
    grounds.add(Ground::Opinion, framing.iter().any(|f| is_view(f.category)));
    grounds
}

/// Framing that leaves nothing to check.
fn is_view(category: FramingCategory) -> bool {
    matches!(
        category,
        FramingCategory::Significance | FramingCategory::Motive | FramingCategory::Prediction
    )
}
