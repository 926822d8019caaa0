//! One rule a pair of files: `NAME.rs` checks, `NAME.md` explains and is a test.

use super::{Parameter, Rule};

pub mod account_not_introduced;
pub mod anonymous_attack;
pub mod anonymous_opinion;
pub mod anonymous_without_position;
pub mod anonymous_without_reason;
pub mod attack_verb;
pub mod contentious_label;
pub mod continued_quotation;
pub mod distant_pronoun;
pub mod doubting_verb;
pub mod editorial_adverb;
pub mod embed_author_unknown;
pub mod embed_date;
pub mod embed_only_source;
pub mod embed_quote_differs;
pub mod factive_verb;
pub mod first_person;
pub mod guilt_verb;
pub mod hearsay_chain;
pub mod implied_cause;
pub mod impossible_verb;
pub mod imputed_motive;
pub mod intensifier;
pub mod late_attribution;
pub mod loaded_language;
pub mod malformed_ignore;
pub mod nested_quotation;
pub mod no_quotation;
pub mod no_response_sought;
pub mod nobody_named;
pub mod one_side_only;
pub mod opinion_as_report;
pub mod orphan_embed;
pub mod orphan_quotation;
pub mod peacock;
pub mod praise_verb;
pub mod presupposition;
pub mod rhetorical_question;
pub mod run_on_speakers;
pub mod scare_quotes;
pub mod significance_inflation;
pub mod single_source;
pub mod so_called;
pub mod source_without_role;
pub mod summary_unsupported;
pub mod unbalanced_quotation;
pub mod uncredited_outlet;
pub mod undated_event;
pub mod unsourced_claim;
pub mod unsourced_lead;
pub mod unsourced_prediction;
pub mod unused_ignore;
pub mod unverified;
pub mod vague_source;
pub mod verb_pile;
pub mod weasel;

/// All rules, in the order of their codes.
pub(super) static RULES: &[Rule] = &[
    unsourced_claim::RULE,
    vague_source::RULE,
    anonymous_without_reason::RULE,
    anonymous_without_position::RULE,
    anonymous_opinion::RULE,
    anonymous_attack::RULE,
    late_attribution::RULE,
    run_on_speakers::RULE,
    orphan_quotation::RULE,
    distant_pronoun::RULE,
    source_without_role::RULE,
    hearsay_chain::RULE,
    nobody_named::RULE,
    unsourced_lead::RULE,
    unverified::RULE,
    doubting_verb::RULE,
    guilt_verb::RULE,
    factive_verb::RULE,
    impossible_verb::RULE,
    verb_pile::RULE,
    praise_verb::RULE,
    attack_verb::RULE,
    orphan_embed::RULE,
    embed_author_unknown::RULE,
    embed_date::RULE,
    embed_only_source::RULE,
    embed_quote_differs::RULE,
    account_not_introduced::RULE,
    significance_inflation::RULE,
    imputed_motive::RULE,
    unsourced_prediction::RULE,
    peacock::RULE,
    contentious_label::RULE,
    editorial_adverb::RULE,
    intensifier::RULE,
    presupposition::RULE,
    loaded_language::RULE,
    weasel::RULE,
    scare_quotes::RULE,
    so_called::RULE,
    implied_cause::RULE,
    opinion_as_report::RULE,
    rhetorical_question::RULE,
    first_person::RULE,
    unused_ignore::RULE,
    malformed_ignore::RULE,
    unbalanced_quotation::RULE,
    continued_quotation::RULE,
    nested_quotation::RULE,
    single_source::RULE,
    no_quotation::RULE,
    no_response_sought::RULE,
    one_side_only::RULE,
    undated_event::RULE,
    uncredited_outlet::RULE,
    summary_unsupported::RULE,
];

/// What can be set on rules beside their severity, where it is not what their group can be asked.
pub(super) static PARAMETERS: &[(&str, &[Parameter])] = &[
    (unsourced_claim::RULE.name, &[unsourced_claim::WORTH]),
    (vague_source::RULE.name, vague_source::PARAMETERS),
    (late_attribution::RULE.name, &[late_attribution::SENTENCES]),
    (verb_pile::RULE.name, &[verb_pile::VERBS]),
    (orphan_quotation::RULE.name, &[orphan_quotation::WORDS]),
    (opinion_as_report::RULE.name, &[opinion_as_report::SENTENCES, opinion_as_report::SHARE]),
    (single_source::RULE.name, &[single_source::ATTRIBUTIONS, single_source::SHARE]),
    (no_quotation::RULE.name, &[no_quotation::STATEMENTS, no_quotation::WORDS]),
    (one_side_only::RULE.name, &[one_side_only::NAMED, one_side_only::SHARE]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_and_codes_are_in_order() {
        assert!(RULES.is_sorted_by_key(|r| r.code));
        let names: BTreeSet<_> = RULES.iter().map(|r| r.name).collect();
        assert_eq!(names.len(), RULES.len());
        assert!(RULES.iter().all(|r| r.code.starts_with(r.group.as_str())));
    }
}
