//! Cue words by their editorial colour.

use super::word_set::WordSet;
use super::{Context, rule::Findings};
use crate::claim::is_plain_verb;
use crate::{Act, Attribution, Cue, Production, SourceClass, Stance};

/// Reports verbs of a stance, and those that the rule is asked to look for; outside quotations, unless
/// the rule is asked to look into them. `tell` makes a message of the quoted cue and its source.
pub(super) fn report(
    context: &Context<'_, '_>,
    findings: &mut Findings<'_>,
    stance: Stance,
    tell: fn(&str, &str) -> String,
    help: &str,
) {
    for attribution in context.review.attributions.iter().filter(|a| is_speech(context, a)) {
        let asked = |c: &&Cue| c.stance == stance || findings.terms().contains(&c.lemma);
        let Some(cue) = attribution.cue.as_ref().filter(asked) else { continue };
        if !findings.terms().contains(&cue.lemma) && is_plain(context, attribution, cue) {
            continue;
        }
        let looks = findings.in_quotations() || !context.is_quoted(cue.span);
        if looks && context.is_done(cue.span) {
            let message = tell(&context.quote(cue.span), &context.source_name(attribution));
            findings.report(cue.span, message, help);
        }
    }
}

/// Plain words for praise and blame, boos that nobody utters alone, an office that confirms what is its own, and
/// `claimed victory`, which is an act.
fn is_plain(context: &Context<'_, '_>, attribution: &Attribution, cue: &Cue) -> bool {
    let class = context.review.entity_of(attribution).map(|e| e.class);
    match cue.lemma.as_str() {
        lemma if is_plain_verb(lemma) => true,
        "confirm" => matches!(class, Some(SourceClass::Organization)),
        "claim" => {
            let content = attribution.content.first().map(|s| context.document().tokens_in(*s));
            content.is_some_and(|c| context.is_any(c.start, &WON))
        }
        _ => attribution.source.is_none() && cue.stance == Stance::Attack,
    }
}

/// What is claimed by taking it.
const WON: WordSet = WordSet::of(&["credit", "momentum", "responsibility", "victory"]);

/// Somebody says or judges something by a verb: a writer who reports it could have chosen another.
fn is_speech(context: &Context<'_, '_>, attribution: &Attribution) -> bool {
    let by_verb = !matches!(
        attribution.production,
        Production::NounCue | Production::AdjectiveCue | Production::Phrase
    );
    let class = context.review.entity_of(attribution).map(|e| e.class);
    by_verb
        && matches!(attribution.act, Act::Statement | Act::Evaluation)
        && !matches!(class, Some(SourceClass::Document | SourceClass::Unclear))
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Draft;
    use crate::{Act, Stance};

    #[test]
    fn names_the_cue_and_the_source() {
        let draft = || {
            let draft = Draft::new("Orr claimed it was safe, a note says.").person("Ann Orr");
            draft.attribution(Some(0), "Orr", "claimed", "it was safe", Act::Statement)
        };
        let found = draft().stance(Stance::Doubting).findings("doubting-verb");
        assert_eq!(found[0].message, "“claimed” casts doubt on what Ann Orr says");
        assert!(draft().stance(Stance::Neutral).findings("doubting-verb").is_empty());
    }

    #[test]
    fn quoted_cues_are_the_speakers_own() {
        let draft = Draft::new("“Orr claimed it was safe,” she said.").person("Ann Orr");
        let draft = draft.attribution(Some(0), "Orr", "claimed", "it was safe", Act::Statement);
        assert!(draft.stance(Stance::Doubting).findings("doubting-verb").is_empty());
    }
}
