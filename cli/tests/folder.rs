//! One command over a folder of hundreds of mixed files, some of them broken; broken off, and gone on with.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;
#[path = "common/mixed.rs"]
mod mixed;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use common::{Place, column, docs, names};
use mixed::{LIMIT, broken, doubtful, files, good};
use serde_json::Value;

/// The failures in the record of a run: path and reason.
fn failures(place: &Place) -> Vec<(String, String)> {
    let record = serde_json::from_slice::<Value>(&fs::read(place.path("out/run.json")).unwrap()).unwrap();
    let said = |failure: &Value, what: &str| failure[what].as_str().unwrap().to_owned();
    let failures = record["failures"].as_array().unwrap().iter();
    failures.map(|failure| (said(failure, "path"), said(failure, "reason"))).collect()
}

#[test]
fn each_file_of_a_folder_is_a_row_or_is_named() {
    let place = Place::new();
    let readable = good(&place, "in", 0..300);
    let doubtful = doubtful(&place, "in");
    let broken = broken(&place, "in", 3);
    let run = place.run(&["tables", "in", "--max-size", LIMIT, "--out", "out"]);
    assert_eq!(run.status, Some(2));

    let documents = place.path("out/documents.csv");
    let titles = docs(&documents).into_iter().zip(column(&documents, "title")).collect::<BTreeMap<_, _>>();
    for file in &readable {
        for doc in &file.docs {
            assert_eq!(titles.get(doc), Some(&file.title), "{doc}");
        }
    }
    for (name, said) in &doubtful {
        assert!(titles.contains_key(name), "{name}");
        assert!(run.said().iter().any(|line| line.starts_with(&format!("in/{name}: {said}"))), "{name}");
    }

    let failures = failures(&place);
    assert_eq!(failures.len(), broken.len(), "{failures:?}");
    for file in &broken {
        let reason = failures.iter().find(|(path, _)| *path == file.path).map(|(_, reason)| reason);
        let reason = reason.unwrap_or_else(|| panic!("{} is not named", file.path));
        assert!(reason.starts_with(file.reason), "{}: {reason}", file.path);
        assert!(run.said().contains(&&*format!("{}: {reason}", file.path)), "{}", file.path);
    }

    let of_row = |doc: &str| doc.split('#').next().unwrap().to_owned();
    let of_failure = |path: &str| path.strip_prefix("in/").unwrap().to_owned();
    let told = titles.keys().map(|doc| of_row(doc)).chain(failures.iter().map(|(path, _)| of_failure(path)));
    assert_eq!(told.collect::<BTreeSet<_>>(), files(&place, "in").into_iter().collect());
}

/// Runs that wait for standard input behind the folder `in` and before `rest`.
const PATHS: [&str; 4] = ["tables", "in", "-", "rest"];

/// The folder of what was read below an output.
const READ: &str = ".gongwen-read";

/// Kills a run that has read the folder `in` and nothing behind it.
fn broken_off(place: &Place, flags: &[&str], kept: usize) {
    let mut child = started(place, flags);
    let start = Instant::now();
    let finished = || {
        fs::read_dir(place.path("out").join(READ)).map_or(0, |entries| {
            entries.filter(|entry| entry.as_ref().unwrap().path().extension().is_none()).count()
        })
    };
    while finished() < kept {
        assert!(start.elapsed() < Duration::from_secs(60), "read {} files of {kept}", finished());
        sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(!place.path("out/run.json").exists());
    assert!(names(&place.path("out")).len() > 2, "its unfinished tables are there");
}

fn started(place: &Place, flags: &[&str]) -> Child {
    let mut command = place.gongwen(&[&PATHS, flags].concat());
    command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// What a whole run writes, by name, and its last line.
fn whole(place: &Place, out: &Path, flags: &[&str]) -> (BTreeMap<String, Vec<u8>>, String) {
    let output = started(place, flags).wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let written = names(out).into_iter().map(|name| (name.clone(), fs::read(out.join(&name)).unwrap()));
    let said = String::from_utf8(output.stderr).unwrap();
    (written.collect(), said.lines().last().unwrap().to_owned())
}

#[test]
fn a_run_that_was_killed_and_goes_on_gives_the_tables_of_one_run() {
    let place = Place::new();
    good(&place, "in", 0..60);
    good(&place, "rest", 60..150);
    broken(&place, "in", 1);
    for format in ["csv", "jsonl", "parquet", "xlsx"] {
        let flags = ["--max-size", LIMIT, "--resolve", "--format", format];
        // Of each ten files of `in` three are texts and one is of records.
        broken_off(&place, &[&flags[..], &["--out", "out"]].concat(), 36);
        let (resumed, said) =
            whole(&place, &place.path("out"), &[&flags[..], &["--out", "out", "--resume"]].concat());
        if format == "xlsx" {
            // A time in the file would be of another second.
            sleep(Duration::from_secs(1));
        }
        let (single, _) = whole(&place, &place.path("single"), &[&flags[..], &["--out", "single"]].concat());
        assert!(resumed == single, "{:?}", resumed.keys());
        assert!(said.contains("; 36 files from the run that was broken off, "), "{said}");
        for out in ["out", "single"] {
            fs::remove_dir_all(place.path(out)).unwrap();
        }
    }
}
