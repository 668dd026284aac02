//! The kinds of value that are compared, and where they stand in the tables.

use gongwen_tables::Table;
use serde::{Serialize, Serializer};

/// A kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Notice,
    Number,
    Title,
    Genre,
    Date,
    Annotation,
    Issuer,
    Recipient,
    Signatory,
    IssuingOrgan,
    Section,
    Task,
    Clause,
    Deadline,
    Unit,
    Citation,
    Time,
    Target,
    Note,
    Warning,
    Error,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::Notice => "notice",
            Kind::Number => "number",
            Kind::Title => "title",
            Kind::Genre => "genre",
            Kind::Date => "date",
            Kind::Annotation => "annotation",
            Kind::Issuer => "issuer",
            Kind::Recipient => "recipient",
            Kind::Signatory => "signatory",
            Kind::IssuingOrgan => "issuing organ",
            Kind::Section => "section",
            Kind::Task => "task",
            Kind::Clause => "clause",
            Kind::Deadline => "deadline",
            Kind::Unit => "unit",
            Kind::Citation => "citation",
            Kind::Time => "time",
            Kind::Target => "target",
            Kind::Note => "note",
            Kind::Warning => "warning",
            Kind::Error => "error",
        }
    }

    /// Whether it is a finding, which says something about values and is none.
    pub(super) fn is_finding(self) -> bool {
        matches!(self, Kind::Note | Kind::Warning | Kind::Error)
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// How the rows of a table are compared.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) table: Table,
    /// The rows that it is for: those with this value in this column.
    pub(super) only: Option<(&'static str, &'static str)>,
    /// Columns by which the same row is known, the surest first. `path` is that of the row's item in every table.
    pub(super) keys: &'static [&'static [&'static str]],
    /// The values that a row holds, each of several columns.
    pub(super) values: &'static [(Kind, &'static [&'static str])],
}

/// What a notice says of itself.
pub(super) const HEAD: Plan = Plan {
    table: Table::Documents,
    only: None,
    keys: &[&["doc"]],
    values: &[
        (Kind::Number, &["doc_number", "agency_code", "year", "serial"]),
        (Kind::Title, &["title"]),
        (Kind::Genre, &["kind"]),
        (Kind::Date, &["date"]),
        (Kind::Annotation, &["annotation"]),
    ],
};

/// Lists in `documents`, of which each word is a value.
pub(super) const LISTS: [(Kind, &str); 3] =
    [(Kind::Issuer, "issuers"), (Kind::Recipient, "recipients"), (Kind::Signatory, "signatories")];

pub(super) const SECTIONS: Plan = Plan {
    table: Table::Sections,
    only: None,
    keys: &[&["path", "style", "heading", "text"], &["heading", "text"], &["heading"], &["text"], &["path"]],
    values: &[(Kind::Section, &["label", "heading", "text", "style", "ordinal", "parent"])],
};

pub(super) const TASKS: Plan = Plan {
    table: Table::Tasks,
    only: None,
    keys: &[&["path", "text", "responsibility"], &["path", "text"], &["text"], &["path"]],
    values: &[
        (Kind::Task, &["section", "text"]),
        (Kind::Clause, &["responsibility", "open_ended"]),
        (Kind::Deadline, &["deadline", "due_kind", "due_from", "due_to"]),
    ],
};

/// The units of one task.
pub(super) const UNITS: Plan = Plan {
    table: Table::Responsibilities,
    only: None,
    keys: &[&["name", "role", "kind", "inherited"], &["name"]],
    values: &[(
        Kind::Unit,
        &[
            "name",
            "role",
            "kind",
            "inherited",
            "canonical",
            "unit_kind",
            "level",
            "division",
            "group",
            "role_inferred",
            "candidates",
        ],
    )],
};

/// What stands apart from items and tasks, in the order in which it is told.
pub(super) const OTHERS: [Plan; 7] = [
    Plan {
        table: Table::Issuers,
        only: None,
        keys: &[&["part", "name"], &["name"]],
        values: &[(
            Kind::IssuingOrgan,
            &["name", "part", "canonical", "unit_kind", "level", "division", "sources", "contradicted_by"],
        )],
    },
    Plan {
        table: Table::Citations,
        only: None,
        keys: &[&["path", "title", "doc_number"], &["title", "doc_number"], &["title"]],
        values: &[(
            Kind::Citation,
            &["title", "doc_number", "section", "relation", "target_doc", "target_section"],
        )],
    },
    Plan {
        table: Table::Times,
        only: None,
        keys: &[&["path", "text", "kind", "from", "to"], &["path", "text"], &["text"]],
        values: &[(Kind::Time, &["section", "text", "kind", "from", "to", "anchor"])],
    },
    Plan {
        table: Table::Targets,
        only: None,
        keys: &[&["path", "text", "indicator", "quantity"], &["path", "text"], &["text"]],
        values: &[(
            Kind::Target,
            &[
                "section",
                "text",
                "class",
                "quantity",
                "quantity_to",
                "unit",
                "comparator",
                "change",
                "indicator",
                "due",
            ],
        )],
    },
    findings("note", &[(Kind::Note, FINDING)]),
    findings("warning", &[(Kind::Warning, FINDING)]),
    findings("error", &[(Kind::Error, FINDING)]),
];

const FINDING: &[&str] = &["code", "message"];

const fn findings(severity: &'static str, values: &'static [(Kind, &'static [&'static str])]) -> Plan {
    Plan {
        table: Table::Diagnostics,
        only: Some(("severity", severity)),
        keys: &[&["code", "message", "line"], &["code", "message"], &["code", "line"]],
        values,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongwen_tables::Layout;

    #[test]
    fn plans_name_columns_of_their_tables() {
        let layout = Layout::resolved();
        for plan in [&HEAD, &SECTIONS, &TASKS, &UNITS].into_iter().chain(&OTHERS) {
            let of_keys = plan.keys.iter().copied().flatten().filter(|column| **column != "path");
            let of_values = plan.values.iter().flat_map(|(_, columns)| *columns);
            for column in of_keys.chain(of_values).chain(plan.only.iter().map(|(column, _)| column)) {
                let columns = layout.columns(plan.table);
                assert!(columns.iter().any(|known| known.name == *column), "{column}");
            }
        }
        for (_, column) in LISTS {
            assert!(layout.columns(Table::Documents).iter().any(|known| known.name == column), "{column}");
        }
    }
}
