//! `gongwen schema`: what the JSON looks like, for programs.

use std::io;

use gongwen_tables::{Table, row_schema};

use crate::json::schema as of_notice;
use crate::messages::table_of_resolve;
use crate::output::{or_closed_pipe, print_json};
use crate::status::Status;
use crate::tables::Layer;

/// The name of the object of a notice.
const NOTICE: &str = "json";

/// What has a schema: the object that `gongwen json` prints for a notice, and the rows of each table in JSON Lines.
pub(crate) fn names() -> Vec<&'static str> {
    [NOTICE].into_iter().chain(Table::ALL.map(Table::name)).collect()
}

/// Prints the JSON Schema of what goes by this name; of tables as the layer has them.
///
/// # Errors
///
/// - standard output cannot be written
/// - the table is of another layer
pub(crate) fn schema(name: &str, layer: Layer) -> io::Result<Status> {
    let layout = layer.layout();
    let table = layout.tables().find(|(table, _)| table.name() == name);
    let schema = match table {
        Some((table, columns)) => row_schema(table, columns),
        None if name == NOTICE => of_notice().to_value(),
        None => return Err(io::Error::other(table_of_resolve(name).to_string())),
    };
    or_closed_pipe(print_json(&(serde_json::to_string_pretty(&schema)? + "\n")))?;
    Ok(Status::Good)
}
