//! Rule `embed-only-source`: a claim rests on a post alone, and nobody speaks for its account.
#![doc = include_str!("embed-only-source.md")]

use crate::claim::Ground;
use crate::lint::account::poster;
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::tagger::Tag;
use crate::{Attribution, Production, SourceClass, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "embed-only-source",
    code: "EMB104",
    group: Group::Embed,
    severity: Severity::Note,
    summary: "What a post states has no other source",
    page: include_str!("embed-only-source.md"),
    check,
};

/// Claims that ask to be checked at least this much, 0 to 1.
const WORTH: f32 = 0.5;

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let review = context.review;
    for (embed, introduced) in review.embeds.iter().zip(&context.basis.introduced) {
        let claims = embed.body.filter(|_| !introduced && embed.quoted.is_empty());
        if let Some(claim) = claims.and_then(|body| weighty(context, body)) {
            let who = poster(embed).unwrap_or("an unknown account".to_owned());
            findings.report(
                claim,
                format!(
                    "a post by {who} is the only source for this, and nobody speaks for the account"
                ),
                "confirm it with the author or a second source, or say that it is unconfirmed",
            );
        }
    }
    for attribution in &review.attributions {
        if let Some(source) = anybodys_post(context, attribution) {
            findings.report(
                source,
                format!(
                    "{} is the only source for this, and its author is not named",
                    context.quote(source)
                ),
                "say whose post it is and how it was checked, or say that it is unconfirmed",
            );
        }
    }
}

/// The first claim among a post's words that asks to be checked.
fn weighty(context: &Context<'_, '_>, body: Span) -> Option<Span> {
    let claims = &context.review.claims;
    let first = claims.partition_point(|c| c.span.end <= body.start);
    let within = claims[first..].iter().take_while(|c| c.span.start < body.end);
    within
        .filter(|c| c.check_worthiness >= WORTH && !c.grounds.holds(Ground::Opinion))
        .map(|c| c.span)
        .next()
}

const POSTS: [&str; 10] = [
    "post", "posts", "tweet", "tweets", "thread", "threads", "user", "account", "accounts",
    "poster",
];
const PLACES: [&str; 13] = [
    "X",
    "Twitter",
    "Facebook",
    "Instagram",
    "TikTok",
    "Reddit",
    "Telegram",
    "Bluesky",
    "Mastodon",
    "Threads",
    "YouTube",
    "social",
    "online",
];

/// The source of an attribution that is a post and nobody's by name: "a post on X".
fn anybodys_post(context: &Context<'_, '_>, attribution: &Attribution) -> Option<Span> {
    let source = attribution.source.filter(|_| attribution.production != Production::Post)?;
    let tokens = context.document().tokens_in(source.span);
    let mut words = (tokens.start..tokens.end).map(|t| (t, context.document().word(t)));
    let post = words.clone().any(|(_, w)| POSTS.contains(&w));
    let place = post && words.clone().any(|(_, w)| PLACES.contains(&w));
    if !place || attribution.parent.is_some() {
        return None;
    }
    let entity = context.review.entity_of(attribution)?;
    let named = matches!(entity.class, SourceClass::Person | SourceClass::Organization);
    let tag = |t: u32| context.review.article.tag(t);
    let own = words.any(|(t, w)| tag(t).is_proper() && !PLACES.contains(&w) || tag(t) == Tag::PrpS);
    (!named && !own).then_some(source.span)
}
