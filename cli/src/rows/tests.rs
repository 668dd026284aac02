#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;

/// The tables of texts under these names.
pub(crate) fn of_texts(texts: &[(&str, &str)]) -> Rows {
    let mut rows = Rows::new(Layer::Parsed);
    for (doc, text) in texts {
        rows.add_result(doc, &gongwen::parse(text)).unwrap();
    }
    rows
}

const HEADER: &str = "doc,section,title,doc_number,start,end";

#[track_caller]
fn assert_csv_fault(rows: &str, expected: &str) {
    let text = format!("{HEADER}\n{rows}");
    let fault = csv::read(&text, Table::Citations, |_| Ok(())).unwrap_err();
    assert_eq!(fault.within(Path::new("citations.csv"), &text).to_string(), expected);
}

#[test]
fn a_fault_in_csv_has_a_place_and_says_what_was_expected() {
    assert_csv_fault("a.txt,1,条例", "citations.csv:2:11: found 3 cells, expected 6");
    assert_csv_fault("a.txt,1,条例,,1,2,3", "citations.csv:2:17: found 7 cells, expected 6");
    let expected = "citations.csv:3:7: found \"一\" under column section, expected a whole number or nothing";
    assert_csv_fault("\"a,\nb\",1,\"甲\",,1,2\na.txt,一,条例,,1,2", &expected.replace(":3:", ":4:"));
    assert_csv_fault("a.txt,,条例,,1,2\na.txt,一,条例,,1,2", expected);
}

#[test]
fn a_header_names_each_column_in_any_order() {
    let fault = csv::read("doc,title\n", Table::Citations, |_| Ok(())).unwrap_err();
    assert_eq!(fault.message, "found no column section, expected a header with it");
    assert_eq!(csv::read("", Table::Citations, |_| Ok(())).unwrap_err().at, 0);
    let mut read = Vec::new();
    let text = "end,start,doc_number,of_another,title,section,doc\n2,1,,x,条例,3,a.txt\n";
    let take = |row: Row| {
        read.push((row.get("title").to_owned(), row.number("section"), row.get("relation").to_owned()));
        Ok(())
    };
    csv::read(text, Table::Citations, take).unwrap();
    assert_eq!(read, [("条例".to_owned(), Some(3), String::new())]);
}

#[track_caller]
fn assert_json_fault(line: &str, expected: &str) {
    let text = format!("\n{line}\n");
    let fault = json::read(&text, Table::Citations, |_| Ok(())).unwrap_err();
    let said = fault.within(Path::new("citations.jsonl"), &text).to_string();
    let behind = "; expected a row of the table citations, an object on a line";
    assert_eq!(said.strip_suffix(behind), Some(expected));
}

#[test]
fn a_fault_in_json_has_a_place_and_says_what_was_expected() {
    let row = r#"{"doc":"通知.txt","section":1,"title":"条例","doc_number":null,"start":1,"end":2}"#;
    json::read(row, Table::Citations, |_| Ok(())).unwrap();
    assert_json_fault(
        &row.replace(":1,\"t", ":\"一\",\"t"),
        "citations.jsonl:2:29: found invalid type: string \"一\", expected a whole number or null under column section",
    );
    assert_json_fault(&row.replace("\"title\":\"条例\",", ""), "citations.jsonl:2:64: found no column title");
    assert_json_fault("[]", "citations.jsonl:2:1: found invalid type: sequence, expected an object");
    assert_json_fault(&row[..20], "citations.jsonl:2:16: found EOF while parsing a value");
    assert_json_fault(&format!("{row} 1"), "citations.jsonl:2:79: found trailing characters");
}

#[test]
fn a_result_has_a_name_and_a_notice() {
    let fault = json::results("{\"doc\":\"a.txt\"}\n", |_, _| Ok(())).unwrap_err();
    assert!(
        fault.message.starts_with("found missing field `notice`; expected a result of gongwen json"),
        "{fault:?}"
    );
    let fault = json::results("{\"notice\":{}}\n", |_, _| Ok(())).unwrap_err();
    assert!(fault.message.starts_with("found missing field `doc`; "), "{fault:?}");
}

#[test]
fn the_rows_of_a_notice_are_under_its_name() {
    let rows = of_texts(&[("a.txt", "一、修路。"), ("b.txt", "一、修路。\n二、种树。")]);
    assert_eq!(rows.doc("b.txt").unwrap().rows(Table::Sections).len(), 2);
    assert!(rows.doc("c.txt").is_none());
}

#[test]
fn no_notice_stands_twice_and_no_row_alone() {
    let mut rows = of_texts(&[("a.txt", "一、修路。")]);
    let again = rows.add_result("a.txt", &gongwen::parse("")).unwrap_err();
    assert_eq!(again, "found the notice a.txt twice, expected one row for each");
    let mut orphan = Row::new(Table::Sections);
    orphan.cells[0] = "c.txt".into();
    assert_eq!(rows.add(orphan).unwrap_err(), "found the notice c.txt, expected one of the table documents");
}

#[test]
fn bytes_that_are_no_utf8_are_named_with_their_place() {
    let error = utf8(Path::new("a.csv"), "省\n财".bytes().chain([0xff]).collect()).unwrap_err();
    assert_eq!(error.to_string(), "a.csv:2:2: found the byte 0xff, expected UTF-8");
    assert_eq!(utf8(Path::new("a.csv"), "\u{feff}doc".into()).unwrap(), "doc");
}
