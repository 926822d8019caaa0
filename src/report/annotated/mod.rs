//! An article with everything that is found marked in its lines: for snapshots, and for review of copy.
//!
//! # Form
//!
//! Every line of the article is a line, unwrapped, with marks in it; below it stand the notes of what
//! begins in it, each behind `| `. A mark is `{SIGN words}`, and marks nest:
//!
//! | mark | its words are |
//! | --- | --- |
//! | `{@1 …}` | the source of attribution 1 |
//! | `{:1 …}` | its cue |
//! | `{=1 …}` | its content |
//! | `{- …}` | a claim of the writer's that has no source |
//! | `{~ …}` | a claim of the writer's that evaluates, infers or foretells: an editorial one |
//! | `{!RULE …}` | what a rule reports |
//!
//! Attributions are numbered within their paragraph; `{=^1 …}` goes on with attribution 1 of a paragraph
//! above. The words of a sourced claim have no mark but those of its attribution; bylines and titles
//! within the article are no claims. Marks that would cross are parted, and those that go on over a line
//! end are opened again. Braces and backslashes of the article, and a `|` that begins a line, stand behind
//! a backslash; control characters are written `\u{…}`. Marks nest sixteen deep at most; what lies deeper
//! has its note only. Findings about the article as a whole come last, behind its text, and have no mark.
//!
//! # Stability
//!
//! The form is the same in all releases that differ in the last number of their version, and so is what
//! is found. A change in one paragraph changes the lines of others only where it changes what is found in
//! them.

mod marks;
mod notes;

use crate::document::Document;
use crate::{Review, Span};
use marks::Marks;
use notes::Notes;

impl Review<'_> {
    /// The article with sources, cues, contents, voices and findings marked in its lines, in the
    /// [form](crate::report::annotated) made for snapshots.
    ///
    /// ```
    /// let checker = onrecord::Checker::default();
    /// let review = checker.review("The bridge is old.\n\n“It is shut,” said Ann Orr, the mayor.\n");
    /// assert_eq!(
    ///     review.annotated(),
    ///     "{- The bridge is old.}\n\n\
    ///      {=1 “It is shut,”} {:1 said} {@1 Ann Orr, the mayor}.\n\
    ///      | 1 direct statement: Ann Orr (person)\n",
    /// );
    /// ```
    pub fn annotated(&self) -> String {
        let text = self.text();
        let labels = labels(self);
        let mut marks = Marks::of(self, &labels);
        let mut notes = Notes::of(self, &labels);
        let mut out = String::with_capacity(text.len() * 2);
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let words = line.trim_end_matches(['\n', '\r']);
            marks.write_line(Span::new(at, at + words.len()), &mut out);
            out.push('\n');
            at += line.len();
            notes.write_until(at as u32, &mut out);
        }
        notes.write_rest(&mut out);
        out
    }
}

/// What the marks mean, in lines that begin as notes do.
pub const LEGEND: &str = "\
| {@1 …} the source of attribution 1   {:1 …} its cue   {=1 …} its content
| {- …} a claim without a source   {~ …} an editorial claim   {!RULE …} what a rule reports
| ^1 goes on with attribution 1 of a paragraph above
";

/// What an attribution is called: its number within its paragraph.
struct Label {
    number: usize,
    /// Its first words.
    at: u32,
    /// The paragraph in which it begins.
    block: usize,
}

/// The labels of all attributions.
fn labels(review: &Review<'_>) -> Vec<Label> {
    let document = review.document();
    let first = |a: &crate::Attribution| {
        let spans = a.content.iter().copied();
        let frame = [a.source.map(|s| s.span), a.cue.as_ref().map(|c| c.span)];
        spans.chain(frame.into_iter().flatten()).map(|s| s.start).min().unwrap_or_default()
    };
    let starts: Vec<u32> = review.attributions.iter().map(first).collect();
    let mut order: Vec<usize> = (0..starts.len()).collect();
    order.sort_by_key(|&i| starts[i]);
    let mut labels: Vec<Label> =
        starts.iter().map(|&at| Label { number: 0, at, block: block_of(document, at) }).collect();
    let mut last = (usize::MAX, 0);
    for i in order {
        let block = labels[i].block;
        last = if last.0 == block { (block, last.1 + 1) } else { (block, 1) };
        labels[i].number = last.1;
    }
    labels
}

/// The number of the block at or before a place, from 1; 0 before the first.
fn block_of(document: &Document<'_>, at: u32) -> usize {
    document.blocks.partition_point(|b| b.span.start <= at)
}

#[cfg(test)]
mod tests;
