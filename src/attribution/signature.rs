//! Quotations that are signed: no verb says who speaks, a name stands below, beside or above them.
//!
//! ```text
//! signed = quotation dash credit        “It is old.” ― Ann Orr, or the credit on a line of its own
//!        | quotation credit             lines that take turns, or with an age or a trade behind the name
//!        | credit [dash] quotation
//! credit = name [("," | "(" | "of" | "in" | "from") …] ["."]
//! ```
//!
//! Who asks passers-by, collects reviews or pulls a sentence out of the text writes so. Which of the lines
//! above and below names the speaker, where both could, the whole article shows.

use super::find::Draft;
use super::outer::Claimed;
use super::{Act, Production, Stance};
use crate::article::Article;
use crate::document::{Block, BlockKind, TokenKind, TokenSpan};
use crate::lexicon::Facts;
use crate::tagger::Tag;

/// A credit holds at most so many tokens.
const LONGEST: u32 = 16;
/// And its name so many.
const LONGEST_NAME: u32 = 6;
/// A name that stands on lines of its own is a signature where so many quotations have one.
const TURNS: usize = 2;

/// The attributions of signed quotations that nobody else speaks.
pub(super) fn signed(article: &Article<'_>, claimed: &Claimed<'_>) -> Vec<Draft> {
    let blocks = &article.document.blocks;
    let lines: Vec<Line> = blocks.iter().map(|block| line(article, claimed, block)).collect();
    let credit_at = |i: Option<usize>| match i.and_then(|i| lines.get(i)) {
        Some(&Line::Credit(credit)) => Some(credit),
        _ => None,
    };
    let around = |i: usize| (credit_at(i.checked_sub(1)), credit_at(Some(i + 1)));
    let alone: Vec<usize> = (0..lines.len())
        .filter(|&i| matches!(lines[i], Line::Quotation { credit: None, .. }))
        .collect();
    let above = alone.iter().filter(|i| around(**i).0.is_some()).count();
    let below = alone.iter().filter(|i| around(**i).1.is_some()).count();
    let chosen = |i: usize| match around(i) {
        (_, Some(credit)) if credit.dash => Some(credit),
        (Some(credit), _) if above > below => credit.holds_alone(above),
        (_, Some(credit)) if below >= above => credit.holds_alone(below),
        _ => None,
    };
    let beside =
        lines.iter().filter(|l| matches!(l, Line::Quotation { credit: Some(_), .. })).count();
    let sign = |(i, line): (usize, &Line)| {
        let &Line::Quotation { tokens, credit } = line else { return None };
        let credit = match credit {
            Some(credit) => credit.holds_alone(beside),
            None => chosen(i),
        };
        credit.map(|credit| draft(paragraphs(article, tokens), credit, &blocks[i]))
    };
    lines.iter().enumerate().filter_map(sign).collect()
}

/// What a block is to signatures.
enum Line {
    /// A quotation that nobody speaks, with the credit beside it.
    Quotation {
        tokens: TokenSpan,
        credit: Option<Credit>,
    },
    /// Nothing but a credit.
    Credit(Credit),
    Other,
}

/// Who is given as the speaker.
#[derive(Clone, Copy)]
struct Credit {
    source: TokenSpan,
    /// It stands behind a dash, or in a list, as names that sign do.
    dash: bool,
    /// What follows the name tells of a person.
    more: bool,
}

impl Credit {
    /// Itself where it is a credit beyond doubt, or one of `several` of its kind.
    fn holds_alone(self, several: usize) -> Option<Self> {
        (self.dash || self.more || several >= TURNS).then_some(self)
    }
}

fn line(article: &Article<'_>, claimed: &Claimed<'_>, block: &Block) -> Line {
    use BlockKind::{BlockQuote, Bullet, Heading, Headline, Paragraph};
    let text = matches!(block.kind, Bullet | BlockQuote | Heading | Headline | Paragraph);
    let quoted = |t: u32| article.document.tokens[t as usize].quoted;
    let all = block.tokens;
    let line = match (all.start..all.end).find(|&t| quoted(t)) {
        _ if !text => None,
        None => credit_line(article, block).map(Line::Credit),
        Some(first) if claimed.holds(first) => None,
        Some(first) => {
            let end = (first..all.end).find(|&t| !quoted(t)).unwrap_or(all.end);
            quotation_line(article, all, TokenSpan { start: first, end })
        }
    };
    line.unwrap_or(Line::Other)
}

/// A block that is a credit; the article's own title names nobody who speaks below it.
fn credit_line(article: &Article<'_>, block: &Block) -> Option<Credit> {
    let may_be = block.kind != BlockKind::Headline && block.sentences.len() == 1;
    let credit = credit(article, block.tokens).filter(|_| may_be)?;
    Some(Credit { dash: credit.dash || block.kind == BlockKind::Bullet, ..credit })
}

/// A block that is a quotation, or one with a credit on one side.
fn quotation_line(article: &Article<'_>, all: TokenSpan, tokens: TokenSpan) -> Option<Line> {
    let lead = TokenSpan { start: all.start, end: tokens.start };
    let rest = TokenSpan { start: tokens.end, end: all.end };
    let stops = article.document.tokens[rest.range()].iter().all(|t| t.kind == TokenKind::Punct);
    let credit = match (lead.is_empty(), stops) {
        (true, true) => None,
        (true, false) => Some(credit(article, rest)?),
        (false, true) => Some(ahead(article, lead)?),
        (false, false) => return None,
    };
    Some(Line::Quotation { tokens, credit })
}

/// `Ann Orr ― “…”`, but no dateline: `KREB — “…”`
fn ahead(article: &Article<'_>, lead: TokenSpan) -> Option<Credit> {
    let last = lead.end.checked_sub(1)?;
    let lead = TokenSpan { start: lead.start, end: last };
    let capitals = (lead.start..lead.end).all(|t| !article.word(t).contains(char::is_lowercase));
    let credit = credit(article, lead).filter(|_| is_dash(article, last) && !capitals)?;
    Some(Credit { dash: true, ..credit })
}

/// `[dash] name [("," | "(" | "of" | "in" | "from") …] ["."]`
fn credit(article: &Article<'_>, line: TokenSpan) -> Option<Credit> {
    if line.len() as u32 > LONGEST {
        return None;
    }
    let dash = is_dash(article, line.start);
    let start = line.start + u32::from(dash);
    let name = start..(start + LONGEST_NAME).min(line.end);
    let name_end = name.take_while(|&t| article.tag(t).is_proper()).last()? + 1;
    // What closes the line is no part of it.
    let closes = |t: &u32| matches!(article.word(*t), "." | "\"" | "”");
    let end = (name_end..line.end).rev().find(|t| !closes(t)).map_or(name_end, |t| t + 1);
    let (verbs, more) = (verbs(article, name_end, end), TokenSpan { start: name_end, end });
    let goes_on = matches!(article.word(name_end), "," | "(" | "of" | "in" | "from");
    let bracket = (name_end..end).find(|&t| article.word(t) == "(");
    let source = TokenSpan { start, end: bracket.unwrap_or(end) };
    let named = match dash {
        true => verbs != Verbs::First,
        false => verbs == Verbs::None && is_person(article, start, name_end),
    };
    let plain = more.is_empty() || goes_on;
    (named && plain).then_some(Credit { source, dash, more: tells_more(article, more) })
}

/// Whether what follows a name tells of a person: an age, a trade, an employer; not `Next Steps, Costs`.
fn tells_more(article: &Article<'_>, rest: TokenSpan) -> bool {
    const OF_PEOPLE: Facts = Facts::ROLE.or(Facts::TITLE).or(Facts::ORGANIZATION);
    let next = article.word(rest.start + 1);
    let plain = next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let known = (rest.start..rest.end).any(|t| article.lexeme(t).facts.any(OF_PEOPLE));
    !rest.is_empty() && (plain || known)
}

#[derive(PartialEq, Eq)]
enum Verbs {
    None,
    /// Before a comma: the line is a sentence.
    First,
    /// Behind one: `Ann Orr, speaking in Leeds`.
    Later,
}

fn verbs(article: &Article<'_>, from: u32, to: u32) -> Verbs {
    let is_verb = |t: &u32| article.tag(*t).is_verb() || article.tag(*t) == Tag::Md;
    match (from..to).find(is_verb) {
        None => Verbs::None,
        Some(verb) if (from..verb).any(|t| article.tag(t) == Tag::Comma) => Verbs::Later,
        Some(_) => Verbs::First,
    }
}

/// A first name and another: no place, body or day.
fn is_person(article: &Article<'_>, start: u32, end: u32) -> bool {
    let other = |t: u32| article.lexeme(t).facts.any(Facts::NO_PERSON);
    end > start + 1 && !(start..end).any(other)
}

fn is_dash(article: &Article<'_>, token: u32) -> bool {
    matches!(article.word(token), "—" | "–" | "--" | "―" | "-" | "~")
}

/// A quotation with the paragraphs before that it takes up, in order.
fn paragraphs(article: &Article<'_>, last: TokenSpan) -> Vec<TokenSpan> {
    let quotations = &article.document.quotations;
    let next = quotations.partition_point(|q| q.tokens.start < last.start);
    let mut all = vec![last];
    let mut before = quotations.get(next).and_then(|q| q.continues);
    while let Some(quotation) = before.and_then(|id| quotations.get(id.0 as usize)) {
        all.push(quotation.tokens);
        before = quotation.continues;
    }
    all.reverse();
    all
}

fn draft(content: Vec<TokenSpan>, credit: Credit, line: &Block) -> Draft {
    let source = credit.source;
    Draft {
        cue: TokenSpan { start: source.start, end: source.start },
        head: source.start,
        lemma: None,
        source,
        content,
        act: Act::Statement,
        stance: Stance::Neutral,
        production: Production::Mark,
        confidence: if credit.dash { 0.9 } else { 0.75 },
        sentence: line.sentences.start as usize,
        parent: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Checker, Production};

    /// `source: content`, an item for each signed quotation.
    fn signed(text: &str) -> Vec<String> {
        let review = Checker::default().review(text);
        let marked = review.attributions.iter().filter(|a| a.production == Production::Mark);
        let words = |a: &crate::Attribution| {
            let content: Vec<_> = a.content.iter().map(|c| c.of(text)).collect();
            format!("{}: {}", a.source.map_or("", |s| s.span.of(text)), content.join(" … "))
        };
        marked.map(words).collect()
    }

    /// An article of these lines.
    fn article(lines: &str) -> String {
        format!(
            "The bridge is shut\n\nMany walk over it in May.\n\n{lines}\n\nThe council met on Monday and closed the bridge."
        )
    }

    #[test]
    fn names_sign() {
        let both = ["Ann Orr: “It is old.”", "Ben Pell: “It leaks.”"];
        for lines in [
            "“It is old.”\n\nAnn Orr\n\n“It leaks.”\n\nBen Pell",
            "Ann Orr\n\n“It is old.”\n\nBen Pell\n\n“It leaks.”",
            "“It is old.” Ann Orr\n\n“It leaks.” Ben Pell",
            "1. “It is old.” — Ann Orr\n2. “It leaks.” — Ben Pell",
            "“It is old.”\n– Ann Orr\n\n“It leaks.”\n– Ben Pell",
            "Ann Orr ― “It is old.”\n\nBen Pell ― “It leaks.”",
            "“It is old.”\n\n- Ann Orr.\n\n“It leaks.”\n\n- Ben Pell.",
        ] {
            assert_eq!(signed(&article(lines)), both, "{lines}");
        }
    }

    #[test]
    fn credits_tell_more_than_a_name() {
        for (lines, source) in [
            ("“It is old.”\n\nAnn Orr, 34, teacher", "Ann Orr, 34, teacher"),
            ("“It is old.”\n\nAnn Orr, a teacher from Leeds.", "Ann Orr, a teacher from Leeds"),
            ("“It is old.” Ann Orr, 34", "Ann Orr, 34"),
            (
                "“It is old.”\n\n-President Orr, speaking in Leeds.",
                "President Orr, speaking in Leeds",
            ),
            ("“It is old.\nAnn Orr, Institute of Bridges.”", "Ann Orr, Institute of Bridges"),
        ] {
            let found = signed(&article(lines));
            assert!(found.len() == 1 && found[0].starts_with(source), "{lines}: {found:?}");
        }
        let long = article("“It is old.\n\n“It leaks.”\n\nAnn Orr, 34");
        assert_eq!(signed(&long), ["Ann Orr, 34: “It is old. … “It leaks.”"]);
    }

    #[test]
    fn other_lines_sign_nothing() {
        for lines in [
            "“It is old.”\n\nNext Steps, Costs",
            "“It is old.”\n\nAnn Orr",
            "“It is old.”\n\nGetty Images",
            "“It is old.”\n\nAnn Orr left.",
            "“It is old,” said Ben Pell.\n\nAnn Orr, 34, teacher",
            "“The Old Bridge” Ann Orr sang in May.",
            "OLD KREB — “It is old.”",
        ] {
            assert_eq!(signed(&article(lines)), [""; 0], "{lines}");
        }
    }
}
