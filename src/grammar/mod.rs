//! Grammars over short stretches of mended text: none sees a line break, none knows the model's shape.
pub(crate) mod date;
