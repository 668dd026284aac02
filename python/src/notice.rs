//! A notice, read from the shared result when it is asked for.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

use crate::document::{Attachment, Document};
use crate::outline::Section;
use crate::place::{Day, spans, tuple};
use crate::resolved::Resolved;
use crate::shared::Shared;
use crate::values::{Citation, Diagnostic, DocumentNumber, Element, Metadata, Table, Title};

/// A whole input: the notice proper, and what is attached to it.
///
/// >>> import gongwen
/// >>> notice = gongwen.parse("云政发〔2020〕31号\n云溪县人民政府关于修复城东水厂的通知\n县水务局：\n请抓紧施工。")
/// >>> notice.doc_number.year, notice.genre, str(notice.title)
/// (2020, '通知', '云溪县人民政府关于修复城东水厂的通知')
#[pyclass(module = "gongwen", frozen)]
pub(crate) struct Notice {
    shared: Arc<Shared>,
}

impl Notice {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Notice { shared }
    }

    fn model(&self) -> &gongwen::Notice {
        self.shared.notice()
    }

    fn documents_of(&self) -> impl Iterator<Item = Document> {
        (0..=self.model().attachments.len()).map(|part| Document { shared: Arc::clone(&self.shared), part })
    }

    /// All items, each behind the item that it stands in.
    fn all_sections(&self) -> Vec<Section> {
        let mut all = Vec::new();
        for document in self.documents_of() {
            document.body_of().children().for_each(|section| section.walk(&mut all));
        }
        all
    }
}

#[pymethods]
impl Notice {
    /// The text, the same object that was parsed.
    #[getter]
    fn text(&self, py: Python<'_>) -> Py<PyString> {
        self.shared.text().as_py_str().clone_ref(py)
    }

    /// The title of the notice proper, of a metadata line, or of the first attached document that has one.
    #[getter]
    fn title(&self, py: Python<'_>) -> PyResult<Option<Title>> {
        Title::maybe(py, &self.shared, self.model().title())
    }

    /// 文种 of the title: ``通知``.
    #[getter]
    fn genre(&self) -> Option<&'static str> {
        self.model().genre().map(gongwen::Genre::name)
    }

    /// 发文字号, in the head or a metadata line.
    #[getter]
    fn doc_number(&self) -> Option<DocumentNumber> {
        DocumentNumber::maybe(&self.shared, self.model().doc_number())
    }

    /// 成文日期, under the signature, under the title or in a metadata line.
    #[getter]
    fn date(&self, py: Python<'_>) -> PyResult<Option<Day>> {
        Day::maybe(py, &self.shared, self.model().date())
    }

    /// The year of the date, else of the number.
    #[getter]
    fn year(&self) -> Option<u16> {
        self.model().year()
    }

    /// Labelled lines that a web page added.
    #[getter]
    fn metadata<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.model().metadata.iter().map(|line| Metadata::of(&self.shared, line)))
    }

    /// The notice proper.
    #[getter]
    fn document(&self) -> Document {
        Document { shared: Arc::clone(&self.shared), part: 0 }
    }

    /// The notice proper, then what is attached to it.
    #[getter]
    fn documents<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.documents_of())
    }

    /// 附件: what is attached, issued or forwarded.
    #[getter]
    fn attachments<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let attached = (1..=self.model().attachments.len())
            .map(|part| Attachment { shared: Arc::clone(&self.shared), part });
        tuple(py, attached)
    }

    /// All numbered items of all documents, in the order of the text.
    #[getter]
    fn sections<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.all_sections().into_iter())
    }

    /// All tasks of all documents, in the order of the tables.
    #[getter]
    fn tasks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let mut all = Vec::new();
        for document in self.documents_of() {
            let mut sections = Vec::new();
            document.body_of().children().for_each(|section| section.walk(&mut sections));
            all.extend(document.body_of().owner().own_tasks());
            all.extend(sections.iter().flat_map(|section| section.owner.own_tasks()));
        }
        tuple(py, all.into_iter())
    }

    /// All documents that the notice cites, in the order of the tables.
    #[getter]
    fn citations<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let cited = self.model().citations();
        tuple(py, cited.map(|(_, citation)| Citation::of(&self.shared, citation)))
    }

    /// Tables of the text.
    #[getter]
    fn tables<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let tables = self.model().tables.iter().map(|table| Table::of(py, &self.shared, table));
        tuple(py, tables.collect::<PyResult<Vec<_>>>()?.into_iter())
    }

    /// Labels, brackets and separators that belong to an element but not to its value.
    #[getter]
    fn marks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        spans(py, &self.shared, &self.model().marks)
    }

    /// Page numbers, rules and site furniture.
    #[getter]
    fn furniture<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        spans(py, &self.shared, &self.model().furniture)
    }

    /// Stretches that no element holds.
    #[getter]
    fn unparsed<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        spans(py, &self.shared, &self.model().unparsed)
    }

    /// Which element holds each stretch of the text: every character that is not blank is in one.
    #[getter]
    fn elements<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let elements = self.model().elements();
        tuple(py, elements.into_iter().map(|element| Element::of(&self.shared, element)))
    }

    /// The findings, in the order of the text.
    #[getter]
    fn diagnostics<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let found = self.shared.parsed().diagnostics();
        tuple(py, found.iter().map(|found| Diagnostic::of(&self.shared, found)))
    }

    /// Who is who, by when, how much, on what ground: the second layer.
    fn resolve(&self, py: Python<'_>) -> Resolved {
        let resolved = py.detach(|| gongwen::resolve(self.shared.text(), self.model()));
        Resolved::new(Arc::clone(&self.shared), resolved)
    }

    /// All of it, ``{"notice": …, "diagnostics": […]}``, as ``gongwen json`` has it, but a place is a tuple, in characters.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.shared.dict(py, self.shared.parsed())
    }

    /// The same as JSON.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        self.shared.json(py, self.shared.parsed())
    }

    fn __repr__(&self) -> String {
        let title = self.model().title().map(|title| title.text.as_str());
        format!("Notice({:?})", title.unwrap_or_default())
    }
}
