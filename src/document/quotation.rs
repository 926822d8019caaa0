//! Quotation marks, paired within their paragraph chain and never beyond it.
//!
//! A mark opens or closes by its own shape where it has one (curly, guillemets), else by what stands
//! around it and what is open. A quotation that is still open where its paragraph ends goes on only
//! if the next paragraph begins with an opening mark of its kind; else its closing mark is lost, and
//! the loss stays within that paragraph.

use super::{Block, BlockKind, Token, TokenKind, TokenSpan};
use crate::Span;

/// The number of a quotation in its document, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QuotationId(pub u32);

/// The kind of marks around a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mark {
    /// `“…”`, `"…"`, `''…''`, ` ``…'' `, `„…“`.
    Double,
    /// `‘…’`, `'…'`.
    Single,
    /// `«…»`.
    Guillemet,
}

/// How a quotation ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Closing {
    /// With its mark.
    Closed,
    /// Without one, because the next paragraph takes it up with a new opening mark.
    Continued,
    /// Its mark is missing.
    Lost,
    /// It is a closing mark alone, whose opening mark is missing.
    NeverOpened,
}

/// A quotation: from its opening mark to its closing one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// Its bytes, marks included.
    pub span: Span,
    /// Its tokens, marks included.
    pub tokens: TokenSpan,
    /// Its kind of marks.
    pub mark: Mark,
    /// 0 for a quotation in running text, 1 for one within it, and so on.
    pub depth: u8,
    /// How it ends.
    pub closing: Closing,
    /// The quotation of the paragraph before that this one continues.
    pub continues: Option<QuotationId>,
}

/// Quotations nest no deeper; a mark beyond is a mark.
const DEEPEST: usize = 4;

/// Pairs the marks of every block, sets [`Token::quoted`], and gives the quotations in order.
pub(super) fn pair(text: &str, blocks: &[Block], tokens: &mut [Token]) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut left_open: Option<(Mark, u32)> = None;
    for block in blocks {
        let mut pairing = Pairing::new(text, tokens, block.tokens, &mut found);
        pairing.run(left_open.take());
        left_open = pairing.finish();
        if block.kind != BlockKind::Paragraph && block.kind != BlockKind::BlockQuote {
            // A title or a bullet hands nothing on.
            if let Some((_, id)) = left_open.take() {
                found[id as usize].closing = Closing::Lost;
            }
        }
    }
    if let Some((_, id)) = left_open {
        found[id as usize].closing = Closing::Lost;
    }
    for quotation in found.iter().filter(|q| q.depth == 0 && q.closing != Closing::NeverOpened) {
        tokens[quotation.tokens.range()].iter_mut().for_each(|t| t.quoted = true);
    }
    found
}

struct Pairing<'a> {
    text: &'a str,
    tokens: &'a mut [Token],
    span: TokenSpan,
    found: &'a mut Vec<Quotation>,
    /// Open quotations, outermost first, as indices into `found`.
    open: Vec<u32>,
    /// Single marks that can only close, from the right; the next one is last.
    closers: Vec<u32>,
}

impl<'a> Pairing<'a> {
    fn new(
        text: &'a str,
        tokens: &'a mut [Token],
        span: TokenSpan,
        found: &'a mut Vec<Quotation>,
    ) -> Self {
        let mut pairing = Self { text, tokens, span, found, open: Vec::new(), closers: Vec::new() };
        pairing.closers = pairing.sure_closers();
        pairing
    }

    fn run(&mut self, left_open: Option<(Mark, u32)>) {
        if let Some((mark, id)) = left_open {
            let first = self.tokens.get(self.span.start as usize).filter(|_| !self.span.is_empty());
            let takes_up = first.is_some_and(|t| t.kind.is_quote())
                && self.shape(self.span.start) == Shape::of(mark);
            if takes_up && self.may_open(self.span.start) {
                self.found[id as usize].closing = Closing::Continued;
                self.open_at(self.span.start, mark, Some(QuotationId(id)));
            } else {
                self.found[id as usize].closing = Closing::Lost;
            }
        }
        for i in self.span.range() {
            let i = i as u32;
            let already =
                self.found.last().is_some_and(|q| q.tokens.start == i && i == self.span.start);
            if self.tokens[i as usize].kind.is_quote() && !already {
                self.mark(i);
            }
        }
    }

    fn mark(&mut self, i: u32) {
        match self.shape(i) {
            Shape::Double => self.double(i),
            Shape::Single => self.single(i),
            Shape::Guillemet => self.guillemet(i),
        }
    }

    /// A double mark: closes what is open unless it can only open.
    fn double(&mut self, i: u32) {
        let word = self.word(i);
        let depth = self.open_depth(Mark::Double);
        // An opening mark that can only close was set by a careless hand: “Why?“ he asked.
        let turned = depth.is_some() && self.may_close(i) && !self.may_open(i);
        let curly_open = matches!(word, "“" | "``" | "„") && !turned;
        let opens = match (curly_open, word == "”", depth) {
            (true, _, _) => true,
            (_, true, _) => false,
            (_, _, None) => self.may_open(i),
            (_, _, Some(_)) => self.may_open(i) && !self.may_close(i),
        };
        match (opens, depth) {
            (true, None) => self.open_at(i, Mark::Double, None),
            // The one before has lost its closing mark: it ends here.
            (true, Some(d)) if self.open.len() == d + 1 => {
                self.lose_from(d, i);
                self.open_at(i, Mark::Double, None);
            }
            (true, Some(_)) => self.open_at(i, Mark::Double, None),
            (false, Some(d)) => self.close(d, i),
            (false, None) => self.never_opened(i, Mark::Double),
        }
    }

    /// A single mark: a quotation mark only where a partner is in sight, else an apostrophe.
    fn single(&mut self, i: u32) {
        let depth = self.open_depth(Mark::Single);
        let word = self.word(i);
        if let Some(d) = depth.filter(|_| word != "‘" && self.may_close(i)) {
            let later = self.closers.first().is_some_and(|&c| c > i)
                && self.follows_s(i)
                && self.before_lower(i);
            return if later { self.apostrophe(i) } else { self.close(d, i) };
        }
        while self.closers.last().is_some_and(|&c| c <= i) {
            self.closers.pop();
        }
        let partner = !self.closers.is_empty();
        if depth.is_none() && self.may_open(i) && partner && word != "’" {
            return self.open_at(i, Mark::Single, None);
        }
        self.apostrophe(i);
    }

    fn guillemet(&mut self, i: u32) {
        match (self.word(i), self.open_depth(Mark::Guillemet)) {
            (_, None) if self.may_open(i) || self.word(i) == "«" => {
                self.open_at(i, Mark::Guillemet, None)
            }
            (_, Some(d)) => self.close(d, i),
            _ => self.never_opened(i, Mark::Guillemet),
        }
    }

    fn open_at(&mut self, i: u32, mark: Mark, continues: Option<QuotationId>) {
        if self.open.len() >= DEEPEST {
            return self.apostrophe(i);
        }
        self.tokens[i as usize].kind = TokenKind::OpenQuote;
        let depth = self.open.len() as u8;
        self.open.push(self.found.len() as u32);
        self.push(i, mark, depth, Closing::Lost, continues);
    }

    fn push(
        &mut self,
        i: u32,
        mark: Mark,
        depth: u8,
        closing: Closing,
        continues: Option<QuotationId>,
    ) {
        let tokens = TokenSpan { start: i, end: i + 1 };
        self.found.push(Quotation {
            span: self.tokens[i as usize].span,
            tokens,
            mark,
            depth,
            closing,
            continues,
        });
    }

    /// Closes the quotation at `depth`; what was open within it has lost its mark.
    fn close(&mut self, depth: usize, i: u32) {
        self.tokens[i as usize].kind = TokenKind::CloseQuote;
        self.lose_from(depth + 1, i);
        if let Some(id) = self.open.pop() {
            let end = self.tokens[i as usize].span;
            let quotation = &mut self.found[id as usize];
            quotation.closing = Closing::Closed;
            quotation.tokens.end = i + 1;
            quotation.span = quotation.span.join(end);
        }
    }

    /// Ends all from `depth` on before token `end`, as lost.
    fn lose_from(&mut self, depth: usize, end: u32) {
        while self.open.len() > depth {
            let Some(id) = self.open.pop() else { return };
            let last = self.tokens[end.saturating_sub(1) as usize].span;
            let quotation = &mut self.found[id as usize];
            quotation.tokens.end = end.max(quotation.tokens.start + 1);
            quotation.span.end = last.end.max(quotation.span.end);
        }
    }

    fn never_opened(&mut self, i: u32, mark: Mark) {
        self.tokens[i as usize].kind = TokenKind::CloseQuote;
        let depth = self.open.len() as u8;
        self.push(i, mark, depth, Closing::NeverOpened, None);
    }

    fn apostrophe(&mut self, i: u32) {
        self.tokens[i as usize].kind = TokenKind::Punct;
    }

    /// Ends the block; an outermost quotation left open may be taken up by the next one.
    fn finish(mut self) -> Option<(Mark, u32)> {
        let outer = self.open.first().map(|&id| (self.found[id as usize].mark, id));
        self.lose_from(0, self.span.end);
        outer
    }

    fn open_depth(&self, mark: Mark) -> Option<usize> {
        self.open.iter().rposition(|&id| self.found[id as usize].mark == mark)
    }

    fn word(&self, i: u32) -> &'a str {
        self.tokens[i as usize].span.of(self.text)
    }

    fn shape(&self, i: u32) -> Shape {
        match self.word(i) {
            "'" | "’" | "‘" => Shape::Single,
            "«" | "»" => Shape::Guillemet,
            _ => Shape::Double,
        }
    }

    fn before(&self, i: u32) -> Option<char> {
        self.text[..self.tokens[i as usize].span.start as usize].chars().next_back()
    }

    fn after(&self, i: u32) -> Option<char> {
        self.text[self.tokens[i as usize].span.end as usize..].chars().next()
    }

    /// Space, a bracket, a dash or another opening mark before it, and a word after it.
    fn may_open(&self, i: u32) -> bool {
        let opener = |c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '(' | '['
                        | '—'
                        | '–'
                        | '-'
                        | '“'
                        | '"'
                        | '‘'
                        | '\''
                        | '/'
                        | ':'
                        | '…'
                        | '>'
                        | '.'
                )
        };
        self.before(i).is_none_or(opener)
            && self.after(i).is_some_and(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | ')'))
    }

    /// A word or mark before it, and no word after it.
    fn may_close(&self, i: u32) -> bool {
        self.before(i).is_some_and(|c| !c.is_whitespace())
            && self.after(i).is_none_or(|c| !c.is_alphanumeric())
    }

    fn follows_s(&self, i: u32) -> bool {
        matches!(self.before(i), Some('s' | 'S'))
    }

    fn before_lower(&self, i: u32) -> bool {
        let rest = &self.text[self.tokens[i as usize].span.end as usize..];
        rest.strip_prefix(' ').is_some_and(|r| r.starts_with(char::is_lowercase))
    }

    /// Single marks that can close and are no plural possessive, the first last.
    fn sure_closers(&self) -> Vec<u32> {
        let sure = |&i: &u32| {
            self.tokens[i as usize].kind.is_quote()
                && self.shape(i) == Shape::Single
                && self.word(i) != "‘"
                && self.may_close(i)
                && !(self.follows_s(i) && self.before_lower(i))
        };
        self.span.range().rev().map(|i| i as u32).filter(sure).collect()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Double,
    Single,
    Guillemet,
}

impl Shape {
    fn of(mark: Mark) -> Self {
        match mark {
            Mark::Double => Shape::Double,
            Mark::Single => Shape::Single,
            Mark::Guillemet => Shape::Guillemet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    /// Each quotation's words and how it ends.
    fn read(text: &str) -> Vec<(&str, Closing)> {
        let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
        Document::read(text, &[]).quotations.iter().map(|q| (q.span.of(text), q.closing)).collect()
    }

    #[test]
    fn pairs() {
        use Closing::*;
        let cases: &[(&str, &[(&str, Closing)])] = &[
            ("“One,” he said. “Two.”", &[("“One,”", Closed), ("“Two.”", Closed)]),
            ("\"One,\" he said. \"Two.\"", &[("\"One,\"", Closed), ("\"Two.\"", Closed)]),
            ("''One,'' he said.", &[("''One,''", Closed)]),
            ("«One», he said.", &[("«One»", Closed)]),
            ("“Why?“ he asked.", &[("“Why?“", Closed)]),
            ("“He told me ‘no’ twice.”", &[("“He told me ‘no’ twice.”", Closed), ("‘no’", Closed)]),
            ("‘It’s the voters’ roll,’ she said.", &[("‘It’s the voters’ roll,’", Closed)]),
            (
                "'He said \"no\" to me,' she said.",
                &[("'He said \"no\" to me,'", Closed), ("\"no\"", Closed)],
            ),
            ("The voters’ roll of the ’90s and rock 'n' roll.", &[]),
            (
                "\"One, he said.\n\nTwo is \"three\" here.",
                &[("\"One, he said.", Lost), ("\"three\"", Closed)],
            ),
            ("“One.\n\n“Two,” he said.", &[("“One.", Continued), ("“Two,”", Closed)]),
            ("One,” he said.", &[("”", NeverOpened)]),
            (
                "He said \"one. Then \"two,\" he said.",
                &[("\"one. Then", Lost), ("\"two,\"", Closed)],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(&read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_lost_mark_stays_in_its_paragraph() {
        let mut text = String::from("He said “this is lost.\n\n");
        text.push_str(&"Plain words stand here. “Quoted,” she said.\n\n".repeat(20));
        let document = Document::read(&text, &[]);
        let quoted = document.tokens.iter().filter(|t| t.quoted).count();
        assert_eq!(quoted, 20 * 4 + 5);
    }
}
