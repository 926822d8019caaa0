//! Rule `anonymous-attack`: an unnamed source disparages somebody named.
#![doc = include_str!("anonymous-attack.md")]

use crate::lint::{Group, Rule, Severity, context::Context, rule::Findings};
use crate::lint::{named, veiled};
use crate::{Attribution, Stance};

/// The rule.
pub const RULE: Rule = Rule {
    name: "anonymous-attack",
    code: "ATR106",
    group: Group::Attribution,
    severity: Severity::Warning,
    summary: "An unnamed source disparages somebody named",
    page: include_str!("anonymous-attack.md"),
    check,
};

/// Verbs that blame, by their lemmas.
const BLAMING: &[&str] = &[
    "accuse",
    "attack",
    "belittle",
    "berate",
    "blame",
    "blast",
    "call out",
    "chide",
    "condemn",
    "criticise",
    "criticize",
    "decry",
    "denounce",
    "deride",
    "disparage",
    "fault",
    "lambaste",
    "mock",
    "ridicule",
    "savage",
    "scold",
    "slam",
];

/// Words that disparage whom they are said of.
const DISPARAGING: &[&str] = &[
    "abusive",
    "arrogant",
    "bully",
    "buffoon",
    "catastrophe",
    "chaotic",
    "clown",
    "clueless",
    "corrupt",
    "coward",
    "crazy",
    "crook",
    "crooked",
    "cruel",
    "cynical",
    "dangerous",
    "delusional",
    "demagogue",
    "deranged",
    "disaster",
    "disgrace",
    "dishonest",
    "dumb",
    "embarrassment",
    "erratic",
    "failure",
    "fool",
    "foolish",
    "fraud",
    "greedy",
    "hypocrite",
    "idiot",
    "ignorant",
    "immature",
    "incompetent",
    "inept",
    "insane",
    "joke",
    "lazy",
    "liar",
    "lied",
    "lies",
    "loser",
    "lying",
    "mess",
    "misogynist",
    "narcissist",
    "nightmare",
    "nuts",
    "paranoid",
    "pathetic",
    "racist",
    "reckless",
    "ruthless",
    "selfish",
    "sexist",
    "shameful",
    "stupid",
    "tantrum",
    "tantrums",
    "terrible",
    "toxic",
    "tyrant",
    "unfit",
    "unhinged",
    "unqualified",
    "unstable",
    "untrustworthy",
    "vain",
    "vindictive",
    "weak",
];

fn check(context: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for veiled in veiled::veiled(context) {
        let cue = veiled.attribution.cue.as_ref();
        let blames =
            cue.is_some_and(|c| c.stance == Stance::Attack || BLAMING.contains(&c.lemma.as_str()));
        if !blames && !disparages(context, veiled.attribution) {
            continue;
        }
        let Some(target) = target(context, veiled.attribution) else { continue };
        let message =
            format!("{} attacks {} without a name", context.quote(veiled.source.span), target);
        findings.report(
            veiled.source.span,
            message,
            "take the attack out, or let somebody make it who stands by it",
        );
    }
}

fn disparages(context: &Context<'_, '_>, attribution: &Attribution) -> bool {
    let tokens = attribution.content.iter().map(|s| context.document().tokens_in(*s));
    let words = |t: u32| DISPARAGING.contains(&&*context.lower(t));
    tokens.into_iter().any(|c| (c.start..c.end).any(words))
}

/// The person whom the content names.
fn target(context: &Context<'_, '_>, attribution: &Attribution) -> Option<String> {
    let mut tokens = attribution.content.iter().map(|s| context.document().tokens_in(*s));
    let name = tokens.find_map(|content| named::first_person(context, content))?;
    Some(context.quote(context.document().span(name)))
}
