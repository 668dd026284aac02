//! Grammars over short stretches of mended text: none sees a line break, none knows the model's tree.

mod agency_code;
pub(crate) mod attachment;
mod back;
pub(crate) mod citation;
pub(crate) mod date;
pub(crate) mod document_number;
pub(crate) mod official;
pub(crate) mod organisation;
pub(crate) mod recipients;
pub(crate) mod responsibility;
pub(crate) mod sentence;
pub(crate) mod title;
