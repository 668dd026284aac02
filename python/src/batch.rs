//! Many texts at once, as Arrow tables.

use std::any::Any;
use std::io;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use arrow_array::RecordBatch;
use gongwen::{OffsetUnit, Offsets, Places};
use gongwen_tables::{
    AlignedRows, ArrowRows, Entry, Gathered, Layout, Links, Sink, Table, schema, walk, walk_resolved,
};
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;

use crate::strings::Strings;
use crate::tables::{ArrowArray, ArrowTable, Tables};

/// What the places of tables count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counted {
    /// Bytes of the text's UTF-8, as in the tables of the tool.
    Bytes,
    /// Characters, as strings of Python do.
    Characters,
}

impl Counted {
    /// The name in a table's schema.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Counted::Bytes => "utf-8",
            Counted::Characters => "characters",
        }
    }

    /// Counts the places of a value that was read in `text`.
    fn count(self, text: &str, values: &mut [&mut dyn Places]) {
        if self == Counted::Characters {
            let offsets = Offsets::of(text, OffsetUnit::Character);
            for value in values {
                value.each_place(&mut |span| *span = offsets.span(*span));
            }
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for Counted {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match object.extract::<&str>()? {
            "byte" => Ok(Counted::Bytes),
            "char" => Ok(Counted::Characters),
            other => {
                Err(PyValueError::new_err(format!("offsets: found {other:?}, expected 'byte' or 'char'")))
            }
        }
    }
}

/// Bytes of text that a worker takes at once.
const PIECE_BYTES: Range<usize> = 256 << 10..4 << 20;

/// Reads notices into Arrow tables, one row a thing: names and columns of ``gongwen tables``.
///
/// ``ids`` fill the column ``doc``, ``texts`` are read; both are sequences of ``str``, or Arrow arrays of strings. A text that is
/// ``None`` gives no row. ``resolve`` adds the columns and tables of the second layer. ``threads`` work at once, on all cores by
/// default. Places are bytes of the text's UTF-8, or with ``offsets="char"`` characters, and then slice the ``str``.
///
/// >>> import gongwen
/// >>> tables = gongwen.parse_batch(["a", "b"], ["一、修路。（市交通局负责）", "一、种树。"])
/// >>> tables
/// Tables(documents: 2, sections: 2, tasks: 1, responsibilities: 1, citations: 0, diagnostics: 0)
#[pyfunction]
#[pyo3(signature = (ids, texts, *, resolve = false, threads = None, offsets = Counted::Bytes))]
#[pyo3(text_signature = "(ids, texts, *, resolve=False, threads=None, offsets='byte')")]
pub(crate) fn parse_batch(
    py: Python<'_>,
    ids: &Bound<'_, PyAny>,
    texts: &Bound<'_, PyAny>,
    resolve: bool,
    threads: Option<usize>,
    offsets: Counted,
) -> PyResult<Tables> {
    let (ids, texts) = (Strings::of("ids", ids)?, Strings::of("texts", texts)?);
    let notices = notices(&ids.views(), &texts.views())?;
    let layout = if resolve { Layout::resolved() } else { Layout::default() };
    let threads = match threads {
        Some(0) => return Err(PyValueError::new_err("threads: found 0, expected at least 1")),
        Some(threads) => threads,
        None => thread::available_parallelism().map_or(1, usize::from),
    };
    let run = Run { notices: &notices, resolve, offsets, layout: &layout };
    let batches = py.detach(|| run.batches(threads)).map_err(|fault| PyRuntimeError::new_err(fault.0))?;
    let tables = layout.tables().map(|(table, columns)| {
        let own = batches.iter().map(|batches| batches[table as usize].clone());
        let table_of = ArrowTable::new(&schema(columns), own, offsets);
        let table_of = table_of.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        Ok((table.name(), Py::new(py, table_of)?))
    });
    Ok(Tables::new(tables.collect::<PyResult<_>>()?))
}

/// Reads a column of texts into a column of structs, row by row, for engines: ``documents`` is the text's row, each other field the
/// list of its rows. A text that is ``None`` gives a null.
///
/// >>> import gongwen
/// >>> column = gongwen.parse_column(["一、修路。（市交通局负责）", None])
/// >>> len(column)
/// 2
#[pyfunction]
#[pyo3(signature = (texts, *, ids = None, offsets = Counted::Bytes))]
#[pyo3(text_signature = "(texts, *, ids=None, offsets='byte')")]
pub(crate) fn parse_column(
    py: Python<'_>,
    texts: &Bound<'_, PyAny>,
    ids: Option<&Bound<'_, PyAny>>,
    offsets: Counted,
) -> PyResult<ArrowArray> {
    let texts = Strings::of("texts", texts)?;
    let ids = ids.map(|ids| Strings::of("ids", ids)).transpose()?;
    let texts = texts.views();
    let ids = ids.as_ref().map_or_else(|| vec![None; texts.len()], Strings::views);
    same_length(ids.len(), texts.len())?;
    let column = py.detach(|| {
        let mut rows = AlignedRows::new(&Layout::default());
        for (id, text) in ids.into_iter().zip(texts) {
            let doc = id.unwrap_or_default();
            match text {
                Some(text) => Notice { doc, text }.held(|notice| notice.walk(offsets, &mut rows))?,
                None => rows.push_null().map_err(|error| Fault::of(doc, &error))?,
            }
        }
        rows.finish().map_err(|error| Fault(error.to_string()))
    });
    column.map(|column| ArrowArray::new(column, offsets)).map_err(|fault| PyRuntimeError::new_err(fault.0))
}

/// The texts that are there, with their names.
fn notices<'t>(ids: &[Option<&'t str>], texts: &[Option<&'t str>]) -> PyResult<Vec<Notice<'t>>> {
    same_length(ids.len(), texts.len())?;
    let named = ids.iter().zip(texts).enumerate().filter_map(|(place, (id, text))| {
        let text = (*text)?;
        let nameless = || PyValueError::new_err(format!("ids: found None at place {place}, expected a name"));
        Some(id.ok_or_else(nameless).map(|doc| Notice { doc, text }))
    });
    named.collect()
}

fn same_length(ids: usize, texts: usize) -> PyResult<()> {
    let differ = || PyValueError::new_err(format!("found {ids} ids for {texts} texts"));
    if ids == texts { Ok(()) } else { Err(differ()) }
}

/// What went wrong in one text.
struct Fault(String);

impl Fault {
    fn of(doc: &str, error: &io::Error) -> Self {
        Fault(format!("{doc}: {error}"))
    }
}

/// A text with its name.
#[derive(Debug, Clone, Copy)]
struct Notice<'t> {
    doc: &'t str,
    text: &'t str,
}

impl Notice<'_> {
    /// What `work` makes of it; a panic is a fault of this text.
    fn held<R>(self, work: impl FnOnce(Self) -> io::Result<R>) -> Result<R, Fault> {
        match catch_unwind(AssertUnwindSafe(|| work(self))) {
            Ok(done) => done.map_err(|error| Fault::of(self.doc, &error)),
            Err(panic) => Err(Fault(format!(
                "{}: this text makes gongwen fail: please report it, with the text ({})",
                self.doc,
                words(&*panic)
            ))),
        }
    }

    fn walk(self, offsets: Counted, sink: &mut impl Sink) -> io::Result<()> {
        let mut parsed = gongwen::parse(self.text);
        offsets.count(self.text, &mut [&mut parsed]);
        walk(Entry::new(self.doc, &parsed), sink)
    }

    fn walk_resolved(self, offsets: Counted, sink: &mut impl Sink) -> io::Result<Links> {
        let mut parsed = gongwen::parse(self.text);
        let mut resolved = gongwen::resolve(self.text, parsed.notice());
        offsets.count(self.text, &mut [&mut parsed, &mut resolved]);
        walk_resolved(Entry::new(self.doc, &parsed), &resolved, sink)
    }
}

/// The words of a panic.
fn words(panic: &(dyn Any + Send)) -> &str {
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    panic.downcast_ref::<&str>().copied().or(owned).unwrap_or("no words")
}

/// Notices on their way into tables.
#[derive(Clone, Copy)]
struct Run<'r> {
    notices: &'r [Notice<'r>],
    resolve: bool,
    offsets: Counted,
    layout: &'r Layout,
}

/// A batch for each of [`Table::ALL`].
type Batches = Vec<RecordBatch>;

/// What a piece of the notices gives: its batches, and what joins the notices to the others.
type Piece = (Batches, Vec<Links>);

impl Run<'_> {
    /// The batches of all notices, in their order.
    fn batches(self, threads: usize) -> Result<Vec<Batches>, Fault> {
        let pieces = self.pieces(threads);
        let mut gathered = Gathered::default();
        let mut batches = Vec::with_capacity(pieces.len() + 1);
        for (piece, (own, links)) in pieces.iter().zip(self.each(&pieces, threads)?) {
            batches.push(own);
            for (notice, links) in self.notices[piece.clone()].iter().zip(links) {
                gathered.add(notice.doc, links);
            }
        }
        if self.resolve {
            let mut rows = ArrowRows::new(self.layout);
            gathered.finish(&mut rows).map_err(|error| Fault(error.to_string()))?;
            batches.push(taken(&mut rows)?);
        }
        Ok(batches)
    }

    /// Pieces of about the same size, several a thread.
    fn pieces(self, threads: usize) -> Vec<Range<usize>> {
        let bytes: usize = self.notices.iter().map(|notice| notice.text.len()).sum();
        let most = (bytes / (4 * threads)).clamp(PIECE_BYTES.start, PIECE_BYTES.end);
        let (mut pieces, mut start, mut held) = (Vec::new(), 0, 0);
        for (place, notice) in self.notices.iter().enumerate() {
            held += notice.text.len();
            if held >= most {
                pieces.push(start..place + 1);
                (start, held) = (place + 1, 0);
            }
        }
        if start < self.notices.len() {
            pieces.push(start..self.notices.len());
        }
        pieces
    }

    /// Works on the pieces, `threads` at once; where the system has not as many threads, fewer work.
    fn each(self, pieces: &[Range<usize>], threads: usize) -> Result<Vec<Piece>, Fault> {
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            while let Some(piece) = pieces.get(next.fetch_add(1, Ordering::Relaxed)) {
                done.push((piece.start, self.piece(&self.notices[piece.clone()])));
            }
            done
        };
        let mut done = thread::scope(|scope| {
            let spawn = || thread::Builder::new().spawn_scoped(scope, work).ok();
            let others: Vec<_> = (1..threads.min(pieces.len())).map_while(|_| spawn()).collect();
            let mut done = work();
            for other in others {
                // a text that panics is held by itself
                done.extend(other.join().unwrap_or_default());
            }
            done
        });
        done.sort_by_key(|(start, _)| *start);
        done.into_iter().map(|(_, piece)| piece).collect()
    }

    fn piece(self, notices: &[Notice<'_>]) -> Result<Piece, Fault> {
        let mut rows = ArrowRows::new(self.layout);
        let mut links = Vec::new();
        for notice in notices {
            if self.resolve {
                links.push(notice.held(|notice| notice.walk_resolved(self.offsets, &mut rows))?);
            } else {
                notice.held(|notice| notice.walk(self.offsets, &mut rows))?;
            }
        }
        Ok((taken(&mut rows)?, links))
    }
}

/// The rows of all tables.
fn taken(rows: &mut ArrowRows) -> Result<Batches, Fault> {
    let batches = Table::ALL.into_iter().map(|table| match rows.schema(table).fields().is_empty() {
        true => Ok(RecordBatch::new_empty(rows.schema(table).clone())),
        false => rows.take(table),
    });
    batches.collect::<Result<_, _>>().map_err(|error| Fault(error.to_string()))
}
