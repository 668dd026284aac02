//! The scripts in `scripts/` say what they want.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::Path;
use std::process::{Command, Stdio};

/// Runs `scripts/add-fixture` on the seed notice without a terminal; its status and what it says on standard error.
fn add_fixture(options: &[&str]) -> (Option<i32>, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(root.join("scripts/add-fixture"))
        .arg(NAME)
        .arg(root.join("fixtures/hunan-2024-key-tasks/input.txt"))
        .args(options)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(!root.join("fixtures").join(NAME).exists(), "a fixture without its lines is made");
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

const NAME: &str = "a-fixture-that-is-never-made";

#[test]
fn add_fixture_names_what_it_cannot_ask_for() {
    for (given, missing) in [
        (&[][..], "give --shows --source\n"),
        (&["--shows", "a unit"], "give --source\n"),
        (&["--source", "own words"], "give --shows\n"),
        (&["--shows", "", "--source", "own words"], "give --shows\n"),
    ] {
        let (status, said) = add_fixture(given);
        assert_eq!(status, Some(2), "{given:?}: {said}");
        assert!(said.ends_with(missing), "{given:?}: {said}");
    }
}
