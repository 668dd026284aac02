//! The commands of the READMEs work as typed.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use common::{Place, docs};

/// What stands before the tool's arguments.
const RUN: &str = "cargo run --release -p gongwen-cli -- ";

#[test]
fn the_commands_of_the_readmes_work_as_typed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let place = Place::new();
    for folder in ["examples", "fixtures"] {
        symlink(root.join(folder).canonicalize().unwrap(), place.path(folder)).unwrap();
    }
    fs::create_dir(place.path("target")).unwrap();
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let commands = readme.lines().filter_map(|line| line.strip_prefix(RUN)).collect::<Vec<_>>();
    assert!(commands.len() > 4, "{commands:?}");
    for command in &commands {
        let run = place.run(&command.split(' ').collect::<Vec<_>>());
        assert_eq!(run.status, Some(0), "{command}: {}", run.stderr);
        if *command == commands[0] {
            assert_eq!(docs(&place.path("target/tables/documents.csv")).len(), 11);
        }
    }
}
