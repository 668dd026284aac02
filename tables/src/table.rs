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
    /// A row a time in the text, of the second layer.
    Times,
    /// A row a goal with a number, of the second layer.
    Targets,
    /// A row an issuer of a notice or of what is attached to it, of the second layer.
    Issuers,
    /// A row an organ over all notices of a run, of the second layer.
    Units,
}

impl Table {
    /// All tables; a table's place here is its place in arrays of tables.
    pub const ALL: [Table; 10] = [
        Table::Documents,
        Table::Sections,
        Table::Tasks,
        Table::Responsibilities,
        Table::Citations,
        Table::Diagnostics,
        Table::Times,
        Table::Targets,
        Table::Issuers,
        Table::Units,
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
            Table::Times => "times",
            Table::Targets => "targets",
            Table::Issuers => "issuers",
            Table::Units => "units",
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
            Table::Times => ("A row a time in the text, as an interval.", "一行一处时间，以起止日期表示。"),
            Table::Targets => ("A row a goal with a number.", "一行一项量化目标。"),
            Table::Issuers => {
                ("A row an issuer of the notice or of what is attached to it.", "一行一个发文机关。")
            }
            Table::Units => (
                "A row an organ that answers for tasks, over all notices, under its legal name.",
                "一行一个责任单位（以规范全称计），汇总全部公文。",
            ),
        }
    }

    /// The columns that are filled for every notice whose layout has the table.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Table::Documents => columns::DOCUMENTS,
            Table::Sections => columns::SECTIONS,
            Table::Tasks => columns::TASKS,
            Table::Responsibilities => columns::RESPONSIBILITIES,
            Table::Citations => columns::CITATIONS,
            Table::Diagnostics => columns::DIAGNOSTICS,
            Table::Times => columns::TIMES,
            Table::Targets => columns::TARGETS,
            Table::Issuers => columns::ISSUERS,
            Table::Units => columns::UNITS,
        }
    }
}
