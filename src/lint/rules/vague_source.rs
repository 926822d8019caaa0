//! Rule `vague-source`: nobody can tell who the source is.
#![doc = include_str!("vague-source.md")]

use crate::document::{BlockKind, TokenSpan};
use crate::lint::parameter::{QUOTATIONS, TERMS};
use crate::lint::{Group, Parameter, Rule, Severity, context::Context, rule::Findings};
use crate::tagger::Tag;
use crate::{Attribution, Entity, Source, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "vague-source",
    code: "ATR102",
    group: Group::Attribution,
    severity: Severity::Warning,
    summary: "Nobody can tell who the source is",
    page: include_str!("vague-source.md"),
    check,
};

/// What it can be asked.
pub(super) const PARAMETERS: &[Parameter] = &[TERMS, QUOTATIONS];

/// Words that could be anybody.
const VAGUE: &[&str] = &[
    "activists",
    "advocates",
    "analysts",
    "backers",
    "campaigners",
    "commentators",
    "critics",
    "detractors",
    "experts",
    "insiders",
    "many",
    "most",
    "observers",
    "officials",
    "opponents",
    "others",
    "pundits",
    "scholars",
    "skeptics",
    "sceptics",
    "some",
    "source",
    "sources",
    "specialists",
    "supporters",
];

/// Verbs of belief that the passive leaves without a believer: “it is thought”.
const BELIEVED: &[&str] = &[
    "assume",
    "believe",
    "claim",
    "expect",
    "feel",
    "report",
    "rumor",
    "rumour",
    "say",
    "think",
    "understand",
];

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let vague = Vague { context, terms: findings.terms(), in_quotations: findings.in_quotations() };
    let told = vague.told_elsewhere();
    for attribution in &context.review.attributions {
        if let Some(span) = vague.believed(attribution) {
            let message = format!("{} and the text does not say by whom", context.quote(span));
            findings.report(span, message, "name who holds this, and how they know");
        } else if let Some(source) = attribution.source.filter(|s| vague.is_vague(*s, &told)) {
            findings.report(
                source.span,
                format!("{} could be anybody", context.quote(source.span)),
                "name them, or say how many they are and how they know",
            );
        }
    }
}

/// Tells who could be anybody.
struct Vague<'c, 'r, 't> {
    context: &'c Context<'r, 't>,
    /// More words that could be anybody.
    terms: &'c [String],
    in_quotations: bool,
}

impl Vague<'_, '_, '_> {
    /// For every entity, whether the article gives it a number, a name or a position anywhere.
    fn told_elsewhere(&self) -> Vec<bool> {
        let document = self.context.document();
        let is_told = |entity: &Entity| {
            entity.name.is_some()
                || entity.role.is_some()
                || entity.mentions.iter().any(|m| !self.is_bare(document.tokens_in(*m)))
        };
        self.context.review.entities.iter().map(is_told).collect()
    }

    /// A bare plural in running text that the article tells nothing of.
    fn is_vague(&self, source: Source, told: &[bool]) -> bool {
        let in_title = self
            .context
            .block_at(source.span.start)
            .is_none_or(|b| matches!(b.kind, BlockKind::Headline | BlockKind::Heading));
        let is_told =
            source.entity.is_some_and(|e| told.get(e.0 as usize).copied().unwrap_or_default());
        !in_title
            && !is_told
            && self.may_stand(source.span)
            && self.is_bare(self.context.document().tokens_in(source.span))
    }

    /// Nothing but a vague word, with at most “some”, “many” or an adjective before it.
    fn is_bare(&self, tokens: TokenSpan) -> bool {
        let context = self.context;
        let Some(last) = tokens.end.checked_sub(1).filter(|_| !tokens.is_empty()) else {
            return false;
        };
        let definite = |t| matches!(&*context.lower(t), "the" | "these" | "those" | "both");
        let told = |t| {
            let tag = context.review.article.tag(t);
            tag.is_proper()
                || matches!(tag, Tag::Cd | Tag::PrpS | Tag::Pos | Tag::In | Tag::Wp)
                || context.document().word(t).starts_with(char::is_uppercase) && t > tokens.start
                || tag.is_noun() && t < last
        };
        self.is_vague_word(last) && !(tokens.start..last).any(|t| told(t) || definite(t))
    }

    fn is_vague_word(&self, token: u32) -> bool {
        let word = self.context.lower(token);
        VAGUE.contains(&&*word) || self.terms.iter().any(|term| *term == word)
    }

    /// `It is widely thought`: a passive of belief or speech whose subject is nobody.
    fn believed(&self, attribution: &Attribution) -> Option<Span> {
        let context = self.context;
        let cue = attribution.cue.as_ref().filter(|c| BELIEVED.contains(&c.lemma.as_str()))?;
        let tokens = context.document().tokens_in(cue.span);
        let passive =
            matches!(&*context.lower(tokens.start), "is" | "was" | "has" | "had" | "'s" | "’s");
        let before = tokens.start.checked_sub(1).filter(|&t| context.lower(t) == "it")?;
        let span = context.document().span(TokenSpan { start: before, end: tokens.end });
        (passive && tokens.len() > 1 && self.may_stand(span)).then_some(span)
    }

    /// Whether the rule looks at words in their place.
    fn may_stand(&self, span: Span) -> bool {
        self.in_quotations || !self.context.is_quoted(span)
    }
}
