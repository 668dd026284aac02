//! The numbered items, their tasks, and who answers for them.

use gongwen::{Body, Inheritance, Responsibility, Role, Section, Task, Text, Unit, UnitKind};

use crate::show::page::{Page, Tone};
use crate::words::{cut, width};

/// How much further in a sub-item stands.
const STEP: usize = 2;
/// Columns for the labels of a task's lines.
const LABELS: usize = 13;
/// The widest marker that others are aligned to.
const WIDEST: usize = 12;

/// A body, depth first; nothing for an empty one.
pub(crate) fn outline(page: &mut Page, body: &Body) {
    if body.preamble.is_empty() && body.tasks.is_empty() && body.sections.is_empty() {
        return;
    }
    page.end_line();
    if let Some(words) = body.preamble.first() {
        page.say(Tone::Plain, &cut(&words.value, page.room()));
        page.end_line();
    }
    tasks(page, &body.tasks, 0);
    sections(page, &body.sections, 0);
    page.end_line();
}

/// Items of one level, their words aligned behind the widest marker.
fn sections(page: &mut Page, items: &[Section], indent: usize) {
    let widths = items.iter().map(|item| width(&item.marker.label));
    let column = indent + widths.max().unwrap_or(0).min(WIDEST);
    for item in items {
        page.advance(indent);
        page.say(Tone::Marker, &item.marker.label);
        page.advance(column);
        let (tone, words) = match (&item.heading, item.paragraphs.first()) {
            (Some(heading), _) => (Tone::Strong, heading.value.as_str()),
            (None, Some(paragraph)) => (Tone::Plain, paragraph.value.as_str()),
            (None, None) => (Tone::Plain, ""),
        };
        page.say(tone, &cut(words, page.room()));
        page.end_line();
        tasks(page, &item.tasks, column);
        sections(page, &item.sections, indent + STEP);
    }
}

/// The tasks of an item; where there are several, each with its first words.
fn tasks(page: &mut Page, tasks: &[Task], indent: usize) {
    for task in tasks {
        if tasks.len() > 1 {
            page.advance(indent);
            page.say(Tone::Faint, "task ");
            page.say(Tone::Plain, &cut(&task.text.value, page.room()));
            page.end_line();
        }
        units(page, task, indent);
        match &task.responsibility {
            Some(clause) => particulars(page, clause, indent),
            None if task.inherited.is_empty() => line(page, indent, "nobody named", &[]),
            None => {}
        }
    }
}

fn units(page: &mut Page, task: &Task, indent: usize) {
    for role in [Role::Lead, Role::Support, Role::Responsible] {
        let units = task.units().filter(|(unit, _)| unit.role == role);
        let units = units.map(|(unit, inheritance)| named(unit, inheritance)).collect::<Vec<_>>();
        if !units.is_empty() {
            line(page, indent, role.name(), &units);
        }
    }
}

/// `教育厅 [省教育厅]`, `各市州人民政府 [group, inherited]`
fn named(unit: &Unit, inheritance: Inheritance) -> String {
    let full_name = unit.full_name.as_deref().filter(|&full_name| full_name != unit.name);
    let group = (unit.kind == UnitKind::Group).then_some("group");
    let inherited = (inheritance == Inheritance::Inherited).then_some("inherited");
    let marks = full_name.into_iter().chain(group).chain(inherited).collect::<Vec<_>>();
    if marks.is_empty() { unit.name.clone() } else { format!("{} [{}]", unit.name, marks.join(", ")) }
}

fn particulars(page: &mut Page, clause: &Responsibility, indent: usize) {
    if let Some(deadline) = &clause.deadline {
        line(page, indent, "deadline", std::slice::from_ref(&deadline.value));
    }
    if clause.open_ended {
        line(page, indent, "open-ended", &["等".to_owned()]);
    }
    let remarks = clause.remarks.iter().map(|Text { value, .. }| value.clone()).collect::<Vec<_>>();
    if !remarks.is_empty() {
        line(page, indent, "remarks", &remarks);
    }
}

fn line(page: &mut Page, indent: usize, label: &str, items: &[String]) {
    page.list(indent, label, indent + LABELS, items);
}
