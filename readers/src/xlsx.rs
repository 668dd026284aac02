//! Excel files: each sheet a table, its merged cells in place.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Cursor, Read as _};

use calamine::{DataRef, Dimensions, Reader, SheetVisible, Xlsx, XlsxError};

use crate::archive::Archive;
use crate::draft::{Block, Draft, Table, TableCell};
use crate::guard::guarded;
use crate::{Finding, Format, Options, Read, Unread};

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Read, Unread> {
    let (bytes, limit) = (bytes.to_vec(), options.limits.bytes);
    guarded(Format::Xlsx, options.limits, move || workbook(&bytes, limit))
}

fn workbook(bytes: &[u8], limit: usize) -> Result<Read, Unread> {
    let mut read = Read::new(Format::Xlsx);
    let sheets = sheets(bytes, limit, &mut read.findings)?;
    let mut draft = Draft::new(limit);
    let several = sheets.len() > 1;
    for Sheet { name, rows } in sheets {
        if several && !is_default(&name) {
            draft.push(&Block::Line(name))?;
        }
        draft.push(&Block::Table(rows))?;
    }
    (read.text, read.grids) = draft.finish();
    if read.text.trim().is_empty() { Err(Unread::NoText(Format::Xlsx)) } else { Ok(read) }
}

/// The names of the sheets of an Excel file, which is not read further; none if it is damaged or no Excel file.
///
/// ```
/// let damaged = std::io::Cursor::new(b"no workbook");
/// assert!(gongwen_readers::sheet_names(damaged).is_empty());
/// ```
pub fn sheet_names(file: impl io::Read + io::Seek) -> Vec<String> {
    /// Ten thousand sheets.
    const DIRECTORY_BYTES: u64 = 2 << 20;
    let directory = || {
        let mut archive = zip::ZipArchive::new(file).ok()?;
        let mut directory = vec![];
        archive.by_name("xl/workbook.xml").ok()?.take(DIRECTORY_BYTES).read_to_end(&mut directory).ok()?;
        let text = crate::xml::text(&directory).ok()?;
        let workbook = crate::xml::parsed(&text, Format::Xlsx).ok()?;
        let sheets = workbook.descendants().filter(|node| node.tag_name().name() == "sheet");
        Some(sheets.filter_map(|sheet| sheet.attribute("name").map(str::to_owned)).collect())
    };
    directory().unwrap_or_default()
}

/// A sheet: rows and columns without any text are left out.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) rows: Table,
}

/// The sheets that are shown and hold text.
pub(crate) fn sheets(bytes: &[u8], limit: usize, findings: &mut Vec<Finding>) -> Result<Vec<Sheet>, Unread> {
    // the reader of sheets knows no limit
    Archive::open(bytes, Format::Xlsx, limit)?.bounded()?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut sheets = vec![];
    let mut left = CELLS;
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.visible != SheetVisible::Visible {
            findings.push(Finding::note(
                "hidden-sheet",
                format!("the hidden sheet 「{}」 is left out", sheet.name),
            ));
            continue;
        }
        let cells = cells(&mut book, &sheet.name, &mut left)?;
        let merged = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        let (rows, hidden) = rows(cells, &merged)?;
        if hidden > 0 {
            let message = format!("{hidden} cells that merged cells cover are left out");
            findings.push(Finding::note("hidden-text", message));
        }
        if !rows.is_empty() {
            sheets.push(Sheet { name: sheet.name, rows });
        }
    }
    Ok(sheets)
}

/// Cells of a file; a list of 20,000 projects with ten columns has 200,000.
const CELLS: usize = 4_000_000;

fn damaged(error: XlsxError) -> Unread {
    match error {
        XlsxError::Password => Unread::Encrypted,
        error => Unread::Damaged { what: Format::Xlsx.name(), reason: error.to_string() },
    }
}

fn too_large() -> Unread {
    Unread::Unsupported {
        what: "a workbook of more than 4 million cells",
        way_out: "save the sheet with the table as a file of its own",
    }
}

/// The cells with text, by row and column: a sheet whose only cells are its corners is as large as they are.
type Cells = BTreeMap<u32, BTreeMap<u32, String>>;

fn cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, left: &mut usize) -> Result<Cells, Unread> {
    let mut cells = Cells::new();
    // a chart sheet has no cells
    let Ok(mut reader) = book.worksheet_cells_reader(sheet) else { return Ok(cells) };
    while let Some(cell) = reader.next_cell().map_err(damaged)? {
        let text = written(cell.get_value());
        if !text.trim().is_empty() {
            *left = left.checked_sub(1).ok_or_else(too_large)?;
            let (row, column) = cell.get_position();
            cells.entry(row).or_default().insert(column, text);
        }
    }
    Ok(cells)
}

/// A value as a Chinese reader writes it: days as `2031年6月30日`, whole numbers without a point.
fn written(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) if moment.is_duration() => moment.as_f64().to_string(),
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            let clock =
                if (hour, minute) == (0, 0) { String::new() } else { format!(" {hour:02}:{minute:02}") };
            format!("{year}年{month}月{day}日{clock}")
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// Rows and columns that hold text, with what is merged counted in them; and how many cells with text a merged one covers,
/// which Excel does not show.
fn rows(cells: Cells, merged: &[Dimensions]) -> Result<(Table, usize), Unread> {
    let columns = cells.values().flat_map(BTreeMap::keys).copied().collect::<BTreeSet<_>>();
    let columns = columns.into_iter().collect::<Vec<_>>();
    if cells.len().saturating_mul(columns.len()) > CELLS {
        return Err(too_large());
    }
    let used = cells.keys().copied().collect::<Vec<_>>();
    let within = |all: &[u32], from: u32, to: u32| {
        all.partition_point(|at| *at <= to).saturating_sub(all.partition_point(|at| *at < from)).max(1)
    };
    let starts = merged.iter().map(|area| (area.start, area)).collect::<HashMap<_, _>>();
    let mut table = vec![];
    let mut covered_cells = 0;
    // for each column, the last row that an area from above covers
    let mut covered = vec![None; columns.len()];
    for (row, mut texts) in cells {
        let mut out = vec![];
        let mut at = 0;
        while let Some(&column) = columns.get(at) {
            if covered[at].is_some_and(|last| last >= row) {
                at += 1;
                continue;
            }
            let area = starts.get(&(row, column)).filter(|area| area.end.0 >= row && area.end.1 >= column);
            let rowspan = area.map_or(1, |area| within(&used, row, area.end.0));
            let colspan = area.map_or(1, |area| within(&columns, column, area.end.1));
            let last = area.map_or(row, |area| area.end.0);
            covered.iter_mut().skip(at).take(colspan).for_each(|covered| *covered = Some(last));
            out.push(TableCell { text: texts.remove(&column).unwrap_or_default(), rowspan, colspan });
            at += colspan;
        }
        covered_cells += texts.len();
        table.push(out);
    }
    Ok((table, covered_cells))
}

/// Names that programs give: `Sheet1`, `工作表1`.
fn is_default(name: &str) -> bool {
    let word = name.trim_end_matches(|c: char| c.is_ascii_digit());
    matches!(word, "Sheet" | "sheet" | "工作表" | "表")
}

#[cfg(test)]
mod tests;
