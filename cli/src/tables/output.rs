//! The tables in one of their formats.

use std::io::{self, Write};

use gongwen::{Parsed, Resolved};
use gongwen_tables::{
    CsvRows, Entry, Gathered, JsonRows, Layout, Limit, Links, ParquetRows, Sheets, Sink, Table, Words,
    header, walk, walk_resolved,
};

use crate::hold::quietly;
use crate::input::Input;
use crate::messages::other_rows;
use crate::origin::Origin;
use crate::tables::files::{Files, Place};

/// The workbook's name.
const WORKBOOK: &str = "tables.xlsx";

/// What the tables are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `documents.csv`
    Csv(ByteOrderMark, Words),
    /// `documents.jsonl`
    JsonLines,
    /// `documents.parquet`
    Parquet,
    /// `tables.xlsx`
    Workbook,
}

/// Whether a file begins with U+FEFF, by which Excel knows UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ByteOrderMark {
    With,
    Without,
}

/// Which layers of the library fill the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layer {
    /// What the words are.
    Parsed,
    /// What they stand for, too.
    Resolved,
}

impl Layer {
    /// As the flag `--resolve` says.
    pub(crate) fn of(resolve: bool) -> Self {
        if resolve { Layer::Resolved } else { Layer::Parsed }
    }

    /// The tables and columns.
    pub(crate) fn layout(self) -> Layout {
        let mut layout = match self {
            Layer::Parsed => Layout::default(),
            Layer::Resolved => Layout::resolved(),
        };
        Origin::add_columns(&mut layout);
        layout
    }
}

impl Form {
    /// As the command line has it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Form::Csv(..) => "csv",
            Form::JsonLines => "jsonl",
            Form::Parquet => "parquet",
            Form::Workbook => "xlsx",
        }
    }
}

/// What a text adds to the tables, as far as it is made where the text is parsed.
#[derive(Debug)]
pub(crate) struct Piece {
    doc: String,
    rows: Rows,
}

#[derive(Debug)]
enum Rows {
    /// As they stand in the files of the tables, in the order of [`Table::ALL`]; under the second layer, what joins the notice to
    /// the others.
    Written(Box<[Vec<u8>; Table::ALL.len()]>, Option<Links>),
    /// For formats whose rows are joined before they are written.
    Unwritten(Box<(Parsed, Option<Resolved>, Origin)>),
}

impl Piece {
    /// That of a text.
    ///
    /// # Errors
    ///
    /// - none that is known
    pub(crate) fn of(input: &Input, form: Form, layer: Layer, layout: &Layout) -> io::Result<Self> {
        let Input { doc, text, origin, parsed, .. } = input;
        let fields = origin.cells();
        let entry = Entry { doc, parsed, fields: &fields };
        let resolved = (layer == Layer::Resolved).then(|| gongwen::resolve(text, parsed.notice()));
        let rows = match form {
            Form::Csv(_, words) => {
                let mut rows = CsvRows::with(words);
                let links = fill(entry, resolved.as_ref(), &mut rows)?;
                Rows::Written(Box::new(rows.finish()?), links)
            }
            Form::JsonLines => {
                let mut rows = JsonRows::new(layout);
                let links = fill(entry, resolved.as_ref(), &mut rows)?;
                Rows::Written(Box::new(rows.finish()), links)
            }
            Form::Parquet | Form::Workbook => {
                Rows::Unwritten(Box::new((parsed.clone(), resolved, origin.clone())))
            }
        };
        Ok(Piece { doc: doc.clone(), rows })
    }
}

/// Hands the rows of a notice to `sink`; gives, under the second layer, what joins it to the others.
fn fill(entry: Entry<'_>, resolved: Option<&Resolved>, sink: &mut impl Sink) -> io::Result<Option<Links>> {
    match resolved {
        Some(resolved) => walk_resolved(entry, resolved, sink).map(Some),
        None => walk(entry, sink).map(|()| None),
    }
}

/// The tables while they are written.
pub(crate) struct Output {
    form: Form,
    layout: Layout,
    gathered: Gathered,
    written: Written,
}

enum Written {
    Rows(Vec<Place>),
    Parquet(Box<ParquetRows<Place>>),
    Workbook(Box<Sheets>, Place),
}

impl Output {
    /// Tables without rows.
    ///
    /// # Errors
    ///
    /// - the folder cannot be written
    pub(crate) fn create(form: Form, layout: Layout, files: &mut Files) -> io::Result<Self> {
        let written = Written::create(form, &layout, files)?;
        Ok(Output { form, layout, gathered: Gathered::default(), written })
    }

    /// Adds what a text adds.
    ///
    /// # Errors
    ///
    /// - the volume is full, or fails otherwise
    pub(crate) fn add(&mut self, piece: Piece) -> io::Result<()> {
        let Piece { doc, rows } = piece;
        let links = match rows {
            Rows::Written(rows, links) => {
                self.written.append(&*rows)?;
                links
            }
            Rows::Unwritten(read) => {
                let (parsed, resolved, origin) = *read;
                let entry = Entry { doc: &doc, parsed: &parsed, fields: &origin.cells() };
                match &mut self.written {
                    // Its rows are written where the text is parsed.
                    Written::Rows(_) => return Err(io::Error::other(other_rows().to_string())),
                    Written::Parquet(sink) => fill(entry, resolved.as_ref(), &mut **sink)?,
                    Written::Workbook(sink, _) => quietly(|| fill(entry, resolved.as_ref(), &mut **sink))?,
                }
            }
        };
        if let Some(links) = links {
            self.gathered.add(&doc, links);
        }
        Ok(())
    }

    /// Writes what is still held; gives the files, and what the format could not hold as the others do.
    ///
    /// # Errors
    ///
    /// - the volume is full, or fails otherwise
    pub(crate) fn finish(self) -> io::Result<(Vec<Place>, Vec<Limit>)> {
        let Output { form, layout, gathered, mut written } = self;
        match (&mut written, form) {
            (Written::Rows(_), Form::Csv(_, words)) => {
                let mut rows = CsvRows::with(words);
                gathered.finish(&mut rows)?;
                written.append(&rows.finish()?)?;
            }
            (Written::Rows(_), _) => {
                let mut rows = JsonRows::new(&layout);
                gathered.finish(&mut rows)?;
                written.append(&rows.finish())?;
            }
            (Written::Parquet(sink), _) => gathered.finish(&mut **sink)?,
            (Written::Workbook(sink, _), _) => quietly(|| gathered.finish(&mut **sink))?,
        }
        written.finish()
    }
}

impl Written {
    fn create(form: Form, layout: &Layout, files: &mut Files) -> io::Result<Self> {
        if form == Form::Workbook {
            let place = files.file(WORKBOOK)?;
            let sheets = quietly(|| Sheets::new(layout, files.folder()))?;
            return Ok(Written::Workbook(Box::new(sheets), place));
        }
        let name = |table: Table| format!("{}.{}", table.name(), form.name());
        let places = layout.tables().map(|(table, _)| files.file(name(table)));
        let mut places = places.collect::<io::Result<Vec<_>>>()?;
        match form {
            Form::Parquet => return Ok(Written::Parquet(Box::new(ParquetRows::new(layout, places)?))),
            Form::Csv(mark, _) => {
                for ((_, columns), place) in layout.tables().zip(&mut places) {
                    if mark == ByteOrderMark::With {
                        place.write_all("\u{feff}".as_bytes())?;
                    }
                    place.write_all(&header(columns)?)?;
                }
            }
            Form::JsonLines | Form::Workbook => {}
        }
        Ok(Written::Rows(places))
    }

    /// Adds rows to the files of the tables.
    fn append(&mut self, rows: &[Vec<u8>]) -> io::Result<()> {
        match self {
            Written::Rows(places) => {
                places.iter_mut().zip(rows).try_for_each(|(place, rows)| place.write_all(rows))
            }
            // Their rows are joined before they are written.
            Written::Parquet(_) | Written::Workbook(..) => Err(io::Error::other(other_rows().to_string())),
        }
    }

    fn finish(self) -> io::Result<(Vec<Place>, Vec<Limit>)> {
        match self {
            Written::Rows(places) => Ok((places, Vec::new())),
            Written::Parquet(rows) => Ok((rows.finish()?, Vec::new())),
            Written::Workbook(sheets, mut place) => {
                let limits = quietly(|| sheets.finish(&mut place))?;
                Ok((vec![place], limits))
            }
        }
    }
}
