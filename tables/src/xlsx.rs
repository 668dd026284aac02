//! A workbook for Excel and its kin.

mod explain;

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use self::explain::{TITLES, explained};
use crate::{Cell, Layout, Sink, Table};

/// Rows of a sheet, its header among them: the limit of the format.
pub(crate) const SHEET_ROWS: u32 = 1_048_576;

/// UTF-16 units of a cell: the limit of the format.
const CELL_UNITS: usize = 32_767;

/// Rows whose cells say how wide a column is; not measured, it only has to be many.
const MEASURED_ROWS: u32 = 1000;

/// Widths of columns, in narrow characters: no cell that is cut needs more than it takes to see that it is long.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=60;

/// A workbook: one sheet a table, header frozen, filters, widths, and a sheet `codebook` that explains the columns.
///
/// Words stay words (`（1）`, `1.1`, `=A1`), days are days, lists are joined by `|`. Rows go to temporary files, so memory does
/// not grow with their number. What a sheet cannot hold is told ([`Limit`]).
pub struct Sheets {
    workbook: Workbook,
    layout: Layout,
    places: Vec<Sheet>,
    limits: Vec<Limit>,
    most_rows: u32,
    day: Format,
    /// Holds a list while it is joined.
    scratch: String,
}

/// The sheet that a table's rows go to.
#[derive(Debug, Clone)]
struct Sheet {
    index: usize,
    /// 1 for the table's first sheet.
    number: u32,
    /// The row that comes next; the header is row 0.
    next: u32,
    widths: Vec<usize>,
}

/// Width of a day in narrow characters.
const DAY_WIDTH: usize = 12;

/// What a workbook could not hold as the other formats do.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Limit {
    /// A cell with more than 32,767 UTF-16 units was cut and ends with `…`.
    Cut {
        /// The sheet.
        sheet: String,
        /// The row as Excel counts it, the header being 1.
        row: u32,
        /// The column.
        column: String,
        /// UTF-16 units that the cell would have.
        units: usize,
    },
    /// A table with more than 1,048,575 rows goes on in another sheet.
    Continued {
        /// The sheet with the further rows.
        sheet: String,
    },
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limit::Cut { sheet, row, column, units } => write!(
                f,
                "sheet {sheet}, row {row}, {column}: found {units} characters, a cell holds {CELL_UNITS}: cut"
            ),
            Limit::Continued { sheet } => {
                write!(
                    f,
                    "found more than {} rows, a sheet holds no more: they go on in {sheet}",
                    SHEET_ROWS - 1
                )
            }
        }
    }
}

impl Sheets {
    /// A workbook without rows, whose temporary files are made in `folder`.
    ///
    /// # Errors
    ///
    /// - no file can be made in the folder
    pub fn new(layout: &Layout, folder: &Path) -> io::Result<Self> {
        Sheets::with_rows(layout, folder, SHEET_ROWS)
    }

    fn with_rows(layout: &Layout, folder: &Path, most_rows: u32) -> io::Result<Self> {
        held(|| {
            let mut workbook = begun(folder)?;
            let mut places = Vec::new();
            for (index, (table, columns)) in layout.tables().enumerate() {
                let sheet = workbook.add_worksheet_with_constant_memory()?;
                start(sheet, table.name(), columns.iter().map(|column| &*column.name))?;
                let widths = columns.iter().map(|column| width(&column.name)).collect();
                places.push(Sheet { index, number: 1, next: 1, widths });
            }
            let day = Format::new().set_num_format("yyyy-mm-dd");
            let scratch = String::new();
            Ok(Sheets {
                workbook,
                layout: layout.clone(),
                places,
                limits: Vec::new(),
                most_rows,
                day,
                scratch,
            })
        })
    }

    /// Writes the workbook to `place`, and says what it could not hold.
    ///
    /// # Errors
    ///
    /// - the place or the temporary files cannot be written
    pub fn finish(mut self, place: impl Write + Send) -> io::Result<Vec<Limit>> {
        held(|| {
            for sheet in &self.places {
                close(&mut self.workbook, sheet)?;
            }
            self.explain()?;
            self.workbook.save_to_writer(place)
        })?;
        Ok(self.limits)
    }

    /// The sheet that explains columns.
    fn explain(&mut self) -> Result<(), XlsxError> {
        let sheet = self.workbook.add_worksheet();
        start(sheet, "codebook", TITLES)?;
        for (row, cells) in (1..).zip(explained(&self.layout)) {
            for (column, words) in (0..).zip(cells) {
                sheet.write_string(row, column, words)?;
            }
        }
        for (column, width) in (0..).zip([18, 16, 10, 70, 60, 50]) {
            sheet.set_column_width(column, width)?;
        }
        Ok(())
    }

    /// Goes on in another sheet when the table's sheet is full.
    fn turn_over(&mut self, table: Table) -> Result<(), XlsxError> {
        let full = &mut self.places[table as usize];
        if full.next < self.most_rows {
            return Ok(());
        }
        close(&mut self.workbook, full)?;
        let name = format!("{} {}", table.name(), full.number + 1);
        *full = Sheet {
            index: self.workbook.worksheets().len(),
            number: full.number + 1,
            next: 1,
            ..full.clone()
        };
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        start(sheet, &name, self.layout.columns(table).iter().map(|column| &*column.name))?;
        self.limits.push(Limit::Continued { sheet: name });
        Ok(())
    }

    fn write<'c>(
        &mut self,
        table: Table,
        cells: impl IntoIterator<Item = Cell<'c>>,
    ) -> Result<(), XlsxError> {
        self.turn_over(table)?;
        let place = &mut self.places[table as usize];
        let sheet = self.workbook.worksheet_from_index(place.index)?;
        let row = place.next;
        place.next += 1;
        for ((number, cell), column) in (0..).zip(cells).zip(self.layout.columns(table)) {
            let words = match cell {
                Cell::Empty => continue,
                Cell::Text(text) => text,
                Cell::List(list) => list.join(&mut self.scratch),
                Cell::Integer(value) => {
                    sheet.write(row, number, value)?;
                    continue;
                }
                Cell::Boolean(value) => {
                    sheet.write_boolean(row, number, value)?;
                    continue;
                }
                Cell::Date(date) => {
                    let day = ExcelDateTime::from_ymd(date.year(), date.month(), date.day())?;
                    sheet.write_datetime_with_format(row, number, day, &self.day)?;
                    place.widen(row, number, DAY_WIDTH);
                    continue;
                }
            };
            place.widen(row, number, width(words));
            let fitting = fitting(words);
            sheet.write_string(row, number, &*fitting)?;
            if let Cow::Owned(_) = fitting {
                self.limits.push(Limit::Cut {
                    sheet: sheet.name(),
                    row: row + 1,
                    column: column.name.clone().into_owned(),
                    units: words.encode_utf16().count(),
                });
            }
        }
        Ok(())
    }
}

impl Sheet {
    fn widen(&mut self, row: u32, column: u16, width: usize) {
        if row <= MEASURED_ROWS {
            let widest = &mut self.widths[usize::from(column)];
            *widest = width.max(*widest);
        }
    }
}

impl Sink for Sheets {
    fn row<'c>(&mut self, table: Table, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
        held(|| self.write(table, cells))
    }
}

/// Names the sheet and writes its header.
pub(crate) fn start<'n>(
    sheet: &mut Worksheet,
    name: &str,
    columns: impl IntoIterator<Item = &'n str>,
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    for (number, column) in (0..).zip(columns) {
        sheet.write_string_with_format(0, number, column, &bold)?;
    }
    Ok(())
}

/// Sets what is known when all rows of a sheet are written.
fn close(workbook: &mut Workbook, sheet: &Sheet) -> Result<(), XlsxError> {
    let rows = workbook.worksheet_from_index(sheet.index)?;
    let last = u16::try_from(sheet.widths.len().saturating_sub(1)).unwrap_or(u16::MAX);
    rows.autofilter(0, 0, sheet.next - 1, last)?;
    for (number, &width) in (0..).zip(&sheet.widths) {
        let width = width.clamp(*WIDTHS.start(), *WIDTHS.end());
        rows.set_column_width(number, u32::try_from(width).unwrap_or(u32::MAX))?;
    }
    Ok(())
}

/// Width in narrow characters, with a place left and right; others than those of ASCII are wide.
fn width(words: &str) -> usize {
    let narrow = words.bytes().filter(u8::is_ascii).count();
    let wide = words.chars().count() - narrow;
    (narrow + 2 * wide).saturating_add(2)
}

/// The words, cut and ended by `…` if a cell cannot hold them.
pub(crate) fn fitting(words: &str) -> Cow<'_, str> {
    // No character has fewer bytes than UTF-16 units.
    if words.len() <= CELL_UNITS || words.encode_utf16().count() <= CELL_UNITS {
        return words.into();
    }
    let mut left = CELL_UNITS - 1;
    let fits = |c: &char| match left.checked_sub(c.len_utf16()) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    };
    words.chars().take_while(fits).chain(['…']).collect::<String>().into()
}

/// An empty workbook whose temporary files are made in `folder`. It holds no time, so that the same rows are the same bytes.
pub(crate) fn begun(folder: &Path) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_tempdir(folder)?;
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    Ok(workbook)
}

/// What `rust_xlsxwriter` says; where it can write no temporary file, it panics.
pub(crate) fn held<T>(work: impl FnOnce() -> Result<T, XlsxError>) -> io::Result<T> {
    // After an error the workbook is not used again.
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => done.map_err(io::Error::other),
        Err(_) => Err(io::Error::other("the workbook's temporary files cannot be written")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Entry, walk};
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    fn rows(place: Vec<u8>, sheet: &str) -> Vec<Vec<Data>> {
        let mut workbook = Xlsx::new(Cursor::new(place)).unwrap();
        workbook.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
    }

    fn sheets(most_rows: u32, texts: &[&str]) -> (Vec<u8>, Vec<Limit>) {
        let folder = tempfile::tempdir().unwrap();
        let mut sheets = Sheets::with_rows(&Layout::default(), folder.path(), most_rows).unwrap();
        for text in texts {
            walk(Entry::new("a", &gongwen::parse(text)), &mut sheets).unwrap();
        }
        let mut place = Vec::new();
        let limits = sheets.finish(&mut place).unwrap();
        (place, limits)
    }

    #[test]
    fn a_table_that_is_longer_than_a_sheet_goes_on_in_another() {
        let (place, limits) = sheets(
            3,
            &["一、修路。
二、种树。
三、挖渠。
四、架桥。
五、通水。"],
        );
        let labels = ["sections", "sections 2", "sections 3"].map(|sheet| {
            let rows = rows(place.clone(), sheet);
            rows.into_iter().map(|row| row[5].to_string()).collect::<Vec<_>>().join(" ")
        });
        assert_eq!(labels, ["label 一、 二、", "label 三、 四、", "label 五、"]);
        let told = limits.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert!(told.contains(
            &"found more than 1048575 rows, a sheet holds no more: they go on in sections 2".to_owned()
        ));
    }

    #[test]
    fn a_text_that_no_cell_holds_is_cut_and_told() {
        let long = format!(
            "一、修路。
{}",
            "整修道路𠀀".repeat(6000)
        );
        let (place, limits) = sheets(SHEET_ROWS, &[&long]);
        let text = rows(place, "sections")[1][9].to_string();
        assert!(text.encode_utf16().count() <= CELL_UNITS && text.ends_with('…'));
        assert_eq!(
            limits[0].to_string(),
            "sheet sections, row 2, text: found 36000 characters, a cell holds 32767: cut"
        );
    }

    #[test]
    fn no_character_is_cut_in_two() {
        let words = "𠀀".repeat(CELL_UNITS / 2);
        assert_eq!(fitting(&words), words);
        let cut = fitting(&format!("{words}𠀀")).into_owned();
        assert_eq!(cut, format!("{words}…"));
    }

    #[test]
    fn columns_are_as_wide_as_their_cells_within_reason() {
        assert_eq!(width("第1章"), 7);
        assert_eq!(width(""), 2);
    }
}
