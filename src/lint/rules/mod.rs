//! One rule a pair of files: `NAME.rs` checks, `NAME.md` explains and is a test.

use super::Rule;

pub mod account_not_introduced;
pub mod attack_verb;
pub mod contentious_label;
pub mod continued_quotation;
pub mod doubting_verb;
pub mod editorial_adverb;
pub mod factive_verb;
pub mod first_person;
pub mod guilt_verb;
pub mod implied_cause;
pub mod impossible_verb;
pub mod imputed_motive;
pub mod intensifier;
pub mod loaded_language;
pub mod nested_quotation;
pub mod no_quotation;
pub mod one_side_only;
pub mod opinion_as_report;
pub mod orphan_embed;
pub mod orphan_quotation;
pub mod peacock;
pub mod praise_verb;
pub mod presupposition;
pub mod rhetorical_question;
pub mod scare_quotes;
pub mod significance_inflation;
pub mod single_source;
pub mod so_called;
pub mod summary_unsupported;
pub mod unbalanced_quotation;
pub mod undated_event;
pub mod unsourced_prediction;
pub mod vague_source;
pub mod weasel;

/// All rules, in the order of their codes.
pub(super) static RULES: &[Rule] = &[
    vague_source::RULE,
    orphan_quotation::RULE,
    doubting_verb::RULE,
    guilt_verb::RULE,
    factive_verb::RULE,
    impossible_verb::RULE,
    praise_verb::RULE,
    attack_verb::RULE,
    orphan_embed::RULE,
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
    unbalanced_quotation::RULE,
    continued_quotation::RULE,
    nested_quotation::RULE,
    single_source::RULE,
    no_quotation::RULE,
    one_side_only::RULE,
    undated_event::RULE,
    summary_unsupported::RULE,
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
