//! Hits, for eyes and for programs.

use std::fmt::Write;
use std::io;

use crate::messages::{SEMICOLON, due as due_on, due_as_written, name as in_words};
use crate::search::hits::{Citation, Hit, Place, Task, Unit};
use crate::words::{clean, cut, width};

/// Columns of a task's text.
const TEXT: usize = 60;
/// Units that are shown of a task.
const UNITS: usize = 8;

/// Two lines a hit: where and what, and who by when.
pub(super) fn page(hits: &[Hit<'_>]) -> String {
    hits.iter()
        .map(|hit| match hit {
            Hit::Task(hit) => task(hit),
            Hit::Citation(hit) => citation(hit),
        })
        .collect()
}

/// An object a line.
///
/// # Errors
///
/// - none that is known
pub(super) fn lines(hits: &[Hit<'_>]) -> io::Result<String> {
    let mut lines = String::new();
    for hit in hits {
        lines.push_str(&serde_json::to_string(hit)?);
        lines.push('\n');
    }
    Ok(lines)
}

/// Whether the page shows a hit in part.
pub(super) fn is_cut(hit: &Hit<'_>) -> bool {
    match hit {
        Hit::Task(task) => width(&words(task)) > TEXT || task.units.len() > UNITS,
        Hit::Citation(_) => false,
    }
}

/// `notices/a.txt:12: 一、/（一） 修复东段。`, and below `lead 省文物局; due 2025-12-31 (2025年底前)`.
fn task(task: &Task<'_>) -> String {
    let mut page = at(&task.place, &cut(&words(task), TEXT));
    let shown = task.units.iter().take(UNITS).map(unit);
    let more = (task.units.len() > UNITS).then(|| "…".to_owned());
    let due = task.due_to.or(task.due_from).map(|day| match task.deadline {
        "" => due_on(day).to_string(),
        words => due_as_written(day, clean(words)).to_string(),
    });
    let undated = || (!task.deadline.is_empty()).then(|| clean(task.deadline).into_owned());
    let said = shown.chain(more).chain(due.or_else(undated)).collect::<Vec<_>>();
    if !said.is_empty() {
        // Writing to a string does not fail.
        let _ = writeln!(page, "    {}", said.join(SEMICOLON.get()));
    }
    page
}

/// The heading and the text, in one line.
fn words(task: &Task<'_>) -> String {
    let blank = if task.heading.is_empty() || task.text.starts_with(task.heading) { "" } else { " " };
    let heading = if blank.is_empty() { "" } else { task.heading };
    format!("{heading}{blank}{}", task.text).replace('\n', " ")
}

fn unit(unit: &Unit<'_>) -> String {
    let (name, role) = (clean(unit.name), in_words(unit.role));
    match unit.canonical.filter(|canonical| *canonical != unit.name) {
        Some(canonical) => format!("{role} {name} = {}", clean(canonical)),
        None => format!("{role} {name}"),
    }
}

/// `notices/a.txt:3: implements 《青州省渔港条例》（青政发〔2024〕7号）`
fn citation(citation: &Citation<'_>) -> String {
    let number = citation.doc_number.map(|number| format!("（{number}）")).unwrap_or_default();
    let target = citation.target_doc.map(|doc| format!(" → {doc}")).unwrap_or_default();
    let relation = if citation.relation.is_empty() { "cites" } else { citation.relation };
    let title = match relation {
        // an item of the notice itself has no title
        "internal" => citation.title.to_owned(),
        _ => format!("《{}》", citation.title),
    };
    let relation = in_words(relation);
    at(&citation.place, &clean(&format!("{relation} {title}{number}{target}")))
}

fn at(place: &Place<'_>, words: &str) -> String {
    let bold = anstyle::Style::new().bold();
    let file = clean(place.file.unwrap_or(place.doc));
    let number = match (place.line, place.start) {
        (Some(line), _) => format!(":{line}"),
        (None, Some(start)) => format!("@{start}"),
        (None, None) => String::new(),
    };
    let path = clean(&place.path);
    let blank = if path.is_empty() { "" } else { " " };
    format!("{bold}{file}{number}{bold:#}: {path}{blank}{words}\n")
}
