//! `gongwen compare`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::process::Command;

use common::Place;

const OLD: &str = "关于修路的通知\n\n各区人民政府：\n\n一、修路。（市交通局牵头，市财政局配合）\n\n二、种树。（市林业局负责）\n";

/// A place with two folders of notices, of which the second has lost a unit, and no tables yet.
fn place() -> Place {
    let place = Place::new();
    place.write("old/a.txt", OLD);
    place.write("new/a.txt", OLD.replace("，市财政局配合", ""));
    place
}

const LOST: &str = "a.txt: lost unit 市财政局 support organ";

#[test]
fn tables_of_both_formats_and_results_are_compared() {
    let place = place();
    for (folder, format) in [("old", "csv"), ("new", "jsonl")] {
        let run =
            place.run(&["tables", folder, "--format", format, "--resolve", "--out", &format!("{folder}-t")]);
        assert_eq!(run.status, Some(0));
        let results = place.run(&["json", "--lines", folder]);
        place.write(&format!("{folder}.jsonl"), results.stdout);
    }
    for sides in [["old-t", "new-t"], ["old.jsonl", "new.jsonl"]] {
        let run = place.run(&["compare", sides[0], sides[1]]);
        assert_eq!((run.status, run.stderr.as_str()), (Some(1), ""), "{}", run.stdout);
        assert!(run.stdout.contains(LOST), "{}", run.stdout);
        let back = place.run(&["compare", sides[0], sides[0]]);
        assert_eq!((back.status, back.stderr.as_str()), (Some(0), ""));
        assert_eq!(back.stdout.lines().next().unwrap().split_whitespace().next(), Some("same"));
    }
    let run = place.run(&["compare", "old-t", "old.jsonl"]);
    assert_eq!(run.said(), ["what --resolve adds is in OLD alone, and is not compared"]);
    assert_eq!(run.status, Some(0), "{}", run.stdout);
}

#[test]
fn what_is_gained_alone_is_no_loss() {
    let place = place();
    let run = place.run(&["json", "--lines", "new"]);
    place.write("new.jsonl", run.stdout);
    let with_date = format!("{OLD}\n云溪县人民政府\n\n2024年5月10日\n").replace("，市财政局配合", "");
    place.write("dated/a.txt", with_date);
    let dated = place.run(&["json", "--lines", "dated"]).stdout;
    let run = place.run_on(&["compare", "new.jsonl", "-", "--format", "json"], &dated);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((run.status, json["losses"].as_u64()), (Some(0), Some(0)), "{}", run.stdout);
    assert_eq!(json["counts"]["date"]["gained"], 1);
    let first = &json["differences"][0];
    assert_eq!((first["change"].as_str(), first["kind"].as_str()), (Some("gained"), Some("date")));
    assert_eq!((first["new"]["says"]["date"].as_str(), first["old"].is_null()), (Some("2024-05-10"), true));
}

#[test]
fn bad_input_is_named_with_its_place_and_gives_status_2() {
    let place = place();
    place.run(&["tables", "old", "--out", "t"]);
    let read = |name: &str| std::fs::read_to_string(place.path(name)).unwrap();
    place.write("bad.jsonl", "{\"doc\":\"a.txt\",\n");
    let run = place.run(&["compare", "bad.jsonl", "t"]);
    let expected = "expected a result of gongwen json --lines, an object on a line, or a folder of tables";
    assert_eq!(run.said(), [format!("bad.jsonl:1:15: found EOF while parsing a value; {expected}")]);
    assert_eq!((run.status, run.stdout.as_str()), (Some(2), ""));
    let tasks = read("t/tasks.csv").replace("a.txt,1,1,", "a.txt,1,eins,");
    place.write("t/tasks.csv", tasks);
    let run = place.run(&["compare", "t", "t"]);
    let expected = "t/tasks.csv:2:9: found \"eins\" under column section, expected a whole number or nothing";
    assert_eq!((run.status, run.said()), (Some(2), vec![expected]));
}

#[test]
fn folders_without_tables_and_paths_that_are_not_there_give_status_2() {
    let place = place();
    let run = place.run(&["compare", "old", "new"]);
    let expected = "old: found no documents.csv and no documents.jsonl, expected the tables of one run of gongwen tables as CSV or JSON Lines";
    assert_eq!((run.status, run.said()), (Some(2), vec![expected]));
    let run = place.run(&["compare", "gone", "new"]);
    assert_eq!(run.status, Some(2));
    assert!(run.said()[0].starts_with("gone: "), "{}", run.stderr);
}

#[test]
fn signs_that_a_terminal_obeys_are_not_printed() {
    let place = Place::new();
    let result = |text: &str| {
        place.write("in/a.txt", text);
        place.run(&["json", "--lines", "in"]).stdout.replace("松树", "松\\u009b31m树")
    };
    let (old, new) = (result("一、松树。（市林业局负责）\n"), result("一、柏树。（市林业局负责）\n"));
    place.write("old.jsonl", old);
    place.write("new.jsonl", new);
    let run = place.run(&["compare", "old.jsonl", "new.jsonl"]);
    assert_eq!(run.status, Some(1));
    assert!(run.stdout.contains("松\u{fffd}31m树") && !run.stdout.contains('\u{9b}'), "{}", run.stdout);
}

/// Snapshots leave out what is empty, which a result has.
#[test]
fn what_is_made_of_the_snapshots_is_read_as_results() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let place = Place::new();
    place.write("schema.json", place.run(&["schema", "json"]).stdout);
    let mut command = Command::new("python3");
    command.arg(format!("{root}/scripts/snapshots.py")).arg(format!("{root}/fixtures"));
    let snapshots = command.arg(place.path("schema.json")).output().unwrap();
    assert!(snapshots.status.success(), "{}", String::from_utf8_lossy(&snapshots.stderr));
    place.write("snapshots.jsonl", snapshots.stdout);
    let run = place.run(&["compare", "snapshots.jsonl", "snapshots.jsonl", "--format", "json"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert!(json["counts"]["section"]["same"].as_u64() > Some(500), "{}", json["counts"]);
    assert_eq!(json["differences"].as_array().map(Vec::len), Some(0));
}
