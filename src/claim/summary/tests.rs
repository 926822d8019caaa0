//! Headlines, standfirsts and bullets over small bodies.

use super::*;
use crate::Checker;

/// The verdict on the first line, and in what it differs.
fn verdict(text: &str) -> (Verdict, Option<Difference>) {
    let review = Checker::default().review(text);
    let line = &review.summary[0];
    (line.verdict, line.difference.map(|(what, _)| what))
}

const BODY: &str = "A fire killed seven people in the old harbour of Dover on Monday, the mayor said. The ferry \
    company Orr Lines will not sell the pier. The ferry company’s chief may resign in May.\n\nThe town lent the firm $40 million.";

fn headline(line: &str) -> (Verdict, Option<Difference>) {
    verdict(&format!("{line}\n\n{BODY}"))
}

#[test]
fn headlines_are_held_against_the_body() {
    use Difference::*;
    let cases = [
        ("Fire kills seven in Dover harbour", Verdict::Supported, None),
        ("Fire kills nine people in Dover harbour", Verdict::Contradicted, Some(Number)),
        ("Town lends firm $60 million", Verdict::Contradicted, Some(Number)),
        ("Town lends firm $40m", Verdict::Supported, None),
        ("Ferry company Orr Lines will sell the pier", Verdict::Contradicted, Some(Negation)),
        ("Ferry company Orr Lines will not sell pier", Verdict::Supported, None),
        ("Ferry company chief will resign in May", Verdict::Stronger, Some(Certainty)),
        ("Fire in the harbour of Dover blamed on Haskell", Verdict::Unsupported, Some(Name)),
        ("Why it matters", Verdict::Unclear, None),
    ];
    for (line, verdict, difference) in cases {
        assert_eq!(headline(line), (verdict, difference), "{line}");
    }
}

#[test]
fn bullets_and_standfirsts_are_lines_too() {
    let text = format!(
        "Fire kills seven in Dover\nMayor calls for calm\nBy Ann Orr\n\nAt a Glance\n- A fire killed \
        seven people\n- Farmers planted rare orchids near glaciers during winter festivals\n\n{BODY}"
    );
    let review = Checker::default().review(&text);
    let kinds: Vec<_> = review.summary.iter().map(|l| (l.kind, l.verdict)).collect();
    assert_eq!(kinds[0], (SummaryKind::Headline, Verdict::Supported));
    assert_eq!(kinds[1].0, SummaryKind::Standfirst);
    assert_eq!(kinds[2], (SummaryKind::Bullet, Verdict::Supported));
    assert_eq!(kinds[3], (SummaryKind::Bullet, Verdict::Unsupported));
    assert!(review.summary[0].claims.iter().all(|&i| i < review.claims.len()));
}

#[test]
fn a_list_in_the_text_sums_nothing_up() {
    let text = format!("{BODY}\n\n- Nine ships left\n- Two came");
    assert!(Checker::default().review(&text).summary.is_empty());
}

#[test]
fn a_line_has_so_many_figures() {
    let ships = ", 2 ships".repeat(99);
    let text = format!("Fire in Dover\n\nAt a Glance\n- The town sold 2 ships{ships}\n\n{BODY}");
    let found = lines::find(&crate::claim::tests::article(&text));
    let figures: Vec<_> = found.iter().map(|l| (l.kind, l.quantities.len())).collect();
    assert_eq!(figures, [(SummaryKind::Headline, 0), (SummaryKind::Bullet, 64)]);
}
