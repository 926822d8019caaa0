//! Who may be the source of a cue: proposals, each with the place where it stands.
//!
//! ```text
//! source = shared        She said it was old and [she] urged the council to act.
//!        | possessor     her view that …
//!        | before        Ann Orr, who runs the port, said …
//!        | behind        …, said Ann Orr, the mayor of Pell
//!        | agent         … was confirmed by the mayor
//!        | main          After noting that it leaks, Orr left
//! ```
//!
//! Every list is bounded by a window, so that the work grows with the sentence and no faster.

use super::chunk::{Chunk, ChunkKind};
use super::inversion::{is_before_participle, is_inverted, shared_source};
use super::row::Row;
use super::site::{Site, SiteKind};
use crate::document::TokenSpan;
use crate::tagger::Tag;

/// Sources stand at most so many chunks from their cue.
const REACH: usize = 18;

/// Where a source stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum SourceKind {
    /// The text has none.
    None,
    /// One noun phrase ahead of the cue.
    Before,
    /// A noun phrase with what follows it, up to its verb.
    BeforeLong,
    /// A relative pronoun ahead of the cue.
    Relative,
    /// Behind the cue.
    After,
    /// Behind "by" or "from".
    Agent,
    /// A possessive before a cue noun.
    Possessor,
    /// The subject of the clause behind one without a subject of its own.
    Main,
}

/// A proposed source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SourceProposal {
    pub(crate) kind: SourceKind,
    pub(crate) tokens: TokenSpan,
    /// Its first chunk.
    pub(crate) first: usize,
    /// One past its last chunk.
    pub(crate) last: usize,
}

/// Appends the possible sources of a site.
pub(crate) fn proposals(row: &Row<'_>, site: &Site, out: &mut Vec<SourceProposal>) {
    if let Some((first, last)) = shared_source(row, site) {
        out.push(proposal(row, SourceKind::Before, first, first + 1));
        return out.push(proposal(row, SourceKind::BeforeLong, first, last));
    }
    out.push(SourceProposal {
        kind: SourceKind::None,
        tokens: TokenSpan { start: site.tokens.start, end: site.tokens.start },
        first: site.first,
        last: site.first,
    });
    if site.kind == SiteKind::Noun {
        possessors(row, site, out);
    }
    if !is_inverted(row, site) {
        before(row, site, out);
    }
    behind(row, site.last, SourceKind::After, out);
    if let Some(start) = agent(row, site) {
        behind(row, start, SourceKind::Agent, out);
    }
    main(row, site, out);
}

/// `possessor = "his" | noun_phrase "'s"`, within the cue noun's phrase or right before it
fn possessors(row: &Row<'_>, site: &Site, out: &mut Vec<SourceProposal>) {
    let chunk = &row.chunks[site.first];
    let mut push = |start: u32, end: u32, first: usize| {
        let tokens = TokenSpan { start, end };
        out.push(SourceProposal {
            kind: SourceKind::Possessor,
            tokens,
            first,
            last: site.first + 1,
        });
    };
    for token in chunk.tokens.start..site.head {
        match row.article.tag(token) {
            Tag::PrpS | Tag::WpS => push(token, token + 1, site.first),
            Tag::Pos => push(chunk.tokens.start, token + 1, site.first),
            _ => {}
        }
    }
    if site.first > 0 && row.chunks[site.first - 1].kind == ChunkKind::Possessive {
        let owner = row.chunks[site.first - 1].tokens;
        push(owner.start, owner.end, site.first - 1);
    }
    // "the Republican plan": what stands before the noun may be whose it is.
    if chunk.tokens.start + 1 < site.head {
        push(chunk.tokens.start, site.head, site.first);
    }
}

/// Noun phrases ahead of the cue, alone and with what follows them up to their verb or up to the cue.
fn before(row: &Row<'_>, site: &Site, out: &mut Vec<SourceProposal>) {
    let floor = site.first.saturating_sub(REACH);
    let near = trimmed(row, site.first);
    let mut bound = near;
    let mut found = 0;
    for at in (floor..site.first).rev() {
        let chunk = &row.chunks[at];
        match chunk.kind {
            ChunkKind::Finite => bound = trimmed(row, at),
            ChunkKind::Wh | ChunkKind::That if at + 4 >= site.first => {
                out.push(proposal(row, SourceKind::Relative, at, at + 1));
            }
            kind if kind.is_nominal() || kind == ChunkKind::Possessive => {
                out.push(proposal(row, SourceKind::Before, at, at + 1));
                long_before(row, at, bound, out);
                // With a relative clause: Ann Orr, who runs the port, said.
                if near > bound && near - at <= 16 && has_relative(row, at, bound) {
                    out.push(proposal(row, SourceKind::BeforeLong, at, near));
                }
                found += 1;
            }
            _ => {}
        }
        if found >= 7 {
            break;
        }
    }
}

/// A noun phrase at `at` with what follows it: to `bound`, and to what may end it before that.
fn long_before(row: &Row<'_>, at: usize, bound: usize, out: &mut Vec<SourceProposal>) {
    use ChunkKind::*;
    let mut found = 0;
    for end in at + 2..bound {
        let breaks = matches!(
            row.chunks[end].kind,
            Comma | Preposition | Bracket | Dash | Wh | Adverb | Participle
        );
        if breaks
            && !matches!(row.chunks[end - 1].kind, Comma | Preposition | Conjunction)
            && found < 3
        {
            out.push(proposal(row, SourceKind::BeforeLong, at, end));
            found += 1;
        }
    }
    if bound > at + 1 {
        out.push(proposal(row, SourceKind::BeforeLong, at, bound));
    }
}

fn has_relative(row: &Row<'_>, from: usize, to: usize) -> bool {
    row.chunks[from..to].iter().any(|c| matches!(c.kind, ChunkKind::Wh | ChunkKind::That))
}

/// `bound` without the adverbs and commas before it.
fn trimmed(row: &Row<'_>, mut bound: usize) -> usize {
    while bound > 0 && matches!(row.chunks[bound - 1].kind, ChunkKind::Adverb | ChunkKind::Comma) {
        bound -= 1;
    }
    bound
}

/// A noun phrase behind the cue with what identifies it: `said Ann Orr, the mayor of Pell`.
fn behind(row: &Row<'_>, mut start: usize, kind: SourceKind, out: &mut Vec<SourceProposal>) {
    while row.is(start as isize, ChunkKind::Adverb) {
        start += 1;
    }
    if !row.kind(start as isize).is_some_and(|k| k.is_nominal() || k == ChunkKind::Possessive) {
        return;
    }
    let end = row.end().min(start + 16);
    let mut found = 0;
    for at in start + 1..=end {
        use ChunkKind::*;
        let closes = at == end || !matches!(row.chunks[at].kind, Possessive | Adjective | Stop);
        if closes && !matches!(row.chunks[at - 1].kind, Comma | Preposition | Conjunction) {
            out.push(proposal(row, kind, start, at));
            found += 1;
        }
        let ends = matches!(row.kind(at as isize), Some(Quotation | Colon));
        if found >= 10 || ends || is_before_participle(row, at) {
            break;
        }
    }
}

/// `main = preposition? adverb? cue … "," adverb? noun_phrase … finite`: After noting that it leaks, Orr left
///
/// The cue has no tense, and nothing but its preposition stands ahead of it.
fn main(row: &Row<'_>, site: &Site, out: &mut Vec<SourceProposal>) {
    use ChunkKind::*;
    let opens = |c: &Chunk| matches!(c.kind, Preposition | Subordinator | Adverb | Conjunction);
    if !matches!(row.chunks[site.first].kind, Gerund | Infinitive | Participle)
        || site.first > 2
        || !row.chunks[..site.first].iter().all(opens)
    {
        return;
    }
    let commas = (site.last..row.end()).filter(|&at| row.chunks[at].kind == Comma);
    for comma in commas.take(3) {
        let start = comma + 1 + usize::from(row.is(comma as isize + 1, Adverb));
        if !row.kind(start as isize).is_some_and(ChunkKind::is_nominal) {
            continue;
        }
        let Some(verb) = (start + 1..row.end()).find(|&at| row.chunks[at].kind == Finite) else {
            return;
        };
        out.push(proposal(row, SourceKind::Main, start, start + 1));
        let end = trimmed(row, verb);
        if end > start + 1 {
            out.push(proposal(row, SourceKind::Main, start, end));
        }
    }
}

/// `agent = ("by" | "from" | "among" | "of") noun_phrase`, a few chunks behind the cue
fn agent(row: &Row<'_>, site: &Site) -> Option<usize> {
    if matches!(site.kind, SiteKind::Phrase | SiteKind::Mark | SiteKind::Adverb) {
        return None;
    }
    let preposition = |at: &usize| {
        row.is(*at as isize, ChunkKind::Preposition)
            && (matches!(row.word(*at as isize), "by" | "from" | "among")
                || site.kind == SiteKind::Noun && row.word(*at as isize) == "of")
    };
    (site.last..row.end().min(site.last + 6)).find(preposition).map(|at| at + 1)
}

fn proposal(row: &Row<'_>, kind: SourceKind, first: usize, last: usize) -> SourceProposal {
    SourceProposal { kind, tokens: row.tokens(first, last), first, last }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::document::Document;
    use crate::grammar::row::Rows;
    use crate::lexicon::Lexicon;
    use crate::tagger::Tagger;

    /// The sources of one kind that are proposed for a cue of a sentence.
    fn proposed(text: &str, cue: &str, kind: SourceKind) -> Vec<String> {
        let tagger = Tagger::new().expect("the weights that are compiled in are whole");
        let lexicon = Lexicon::new();
        let article = Article::new(Document::read(text, &[]), &tagger, &lexicon);
        let rows = Rows::read(&article, &lexicon);
        let (row, mut out) = (rows.row(0), Vec::new());
        let site = rows.sites(0).iter().find(|s| article.word(s.head) == cue);
        let site = site.expect("it is a site");
        proposals(&row, site, &mut out);
        out.retain(|p| p.kind == kind);
        out.iter().map(|p| article.document.span(p.tokens).of(text).to_owned()).collect()
    }

    #[test]
    fn where_a_speaker_comes_from_is_no_agent_alone() {
        let text = "“It is old,” said Ann Orr, a teacher from Pell.";
        let behind = proposed(text, "said", SourceKind::After);
        assert!(behind.contains(&"Ann Orr".to_owned()), "{behind:?}");
        assert!(behind.contains(&"Ann Orr, a teacher from Pell".to_owned()), "{behind:?}");
        assert_eq!(proposed(text, "said", SourceKind::Agent), ["Pell"]);
    }

    #[test]
    fn a_clause_without_subject_has_that_of_the_clause_behind() {
        let text = "After noting that it leaks, Ann Orr, the mayor, left the room.";
        let main = proposed(text, "noting", SourceKind::Main);
        assert_eq!(main, ["Ann Orr", "Ann Orr, the mayor", "the mayor"]);
        let text = "Ann Orr left, noting that it leaks, and the council voted.";
        assert!(proposed(text, "noting", SourceKind::Main).is_empty());
    }
}
