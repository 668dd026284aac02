//! What the tables hold, for people.

use std::fmt::Write;

use crate::{Column, ColumnType, Layout};

/// The codebook as Markdown: every table with its columns, their types, meaning and values, in English and Chinese.
pub fn codebook(layout: &Layout) -> String {
    let mut text = String::from(CODEBOOK_TITLE) + HEAD;
    for (table, columns) in layout.tables() {
        let (english, chinese) = table.meaning();
        // Writing to a String cannot fail.
        let _ = write!(text, "\n## {}\n\n{english}\n\n{chinese}\n\n", table.name());
        text.push_str("| column | type | meaning | 含义 |\n|---|---|---|---|\n");
        for column in columns {
            let cells = [&column.name, column.holds.name(), &column.english, &column.chinese];
            let _ = writeln!(text, "| {} |", cells.map(escaped).join(" | "));
        }
        columns
            .iter()
            .filter(|column| !column.values.is_empty())
            .for_each(|column| listed(column, &mut text));
    }
    text
}

/// The values that a column may have.
fn listed(column: &Column, text: &mut String) {
    let _ = write!(text, "\nValues of `{}`:\n\n| value | meaning | 含义 |\n|---|---|---|\n", column.name);
    for value in column.values {
        let cells = [value.name, value.english, value.chinese];
        let _ = writeln!(text, "| {} |", cells.map(escaped).join(" | "));
    }
}

/// A cell of a table in Markdown.
fn escaped(cell: &str) -> String {
    cell.replace('\\', "\\\\").replace('|', "\\|").replace(['\n', '\r'], " ")
}

/// The first line of the codebook.
pub const CODEBOOK_TITLE: &str = "# Codebook 编码表";

const HEAD: &str = "

One row a thing; a cell is empty where the notice does not say it. Places are byte offsets into the notice's text as UTF-8. \
Lists are lists in Parquet and JSON Lines; in CSV and the workbook they are joined by `|`.

一行一项；原文未载则单元格为空。位置以全文 UTF-8 字节计。列表在 Parquet 和 JSON Lines 中为列表，在 CSV 和工作簿中以 `|` 连接。

| type | CSV | JSON Lines | Parquet, Arrow | workbook |
|---|---|---|---|---|
| text | text | string | string | text |
| integer | digits | number | int64 | number |
| boolean | `true`, `false` | boolean | bool | boolean |
| date | `2024-05-10` | string `2024-05-10` | date32 | date |
| list | joined by `\\|` | array of strings | list of string | text joined by `\\|` |
";

impl ColumnType {
    /// The name in the codebook: `text`.
    pub fn name(self) -> &'static str {
        match self {
            ColumnType::Text => "text",
            ColumnType::Integer => "integer",
            ColumnType::Boolean => "boolean",
            ColumnType::Date => "date",
            ColumnType::List => "list",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_and_value_is_explained_in_both_languages() {
        let text = codebook(&Layout::default());
        assert!(text.contains("\n## tasks\n"));
        assert!(text.contains("| recipients | list | main recipients | 主送机关 |\n"));
        assert!(text.contains("| lead | leads: 牵头, 主办 | 牵头、主办 |\n"));
        let rows = text.lines().filter(|line| line.starts_with("| ")).count();
        let layout = Layout::default();
        let columns = layout.tables().flat_map(|(_, columns)| columns);
        let expected = columns.map(|column| match column.values {
            [] => 1,
            // Their table has a header.
            values => 1 + 1 + values.len(),
        });
        // The table of types, and a header a table.
        assert_eq!(rows, 6 + layout.tables().count() + expected.sum::<usize>());
    }

    #[test]
    fn a_bar_in_a_cell_ends_no_cell() {
        assert_eq!(escaped("a|b\nc"), "a\\|b c");
    }
}
