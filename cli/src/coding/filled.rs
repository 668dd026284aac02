//! Filled coding sheets.

use std::collections::HashSet;
use std::io;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, XlsxError, open_workbook};

use crate::messages::{Said, about, code_twice, foreign, no_column, system};
use crate::words::clean;

/// The codes in a filled sheet, in the order of its rows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Filled {
    /// Number of the unit, and what `coder_1` and `coder_2` say.
    pub(crate) rows: Vec<(String, [Option<String>; 2])>,
}

/// Reads the sheet `units` of a workbook.
///
/// # Errors
///
/// - the file cannot be read, or is no workbook
/// - it has no sheet `units`, or the sheet no columns `code`, `coder_1` and `coder_2`
/// - two of its units have one number
pub(crate) fn filled(path: &Path) -> io::Result<Filled> {
    let failed = |reason: Said| io::Error::other(about(path.display(), reason).to_string());
    let mut workbook: Xlsx<_> = open_workbook(path).map_err(|error| failed(unopened(&error)))?;
    let range = workbook.worksheet_range("units").map_err(|error| failed(unopened(&error)))?;
    read(range.rows()).map_err(failed)
}

/// Why a workbook gives no units.
fn unopened(error: &XlsxError) -> Said {
    match error {
        XlsxError::Io(error) => system(error),
        other => foreign(&format!("no workbook with a sheet units: {other}")),
    }
}

fn read<'r>(mut rows: impl Iterator<Item = &'r [Data]>) -> Result<Filled, Said> {
    let header = rows.next().unwrap_or_default();
    let column = |name: &str| {
        let place = header.iter().position(|cell| cell.to_string().trim() == name);
        place.ok_or_else(|| no_column(name))
    };
    let [code, first, second] = [column("code")?, column("coder_1")?, column("coder_2")?];
    let mut filled = Filled::default();
    let mut seen = HashSet::new();
    for row in rows {
        let Some(unit) = said(&row[code]) else { continue };
        if !seen.insert(unit.clone()) {
            return Err(code_twice(clean(&unit)));
        }
        filled.rows.push((unit, [said(&row[first]), said(&row[second])]));
    }
    Ok(filled)
}

/// What a cell says, blanks around it apart; a number as it is written.
fn said(cell: &Data) -> Option<String> {
    let words = cell.to_string();
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}
