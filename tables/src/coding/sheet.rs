//! Coding sheets as workbooks.

use std::io::{self, Write};
use std::path::Path;

use rust_xlsxwriter::{DataValidation, Format, FormatAlign, Formula, Workbook, XlsxError};

use super::Codable;
use crate::xlsx::{SHEET_ROWS, begun, fitting, held, start};

/// The columns: the codes of two coders and a note are empty.
const COLUMNS: [(&str, f64); 9] = [
    ("code", 12.0),
    ("doc", 24.0),
    ("path", 16.0),
    ("text", 70.0),
    ("task", 40.0),
    ("units", 30.0),
    ("coder_1", 14.0),
    ("coder_2", 14.0),
    ("note", 30.0),
];

/// Where the coders write.
const CODER_1: u16 = 6;
const CODER_2: u16 = 7;

/// Rows of the sheet `categories` that the coders' cells offer.
const CATEGORIES: u32 = 500;

/// A coding sheet: `units`, one row a unit under one header row, as `NVivo` imports data sets, and `categories`, where codes
/// are listed and explained under `Code` and `Memo`, as MAXQDA imports codes; the coders' cells offer what is listed there
/// and take anything.
pub struct CodingSheet {
    workbook: Workbook,
    next: u32,
    cut: usize,
    wrapped: Format,
}

impl CodingSheet {
    /// A sheet without rows, whose temporary files are made in `folder`.
    ///
    /// # Errors
    ///
    /// - no file can be made in the folder
    pub fn new(folder: &Path) -> io::Result<Self> {
        held(|| {
            let mut workbook = begun(folder)?;
            let sheet = workbook.add_worksheet_with_constant_memory()?;
            start(sheet, "units", COLUMNS.map(|(name, _)| name))?;
            for (number, (_, width)) in (0..).zip(COLUMNS) {
                sheet.set_column_width(number, width)?;
            }
            let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
            Ok(CodingSheet { workbook, next: 1, cut: 0, wrapped })
        })
    }

    /// Adds the units of a notice that goes by `doc`.
    ///
    /// # Errors
    ///
    /// - the temporary files cannot be written
    /// - the sheet is full: it holds 1,048,575 units
    pub fn add(&mut self, doc: &str, units: &[Codable]) -> io::Result<()> {
        units.iter().try_for_each(|unit| {
            if self.next >= SHEET_ROWS {
                return Err(io::Error::other(format!(
                    "found more than {} units, a sheet holds no more",
                    SHEET_ROWS - 1
                )));
            }
            held(|| self.row(doc, unit))
        })
    }

    fn row(&mut self, doc: &str, unit: &Codable) -> Result<(), XlsxError> {
        let sheet = self.workbook.worksheet_from_index(0)?;
        let cells = [&unit.code, doc, &unit.path, &unit.text, &unit.task, &unit.units];
        for (number, words) in (0..).zip(cells) {
            let words = fitting(words);
            self.cut += usize::from(matches!(words, std::borrow::Cow::Owned(_)));
            sheet.write_string_with_format(self.next, number, &*words, &self.wrapped)?;
        }
        self.next += 1;
        Ok(())
    }

    /// Writes the workbook to `place`, and says how many cells had more than the 32,767 characters that one can hold: they are
    /// cut and end with `…`.
    ///
    /// # Errors
    ///
    /// - the place or the temporary files cannot be written
    pub fn finish(mut self, place: impl Write + Send) -> io::Result<usize> {
        held(|| {
            let offered = DataValidation::new()
                .allow_list_formula(Formula::new(format!("=categories!$A$2:$A${}", CATEGORIES + 1)))
                .show_error_message(false);
            let last = self.next.max(2) - 1;
            let sheet = self.workbook.worksheet_from_index(0)?;
            sheet.autofilter(0, 0, last, u16::try_from(COLUMNS.len() - 1).unwrap_or(u16::MAX))?;
            sheet.add_data_validation(1, CODER_1, last, CODER_2, &offered)?;
            let categories = self.workbook.add_worksheet();
            start(categories, "categories", ["Code", "Memo"])?;
            for (number, width) in (0..).zip([30, 90]) {
                categories.set_column_width(number, width)?;
            }
            self.workbook.save_to_writer(place)
        })?;
        Ok(self.cut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::specimen::specimen;
    use crate::{CodingUnit, codables};
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    #[test]
    fn a_sheet_has_a_row_a_unit_and_room_for_codes() {
        let folder = tempfile::tempdir().unwrap();
        let mut sheet = CodingSheet::new(folder.path()).unwrap();
        sheet.add("a.txt", &codables(specimen().1.notice(), 1, CodingUnit::Item)).unwrap();
        let mut place = Vec::new();
        assert_eq!(sheet.finish(&mut place).unwrap(), 0);
        let mut workbook = Xlsx::new(Cursor::new(place)).unwrap();
        assert_eq!(workbook.sheet_names(), ["units", "categories"]);
        let range = workbook.worksheet_range("units").unwrap();
        let rows = range.rows().collect::<Vec<_>>();
        assert_eq!(rows[0][7], Data::String("coder_2".to_owned()));
        assert_eq!(rows.len(), 4);
        assert_eq!(rows[2][0], Data::String("1-1-1".to_owned()));
        assert_eq!(rows[2][6], Data::Empty);
    }
}
