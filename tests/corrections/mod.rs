//! `[[corrections]]` of a fixture: what a reader of the page of `gongwen review` says is right.

use gongwen::{Notice, Span};
use serde::Deserialize;

/// A place, with what stood there and what is right.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Correction {
    pub(crate) span: Span,
    /// The words there.
    pub(crate) text: String,
    /// The kind that the page showed; none where something was missed.
    was: Option<String>,
    /// The right kind; none where nothing of the kind is there.
    is: Option<String>,
    /// The right role of a unit.
    role: Option<String>,
    /// What the reader says of it.
    #[serde(rename = "note")]
    _note: Option<String>,
    /// Whether the parser reads so today.
    #[serde(default = "yes")]
    pub(crate) holds: bool,
}

fn yes() -> bool {
    true
}

impl Correction {
    /// Whether the notice is read as the correction says.
    pub(crate) fn is_met(&self, notice: &Notice) -> bool {
        let marks = marks(notice);
        let at =
            |kind: &str| marks.iter().filter(|mark| mark.span == self.span && mark.kind == kind).collect();
        let is_there = |kind: &String| {
            let marks: Vec<&Mark> = at(kind);
            marks.iter().any(|mark| self.role.is_none() || self.role.as_deref() == mark.role)
        };
        let is_gone = |kind: &String| self.is.as_ref() == Some(kind) || Vec::is_empty(&at(kind));
        self.is.as_ref().is_none_or(is_there) && self.was.as_ref().is_none_or(is_gone)
    }
}

/// What is read at a place.
#[derive(Debug)]
struct Mark {
    kind: &'static str,
    span: Span,
    role: Option<&'static str>,
}

/// The elements of a notice, and the views of its paragraphs, under the names that the page has for them.
fn marks(notice: &Notice) -> Vec<Mark> {
    let mark = |kind, span| Mark { kind, span, role: None };
    let elements = notice.elements().into_iter();
    let mut marks: Vec<Mark> = elements.map(|element| mark(element.kind.name(), element.span)).collect();
    for (_, task) in notice.tasks() {
        marks.push(mark("task", task.span));
        marks.extend(task.units().map(|unit| Mark {
            kind: "unit",
            span: unit.span,
            role: Some(unit.role.name()),
        }));
        let Some(clause) = &task.responsibility else { continue };
        marks.push(mark("clause", clause.span));
        marks.extend(clause.deadline.iter().map(|deadline| mark("deadline", deadline.span)));
        marks.extend(clause.role_words.iter().map(|words| mark("role-words", words.span)));
        marks.extend(clause.remarks.iter().map(|remark| mark("remark", remark.span)));
    }
    marks.extend(notice.citations().map(|(_, cited)| mark("citation", cited.span)));
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "一、依据《条例》修路。（市交通局牵头）";

    #[track_caller]
    fn assert_met(correction: &str, met: bool) {
        let correction: Correction = toml::from_str(correction).unwrap();
        assert_eq!(correction.text, TEXT[correction.span.range()]);
        assert_eq!(correction.is_met(gongwen::parse(TEXT).notice()), met, "{correction:?}");
    }

    #[test]
    fn what_is_read_as_said_is_met() {
        let unit = "span = [36, 54]\ntext = '市交通局牵头'\n";
        assert_met(&format!("{unit}was = 'unit'"), true);
        let unit = "span = [36, 48]\ntext = '市交通局'\n";
        assert_met(&format!("{unit}was = 'unit'\nis = 'unit'\nrole = 'lead'"), true);
        assert_met(&format!("{unit}is = 'unit'"), true);
        assert_met("span = [12, 24]\ntext = '《条例》'\nis = 'citation'", true);
    }

    #[test]
    fn what_is_read_otherwise_is_not() {
        let unit = "span = [36, 48]\ntext = '市交通局'\n";
        assert_met(&format!("{unit}was = 'unit'"), false);
        assert_met(&format!("{unit}was = 'unit'\nis = 'unit'\nrole = 'support'"), false);
        assert_met(&format!("{unit}was = 'unit'\nis = 'deadline'"), false);
        assert_met("span = [6, 12]\ntext = '依据'\nis = 'heading'", false);
    }
}
