//! Characters, gaps, places: what is known of any text. No Chinese word stands here but numerals.

pub(crate) mod boundary;
pub(crate) mod bracket;
pub(crate) mod character;
pub(crate) mod edited;
pub(crate) mod first_bytes;
pub(crate) mod gaps;
pub(crate) mod index;
pub(crate) mod line_end;
pub(crate) mod markdown;
pub(crate) mod markup;
pub(crate) mod masked;
pub(crate) mod mend;
pub(crate) mod mended;
pub(crate) mod numeral;
pub(crate) mod offsets;
pub(crate) mod page_number;
pub(crate) mod position;
pub(crate) mod radicals;
pub(crate) mod source;
pub(crate) mod span;
pub(crate) mod visible;
pub(crate) mod words;
