//! What is found.

use std::collections::{BTreeSet, HashMap};
use std::str::FromStr;

use gongwen::{Date, mend};
use gongwen_tables::Table;
use serde::Serialize;

use crate::rows::{Doc, Row, Rows};
use crate::search::wanted::{Document, Wanted};

/// A task, or a citation, that is as asked for.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Hit<'r> {
    Task(Task<'r>),
    Citation(Citation<'r>),
}

/// Where a hit stands.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Place<'r> {
    pub(super) doc: &'r str,
    /// The items that lead to it.
    pub(super) path: String,
    /// The file and the line, where the text is at hand; tables have no lines.
    pub(super) file: Option<&'r str>,
    pub(super) line: Option<usize>,
    pub(super) start: Option<usize>,
    pub(super) end: Option<usize>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Task<'r> {
    #[serde(flatten)]
    pub(super) place: Place<'r>,
    pub(super) heading: &'r str,
    pub(super) text: &'r str,
    pub(super) units: Vec<Unit<'r>>,
    pub(super) deadline: &'r str,
    pub(super) due_from: Option<&'r str>,
    pub(super) due_to: Option<&'r str>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Unit<'r> {
    pub(super) name: &'r str,
    pub(super) canonical: Option<&'r str>,
    /// That of a remark over the document, if there is one.
    pub(super) role: &'r str,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Citation<'r> {
    #[serde(flatten)]
    pub(super) place: Place<'r>,
    pub(super) title: &'r str,
    pub(super) doc_number: Option<&'r str>,
    pub(super) relation: &'r str,
    pub(super) target_doc: Option<&'r str>,
}

/// What is wanted of the rows, in their order.
pub(super) fn hits<'r>(rows: &'r Rows, wanted: &Wanted) -> Vec<Hit<'r>> {
    let search = Search {
        rows,
        wanted,
        names: wanted.unit.as_deref().map(|unit| names(rows, unit)),
        document: wanted.cites.as_deref().map(Document::named),
    };
    let of_doc = |doc: &'r Doc| {
        let cited = search.citations(doc);
        match (wanted.is_of_tasks(), wanted.is_of_citations()) {
            (false, _) => cited.into_iter().map(Hit::Citation).collect(),
            (true, true) if cited.is_empty() => Vec::new(),
            (true, _) => search.tasks(doc).into_iter().map(Hit::Task).collect::<Vec<_>>(),
        }
    };
    rows.docs.iter().flat_map(of_doc).collect()
}

/// The names under which a unit is asked for: the words, and what they stand for anywhere in the rows.
fn names(rows: &Rows, unit: &str) -> BTreeSet<String> {
    let unit = mend(unit.trim()).into_owned();
    let units = rows.docs.iter().flat_map(|doc| doc.rows(Table::Responsibilities));
    let legal = units.filter(|row| row.get("name") == unit).map(|row| row.get("canonical").to_owned());
    legal.filter(|name| !name.is_empty()).chain([unit.clone()]).collect()
}

struct Search<'w, 'r> {
    rows: &'r Rows,
    wanted: &'w Wanted,
    names: Option<BTreeSet<String>>,
    document: Option<Document>,
}

impl<'r> Search<'_, 'r> {
    fn tasks(&self, doc: &'r Doc) -> Vec<Task<'r>> {
        let mut units: HashMap<&str, Vec<&'r Row>> = HashMap::new();
        for row in doc.rows(Table::Responsibilities) {
            units.entry(row.get("task")).or_default().push(row);
        }
        let of_task = |row: &'r Row| {
            let units = units.get(row.get("task")).map_or(&[][..], Vec::as_slice);
            self.wants_task(row, units).then(|| Task {
                place: place(doc, row, row.get("path").to_owned()),
                heading: row.get("heading"),
                text: row.get("text"),
                units: units
                    .iter()
                    .map(|unit| Unit {
                        name: unit.get("name"),
                        canonical: said(unit, "canonical"),
                        role: role(unit),
                    })
                    .collect(),
                deadline: row.get("deadline"),
                due_from: said(row, "due_from"),
                due_to: said(row, "due_to"),
            })
        };
        doc.rows(Table::Tasks).iter().filter_map(of_task).collect()
    }

    fn wants_task(&self, task: &Row, units: &[&Row]) -> bool {
        let Wanted { role: wanted, due_before, due_after, text, .. } = self.wanted;
        let named = |unit: &Row| {
            let names = |names: &BTreeSet<String>| {
                names.contains(unit.get("name")) || names.contains(unit.get("canonical"))
            };
            self.names.as_ref().is_none_or(names)
        };
        let plays = |unit: &Row| wanted.as_deref().is_none_or(|wanted| role(unit) == wanted);
        let answers =
            self.names.is_none() && wanted.is_none() || units.iter().any(|unit| named(unit) && plays(unit));
        let due = Date::from_str(task.get("due_to")).ok();
        let before = due_before.is_none_or(|day| due.is_some_and(|due| due < day));
        let after = due_after.is_none_or(|day| due.is_some_and(|due| due > day));
        let holds = |words: &str| ["text", "heading"].iter().any(|column| task.get(column).contains(words));
        answers && before && after && text.as_deref().is_none_or(holds)
    }

    fn citations(&self, doc: &'r Doc) -> Vec<Citation<'r>> {
        if !self.wanted.is_of_citations() {
            return Vec::new();
        }
        let wanted = |row: &&Row| {
            let relation = self.wanted.relation.as_deref();
            relation.is_none_or(|relation| row.get("relation") == relation)
                && self.document.as_ref().is_none_or(|document| self.cites(row, document))
        };
        let paths = doc.paths();
        let citation = |row: &'r Row| Citation {
            place: place(doc, row, paths.get(row.get("section")).cloned().unwrap_or_default()),
            title: row.get("title"),
            doc_number: said(row, "doc_number"),
            relation: row.get("relation"),
            target_doc: said(row, "target_doc"),
        };
        doc.rows(Table::Citations).iter().filter(wanted).map(citation).collect()
    }

    /// Whether a row cites the document: by its own words, or by those of the notice that it leads to.
    fn cites(&self, row: &Row, document: &Document) -> bool {
        let target = self.rows.doc(row.get("target_doc")).and_then(|doc| doc.rows(Table::Documents).first());
        let of_target = |target: &Row| document.is(target.get("doc_number"), target.get("title"));
        row.get("relation") != "internal"
            && (document.is(row.get("doc_number"), row.get("title")) || target.is_some_and(of_target))
    }
}

/// The role of a unit: that of a remark over the document, else that of its clause.
fn role(unit: &Row) -> &str {
    said(unit, "role_inferred").unwrap_or_else(|| unit.get("role"))
}

fn said<'r>(row: &'r Row, column: &str) -> Option<&'r str> {
    Some(row.get(column)).filter(|words| !words.is_empty())
}

fn place<'r>(doc: &'r Doc, row: &Row, path: String) -> Place<'r> {
    let start = row.number("start");
    let origin = doc.origin.as_ref();
    Place {
        doc: &doc.name,
        path,
        file: origin.map(|origin| &*origin.name),
        line: origin.zip(start).map(|(origin, start)| origin.lines.number(start)),
        start,
        end: row.number("end"),
    }
}
