//! Grammars over short stretches of mended text.

pub(crate) mod responsibility;
