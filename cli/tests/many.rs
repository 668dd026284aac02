//! Order and memory over many files. Alone in its file, because the system counts memory over all children of a process.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::{Place, TEXT, docs};
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
}
