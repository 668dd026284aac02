//! What `check` prints, and what it tells the shell.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::{Place, TEXT};

/// A clause whose bracket never closes: a warning.
const DOUBTFUL: &str =
    "关于试点的通知\n\n一、推进试点。（责任单位：省财政厅\n二、加强保障。（省商务厅负责）\n";
/// A clause whose brackets differ: a note.
const REPAIRED: &str = "关于试点的通知\n\n一、推进试点。（省财政厅负责)\n";

#[test]
fn a_text_without_doubt_is_silent() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    let run = place.run(&["check", "a.txt"]);
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (Some(0), "", ""));
}

#[test]
fn a_warning_is_framed_and_gives_status_1() {
    let place = Place::new();
    place.write("in/a.txt", DOUBTFUL);
    place.write("in/b.txt", TEXT);
    let run = place.run(&["check", "in"]);
    assert_eq!(run.status, Some(1));
    let lines = run.stdout.lines().take(4).collect::<Vec<_>>();
    assert!(lines[0].starts_with("in/a.txt:3:8: warning[unclosed-bracket]: "), "{}", run.stdout);
    assert_eq!(lines[2], "3 | 一、推进试点。（责任单位：省财政厅");
    assert!(lines[3].starts_with("  |               ^^"), "{}", run.stdout);
}

#[test]
fn notes_are_shown_on_demand_and_are_no_fault() {
    let place = Place::new();
    place.write("a.txt", REPAIRED);
    let silent = place.run(&["check", "a.txt"]);
    assert_eq!((silent.status, silent.stdout.as_str()), (Some(0), ""));
    let run = place.run(&["check", "--notes", "a.txt"]);
    assert_eq!(run.status, Some(0));
    assert!(run.stdout.contains(": note[mixed-brackets]: "), "{}", run.stdout);
}

#[test]
fn an_empty_text_is_a_finding() {
    let place = Place::new();
    place.write("a.txt", "");
    place.write("b.txt", "\u{feff} \n");
    let run = place.run(&["check", "a.txt", "b.txt"]);
    assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""));
    assert_eq!(run.said(), ["a.txt: the text is empty", "b.txt: the text is empty"]);
}

#[test]
fn an_unreadable_text_outweighs_a_warning() {
    let place = Place::new();
    place.write("in/a.txt", DOUBTFUL);
    place.write("in/b.txt", b"\xff");
    let run = place.run(&["check", "in"]);
    assert_eq!(run.status, Some(2));
    assert!(run.stdout.contains("warning[unclosed-bracket]"), "{}", run.stdout);
}
