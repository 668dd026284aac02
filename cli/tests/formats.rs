//! Tables in every format, with their codebook and the record of the run.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs;
use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx};
use common::{Place, names};
use serde_json::Value;

const TEXT: &str = "\
云溪县人民政府关于开展试点的通知

各乡镇人民政府，县直各单位：

一、推进试点。（县发展改革局牵头，县财政局配合，2024年底前完成）
（1）收集材料。

云溪县人民政府
2024年5月10日
";

fn place() -> Place {
    let place = Place::new();
    place.write("in/a.txt", TEXT);
    place.write("in/b.txt", "关于试点的通知\n\n一、推进试点。\n");
    place
}

#[track_caller]
fn run(place: &Place, arguments: &[&str]) {
    let run = place.run(&[&["tables", "in", "--out", "out"], arguments].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
}

fn bytes(place: &Place, name: &str) -> Vec<u8> {
    fs::read(place.path("out").join(name)).unwrap()
}

fn json(place: &Place, name: &str) -> Value {
    serde_json::from_slice(&bytes(place, name)).unwrap()
}

#[test]
fn json_lines_have_types() {
    let place = place();
    run(&place, &["--format", "jsonl"]);
    let documents = String::from_utf8(bytes(&place, "documents.jsonl")).unwrap();
    let rows = documents.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()).collect::<Vec<_>>();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0]["recipients"], serde_json::json!(["各乡镇人民政府", "县直各单位"]));
    assert_eq!((rows[0]["date"].as_str(), rows[0]["tasks"].as_u64()), (Some("2024-05-10"), Some(2)));
    assert_eq!(rows[1]["date"], Value::Null);
}

#[test]
fn what_a_file_was_is_told_in_every_format() {
    let place = place();
    let columns = ["format", "encoding", "bytes", "sha256", "fields"];
    run(&place, &[]);
    let header = String::from_utf8(bytes(&place, "documents.csv")).unwrap();
    let header = header.lines().next().unwrap().split(',').map(str::to_owned).collect::<Vec<_>>();
    assert!(header.ends_with(&columns.map(str::to_owned)), "{header:?}");
    run(&place, &["--format", "jsonl"]);
    let documents = String::from_utf8(bytes(&place, "documents.jsonl")).unwrap();
    let row = serde_json::from_str::<Value>(documents.lines().next().unwrap()).unwrap();
    assert_eq!((&row["format"], &row["bytes"]), (&"text".into(), &TEXT.len().into()));
    assert_eq!(row.as_object().unwrap().len(), header.len());
    run(&place, &["--format", "xlsx"]);
    let mut workbook = Xlsx::new(Cursor::new(bytes(&place, "tables.xlsx"))).unwrap();
    let sheet = workbook.worksheet_range("documents").unwrap();
    let rows = sheet.rows().take(2).collect::<Vec<_>>();
    assert_eq!(rows[0].iter().map(ToString::to_string).collect::<Vec<_>>(), header);
    assert_eq!(rows[1][header.len() - 5].to_string(), "text");
    run(&place, &["--format", "parquet"]);
    let file = bytes(&place, "documents.parquet");
    for name in columns {
        assert!(file.windows(name.len()).any(|bytes| bytes == name.as_bytes()), "{name}");
    }
}

#[test]
fn the_second_layer_is_in_every_format() {
    let place = place();
    run(&place, &["--resolve", "--format", "jsonl"]);
    let row = |name: &str| {
        let text = String::from_utf8(bytes(&place, name)).unwrap();
        serde_json::from_str::<Value>(text.lines().next().unwrap()).unwrap()
    };
    assert_eq!(row("tasks.jsonl")["due_to"], "2024-12-31");
    assert_eq!(row("times.jsonl")["kind"], "by");
    run(&place, &["--resolve", "--format", "parquet"]);
    assert!(bytes(&place, "times.parquet").starts_with(b"PAR1"));
    run(&place, &["--resolve", "--format", "xlsx"]);
    let mut workbook = Xlsx::new(Cursor::new(bytes(&place, "tables.xlsx"))).unwrap();
    assert_eq!(workbook.worksheet_range("times").unwrap().rows().count(), 2);
}

#[test]
fn parquet_is_a_file_a_table() {
    let place = place();
    run(&place, &["--format", "parquet"]);
    let expected = [
        "citations.parquet",
        "codebook.md",
        "diagnostics.parquet",
        "documents.parquet",
        "responsibilities.parquet",
        "run.json",
        "sections.parquet",
        "tasks.parquet",
    ];
    assert_eq!(names(&place.path("out")), expected);
    for name in expected.iter().filter(|name| name.ends_with("parquet")) {
        let file = bytes(&place, name);
        assert!(file.starts_with(b"PAR1") && file.ends_with(b"PAR1"), "{name}");
    }
}

#[test]
fn the_workbook_keeps_labels_and_has_days() {
    let place = place();
    run(&place, &["--format", "xlsx"]);
    assert_eq!(names(&place.path("out")), ["codebook.md", "run.json", "tables.xlsx"]);
    let mut workbook = Xlsx::new(Cursor::new(bytes(&place, "tables.xlsx"))).unwrap();
    let sections = workbook.worksheet_range("sections").unwrap();
    let labels = sections.rows().skip(1).map(|row| row[5].clone()).collect::<Vec<_>>();
    assert_eq!(labels, ["一、", "（1）", "一、"].map(|label| Data::String(label.to_owned())));
    let documents = workbook.worksheet_range("documents").unwrap();
    assert!(documents.rows().nth(1).unwrap()[10].is_datetime());
}

#[test]
fn excel_is_told_that_csv_is_utf_8_when_asked_for() {
    let place = place();
    run(&place, &["--bom"]);
    assert!(bytes(&place, "documents.csv").starts_with(b"\xef\xbb\xbfdoc,"));
    run(&place, &[]);
    assert!(bytes(&place, "documents.csv").starts_with(b"doc,"));
}

#[test]
fn formulas_are_disarmed_when_asked_for() {
    let place = Place::new();
    place.write("in/=a.txt", TEXT);
    run(&place, &["--safe-cells"]);
    assert!(bytes(&place, "tasks.csv").windows(8).any(|cell| cell == b"\n'=a.txt"));
    run(&place, &[]);
    assert!(bytes(&place, "tasks.csv").windows(8).any(|cell| cell == b"\n=a.txt,"));
}

#[test]
fn what_is_for_csv_is_refused_elsewhere() {
    let place = place();
    for flag in ["--bom", "--safe-cells"] {
        let run = place.run(&["tables", "in", "--out", "out", "--format", "xlsx", flag]);
        assert_eq!(run.status, Some(2));
        assert_eq!(run.stderr, "gongwen: --bom and --safe-cells are for --format csv\n");
    }
    assert!(!place.path("out").exists());
}

#[test]
fn the_record_names_what_was_read_and_what_was_not() {
    let place = place();
    place.write("in/c.txt", b"\xff");
    let run = place.run(&["tables", "in", "--out", "out", "--quiet"]);
    assert_eq!(run.status, Some(2));
    let record = json(&place, "run.json");
    assert_eq!(record["gongwen"], env!("CARGO_PKG_VERSION"));
    assert_eq!(record["format"], "csv");
    let inputs = record["inputs"].as_array().unwrap();
    assert_eq!(
        inputs.iter().map(|input| input["doc"].as_str().unwrap()).collect::<Vec<_>>(),
        ["a.txt", "b.txt"]
    );
    assert_eq!(inputs[1]["bytes"], "关于试点的通知\n\n一、推进试点。\n".len());
    assert_eq!(inputs[1]["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(record["failures"][0]["path"], "in/c.txt");
    assert!(record["failures"][0]["reason"].as_str().unwrap().starts_with("neither text"));
    let counts =
        ["notices", "tasks", "units", "failures"].map(|count| record["counts"][count].as_u64().unwrap());
    // The second item inherits the two units of the first.
    assert_eq!(counts, [2, 2, 4, 1]);
    assert_eq!(record["counts"]["again"], 0);
    assert_eq!(record["counts"].as_object().unwrap().len(), 6);
}

#[test]
fn the_same_input_has_the_same_record() {
    let place = place();
    run(&place, &[]);
    let first = bytes(&place, "run.json");
    run(&place, &[]);
    assert_eq!(first, bytes(&place, "run.json"));
}

#[test]
fn the_codebook_explains_every_table() {
    let place = place();
    run(&place, &["--format", "xlsx"]);
    let codebook = String::from_utf8(bytes(&place, "codebook.md")).unwrap();
    for table in ["documents", "sections", "tasks", "responsibilities", "citations", "diagnostics"] {
        assert!(codebook.contains(&format!("\n## {table}\n")), "{table}");
    }
}
