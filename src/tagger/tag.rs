//! Parts of speech: the Penn Treebank tags.

/// Declares the tags, their spelling and their number in one place.
macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// A Penn Treebank tag, as CoreNLP writes them, with two of the later English
        /// treebanks: `ADD` for addresses and `NFP` for ornaments such as `***`.
        ///
        /// Unlike in CoreNLP, the preposition *to* is `IN`; `TO` is left to infinitives.
        ///
        /// ```
        /// use onrecord::tagger::Tag;
        /// assert_eq!(Tag::parse("PRP$"), Some(Tag::PrpS));
        /// assert_eq!(Tag::PrpS.as_str(), "PRP$");
        /// assert!(Tag::Vbd.is_finite_verb() && !Tag::Vbg.is_finite_verb());
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Tag { $($(#[$doc])* $name,)* }

        impl Tag {
            /// Every tag, in the order of their numbers.
            pub const ALL: &'static [Tag] = &[$(Tag::$name,)*];

            /// The tag as the treebank spells it.
            pub fn as_str(self) -> &'static str {
                match self { $(Tag::$name => $text,)* }
            }

            /// Reads a tag as the treebank spells it.
            pub fn parse(text: &str) -> Option<Tag> {
                match text { $($text => Some(Tag::$name),)* _ => None }
            }
        }
    };
}

tags! {
    /// Coordinating conjunction: *and*.
    Cc = "CC",
    /// Number: *two*, *1,200*.
    Cd = "CD",
    /// Determiner: *the*.
    Dt = "DT",
    /// Existential *there*.
    Ex = "EX",
    /// Foreign word.
    Fw = "FW",
    /// Preposition or subordinating conjunction.
    In = "IN",
    /// Adjective.
    Jj = "JJ",
    /// Comparative adjective.
    Jjr = "JJR",
    /// Superlative adjective.
    Jjs = "JJS",
    /// Mark of a list item.
    Ls = "LS",
    /// Modal verb.
    Md = "MD",
    /// Common noun, singular.
    Nn = "NN",
    /// Common noun, plural.
    Nns = "NNS",
    /// Proper noun, singular.
    Nnp = "NNP",
    /// Proper noun, plural.
    Nnps = "NNPS",
    /// Predeterminer: *all the*.
    Pdt = "PDT",
    /// Possessive ending: *'s*.
    Pos = "POS",
    /// Personal pronoun.
    Prp = "PRP",
    /// Possessive pronoun: *her*.
    PrpS = "PRP$",
    /// Adverb.
    Rb = "RB",
    /// Comparative adverb.
    Rbr = "RBR",
    /// Superlative adverb.
    Rbs = "RBS",
    /// Particle: give *up*.
    Rp = "RP",
    /// Symbol.
    Sym = "SYM",
    /// *to* before an infinitive.
    To = "TO",
    /// Interjection.
    Uh = "UH",
    /// Verb, base form.
    Vb = "VB",
    /// Verb, past tense.
    Vbd = "VBD",
    /// Verb, gerund or present participle.
    Vbg = "VBG",
    /// Verb, past participle.
    Vbn = "VBN",
    /// Verb, present, not third person singular.
    Vbp = "VBP",
    /// Verb, present, third person singular.
    Vbz = "VBZ",
    /// *wh*-determiner, relative *that*.
    Wdt = "WDT",
    /// *wh*-pronoun: *who*.
    Wp = "WP",
    /// Possessive *wh*-pronoun: *whose*.
    WpS = "WP$",
    /// *wh*-adverb: *when*.
    Wrb = "WRB",
    /// `#`.
    Hash = "#",
    /// Currency.
    Dollar = "$",
    /// End of a sentence.
    Period = ".",
    /// Comma.
    Comma = ",",
    /// Colon, semicolon, dash, ellipsis.
    Colon = ":",
    /// Opening bracket.
    Lrb = "-LRB-",
    /// Closing bracket.
    Rrb = "-RRB-",
    /// Opening quotation mark.
    OpenQuote = "``",
    /// Closing quotation mark.
    CloseQuote = "''",
    /// Web or e-mail address.
    Add = "ADD",
    /// Other punctuation.
    Nfp = "NFP",
}

impl Tag {
    /// How many tags there are.
    pub const COUNT: usize = Tag::ALL.len();

    /// The tag of a number, as weights store it.
    pub(crate) fn from_number(number: u8) -> Option<Tag> {
        Tag::ALL.get(usize::from(number)).copied()
    }

    /// A common or proper noun.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps)
    }

    /// A proper noun.
    pub fn is_proper(self) -> bool {
        matches!(self, Tag::Nnp | Tag::Nnps)
    }

    /// A plural noun.
    pub fn is_plural(self) -> bool {
        matches!(self, Tag::Nns | Tag::Nnps)
    }

    /// An adjective.
    pub fn is_adjective(self) -> bool {
        matches!(self, Tag::Jj | Tag::Jjr | Tag::Jjs)
    }

    /// An adverb, *wh*-adverbs left out.
    pub fn is_adverb(self) -> bool {
        matches!(self, Tag::Rb | Tag::Rbr | Tag::Rbs)
    }

    /// A verb, modals left out.
    pub fn is_verb(self) -> bool {
        matches!(self, Tag::Vb | Tag::Vbd | Tag::Vbg | Tag::Vbn | Tag::Vbp | Tag::Vbz)
    }

    /// A verb with a tense, or a modal.
    pub fn is_finite_verb(self) -> bool {
        matches!(self, Tag::Vbd | Tag::Vbp | Tag::Vbz | Tag::Md)
    }

    /// A word that opens a relative clause or question: *who*, *which*, *when*.
    pub fn is_wh(self) -> bool {
        matches!(self, Tag::Wdt | Tag::Wp | Tag::WpS | Tag::Wrb)
    }

    /// Punctuation, quotation marks and brackets included.
    pub fn is_punctuation(self) -> bool {
        use Tag::*;
        matches!(self, Period | Comma | Colon | Lrb | Rrb | OpenQuote | CloseQuote | Nfp)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_reads_back() {
        for (number, &tag) in Tag::ALL.iter().enumerate() {
            assert_eq!(Tag::parse(tag.as_str()), Some(tag));
            assert_eq!(Tag::from_number(number as u8), Some(tag));
        }
        assert_eq!(Tag::parse("nn"), None);
        assert_eq!(Tag::from_number(Tag::COUNT as u8), None);
    }
}
