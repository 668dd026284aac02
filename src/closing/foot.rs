//! What is known of a foot while it is read: [`Foot`].

use crate::gathered::Gathered;
use crate::text::source::Source;

/// The foot of a document while it is read.
pub(super) struct Foot<'s, 't> {
    pub(super) source: &'s Source<'t>,
    pub(super) end: usize,
    pub(super) gathered: &'s mut Gathered,
}
