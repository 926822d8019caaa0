//! Goes through the paragraphs epoch by epoch.

use super::adam::Adam;
use super::gradient::{self, Scratch, Target};
use super::paragraph::Paragraph;
use super::side::{self, Side};
use super::student::Student;
use super::tie::{self, Placed};
use crate::net::batch::Batch;
use crate::net::input::{UNKNOWN, WORDS};
use crate::net::link::Linker;
use crate::net::lstm::{GATES, Lstm};
use crate::net::model::{Model, OUTPUTS, Run};
use crate::train::lottery::Lottery;
use crate::train::syntax::Syntax;
use fearless_simd::{Level, dispatch};
use std::cmp::Reverse;
use std::ops::Range;

/// Numbers that stand for a token.
const WIDTH: usize = 64;
/// Units of each direction of a layer.
const UNITS: usize = 64;
const LAYERS: usize = 2;
const EPOCHS: usize = 18;
/// Paragraphs in a batch.
const BATCH: usize = 24;
/// A batch is read by so many threads, on any machine: which sums are taken first is then the same.
const THREADS: usize = 2;
/// The share of the numbers between layers that are dropped (Srivastava and others 2014), of a sequence always the
/// same ones.
const DROPPED: f32 = 0.4;
/// The share of words that are taken for unknown.
const FORGOTTEN: f64 = 0.4;

/// Learns from paragraphs; the same from the same ones.
pub(super) fn learn(
    words: Vec<u32>,
    paragraphs: &[Paragraph],
    progress: &mut dyn FnMut(&str),
) -> Model {
    let mut lottery = Lottery::new(2026);
    let mut student = fresh(words, &mut lottery);
    let lengths: Vec<usize> = student.parts().iter().map(|p| p.len()).collect();
    let mut adam = Adam::new(&lengths, paragraphs.len().div_ceil(BATCH) * EPOCHS);
    let mut workers: Vec<Worker> = (0..THREADS).map(|_| Worker::new(&student)).collect();
    for epoch in 1..=EPOCHS {
        let (mut loss, mut tokens) = (0.0, 0);
        for batch in deal(paragraphs, &mut lottery) {
            let size: usize = batch.iter().map(|p| p.len()).sum();
            read(&student, &batch, &mut workers, &mut lottery);
            let gradients = gather(&mut workers, 1.0 / size as f32);
            adam.step(student.parts(), &gradients.parts());
            gradients.clear();
            loss += workers.iter().map(|w| w.loss).sum::<f32>();
            tokens += size;
        }
        let loss = loss / tokens.max(1) as f32;
        progress(&format!("net, epoch {epoch} of {EPOCHS}: loss {loss:.4}"));
    }
    student.model
}

/// Weights before learning.
fn fresh(words: Vec<u32>, lottery: &mut Lottery) -> Student {
    let mut even = |count: usize, span: f32| -> Vec<f32> {
        (0..count).map(|_| (lottery.draw() as f32 * 2.0 - 1.0) * span).collect()
    };
    let table = even((WORDS as usize + words.len()) * WIDTH, 0.17);
    let span = 1.0 / (UNITS as f32).sqrt();
    let mut lstm = |inputs: usize| Lstm {
        inputs,
        units: UNITS,
        input: even(inputs * GATES * UNITS, span),
        state: even(UNITS * GATES * UNITS, span),
        bias: vec![0.0; GATES * UNITS],
    };
    let inputs = |layer: usize| if layer == 0 { WIDTH } else { 2 * UNITS };
    let layers = (0..LAYERS).map(|layer| [lstm(inputs(layer)), lstm(inputs(layer))]).collect();
    let span = 1.0 / (2.0 * UNITS as f32).sqrt();
    let last = even(2 * UNITS * OUTPUTS, span);
    let side = Side::new(inputs(side::LAYER), |count| even(count, span));
    let last_bias = vec![0.0; OUTPUTS];
    let linker = Linker::new(2 * UNITS, |count| even(count, span));
    Student { model: Model { words, width: WIDTH, table, layers, last, last_bias, linker }, side }
}

/// Paragraphs dealt into batches of like length, in random order.
fn deal<'p>(paragraphs: &'p [Paragraph], lottery: &mut Lottery) -> Vec<Vec<&'p Paragraph>> {
    let mut order: Vec<&Paragraph> = paragraphs.iter().collect();
    lottery.shuffle(&mut order);
    let mut batches = Vec::new();
    for some in order.chunks_mut(BATCH * 20) {
        some.sort_by_key(|p| Reverse(p.len()));
        batches.extend(some.chunks(BATCH).map(<[_]>::to_vec));
    }
    lottery.shuffle(&mut batches);
    batches
}

/// Every worker reads its share of a batch.
fn read(student: &Student, batch: &[&Paragraph], workers: &mut [Worker], lottery: &mut Lottery) {
    std::thread::scope(|scope| {
        for (number, worker) in workers.iter_mut().enumerate() {
            let lottery = Lottery::new(lottery.next());
            let mine: Vec<_> = batch.iter().skip(number).step_by(THREADS).copied().collect();
            scope.spawn(move || worker.read(student, &mine, lottery));
        }
    });
}

/// Adds the gradients of all workers up in the first one's, times `share`; the others' become nought.
fn gather(workers: &mut [Worker], share: f32) -> &mut Student {
    let (first, others) = workers.split_first_mut().expect("there is a worker");
    let mut sums = first.gradients.parts();
    for other in others {
        for (sums, part) in sums.iter_mut().zip(other.gradients.parts()) {
            sums.iter_mut().zip(&*part).for_each(|(sum, x)| *sum += x);
            part.fill(0.0);
        }
    }
    sums.into_iter().flatten().for_each(|sum| *sum *= share);
    &mut first.gradients
}

/// What a thread needs; kept from batch to batch.
struct Worker {
    level: Level,
    run: Run,
    scratch: Scratch,
    gradients: Student,
    loss: f32,
}

impl Worker {
    fn new(student: &Student) -> Self {
        Self {
            level: Level::new(),
            run: Run::default(),
            scratch: Scratch::default(),
            gradients: student.zeros(),
            loss: 0.0,
        }
    }

    /// Reads some paragraphs, the longest first, and adds their gradients.
    fn read<'p>(&mut self, student: &Student, mine: &[&'p Paragraph], mut lottery: Lottery) {
        let model = &student.model;
        let labels: Vec<u8> = mine.iter().flat_map(|p| p.labels.iter().copied()).collect();
        let syntax: Vec<Syntax> = mine.iter().flat_map(|p| p.syntax.iter().copied()).collect();
        let batch = Batch::new(places(mine).into_iter());
        self.tell(mine, &batch, &mut lottery);
        let placed = |(number, p): (usize, &'p Paragraph)| p.sites.iter().map(move |s| (number, s));
        let sites: Vec<Placed<'_>> = mine.iter().copied().enumerate().flat_map(placed).collect();
        let heads = sites.iter().map(|&site| tie::row(&batch, site));
        let Self { run, scratch, gradients, .. } = self;
        let mut masks: Vec<Vec<f32>> = Vec::new();
        dispatch!(self.level, simd => model.read(simd, &batch, run, heads, |rows: &mut [f32]| {
            let mask = mask(&batch, rows.len(), &mut lottery);
            rows.iter_mut().zip(&mask).for_each(|(x, keep)| *x *= keep);
            masks.push(mask);
        }));
        let target = Target { labels: &labels, syntax: &syntax, sites: &sites, masks: &masks };
        self.loss = dispatch!(self.level, simd => gradient::descend(
            simd, student, &batch, run, target, gradients, scratch
        ));
        self.blame_rows(model.width);
    }

    /// Tells the rows of every token; some words are taken for unknown.
    fn tell(&mut self, mine: &[&Paragraph], batch: &Batch, lottery: &mut Lottery) {
        let told = &mut self.run.told;
        told.clear();
        for (number, step) in batch.steps().enumerate() {
            for paragraph in &mine[..step.len()] {
                told.token(|rows| {
                    let from = rows.len();
                    rows.extend_from_slice(paragraph.rows(number));
                    if lottery.draw() < FORGOTTEN {
                        rows[from] = UNKNOWN;
                    }
                });
            }
        }
    }

    /// Hands the gradient of each token's sum to the rows that it is the sum of.
    fn blame_rows(&mut self, width: usize) {
        for (sum, rows) in self.scratch.of_sums().chunks_exact(width).zip(self.run.told.tokens()) {
            for &row in rows {
                let row = &mut self.gradients.model.table[row as usize * width..][..width];
                row.iter_mut().zip(sum).for_each(|(gradient, x)| *gradient += x);
            }
        }
    }
}

/// Where each paragraph's tokens stand, one paragraph after the other.
fn places(paragraphs: &[&Paragraph]) -> Vec<Range<u32>> {
    let mut end = 0;
    let place = |p: &&Paragraph| {
        let start = end;
        end += p.len() as u32;
        start..end
    };
    paragraphs.iter().map(place).collect()
}

/// What to multiply `len` numbers with, as many for each token of a batch: nought for what is dropped; the rest grows
/// by as much. The same numbers are dropped of all tokens of a sequence (Gal and Ghahramani 2016).
fn mask(batch: &Batch, len: usize, lottery: &mut Lottery) -> Vec<f32> {
    let width = len / batch.places.len().max(1);
    let sequences = batch.steps().next().map_or(0, |step| step.len());
    let kept = 1.0 / (1.0 - DROPPED);
    let draw = |_| if lottery.draw() < f64::from(DROPPED) { 0.0 } else { kept };
    let one: Vec<f32> = (0..sequences * width).map(draw).collect();
    batch.steps().flat_map(|step| &one[..step.len() * width]).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_numbers_is_dropped_from_whole_sequences_and_the_mean_stays() {
        let batch = Batch::new([0..3, 3..5].into_iter());
        let mask = mask(&batch, 5 * 10_000, &mut Lottery::new(2026));
        let rows: Vec<&[f32]> = mask.chunks(10_000).collect();
        assert_eq!([rows[0], rows[1]], [rows[2], rows[3]], "both sequences, a step on");
        assert_eq!(rows[0], rows[4], "the longer one alone");
        assert_ne!(rows[0], rows[1]);
        let dropped = rows[0].iter().filter(|x| **x == 0.0).count();
        assert!((3_900..4_100).contains(&dropped), "{dropped}");
        let mean = rows[0].iter().sum::<f32>() / 10_000.0;
        assert!((mean - 1.0).abs() < 0.03, "{mean}");
    }
}
