//! Learns the tagger's weights (averaged perceptron) and measures them.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use super::TrainError;
use super::conll::{Sentence, read_conllu, read_corenlp};
use super::lottery::Lottery;
use super::perceptron::Perceptron;
use super::recase::{Casing, recase};
use crate::Span;
use crate::document::Token;
use crate::tagger::{Case, Context, Entry, Stored, Tag, Tagger, Upos, Word, lemma, upos};

/// How often the corpora are read.
const EPOCHS: usize = 8;
/// How often each treebank sentence is read in an epoch, against once for PolNeAR's.
const TREEBANK_WEIGHT: usize = 8;
/// Bytes that the weights may take.
const MAX_BYTES: usize = 1_500_000;
/// A word is looked up, not weighed, if it occurs this often …
const CERTAIN_COUNT: u32 = 40;
/// … and this share of the occurrences has one tag.
const CERTAIN_SHARE: f64 = 0.995;
/// Tags rarer than this share of a word's occurrences are taken for mistakes.
const CLASS_SHARE: f64 = 0.01;
/// Fewest occurrences of a word in the lexicon.
const LEXICON_COUNT: u32 = 2;

/// Sentences with fewer words keep their case: what they are cannot be told without it.
const SHORT: usize = 6;

/// How far learning has come.
#[derive(Debug, Clone, Copy)]
pub(super) struct Progress {
    /// The epoch that ended, from 1.
    pub epoch: usize,
    /// How many there are.
    pub epochs: usize,
    /// Words that the model decided in it.
    pub words: usize,
    /// How many of them it got wrong.
    pub mistakes: usize,
}

/// What the tagger learns from.
pub(super) struct Corpus {
    /// The sentences of the news, each with the name of its article.
    news: Vec<(String, Sentence)>,
    treebank: Vec<Sentence>,
}

impl Corpus {
    /// Reads `polnear/train` and `ud/en_ewt-ud-dev.conllu` below a folder.
    pub(super) fn read(folder: &Path) -> Result<Self, TrainError> {
        let news = read_corenlp(&folder.join("polnear/train"))?;
        Ok(Self { news, treebank: read_conllu(&folder.join("ud/en_ewt-ud-dev.conllu"))? })
    }

    /// Learns from the treebank and all articles but those whose names `left_out` holds; the same bytes from the
    /// same files. `progress` hears of every epoch.
    pub(super) fn learn(
        &self,
        left_out: &HashSet<&str>,
        progress: &mut dyn FnMut(Progress),
    ) -> Vec<u8> {
        let news = self.news.iter().filter(|(article, _)| !left_out.contains(article.as_str()));
        let news: Vec<&Sentence> = news.map(|(_, sentence)| sentence).collect();
        let lexicon = Lexicon::count(&news, &self.treebank);
        let mut order = news;
        for _ in 0..TREEBANK_WEIGHT {
            order.extend(&self.treebank);
        }
        let mut lottery = Lottery::new(2026);
        let mut perceptron = Perceptron::default();
        for epoch in 1..=EPOCHS {
            lottery.shuffle(&mut order);
            let mut report = Progress { epoch, epochs: EPOCHS, words: 0, mistakes: 0 };
            for sentence in &order {
                learn_sentence(sentence, &lexicon, &mut perceptron, &mut lottery, &mut report);
            }
            progress(report);
        }
        let lexicon: Vec<_> = lexicon.entries.into_iter().map(|(k, v)| (k, v.0)).collect();
        fit(&perceptron, lexicon)
    }
}

/// Drops the weakest features until the file is small enough.
fn fit(perceptron: &Perceptron, lexicon: Vec<(u32, Entry)>) -> Vec<u8> {
    let mut stored = Stored { lexicon, rows: Vec::new() };
    let mut least = 1;
    loop {
        stored.rows = perceptron.quantise(least);
        let file = stored.encode();
        if file.len() <= MAX_BYTES || least == i8::MAX {
            return file;
        }
        least += 1;
    }
}

/// Tags a sentence with the weights so far and corrects them where they err.
fn learn_sentence(
    sentence: &Sentence,
    lexicon: &Lexicon,
    perceptron: &mut Perceptron,
    lottery: &mut Lottery,
    report: &mut Progress,
) {
    let casing = if sentence.len() < SHORT { Casing::AsIs } else { Casing::draw(lottery) };
    let words: Vec<Word> = (sentence.iter().enumerate())
        .map(|(i, marked)| {
            let form = recase(&marked.form, casing, i == 0);
            let token = Token { span: Span::new(0, form.len()), kind: marked.kind, quoted: false };
            lexicon.look_up(Word::read(&form, &token), lottery)
        })
        .collect();
    let case = Case::of(&words);
    let mut initial = true;
    let mut tags = Vec::with_capacity(words.len());
    for (i, (word, marked)) in words.iter().zip(sentence).enumerate() {
        let tag = word.fixed.unwrap_or_else(|| {
            let features = Context::new(&words, i, &tags, case, initial).features();
            let guess = perceptron.best(&features);
            if let Some(truth) = marked.tag {
                report.words += 1;
                report.mistakes += usize::from(guess != truth);
                perceptron.learn(&features, truth, guess);
            }
            guess
        });
        initial &= tag.is_punctuation();
        tags.push(tag);
    }
}

/// The words of the corpora with the tags that they were seen with.
struct Lexicon {
    /// By hash: what is stored, and how often the word occurs.
    entries: BTreeMap<u32, (Entry, u32)>,
}

/// How often a word has each tag, in lower case and in any.
#[derive(Default)]
struct Counts {
    lower: BTreeMap<Tag, u32>,
    any: BTreeMap<Tag, u32>,
}

impl Lexicon {
    fn count(news: &[&Sentence], treebank: &[Sentence]) -> Lexicon {
        let mut counts: BTreeMap<u32, Counts> = BTreeMap::new();
        let weighted = news.iter().map(|&s| (s, 1)).chain(treebank.iter().map(|s| (s, 3)));
        for (sentence, weight) in weighted {
            for marked in sentence {
                let Some(tag) = marked.tag else { continue };
                let word = Word::of_form(&marked.form);
                let counts = counts.entry(word.form).or_default();
                *counts.any.entry(tag).or_default() += weight;
                if !word.shape.is_capitalised() {
                    *counts.lower.entry(tag).or_default() += weight;
                }
            }
        }
        let mut classes = BTreeMap::new();
        let known = |counts: &Counts| counts.any.values().sum::<u32>() >= LEXICON_COUNT;
        let entries = (counts.iter().filter(|(_, counts)| known(counts)))
            .map(|(&form, counts)| {
                let total = counts.any.values().sum();
                (form, (counts.entry(&mut classes), total))
            })
            .collect();
        Lexicon { entries }
    }

    /// Adds what is known of a word; rare words are now and then taken for unknown.
    fn look_up(&self, word: Word, lottery: &mut Lottery) -> Word {
        match self.entries.get(&word.form) {
            Some(&(_, count)) if lottery.draw() < 1.0 / (1.0 + f64::from(count)) => {
                Word { form: 0, ..word }
            }
            Some(&(entry, _)) => word.known_as(entry),
            None => word,
        }
    }
}

impl Counts {
    fn entry(&self, classes: &mut BTreeMap<u64, u16>) -> Entry {
        let total = self.any.values().sum::<u32>();
        let least = f64::from(total) * CLASS_SHARE;
        let usual = self.any.iter().filter(|&(_, &count)| f64::from(count) >= least);
        let set = usual.fold(0, |set, (&tag, _)| set | 1 << tag as u64);
        let next = classes.len() as u16 + 1;
        let class = *classes.entry(set).or_insert(next);
        let any = certain(&self.any);
        Entry { class, tag: any.or_else(|| certain(&self.lower)), any_case: any.is_some() }
    }
}

/// The tag that a word nearly always has.
fn certain(counts: &BTreeMap<Tag, u32>) -> Option<Tag> {
    let total = counts.values().sum::<u32>();
    let (&tag, &count) = counts.iter().max_by_key(|&(_, &count)| count)?;
    let sure = total >= CERTAIN_COUNT && f64::from(count) >= CERTAIN_SHARE * f64::from(total);
    sure.then_some(tag)
}

/// What a tagger got right on a treebank.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Figures {
    /// Words of the treebank.
    pub words: usize,
    /// Words with the right universal part of speech.
    pub upos: usize,
    /// Words with the right Penn tag.
    pub tags: usize,
    /// Proper nouns found.
    pub proper_found: usize,
    /// Proper nouns of the treebank.
    pub proper: usize,
    /// Words taken for proper nouns.
    pub proper_claimed: usize,
    /// Verbs and auxiliaries with the right lemma, given the treebank's tags.
    pub verb_lemmas: usize,
    /// Verbs and auxiliaries of the treebank.
    pub verbs: usize,
    /// How often each part of speech (first) was taken for another (second).
    pub confusions: BTreeMap<(Upos, Upos), usize>,
}

impl Figures {
    fn count(&mut self, truth: Upos, guess: Upos) {
        let right = truth == guess;
        self.words += 1;
        self.upos += usize::from(right);
        self.proper += usize::from(truth == Upos::Propn);
        self.proper_claimed += usize::from(guess == Upos::Propn);
        self.proper_found += usize::from(truth == Upos::Propn && right);
        if !right {
            *self.confusions.entry((truth, guess)).or_default() += 1;
        }
    }

    /// Share of words with the right universal part of speech, 0 to 1.
    pub fn accuracy(&self) -> f64 {
        self.upos as f64 / self.words.max(1) as f64
    }

    /// Share of verbs and auxiliaries with the right lemma, 0 to 1.
    pub fn lemma_accuracy(&self) -> f64 {
        self.verb_lemmas as f64 / self.verbs.max(1) as f64
    }

    /// F1 of proper nouns, 0 to 1.
    pub fn proper_f1(&self) -> f64 {
        2.0 * self.proper_found as f64 / (self.proper + self.proper_claimed).max(1) as f64
    }
}

/// Measures a tagger on a treebank in CoNLL-U, with the treebank's own words.
pub fn evaluate(tagger: &Tagger, treebank: &Path) -> Result<Figures, TrainError> {
    let mut figures = Figures::default();
    for sentence in read_conllu(treebank)? {
        let (text, tokens) = lay_out(&sentence);
        let mut tags = Vec::new();
        tagger.tag(&text, &tokens, &mut tags);
        for (i, marked) in sentence.iter().enumerate() {
            let Some(truth) = marked.upos else { continue };
            let guess = upos(&text, &tokens, &tags, i);
            figures.count(truth, guess);
            figures.tags += usize::from(marked.tag == Some(tags[i]));
            if let (Upos::Verb | Upos::Aux, Some(tag)) = (truth, marked.tag) {
                figures.verbs += 1;
                let form = marked.form.to_lowercase();
                figures.verb_lemmas += usize::from(lemma(&form, tag) == marked.lemma);
            }
        }
    }
    Ok(figures)
}

/// The sentence as a text with its tokens.
fn lay_out(sentence: &Sentence) -> (String, Vec<Token>) {
    let mut text = String::new();
    let mut tokens = Vec::with_capacity(sentence.len());
    for marked in sentence {
        let start = text.len();
        text.push_str(&marked.form);
        let span = Span::new(start, text.len());
        tokens.push(Token { span, kind: marked.kind, quoted: false });
        text.push(' ');
    }
    (text, tokens)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::TokenKind;
    use crate::train::conll::MarkedWord;

    fn sentence(words: &[(&str, Tag)]) -> Sentence {
        let word = |&(form, tag): &(&str, Tag)| MarkedWord {
            form: form.to_owned(),
            kind: TokenKind::Word,
            tag: Some(tag),
            upos: None,
            lemma: String::new(),
        };
        words.iter().map(word).collect()
    }

    #[test]
    fn nothing_is_learned_from_what_is_left_out() {
        let a = ("a".to_owned(), sentence(&[("bridges", Tag::Nns), ("leak", Tag::Vbp)]));
        let b = ("b".to_owned(), sentence(&[("bridges", Tag::Vbz), ("leak", Tag::Nn)]));
        let corpus = |news: [&(String, Sentence); 4]| Corpus {
            news: news.map(Clone::clone).to_vec(),
            treebank: Vec::new(),
        };
        let learn = |corpus: &Corpus, left_out: &[&str]| {
            corpus.learn(&left_out.iter().copied().collect(), &mut |_| ())
        };
        let both = corpus([&a, &a, &b, &b]);
        let alone = Corpus { news: vec![a.clone(), a], treebank: Vec::new() };
        assert_eq!(learn(&both, &["b"]), learn(&alone, &[]));
        assert_ne!(learn(&both, &[]), learn(&alone, &[]));
    }
}
