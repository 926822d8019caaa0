//! Adam with decoupled decay (Loshchilov and Hutter 2019), a rate that rises and then falls as a cosine.

/// Shares of the old in the running means.
const FIRST: f32 = 0.9;
const SECOND: f32 = 0.999;
/// The highest rate.
const RATE: f32 = 3e-3;
/// The share of the steps in which the rate rises.
const RISE: f32 = 0.1;
/// Of each weight, so much is lost for each unit of rate.
const DECAY: f32 = 1e-3;
/// A gradient longer than this is shortened to it.
const LONGEST: f32 = 1.0;

/// The running means for all weights.
pub(super) struct Adam {
    firsts: Vec<Vec<f32>>,
    seconds: Vec<Vec<f32>>,
    step: usize,
    steps: usize,
}

impl Adam {
    /// For weights in parts of these lengths, and so many steps.
    pub(super) fn new(lengths: &[usize], steps: usize) -> Self {
        let firsts: Vec<_> = lengths.iter().map(|&n| vec![0.0; n]).collect();
        Self { seconds: firsts.clone(), firsts, step: 0, steps }
    }

    /// Moves the weights against their gradients.
    pub(super) fn step(&mut self, weights: Vec<&mut [f32]>, gradients: &[&mut [f32]]) {
        self.step += 1;
        let square: f32 = gradients.iter().map(|g| g.iter().map(|x| x * x).sum::<f32>()).sum();
        let shorten = (LONGEST / square.sqrt().max(1e-12)).min(1.0);
        let rate = self.rate();
        let (first_bias, second_bias) =
            (1.0 - FIRST.powi(self.step as i32), 1.0 - SECOND.powi(self.step as i32));
        let means = self.firsts.iter_mut().zip(&mut self.seconds);
        for ((weights, gradients), (firsts, seconds)) in
            weights.into_iter().zip(gradients).zip(means)
        {
            let means = firsts.iter_mut().zip(seconds);
            for ((weight, gradient), (first, second)) in
                weights.iter_mut().zip(gradients.iter()).zip(means)
            {
                let gradient = *gradient * shorten;
                *first = FIRST * *first + (1.0 - FIRST) * gradient;
                *second = SECOND * *second + (1.0 - SECOND) * gradient * gradient;
                let length = (*second / second_bias).sqrt() + 1e-8;
                *weight -= rate * (*first / first_bias / length + DECAY * *weight);
            }
        }
    }

    fn rate(&self) -> f32 {
        let done = self.step as f32 / self.steps.max(1) as f32;
        if done < RISE {
            return RATE * (0.04 + 0.96 * done / RISE);
        }
        let fall = ((done - RISE) / (1.0 - RISE)).min(1.0);
        RATE * 0.5 * (1.0 + (std::f32::consts::PI * fall).cos())
    }
}
