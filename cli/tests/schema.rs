//! What the tool prints holds against the schemas that it prints.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs;
use std::path::Path;

use common::Place;
use jsonschema::Validator;
use serde_json::Value;

fn schema(place: &Place, of: &[&str]) -> Validator {
    let run = place.run(&[&["schema"], of].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let schema = serde_json::from_str::<Value>(&run.stdout).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

#[track_caller]
fn assert_valid(lines: &str, schema: &Validator, of: &str) {
    assert!(!lines.is_empty(), "{of}");
    for line in lines.lines() {
        let value = serde_json::from_str::<Value>(line).unwrap();
        let faults = schema.iter_errors(&value).map(|fault| format!("{}: {fault}", fault.instance_path()));
        assert_eq!(faults.collect::<Vec<_>>(), Vec::<String>::new(), "{of}: {}", value["doc"]);
    }
}

/// The folder of the library's fixtures.
fn fixtures() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures").to_str().unwrap().to_owned()
}

#[test]
fn json_is_what_its_schema_says() {
    let place = Place::new();
    let run = place.run(&["json", "--lines", &fixtures(), "-q"]);
    assert_valid(&run.stdout, &schema(&place, &["json"]), "json");
}

#[test]
fn rows_are_what_their_schemas_say() {
    let place = Place::new();
    let tables = ["documents", "sections", "tasks", "responsibilities", "citations", "diagnostics"];
    let of_layer = ["times", "targets", "issuers", "units"];
    for (flags, more) in [(&[][..], &[][..]), (&["--resolve"], &of_layer)] {
        let folder = fixtures();
        let arguments = [&["tables", &folder, "--format", "jsonl", "--out", "out", "-q"], flags].concat();
        let run = place.run(&arguments);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        for table in tables.iter().chain(more) {
            let lines = fs::read_to_string(place.path("out").join(format!("{table}.jsonl"))).unwrap();
            assert_valid(&lines, &schema(&place, &[&[*table], flags].concat()), table);
        }
    }
}

#[test]
fn a_table_of_the_second_layer_is_known_there() {
    let run = Place::new().run(&["schema", "times"]);
    assert_eq!((run.status, run.stderr.as_str()), (Some(2), "gongwen: times is a table of --resolve\n"));
}

#[test]
fn what_is_wrong_is_no_instance() {
    let place = Place::new();
    place.write("a.txt", common::TEXT);
    let run = place.run(&["json", "a.txt"]);
    let right = serde_json::from_str::<Value>(&run.stdout).unwrap();
    let schema = schema(&place, &[]);
    assert!(schema.is_valid(&right));
    let mut wrong = right.clone();
    wrong["notice"]["document"]["span"] = "0-3".into();
    assert!(!schema.is_valid(&wrong));
    let mut wrong = right;
    wrong["notice"]["document"]["body"]["sections"][0]["marker"]["style"] = "roman".into();
    assert!(!schema.is_valid(&wrong));
}

#[test]
fn nothing_else_has_a_schema() {
    let run = Place::new().run(&["schema", "nonsense"]);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.contains("responsibilities"), "{}", run.stderr);
}
