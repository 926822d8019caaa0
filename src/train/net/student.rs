//! A net while it learns: the model, and a layer beside the model's last that is asked about syntax.

use super::side::Side;
use crate::net::model::Model;

/// What is learned. Gradients have the shape of the weights that they are for.
#[derive(Debug, Clone)]
pub(super) struct Student {
    pub(super) model: Model,
    pub(super) side: Side,
}

impl Student {
    /// As many noughts as it has weights.
    pub(super) fn zeros(&self) -> Self {
        let mut zeros = self.clone();
        zeros.clear();
        zeros
    }

    /// Makes gradients nought.
    pub(super) fn clear(&mut self) {
        self.parts().into_iter().for_each(|part| part.fill(0.0));
    }

    /// All weights but the words, in a fixed order; the table comes first.
    pub(super) fn parts(&mut self) -> Vec<&mut [f32]> {
        let Self { model, side } = self;
        let mut parts: Vec<&mut [f32]> = vec![&mut model.table];
        for lstm in model.layers.iter_mut().flatten() {
            parts.extend([&mut lstm.input[..], &mut lstm.state, &mut lstm.bias]);
        }
        parts.extend([&mut model.last[..], &mut model.last_bias]);
        let linker = &mut model.linker;
        parts.extend([&mut linker.query[..], &mut linker.query_bias, &mut linker.key]);
        parts.extend([&mut linker.key_bias[..], &mut linker.far]);
        parts.extend([&mut side.weights[..], &mut side.bias]);
        parts
    }
}
