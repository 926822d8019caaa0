//! The checker: what is compiled once, and the one pass from text to review.

use crate::article::Article;
use crate::document::Document;
use crate::embed::Embed;
use crate::lexicon::Lexicon;
use crate::page::Page;
use crate::span::readable;
use crate::tagger::Tagger;
use crate::weights::{Parts, WeightsError};
use crate::{Attribution, Error, Review, attribution, claim, embed, lint, score, source};

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
    /// Attributions with less confidence than this (0 to 1) are left out.
    pub threshold: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { max_bytes: 16 << 20, threshold: attribution::THRESHOLD }
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
    lexicon: Lexicon,
    tagger: Tagger,
    weights: attribution::Weights,
}

impl Default for Checker {
    fn default() -> Self {
        Self::new(Settings::default())
    }
}

impl Checker {
    /// Compiles lexicons and weights (a few milliseconds).
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            lexicon: Lexicon::new(),
            tagger: Tagger::new().expect("the weights that are compiled in are whole"),
            weights: attribution::Weights::shipped()
                .expect("the weights that are compiled in are whole"),
        }
    }

    /// The same checker with other weights, as `onrecord train` writes them.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn with_weights(self, file: &[u8]) -> Result<Self, WeightsError> {
        let parts = Parts::read(file)?;
        Ok(Self {
            tagger: Tagger::from_weights(parts.tagger)?,
            weights: attribution::Weights::read(parts.attribution)?,
            ..self
        })
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
        self.review_document(Document::read(text, &author_lines), embeds)
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
        let mut review = self.review_document(page.document(&author_lines), embeds);
        review.page = Some(page);
        review
    }

    fn review_document<'t>(&self, document: Document<'t>, embeds: Vec<Embed<'t>>) -> Review<'t> {
        let article = Article::new(document, &self.tagger, &self.lexicon);
        let mut attributions = self.find_attributions(&article, &embeds);
        let entities = source::resolve(&article, &embeds, &mut attributions);
        let claims = claim::split(&article, &attributions, &embeds);
        let mut review = Review::assemble(article, attributions, entities, embeds, claims);
        review.diagnostics = lint::run(&review);
        review.score = score::of(&review);
        review
    }

    /// The attributions of an article that is already tagged, their sources not resolved: the stage
    /// of the grammar alone.
    ///
    /// ```
    /// use onrecord::{Checker, article::Article, document::Document, lexicon::Lexicon, tagger::Tagger};
    /// let document = Document::read("“It is old,” said Ann Orr.", &[]);
    /// let article = Article::new(document, &Tagger::new()?, &Lexicon::new());
    /// assert_eq!(Checker::default().attributions(&article).len(), 1);
    /// # Ok::<(), onrecord::WeightsError>(())
    /// ```
    pub fn attributions(&self, article: &Article<'_>) -> Vec<Attribution> {
        self.find_attributions(article, &[])
    }

    fn find_attributions(&self, article: &Article<'_>, embeds: &[Embed<'_>]) -> Vec<Attribution> {
        let threshold = self.settings.threshold;
        attribution::find(article, embeds, &self.lexicon, &self.weights, threshold)
    }
}
