//! What the page knows of all notices before one is chosen.

use std::collections::HashMap;

use gongwen::{Parsed, Severity};
use serde::Serialize;

use crate::entry::{Duty, Entry};
use crate::said::Said;

/// One notice in a line, and its tasks without their words.
#[derive(Debug)]
pub struct Line {
    doc: String,
    title: Option<String>,
    number: Option<String>,
    date: Option<String>,
    counts: Counts,
    tasks: Vec<Task>,
}

/// How many things a notice has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Counts {
    sections: usize,
    tasks: usize,
    units: usize,
    notes: usize,
    warnings: usize,
    errors: usize,
}

/// Who answers for a task, and by when.
#[derive(Debug)]
struct Task {
    /// Key, name, role, and whether it is inherited.
    units: Vec<(String, String, &'static str, bool)>,
    due: Option<String>,
}

impl Line {
    /// That of a text, of which the parser says `parsed`, and the page shows `entry`.
    #[must_use]
    pub fn of(parsed: &Parsed, entry: &Entry<'_>) -> Self {
        let notice = parsed.notice();
        Line {
            doc: entry.doc.to_owned(),
            title: notice.title().map(|title| title.text.clone()),
            number: notice.doc_number().map(|number| number.text.clone()),
            date: notice.date().map(|date| date.value.to_string()),
            counts: Counts::of(parsed, entry),
            tasks: entry.tasks.iter().map(Task::of).collect(),
        }
    }
}

impl Counts {
    fn of(parsed: &Parsed, entry: &Entry<'_>) -> Self {
        let found = |severity| parsed.diagnostics().iter().filter(|found| found.severity == severity).count();
        Counts {
            sections: entry.section_count(),
            tasks: entry.tasks.len(),
            units: entry.tasks.iter().map(|task| task.units.len()).sum(),
            notes: found(Severity::Note),
            warnings: found(Severity::Warning),
            errors: found(Severity::Error),
        }
    }
}

impl Task {
    fn of(task: &Duty) -> Self {
        let units = task.units.iter();
        Task {
            units: units
                .map(|unit| (unit.key.clone(), unit.name.clone(), unit.role, unit.inherited))
                .collect(),
            due: task.due.as_ref().and_then(|due| due.to.clone()),
        }
    }
}

/// All notices, with each unit's name once.
#[derive(Debug, Default, Serialize)]
pub struct Overview {
    version: &'static str,
    notices: Vec<Known>,
    /// Key, and the name as it was first seen.
    units: Vec<(String, String)>,
    /// What could not be read, and why.
    failures: Vec<Said>,
    #[serde(skip)]
    numbers: HashMap<String, usize>,
}

/// A line as the page has it.
#[derive(Debug, Serialize)]
struct Known {
    doc: String,
    title: Option<String>,
    number: Option<String>,
    date: Option<String>,
    counts: Counts,
    tasks: Vec<KnownTask>,
}

/// A task as the page has it.
#[derive(Debug, Serialize)]
struct KnownTask {
    /// The unit by its place in the list of units, its role, and whether it is inherited.
    units: Vec<(usize, &'static str, bool)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
}

impl Overview {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Overview { version: env!("CARGO_PKG_VERSION"), ..Overview::default() }
    }

    /// Adds a notice, and gives its number, counted from 0.
    pub fn add(&mut self, line: Line) -> usize {
        let Line { doc, title, number, date, counts, tasks } = line;
        let tasks = tasks.into_iter().map(|Task { units, due }| {
            let units = units.into_iter();
            let units = units.map(|(key, name, role, inherited)| (self.unit(key, name), role, inherited));
            KnownTask { units: units.collect(), due }
        });
        let tasks = tasks.collect();
        self.notices.push(Known { doc, title, number, date, counts, tasks });
        self.notices.len() - 1
    }

    /// Names what could not be read.
    pub(crate) fn fail(&mut self, failures: Vec<Said>) {
        self.failures = failures;
    }

    /// The place of a unit in the list of units.
    fn unit(&mut self, key: String, name: String) -> usize {
        let next = self.units.len();
        let number = *self.numbers.entry(key.clone()).or_insert(next);
        if number == next {
            self.units.push((key, name));
        }
        number
    }
}
