//! What stands before an author's handle: the dash, the name, and where they begin.

use super::lists::List;
use super::mark::{Mark, Marked, mark, marks};
use super::tail;
use super::text::{before, is_bare, link_at, offset};

/// Longest name looked for, in characters; platforms allow 50 to 64.
const NAME: usize = 80;

/// What sets the name off to its left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// A dash in one of its spellings.
    Dash,
    /// A hyphen, which may as well begin an item of a list.
    Hyphen,
    /// Nothing: the line begins with the name.
    Line,
    /// A link, hashtag or handle.
    Tag,
    /// The end of a sentence.
    Sentence,
}

/// The left side of an author line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lead<'t> {
    pub(super) edge: Edge,
    /// Where the author line begins, dash included.
    pub(super) start: usize,
    /// Whether nothing else stands before it on its line.
    pub(super) own_line: bool,
    pub(super) name: &'t str,
}

/// Reads backwards from `end` over a name to what sets it off; never past `floor`.
pub(super) fn lead(text: &str, floor: usize, end: usize) -> Option<Lead<'_>> {
    let (window, line_start) = window(text, floor, end);
    let links = after_links(window);
    let segment = &window[links..];
    let at_start = line_start && links == 0;
    let found = pick(&marks(segment, at_start), segment, at_start);
    let plain = || undashed(segment, at_start, links > 0).filter(|(e, _, name)| fits(name, *e));
    let marked = |f: Marked| {
        let edge = if f.mark == Mark::Hyphen { Edge::Hyphen } else { Edge::Dash };
        let name = segment[f.end..].trim();
        let leads = at_start && is_bare(&segment[..f.start]) && !name.contains(',');
        (leads && is_modest(name) || fits(name, edge)).then_some((edge, f.start, name))
    };
    // A dash in the post's own words, with a sentence's end behind it, is not the author's.
    let own = found.filter(|f| after_sentence(&segment[f.end..], is_lower_word).is_some());
    let (edge, begin, name) = match found {
        Some(f) => own.and_then(|_| plain()).or_else(|| marked(f))?,
        None => plain()?,
    };
    let start = offset(text, segment) + begin;
    let own_line = line_start && is_bare(&text[offset(text, window)..start]);
    let lead = Lead { edge, start, own_line, name: name.trim() };
    Some(if edge == Edge::Line { from_above(text, floor, end, lead) } else { lead })
}

/// The longest line taken in from above, in bytes.
const ABOVE: usize = 2 * NAME;

/// Takes in the line above where the dash, or the dash and the name, stand there.
fn from_above<'t>(text: &'t str, floor: usize, end: usize, lead: Lead<'t>) -> Lead<'t> {
    let Some(above) = text.get(floor..lead.start).and_then(|t| t.strip_suffix('\n')) else {
        return lead;
    };
    let near = before(above, 0, above.len(), ABOVE);
    let line = near.rsplit('\n').next().unwrap_or(near).trim_start();
    let dashed = mark(line).ok().filter(|(_, m)| *m > Mark::Hyphen);
    let start = offset(text, line);
    match dashed.map(|(name, _)| name.trim()) {
        Some("") => Lead { edge: Edge::Dash, start, own_line: true, ..lead },
        Some(name) if lead.name.is_empty() && fits(name, Edge::Dash) => {
            Lead { edge: Edge::Dash, start, own_line: true, name }
        }
        Some(name) if is_first_half(name) => {
            let name = text[offset(text, name)..end].trim();
            Lead { edge: Edge::Dash, start, own_line: true, name }
        }
        _ => split_name(text, floor, end, lead),
    }
}

/// Whether it is the beginning of a name that a line's end has cut.
fn is_first_half(name: &str) -> bool {
    name.split_whitespace().count() <= 4
        && !name.contains(['@', ':'])
        && !name.ends_with(['.', '!', '?', ','])
        && fits(name, Edge::Dash)
}

/// Takes in the line before where a sentence splitter cut the name at an initial:
/// `— Jane Q.` and `Roe (@jroe)`.
fn split_name<'t>(text: &'t str, floor: usize, end: usize, lead: Lead<'t>) -> Lead<'t> {
    let Some(above) = text.get(floor..lead.start).and_then(|t| t.strip_suffix('\n')) else {
        return lead;
    };
    let near = before(above, 0, above.len(), NAME);
    let line = near.rsplit('\n').next().unwrap_or(near);
    let initial =
        |w: &str| w.ends_with('.') && w.chars().count() <= 3 && w.starts_with(char::is_uppercase);
    let cut = line.split_whitespace().next_back().is_some_and(initial);
    let dash = marks(line, false).into_iter().rfind(|f| f.mark > Mark::Hyphen);
    match dash.filter(|f| cut && line[f.end..].split_whitespace().count() <= 3) {
        Some(f) => Lead {
            edge: Edge::Dash,
            start: offset(text, line) + f.start,
            own_line: line[..f.start].trim().is_empty() && line.len() < near.len(),
            name: text[offset(text, line) + f.end..end].trim(),
        },
        None => lead,
    }
}

/// The last `NAME` characters and a dash's worth before `end` on its line, and
/// whether the line begins there.
fn window(text: &str, floor: usize, end: usize) -> (&str, bool) {
    let near = before(text, floor, end, 4 * NAME);
    let line = near.rsplit(['\n', '\r']).next().unwrap_or(near);
    let cut = line.char_indices().rev().nth(NAME + 8).map_or(0, |(i, _)| i);
    let start = offset(text, line) + cut;
    let begins = start == 0 || text[..start].ends_with(['\n', '\r']);
    (&line[cut..], begins)
}

/// Where the last web address in `window` ends.
fn after_links(window: &str) -> usize {
    let mut end = 0;
    while let Some(at) = link_at(&window[end..]) {
        let from = end + at;
        end = from + link_end(&window[from..]);
    }
    end
}

/// The length of a short link's code.
const CODE: usize = 10;

/// The length of the address that `url` begins with; a name may be glued to the code
/// of a short one.
fn link_end(url: &str) -> usize {
    const SHORT: [&str; 3] = ["https://t.co/", "http://t.co/", "pic.twitter.com/"];
    let skip = SHORT.iter().find(|lead| url.starts_with(**lead)).map(|lead| lead.len());
    if let Some((code, rest)) = skip.and_then(|at| url.get(at..)?.split_at_checked(CODE)) {
        let whole = code.bytes().all(|b| b.is_ascii_alphanumeric());
        if whole && rest.starts_with(|c: char| c.is_uppercase() || !c.is_ascii()) {
            return url.len() - rest.len();
        }
    }
    let code = url.find("pic.twitter.com/").map(|_| "pic.twitter.com/".len());
    let skip = code.or_else(|| url.find("://").map(|i| i + 3)).unwrap_or(0);
    let stop = url
        .char_indices()
        .skip_while(|&(i, _)| i < skip)
        .find(|&(i, c)| c.is_whitespace() || mark(&url[i..]).is_ok_and(|(_, m)| m != Mark::Hyphen));
    stop.map_or(url.len(), |(i, _)| i)
}

/// The mark that introduces the name: a dash that the line begins with, else the
/// strongest, of several the last; of hyphens the first, for names hold hyphens.
fn pick(marks: &[Marked], segment: &str, at_start: bool) -> Option<Marked> {
    let leading = |f: &&Marked| at_start && segment[..f.start].trim_start().is_empty();
    let best = marks.iter().map(|f| f.mark).max()?;
    let dashed = marks.first().filter(leading).filter(|f| f.mark == best && best > Mark::Hyphen);
    if dashed.is_some_and(|f| !segment[f.end..].contains(['.', '!', '?', ':'])) {
        return dashed.copied();
    }
    let mut of_kind = marks.iter().filter(|f| f.mark == best);
    let chosen = if best == Mark::Hyphen { of_kind.next() } else { of_kind.next_back() };
    // A stronger dash in the post's own words leaves more than a name behind it.
    let starts_low = |f: &Marked| segment[f.end..].trim_start().starts_with(char::is_lowercase);
    let last = marks.last().filter(|l| !starts_low(l) && l.mark == Mark::Dash);
    chosen.copied().map(|c| if starts_low(&c) { last.copied().unwrap_or(c) } else { c })
}

/// The edge, its offset and the name where no dash stands before it.
fn undashed(segment: &str, at_start: bool, linked: bool) -> Option<(Edge, usize, &str)> {
    let tags = segment
        .split_whitespace()
        .rfind(|w| w.starts_with(['#', '@']) || w.starts_with(".@"))
        .map_or(0, |w| offset(segment, w) + w.len());
    let rest = &segment[tags..];
    let sentence = after_sentence(rest, |w| is_lower_word(w) || w.chars().count() > 4);
    let (edge, begin) = match sentence {
        Some(at) => (Edge::Sentence, tags + at),
        None if tags > 0 || linked => (Edge::Tag, tags),
        None if at_start => (Edge::Line, 0),
        None => return None,
    };
    let name =
        segment[begin..].trim_start_matches(|c: char| c.is_whitespace() || c == '>').trim_end();
    Some((edge, begin + offset(&segment[begin..], name), name))
}

/// Where the last sentence in `segment` begins, if one ends in it with a word
/// that is `plain`: not an initial or a title.
fn after_sentence(segment: &str, plain: impl Fn(&str) -> bool) -> Option<usize> {
    let ends = |w: &&str| {
        let bare = w.trim_end_matches(['"', '”', '’', ')', '»']);
        let stem = bare.trim_end_matches(['.', '!', '?', '…']);
        stem.len() < bare.len() && plain(stem)
    };
    let words = segment.split_whitespace();
    let last =
        words.filter(|w| offset(segment, w) + w.len() < segment.trim_end().len()).filter(ends);
    last.last().map(|w| offset(segment, w) + w.len())
}

fn is_lower_word(word: &str) -> bool {
    word.chars().count() > 1 && word.starts_with(char::is_lowercase)
}

/// Words that open a credit or an invitation, not a name.
pub(super) static OPENERS: List =
    List::new("by via follow contact email e-mail tweet message dm reach");
/// Words that open a credit when "by" or a colon follows.
static CREDITS: List = List::new(
    "photo photos photograph photographs image images picture video credit \
     credits written reported reporting edited published updated posted courtesy text words story \
     source illustration byline author compiled",
);
/// Words that go on with a sentence.
static FUNCTION: List = List::new(
    "a an the and or but as at for from in of on with by who whom whose which \
     that this including said says wrote when where while after before like than to is was",
);
/// Words that open a byline or a sentence where no dash stands before them.
static BYLINES: List =
    List::new("von por par di da text on in at for from with since when while after before");
/// Words in lower case that names hold.
static PARTICLES: List = List::new(
    "de del della di da dos du van von der den la le el al bin ibn y e and of \
     the for in on at to und und für",
);

/// Whether it is a name in lower case that begins like a sentence that goes on: behind a dash at
/// the start of a line it does not.
fn is_modest(name: &str) -> bool {
    name.starts_with("the ") || name.starts_with("a ") || name.starts_with("just ")
}

/// Whether `name` can be an author's.
fn fits(name: &str, edge: Edge) -> bool {
    if name.chars().count() > NAME || name.contains(['\t', '<', '>']) {
        return false;
    }
    let mut words = name.split_whitespace();
    let Some(first) = words.next() else { return edge != Edge::Sentence };
    let bare = first.trim_end_matches(':');
    let of = |w: &str| matches!(w, "by" | "of" | "from");
    let credited = first.len() > bare.len() || words.clone().any(of);
    let dashed = matches!(edge, Edge::Dash | Edge::Hyphen);
    // Alone behind a dash and with its capital, such a word is somebody's name for themselves.
    let alone = dashed && words.clone().next().is_none() && !first.starts_with(char::is_lowercase);
    if OPENERS.has(bare) && !alone || CREDITS.has(bare) && credited {
        return false;
    }
    if dashed {
        return !(first.starts_with(char::is_lowercase) && FUNCTION.has(first));
    }
    let capital = |w: &str| !w.starts_with(char::is_lowercase) || PARTICLES.has(w);
    capital(first)
        && !first.starts_with(char::is_lowercase)
        && words.clone().count() < 7
        && words.all(capital)
        && !name.contains([':', ';', '|'])
        && !BYLINES.has(first)
        && tail::platform(name).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let table = [
            ("— Jane Roe ", Some((Edge::Dash, "Jane Roe"))),
            ("so true — truly – Jane Roe ", Some((Edge::Dash, "Jane Roe"))),
            ("— press office - city of roe ", Some((Edge::Dash, "press office - city of roe"))),
            ("- Anne - Marie ", Some((Edge::Hyphen, "Anne - Marie"))),
            ("J. Q. Roe ", Some((Edge::Line, "J. Q. Roe"))),
            ("what a day! Dr. Jane Roe ", Some((Edge::Sentence, "Dr. Jane Roe"))),
            ("see https://t.co/abc  Jane  Roe ", Some((Edge::Tag, "Jane  Roe"))),
            ("see pic.twitter.com/abc— Jane Roe ", Some((Edge::Dash, "Jane Roe"))),
            ("— Roe (and Co) ", Some((Edge::Dash, "Roe (and Co)"))),
            ("By Jane Roe ", None),
            ("— By Jane Roe ", None),
            ("— DM ", Some((Edge::Dash, "DM"))),
            ("we met Jane Roe ", None),
            ("Photo by Jane Roe ", None),
            ("crowd — including Jane Roe ", None),
            ("Twitter ", None),
        ];
        for (text, expected) in table {
            let read = lead(text, 0, text.len()).map(|l| (l.edge, l.name));
            assert_eq!(read, expected, "{text}");
        }
    }

    #[test]
    fn a_name_cut_at_an_initial_is_one() {
        let text = "So true! — Jane Q.\nRoe ";
        let read = lead(text, 0, text.len()).unwrap();
        assert_eq!((read.edge, read.start, read.name), (Edge::Dash, 9, "Jane Q.\nRoe"));
    }

    #[test]
    fn a_far_dash_is_out_of_sight() {
        let text = format!("— {} ", "Jane ".repeat(40));
        assert!(lead(&text, 0, text.len()).is_none());
    }
}
