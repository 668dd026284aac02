//! The second layer: who is who, by when, how much, on what ground.

use std::sync::Arc;

use gongwen::resolve;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyTuple};

use crate::place::{Span, date, tuple};
use crate::shared::Shared;
use crate::values::DocumentNumber;

/// What the words of a notice stand for. Each list is in the order of the text; ``to_dict`` has all of it, these attributes what
/// is asked most.
///
/// >>> import gongwen
/// >>> text = "湖南省人民政府关于修路的通知\n一、修路。（省发改委牵头，2024年底前完成）\n湖南省人民政府\n2024年5月10日"
/// >>> resolved = gongwen.parse(text).resolve()
/// >>> resolved.units[0].canonical
/// '湖南省发展和改革委员会'
/// >>> resolved.times[0].to
/// datetime.date(2024, 12, 31)
#[pyclass(module = "gongwen", frozen)]
pub(crate) struct Resolved {
    shared: Arc<Shared>,
    resolved: resolve::Resolved,
}

impl Resolved {
    pub(crate) fn new(shared: Arc<Shared>, resolved: resolve::Resolved) -> Self {
        Resolved { shared, resolved }
    }
}

#[pymethods]
impl Resolved {
    /// Units of all clauses, one entry a place.
    #[getter]
    fn units<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.resolved.units.iter().map(|unit| ResolvedUnit::of(&self.shared, unit)))
    }

    /// Who issued each part.
    #[getter]
    fn issuers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.resolved.issuers.iter().map(|issuer| Issuer::of(&self.shared, issuer)))
    }

    /// Times, not only deadlines.
    #[getter]
    fn times<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let times = self.resolved.times.iter().map(|time| Time::of(py, &self.shared, time));
        tuple(py, times.collect::<PyResult<Vec<_>>>()?.into_iter())
    }

    /// Quantities.
    #[getter]
    fn targets<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let targets = self.resolved.targets.iter().map(|target| Target::of(py, &self.shared, target));
        tuple(py, targets.collect::<PyResult<Vec<_>>>()?.into_iter())
    }

    /// Citations with their relation.
    #[getter]
    fn citations<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let cited = self.resolved.citations.iter();
        tuple(py, cited.map(|citation| ResolvedCitation::of(&self.shared, citation)))
    }

    /// All answers, places in characters.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.shared.dict(py, &self.resolved)
    }

    /// The same as JSON.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        self.shared.json(py, &self.resolved)
    }
}

/// A division's name and its code of GB/T 2260.
fn division(division: Option<&resolve::DivisionName>) -> (Option<String>, Option<u32>) {
    (division.map(|division| division.name.clone()), division.and_then(|division| division.code))
}

/// 责任单位, and which organ or group it is.
#[pyclass(module = "gongwen", frozen, get_all, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct ResolvedUnit {
    /// As the first layer read it.
    name: String,
    /// The legal name, where one is answered.
    canonical: Option<String>,
    /// ``governments:all``, where it is a group.
    group: Option<String>,
    /// What kind of organ.
    kind: Option<&'static str>,
    /// Its level.
    level: Option<&'static str>,
    /// The division it belongs to.
    division: Option<String>,
    /// The division's code of GB/T 2260.
    division_code: Option<u32>,
    /// The role that a remark over the document gives it.
    role_inferred: Option<&'static str>,
    /// The rule that gave the answer: ``own-words``.
    how: &'static str,
    /// All names it may stand for, where more than one are left.
    candidates: Vec<String>,
    /// Its place.
    span: Span,
}

impl ResolvedUnit {
    fn of(shared: &Shared, unit: &resolve::ResolvedUnit) -> Self {
        let (division, division_code) = division(unit.division.as_ref());
        ResolvedUnit {
            name: unit.name.clone(),
            canonical: unit.canonical().map(str::to_owned),
            group: unit.group().map(resolve::Group::label),
            kind: unit.kind.map(resolve::OrganKind::name),
            level: unit.level.map(resolve::Level::name),
            division,
            division_code,
            role_inferred: unit.role_inferred.map(|inferred| inferred.role.name()),
            how: unit.grounds.how.name(),
            candidates: unit.candidates.clone(),
            span: shared.span(unit.span),
        }
    }
}

#[pymethods]
impl ResolvedUnit {
    fn __repr__(&self) -> String {
        let answer = self.canonical.as_ref().or(self.group.as_ref());
        format!("ResolvedUnit({:?}, {:?})", self.name, answer.map_or("", String::as_str))
    }
}

/// Who issued a part of the notice.
#[pyclass(module = "gongwen", frozen, get_all, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Issuer {
    /// 0 is the notice, from 1 what is attached.
    part: usize,
    /// As written where it is named best.
    name: String,
    /// The legal name.
    canonical: Option<String>,
    /// What kind of organ.
    kind: Option<&'static str>,
    /// Its level.
    level: Option<&'static str>,
    /// Its division.
    division: Option<String>,
    /// The division's code of GB/T 2260.
    division_code: Option<u32>,
    /// Which elements name it: ``title``, ``signature``, ``mark``, ``label``, ``number``.
    sources: Vec<&'static str>,
    /// Elements that name others and not this one.
    contradicted_by: Vec<&'static str>,
    /// Where it is named best.
    span: Span,
}

impl Issuer {
    fn of(shared: &Shared, issuer: &resolve::Issuer) -> Self {
        let (division, division_code) = division(issuer.division.as_ref());
        let names = |sources: &[resolve::IssuerSource]| sources.iter().map(|source| source.name()).collect();
        Issuer {
            part: issuer.part,
            name: issuer.name.clone(),
            canonical: issuer.canonical.clone(),
            kind: issuer.kind.map(resolve::OrganKind::name),
            level: issuer.level.map(resolve::Level::name),
            division,
            division_code,
            sources: names(&issuer.sources),
            contradicted_by: names(&issuer.contradicted_by),
            span: shared.span(issuer.span),
        }
    }
}

/// A time in the text, as an interval.
#[pyclass(module = "gongwen", frozen, get_all)]
#[derive(Debug)]
pub(crate) struct Time {
    /// As written, mended.
    text: String,
    /// What it says: ``by``, ``during``, ``ongoing`` …
    kind: &'static str,
    /// The first day; none where it is open, or not known.
    since: Option<Py<PyDate>>,
    /// The last day; none where it is open, or not known.
    to: Option<Py<PyDate>>,
    /// The date of the notice, where the answer counts from it.
    anchor: Option<Py<PyDate>>,
    /// The numbered item it stands in, counted from 1 as in the tables.
    section: Option<usize>,
    /// The task, counted in the same way.
    task: Option<usize>,
    /// Its place.
    span: Span,
}

impl Time {
    fn of(py: Python<'_>, shared: &Shared, time: &resolve::Time) -> PyResult<Self> {
        let day = |day: Option<gongwen::Date>| day.map(|day| date(py, day)).transpose();
        Ok(Time {
            text: time.text.clone(),
            kind: time.kind.name(),
            since: day(time.from)?,
            to: day(time.to)?,
            anchor: day(time.anchor)?,
            section: time.place.section,
            task: time.place.task,
            span: shared.span(time.span),
        })
    }
}

/// A quantity: ``培育20家以上``.
#[pyclass(module = "gongwen", frozen, get_all)]
#[derive(Debug)]
pub(crate) struct Target {
    /// The clause it stands in, up to the quantity and the thing counted, mended.
    text: String,
    /// ``target``, ``limit`` or ``fact``.
    class_: &'static str,
    /// The number; of a range the first.
    quantity: f64,
    /// The second number of a range.
    quantity_to: Option<f64>,
    /// As written, with its scale: ``万人``.
    unit: String,
    /// ``at_least``, ``at_most``, ``about``, ``range`` or ``exactly``.
    comparator: &'static str,
    /// ``level``, ``increase``, ``decrease`` or ``new``.
    change: &'static str,
    /// What is measured or counted.
    indicator: Option<String>,
    /// The day by which.
    due: Option<Py<PyDate>>,
    /// The numbered item it stands in, counted from 1 as in the tables.
    section: Option<usize>,
    /// The task, counted in the same way.
    task: Option<usize>,
    /// Its place.
    span: Span,
}

impl Target {
    fn of(py: Python<'_>, shared: &Shared, target: &resolve::Target) -> PyResult<Self> {
        Ok(Target {
            text: target.text.clone(),
            class_: target.class.name(),
            quantity: target.quantity,
            quantity_to: target.quantity_to,
            unit: target.unit.clone(),
            comparator: target.comparator.name(),
            change: target.change.name(),
            indicator: target.indicator.clone(),
            due: target.due.map(|day| date(py, day)).transpose()?,
            section: target.place.section,
            task: target.place.task,
            span: shared.span(target.span),
        })
    }
}

/// A cited document, and what is done with it.
#[pyclass(module = "gongwen", frozen, get_all, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct ResolvedCitation {
    /// The title without its marks; of a short name the title it stands for.
    title: String,
    /// The number behind the title.
    doc_number: Option<DocumentNumber>,
    /// ``issues``, ``basis``, ``amends`` …; none where what stands in ``《》`` is no document.
    relation: Option<&'static str>,
    /// Whether the relation is yet to come, a task and not the notice's own act.
    planned: bool,
    /// Its place.
    span: Span,
}

impl ResolvedCitation {
    fn of(shared: &Shared, citation: &resolve::ResolvedCitation) -> Self {
        ResolvedCitation {
            title: citation.title.clone(),
            doc_number: DocumentNumber::maybe(shared, citation.doc_number.as_ref()),
            relation: citation.relation.map(resolve::Relation::name),
            planned: citation.planned,
            span: shared.span(citation.span),
        }
    }
}
