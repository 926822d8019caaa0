//! Sentences with and without framing.
