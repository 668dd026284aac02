//! What two readings of a notice have not in common.

use std::collections::{BTreeMap, HashMap};

use gongwen_tables::{Layout, Table};
use serde::{Serialize, Serializer};

use crate::compare::align::{Aligned, Keys, align};
use crate::compare::kinds::{HEAD, Kind, LISTS, OTHERS, Plan, SECTIONS, TASKS, UNITS};
use crate::rows::{Doc, Row};
use crate::tables::Layer;

/// What became of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Change {
    Same,
    Changed,
    Lost,
    Gained,
}

impl Change {
    pub(super) const ALL: [Change; 4] = [Change::Same, Change::Changed, Change::Lost, Change::Gained];

    pub(super) fn name(self) -> &'static str {
        match self {
            Change::Same => "same",
            Change::Changed => "changed",
            Change::Lost => "lost",
            Change::Gained => "gained",
        }
    }
}

/// A value that is lost, gained or changed.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Difference {
    pub(super) doc: String,
    pub(super) change: Change,
    pub(super) kind: Kind,
    /// The items to it, as the column `path` has them; of a changed value in NEW.
    pub(super) path: String,
    /// What a changed value goes by, where that has not changed: the name of a unit whose role differs.
    pub(super) of: Option<String>,
    pub(super) old: Option<Side>,
    pub(super) new: Option<Side>,
}

/// A value as one of the two has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Side {
    /// The byte at which it starts.
    pub(super) start: Option<usize>,
    /// Its columns that are not empty; of a changed value those that differ.
    #[serde(serialize_with = "as_map")]
    pub(super) says: Vec<(&'static str, String)>,
}

/// What was found in comparing: the differences, and how many values of each kind there are with each change.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) differences: Vec<Difference>,
    pub(super) counts: BTreeMap<Kind, [usize; Change::ALL.len()]>,
}

impl Found {
    /// Adds a notice that one side alone has.
    pub(super) fn one_sided(&mut self, doc: &Doc, change: Change) {
        let title = doc.rows(Table::Documents).first().map_or("", |row| row.get("title"));
        let said = Side { start: None, says: vec![("title", title.to_owned())] };
        let (old, new) = if change == Change::Lost { (Some(said), None) } else { (None, Some(said)) };
        self.count(Kind::Notice, change);
        let (doc, path) = (doc.name.clone(), String::new());
        self.differences.push(Difference { doc, change, kind: Kind::Notice, path, of: None, old, new });
    }

    /// Adds what two readings of a notice have in common and what not.
    pub(super) fn both(&mut self, old: &Doc, new: &Doc, layer: Layer) {
        self.count(Kind::Notice, Change::Same);
        let [mut old, mut new] = [old, new].map(|doc| Reading::of(doc, layer));
        let mut comparison = Comparison { doc: &new.doc.name, found: self };
        comparison.compare(&old.things(&HEAD), &new.things(&HEAD));
        for (kind, column) in LISTS {
            comparison.compare(&old.words(kind, column), &new.words(kind, column));
        }
        let items = aligned(&old.things(&SECTIONS), &new.things(&SECTIONS));
        identify(&items, &mut old, &mut new);
        comparison.compare_aligned(&items, &old.things(&SECTIONS), &new.things(&SECTIONS));
        for aligned in comparison.compare(&old.things(&TASKS), &new.things(&TASKS)) {
            let (one, other) = aligned.places();
            comparison.compare(&old.units(one), &new.units(other));
        }
        for plan in &OTHERS {
            comparison.compare(&old.things(plan), &new.things(plan));
        }
    }

    fn count(&mut self, kind: Kind, change: Change) {
        self.counts.entry(kind).or_default()[change as usize] += 1;
    }
}

impl Aligned {
    fn places(self) -> (Option<usize>, Option<usize>) {
        match self {
            Aligned::Both(one, other) => (Some(one), Some(other)),
            Aligned::Old(one) => (Some(one), None),
            Aligned::New(other) => (None, Some(other)),
        }
    }
}

/// One reading of a notice.
struct Reading<'d> {
    doc: &'d Doc,
    /// The columns that are compared.
    layout: Layout,
    /// The items by their numbers in the table: path, and a name that the same item has in both readings.
    sections: HashMap<&'d str, Place>,
    units: HashMap<&'d str, Vec<&'d Row>>,
}

#[derive(Debug, Clone, Default)]
struct Place {
    path: String,
    identity: String,
}

/// A row, or a word of a list.
struct Thing {
    keys: Keys,
    path: String,
    start: Option<usize>,
    values: Vec<(Kind, Vec<Field>)>,
}

/// What a value says under one column.
#[derive(Debug, Clone)]
struct Field {
    column: &'static str,
    words: String,
    /// What is compared: the words, but of an item its identity.
    key: String,
}

/// The columns that name an item.
const REFERENCES: [&str; 3] = ["parent", "section", "target_section"];

impl<'d> Reading<'d> {
    fn of(doc: &'d Doc, layer: Layer) -> Self {
        let place = |(section, path)| (section, Place { path, ..Place::default() });
        let sections = doc.paths().into_iter().map(place).collect();
        let mut units: HashMap<&str, Vec<&Row>> = HashMap::new();
        for row in doc.rows(Table::Responsibilities) {
            units.entry(row.get("task")).or_default().push(row);
        }
        Reading { doc, layout: layer.layout(), sections, units }
    }

    fn things(&self, plan: &Plan) -> Vec<Thing> {
        if self.layout.columns(plan.table).is_empty() {
            return Vec::new();
        }
        let wanted = |row: &&Row| plan.only.is_none_or(|(column, value)| row.get(column) == value);
        self.doc.rows(plan.table).iter().filter(wanted).map(|row| self.thing(plan, row)).collect()
    }

    /// The units of the task at this place in its table.
    fn units(&self, task: Option<usize>) -> Vec<Thing> {
        let task = task.and_then(|task| self.doc.rows(Table::Tasks).get(task));
        let units = task.and_then(|task| self.units.get(task.get("task")));
        units.into_iter().flatten().map(|row| self.thing(&UNITS, row)).collect()
    }

    fn thing(&self, plan: &Plan, row: &Row) -> Thing {
        let path = self.sections.get(row.get("section")).map_or("", |place| &place.path);
        let cell = |column: &str| if column == "path" { path } else { row.get(column) };
        let key = |columns: &&[&str]| {
            let cells = columns.iter().map(|column| cell(column));
            let told = cells.clone().any(|cell| !cell.is_empty());
            told.then(|| cells.collect::<Vec<_>>().join("\u{1f}"))
        };
        let value = |(kind, columns): &(Kind, &[&'static str])| {
            let compared = columns.iter().filter(|column| self.has(plan.table, column));
            let fields = compared.map(|column| self.field(column, row.get(column)));
            (*kind, fields.collect())
        };
        Thing {
            keys: plan.keys.iter().map(key).collect(),
            path: path.to_owned(),
            start: row.number("start"),
            values: plan.values.iter().map(value).collect(),
        }
    }

    fn has(&self, table: Table, column: &str) -> bool {
        self.layout.columns(table).iter().any(|known| known.name == column)
    }

    fn field(&self, column: &'static str, cell: &str) -> Field {
        let place = self.sections.get(cell).filter(|_| REFERENCES.contains(&column));
        let (words, key) = place.map_or((cell, cell), |place| (&place.path, &place.identity));
        Field { column, words: words.to_owned(), key: key.to_owned() }
    }

    /// The words of a list in `documents`.
    fn words(&self, kind: Kind, column: &'static str) -> Vec<Thing> {
        let list = self.doc.rows(Table::Documents).first().map_or("", |row| row.get(column));
        let thing = |word: &str| Thing {
            keys: vec![Some(word.to_owned())],
            path: String::new(),
            start: None,
            values: vec![(
                kind,
                vec![Field { column: "name", words: word.to_owned(), key: word.to_owned() }],
            )],
        };
        list.split('|').filter(|word| !word.is_empty()).map(thing).collect()
    }
}

/// Gives the same item one name in both readings.
fn identify<'d>(items: &[Aligned], old: &mut Reading<'d>, new: &mut Reading<'d>) {
    let [old_rows, new_rows] = [old.doc, new.doc].map(|doc| doc.rows(Table::Sections));
    for aligned in items {
        let (one, other) = aligned.places();
        let identity = format!("{one:?}{other:?}");
        let named = [(&mut old.sections, old_rows, one), (&mut new.sections, new_rows, other)];
        for (sections, rows, at) in named {
            let place = at.and_then(|at| sections.get_mut(rows[at].get("section")));
            if let Some(place) = place {
                place.identity.clone_from(&identity);
            }
        }
    }
}

fn aligned(old: &[Thing], new: &[Thing]) -> Vec<Aligned> {
    let keys = |things: &[Thing]| things.iter().map(|thing| thing.keys.clone()).collect::<Vec<_>>();
    align(&keys(old), &keys(new))
}

struct Comparison<'c> {
    doc: &'c str,
    found: &'c mut Found,
}

impl Comparison<'_> {
    /// Compares the things of a plan; gives how they are paired.
    fn compare(&mut self, old: &[Thing], new: &[Thing]) -> Vec<Aligned> {
        let aligned = aligned(old, new);
        self.compare_aligned(&aligned, old, new);
        aligned
    }

    fn compare_aligned(&mut self, aligned: &[Aligned], old: &[Thing], new: &[Thing]) {
        for pair in aligned {
            let (one, other) = pair.places();
            self.thing(one.map(|one| &old[one]), other.map(|other| &new[other]));
        }
    }

    fn thing(&mut self, old: Option<&Thing>, new: Option<&Thing>) {
        let Some(some) = new.or(old) else { return };
        for (place, (kind, _)) in some.values.iter().enumerate() {
            let said = |thing: Option<&Thing>| thing.map_or(&[][..], |thing| &thing.values[place].1).to_vec();
            let (one, other) = (said(old), said(new));
            let Some(change) = change(&one, &other) else { continue };
            self.found.count(*kind, change);
            if change == Change::Same {
                continue;
            }
            let of = (change == Change::Changed).then(|| unchanged(&one, &other)).flatten();
            let (one, other) = if change == Change::Changed { differing(one, other) } else { (one, other) };
            let side = |thing: Option<&Thing>, fields: Vec<Field>, side: Change| {
                (change == Change::Changed || change == side)
                    .then(|| Side { start: thing.and_then(|thing| thing.start), says: says(fields, change) })
            };
            self.found.differences.push(Difference {
                doc: self.doc.to_owned(),
                change,
                kind: *kind,
                path: some.path.clone(),
                of,
                old: side(old, one, Change::Lost),
                new: side(new, other, Change::Gained),
            });
        }
    }
}

/// What became of a value; `None` where neither has one.
fn change(old: &[Field], new: &[Field]) -> Option<Change> {
    let there = |fields: &[Field]| fields.iter().any(|field| !field.words.is_empty());
    Some(match (there(old), there(new)) {
        (false, false) => return None,
        (true, false) => Change::Lost,
        (false, true) => Change::Gained,
        (true, true) if old.iter().zip(new).all(|(one, other)| one.key == other.key) => Change::Same,
        (true, true) => Change::Changed,
    })
}

/// What a changed value goes by: words that have not changed.
fn unchanged(old: &[Field], new: &[Field]) -> Option<String> {
    const NAMES: [&str; 4] = ["name", "heading", "text", "title"];
    let named = |field: &Field| !field.words.is_empty() && NAMES.contains(&field.column);
    let same = old.iter().zip(new).find(|(one, other)| one.key == other.key && named(other));
    same.map(|(_, other)| other.words.clone())
}

/// The fields in which two values differ.
fn differing(old: Vec<Field>, new: Vec<Field>) -> (Vec<Field>, Vec<Field>) {
    old.into_iter().zip(new).filter(|(one, other)| one.key != other.key).unzip()
}

/// What is told of a value: of a changed one all that differs, of another what it is; where it stands is told apart.
fn says(fields: Vec<Field>, change: Change) -> Vec<(&'static str, String)> {
    let told = |field: &Field| {
        change == Change::Changed || (!field.words.is_empty() && !REFERENCES[..2].contains(&field.column))
    };
    fields.into_iter().filter(told).map(|field| (field.column, field.words)).collect()
}

fn as_map<S: Serializer>(says: &[(&'static str, String)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(says.iter().map(|(column, words)| (column, words)))
}
