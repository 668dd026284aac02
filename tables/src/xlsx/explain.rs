//! The sheet that explains columns.

use crate::{Column, Layout, Value};

/// The sheet's columns.
pub(crate) const TITLES: [&str; 6] = ["table", "column", "type", "meaning", "含义", "values"];

/// A row for each column of the layout, under [`TITLES`].
pub(crate) fn explained(layout: &Layout) -> impl Iterator<Item = [String; 6]> {
    layout.tables().flat_map(|(table, columns)| {
        columns.iter().map(move |column| {
            [
                table.name().to_owned(),
                column.name.clone().into_owned(),
                column.holds.name().to_owned(),
                column.english.clone().into_owned(),
                column.chinese.clone().into_owned(),
                values(column),
            ]
        })
    })
}

/// `lead: leads（牵头、主办）; …`
fn values(column: &Column) -> String {
    let said = |value: &Value| format!("{}: {}（{}）", value.name, value.english, value.chinese);
    column.values.iter().map(said).collect::<Vec<_>>().join("; ")
}
