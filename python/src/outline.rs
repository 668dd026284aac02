//! Numbered items and tasks: each knows the way to its place in the shared result.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::place::{Span, Text, name, texts, tuple};
use crate::shared::Shared;
use crate::values::{Citation, Marker, RoleWords, Unit};

/// Where tasks and items stand: the item at the end of a path of places, the body for an empty one.
#[derive(Clone)]
pub(crate) struct Owner {
    shared: Arc<Shared>,
    part: usize,
    path: Box<[usize]>,
}

impl Owner {
    /// A document's body.
    pub(crate) fn body(shared: Arc<Shared>, part: usize) -> Self {
        Owner { shared, part, path: Box::default() }
    }

    /// The items that lead to it, the outermost first.
    fn items(&self) -> impl Iterator<Item = &gongwen::Section> {
        let mut sections = &self.shared.document(self.part).body.sections;
        self.path.iter().map(move |place| {
            let section = &sections[*place];
            sections = &section.sections;
            section
        })
    }

    fn tasks(&self) -> &[gongwen::Task] {
        let body = &self.shared.document(self.part).body;
        self.items().last().map_or(&body.tasks, |section| &section.tasks)
    }

    /// Its own tasks, not those of the items in it.
    pub(crate) fn own_tasks(&self) -> impl Iterator<Item = Task> {
        (0..self.tasks().len()).map(|place| Task { owner: self.clone(), place })
    }

    /// The items in it, of which there are so many.
    pub(crate) fn children(self, count: usize) -> impl Iterator<Item = Section> {
        (0..count).map(move |place| {
            let path = self.path.iter().copied().chain([place]).collect();
            Section { owner: Owner { path, ..self.clone() } }
        })
    }

    fn path(&self) -> String {
        let labels: Vec<&str> = self.items().map(|section| section.marker.label.as_str()).collect();
        labels.join("/")
    }
}

/// A numbered item with its heading, text and sub-items; or a row of a table of tasks.
///
/// >>> import gongwen
/// >>> notice = gongwen.parse("一、总体要求\n（一）基本原则。坚持安全第一。\n（二）工作目标。三年建成。")
/// >>> [section.path for section in notice.sections]
/// ['一、', '一、/（一）', '一、/（二）']
#[pyclass(module = "gongwen", frozen)]
pub(crate) struct Section {
    pub(crate) owner: Owner,
}

impl Section {
    fn model(&self) -> &gongwen::Section {
        // a path of an item is not empty, and was made of the model
        #[expect(clippy::expect_used, reason = "the path was made of this model")]
        self.owner.items().last().expect("an item at the end of its path")
    }

    fn shared(&self) -> &Shared {
        &self.owner.shared
    }

    /// Adds itself, and behind it the items in it.
    pub(crate) fn walk(self, all: &mut Vec<Section>) {
        let (owner, count) = (self.owner.clone(), self.model().sections.len());
        all.push(self);
        owner.children(count).for_each(|section| section.walk(all));
    }
}

#[pymethods]
impl Section {
    /// Which document it stands in: 0 the notice proper, from 1 the attached ones.
    #[getter]
    fn part(&self) -> usize {
        self.owner.part
    }

    /// The labels that lead to it: ``一、/（一）``.
    #[getter]
    fn path(&self) -> String {
        self.owner.path()
    }

    /// 结构层次序数.
    #[getter]
    fn marker(&self) -> Marker {
        Marker::of(self.shared(), &self.model().marker)
    }

    /// The heading as written.
    #[getter]
    fn heading(&self) -> Option<Text> {
        Text::maybe(self.shared(), self.model().heading.as_ref())
    }

    /// The item's own text, one entry a paragraph.
    #[getter]
    fn paragraphs<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        texts(py, self.shared(), &self.model().paragraphs)
    }

    /// Documents that heading and paragraphs cite.
    #[getter]
    fn citations<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.model().citations.iter().map(|citation| Citation::of(self.shared(), citation)))
    }

    /// Tasks told in the item's own text.
    #[getter]
    fn tasks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.owner.own_tasks())
    }

    /// Sub-items.
    #[getter]
    fn sections<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.owner.clone().children(self.model().sections.len()))
    }

    /// From the marker to the end of the last sub-item.
    #[getter]
    fn span(&self) -> Span {
        self.shared().span(self.model().span)
    }

    /// The item as dicts, lists, strings and numbers, a place as a tuple.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.shared().dict(py, self.model())
    }

    fn __repr__(&self) -> String {
        format!("Section({:?})", self.owner.path())
    }
}

/// 任务: the stretch of text that a responsibility clause closes, or an item that names nobody.
#[pyclass(module = "gongwen", frozen)]
pub(crate) struct Task {
    owner: Owner,
    place: usize,
}

impl Task {
    fn model(&self) -> &gongwen::Task {
        &self.owner.tasks()[self.place]
    }

    fn shared(&self) -> &Shared {
        &self.owner.shared
    }
}

#[pymethods]
impl Task {
    /// Which document it stands in.
    #[getter]
    fn part(&self) -> usize {
        self.owner.part
    }

    /// The labels that lead to its item: ``一、/（一）``; empty outside any item.
    #[getter]
    fn path(&self) -> String {
        self.owner.path()
    }

    /// The item that it stands in.
    #[getter]
    fn section(&self) -> Option<Section> {
        (!self.owner.path.is_empty()).then(|| Section { owner: self.owner.clone() })
    }

    /// What is to be done, without the clause.
    #[getter]
    fn text(&self) -> Text {
        Text::of(self.shared(), &self.model().text)
    }

    /// The text's sentences.
    #[getter]
    fn measures<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.model().measures().map(|measure| Text::of(self.shared(), &measure)))
    }

    /// Who answers for it; none where the text names nobody here.
    #[getter]
    fn responsibility(&self) -> Option<Responsibility> {
        self.model()
            .responsibility
            .is_some()
            .then(|| Responsibility { task: Task { owner: self.owner.clone(), place: self.place } })
    }

    /// Who answers: the units of the task's own clause, then the inherited ones.
    #[getter]
    fn units<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.model().units().map(|unit| Unit::of(self.shared(), unit)))
    }

    /// Units that a standing remark or a clause of the item above gives to it.
    #[getter]
    fn inherited<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.model().inherited.iter().map(|unit| Unit::of(self.shared(), unit)))
    }

    /// The words of the time that the clause sets, as written.
    #[getter]
    fn deadline(&self) -> Option<Text> {
        Text::maybe(self.shared(), self.model().deadline())
    }

    /// Text and clause.
    #[getter]
    fn span(&self) -> Span {
        self.shared().span(self.model().span)
    }

    /// The task as dicts, lists, strings and numbers, a place as a tuple.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.shared().dict(py, self.model())
    }

    fn __repr__(&self) -> String {
        format!("Task({:?}, {:?})", self.owner.path(), self.model().text.value)
    }
}

/// 责任单位 clause: ``（省发展改革委牵头，省财政厅配合，2024年底前完成）``.
#[pyclass(module = "gongwen", frozen)]
pub(crate) struct Responsibility {
    task: Task,
}

impl Responsibility {
    fn model(&self) -> &gongwen::Responsibility {
        #[expect(clippy::expect_used, reason = "made of a task that has one")]
        self.task.model().responsibility.as_ref().expect("a task with a clause")
    }
}

#[pymethods]
impl Responsibility {
    /// The clause as written, with its brackets or labels.
    #[getter]
    fn text(&self) -> &str {
        &self.model().text
    }

    /// Where it stands: ``parenthesised``, ``labelled``, ``line`` or ``cell``.
    #[getter]
    fn form(&self) -> String {
        name(&self.model().form)
    }

    /// The units in the order of the text.
    #[getter]
    fn units<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.model().units.iter().map(|unit| Unit::of(self.task.shared(), unit)))
    }

    /// The words that gave the roles.
    #[getter]
    fn role_words<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.model().role_words.iter().map(|words| RoleWords::of(self.task.shared(), words)))
    }

    /// Whether a tail such as ``等`` leaves the list open.
    #[getter]
    fn open_ended(&self) -> bool {
        self.model().open_ended
    }

    /// The words of the time, as written.
    #[getter]
    fn deadline(&self) -> Option<Text> {
        Text::maybe(self.task.shared(), self.model().deadline.as_ref())
    }

    /// Remarks about more than this clause.
    #[getter]
    fn remarks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        texts(py, self.task.shared(), &self.model().remarks)
    }

    /// Its place, brackets and labels included.
    #[getter]
    fn span(&self) -> Span {
        self.task.shared().span(self.model().span)
    }
}
