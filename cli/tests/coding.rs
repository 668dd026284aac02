//! Coding sheets, and the agreement of filled ones.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use common::{Place, names};
use rust_xlsxwriter::Workbook;

const TEXT: &str = "\
关于开展试点的通知

一、推进试点。（县发展改革局牵头，县财政局配合）
（一）收集材料。整理成册。
二、加强宣传。
";

fn column(sheet: &Path, name: &str) -> Vec<String> {
    let mut workbook: Xlsx<_> = open_workbook(sheet).unwrap();
    let range = workbook.worksheet_range("units").unwrap();
    let mut rows = range.rows();
    let column = rows.next().unwrap().iter().position(|cell| *cell == Data::String(name.to_owned())).unwrap();
    rows.map(|row| row[column].to_string()).collect()
}

/// A filled sheet: number of the unit, `coder_1`, `coder_2`.
fn fill(place: &Place, name: &str, rows: &[[&str; 3]]) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("units").unwrap();
    let header = ["code", "coder_1", "coder_2"];
    for (row, cells) in (0..).zip([&header].into_iter().chain(rows)) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    workbook.save(place.path(name)).unwrap();
}

#[test]
fn a_sheet_has_a_row_an_item() {
    let place = Place::new();
    place.write("in/a.txt", TEXT);
    place.write("in/b.txt", TEXT);
    let run = place.run(&["coding", "in", "--out", "codes.xlsx"]);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), "gongwen: 2 notices, 6 rows\n"));
    assert_eq!(names(&place.path("")), ["codes.xlsx", "in"]);
    let sheet = place.path("codes.xlsx");
    assert_eq!(column(&sheet, "code"), ["1-1", "1-1-1", "1-2", "2-1", "2-1-1", "2-2"]);
    assert_eq!(column(&sheet, "path")[1], "一、/（一）");
    assert_eq!(column(&sheet, "doc")[3], "b.txt");
    assert_eq!(column(&sheet, "units")[0], "县发展改革局 (lead)\n县财政局 (support)");
}

#[test]
fn a_sheet_has_a_row_a_sentence_when_asked_for() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    assert_eq!(
        place.run(&["coding", "a.txt", "--unit", "sentence", "--out", "codes.xlsx", "-q"]).status,
        Some(0)
    );
    let sheet = place.path("codes.xlsx");
    let rows = column(&sheet, "code").into_iter().zip(column(&sheet, "text")).collect::<Vec<_>>();
    assert!(rows.contains(&("1-1-1.2".to_owned(), "整理成册。".to_owned())), "{rows:?}");
}

#[test]
fn a_run_that_reads_nothing_leaves_no_sheet() {
    let place = Place::new();
    place.write("a.txt", b"\xff");
    assert_eq!(place.run(&["coding", "a.txt", "--out", "codes.xlsx"]).status, Some(2));
    assert_eq!(names(&place.path("")), ["a.txt"]);
}

#[test]
fn two_columns_of_one_sheet_are_compared() {
    let place = Place::new();
    fill(&place, "codes.xlsx", &[["1-1", "a", "a"], ["1-2", "a", "b"], ["1-3", "b", "b"], ["1-4", "b", ""]]);
    let run = place.run(&["agreement", "codes.xlsx"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let expected = "\
units coded by both    3
units coded by one     1
agreement              2 (66.7 %)
Cohen's kappa          0.400
1-2: a / b
";
    assert_eq!(run.stdout, expected);
}

#[test]
fn two_sheets_are_compared_whichever_column_is_filled() {
    let place = Place::new();
    fill(&place, "one.xlsx", &[["1-1", "a", ""], ["1-2", "b", ""]]);
    fill(&place, "two.xlsx", &[["1-2", "", "b"], ["1-1", "", "a"]]);
    let run = place.run(&["agreement", "one.xlsx", "two.xlsx"]);
    assert!(
        run.stdout.contains("agreement              2 (100.0 %)\nCohen's kappa          1.000\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn sheets_that_say_nothing_together_are_refused() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    place.run(&["coding", "a.txt", "--out", "codes.xlsx"]);
    let run = place.run(&["agreement", "codes.xlsx"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(run.stderr, "gongwen: found no unit that both coders coded\n");
    fill(&place, "twice.xlsx", &[["1-1", "a", "a"], ["1-1", "a", "a"]]);
    let run = place.run(&["agreement", "twice.xlsx"]);
    assert_eq!(run.stderr, "gongwen: twice.xlsx: found the code 1-1 twice\n");
    assert_eq!(place.run(&["agreement", "a.txt"]).status, Some(2));
}
