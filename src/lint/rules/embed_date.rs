//! Rule `embed-date`: a post has no date, or one that its own number or the article’s date belies.
#![doc = include_str!("embed-date.md")]

use crate::embed::{Date, Embed, PostTime};
use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};

/// The rule.
pub const RULE: Rule = Rule {
    name: "embed-date",
    code: "EMB103",
    group: Group::Embed,
    severity: Severity::Warning,
    summary: "A post has no date, or one that cannot be right",
    page: include_str!("embed-date.md"),
    check,
};

/// A day in one time zone is at most the day before or after in another.
const ZONES: i32 = 1;

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for embed in &context.review.embeds {
        let posted = embed.posted().map(PostTime::date);
        let later = |day: &Date, than: Date| day.days() - than.days() > ZONES;
        let after = context.review.date.and_then(|article| {
            let last = embed.date.max(posted).filter(|day| later(day, article))?;
            Some((last, article))
        });
        match (embed.date, posted, after) {
            (None, None, _) => undated(embed, findings),
            (Some(stated), Some(posted), _) if (stated.days() - posted.days()).abs() > ZONES => {
                findings.report(
                    embed.span,
                    format!("the post is dated {stated}; its own number says {posted}"),
                    "check the date against the post",
                );
            }
            (_, _, Some((day, article))) => findings.report(
                embed.span,
                format!("the post is dated {day}, after the article, which is dated {article}"),
                "check both dates; if the post was added later, say when the article was updated",
            ),
            _ => {}
        }
    }
}

/// An address or an empty frame shows no author either: the date is the least it lacks.
fn undated(embed: &Embed<'_>, findings: &mut Findings<'_>) {
    if embed.name.is_some() || embed.handle.is_some() || embed.body.is_some() {
        findings.report(
            embed.span,
            "a post is cited without its date",
            "give the day on which it was posted",
        );
    }
}
