//! What the net says of a token.

use super::model::LABELS;

/// How likely a token is part of something, in 255ths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Roles {
    pub(crate) source: u8,
    pub(crate) cue: u8,
    pub(crate) content: u8,
    /// How likely it is the first token of a source.
    pub(crate) begins_source: u8,
    /// And of a content.
    pub(crate) begins_content: u8,
}

impl Roles {
    pub(crate) fn of(shares: [f32; LABELS]) -> Self {
        let level = |share: f32| (share * 255.0).round() as u8;
        let [_, source, in_source, cue, in_cue, content, in_content] = shares;
        Self {
            source: level(source + in_source),
            cue: level(cue + in_cue),
            content: level(content + in_content),
            begins_source: level(source),
            begins_content: level(content),
        }
    }
}
