//! An article tagged and looked up: what every stage after the tagger reads.

use crate::document::{Document, TokenKind};
use crate::lexicon::{Facts, Lexicon, WordId, hash};
use crate::tagger::{Tag, Tagger, headline, lemma_into, speaker, speech};

/// What the lexicon says of one token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lexeme {
    /// The number of its form, in lower case.
    pub form: WordId,
    /// The number of its lemma.
    pub lemma: WordId,
    /// A hash of its lemma, for words that the seeds do not hold.
    pub hash: u32,
    /// What the seeds say of its form or lemma.
    pub facts: Facts,
}

/// A document with, for every token, its part of speech and what the lexicon says of it.
#[derive(Debug, Clone)]
pub struct Article<'t> {
    /// The text taken apart.
    pub document: Document<'t>,
    /// Parts of speech, a token each.
    pub tags: Vec<Tag>,
    /// Look-ups, a token each.
    pub lexemes: Vec<Lexeme>,
}

impl<'t> Article<'t> {
    /// Tags a document and looks its words up.
    pub fn new(document: Document<'t>, tagger: &Tagger, lexicon: &Lexicon) -> Self {
        let mut tags = Vec::with_capacity(document.tokens.len());
        for sentence in &document.sentences {
            let first = tags.len();
            tagger.tag(document.text, &document.tokens[sentence.tokens.range()], &mut tags);
            headline::mend(&document, sentence, &mut tags[first..], lexicon);
            speaker::mend(&document, sentence, &mut tags[first..]);
            speech::mend(&document, sentence, &mut tags[first..], lexicon);
        }
        let mut reader = Reader { lexicon, form: String::new(), lemma: String::new() };
        let lexemes = (0..document.tokens.len() as u32)
            .map(|i| {
                reader.look_up(document.word(i), document.tokens[i as usize].kind, tags[i as usize])
            })
            .collect();
        Self { document, tags, lexemes }
    }

    /// The part of speech of a token.
    pub fn tag(&self, token: u32) -> Tag {
        self.tags.get(token as usize).copied().unwrap_or(Tag::Nfp)
    }

    /// What the lexicon says of a token.
    pub fn lexeme(&self, token: u32) -> Lexeme {
        self.lexemes.get(token as usize).copied().unwrap_or_default()
    }

    /// The words of a token.
    pub fn word(&self, token: u32) -> &'t str {
        self.document.word(token)
    }
}

/// Looks words up; keeps its buffers.
struct Reader<'l> {
    lexicon: &'l Lexicon,
    form: String,
    lemma: String,
}

impl Reader<'_> {
    fn look_up(&mut self, word: &str, kind: TokenKind, tag: Tag) -> Lexeme {
        if matches!(
            kind,
            TokenKind::Punct
                | TokenKind::OpenQuote
                | TokenKind::CloseQuote
                | TokenKind::Symbol
                | TokenKind::Url
        ) {
            return Lexeme { hash: hash(word), ..Lexeme::default() };
        }
        lower_into(word, &mut self.form);
        let (form, form_hash) = self.lexicon.word_and_hash(&self.form);
        let inflects = tag.is_verb() || tag.is_noun();
        if !inflects {
            return Lexeme { form, lemma: form, hash: form_hash, facts: self.lexicon.facts(form) };
        }
        self.lemma.clear();
        lemma_into(&self.form, tag, &mut self.lemma);
        let (lemma, hash) = if self.lemma == self.form {
            (form, form_hash)
        } else {
            self.lexicon.word_and_hash(&self.lemma)
        };
        let facts = Facts(self.lexicon.facts(form).0 | self.lexicon.facts(lemma).0);
        Lexeme { form, lemma, hash, facts }
    }
}

/// Lower case, with straight apostrophes.
fn lower_into(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
    } else {
        out.extend(
            word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }),
        );
    }
}
