//! JSON Schema of the rows of JSON Lines.

use serde_json::{Map, Value, json};

use crate::{Column, ColumnType, Table};

/// The schema (draft 2020-12) of a row of the table in JSON Lines: every column is there, and may be null.
///
/// ```
/// use gongwen_tables::{Table, row_schema};
///
/// let schema = row_schema(Table::Documents, Table::Documents.columns());
/// assert_eq!(schema["properties"]["date"]["format"], "date");
/// ```
pub fn row_schema(table: Table, columns: &[Column]) -> Value {
    let properties = columns.iter().map(|column| (column.name.clone().into_owned(), cell(column)));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.name(),
        "description": table.meaning().0,
        "type": "object",
        "properties": properties.collect::<Map<_, _>>(),
        "required": columns.iter().map(|column| &column.name).collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

fn cell(column: &Column) -> Value {
    let mut schema = match column.holds {
        ColumnType::Text => json!({ "type": ["string", "null"] }),
        ColumnType::Integer => json!({ "type": ["integer", "null"] }),
        ColumnType::Boolean => json!({ "type": ["boolean", "null"] }),
        ColumnType::Date => json!({ "type": ["string", "null"], "format": "date" }),
        ColumnType::List => json!({ "type": ["array", "null"], "items": { "type": "string" } }),
    };
    schema["description"] = column.english.clone().into();
    if !column.values.is_empty() {
        let names = column.values.iter().map(|value| Some(value.name)).chain([None]);
        schema["enum"] = names.collect::<Vec<_>>().into();
    }
    schema
}
