//! Universal parts of speech, told from Penn tags, words and what follows them.

use super::Tag;
use crate::document::Token;

/// A universal part of speech, as Universal Dependencies names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Upos {
    /// Adjective.
    Adj,
    /// Adposition.
    Adp,
    /// Adverb.
    Adv,
    /// Auxiliary verb, the copula included.
    Aux,
    /// Coordinating conjunction.
    Cconj,
    /// Determiner.
    Det,
    /// Interjection.
    Intj,
    /// Common noun.
    Noun,
    /// Numeral.
    Num,
    /// Particle: *to*, *not*, *'s*.
    Part,
    /// Pronoun.
    Pron,
    /// Proper noun.
    Propn,
    /// Punctuation.
    Punct,
    /// Subordinating conjunction.
    Sconj,
    /// Symbol.
    Sym,
    /// Main verb.
    Verb,
    /// Anything else.
    X,
}

impl Upos {
    /// Every part of speech, in the order of the names.
    pub const ALL: [Upos; 17] = [
        Upos::Adj,
        Upos::Adp,
        Upos::Adv,
        Upos::Aux,
        Upos::Cconj,
        Upos::Det,
        Upos::Intj,
        Upos::Noun,
        Upos::Num,
        Upos::Part,
        Upos::Pron,
        Upos::Propn,
        Upos::Punct,
        Upos::Sconj,
        Upos::Sym,
        Upos::Verb,
        Upos::X,
    ];

    /// The name in capitals, as in CoNLL-U.
    pub fn as_str(self) -> &'static str {
        const NAMES: [&str; 17] = [
            "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
            "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
        ];
        NAMES[self as usize]
    }

    /// Reads a name as CoNLL-U spells it.
    pub fn parse(text: &str) -> Option<Upos> {
        Upos::ALL.into_iter().find(|upos| upos.as_str() == text)
    }
}

/// The universal part of speech of token `i` of a tagged sentence; `X` where `i` is past
/// its end.
///
/// ```
/// use onrecord::Span;
/// use onrecord::document::{Token, TokenKind};
/// use onrecord::tagger::{Tag, Upos, upos};
/// let text = "has said";
/// let tokens = [(0, 3), (4, 8)].map(|(start, end)| Token {
///     span: Span::new(start, end),
///     kind: TokenKind::Word,
///     quoted: false,
/// });
/// let tags = [Tag::Vbz, Tag::Vbn];
/// assert_eq!(upos(text, &tokens, &tags, 0), Upos::Aux);
/// assert_eq!(upos(text, &tokens, &tags, 1), Upos::Verb);
/// ```
pub fn upos(text: &str, tokens: &[Token], tags: &[Tag], i: usize) -> Upos {
    let (Some(token), Some(&tag)) = (tokens.get(i), tags.get(i)) else { return Upos::X };
    let word = token.span.of(text);
    let (before, after) = (&tags[..i], &tags[i + 1..]);
    use Tag::*;
    match tag {
        Jj | Jjr | Jjs => Upos::Adj,
        In if is_one_of(word, &["so"]) && after.first() != Some(&In) => Upos::Adv,
        In if subordinates(word, after) => Upos::Sconj,
        In | Rp => Upos::Adp,
        Rb if is_one_of(word, &["not", "n't", "n’t", "nt"]) => Upos::Part,
        Rb | Rbr | Rbs | Wrb => Upos::Adv,
        Md => Upos::Aux,
        Vb | Vbd | Vbg | Vbn | Vbp | Vbz if is_auxiliary(word, before, after) => Upos::Aux,
        Vb | Vbd | Vbg | Vbn | Vbp | Vbz => Upos::Verb,
        Cc => Upos::Cconj,
        Dt if is_one_of(word, DEMONSTRATIVES) && !opens_noun_phrase(after) => Upos::Pron,
        Wdt | Wp if is_one_of(word, &["which", "what", "whatever"]) && names_follow(after) => {
            Upos::Det
        }
        Dt | Pdt => Upos::Det,
        Prp | PrpS | Ex | Wdt | Wp | WpS => Upos::Pron,
        Nn if is_one_of(word, INDEFINITES) => Upos::Pron,
        Nn if word == "%" => Upos::Sym,
        Nn | Nns => Upos::Noun,
        Nnp if is_one_of(word, ADJECTIVES_IN_NAMES) && after.first() == Some(&Nnp) => Upos::Adj,
        Nnp | Nnps | Add => Upos::Propn,
        Cd | Ls => Upos::Num,
        Pos | To => Upos::Part,
        Uh => Upos::Intj,
        Sym | Dollar | Hash => Upos::Sym,
        Fw => Upos::X,
        Period | Comma | Colon | Lrb | Rrb | OpenQuote | CloseQuote | Nfp => Upos::Punct,
    }
}

const DEMONSTRATIVES: &[&str] = &["this", "that", "these", "those"];

const INDEFINITES: &[&str] = &[
    "someone",
    "somebody",
    "something",
    "anyone",
    "anybody",
    "anything",
    "everyone",
    "everybody",
    "everything",
    "nobody",
    "nothing",
    "none",
];

/// Adjectives that stay adjectives within a name, as in *United States*.
const ADJECTIVES_IN_NAMES: &[&str] = &[
    "african",
    "american",
    "arab",
    "asian",
    "australian",
    "big",
    "british",
    "canadian",
    "central",
    "chief",
    "chinese",
    "christian",
    "civil",
    "criminal",
    "daily",
    "democratic",
    "digital",
    "environmental",
    "european",
    "federal",
    "foreign",
    "french",
    "general",
    "german",
    "global",
    "good",
    "grand",
    "great",
    "greater",
    "greek",
    "high",
    "holy",
    "indian",
    "industrial",
    "international",
    "iraqi",
    "islamic",
    "israeli",
    "italian",
    "japanese",
    "latin",
    "little",
    "local",
    "major",
    "medical",
    "mexican",
    "mobile",
    "municipal",
    "muslim",
    "national",
    "new",
    "nuclear",
    "old",
    "olympic",
    "palestinian",
    "political",
    "prime",
    "public",
    "red",
    "republican",
    "roman",
    "royal",
    "russian",
    "senior",
    "social",
    "spanish",
    "special",
    "supreme",
    "united",
    "urban",
    "western",
    "white",
];

/// Conjunctions that subordinate unless *of* follows.
const CONJUNCTIONS: &[&str] = &[
    "that", "if", "because", "although", "though", "whether", "unless", "whereas", "while",
    "whilst", "lest", "albeit", "cause", "cuz", "cos",
];

/// Prepositions that also open clauses with a finite verb.
const CLAUSE_OPENERS: &[&str] =
    &["as", "since", "before", "after", "until", "till", "than", "like", "so", "once"];

const BE: &[&str] = &[
    "be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'m", "’m", "'re", "’re",
    "ai", "s", "m", "r",
];

const HAVE: &[&str] = &["have", "has", "had", "having", "'ve", "’ve", "'d", "’d", "ve"];

const DO: &[&str] = &["do", "does", "did"];

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| other.eq_ignore_ascii_case(word))
}

/// Whether a noun phrase goes on after a demonstrative.
fn opens_noun_phrase(after: &[Tag]) -> bool {
    match after {
        [Tag::Rb | Tag::Rbr | Tag::Rbs, rest @ ..] => {
            rest.first().is_some_and(|tag| tag.is_adjective())
        }
        [tag, ..] => is_inside_noun_phrase(*tag),
        [] => false,
    }
}

fn is_inside_noun_phrase(tag: Tag) -> bool {
    tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Cd | Tag::Vbg | Tag::Vbn)
}

/// Whether nouns follow, as in *which party*.
fn names_follow(after: &[Tag]) -> bool {
    after.first().is_some_and(|tag| tag.is_noun() || tag.is_adjective())
}

/// Whether a preposition opens a clause.
fn subordinates(word: &str, after: &[Tag]) -> bool {
    if is_one_of(word, CONJUNCTIONS) {
        return after.first() != Some(&Tag::In) || is_one_of(word, &["that", "if"]);
    }
    match after.first() {
        Some(Tag::Vbg) => !is_one_of(word, &["during", "including", "according"]),
        Some(Tag::Vbn | Tag::In) if is_one_of(word, &["as", "than"]) => true,
        _ if is_one_of(word, &["for"]) => clause_follows(after, |tag| tag == Tag::To),
        _ => is_one_of(word, CLAUSE_OPENERS) && clause_follows(after, Tag::is_finite_verb),
    }
}

/// Whether the `wanted` verb comes right after a noun phrase, its subject.
fn clause_follows(after: &[Tag], wanted: fn(Tag) -> bool) -> bool {
    for (i, &tag) in after.iter().take(7).enumerate() {
        match tag {
            tag if wanted(tag) => return i > 0,
            tag if is_inside_noun_phrase(tag) || tag.is_adverb() => {}
            Tag::Dt | Tag::Prp | Tag::PrpS | Tag::Ex | Tag::Pos | Tag::Pdt => {}
            _ => return false,
        }
    }
    false
}

/// Whether a verb is an auxiliary or the copula.
fn is_auxiliary(word: &str, before: &[Tag], after: &[Tag]) -> bool {
    if is_one_of(word, BE) {
        return !is_existential(before, after);
    }
    if is_one_of(word, HAVE) {
        return verb_follows(before, after, &[Tag::Vbn, Tag::Vbd]);
    }
    is_one_of(word, DO)
        && (after.first() == Some(&Tag::Rb) || verb_follows(before, after, &[Tag::Vb, Tag::Vbp]))
}

/// Whether *there* is the subject of a form of *be*, with other auxiliaries between or not.
fn is_existential(before: &[Tag], after: &[Tag]) -> bool {
    let between = |tag: &&Tag| **tag == Tag::Md || tag.is_adverb() || tag.is_verb();
    let subject = before.iter().rev().take(4).find(|tag| !between(tag));
    subject == Some(&Tag::Ex) || after.first() == Some(&Tag::Ex)
}

/// Whether one of the `wanted` verbs follows; in questions the subject stands between.
fn verb_follows(before: &[Tag], after: &[Tag], wanted: &[Tag]) -> bool {
    let inverted = before.last().is_none_or(|tag| tag.is_wh() || tag.is_punctuation());
    for &tag in after.iter().take(6) {
        match tag {
            tag if wanted.contains(&tag) => return true,
            Tag::Prp => {}
            tag if tag.is_adverb() => {}
            Tag::Dt | Tag::PrpS | Tag::Cd if inverted => {}
            tag if inverted && (tag.is_noun() || tag.is_adjective()) => {}
            _ => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::document::TokenKind;

    /// Reads `word/TAG` pairs and gives the parts of speech in one line.
    fn read(line: &str) -> String {
        let (mut tokens, mut tags) = (Vec::new(), Vec::new());
        let mut start = 0;
        for pair in line.split(' ') {
            let (word, tag) = pair.rsplit_once('/').unwrap();
            let span = Span::new(start, start + word.len());
            tokens.push(Token { span, kind: TokenKind::Word, quoted: false });
            tags.push(Tag::parse(tag).unwrap());
            start += pair.len() + 1;
        }
        let names = (0..tags.len()).map(|i| upos(line, &tokens, &tags, i).as_str());
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_read_back() {
        for upos in Upos::ALL {
            assert_eq!(Upos::parse(upos.as_str()), Some(upos));
        }
        assert_eq!(upos("", &[], &[], 3), Upos::X);
    }

    #[test]
    fn auxiliaries_depend_on_what_follows() {
        assert_eq!(read("has/VBZ not/RB said/VBN"), "AUX PART VERB");
        assert_eq!(read("has/VBZ money/NN"), "VERB NOUN");
        assert_eq!(read("Did/VBD they/PRP vote/VB"), "AUX PRON VERB");
        assert_eq!(read("did/VBD it/PRP"), "VERB PRON");
        assert_eq!(read("There/EX is/VBZ hope/NN"), "PRON VERB NOUN");
    }

    #[test]
    fn prepositions_and_conjunctions_part() {
        assert_eq!(read("after/IN the/DT vote/NN"), "ADP DET NOUN");
        assert_eq!(read("after/IN she/PRP left/VBD"), "SCONJ PRON VERB");
        assert_eq!(read("because/IN of/IN it/PRP"), "ADP ADP PRON");
        assert_eq!(read("by/IN saying/VBG so/RB"), "SCONJ VERB ADV");
    }

    #[test]
    fn demonstratives_stand_alone_or_not() {
        assert_eq!(read("this/DT is/VBZ"), "PRON AUX");
        assert_eq!(read("this/DT new/JJ law/NN"), "DET ADJ NOUN");
        assert_eq!(read("which/WDT party/NN"), "DET NOUN");
    }
}
