//! The tables.

use crate::{Column, columns};

/// One of the tables. Names and columns are a contract with every script that reads them: columns may be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Table {
    /// A row a notice.
    Documents,
    /// A row a numbered item.
    Sections,
    /// A row a task.
    Tasks,
    /// A row a unit that answers for a task.
    Responsibilities,
    /// A row a cited document.
    Citations,
    /// A row a finding.
    Diagnostics,
}

impl Table {
    /// All tables; a table's place here is its place in arrays of tables.
    pub const ALL: [Table; 6] = [
        Table::Documents,
        Table::Sections,
        Table::Tasks,
        Table::Responsibilities,
        Table::Citations,
        Table::Diagnostics,
    ];

    /// The name, in file names too: `documents`.
    pub fn name(self) -> &'static str {
        match self {
            Table::Documents => "documents",
            Table::Sections => "sections",
            Table::Tasks => "tasks",
            Table::Responsibilities => "responsibilities",
            Table::Citations => "citations",
            Table::Diagnostics => "diagnostics",
        }
    }

    /// What a row is, in English and Chinese.
    pub fn meaning(self) -> (&'static str, &'static str) {
        match self {
            Table::Documents => {
                ("A row a notice: what it says of itself, and how much was found in it.", "一行一份公文。")
            }
            Table::Sections => ("A row a numbered item (`一、`, `（一）`, `第一条`).", "一行一个条目。"),
            Table::Tasks => (
                "A row a task: the stretch of text that a responsibility clause closes, or an item that names nobody.",
                "一行一项任务。",
            ),
            Table::Responsibilities => {
                ("A row a unit that answers for a task.", "一行为一项任务的一个责任单位。")
            }
            Table::Citations => ("A row a cited document.", "一行一处引用文件。"),
            Table::Diagnostics => (
                "A row a finding: what was repaired, is doubtful, or was left unparsed.",
                "一行一处发现：已修正的、存疑的或未能解析的。",
            ),
        }
    }

    /// The columns that the walker fills for every notice.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Table::Documents => columns::DOCUMENTS,
            Table::Sections => columns::SECTIONS,
            Table::Tasks => columns::TASKS,
            Table::Responsibilities => columns::RESPONSIBILITIES,
            Table::Citations => columns::CITATIONS,
            Table::Diagnostics => columns::DIAGNOSTICS,
        }
    }
}
