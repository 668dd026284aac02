//! The documents of a notice: what stands before, in and behind their bodies.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::outline::{Owner, Section};
use crate::place::{Day, Span, Text, texts, tuple};
use crate::shared::Shared;
use crate::values::{Citation, DocumentNumber, Imprint, Recipients, Title};

/// The elements that a notice and an attached document have in common.
#[pyclass(module = "gongwen", frozen)]
pub(crate) struct Document {
    pub(crate) shared: Arc<Shared>,
    pub(crate) part: usize,
}

impl Document {
    fn model(&self) -> &gongwen::Document {
        self.shared.document(self.part)
    }

    pub(crate) fn body_of(&self) -> Body {
        Body { shared: Arc::clone(&self.shared), part: self.part }
    }
}

#[pymethods]
impl Document {
    /// Which one: 0 the notice proper, from 1 the attached ones.
    #[getter]
    fn part(&self) -> usize {
        self.part
    }

    /// What stands before the body.
    #[getter]
    fn header(&self) -> Header {
        Header { shared: Arc::clone(&self.shared), part: self.part }
    }

    /// Preamble and numbered items.
    #[getter]
    fn body(&self) -> Body {
        self.body_of()
    }

    /// What stands after the body.
    #[getter]
    fn closing(&self) -> Closing {
        Closing { shared: Arc::clone(&self.shared), part: self.part }
    }

    /// From the first to the last character of its elements.
    #[getter]
    fn span(&self) -> Span {
        self.shared.span(self.model().span)
    }

    /// The document as dicts, lists, strings and numbers, a place as a tuple.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.shared.dict(py, self.model())
    }
}

/// 附件: an attached, issued or forwarded document.
#[pyclass(module = "gongwen", frozen)]
pub(crate) struct Attachment {
    pub(crate) shared: Arc<Shared>,
    /// From 1.
    pub(crate) part: usize,
}

#[pymethods]
impl Attachment {
    /// ``附件2``, as written; none where the document follows without a label.
    #[getter]
    fn label(&self) -> Option<Text> {
        Text::maybe(&self.shared, self.shared.notice().attachments[self.part - 1].label.as_ref())
    }

    /// The document.
    #[getter]
    fn document(&self) -> Document {
        Document { shared: Arc::clone(&self.shared), part: self.part }
    }
}

/// 版头, 标题 and 主送机关.
#[pyclass(module = "gongwen", frozen)]
pub(crate) struct Header {
    shared: Arc<Shared>,
    part: usize,
}

impl Header {
    fn model(&self) -> &gongwen::Header {
        &self.shared.document(self.part).header
    }

    fn text(&self, text: Option<&gongwen::Text>) -> Option<Text> {
        Text::maybe(&self.shared, text)
    }
}

#[pymethods]
impl Header {
    /// 份号.
    #[getter]
    fn copy_number(&self) -> Option<Text> {
        self.text(self.model().copy_number.as_ref())
    }

    /// 密级和保密期限.
    #[getter]
    fn secrecy(&self) -> Option<Text> {
        self.text(self.model().secrecy.as_ref())
    }

    /// 紧急程度.
    #[getter]
    fn urgency(&self) -> Option<Text> {
        self.text(self.model().urgency.as_ref())
    }

    /// 发文机关标志.
    #[getter]
    fn issuer_mark(&self) -> Option<Text> {
        self.text(self.model().issuer_mark.as_ref())
    }

    /// 发文字号.
    #[getter]
    fn doc_number(&self) -> Option<DocumentNumber> {
        DocumentNumber::maybe(&self.shared, self.model().doc_number.as_ref())
    }

    /// 签发人.
    #[getter]
    fn approvers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        texts(py, &self.shared, &self.model().approvers)
    }

    /// 标题.
    #[getter]
    fn title(&self, py: Python<'_>) -> PyResult<Option<Title>> {
        Title::maybe(py, &self.shared, self.model().title.as_ref())
    }

    /// The title as the page around the document repeats it.
    #[getter]
    fn repeated_titles<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        texts(py, &self.shared, &self.model().repeated_titles)
    }

    /// Date of adoption or issue in brackets under the title.
    #[getter]
    fn dated(&self, py: Python<'_>) -> PyResult<Option<Day>> {
        Day::maybe(py, &self.shared, self.model().dated.as_ref())
    }

    /// 主送机关.
    #[getter]
    fn recipients(&self, py: Python<'_>) -> PyResult<Option<Recipients>> {
        let recipients = self.model().recipients.as_ref();
        recipients.map(|recipients| Recipients::of(py, &self.shared, recipients)).transpose()
    }
}

/// 发文机关署名, 成文日期, 附注, 附件说明 and 版记.
#[pyclass(module = "gongwen", frozen)]
pub(crate) struct Closing {
    shared: Arc<Shared>,
    part: usize,
}

impl Closing {
    fn model(&self) -> &gongwen::Closing {
        &self.shared.document(self.part).closing
    }
}

#[pymethods]
impl Closing {
    /// 附件说明: the names after ``附件：``.
    #[getter]
    fn attachment_list<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        texts(py, &self.shared, &self.model().attachment_list)
    }

    /// 发文机关署名.
    #[getter]
    fn signatories<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        texts(py, &self.shared, &self.model().signatories)
    }

    /// 成文日期.
    #[getter]
    fn date(&self, py: Python<'_>) -> PyResult<Option<Day>> {
        Day::maybe(py, &self.shared, self.model().date.as_ref())
    }

    /// 附注, without its brackets.
    #[getter]
    fn annotation(&self) -> Option<Text> {
        Text::maybe(&self.shared, self.model().annotation.as_ref())
    }

    /// 版记.
    #[getter]
    fn imprint(&self, py: Python<'_>) -> PyResult<Option<Imprint>> {
        let imprint = self.model().imprint.as_ref();
        imprint.map(|imprint| Imprint::of(py, &self.shared, imprint)).transpose()
    }
}

/// 正文: what comes before the first numbered item, and the items.
#[pyclass(module = "gongwen", frozen)]
pub(crate) struct Body {
    shared: Arc<Shared>,
    part: usize,
}

impl Body {
    fn model(&self) -> &gongwen::Body {
        &self.shared.document(self.part).body
    }

    pub(crate) fn owner(&self) -> Owner {
        Owner::body(Arc::clone(&self.shared), self.part)
    }

    pub(crate) fn children(&self) -> impl Iterator<Item = Section> {
        self.owner().children(self.model().sections.len())
    }
}

#[pymethods]
impl Body {
    /// Paragraphs before the first numbered item.
    #[getter]
    fn preamble<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        texts(py, &self.shared, &self.model().preamble)
    }

    /// Documents that the preamble cites.
    #[getter]
    fn citations<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.model().citations.iter().map(|citation| Citation::of(&self.shared, citation)))
    }

    /// Tasks outside any numbered item.
    #[getter]
    fn tasks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.owner().own_tasks())
    }

    /// The outermost numbered items.
    #[getter]
    fn sections<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.children())
    }
}
