//! Where rows go.

use std::io;

use crate::{Cell, Table};

/// Takes the rows of one or more notices, in the order in which [`walk`](crate::walk) makes them.
pub trait Sink {
    /// Takes a row: a cell for each column of the table's layout, in their order.
    ///
    /// # Errors
    ///
    /// - the row cannot be written, or is none of its table's
    fn row<'c>(&mut self, table: Table, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()>;
}
