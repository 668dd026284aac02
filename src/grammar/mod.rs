//! Grammars over short stretches of mended text: none sees a line break, none knows the model's tree.

pub(crate) mod attachment;
pub(crate) mod citation;
pub(crate) mod clause;
pub(crate) mod date;
pub(crate) mod item_number;
pub(crate) mod known_titles;
pub(crate) mod name;
pub(crate) mod number;
pub(crate) mod recipients;
pub(crate) mod sentence;
pub(crate) mod title;
