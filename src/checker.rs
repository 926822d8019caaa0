//! The checker: what is compiled once, and the one pass from text to review.

use crate::article::Article;
use crate::claim::HouseTerms;
use crate::document::Document;
use crate::embed::{Date, Embed};
use crate::grammar::row::Rows;
use crate::lexicon::{House, Lexicon};
use crate::lint::Basis;
use crate::net::Reading;
use crate::page::Page;
use crate::span::readable;
use crate::tagger::Tagger;
use crate::weights::{Parts, WeightsError};
use crate::{
    Attribution, Error, Explanation, Review, attribution, claim, dated, echo, embed, lint, score,
    source,
};
use std::sync::Arc;

/// What a checker is asked to do.
///
/// ```
/// use onrecord::{Checker, Settings};
/// let settings = Settings { threshold: 0.3, ..Settings::default() };
/// let checker = Checker::new(settings);
/// assert_eq!(checker.review("“It is old,” said Dr. Ames.").attributions.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The longest text that [`Checker::try_review`] takes, in bytes.
    pub max_bytes: usize,
    /// Attributions with less confidence than this (0 to 1) are left out. Somebody said what is quoted: half of it
    /// does for a quotation, and 0.7 of it for a content with quoted words that no other attribution has.
    pub threshold: f32,
    /// How much is taken to read attributions.
    pub mode: attribution::Mode,
    /// What is asked of the rules.
    pub rules: lint::Settings,
    /// The newsroom's own words.
    pub house: House,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            max_bytes: 16 << 20,
            threshold: attribution::THRESHOLD,
            mode: attribution::Mode::default(),
            rules: lint::Settings::default(),
            house: House::default(),
        }
    }
}

/// Reviews articles. Make one and share it: it is `Send + Sync`, and nothing in it changes.
///
/// ```
/// let checker = onrecord::Checker::default();
/// let review = checker.review("The bridge will close\n\n“It is old,” said Ann Orr, the mayor.");
/// let said = &review.attributions[0];
/// let text = review.text();
/// assert_eq!(said.content[0].of(text), "“It is old,”");
/// assert_eq!(review.entities[0].name.as_deref(), Some("Ann Orr"));
/// ```
#[derive(Debug, Clone)]
pub struct Checker {
    settings: Settings,
    plan: lint::Plan,
    lexicon: Lexicon,
    /// None where the newsroom has no terms of its own.
    terms: Option<HouseTerms>,
    models: Arc<Models>,
}

/// What is learnt; shared by checkers with other settings.
#[derive(Debug)]
struct Models {
    tagger: Tagger,
    reader: attribution::Reader,
}

impl Default for Checker {
    fn default() -> Self {
        Self::new(Settings::default())
    }
}

impl Checker {
    /// Compiles lexicons and weights, the net's too (about ten milliseconds).
    pub fn new(settings: Settings) -> Self {
        let models = Models {
            tagger: Tagger::new().expect("the weights that are compiled in are whole"),
            reader: attribution::Reader::shipped()
                .expect("the weights that are compiled in are whole"),
        };
        Self::with_models(settings, Arc::new(models))
    }

    fn with_models(settings: Settings, models: Arc<Models>) -> Self {
        let mut house = settings.house.clone();
        house.terms.extend(settings.rules.terms());
        let lexicon = Lexicon::with(&house);
        let terms = (!house.terms.is_empty()).then(|| HouseTerms::new(&house, &lexicon));
        Self { plan: lint::Plan::new(&settings.rules), lexicon, terms, settings, models }
    }

    /// A checker with other settings and the same weights, which it shares with this one.
    ///
    /// ```
    /// use onrecord::{Checker, Settings};
    /// let checker = Checker::default();
    /// let strict = checker.with_settings(Settings { threshold: 0.8, ..Settings::default() });
    /// assert_eq!(strict.settings().threshold, 0.8);
    /// ```
    pub fn with_settings(&self, settings: Settings) -> Self {
        Self::with_models(settings, Arc::clone(&self.models))
    }

    /// The same checker with other weights, as `onrecord train` writes them.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn with_weights(self, file: &[u8]) -> Result<Self, WeightsError> {
        let parts = Parts::read(file)?;
        let models = Models {
            tagger: Tagger::from_weights(parts.tagger)?,
            reader: attribution::Reader::read(parts)?,
        };
        Ok(Self { models: Arc::new(models), ..self })
    }

    /// What it was asked to do.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Reviews an article that is no longer than the settings allow.
    ///
    /// # Errors
    /// [`Error::TooLong`].
    pub fn try_review<'t>(&self, text: &'t str) -> Result<Review<'t>, Error> {
        self.fits(text)?;
        Ok(self.review(text))
    }

    /// Reviews a page whose source is no longer than the settings allow.
    ///
    /// # Errors
    /// [`Error::TooLong`].
    pub fn try_review_page<'p>(&self, page: &'p Page<'_>) -> Result<Review<'p>, Error> {
        self.fits(page.source())?;
        Ok(self.review_page(page))
    }

    fn fits(&self, text: &str) -> Result<(), Error> {
        let limit = self.settings.max_bytes.min(u32::MAX as usize);
        if text.len() > limit {
            return Err(Error::TooLong { bytes: text.len(), limit });
        }
        Ok(())
    }

    /// Reviews an article of any length; what lies past 4 GiB is not read.
    pub fn review<'t>(&self, text: &'t str) -> Review<'t> {
        let text = readable(text);
        let embeds = embed::find(text);
        let author_lines: Vec<_> = embeds.iter().map(|e| e.span).collect();
        self.review_document(Document::read(text, &author_lines), embeds, None)
    }

    /// Reviews the reading text of a page; [`Review::in_source`] leads from it to the page's source.
    ///
    /// ```
    /// use onrecord::{Checker, page::{Format, Page}};
    /// let page = Page::read("<p>&ldquo;It is <i>old</i>,&rdquo; said Ann Orr, the mayor.", Format::Html);
    /// let review = Checker::default().review_page(&page);
    /// let content = review.attributions[0].content[0];
    /// assert_eq!(content.of(review.text()), "“It is old,”");
    /// assert_eq!(review.in_source(content).of(page.source()), "&ldquo;It is <i>old</i>,&rdquo;");
    /// ```
    pub fn review_page<'p>(&self, page: &'p Page<'_>) -> Review<'p> {
        let embeds = page.embeds();
        let author_lines: Vec<_> = embeds.iter().map(|e| e.span).collect();
        let document = page.document(&author_lines);
        let mut review = self.review_document(document, embeds, page.meta().date);
        review.page = Some(page);
        review
    }

    /// `date` is the article's own, where its page states one.
    fn review_document<'t>(
        &self,
        document: Document<'t>,
        mut embeds: Vec<Embed<'t>>,
        date: Option<Date>,
    ) -> Review<'t> {
        let article = Article::new(document, &self.models.tagger, &self.lexicon);
        let echoes = echo::mark(&article.document, &mut embeds);
        let (mut attributions, reading) = self.read(&article, &embeds);
        let entities = source::resolve(&article, &embeds, &mut attributions);
        attribution::channel::assign(&article, &entities, &mut attributions);
        let terms = self.terms.as_ref();
        let claims = claim::split_with(&article, &attributions, &entities, &embeds, terms);
        let mut review = Review::assemble(article, attributions, entities, embeds, claims);
        (review.echoes, review.reading) = (echoes, reading);
        review.date = date.or_else(|| dated::day(review.text()));
        let basis = Basis::of(&review);
        let outcome = self.plan.run_on(&review, &basis, terms);
        (review.diagnostics, review.suppressed) = (outcome.diagnostics, outcome.suppressed);
        review.score = score::of_basis(&review, &basis);
        review
    }

    /// The attributions of an article that is already tagged, their sources not resolved: net,
    /// grammar and decisions alone.
    ///
    /// ```
    /// use onrecord::{Checker, article::Article, document::Document, lexicon::Lexicon, tagger::Tagger};
    /// let document = Document::read("“It is old,” said Ann Orr.", &[]);
    /// let article = Article::new(document, &Tagger::new()?, &Lexicon::new());
    /// assert_eq!(Checker::default().attributions(&article).len(), 1);
    /// # Ok::<(), onrecord::WeightsError>(())
    /// ```
    pub fn attributions(&self, article: &Article<'_>) -> Vec<Attribution> {
        self.read(article, &[]).0
    }

    /// Why an attribution of a review is one: the shape that proposed it, and what weighed most in each
    /// decision that made it. The review must be this checker's.
    ///
    /// ```
    /// use onrecord::{Checker, Decision};
    /// let checker = Checker::default();
    /// let review = checker.review("“The bridge is old,” said Ann Orr, the mayor.");
    /// let why = checker.explain(&review, &review.attributions[0]);
    /// assert_eq!(why.production, review.attributions[0].production);
    /// assert_eq!(why.steps[0].decision, Decision::Cue);
    /// assert_eq!(why.heaviest(10).len(), 10);
    /// ```
    pub fn explain(&self, review: &Review<'_>, attribution: &Attribution) -> Explanation {
        let knowledge = self.models.reader.knowledge(review.reading.as_ref());
        attribution::explain::explain(&review.article, attribution, &self.lexicon, knowledge)
    }

    /// The attributions of an article, and what the net says of its tokens.
    fn read(
        &self,
        article: &Article<'_>,
        embeds: &[Embed<'_>],
    ) -> (Vec<Attribution>, Option<Reading>) {
        let rows = Rows::read(article, &self.lexicon);
        let reader = &self.models.reader;
        let reading = reader.reading(self.settings.mode, &rows);
        let knowledge = reader.knowledge(reading.as_ref());
        (attribution::find(rows, embeds, knowledge, self.settings.threshold), reading)
    }
}
