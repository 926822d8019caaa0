//! Veiled sources: informants whom the article does not name, as far as rules ask about them.

use super::Context;
use crate::document::{BlockKind, TokenSpan};
use crate::source::head;
use crate::tagger::Tag;
use crate::{Attribution, Entity, EntityId, Source};

/// What informants without a name are called.
const INFORMANTS: &[&str] = &[
    "adviser",
    "advisers",
    "advisor",
    "advisors",
    "aide",
    "aides",
    "allies",
    "ally",
    "associate",
    "associates",
    "confidant",
    "confidante",
    "confidants",
    "diplomat",
    "diplomats",
    "executive",
    "executives",
    "individual",
    "individuals",
    "informant",
    "informants",
    "insider",
    "insiders",
    "official",
    "officials",
    "operative",
    "operatives",
    "source",
    "sources",
    "staffer",
    "staffers",
];

/// Words behind "person" or "people" that make informants of them.
const INFORMED: &[&str] =
    &["briefed", "close", "familiar", "involved", "knowledge", "knowledgeable", "privy"];

/// An attribution whose source is an informant without a name.
#[derive(Clone, Copy)]
pub(super) struct Veiled<'r> {
    pub(super) attribution: &'r Attribution,
    pub(super) source: Source,
    pub(super) entity: &'r Entity,
}

/// The attributions of informants in running text that are the writer's own, in order.
pub(super) fn veiled<'r>(context: &Context<'r, '_>) -> Vec<Veiled<'r>> {
    let review = context.review;
    let of = |attribution: &'r Attribution| {
        let source = attribution.source?;
        let entity = review.entities.get(source.entity?.0 as usize)?;
        let hidden = entity.anonymous && entity.name.is_none();
        let told = || is_informant(context, context.document().tokens_in(source.span));
        let in_text = || {
            let block = context.block_at(source.span.start);
            block.is_some_and(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::Bullet))
        };
        (hidden && told() && in_text()).then_some(Veiled { attribution, source, entity })
    };
    let own = |v: &Veiled<'_>| !context.is_quoted(v.source.span);
    review.attributions.iter().filter_map(of).filter(own).collect()
}

/// The first of them for each entity, in order.
pub(super) fn first_of_each<'r>(all: &[Veiled<'r>]) -> Vec<Veiled<'r>> {
    let mut seen: Vec<EntityId> = Vec::new();
    let mut first = Vec::new();
    for one in all {
        if !seen.contains(&one.entity.id) {
            seen.push(one.entity.id);
            first.push(*one);
        }
    }
    first
}

/// `informant`, `person` or `people` with a word on how they know.
fn is_informant(context: &Context<'_, '_>, tokens: TokenSpan) -> bool {
    if tokens.is_empty() {
        return false;
    }
    let head = head(&context.review.article, tokens);
    let word = context.lower(head);
    let informed = || is_informed(context, head, tokens);
    INFORMANTS.binary_search(&&*word).is_ok() || matches!(&*word, "person" | "people") && informed()
}

/// `a`, `one`, `two`: somebody new; "the official" was spoken of before.
pub(super) fn introduces(context: &Context<'_, '_>, first: u32) -> bool {
    let word = context.lower(first);
    matches!(&*word, "a" | "an" | "another" | "one") || context.review.article.tag(first) == Tag::Cd
}

/// `noun "familiar" …`: how they know stands right behind the noun.
pub(super) fn is_informed(context: &Context<'_, '_>, head: u32, tokens: TokenSpan) -> bool {
    (head + 1..tokens.end.min(head + 4)).any(|t| INFORMED.contains(&&*context.lower(t)))
}

/// Whether the words say anything but how many: an adjective, whose, of what, how they know.
pub(super) fn is_placed(context: &Context<'_, '_>, tokens: TokenSpan) -> bool {
    let article = &context.review.article;
    let counts = |t: u32| {
        matches!(article.tag(t), Tag::Dt | Tag::Cd)
            || matches!(
                &*context.lower(t),
                "another"
                    | "other"
                    | "some"
                    | "several"
                    | "many"
                    | "few"
                    | "second"
                    | "third"
                    | "multiple"
            )
    };
    let head = head(article, tokens);
    (tokens.start..tokens.end).any(|t| t != head && !counts(t) && article.tag(t) != Tag::Comma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn informants_are_sorted() {
        assert!(INFORMANTS.is_sorted());
    }

    #[test]
    fn tells_informants_from_others() {
        let sources = |text: &str| {
            let review = crate::Checker::default().review(text);
            let context = Context::new(&review);
            let found = veiled(&context);
            let placed =
                |v: &Veiled<'_>| is_placed(&context, context.document().tokens_in(v.source.span));
            found.iter().map(|v| (v.source.span.of(text).to_owned(), placed(v))).collect::<Vec<_>>()
        };
        let told = |words: &str, placed| vec![(words.to_owned(), placed)];
        assert_eq!(sources("A source said that it was old."), told("A source", false));
        assert_eq!(sources("Two officials said that it was old."), told("Two officials", false));
        let known = "A person familiar with the plan";
        assert_eq!(sources(&format!("{known} said that it was old.")), told(known, true));
        assert_eq!(sources("A nurse said that it was old."), []);
    }
}
