//! What is known while the documents of a text are told apart: [`Parts`].

use std::cell::Cell;

use crate::gathered::Gathered;
use crate::grammar::date::Dated;
use crate::grammar::known_titles::KnownTitles;
use crate::table::Tables;
use crate::tasks::Tasks;
use crate::text::source::Source;
use crate::text::span::Span;

/// The documents of a text while they are told apart.
pub(super) struct Parts<'s, 't> {
    pub(super) source: &'s Source<'t>,
    pub(super) days: &'s [Dated],
    pub(super) known: KnownTitles,
    pub(super) tables: Tables,
    pub(super) tasks: Tasks,
    pub(super) gathered: &'s mut Gathered,
    /// The boundary last found and where its search began: up to it there is no other.
    pub(super) boundary: Option<(usize, usize)>,
    /// The list last found whose entries have labels.
    pub(super) labelled: Cell<Span>,
}
