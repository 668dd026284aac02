//! Order and memory over many files. Alone in its file, because the system counts memory over all children of a process.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;
#[path = "common/mixed.rs"]
mod mixed;

use std::env;
use std::time::Instant;

use common::{Place, TEXT, docs};
use mixed::{LIMIT, broken, good};
use nix::sys::resource::{UsageWho, getrusage};

/// The most memory that a child has taken so far, in KiB.
fn most_memory() -> i64 {
    getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss()
}

#[track_caller]
fn assert_tabulates(place: &Place, folder: &str, files: usize) {
    let run = place.run(&["tables", folder, "--out", "out"]);
    assert_eq!(run.status, Some(0));
    assert_eq!(run.said(), [format!("{files} notices, 0 tasks, 0 units, 0 findings, 0 failures")]);
    let names = (0..files).map(|number| format!("{number:05}.txt"));
    assert!(docs(&place.path("out/documents.csv")).into_iter().eq(names), "one row a file, in order");
}

#[test]
fn memory_does_not_grow_with_the_number_of_files() {
    // For the names of the files of one folder. Kept results would take more than 1 KiB a file.
    const ROOM: i64 = 8 << 10;
    let place = Place::new();
    for number in 0..20_000 {
        place.write(&format!("many/{number:05}.txt"), TEXT);
        if number < 200 {
            place.write(&format!("few/{number:05}.txt"), TEXT);
        }
    }
    assert_tabulates(&place, "few", 200);
    let few = most_memory();
    assert_tabulates(&place, "many", 20_000);
    let many = most_memory();
    println!("peak memory: {few} KiB for 200 files, {many} KiB for 20,000");
    assert!(many < few + ROOM, "{many} KiB for 20,000 files, {few} KiB for 200");
    memory_does_not_grow_with_the_number_of_mixed_files();
}

/// Behind the other, because the peak of all children counts, and files that are taken apart take more. `FILES=3000` takes so
/// many files in place of 600; with `--release --nocapture` the figures are those of the README.
fn memory_does_not_grow_with_the_number_of_mixed_files() {
    // What one file takes depends on which others are worked on beside it.
    const ROOM: i64 = 16 << 10;
    let files = env::var("FILES").ok().and_then(|files| files.parse().ok()).unwrap_or(600);
    let place = Place::new();
    let peaks = [("few", files / 4), ("many", files)].map(|(folder, files)| {
        good(&place, folder, 0..files);
        let broken = broken(&place, folder, files / 750 + 1).len();
        let start = Instant::now();
        let run = place.run(&["tables", folder, "--max-size", LIMIT, "--out", "out"]);
        let said = run.stderr.lines().last().unwrap();
        let counted = format!(" {broken} failures;");
        assert!(said.contains(&counted), "{said}");
        println!("{files} mixed files, {broken} broken: {:.1?}, {} KiB", start.elapsed(), most_memory());
        most_memory()
    });
    assert!(peaks[1] < peaks[0] + ROOM, "{peaks:?} KiB");
}
