//! Every format holds the same cells: what is read back from it prints as the CSV does.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod common;

use std::io::Cursor;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use calamine::{Data, Reader, Xlsx};
use common::each;
use gongwen::resolve::NoticeKeys;
use gongwen_tables::{
    AlignedRows, ArrowRows, Cell, Citations, CsvRows, Entry, JsonRows, Layout, Organs, ParquetRows,
    Resolving, Sheets, Sink, Table, header, resolved_rows, walk,
};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::Value;

/// Rows of cells as CSV prints them.
type Rows = Vec<Vec<String>>;

/// Both layers of all fixtures.
fn walk_all(sink: &mut impl Sink) {
    let mut citations = Citations::default();
    let mut organs = Organs::default();
    each(|name, text, parsed| {
        let resolved = gongwen::resolve(text, parsed.notice());
        let mut resolving = Resolving::new(sink, name, &resolved);
        walk(Entry::new(name, parsed), &mut resolving).unwrap();
        citations.add(name, NoticeKeys::of(parsed.notice()), resolving.citations());
        resolved_rows(name, &resolved, sink).unwrap();
        organs.add(parsed.notice(), &resolved);
    });
    citations.finish(sink).unwrap();
    organs.finish(sink).unwrap();
}

/// The rows of each table as CSV, the common measure.
fn csv_rows() -> Vec<Rows> {
    let mut sink = CsvRows::new();
    walk_all(&mut sink);
    let tables = sink.finish().unwrap();
    let read = |bytes: &Vec<u8>| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]);
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    };
    tables.iter().map(read).collect()
}

#[track_caller]
fn assert_same(found: &[Rows], format: &str) {
    for (table, (found, expected)) in Table::ALL.into_iter().zip(found.iter().zip(csv_rows())) {
        assert_eq!(found.len(), expected.len(), "rows of {table:?} in {format}");
        assert!(!found.is_empty(), "{table:?} in {format}");
        for (found, expected) in found.iter().zip(expected) {
            assert_eq!(*found, expected, "{table:?} in {format}");
        }
    }
}

#[test]
fn the_header_of_csv_is_the_columns_names() {
    let names = header(Table::Citations.columns()).unwrap();
    assert_eq!(names, b"doc,section,title,doc_number,start,end\n");
}

#[test]
fn json_lines_hold_the_same_cells() {
    let layout = Layout::resolved();
    let mut sink = JsonRows::new(&layout);
    walk_all(&mut sink);
    let tables = sink.finish();
    let found = Table::ALL.map(|table| {
        let text = std::str::from_utf8(&tables[table as usize]).unwrap();
        let row = |line| {
            let object = serde_json::from_str::<Value>(line).unwrap();
            assert_eq!(object.as_object().unwrap().len(), layout.columns(table).len());
            layout.columns(table).iter().map(|column| json_cell(&object[&*column.name])).collect::<Vec<_>>()
        };
        text.lines().map(row).collect()
    });
    assert_same(&found, "JSON Lines");
}

fn json_cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(words) => words.iter().map(json_cell).collect::<Vec<_>>().join("|"),
        _ => value.to_string(),
    }
}

#[test]
fn parquet_holds_the_same_cells() {
    let mut sink = ParquetRows::new(&Layout::resolved(), Table::ALL.map(|_| Vec::new())).unwrap();
    walk_all(&mut sink);
    let files = sink.finish().unwrap();
    let found = files.into_iter().map(|file| {
        let reader =
            ParquetRecordBatchReaderBuilder::try_new(bytes::Bytes::from(file)).unwrap().build().unwrap();
        reader.flat_map(|batch| arrow_rows(&batch.unwrap())).collect::<Rows>()
    });
    assert_same(&found.collect::<Vec<_>>(), "Parquet");
}

fn arrow_rows(batch: &RecordBatch) -> Rows {
    let cells = |row| batch.columns().iter().map(|column| arrow_cell(column.as_ref(), row)).collect();
    (0..batch.num_rows()).map(cells).collect()
}

fn arrow_cell(column: &dyn Array, row: usize) -> String {
    if column.is_null(row) {
        return String::new();
    }
    match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).to_owned(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Boolean => column.as_boolean().value(row).to_string(),
        DataType::Date32 => {
            let day = column.as_primitive::<Date32Type>().value_as_date(row).unwrap();
            day.format("%Y-%m-%d").to_string()
        }
        DataType::List(_) => {
            let words = column.as_list::<i32>().value(row);
            (0..words.len()).map(|word| arrow_cell(words.as_ref(), word)).collect::<Vec<_>>().join("|")
        }
        other => panic!("{other}"),
    }
}

#[test]
fn the_workbook_holds_the_same_cells() {
    let folder = tempfile::tempdir().unwrap();
    let mut sink = Sheets::new(&Layout::resolved(), folder.path()).unwrap();
    walk_all(&mut sink);
    let mut file = Vec::new();
    assert_eq!(sink.finish(&mut file).unwrap(), []);
    let mut workbook = Xlsx::new(Cursor::new(file)).unwrap();
    let names = Table::ALL.map(|table| table.name().to_owned()).into_iter().chain(["codebook".to_owned()]);
    assert_eq!(workbook.sheet_names(), names.collect::<Vec<_>>());
    let found = Table::ALL.map(|table| {
        let range = workbook.worksheet_range(table.name()).unwrap();
        let mut rows = range.rows().map(|row| row.iter().map(sheet_cell).collect::<Vec<_>>());
        let layout = Layout::resolved();
        let columns = layout.columns(table).iter().map(|column| column.name.to_string()).collect::<Vec<_>>();
        assert_eq!(rows.next().unwrap(), columns);
        rows.collect()
    });
    assert_same(&found, "the workbook");
}

fn sheet_cell(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        _ => data.to_string(),
    }
}

#[test]
fn a_column_aligned_with_the_texts_holds_the_same_cells() {
    let mut aligned = AlignedRows::new(&Layout::default());
    let mut tables = ArrowRows::new(&Layout::default());
    let mut texts = 0;
    each(|name, _, parsed| {
        walk(Entry::new(name, parsed), &mut aligned).unwrap();
        walk(Entry::new(name, parsed), &mut tables).unwrap();
        texts += 1;
    });
    aligned.push_null().unwrap();
    let column = aligned.finish().unwrap();
    assert_eq!((column.len(), column.null_count()), (texts + 1, 1));
    for table in
        [Table::Sections, Table::Tasks, Table::Responsibilities, Table::Citations, Table::Diagnostics]
    {
        let lists = column.column_by_name(table.name()).unwrap().as_list::<i32>();
        let rows = RecordBatch::from(lists.values().as_struct());
        let expected = tables.take(table).unwrap();
        assert_eq!(arrow_rows(&rows), arrow_rows(&expected), "{table:?}");
        assert_eq!(lists.value_length(texts), 0);
    }
    let documents = column.column_by_name("documents").unwrap().as_struct();
    let rows = RecordBatch::from(documents.slice(0, texts));
    assert_eq!(arrow_rows(&rows), arrow_rows(&tables.take(Table::Documents).unwrap()));
    let tasks = column.column_by_name("tasks").unwrap().as_list::<i32>();
    let counted = documents.column_by_name("tasks").unwrap().as_primitive::<Int64Type>();
    for text in 0..texts {
        assert_eq!(i64::from(tasks.value_length(text)), counted.value(text), "tasks of text {text}");
    }
}

#[test]
fn a_column_that_the_caller_adds_stands_in_every_format() {
    let mut layout = Layout::default();
    layout.add_field(gongwen_tables::Column::new("源", gongwen_tables::ColumnType::Text, "source", "来源"));
    let parsed = gongwen::parse("关于试点的通知\n");
    let entry = Entry { fields: &[Cell::Text("网站,一")], ..Entry::new("a", &parsed) };
    let mut rows = CsvRows::new();
    walk(entry, &mut rows).unwrap();
    let documents = &rows.finish().unwrap()[Table::Documents as usize];
    assert!(std::str::from_utf8(documents).unwrap().ends_with(",\"网站,一\"\n"));
    let mut rows = JsonRows::new(&layout);
    walk(entry, &mut rows).unwrap();
    let documents = &rows.finish()[Table::Documents as usize];
    assert_eq!(serde_json::from_slice::<Value>(documents).unwrap()["源"], "网站,一");
    let mut rows = ArrowRows::new(&layout);
    walk(entry, &mut rows).unwrap();
    assert_eq!(rows.take(Table::Documents).unwrap()["源"].as_string::<i32>().value(0), "网站,一");
}
