//! The tables and columns of one run.

use std::borrow::Cow;

use crate::{Column, Table, columns};

/// The tables of a run and their columns: those of [`Table::columns`], and for `documents` those that the caller fills.
///
/// ```
/// use gongwen_tables::{Column, ColumnType, Layout, Table};
///
/// let mut layout = Layout::default();
/// layout.add_field(Column::new("sha256", ColumnType::Text, "digest of the file", "文件摘要"));
/// assert_eq!(layout.columns(Table::Documents).last().unwrap().name, "sha256");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    columns: [Cow<'static, [Column]>; Table::ALL.len()],
}

/// The tables that only a run that resolves has.
const OF_SECOND_LAYER: [Table; 4] = [Table::Times, Table::Targets, Table::Issuers, Table::Units];

impl Default for Layout {
    fn default() -> Self {
        Layout {
            columns: Table::ALL.map(|table| match OF_SECOND_LAYER.contains(&table) {
                true => Cow::Borrowed(&[][..]),
                false => Cow::Borrowed(table.columns()),
            }),
        }
    }
}

impl Layout {
    /// The columns of a run that resolves, too: `tasks`, `responsibilities` and `citations` have those of the
    /// second layer behind their own, and there are `times`, `targets`, `issuers` and `units`.
    pub fn resolved() -> Self {
        let mut layout = Layout::default();
        layout.columns[Table::Tasks as usize].to_mut().extend_from_slice(columns::DUE);
        layout.columns[Table::Responsibilities as usize]
            .to_mut()
            .extend_from_slice(columns::RESOLVED_RESPONSIBILITIES);
        layout.columns[Table::Citations as usize].to_mut().extend_from_slice(columns::LINKS);
        for table in OF_SECOND_LAYER {
            layout.columns[table as usize] = Cow::Borrowed(table.columns());
        }
        layout
    }

    /// The tables, in the order of [`Table::ALL`], of which they are a beginning.
    pub fn tables(&self) -> impl Iterator<Item = (Table, &[Column])> {
        let tables = Table::ALL.into_iter().zip(self.columns.iter().map(|columns| &**columns));
        tables.filter(|(_, columns)| !columns.is_empty())
    }

    /// The columns of a table, in their order; none for a table that is not of the layout.
    pub fn columns(&self, table: Table) -> &[Column] {
        &self.columns[table as usize]
    }

    /// Adds a column to `documents`, for [`Entry::fields`](crate::Entry::fields). The caller sees to it that no other has its name.
    pub fn add_field(&mut self, column: Column) {
        self.columns[Table::Documents as usize].to_mut().push(column);
    }
}
