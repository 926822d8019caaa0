//! Text in: blocks, sentences, tokens and quotations.
//!
//! The stages, in the order they run: `block` splits the text into lines and paragraphs and says
//! what each is (headline, heading, bullet, byline, paragraph …); `tokenizer` cuts each block into
//! tokens; `quotation` pairs the quotation marks, paragraph chain by paragraph chain; `sentence`
//! finds where sentences end. Everything is a span into the text as it was given.

mod abbreviation;
mod block;
mod directive;
mod quotation;
mod sentence;
mod token;
mod tokenizer;

pub use block::{Block, BlockKind};
pub use directive::Directive;
pub(crate) use directive::IGNORE;
#[cfg(feature = "html")]
pub(crate) use directive::is_said;
pub use quotation::{Closing, Mark, Quotation, QuotationId};
pub use sentence::Sentence;
pub use token::{Token, TokenKind, TokenSpan};

use crate::Span;

/// An article taken apart, with every part a span into its text.
///
/// ```
/// use onrecord::document::{BlockKind, Document};
/// let document = Document::read("Bridge to close\n\n“It is old,” said Dr. Ames. It opens in May.", &[]);
/// assert_eq!(document.blocks[0].kind, BlockKind::Headline);
/// assert_eq!(document.sentences.len(), 3);
/// assert_eq!(document.quotations[0].span.of(document.text), "“It is old,”");
/// ```
#[derive(Debug, Clone)]
pub struct Document<'t> {
    /// The text as it was given.
    pub text: &'t str,
    /// Headlines, headings, bullets, paragraphs …, in order.
    pub blocks: Vec<Block>,
    /// Sentences in order; none crosses a block.
    pub sentences: Vec<Sentence>,
    /// Tokens in order; none crosses a sentence.
    pub tokens: Vec<Token>,
    /// Quotations by their opening marks, in order.
    pub quotations: Vec<Quotation>,
    /// Lines and comments by which the text speaks to the checker, in order; no block holds them.
    pub directives: Vec<Directive>,
}

impl<'t> Document<'t> {
    /// Takes `text` apart. `author_lines` are the spans, in order, of what is no prose: the author
    /// lines of embedded posts; they hold no tokens and end the sentence before them.
    pub fn read(text: &'t str, author_lines: &[Span]) -> Self {
        let (blocks, directives) = block::split(text, author_lines);
        Self::of_blocks(text, blocks, directives, author_lines)
    }

    /// Takes a text apart whose blocks are known, in order.
    pub(crate) fn with_blocks(
        text: &'t str,
        blocks: &[(Span, BlockKind)],
        author_lines: &[Span],
    ) -> Self {
        let blocks = block::marked(text, blocks, author_lines);
        Self::of_blocks(text, blocks, Vec::new(), author_lines)
    }

    fn of_blocks(
        text: &'t str,
        blocks: Vec<Block>,
        directives: Vec<Directive>,
        author_lines: &[Span],
    ) -> Self {
        let mut document = Self {
            text,
            blocks,
            directives,
            sentences: Vec::new(),
            tokens: Vec::with_capacity(text.len() / 5),
            quotations: Vec::new(),
        };
        document.tokenize(author_lines);
        document.quotations = quotation::pair(text, &document.blocks, &mut document.tokens);
        document.split_sentences();
        document
    }

    /// Adds what comments of the article's source say to the checker, each with its place in the text.
    pub(crate) fn add_directives(&mut self, comments: impl IntoIterator<Item = (u32, String)>) {
        let added = comments
            .into_iter()
            .map(|(at, text)| Directive { span: Span { start: at, end: at }, text });
        self.directives.extend(added);
        self.directives.sort_by_key(|d| d.span);
    }

    fn tokenize(&mut self, author_lines: &[Span]) {
        let mut skip = author_lines.iter().copied().peekable();
        for block in &mut self.blocks {
            let first = self.tokens.len();
            // A dateline is no part of the first sentence: its words are passed over.
            let dateline = block.kind == BlockKind::Paragraph;
            let dateline =
                dateline.then(|| crate::grammar::line::dateline(block.span.of(self.text)));
            let mut at = block.span.start + dateline.flatten().unwrap_or(0) as u32;
            while skip.next_if(|s| s.end <= at).is_some() {}
            while let Some(line) = skip.next_if(|s| s.start < block.span.end) {
                tokenizer::tokenize(
                    self.text,
                    Span { start: at, end: line.start.max(at) },
                    &mut self.tokens,
                );
                at = line.end.min(block.span.end).max(at);
            }
            let rest = Span { start: at, end: block.span.end };
            tokenizer::tokenize(self.text, rest, &mut self.tokens);
            block.tokens = TokenSpan::new(first, self.tokens.len());
        }
    }

    fn split_sentences(&mut self) {
        for (index, block) in self.blocks.iter_mut().enumerate() {
            let first = self.sentences.len() as u32;
            sentence::split(
                self.text,
                &self.tokens,
                block.tokens,
                index as u32,
                &mut self.sentences,
            );
            block.sentences = first..self.sentences.len() as u32;
        }
    }

    /// The words of a token.
    pub fn word(&self, token: u32) -> &'t str {
        self.tokens.get(token as usize).map_or("", |t| t.span.of(self.text))
    }

    /// The text from the first of some tokens to the last; empty for none.
    pub fn span(&self, tokens: TokenSpan) -> Span {
        match self.tokens.get(tokens.range()) {
            Some([first, .., last]) => first.span.join(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// The tokens that overlap `span`.
    pub fn tokens_in(&self, span: Span) -> TokenSpan {
        let first = self.tokens.partition_point(|t| t.span.end <= span.start);
        let last = self.tokens.partition_point(|t| t.span.start < span.end);
        TokenSpan::new(first, last.max(first))
    }

    /// Whether some of a span is quoted.
    ///
    /// ```
    /// use onrecord::{Span, document::Document};
    /// let document = Document::read("Orr called it “old”.", &[]);
    /// assert!(document.quotes(Span::new(0, 20)) && !document.quotes(Span::new(0, 10)));
    /// ```
    pub fn quotes(&self, span: Span) -> bool {
        self.tokens[self.tokens_in(span).range()].iter().any(|t| t.quoted)
    }

    /// The index of the sentence that holds a token.
    pub fn sentence_of(&self, token: u32) -> Option<usize> {
        let next = self.sentences.partition_point(|s| s.tokens.start <= token);
        next.checked_sub(1).filter(|&i| token < self.sentences[i].tokens.end)
    }

    /// How many of some tokens are words or numbers, as a reader counts them.
    pub fn count_words(&self, tokens: TokenSpan) -> usize {
        let counted = |t: &&Token| t.kind.is_word();
        self.tokens.get(tokens.range()).map_or(0, |t| t.iter().filter(counted).count())
    }
}
