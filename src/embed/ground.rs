//! The grounds for and against a line being a post's own words rather than the article's.

use super::lists::List;
use super::text::is_link;

/// A ground, found in the words or in where they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// They stand on the author line itself.
    SameLine,
    /// They end a long stretch of text on the author line itself.
    SameParagraph,
    /// There is nothing else in the text.
    Alone,
    /// With the author line they form a paragraph of their own.
    Adjoined,
    /// They hold a web address or a picture's link.
    Link,
    /// They hold a hashtag or a handle.
    Tag,
    /// They hold an emoji.
    Emoji,
    /// The line before quotes the same words.
    QuotedAbove,
    /// The line before announces a post with a colon.
    Announced,
    /// The line before speaks of posting.
    PostingAbove,
    /// Someone speaks of themselves, outside quotation marks.
    FirstPerson,
    /// They shout or exclaim.
    Exclaims,
    /// They end without a full stop.
    NoFullStop,
    /// They address the reader, or clip words as posts do (`&`, `w/`).
    Clipped,
    /// They are short for a paragraph.
    Short,
    /// They are longer than the platform allowed.
    TooLong,
    /// A sentence of more than 24 words, without marks of a post.
    LongSentence,
    /// They report what others said or posted.
    Reports,
    /// They hold a quotation and its tag (`,” Roe asked`).
    Quotes,
    /// They are a whole sentence without any mark of a post.
    Plain,
    /// They go on with what the article said before (`He`, `However`).
    Continues,
    /// They speak of an office as an article does (`the Secretary`).
    Office,
    /// They name the author as others do.
    NamesAuthor,
    /// They speak of the post itself, or of the reporting.
    SpeaksOfPost,
    /// They explain with a relative clause, without marks of a post.
    Explains,
    /// They are set like a heading.
    Heading,
    /// They end in a colon: they announce the post.
    Announces,
    /// They are an item of a list.
    ListItem,
}

impl Ground {
    /// What it counts; above zero speaks for a post. Set by hand on posts and
    /// paragraphs of news articles.
    pub(super) fn weight(self) -> i32 {
        match self {
            Ground::SameLine => 6,
            Ground::Alone => 5,
            Ground::Link | Ground::QuotedAbove | Ground::Announced => 4,
            Ground::Tag | Ground::Emoji | Ground::Adjoined | Ground::FirstPerson => 3,
            Ground::Exclaims | Ground::NoFullStop => 2,
            Ground::PostingAbove | Ground::SameParagraph => 2,
            Ground::Short => 2,
            Ground::Clipped => 1,
            Ground::Office | Ground::Plain => -1,
            Ground::LongSentence | Ground::Continues | Ground::Explains => -2,
            Ground::Reports | Ground::Quotes | Ground::ListItem => -3,
            Ground::Heading | Ground::NamesAuthor | Ground::SpeaksOfPost => -4,
            Ground::TooLong | Ground::Announces => -7,
        }
    }
}

/// Where the words stand.
#[derive(Debug, Default)]
pub(super) struct Setting<'t> {
    /// The line before them.
    pub(super) above: &'t str,
    /// The author's display name.
    pub(super) author: &'t str,
    pub(super) same_line: bool,
    /// More stands before them on their line than a post.
    pub(super) crowded: bool,
    pub(super) alone: bool,
    pub(super) adjoined: bool,
    /// The most characters that the platform allowed.
    pub(super) limit: usize,
}

/// The sum of the grounds; 1 or more reads as a post.
pub(super) fn score(words: &str, setting: &Setting<'_>) -> i32 {
    grounds(words, setting).into_iter().map(Ground::weight).sum()
}

/// All grounds that hold for `words`.
pub(super) fn grounds(words: &str, setting: &Setting<'_>) -> Vec<Ground> {
    let words = words.trim();
    let own = unquoted(words);
    let marked = has_link(words) || has_tag(words) || words.chars().any(is_emoji);
    let heading = is_heading(words) && !marked;
    let tests = [
        (Ground::SameLine, setting.same_line && !setting.crowded),
        (Ground::SameParagraph, setting.crowded),
        (Ground::Alone, setting.alone),
        (Ground::Adjoined, setting.adjoined),
        (Ground::Link, has_link(words)),
        (Ground::Tag, has_tag(words)),
        (Ground::Emoji, words.chars().any(is_emoji)),
        (Ground::QuotedAbove, quotes(setting.above, words)),
        (Ground::Announced, setting.above.trim_end().ends_with([':', '：'])),
        (Ground::PostingAbove, speaks_of_posting(setting.above)),
        (Ground::FirstPerson, has_word(&own, &FIRST)),
        (Ground::Exclaims, exclaims(&own)),
        (Ground::NoFullStop, !heading && !ends_sentence(words)),
        (Ground::Clipped, clips(&own)),
        (Ground::Short, words.chars().count() <= 140),
        (Ground::TooLong, !setting.same_line && length(words) > setting.limit + setting.limit / 8),
        (
            Ground::LongSentence,
            !marked && (setting.crowded || !setting.same_line) && has_long_sentence(words),
        ),
        (Ground::Reports, has_word(&own, &REPORTS)),
        (Ground::Quotes, has_tagged_quotation(words)),
        (
            Ground::Plain,
            !marked && ends_sentence(words) && !exclaims(&own) && !has_word(&own, &FIRST),
        ),
        (Ground::Continues, first_word(words).is_some_and(|w| CONTINUES.has(w))),
        (Ground::Office, speaks_of_office(words)),
        (Ground::NamesAuthor, names(&own, setting.author)),
        (Ground::SpeaksOfPost, !marked && speaks_of_post(&own)),
        (Ground::Explains, !marked && !setting.same_line && explains(&own)),
        (Ground::Heading, heading && !setting.same_line),
        (Ground::Announces, words.ends_with([':', '：'])),
        (Ground::ListItem, !setting.same_line && is_item(words)),
    ];
    tests.into_iter().filter_map(|(ground, holds)| holds.then_some(ground)).collect()
}

static FIRST: List = List::new(
    "i i'm i’m i've i’ve i'll i’ll my me mine we we're we’re we've we’ve our ours us \
     ich wir mein meine unser unsere je j'ai j’ai nous mon ma notre nos yo nosotros nuestro nuestra \
     eu nós nosso nossa io noi nostro ik wij ons onze jag vi я мы мой наш наша меня нас",
);
static REPORTS: List = List::new(
    "said says told according added noted stated announced argued explained \
     reported confirmed insisted testified tweeted retweeted posted wrote spokesman spokeswoman \
     spokesperson sagte sagten laut erklärte teilte schrieb dit déclaré selon écrit dijo según \
     afirmó escribió disse segundo ha detto secondo scritto zei volgens schreef sade enligt сказал \
     сказала заявил заявила сообщил написал",
);
static CONTINUES: List = List::new(
    "he she they his her their him however meanwhile moreover furthermore \
     additionally earlier later nevertheless nonetheless similarly instead er sie il elle ils él \
     ella ellos он она они",
);
static OFFICES: List = List::new(
    "president secretary senator governor minister chancellor administration \
     department agency ministry committee commission candidate nominee lawmaker lawmakers company \
     spokesman spokeswoman officials mayor congressman congresswoman actor singer director",
);
static TITLES: List = List::new("mr ms mrs sen rep gov dr former spokesman spokeswoman");
const POSTING: [&str; 14] = [
    "tweet",
    "posted",
    "wrote",
    "on twitter",
    "on x",
    "truth social",
    "bluesky",
    "mastodon",
    "instagram",
    "facebook",
    "twitterte",
    "auf x",
    "en x",
    "sur x",
];

fn tokens(words: &str) -> impl Iterator<Item = &str> {
    let edge = |c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’');
    words.split_whitespace().map(move |w| w.trim_matches(edge))
}

fn has_word(words: &str, list: &List) -> bool {
    tokens(words).any(|w| list.has(w))
}

fn first_word(words: &str) -> Option<&str> {
    tokens(words).next()
}

fn has_link(words: &str) -> bool {
    words.split_whitespace().any(is_link) || super::text::link_at(words).is_some()
}

/// `#tag` or `@name`, also behind punctuation (`.@name`).
fn has_tag(words: &str) -> bool {
    words.split_whitespace().any(|w| {
        let w = w.trim_start_matches(['.', '(', '"', '“']);
        let mut chars = w.chars();
        matches!(chars.next(), Some('#' | '@')) && chars.next().is_some_and(char::is_alphabetic)
    })
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b05}'..='\u{2b55}')
}

/// The words outside quotation marks.
fn unquoted(words: &str) -> String {
    let mut open = false;
    let keep = |&c: &char| {
        open = match c {
            '„' => true,
            '”' => false,
            // The English opening mark closes a German quotation.
            '"' | '“' => !open,
            _ => open,
        };
        !open
    };
    words.chars().filter(keep).collect()
}

/// Whether `above` holds the first words of `words`: the article quotes the post.
fn quotes(above: &str, words: &str) -> bool {
    let lead = words.char_indices().nth(24).map_or("", |(i, _)| &words[..i]);
    !lead.is_empty() && above.contains(lead)
}

/// Whether a line that ends in a sentence speaks of posting.
fn speaks_of_posting(line: &str) -> bool {
    let line = line.trim();
    let tail = super::text::before(line, 0, line.len(), 90).to_lowercase();
    !line.ends_with([':', '：']) && POSTING.iter().any(|p| tail.contains(p))
}

/// Whether a name of two words or more stands in the words.
fn names(words: &str, name: &str) -> bool {
    name.trim().contains(' ') && words.contains(name.trim())
}

/// Words of an article on posts and on its own reporting.
const REPORTING: [&str; 9] = [
    "the post ",
    "a post ",
    "this post ",
    "the tweet",
    "a tweet",
    "for comment",
    "more reactions",
    "posts on ",
    "tweets ",
];

fn speaks_of_post(words: &str) -> bool {
    let lower = words.to_lowercase();
    ends_sentence(words) && REPORTING.iter().any(|r| lower.contains(r))
}

/// `…, who …` in a sentence of some length.
fn explains(words: &str) -> bool {
    [", who ", ", which ", ", whose ", ", where "].iter().any(|w| words.contains(w))
}

/// Whether a quotation ends before the sentence does, as before "Roe asked".
fn has_tagged_quotation(words: &str) -> bool {
    [",”", "?”", "!”", ",\"", "?\"", "!\"", "”,", "\","]
        .iter()
        .any(|q| words.find(q).is_some_and(|i| words[i + q.len()..].starts_with(' ')))
}

fn exclaims(words: &str) -> bool {
    let shouted = |w: &str| {
        w.chars().filter(|c| c.is_uppercase()).count() >= 4 && !w.contains(char::is_lowercase)
    };
    words.contains(['!', '！'])
        || tokens(words).filter(|w| shouted(w)).count() >= 2
        || words.split_once(':').is_some_and(|(w, _)| shouted(w) && !w.contains(' '))
        || words.ends_with(['?', '？'])
}

static CLIPPED: List =
    List::new("you your you're you’re rt smh imo vous votre vos usted ustedes ihr euch");

fn clips(words: &str) -> bool {
    words.contains(" & ")
        || words.contains("w/")
        || words.contains(" ~")
        || has_word(words, &CLIPPED)
}

fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['"', '”', '’', ')', '»'])
        .ends_with(['.', '!', '?', '…', ':', '。', '！', '？'])
}

/// Words that make a sentence of a line, where headings have none of them.
static SENTENCE: List = List::new(
    "is are was were be been am has have had will would can could should must may \
     might do does did not don't don’t can't can’t won't won’t it's it’s that's that’s let's let’s \
     there's there’s get got go going makes want need know think see see i i'm i’m we you he she \
     they it this that my our your me us",
);

/// Whether it is set like a heading: no full stop, and either nearly every long word
/// capital or few words that make no sentence.
fn is_heading(words: &str) -> bool {
    if ends_sentence(words)
        || words.chars().count() >= 100
        || !words.starts_with(char::is_uppercase)
    {
        return false;
    }
    let long = || words.split_whitespace().filter(|w| w.chars().count() > 3);
    let capital = long().filter(|w| w.starts_with(char::is_uppercase)).count();
    let titled = capital >= 2 && capital * 5 >= long().count() * 4;
    titled || words.split_whitespace().count() <= 8 && !has_word(words, &SENTENCE)
}

fn has_long_sentence(words: &str) -> bool {
    words.split(['.', '!', '?']).any(|s| s.split_whitespace().count() > 24)
}

/// "the Secretary", "the company": two words as an article writes them.
fn speaks_of_office(words: &str) -> bool {
    let mut the = false;
    tokens(words).any(|w| {
        let office = the && OFFICES.has(w) || TITLES.has(w);
        the = w.eq_ignore_ascii_case("the");
        office
    })
}

fn is_item(words: &str) -> bool {
    let numbered = words
        .split_once(". ")
        .is_some_and(|(n, _)| n.len() < 3 && n.bytes().all(|b| b.is_ascii_digit()));
    numbered || ["- ", "• ", "* ", "‣ "].iter().any(|b| words.starts_with(b))
}

/// The length as the platform counts it: 23 for an address, 1 for a reference (`&#x3042;`).
fn length(words: &str) -> usize {
    let plain = |w: &str| match w.matches("&#").count() {
        0 => w.chars().count(),
        references => references,
    };
    words.split_whitespace().map(|w| if is_link(w) { 24 } else { plain(w) + 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_and_paragraphs() {
        let posts = [
            "We won! Thank you, all of you",
            "New study out today https://t.co/abc",
            "Hearing starts at ten #roe",
            "The bridge is closed until further notice",
        ];
        let paragraphs = [
            "By meeting the ministers in person, the secretary shows how much weight his department gives to the talks and to the shared aims of both states.",
            "He left for Lisbon on Friday.",
            "“I am proud,” Roe told reporters.",
            "Talks On Trade And Borders",
            "Roe then wrote on X:",
        ];
        let setting = Setting { limit: 280, ..Setting::default() };
        for words in posts {
            assert!(score(words, &setting) >= 1, "{words}: {:?}", grounds(words, &setting));
        }
        for words in paragraphs {
            assert!(score(words, &setting) < 1, "{words}: {:?}", grounds(words, &setting));
        }
    }
}
